package plots

import (
	"fmt"
	"math"
	"strings"

	"steadfast/sim/estimate"
	"steadfast/sim/result"
)

// factors of real paths, the influential ones scattered.
var factorPaths = []struct {
	path, unit string
	low, high  float64
}{
	{"watch.detection", "probability", 0.3792, 0.7211},
	{"challenger.war_cost", "stakes", 0.4211, 0.6893},
	{"guarantor.nordic_baltic.backstop_reliance", "factor", 0.153, 0.642},
	{"challenger.forces.end", "capability", 1.34, 1.87},
	{"instrument.tripwire.troops", "troops", 4120, 17130},
	{"challenger.probe_gain", "stakes", -0.412, -0.042},
	{"guarantor.us.willingness", "probability", 0.1, 0.31},
	{"battle.fait_accompli_days", "days", 33.2, 113},
	{"instrument.snapback.relief_per_year", "stakes/year", 0.0044, 0.0099},
	{"guarantor.uk.willingness", "probability", 0.43, 0.67},
	{"coalition.reputation", "probability", 0.28, 0.58},
	{"backstop.move.supportive.reluctant", "relative weight", 1.6, 4.4},
	{"instrument.air_naval.escalation", "probability", 0.00032, 0.00142},
	{"challenger.planning_years", "years", 2.7, 10.1},
	{"protege.forces.half_life_years", "years", 1.9, 4.8},
	{"weights.cost_per_bn", "loss", 0.024, 0.096},
	{"instrument.assistance.cost_per_year", "bn EUR/year", 18.4, 34.6},
	{"challenger.opportunities_per_year", "1/year", 0.74, 1.73},
}

func realFactor(i int) string {
	if i < len(factorPaths) {
		return factorPaths[i].path
	}
	return fmt.Sprintf("guarantor.%s.%s", []string{"fr", "de", "it", "es", "pl", "benelux", "cz", "ca", "tr", "nordic_baltic"}[i%10],
		[]string{"capability", "fatigue_per_year", "legal_weight", "presence", "own_gap", "reserve", "delay_days", "share", "stock", "mandate", "reach", "tempo"}[i/10%12])
}

func shortFactor(i int) string { return fmt.Sprintf("f.x%d", i) }

func longFactor(i int) string {
	return fmt.Sprintf("guarantor.nordic_baltic_and_the_netherlands.backstop_%03d_reliance", i)[:60]
}

// sensitivity makes an analysis by formula, by every method, of five packages,
// their differences to the baseline, and the ranking.
func sensitivity(n int, name func(i int) string) *result.Sensitivity {
	set := five()
	s := &result.Sensitivity{
		Schema: result.Schema, Version: set.Version, Scenario: set.Scenario, Run: set.Run, Measure: "risk",
		Methods: []result.Method{
			{Name: "tornado", Points: 512}, {Name: "morris", Points: 64}, {Name: "sobol", Points: 512},
			{Name: "prcc", Points: 2048}, {Name: "given", Points: 2048}, {Name: "pawn", Points: 2048},
		},
	}
	for i := range n {
		path := name(i)
		f := result.Factor{Name: path, Paths: []string{path}}
		k := factorPaths[i%len(factorPaths)]
		low, high := k.low, k.high
		f.Low, f.High, f.Unit = &low, &high, k.unit
		switch i % 9 {
		case 4:
			f.Correlated = true
		case 7:
			if i > 7 {
				f.Name, f.Low, f.High, f.Unit = fmt.Sprintf("US politics %d", i), nil, nil, ""
				f.Paths = []string{path, path + "b", path + "c"}
			}
		}
		s.Factors = append(s.Factors, f)
	}
	for _, p := range set.Packages {
		s.Packages = append(s.Packages, result.Named{ID: p.ID, Name: p.Name})
		s.Outputs = append(s.Outputs, result.Driven{Kind: "package", Package: p.ID, Mean: p.Risk.Mean, Variance: 0.02})
	}
	for _, p := range set.Packages[1:] {
		s.Outputs = append(s.Outputs, result.Driven{Kind: "difference", Package: p.ID, Against: "p0",
			Mean: p.Risk.Mean - set.Packages[0].Risk.Mean, Variance: 0.01})
	}
	s.Outputs = append(s.Outputs, result.Driven{Kind: "ranking", Mean: 3, Variance: 4.2})
	for o := range s.Outputs {
		addOutput(s, o)
	}
	return s
}

// addOutput gives an output a number by every method.
func addOutput(s *result.Sensitivity, o int) {
	n, out := len(s.Factors), s.Outputs[o]
	scale, base := 1.0, out.Mean
	if out.Kind == "ranking" {
		scale = 8
	}
	mean := func(m, e float64) estimate.Mean { return estimate.Mean{Mean: m, StdErr: e, Lo: m - 2*e, Hi: m + 2*e} }
	var (
		swings  []result.Swing
		effects []result.Elementary
		indices []result.Indices
		ranks   []estimate.Mean
		given   []result.GivenIndex
		pawn    []result.PAWN
	)
	for i := range n {
		place := i // by size
		if k, step := min(n, len(factorPaths)), 7; i < k {
			if k%step == 0 {
				step = 5
			}
			place = (i*step + o*3 + 2) % k
		}
		size := 0.28 * math.Exp(-0.33*float64(place))
		sign := 1 - 2*float64((i+o)%2)
		noise := 0.004 * math.Sin(float64(17*i+5*o))
		e := 0.006 + 0.02*size
		d := sign * scale * size
		swings = append(swings, result.Swing{
			Low: mean(base-0.46*d+noise*scale, e*scale), High: mean(base+0.54*d+noise*scale, e*scale), Difference: mean(d, 0.7*e*scale),
		})
		if place == 6 { // a factor whose both ends lower the output
			swings[i].Low, swings[i].High = mean(base-0.02*scale, e*scale), mean(base-0.055*scale, e*scale)
			swings[i].Difference = mean(-0.035*scale, 0.7*e*scale)
		}
		total := 1.5 * size * math.Exp(-0.1*float64(place))
		first := 0.72*total + noise
		indices = append(indices, result.Indices{First: mean(first, 0.008+0.04*total), Total: mean(total, 0.003+0.05*total)})
		effects = append(effects, result.Elementary{Mu: mean(d*0.8, e), MuStar: mean(size*scale, e*scale), Sigma: (0.02 + 0.4*size) * scale})
		ranks = append(ranks, mean(sign*math.Tanh(5*size), 0.022))
		chance := math.Exp(-400 * size * size)
		given = append(given, result.GivenIndex{First: mean(first, 0.006+0.03*total), PValue: chance, Driver: chance < 0.05})
		pawn = append(pawn, result.PAWN{Median: 0.05 + 0.8*size, Max: 0.11 + 1.4*size, PValue: chance, Driver: chance < 0.05})
	}
	s.Tornado, s.Morris, s.Sobol = append(s.Tornado, swings), append(s.Morris, effects), append(s.Sobol, indices)
	s.PRCC, s.Given, s.PAWN = append(s.PRCC, ranks), append(s.Given, given), append(s.PAWN, pawn)
}

// outputOf is the place of the first output of a kind.
func outputOf(s *result.Sensitivity, kind string) int {
	for i, o := range s.Outputs {
		if o.Kind == kind {
			return i
		}
	}
	panic("no output of kind " + kind + ": have " + strings.Join(SensitivityNames(s), ", "))
}
