package sim

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"

	"steadfast/sim/model"
	"steadfast/sim/result"
)

// designs are all the designs; what packages share holds under each.
var designs = []string{"sobol", "latin", "random"}

// TestIdenticalPackages: the same instruments under two ids differ by exactly
// 0, in every case and every future.
func TestIdenticalPackages(t *testing.T) {
	long(t)
	const twin = `
[[package]]
id          = "twin"
name        = "The same again"
instruments = ["force", "eyes"]
[package.set]
coalition.fatigue_per_year = 0.05
`
	for _, design := range designs {
		sc := small(t, twin, "run.design='"+design+"'")
		set, cases := run(t, sc, Options{})
		pair := between(t, set, "both", "twin")
		want := result.Pair{A: "both", B: "twin", PValue: 1, Tied: true}
		if d := cmp.Diff(want, pair); d != "" {
			t.Errorf("%s:\n%s", design, d)
		}
		a, b := *byID(t, set, "both"), *byID(t, set, "twin")
		b.ID, b.Name = a.ID, a.Name
		if d := cmp.Diff(a, b); d != "" {
			t.Errorf("%s: the packages differ:\n%s", design, d)
		}
		for c, row := range cases.Rows {
			if d := cmp.Diff(row.Outcomes[3], row.Outcomes[4]); d != "" {
				t.Errorf("%s, case %d:\n%s", design, c, d)
			}
		}
		for c := range 8 {
			r, err := ReplayFuture(sc, c, c)
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(r.Stories[3], r.Stories[4]); d != "" {
				t.Errorf("%s, case %d: the futures differ:\n%s", design, c, d)
			}
		}
		// The comparison must be able to find a difference.
		if other := between(t, set, "none", "both"); other.Difference.Mean == 0 || other.FuturesABetter+other.FuturesBBetter == 0 {
			t.Errorf("%s: none and both do not differ either", design)
		}
	}
}

// between returns the pair of two packages.
func between(t testing.TB, set *result.Set, a, b string) result.Pair {
	t.Helper()
	for _, p := range set.Pairs {
		if p.A == a && p.B == b {
			return p
		}
	}
	t.Fatalf("no pair of %s and %s", a, b)
	return result.Pair{}
}

// sameNumbers wants every byte of the packages and pairs of before in after.
// With more pairs to compare, Holm's adjustment may tie another: only that is
// left out.
func sameNumbers(t *testing.T, what string, before, after *result.Set) {
	t.Helper()
	for _, p := range before.Packages {
		if d := cmp.Diff(asJSON(t, p), asJSON(t, byID(t, after, p.ID))); d != "" {
			t.Errorf("%s: package %s changes:\n%s", what, p.ID, d)
		}
	}
	for _, p := range before.Pairs {
		q := between(t, after, p.A, p.B)
		q.Tied = p.Tied
		if d := cmp.Diff(asJSON(t, p), asJSON(t, q)); d != "" {
			t.Errorf("%s: %s against %s changes:\n%s", what, p.A, p.B, d)
		}
	}
}

// TestAnotherPackageChangesNothing: adding a package changes no other one's
// number, also where it sets an uncertain parameter of its own.
func TestAnotherPackageChangesNothing(t *testing.T) {
	long(t)
	additions := map[string]string{
		"plain": `
[[package]]
id          = "new"
instruments = ["force", "snap", "eyes"]
`,
		"with a set": `
[[package]]
id          = "new"
instruments = ["force"]
guarantors  = ["north"]
[package.set]
coalition.resolve       = { uniform = [0.6, 0.9] }
instrument.force.troops = 30_000
`,
		"with an uncertainty of its own": `
[[package]]
id          = "new"
instruments = ["snap"]
feasibility = { uniform = [0.2, 0.4] }
[package.set]
instrument.snap.severity = { uniform = [0.1, 0.3] }
battle.exponent          = { uniform = [1, 2] }
`,
	}
	for _, design := range designs {
		set := "run.design='" + design + "'"
		before, _ := run(t, small(t, "", set), Options{})
		for what, text := range additions {
			after, _ := run(t, small(t, text, set), Options{})
			sameNumbers(t, design+", "+what, before, after)
		}
		// The comparison must be able to find a difference.
		other, _ := run(t, small(t, "", set, "coalition.resolve={ uniform = [0.3, 0.81] }"), Options{})
		if asJSON(t, byID(t, before, "trip")) == asJSON(t, byID(t, other, "trip")) {
			t.Errorf("%s: another resolve changes nothing either", design)
		}
	}
}

// TestUnusedParametersChangeNothing: what no package uses, uncertain or not,
// has no dimension and changes no number.
func TestUnusedParametersChangeNothing(t *testing.T) {
	long(t)
	const unused = `
[instrument.idle]
kind          = "treaty"
share         = { uniform = [0.2, 0.9] }
automaticity  = { uniform = [0.1, 0.4] }
legal_form    = { discrete = { values = ["agreement", "treaty"] } }
`
	for _, design := range designs {
		set := "run.design='" + design + "'"
		before, _ := run(t, small(t, "", set), Options{})
		after, _ := run(t, small(t, unused, set), Options{})
		if d := cmp.Diff(before.Run, after.Run); d != "" {
			t.Errorf("%s: the run changes:\n%s", design, d)
		}
		sameNumbers(t, design, before, after)
	}
}

// TestFuturesStartAlike: under every package, a future has the same coalition
// and the same occasions as long as no package has ended.
func TestFuturesStartAlike(t *testing.T) {
	sc := small(t, "")
	for f := range 20 {
		r, err := ReplayFuture(sc, 3, f)
		if err != nil {
			t.Fatal(err)
		}
		occasions := func(s *model.Story, until int) []int {
			var months []int
			for _, e := range s.Events {
				if e.Kind == model.Opportunity && e.Month < until {
					months = append(months, e.Month)
				}
			}
			return months
		}
		first := &r.Stories[0]
		for i := range r.Stories {
			s := &r.Stories[i]
			until := math.MaxInt
			for _, end := range []int{first.End.Month, s.End.Month} {
				if end >= 0 {
					until = min(until, end)
				}
			}
			if d := cmp.Diff(occasions(first, until), occasions(s, until)); d != "" || s.Resolute != first.Resolute {
				t.Errorf("future %d, package %d: resolute %v and %v, occasions:\n%s", f, i, first.Resolute, s.Resolute, d)
			}
		}
	}
}
