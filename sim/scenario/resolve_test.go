package scenario

import (
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"steadfast/sim/model"
)

const base = "testdata/valid/base.toml"

// resolved draws one point.
func resolved(t testing.TB, s *Scenario, u []float64) *Resolved {
	t.Helper()
	var r Resolved
	if err := s.Resolver().Resolve(u, &r); err != nil {
		t.Fatal(err)
	}
	return &r
}

// pkg finds a package of a draw.
func pkg(t testing.TB, r *Resolved, id string) *ResolvedPackage {
	t.Helper()
	for i := range r.Packages {
		if r.Packages[i].ID == id {
			return &r.Packages[i]
		}
	}
	t.Fatalf("no package %q", id)
	return nil
}

// column finds a column by its path, −1 if there is none.
func column(s *Scenario, path string) int {
	return slices.IndexFunc(s.Columns(), func(c Column) bool { return c.Path == path })
}

func instrument(t testing.TB, c *model.Case, id string) model.Instrument {
	t.Helper()
	for _, in := range c.Package.Instruments {
		if in.ID == id {
			return in
		}
	}
	t.Fatalf("package %s has no instrument %q", c.Package.ID, id)
	return model.Instrument{}
}

func TestResolveTheWorld(t *testing.T) {
	s := load(t, base, Options{})
	r := resolved(t, s, s.Medians())
	c := pkg(t, r, "trip").Case
	if c.HorizonYears != 15 || c.Protege.Forces.HalfLifeYears != 3 {
		t.Errorf("horizon %g, half-life %g, want 15 and 36 months as 3", c.HorizonYears, c.Protege.Forces.HalfLifeYears)
	}
	if c.Coalition.DecisionRule != model.Majority {
		t.Errorf("decision rule %s, want the package's majority", c.Coalition.DecisionRule)
	}
	if c.Coalition.Reputation != c.Coalition.Resolve {
		t.Errorf("reputation %g, want the drawn resolve %g", c.Coalition.Reputation, c.Coalition.Resolve)
	}
	if len(c.Guarantors) != 1 || c.Guarantors[0].ID != "uk" {
		t.Errorf("guarantors %v, want uk alone", c.Guarantors)
	}
	for i, row := range c.Backstop.Transition {
		if sum := row[0] + row[1]; math.Abs(sum-1) > 1e-15 {
			t.Errorf("row %d of the transition sums to %g", i, sum)
		}
	}
	if want := (24 + math.Round(19/30.4375)) / 12; c.Backstop.FirstElectionYears != want {
		t.Errorf("first election after %g years, want %g", c.Backstop.FirstElectionYears, want)
	}
	if got := pkg(t, r, "trip").Feasibility; got != .5 {
		t.Errorf("feasibility %g, want the smallest of the instruments, .5", got)
	}
	if aid := instrument(t, &pkg(t, r, "aid").Case, "aid"); aid.UntilYears != 10 {
		t.Errorf("aid until %g, want the date as 10 years", aid.UntilYears)
	}
	both := pkg(t, r, "trip+aid").Case
	if both.Coalition.HollowPenalty != 2 || pkg(t, r, "aid").Case.Coalition.HollowPenalty == 2 {
		t.Errorf("hollow penalty %g, want 2 in the package that sets it alone", both.Coalition.HollowPenalty)
	}
}

func TestOneDrawServesEveryPackage(t *testing.T) {
	s := load(t, base, Options{})
	rapid.Check(t, func(rt *rapid.T) {
		u := make([]float64, len(s.Columns()))
		for i := range u {
			u[i] = rapid.Float64Range(1e-6, 1-1e-6).Draw(rt, "u")
		}
		r := resolved(t, s, u)
		a := instrument(t, &pkg(t, r, "aid").Case, "aid")
		b := instrument(t, &pkg(t, r, "trip+aid").Case, "aid")
		if d := cmp.Diff(a, b); d != "" {
			rt.Fatalf("the aid differs between packages:\n%s", d)
		}
		// A distribution in set uses the u of the one it replaces.
		at := column(s, "instrument.trip.troops")
		troops := 30_000 + 10_000*u[at]
		want := -2.5 * math.Expm1(-troops/8000)
		if got := instrument(t, &pkg(t, r, "trip+aid").Case, "trip").Entanglement["uk"]; math.Abs(got-want) > 1e-12 {
			rt.Fatalf("entanglement %g, want %g from the same u", got, want)
		}
		for _, p := range r.Packages {
			if err := p.Case.Check(); err != nil {
				rt.Fatal(err)
			}
		}
	})
}

func TestColumns(t *testing.T) {
	s := load(t, base, Options{})
	var got []string
	for _, c := range s.Columns() {
		got = append(got, c.Path)
	}
	want := []string{
		"backstop.gap.far", "backstop.initial", "backstop.move.near.near", "battle.fait_accompli_days",
		"challenger.noise", "challenger.planning_years", "challenger.probe_gain", "challenger.war_cost",
		"coalition.hollow_penalty", "coalition.resolve", "guarantor.uk.willingness", "guarantor.us.willingness",
		"instrument.aid.capability_gain", "instrument.aid.credibility", "instrument.snap.severity",
		"instrument.snap.vote.consent", "instrument.trip.troops", "watch.detection",
		"package.trip+aid.coalition.fatigue_per_year",
	}
	for i, path := range want {
		want[i] = strings.Replace(path, "trip+aid", `"trip+aid"`, 1)
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("columns (-want +got):\n%s", d)
	}
}

func TestColumnsFollowTheFiles(t *testing.T) {
	read := files(map[string]string{
		"mine.toml": `extends = "` + base + `"
[challenger]
clash_cost = { uniform = [0.2, 0.4] }
war_cost = { uniform = [0.4, 0.6] }
planning_years = 5
`})
	s := load(t, "mine.toml", Options{ReadFile: read})
	was := load(t, base, Options{})
	var want []string
	for _, c := range was.Columns() {
		if c.Path != "challenger.planning_years" {
			want = append(want, c.Path)
		}
	}
	// What the extending file makes uncertain comes after the base file's and
	// before what packages have for themselves.
	want = slices.Insert(want, len(want)-1, "challenger.clash_cost")
	var got []string
	for _, c := range s.Columns() {
		got = append(got, c.Path)
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("columns (-want +got):\n%s", d)
	}
}

func TestAddingAPackageLeavesTheColumns(t *testing.T) {
	read := files(map[string]string{"mine.toml": `extends = "` + base + `"
[[package]]
id = "a"
instruments = ["trip"]
[package.set]
coalition.fatigue_per_year = { uniform = [0.1, 0.2] }
instrument.trip.cost_per_year = { uniform = [1, 2] }
`})
	was, s := load(t, base, Options{}), load(t, "mine.toml", Options{ReadFile: read})
	for i, c := range was.Columns() {
		if got := s.Columns()[i].Path; got != c.Path {
			t.Errorf("column %d is %s, was %s", i, got, c.Path)
		}
	}
	if n := len(s.Columns()) - len(was.Columns()); n != 2 {
		t.Errorf("%d columns more, want the new package's two", n)
	}
}

func TestResolveReusesMemory(t *testing.T) {
	s := load(t, base, Options{})
	rng := rand.New(rand.NewPCG(1, 2))
	r := s.Resolver()
	other := r.Clone()
	var dst Resolved
	for range 50 {
		u := make([]float64, len(s.Columns()))
		for i := range u {
			u[i] = rng.Float64()*.999 + .0005
		}
		var fresh Resolved
		if err := r.Resolve(u, &dst); err != nil {
			t.Fatal(err)
		}
		if err := other.Resolve(u, &fresh); err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(fresh, dst); d != "" {
			t.Fatalf("used memory gives another result (-fresh +used):\n%s", d)
		}
	}
}

func TestResolveRefusesABadPoint(t *testing.T) {
	s := load(t, base, Options{})
	var dst Resolved
	for _, u := range [][]float64{nil, make([]float64, len(s.Columns()))} {
		if err := s.Resolver().Resolve(u, &dst); err == nil {
			t.Errorf("%d coordinates of 0: want an error", len(u))
		}
	}
}

func TestConsentAndFeasibility(t *testing.T) {
	s := load(t, base, Options{Set: []string{
		"challenger.fight_on=0.1", "challenger.deal_noise=0.05", "protege.accept_risk=0.4", "protege.accept_noise=0.1",
		`feasibility_rule="product"`, "instrument.snap.feasibility=0.4", "package.aid.feasibility=0.9", "package.none.challenger.fight_on=0.2",
	}})
	r := resolved(t, s, s.Medians())
	if got, want := pkg(t, r, "trip").Consent, (Consent{true, .1, .05, true, .4, .1}); got != want {
		t.Errorf("consent %+v, want %+v", got, want)
	}
	if got := pkg(t, r, "none").Consent.FightOn; got != .2 {
		t.Errorf("fight_on %g where the package sets it, want .2", got)
	}
	if got := pkg(t, r, "trip").Feasibility; math.Abs(got-.2) > 1e-15 {
		t.Errorf("feasibility %g, want the product .2", got)
	}
	if got := pkg(t, r, "aid").Feasibility; got != .9 {
		t.Errorf("feasibility %g, want the package's own .9", got)
	}
	plain := resolved(t, load(t, base, Options{}), s.Medians())
	if c := pkg(t, plain, "trip").Consent; c.Challenger || c.Protege {
		t.Errorf("consent is asked, %+v, and no term is given", c)
	}
}

func BenchmarkResolve(b *testing.B) {
	s := load(b, base, Options{})
	r, u := s.Resolver(), s.Medians()
	var dst Resolved
	for b.Loop() {
		if err := r.Resolve(u, &dst); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(s.Packages)), "ns/package")
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		load(b, base, Options{})
	}
}
