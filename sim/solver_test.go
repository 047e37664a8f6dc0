package sim

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"

	"steadfast/sim/model"
	"steadfast/sim/result"
	"steadfast/sim/scenario"
)

// correlated makes two of the tiny world's numbers go together.
const correlated = `
[[correlate]]
between = ["challenger.war_cost", "coalition.resolve"]
rank    = 0.7
`

// studyOf is a study of a scenario and its variants.
func studyOf(t testing.TB, want request, sc *scenario.Scenario, overrides ...string) *study {
	t.Helper()
	members := []*scenario.Scenario{sc}
	for _, set := range overrides {
		members = append(members, with(t, sc, set))
	}
	s, err := newStudy(members, want)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// drawnBy are the values that a member draws in every case, by path.
func drawnBy(t testing.TB, s *study, member int) map[string][]float64 {
	t.Helper()
	v := newSolver(s, false)
	cases := s.caseMatrix(member)
	drawn := map[string][]float64{}
	u := make([]float64, len(s.columns))
	for c := range s.cases() {
		s.members[member].design.Row(c, u)
		resolved, err := v.resolve(member, u)
		if err != nil {
			t.Fatal(err)
		}
		for j, x := range resolved.Values {
			path := cases.Columns[j].Path
			drawn[path] = append(drawn[path], x)
		}
	}
	return drawn
}

// TestFixingOneNumberLeavesTheOthersDraws holds under every design, with and
// without correlations, and whichever number is fixed.
func TestFixingOneNumberLeavesTheOthersDraws(t *testing.T) {
	fixes := map[string]string{
		"challenger.war_cost": "0.4", "coalition.resolve": "0.5", "instrument.snap.severity": "0.1",
	}
	for _, design := range designs {
		for _, more := range []string{"", correlated} {
			sc := tiny(t, more, "run.design='"+design+"'")
			before := drawnBy(t, studyOf(t, request{}, sc), 0)
			for path, value := range fixes {
				// One that is uncertain nowhere else is added as well.
				s := studyOf(t, request{}, sc, path+"="+value, "watch.detection={ uniform = [0.5, 0.7] }")
				for member, without := range []string{"", path, ""} {
					got := drawnBy(t, s, member)
					for column, want := range before {
						if column == without {
							if got[column] != nil {
								t.Errorf("%s, %s fixed: it is drawn", design, path)
							}
							continue
						}
						if d := cmp.Diff(want, got[column]); d != "" {
							t.Errorf("%s, member %d, %s fixed: the draws of %s change:\n%s", design, member, path, column, d)
						}
					}
				}
				// The comparison must be able to find a difference: alone, a
				// Sobol' design of fewer columns has other points.
				alone := drawnBy(t, studyOf(t, request{}, with(t, sc, path+"="+value)), 0)
				if path == "challenger.war_cost" && design == "sobol" && cmp.Equal(before["coalition.resolve"], alone["coalition.resolve"]) {
					t.Error("sobol: fixing a number by a scenario of its own changes no draw either")
				}
			}
		}
	}
}

// TestMembersKeepTheirCorrelations: each member's draws are correlated as it
// says, whatever another member says.
func TestMembersKeepTheirCorrelations(t *testing.T) {
	a, b := tiny(t, "", "run.cases=512"), tiny(t, correlated, "run.cases=512")
	s, err := newStudy([]*scenario.Scenario{a, b}, request{})
	if err != nil {
		t.Fatal(err)
	}
	for member, want := range []float64{0, 0.7} {
		drawn := drawnBy(t, s, member)
		x, y := drawn["challenger.war_cost"], drawn["coalition.resolve"]
		// Both are uniform, so that their correlation is the rank correlation.
		got := correlation(x, y)
		if math.Abs(got-want) > 5/math.Sqrt(512) {
			t.Errorf("member %d: rank correlation %.3f, want %.1f", member, got, want)
		}
	}
}

func correlation(x, y []float64) float64 {
	mx, vx := meanAndVariance(x)
	my, vy := meanAndVariance(y)
	sum := 0.0
	for i := range x {
		sum += (x[i] - mx) * (y[i] - my)
	}
	return sum / float64(len(x)-1) / math.Sqrt(vx*vy)
}

// TestNothingIsSolvedTwice: in a sweep of what one package alone depends on,
// the others are solved once a case.
func TestNothingIsSolvedTwice(t *testing.T) {
	sc := tiny(t, "", "run.cases=8")
	const cases, packages, points = 8, 3, 4
	for text, touched := range map[string]int{
		"instrument.snap.severity=0.05,0.1,0.15,0.2":   1, // snap
		"instrument.force.troops=1000,5000,9000,12000": 1, // trip
		"coalition.resolve=0.3,0.4,0.5,0.6":            3,
		"challenger.war_cost=0.3,0.4,0.5,0.6":          3,
	} {
		s, err := Sweep(t.Context(), sc, gridOf(t, sc, text), Options{})
		if err != nil {
			t.Fatal(err)
		}
		if want := cases * packages * (1 + points); s.Asked != want {
			t.Errorf("%s: %d solves asked, want %d", text, s.Asked, want)
		}
		if want := cases * (packages + points*touched); s.Done != want {
			t.Errorf("%s: %d solves done, want %d", text, s.Done, want)
		}
	}
}

// TestSolversAgreeWithTheModel: what a solver remembers is what the model gives
// at the same point, outcome and futures, in any order of asking.
func TestSolversAgreeWithTheModel(t *testing.T) {
	agree(t, tiny(t, "", "run.cases=6"), "instrument.snap.severity=0.2", "coalition.resolve=0.4", "instrument.force.troops=3000", "challenger.noise=0.1")
	// Every case is the same one, and its futures are others.
	agree(t, tiny(t, "", "run.cases=3", "challenger.war_cost=0.5", "coalition.resolve=0.5", "instrument.snap.severity=0.1"), "challenger.noise=0.1")
}

// agree compares every case of a study with the model.
func agree(t *testing.T, sc *scenario.Scenario, overrides ...string) {
	t.Helper()
	const futures = 7
	s := studyOf(t, request{futures: futures}, sc, overrides...)
	v := newSolver(s, false)
	u := make([]float64, len(s.columns))
	for c := range s.cases() {
		v.begin()
		for member := len(s.members) - 1; member >= 0; member-- {
			row, seen, err := v.solve(t.Context(), member, c)
			if err != nil {
				t.Fatal(err)
			}
			m := s.members[member]
			m.design.Row(c, u)
			own := make([]float64, len(m.from))
			for j, from := range m.from {
				own[j] = u[from]
			}
			cases, err := m.scenario.Cases(own)
			if err != nil {
				t.Fatal(err)
			}
			failed := make([][futures]bool, len(cases))
			for p := range cases {
				game := model.NewGame()
				game.Solve(&cases[p])
				var o model.Outcome
				game.Exact(&o)
				want := record(&o, &cases[p], m.scenario.Packages[p].Instruments)
				got := row.Outcomes[p]
				for _, measure := range result.Measures()[:12] { // those that the model knows
					if measure.Of(&got) != measure.Of(&want) {
						t.Errorf("case %d, member %d, %s: %s %v, want %v", c, member, m.ids[p], measure.Name, measure.Of(&got), measure.Of(&want))
					}
				}
				major := 0
				for f := range futures {
					var fate model.Fate
					fate.Cast(sc.Run.Seed, c, f)
					if future := game.Play(&fate); future.Month >= 0 {
						failed[p][f] = true
						major++
					}
				}
				if seen.Major[p] != major {
					t.Errorf("case %d, member %d, %s: %d futures fail, want %d", c, member, m.ids[p], seen.Major[p], major)
				}
			}
			for a := range cases {
				for b := range cases {
					better := 0
					for f := range futures {
						if failed[b][f] && !failed[a][f] {
							better++
						}
					}
					if got := seen.Better[a*len(cases)+b]; got != better {
						t.Errorf("case %d, member %d: %s does better than %s in %d futures, want %d", c, member, m.ids[a], m.ids[b], got, better)
					}
				}
			}
		}
		if v.done >= v.asked {
			t.Errorf("case %d: all %d packages were solved", c, v.asked)
		}
	}
}

// TestPackagesThatNobodyAsksFor are not solved, but for the fallback.
func TestPackagesThatNobodyAsksFor(t *testing.T) {
	sc := tiny(t, "", "run.cases=2")
	v := newSolver(studyOf(t, request{packages: []string{"trip"}}, sc), false)
	row, _, err := v.solve(t.Context(), 0, 1)
	if err != nil {
		t.Fatal(err)
	}
	all := newSolver(studyOf(t, request{}, sc), false)
	want, _, err := all.solve(t.Context(), 0, 1)
	if err != nil {
		t.Fatal(err)
	}
	if sc.Fallback != "none" || v.done != 2 || all.done != 3 {
		t.Errorf("fallback %q: %d packages solved of %d", sc.Fallback, v.done, all.done)
	}
	for p, id := range []string{"none", "snap", "trip"} {
		got := row.Outcomes[p].Risk
		if id == "snap" && got != 0 || id != "snap" && got != want.Outcomes[p].Risk {
			t.Errorf("%s: risk %v", id, got)
		}
	}
	if d := cmp.Diff(want.Outcomes[2], row.Outcomes[2]); d != "" {
		t.Errorf("trip differs where snap is not asked for:\n%s", d)
	}
}

// TestAPackagesOwnDistributionKeepsItsDraws: a package that sets a distribution
// of its own draws it at the same u as the shared one, which a sweep fixes.
func TestAPackagesOwnDistributionKeepsItsDraws(t *testing.T) {
	const own = `
[[package]]
id          = "stern+"
instruments = ["snap"]
[package.set]
instrument.snap.severity = { uniform = [0.2, 0.4] }
`
	for _, design := range designs {
		sc := tiny(t, own, "run.cases=16", "run.design='"+design+"'")
		s := studyOf(t, request{}, sc, "instrument.snap.severity=0.1")
		v := newSolver(s, false)
		for c := range s.cases() {
			before, _, err := v.solve(t.Context(), 0, c)
			if err != nil {
				t.Fatal(err)
			}
			after, _, err := v.solve(t.Context(), 1, c)
			if err != nil {
				t.Fatal(err)
			}
			p := place(t, sc, "stern+")
			if before.Outcomes[p].Risk != after.Outcomes[p].Risk {
				t.Errorf("%s, case %d: risk %v, and %v where the others' severity is fixed", design, c, before.Outcomes[p].Risk, after.Outcomes[p].Risk)
			}
			if before.Outcomes[1].Risk == after.Outcomes[1].Risk {
				t.Errorf("%s, case %d: snap does not change either", design, c)
			}
		}
	}
}
