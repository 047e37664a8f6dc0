package sim

import (
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"steadfast/sim/design"
	"steadfast/sim/estimate"
	"steadfast/sim/result"
	"steadfast/sim/scenario"
)

// analysed makes a sensitivity analysis.
func analysed(t testing.TB, sc *scenario.Scenario, plan SensitivityPlan, opt Options) *result.Sensitivity {
	t.Helper()
	s, err := Sensitivity(t.Context(), sc, plan, opt)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// quick is a plan of little work.
func quick(methods ...string) SensitivityPlan {
	return SensitivityPlan{Methods: methods, Measure: "risk", TornadoCases: 16, Trajectories: 3, BasePoints: 16, GivenCases: 64}
}

func closeTo(t *testing.T, what string, got, want, tolerance float64) {
	t.Helper()
	if !(math.Abs(got-want) <= tolerance) {
		t.Errorf("%s is %.15g, want %.15g", what, got, want)
	}
}

// TestSobolIndicesByHand computes the indices of one package in loops of its
// own: of every parameter, and of two that are drawn together.
func TestSobolIndicesByHand(t *testing.T) {
	long(t)
	const pack = "snap"
	for _, kind := range []string{"random", "sobol", "latin"} {
		for _, more := range []string{"", correlated} {
			sc := tiny(t, more, "run.design='"+kind+"'")
			got := analysed(t, sc, quick(result.MethodSobol), Options{})

			const points = 16
			base := kind
			if kind == "latin" {
				base = "sobol" // a Latin design has no replicates
			}
			spec := design.Spec{Kind: design.Kind(base), Cases: points, Seed: sc.Run.Seed, Columns: []string{
				"challenger.war_cost", "coalition.resolve", "instrument.snap.severity",
				"challenger.war_cost (second)", "coalition.resolve (second)", "instrument.snap.severity (second)",
			}}
			factors := map[string][]int{"challenger.war_cost": {0}, "coalition.resolve": {1}, "instrument.snap.severity": {2}}
			if more != "" {
				spec.Correlations = []design.Correlation{{A: 0, B: 1, Rank: 0.7}, {A: 3, B: 4, Rank: 0.7}}
				factors = map[string][]int{"{challenger,coalition}.{war_cost,resolve}": {0, 1}, "instrument.snap.severity": {2}}
			}
			d, err := design.New(spec)
			if err != nil {
				t.Fatal(err)
			}
			var ya, yb []float64
			swapped := map[string][]float64{}
			row := make([]float64, 6)
			for c := range points {
				d.Row(c, row)
				ya, yb = append(ya, naive(t, sc, pack, row[:3])), append(yb, naive(t, sc, pack, row[3:]))
				for name, columns := range factors {
					mixed := slices.Clone(row[:3])
					for _, j := range columns {
						mixed[j] = row[3+j]
					}
					swapped[name] = append(swapped[name], naive(t, sc, pack, mixed))
				}
			}
			mean, variance := 0.0, 0.0
			for c := range points {
				mean += (ya[c] + yb[c]) / (2 * points)
			}
			for c := range points {
				variance += (math.Pow(ya[c]-mean, 2) + math.Pow(yb[c]-mean, 2)) / (2 * points)
			}
			o := outputAt(t, got, ofPackage, pack)
			for name, y := range swapped {
				first, total := 0.0, 0.0
				for c := range points {
					first += (yb[c] - mean) * (y[c] - ya[c]) / points / variance
					total += math.Pow(ya[c]-y[c], 2) / (2 * points) / variance
				}
				f := factorAt(t, got, name)
				closeTo(t, kind+" first index of "+name, got.Sobol[o][f].First.Mean, first, 1e-9)
				closeTo(t, kind+" total index of "+name, got.Sobol[o][f].Total.Mean, total, 1e-9)
				if total < 0.01 {
					t.Errorf("%s, %s: total index %v, too small to test with", kind, name, total)
				}
			}
			closeTo(t, "mean", got.Outputs[o].Mean, mean, 1e-12)
			closeTo(t, "variance", got.Outputs[o].Variance, variance*2*points/(2*points-1), 1e-12)
			if m := got.Methods[0]; m.Points != points || m.Asked != points*3*(2+len(factors)) || m.Done >= m.Asked || (len(m.Notes) == 0) == (more != "") {
				t.Errorf("%s: method %+v", kind, m)
			}
		}
	}
}

// TestWhatAPackageDoesNotUse has indices of exactly 0 there, and none elsewhere.
func TestWhatAPackageDoesNotUse(t *testing.T) {
	long(t)
	sc := tiny(t, "")
	s := analysed(t, sc, quick(result.MethodSobol, result.MethodTornado, result.MethodMorris), Options{})
	f := factorAt(t, s, "instrument.snap.severity")
	for _, p := range sc.Packages {
		o := outputAt(t, s, ofPackage, p.ID)
		unused := p.ID != "snap"
		if got := s.Sobol[o][f]; unused != (got == result.Indices{}) {
			t.Errorf("%s: indices of the sanction's severity %+v", p.ID, got)
		}
		if got := s.Morris[o][f]; unused != (got == result.Elementary{}) {
			t.Errorf("%s: effects %+v", p.ID, got)
		}
		if got := s.Tornado[o][f].Difference; unused != (got == estimate.Mean{}) {
			t.Errorf("%s: swing %+v", p.ID, got)
		}
	}
}

// TestAConstantHasNoDrivers: its indices, effects and swings are exactly 0.
func TestAConstantHasNoDrivers(t *testing.T) {
	long(t)
	sc := tiny(t, "")
	plan := quick(SensitivityMethods()...)
	plan.Measure = "cost_bn" // of none: 0 in every case
	s := analysed(t, sc, plan, Options{})
	o := outputAt(t, s, ofPackage, "none")
	for f := range s.Factors {
		if s.Sobol[o][f] != (result.Indices{}) || s.Morris[o][f] != (result.Elementary{}) || s.Tornado[o][f] != (result.Swing{}) {
			t.Errorf("%s: %+v, %+v, %+v", s.Factors[f].Name, s.Sobol[o][f], s.Morris[o][f], s.Tornado[o][f])
		}
		if g := s.Given[o][f]; g.First != (estimate.Mean{}) || g.PValue != 1 || g.Driver || s.PAWN[o][f].Driver || s.PRCC[o][f].Mean != 0 {
			t.Errorf("%s from given cases: %+v, %+v, %+v", s.Factors[f].Name, g, s.PAWN[o][f], s.PRCC[o][f])
		}
	}
	if s.Outputs[o].Mean != 0 || s.Outputs[o].Variance != 0 {
		t.Errorf("%+v", s.Outputs[o])
	}
}

// TestTornadoByHand moves a number to its two ends in every case.
func TestTornadoByHand(t *testing.T) {
	sc := tiny(t, "", "run.design='random'")
	s := analysed(t, sc, quick(result.MethodTornado), Options{})
	const column = 1
	f := factorAt(t, s, "coalition.resolve")
	var low, high, difference []float64
	d, err := design.New(design.Spec{Kind: design.Random, Cases: 16, Seed: sc.Run.Seed,
		Columns: []string{"challenger.war_cost", "coalition.resolve", "instrument.snap.severity"}})
	if err != nil {
		t.Fatal(err)
	}
	u := make([]float64, 3)
	for c := range d.Len() {
		d.Row(c, u)
		u[column] = 0.05
		low = append(low, naive(t, sc, "trip", u)-naive(t, sc, "none", u))
		u[column] = 0.95
		high = append(high, naive(t, sc, "trip", u)-naive(t, sc, "none", u))
		difference = append(difference, high[c]-low[c])
	}
	sampler := estimate.Over(1)
	want := result.Swing{Low: sampler.Mean(low), High: sampler.Mean(high), Difference: sampler.Mean(difference)}
	if d := cmp.Diff(want, s.Tornado[outputAt(t, s, ofDifference, "trip")][f]); d != "" {
		t.Errorf("trip less none (-want +got):\n%s", d)
	}
	if want.Difference.Mean == 0 {
		t.Error("the number does nothing")
	}
	if factor := s.Factors[f]; math.Abs(*factor.Low-0.235) > 1e-12 || math.Abs(*factor.High-0.865) > 1e-12 {
		t.Errorf("its 5 and 95 %% points are %v and %v", *factor.Low, *factor.High)
	}
	if s.Tornado[len(s.Outputs)-1] != nil {
		t.Error("the ranking has swings")
	}
}

// TestGivenCasesAreThoseOfARun: from the cases of a run come the same numbers.
func TestGivenCasesAreThoseOfARun(t *testing.T) {
	long(t)
	for _, design := range designs {
		sc := tiny(t, correlated, "run.cases=64", "run.design='"+design+"'", `coalition.decision_rule={ discrete = { values = ["own", "majority"] } }`)
		plan := quick(GivenMethods()...)
		plan.GivenCases = 64
		want := analysed(t, sc, plan, Options{})
		set, cases := run(t, sc, Options{})
		got, err := SensitivityOf(sc, set.Run, cases, plan)
		if err != nil {
			t.Fatal(err)
		}
		for i := range want.Methods {
			if m := want.Methods[i]; m.Asked == 0 || m.Done == 0 || m.Points != 64 {
				t.Errorf("method %+v", m)
			}
			want.Methods[i].Asked, want.Methods[i].Done = 0, 0 // an existing run was solved before
		}
		if d := cmp.Diff(asJSON(t, want), asJSON(t, got)); d != "" {
			t.Errorf("%s: from a run (+) and from points of its own (-):\n%s", design, d)
		}
		f := factorAt(t, got, "coalition.decision_rule")
		if factor := got.Factors[f]; !factor.Discrete || factor.Low != nil {
			t.Errorf("a rule is a number: %+v", factor)
		}
		top, o := factorAt(t, got, "challenger.war_cost"), outputAt(t, got, ofPackage, "snap")
		if !got.Given[o][top].Driver || got.Given[o][f].Driver {
			t.Errorf("%s: drivers of snap: %+v", design, got.Given[o])
		}
		// Groups move as one only where points are chosen.
		if together := factorAt(t, got, "{challenger,coalition}.{war_cost,resolve}"); got.Given[o][together] != (result.GivenIndex{}) || got.Applies(result.MethodGiven, together) {
			t.Error("a group has an index from given data")
		}
	}
}

// TestMethodsThatNeedPoints are refused for an existing run.
func TestMethodsThatNeedPoints(t *testing.T) {
	sc := tiny(t, "", "run.cases=64")
	set, cases := run(t, sc, Options{})
	for _, method := range []string{result.MethodTornado, result.MethodMorris, result.MethodSobol} {
		_, err := SensitivityOf(sc, set.Run, cases, quick(result.MethodPRCC, method))
		if err == nil || !strings.Contains(err.Error(), method) || !strings.Contains(err.Error(), "prcc, given, pawn") {
			t.Errorf("%s: %v", method, err)
		}
	}
}

// TestSensitivityIsTheSameForAnyWorkersAndOrders of packages.
func TestSensitivityIsTheSameForAnyWorkersAndOrders(t *testing.T) {
	sc := tiny(t, correlated)
	plan := quick(SensitivityMethods()...)
	plan.TornadoCases, plan.BasePoints = 4, 4
	plan.Groups = []Group{{Name: "all else", Paths: []string{"instrument.*"}}}
	one := analysed(t, sc, plan, Options{Workers: 1})
	for _, workers := range []int{2, 5} {
		if d := cmp.Diff(asJSON(t, one), asJSON(t, analysed(t, sc, plan, Options{Workers: workers}))); d != "" {
			t.Errorf("%d workers:\n%s", workers, d)
		}
	}
	other := analysed(t, with(t, sc, `packages=["trip", "none", "snap"]`), plan, Options{})
	if d := cmp.Diff(one.Factors, other.Factors); d != "" {
		t.Errorf("factors in another order of packages:\n%s", d)
	}
	if d := cmp.Diff(one.Methods, other.Methods); d != "" {
		t.Errorf("work in another order of packages:\n%s", d)
	}
	if other.Packages[0].ID != "trip" {
		t.Fatal("the packages are in the same order")
	}
	for o, driven := range one.Outputs {
		q := outputAt(t, other, driven.Kind, driven.Package)
		if d := cmp.Diff([]any{driven, one.Sobol[o], one.Tornado[o], one.Morris[o], one.Given[o], one.PRCC[o], one.PAWN[o]},
			[]any{other.Outputs[q], other.Sobol[q], other.Tornado[q], other.Morris[q], other.Given[q], other.PRCC[q], other.PAWN[q]}); d != "" {
			t.Errorf("%s %s in another order of packages:\n%s", driven.Kind, driven.Package, d)
		}
	}
}

// TestProgressOfSeveralMethods goes from nothing to all, once.
func TestProgressOfSeveralMethods(t *testing.T) {
	long(t)
	plan := quick(SensitivityMethods()...)
	last := 0
	analysed(t, tiny(t, ""), plan, Options{Progress: func(done, all int) {
		if want := plan.TornadoCases + plan.Trajectories + plan.BasePoints + plan.GivenCases; all != want || done != last+1 {
			t.Errorf("%d of %d after %d, want all %d", done, all, last, want)
		}
		last = done
	}})
	if last != plan.TornadoCases+plan.Trajectories+plan.BasePoints+plan.GivenCases {
		t.Errorf("it ends at %d", last)
	}
}

// TestWhatSensitivityRefuses names what is wrong and what is allowed.
func TestWhatSensitivityRefuses(t *testing.T) {
	change := func(of func(*SensitivityPlan)) SensitivityPlan {
		plan := quick(result.MethodSobol)
		of(&plan)
		return plan
	}
	random := []string{"run.design='random'"}
	for _, tt := range []struct {
		plan SensitivityPlan
		set  []string
		want []string
	}{
		{quick("fast"), nil, []string{`"fast"`, "tornado, morris, sobol"}},
		{change(func(p *SensitivityPlan) { p.Measure = "danger" }), nil, []string{`"danger"`, "risk, limited_risk"}},
		{change(func(p *SensitivityPlan) { p.Groups = []Group{{"g", []string{"coalition.resolv"}}} }), nil, []string{`"g"`, "coalition.resolv", "did you mean coalition.resolve?"}},
		{change(func(p *SensitivityPlan) { p.Groups = []Group{{"g", nil}} }), nil, []string{`"g"`, "no parameter"}},
		{change(func(p *SensitivityPlan) {
			p.Groups = []Group{{"g", []string{"coalition.*"}}, {"h", []string{"coalition.resolve"}}}
		}), nil,
			[]string{`"g"`, `"h"`, "coalition.resolve", "one group"}},
		{quick(result.MethodSobol), []string{"challenger.war_cost=0.5", "coalition.resolve=0.5", "instrument.snap.severity=0.1"}, []string{"nothing in tiny is uncertain"}},
		{change(func(p *SensitivityPlan) { p.BasePoints = 1 }), random, []string{"1 base point", "2 or more"}},
		{change(func(p *SensitivityPlan) { p.Methods, p.TornadoCases = []string{result.MethodTornado}, 1 }), random, []string{"1 case", "2 or more"}},
		{change(func(p *SensitivityPlan) { p.Methods, p.Trajectories = []string{result.MethodMorris}, 1 }), nil, []string{"1 trajector", "at least 2"}},
		{change(func(p *SensitivityPlan) { p.Methods, p.GivenCases = []string{result.MethodGiven}, 1 }), random, []string{"given", "64"}},
		{change(func(p *SensitivityPlan) { p.Methods, p.GivenCases = []string{result.MethodPRCC}, 1 }), random, []string{"prcc"}},
		{change(func(p *SensitivityPlan) { p.Methods, p.GivenCases = []string{result.MethodPAWN}, 1 }), random, []string{"pawn"}},
	} {
		_, err := Sensitivity(t.Context(), tiny(t, "", tt.set...), tt.plan, Options{})
		if err == nil {
			t.Errorf("%+v: no error", tt.plan)
			continue
		}
		for _, part := range tt.want {
			if !strings.Contains(err.Error(), part) {
				t.Errorf("%v: does not say %q", err, part)
			}
		}
	}
}

// TestEveryMethodAloneSaysWhatItExplains: mean and variance of an output are
// those of the points that the method solved, whichever it is.
func TestEveryMethodAloneSaysWhatItExplains(t *testing.T) {
	sc := tiny(t, "")
	for _, method := range SensitivityMethods() {
		s := analysed(t, sc, quick(method), Options{})
		for i, o := range s.Outputs {
			if o.Kind == ofPackage && (o.Mean <= 0 || o.Mean >= 1 || o.Variance <= 0) {
				t.Errorf("%s: output %d has mean %g and variance %g", method, i, o.Mean, o.Variance)
			}
		}
	}
}
