package report

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"steadfast/sim/estimate"
	"steadfast/sim/result"
)

var update = flag.Bool("update", false, "rewrite the golden texts")

// golden compares a text with a file below testdata.
func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", file, diff)
	}
}

// about is a summary over cases: mean, its error, and a range as wide as it
// may be.
func about(mean, stdErr float64) estimate.Summary {
	return estimate.Summary{
		Mean: mean, StdErr: stdErr,
		P5: mean * 0.4, P10: mean * 0.5, P25: mean * 0.7, P50: mean, P75: mean * 1.2, P90: mean * 1.5, P95: mean * 1.6,
	}
}

// pack is a package whose risk by the horizon is given; the rest follows from
// it in fixed shares.
func pack(id, name string, risk, stdErr float64) result.Package {
	part := func(x float64) estimate.Summary { return about(risk*x, stdErr*x) }
	p := result.Package{
		ID: id, Name: name, Word: "unlikely",
		Risk: about(risk, stdErr), Deliberate: part(0.6), Escalated: part(0.3), Accident: part(0.1),
		Clash: part(0.2), Defeat: part(0.5),
		Feasibility: about(1, 0), Adjusted: about(risk, stdErr), Peace: about(1-risk, stdErr), Cost: about(0, 0),
	}
	for y := 1.0; y <= 15; y++ {
		p.Major = append(p.Major, result.Year{Years: y, Summary: part(y / 15)})
	}
	return p
}

// separated is the pair of two packages whose difference stands out.
func separated(a, b string, difference float64) result.Pair {
	return result.Pair{
		A: a, B: b,
		Difference:   estimate.Mean{Mean: difference, StdErr: 0.002, Lo: difference - 0.004, Hi: difference + 0.004},
		CasesABetter: 0.12, CasesBBetter: 0.88, FuturesABetter: 0.03, FuturesBBetter: 0.11,
	}
}

// tied is the pair of two packages that the draws do not separate.
func tied(a, b string) result.Pair {
	return result.Pair{
		A: a, B: b, PValue: 0.4, Tied: true,
		Difference:   estimate.Mean{Mean: 0.003, StdErr: 0.004, Lo: -0.005, Hi: 0.011},
		CasesABetter: 0.45, CasesBBetter: 0.55, FuturesABetter: 0.05, FuturesBBetter: 0.05,
	}
}

// set is the result of a run with packages and their pairs; the first package
// is the baseline.
func set(packages []result.Package, pairs ...result.Pair) *result.Set {
	for i := range packages {
		packages[i].Simulated = &result.Simulated{Distance: 0.5 - 0.4*float64(i)}
	}
	return &result.Set{
		Scenario: result.Scenario{Title: "A test", HorizonYears: 15, Baseline: packages[0].ID},
		Run:      result.Run{Cases: 2048, Futures: 100, Seed: 1, Design: "sobol", Replicates: 16, Dimensions: 61},
		Packages: packages, Pairs: pairs,
	}
}

// three is the plain case: no guarantee, snapback, tripwire, all apart.
func three() *result.Set {
	none, snap, trip := pack("none", "No guarantee", 0.452, 0.004), pack("snap", "Snapback", 0.384, 0.003), pack("trip", "Tripwire", 0.2213, 0.0008)
	none.Word = "roughly even chance"
	trip.Cost, trip.Feasibility = about(34.2, 0.3), about(0.61, 0.002)
	snap.Cost, snap.Feasibility = about(3.123, 0.02), about(0.9, 0)
	return set([]result.Package{none, snap, trip}, separated("none", "snap", 0.068), separated("none", "trip", 0.2307), separated("snap", "trip", 0.1627))
}
