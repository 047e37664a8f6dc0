package verdict

import (
	"math/rand/v2"
	"testing"

	"steadfast/sim/claim"
	"steadfast/sim/result"
)

// evidence makes cases from risks by package and case. All other outcomes are
// simple functions of the risk, so that their means are known: limited 2r,
// clash r/2, defeat r/4, a response stopped r/8, lasting r/16, the challenger's signature r², the protégé's (1 − r)²,
// peace 1 − r, agreed (1 − r)/2, loss 10 r; by year 1 r/2, by year 2, the
// horizon, r.
func evidence(replicates int, packages []string, risks ...[]float64) *Evidence {
	cases := &result.Cases{Packages: packages, Years: []float64{1, 2}}
	for c := range risks[0] {
		var row result.Row
		for p := range packages {
			r := risks[p][c]
			monthly := make([]float32, 24)
			for m := range monthly {
				monthly[m] = float32(r * float64(m+1) / 24)
			}
			row.Outcomes = append(row.Outcomes, result.Outcome{
				Risk: r, LimitedRisk: 2 * r, Clash: r / 2, Defeat: r / 4, Stopped: r / 8, Lasting: r / 16, Signs: r * r, Accepts: (1 - r) * (1 - r), Peace: 1 - r, PeaceIfAgreed: (1 - r) / 2, Loss: 10 * r,
				Major: []float64{r / 2, r}, Limited: []float64{r, 2 * r}, Monthly: monthly,
			})
		}
		cases.Rows = append(cases.Rows, row)
	}
	return &Evidence{
		Cases: cases, Replicates: replicates, Horizon: 2, Names: nil,
		Scale: []result.Band{{Word: "unlikely", Lo: 0, Hi: 0.45}, {Word: "even", Lo: 0.45, Hi: 0.55}, {Word: "likely", Lo: 0.55, Hi: 1}},
	}
}

func repeat(x float64, n int) []float64 {
	out := make([]float64, n)
	for i := range out {
		out[i] = x
	}
	return out
}

// noise is n values around a mean, evenly within ± width, in an order of
// chance.
func noise(seed uint64, mean, width float64, n int) []float64 {
	rng := rand.New(rand.NewPCG(seed, 1))
	out := make([]float64, n)
	for i, k := range rng.Perm(n) {
		out[i] = mean + width*(2*float64(k)+1-float64(n))/float64(n)
	}
	return out
}

func plus(x []float64, d float64) []float64 {
	out := make([]float64, len(x))
	for i := range x {
		out[i] = x[i] + d
	}
	return out
}

func parse(t testing.TB, src string) *claim.Expr {
	t.Helper()
	e, err := claim.Parse(src)
	if err != nil {
		t.Fatalf("%s: %v", src, err)
	}
	return e
}

func evaluate(t testing.TB, src string, ev *Evidence) Verdict {
	t.Helper()
	v, err := Evaluate(parse(t, src), ev, 0.05)
	if err != nil {
		t.Fatalf("%s: %v", src, err)
	}
	return v
}

// mixed is evidence in which much is known: a is 0.2 in every case and b the
// same, n lies around 0.5, low a little below n in every case, far around 0.8.
func mixed() *Evidence {
	n := noise(1, 0.5, 0.2, 64)
	ev := evidence(1, []string{"a", "b", "n", "low", "far"}, repeat(0.2, 64), repeat(0.2, 64), n, plus(n, -0.01), noise(2, 0.8, 0.1, 64))
	ev.Futures = 10
	ev.Better = func(a, b string) ([]float64, error) {
		if a == "a" && b == "far" {
			return noise(3, 0.6, 0.1, 64), nil
		}
		return repeat(0, 64), nil
	}
	ev.Drivers = func(string) ([]string, [][]float64, error) {
		paths := []string{"x.top", "x.second", "x.third", "x.none", "x.zero"}
		est := [][]float64{{0.5, 0.3, 0.29, 0, 0}}
		for g := range 16 {
			d := 0.01 * float64(g%4-2)
			est = append(est, []float64{0.5 + d/10, 0.3 + d, 0.29 - d, 0, 0})
		}
		return paths, est, nil
	}
	ev.Steps = func(p, path string) ([][]float64, error) {
		out := make([][]float64, 9)
		for i := range out {
			step := 0.01 * float64(i)
			switch path {
			case "x.bent":
				step = 0.01 * float64(min(i, 12-i))
			case "x.flat":
				step = 0
			}
			out[i] = plus(noise(4, 0.5, 0.1, 64), step)
			if path == "x.noisy" {
				out[i] = noise(uint64(10+i), 0.5, 0.1, 64)
				out[i][0] += 0.01 * float64(i%2)
			}
		}
		return out, nil
	}
	return ev
}
