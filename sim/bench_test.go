package sim

import (
	"testing"

	"steadfast/scenarios"
	"steadfast/sim/result"
	"steadfast/sim/scenario"
)

func shippedScenario(b *testing.B, name string, sets ...string) *scenario.Scenario {
	b.Helper()
	sc, found := scenario.Load(name, scenario.Options{Shipped: scenarios.Files(), Set: sets})
	if sc == nil {
		b.Fatal(found)
	}
	return sc
}

// BenchmarkSobol estimates first and total indices with intervals for every
// package of the main scenario, all its parameters, at 512 base points.
func BenchmarkSobol(b *testing.B) {
	sc := shippedScenario(b, "ukraine-options")
	plan := DefaultSensitivity()
	plan.Methods, plan.BasePoints = []string{result.MethodSobol}, 512
	for range b.N {
		s, err := Sensitivity(b.Context(), sc, plan, Options{})
		if err != nil {
			b.Fatal(err)
		}
		m := s.Methods[0]
		seconds := b.Elapsed().Seconds() / float64(b.N)
		b.ReportMetric(float64(len(sc.Columns())), "parameters")
		b.ReportMetric(float64(len(sc.Packages)), "packages")
		b.ReportMetric(float64(m.Asked), "solves-asked")
		b.ReportMetric(float64(m.Done), "solves-done")
		b.ReportMetric(float64(m.Done)/seconds, "solves/s")
	}
}

// BenchmarkSweep sweeps two parameters over 21 × 21 values: ten packages, 50
// cases.
func BenchmarkSweep(b *testing.B) {
	sc := shippedScenario(b, "ukraine-options", "run.cases=50", `run.design="random"`, "run.futures=0", `answer="none"`,
		`packages=["none", "assist", "snap", "air", "trip", "nato", "pact", "assist_snap", "snap_trip", "all"]`)
	sweep := scenario.Sweep{ID: "bench", Title: "bench", Design: scenario.GridSweep}
	for _, text := range []string{"coalition.reputation=0.1:0.9:21", "challenger.war_cost=0.35:0.75:21"} {
		v, found := sc.ParseVary(text)
		if found.HasErrors() {
			b.Fatal(found)
		}
		sweep.Vary = append(sweep.Vary, v)
	}
	for range b.N {
		s, err := Sweep(b.Context(), sc, sweep, Options{})
		if err != nil {
			b.Fatal(err)
		}
		if len(s.Points) != 441 || len(s.Packages) != 10 {
			b.Fatalf("%d points of %d packages", len(s.Points), len(s.Packages))
		}
		b.ReportMetric(float64(s.Asked), "solves-asked")
		b.ReportMetric(float64(s.Done), "solves-done")
		b.ReportMetric(float64(s.Done)/(b.Elapsed().Seconds()/float64(b.N)), "solves/s")
	}
}
