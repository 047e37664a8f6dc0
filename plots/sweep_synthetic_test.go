package plots

import (
	"math"

	"steadfast/sim/estimate"
	"steadfast/sim/result"
)

func numbers(from, to float64, n int) []float64 {
	out := make([]float64, n)
	for i := range out {
		out[i] = from + (to-from)*float64(i)/float64(n-1)
	}
	return out
}

func decades(from, to float64, n int) []float64 {
	out := numbers(math.Log(from), math.Log(to), n)
	for i, v := range out {
		out[i] = math.Exp(v)
	}
	return out
}

func median(v float64) *float64 { return &v }

func warCost(n int) result.Axis {
	return result.Axis{Path: "challenger.war_cost", Unit: "stakes", Values: numbers(0.2, 1, n), Median: median(0.55)}
}

func resolve(n int) result.Axis {
	return result.Axis{Path: "coalition.resolve", Unit: "probability", Values: numbers(0.05, 0.95, n), Median: median(0.48)}
}

func troops(n int) result.Axis {
	return result.Axis{Path: "instrument.tripwire.troops", Unit: "troops", Values: decades(500, 100_000, n), Log: true, Median: median(12_000)}
}

func states() result.Axis {
	return result.Axis{Path: "backstop.initial", Labels: []string{"supportive", "reluctant", "absent", "absent, then supportive again after an election"}}
}

// swept makes a sweep by formula: the first axis lowers the risk of every
// package, in another degree for each, the second that of every other package,
// so that the order of packages turns.
func swept(n int, name func(int) string, axes ...result.Axis) *result.Sweep {
	base := synthetic(n, name)
	s := &result.Sweep{
		Schema: 1, Version: "0.1.0", Scenario: base.Scenario, Run: base.Run,
		ID: "vary", Layout: "grid", Axes: axes,
	}
	s.Run.Cases, s.Run.Futures = 512, 0
	for _, p := range base.Packages {
		s.Packages = append(s.Packages, result.Named{ID: p.ID, Name: p.Name})
	}
	total := 1
	for i := range axes {
		total *= axes[i].Len()
	}
	for k := range total {
		at := make([]int, len(axes))
		share := make([]float64, 2)
		rest := k
		for a := len(axes) - 1; a >= 0; a-- {
			at[a] = rest % axes[a].Len()
			rest /= axes[a].Len()
			if a < 2 {
				share[a] = float64(at[a]) / float64(axes[a].Len()-1)
			}
		}
		s.Points = append(s.Points, result.SweepPoint{At: at})
		pt := &s.Points[k]
		for i, p := range base.Packages {
			u := [2]float64{share[0], share[1]}
			for a := range axes {
				for _, id := range axes[a].Own {
					if id == p.ID && a < 2 {
						u[a] = 0.5
					}
				}
			}
			logit := 0.3*math.Log(p.Risk.Mean/(1-p.Risk.Mean)) + 0.8 -
				(1+2.2*float64(i*5%7)/7)*u[0] - (0.2+3.4*float64(i*3%5)/5)*(u[1]-0.45)*(0.5+u[0])
			pt.Packages = append(pt.Packages, sweptValue(logit))
		}
		for _, measure := range []string{"risk", "adjusted", "peace"} {
			pt.Preferred = append(pt.Preferred, preferred(s, pt, measure))
		}
	}
	s.Base = append(s.Base, s.Points[total/2].Packages...)
	return s
}

func sweptValue(logit float64) result.SweepValue {
	at := func(z float64) float64 { return 1 / (1 + math.Exp(-(logit + 0.85*z))) }
	m := at(0)
	return result.SweepValue{
		Risk: estimate.Summary{Mean: m, StdErr: 0.003, P5: at(-1.645), P10: at(-1.2816), P25: at(-.6745), P50: m,
			P75: at(.6745), P90: at(1.2816), P95: at(1.645)},
		Adjusted: estimate.Mean{Mean: m, StdErr: 0.003, Lo: m - .006, Hi: m + .006},
		Peace:    estimate.Mean{Mean: 1 - m, StdErr: 0.003, Lo: 1 - m - .006, Hi: 1 - m + .006},
	}
}

// preferred picks the lowest risk and ties what lies within a hundredth. By peace
// the packages stand in another order: the last is preferred.
func preferred(s *result.Sweep, pt *result.SweepPoint, measure string) result.Preference {
	best := 0
	for i, v := range pt.Packages {
		if v.Risk.Mean < pt.Packages[best].Risk.Mean {
			best = i
		}
	}
	if measure == "peace" {
		best = len(pt.Packages) - 1
	}
	q := result.Preference{Measure: measure, Package: s.Packages[best].ID}
	for i, v := range pt.Packages {
		if i != best && math.Abs(v.Risk.Mean-pt.Packages[best].Risk.Mean) < 0.01 {
			q.Tied = append(q.Tied, s.Packages[i].ID)
		}
	}
	return q
}

func realName(i int) string { return packageNames[i%len(packageNames)] }
