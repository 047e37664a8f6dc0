package sim

import (
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"steadfast/sim/result"
	"steadfast/sim/scenario"
)

// compared compares two scenarios.
func compared(t testing.TB, a, b *scenario.Scenario, plan DiffPlan, opt Options) *result.Diff {
	t.Helper()
	if plan.Measure == "" {
		plan.Measure = "risk"
	}
	d, err := Diff(t.Context(), a, b, plan, opt)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// editNamed is the place of an edit.
func editNamed(t testing.TB, d *result.Diff, name string) int {
	t.Helper()
	return at(t, d.Edits, func(e *result.Edit) string { return e.Name }, name)
}

// addUp wants the shares of every package to add up to its change.
func addUp(t *testing.T, what string, d *result.Diff) {
	t.Helper()
	for _, change := range d.Changes {
		sum := 0.0
		for _, share := range change.Shares {
			sum += share.Mean
		}
		if len(change.Shares) != len(d.Edits) {
			t.Errorf("%s, %s: %d shares of %d edits", what, change.Package, len(change.Shares), len(d.Edits))
		}
		closeTo(t, what+", "+change.Package+": the sum of the shares", sum, change.Change.Mean, 1e-12)
		closeTo(t, what+", "+change.Package+": the change", change.Change.Mean, change.B.Mean-change.A.Mean, 1e-12)
	}
}

// TestSharesOfTwoEditsByHand: from four runs.
func TestSharesOfTwoEditsByHand(t *testing.T) {
	a := tiny(t, "", "run.cases=16")
	const challenger, coalition = "challenger.noise=0.2", "coalition.resolve=0.3"
	b := with(t, a, challenger, coalition)
	d := compared(t, a, b, DiffPlan{}, Options{})
	addUp(t, "two edits", d)
	if len(d.Edits) != 2 || d.Orders != 0 || d.Run.Cases != 16 || d.Done > d.Asked {
		t.Fatalf("edits %+v, %d orders, %+v, %d of %d solved", d.Edits, d.Orders, d.Run, d.Done, d.Asked)
	}
	for p, change := range d.Changes {
		risk := func(set ...string) float64 { return riskWith(t, a, change.Package, set...) }
		none, first, second, both := risk(), risk(challenger), risk(coalition), risk(challenger, coalition)
		closeTo(t, change.Package+" before", change.A.Mean, none, 1e-14)
		closeTo(t, change.Package+" after", change.B.Mean, both, 1e-14)
		closeTo(t, change.Package+": share of the challenger", change.Shares[editNamed(t, d, "challenger")].Mean, ((first-none)+(both-second))/2, 1e-12)
		closeTo(t, change.Package+": share of the coalition", change.Shares[editNamed(t, d, "coalition")].Mean, ((second-none)+(both-first))/2, 1e-12)
		if change.Package != a.Packages[p].ID || change.Change.Mean == 0 {
			t.Errorf("package %d is %s and changes by %v", p, change.Package, change.Change.Mean)
		}
	}
	// The other way round, everything changes its sign.
	back := compared(t, b, a, DiffPlan{}, Options{})
	for p := range d.Changes {
		for e := range d.Edits {
			closeTo(t, "share on the way back", back.Changes[p].Shares[e].Mean, -d.Changes[p].Shares[e].Mean, 1e-12)
		}
	}
}

// manyEdits are more keys than are divided exactly.
var manyEdits = []string{
	"challenger.noise=0.2", "challenger.war_cost=0.5", "challenger.clash_cost=0.5", "challenger.probe_gain=-0.1", "challenger.probe_cost=0.05",
	"coalition.resolve=0.4", "coalition.hollow_penalty=1", "watch.detection=0.7", "instrument.snap.severity=0.1", "instrument.snap.credibility=0.5",
}

// TestSharesOfManyEdits: exact by table, sampled by key; they add up, and what
// a package does not use has a share of exactly 0.
func TestSharesOfManyEdits(t *testing.T) {
	long(t)
	a := tiny(t, "", "run.cases=4")
	b := with(t, a, manyEdits...)
	tables := compared(t, a, b, DiffPlan{}, Options{})
	keys := compared(t, a, b, DiffPlan{ByKey: true, Orders: 6}, Options{})
	addUp(t, "by table", tables)
	addUp(t, "by key", keys)
	if len(tables.Edits) != 4 || tables.Orders != 0 || len(keys.Edits) != len(manyEdits) || keys.Orders != 6 {
		t.Fatalf("by table %d edits in %d orders, by key %d in %d", len(tables.Edits), tables.Orders, len(keys.Edits), keys.Orders)
	}
	for _, d := range []*result.Diff{tables, keys} {
		for e, edit := range d.Edits {
			for _, change := range d.Changes {
				share := change.Shares[e]
				unused := strings.HasPrefix(edit.Name, "instrument.snap") && change.Package != "snap"
				zero := share.Mean == 0 && share.StdErr == 0 && share.Lo == 0 && share.Hi == 0
				if unused && !zero {
					t.Errorf("%s: share of %s is %+v, want exactly 0", change.Package, edit.Name, share)
				}
				if change.Package == "snap" && zero && edit.Name != "challenger.clash_cost" { // of a clash with guarantors
					t.Errorf("snap: share of %s is 0", edit.Name)
				}
			}
		}
	}
	// Both divide the same change.
	for p := range tables.Changes {
		if d := cmp.Diff(tables.Changes[p].Change, keys.Changes[p].Change); d != "" {
			t.Errorf("the change by table and by key:\n%s", d)
		}
	}
}

// TestSampledSharesEstimateTheExactOnes within their intervals.
func TestSampledSharesEstimateTheExactOnes(t *testing.T) {
	long(t)
	a := tiny(t, "", "run.cases=2")
	b := with(t, a, manyEdits...)
	few := compared(t, a, b, DiffPlan{ByKey: true, Orders: 8}, Options{})
	many := compared(t, a, b, DiffPlan{ByKey: true, Orders: 30}, Options{})
	for p, change := range few.Changes {
		for e, share := range change.Shares {
			other := many.Changes[p].Shares[e]
			if math.Abs(share.Mean-other.Mean) > 5*math.Hypot(share.StdErr, other.StdErr) {
				t.Errorf("%s: share of %s from 8 orders %+v, from 30 %+v", change.Package, few.Edits[e].Name, share, other)
			}
		}
	}
}

// TestSeparateEditsHaveTheirOwnEffect: what two instruments cost adds up.
func TestSeparateEditsHaveTheirOwnEffect(t *testing.T) {
	const both = `
[[package]]
id          = "both"
instruments = ["snap", "force"]
`
	a := tiny(t, both, "run.cases=16", "instrument.snap.cost_per_year=1", "instrument.force.cost_per_year=2")
	const snap, force = "instrument.snap.cost_per_year=1.5", "instrument.force.cost_per_year=2.25"
	d := compared(t, a, with(t, a, snap, force), DiffPlan{Measure: "cost_bn"}, Options{})
	addUp(t, "costs", d)
	cost := func(set ...string) float64 {
		found, _ := run(t, with(t, a, set...), Options{})
		return byID(t, found, "both").Cost.Mean
	}
	change := d.Changes[place(t, a, "both")]
	for name, set := range map[string]string{"instrument.snap": snap, "instrument.force": force} {
		want := cost(set) - cost()
		closeTo(t, "share of "+name, change.Shares[editNamed(t, d, name)].Mean, want, 1e-12)
		if want < 0.1 {
			t.Errorf("%s costs %v more", name, want)
		}
	}
	if d.Measure != "cost_bn" {
		t.Errorf("measure %q", d.Measure)
	}
}

// TestOneEditIsTheWholeChange, with its error.
func TestOneEditIsTheWholeChange(t *testing.T) {
	a := tiny(t, "", "run.cases=32", "run.design='sobol'")
	d := compared(t, a, with(t, a, "coalition.resolve=0.3"), DiffPlan{}, Options{})
	for _, change := range d.Changes {
		share := change.Shares[0]
		closeTo(t, "share", share.Mean, change.Change.Mean, 1e-15)
		closeTo(t, "error", share.StdErr, change.Change.StdErr, 1e-12)
		closeTo(t, "lower end", share.Lo, change.Change.Lo, 1e-12)
	}
	if want := []string{"resolve: uniform [0.2, 0.9] → 0.3"}; d.Edits[0].Kind != "changed" || !cmp.Equal(want, d.Edits[0].Lines) {
		t.Errorf("edit %+v", d.Edits[0])
	}
}

// TestNothingEdited: no shares, and no change.
func TestNothingEdited(t *testing.T) {
	a := tiny(t, "", "run.cases=2")
	d := compared(t, a, with(t, a, "title='Another'"), DiffPlan{}, Options{})
	if len(d.Edits) != 0 || len(d.Changes) != 3 {
		t.Fatalf("%d edits, %d changes", len(d.Edits), len(d.Changes))
	}
	for _, change := range d.Changes {
		if len(change.Shares) != 0 || change.Change.Mean != 0 || change.A != change.B || change.A.Mean == 0 {
			t.Errorf("%+v", change)
		}
	}
}

// TestPackagesOfOneFile: a package that one of the two has is one edit, which
// changes no number of another.
func TestPackagesOfOneFile(t *testing.T) {
	const set = "run.cases=8"
	a, b := tiny(t, "", set), tiny(t, mirrored, set, "challenger.noise=0.2")
	for _, tt := range []struct {
		a, b *scenario.Scenario
		kind string
	}{{a, b, "added"}, {b, a, "removed"}} {
		d := compared(t, tt.a, tt.b, DiffPlan{}, Options{})
		addUp(t, tt.kind, d)
		e := at(t, d.Edits, func(e *result.Edit) string { return strings.SplitN(e.Name, ",", 2)[0] }, "package other")
		if len(d.Edits) != 2 || d.Edits[e].Kind != tt.kind || len(d.Changes) != 3 {
			t.Errorf("%s: edits %+v, %d changes", tt.kind, d.Edits, len(d.Changes))
		}
		for _, change := range d.Changes {
			if share := change.Shares[e]; share.Mean != 0 || change.Change.Mean == 0 || change.Package == "other" {
				t.Errorf("%s: %s changes by %v, of that by the package %v", tt.kind, change.Package, change.Change.Mean, share.Mean)
			}
		}
	}
}

// TestDiffsAreTheSameForAnyWorkersAndOrders of packages.
func TestDiffsAreTheSameForAnyWorkersAndOrders(t *testing.T) {
	a := tiny(t, "", "run.cases=8")
	b := with(t, a, "challenger.noise=0.2", "coalition.resolve=0.3", "instrument.snap.severity=0.2")
	one := compared(t, a, b, DiffPlan{}, Options{Workers: 1})
	for workers := 2; workers <= 4; workers++ {
		if d := cmp.Diff(asJSON(t, one), asJSON(t, compared(t, a, b, DiffPlan{}, Options{Workers: workers}))); d != "" {
			t.Errorf("%d workers:\n%s", workers, d)
		}
	}
	const turned = `packages=["trip", "none", "snap"]`
	other := compared(t, with(t, a, turned), with(t, b, turned), DiffPlan{}, Options{})
	if d := cmp.Diff(one.Edits, other.Edits); d != "" || other.Changes[0].Package != "trip" {
		t.Errorf("edits in another order of packages:\n%s", d)
	}
	for _, change := range one.Changes {
		p := at(t, other.Changes, func(c *result.Attribution) string { return c.Package }, change.Package)
		if d := cmp.Diff(change, other.Changes[p]); d != "" {
			t.Errorf("%s in another order:\n%s", change.Package, d)
		}
	}
}

// TestWhatDiffRefuses says why.
func TestWhatDiffRefuses(t *testing.T) {
	a := tiny(t, "", "run.cases=2")
	_, err := Diff(t.Context(), a, a, DiffPlan{Measure: "danger"}, Options{})
	if err == nil || !strings.Contains(err.Error(), `"danger"`) || !strings.Contains(err.Error(), "risk, limited_risk") {
		t.Errorf("measure: %v", err)
	}
	_, err = Diff(t.Context(), with(t, a, `packages=["none"]`), with(t, a, `packages=["trip"]`, "baseline='trip'"), DiffPlan{Measure: "risk"}, Options{})
	if err == nil || !strings.Contains(err.Error(), "no package in common") {
		t.Errorf("packages: %v", err)
	}
	alone := tiny(t, "", "run.cases=1")
	if _, err := Diff(t.Context(), alone, alone, DiffPlan{Measure: "risk"}, Options{}); err == nil || !strings.Contains(err.Error(), "draw 2 or more") {
		t.Errorf("one case: %v", err)
	}
}
