package verdict

import (
	"math"
	"math/rand/v2"
	"testing"

	"steadfast/sim/claim"
	"steadfast/sim/estimate"
)

// TestErrorRate plays sequential checks of three claims, whose risks are a hair
// on the wrong side, at three sizes of a growing sample, until each is decided:
// at most 5 % of the checks, and the chance of 2,000 seeds, may find a false
// claim to hold or a true one to fail. The twin does not divide the rate over
// claims and looks, and is found out.
func TestErrorRate(t *testing.T) {
	const alpha, looks, smallest, hair = 0.05, 3, 32, 1e-6
	seeds := 2000
	if testing.Short() {
		seeds = 800
	}
	claims := []struct {
		src   string
		wrong Status
	}{
		{"risk(a) < 0.5 and risk(b) < 0.6", Holds}, // a is above 0.5, b far below 0.6
		{"risk(b) <= 0.5 or risk(c) < 0.4", Fails}, // b is below 0.5
		{"risk(a) < risk(b) or share(risk(c) < 0.5) > 0.5", Holds},
	}
	var exprs []*claim.Expr
	for _, c := range claims {
		exprs = append(exprs, parse(t, c.src))
	}
	wrong := func(each float64, replicates, seeds int) int {
		count := 0
		for seed := range seeds {
			rng := rand.New(rand.NewPCG(uint64(seed), 5))
			var risks [3][]float64
			for range smallest << (looks - 1) {
				shared := rng.Float64()
				risks[0] = append(risks[0], 0.5+hair+0.3*(shared-0.5)+0.3*(rng.Float64()-0.5))
				risks[1] = append(risks[1], 0.5-hair+0.3*(shared-0.5)+0.3*(rng.Float64()-0.5))
				risks[2] = append(risks[2], rng.Float64()+hair)
			}
			whole := evidence(replicates, []string{"a", "b", "c"}, risks[:]...)
			decided := make([]bool, len(claims))
			mistaken := false
			for look := range looks {
				ev := *whole
				cases := *whole.Cases
				cases.Rows = cases.Rows[:smallest<<look]
				ev.Cases = &cases
				j, err := newJudge(&ev)
				if err != nil {
					t.Fatal(err)
				}
				for i, c := range claims {
					if decided[i] {
						continue
					}
					root, err := j.truth(exprs[i].Root)
					if err != nil {
						t.Fatal(err)
					}
					status, _ := (&decision{judge: j}).decide(root, each, each)
					decided[i] = status != Undecided
					mistaken = mistaken || status == c.wrong
				}
			}
			if mistaken {
				count++
			}
		}
		return count
	}
	most := func(seeds int) float64 {
		return alpha*float64(seeds) + 5*math.Sqrt(alpha*(1-alpha)*float64(seeds))
	}
	for replicates, seeds := range map[int]int{1: seeds, 16: seeds / 4} {
		if n := wrong(alpha/looks/float64(len(claims)), replicates, seeds); float64(n) > most(seeds) {
			t.Errorf("%d replicates: %d of %d checks are wrong", replicates, n, seeds)
		}
	}
	if n := wrong(alpha, 1, seeds/4); float64(n) <= most(seeds/4) {
		t.Errorf("a check that does not divide its rate is wrong in %d of %d, and is not found out", n, seeds/4)
	}
}

// TestFloorsCover counts how often intervals of what jumps or counts hold the
// truth, where the jackknife alone would not do.
func TestFloorsCover(t *testing.T) {
	const trials, n = 400, 64
	values := []struct {
		src   string
		truth float64
	}{
		{"share(risk(a) < 0.02)", 0.02}, {"quantile(risk(a), 0.98)", 0.98}, {"median(risk(a))", 0.5}, {"rank(a)", 2}, {"risk(best())", 0.49},
	}
	held := make([]int, len(values))
	blind := 0
	for seed := range trials {
		rng := rand.New(rand.NewPCG(uint64(seed), 6))
		var a, b []float64
		for range n {
			a, b = append(a, rng.Float64()), append(b, rng.Float64()-0.01)
		}
		j, err := newJudge(evidence(1, []string{"a", "b"}, a, b))
		if err != nil {
			t.Fatal(err)
		}
		for i, v := range values {
			x, err := j.value(parse(t, v.src+" < 1").Root.(*claim.Compare).Operands[0])
			if err != nil {
				t.Fatal(err)
			}
			if s := j.interval(x, 0.05); s.lo <= v.truth && v.truth <= s.hi {
				held[i]++
			}
			if i == 0 {
				if s := j.student(j.estimate(x), 1, 0.05); s.lo <= v.truth && v.truth <= s.hi {
					blind++
				}
			}
		}
	}
	least := 0.95*trials - 5*math.Sqrt(trials*0.95*0.05)
	for i, v := range values {
		if float64(held[i]) < least {
			t.Errorf("%s: %d of %d intervals hold the truth", v.src, held[i], trials)
		}
	}
	if float64(blind) >= least {
		t.Errorf("the jackknife alone covers a small share in %d of %d", blind, trials)
	}
}

func TestOrderStatistics(t *testing.T) {
	// The classic table of intervals for the median.
	for n, want := range map[int][2]int{5: {0, 6}, 6: {1, 6}, 10: {2, 9}, 20: {6, 15}, 50: {18, 33}, 100: {40, 61}} {
		if lo, hi := orderStatistics(0.05, n, 0.5); lo != want[0] || hi != want[1] {
			t.Errorf("median of %d: values %d and %d, want %v", n, lo, hi, want)
		}
	}
	if _, hi := orderStatistics(0.05, 64, 0.98); hi != 65 {
		t.Errorf("0.98 of 64: value %d bounds it from above", hi)
	}
}

func TestExactlyTheSame(t *testing.T) {
	for _, replicates := range []int{1, 16} {
		x := noise(9, 0.31, 0.3, 256)
		ev := evidence(replicates, []string{"a", "b"}, x, x)
		for _, src := range []string{
			"risk(a) <= risk(b)", "risk(a) = risk(b)", "loss(a) >= loss(b)", "best() = b", "rank(b) = 1", "rank(a) = rank(b)",
			"median(risk(a)) = median(risk(b))", "share(risk(a) < 0.3) <= share(risk(b) < 0.3)", "hazard_peak(a) = hazard_peak(b)",
		} {
			if v, err := Evaluate(parse(t, src), ev, 1e-9); err != nil || v.Status != Holds {
				t.Errorf("%s %v, %v", src, v.Status, err)
			}
		}
		if m := evaluate(t, "risk(a) < risk(b)", ev).Atoms[0].Difference; m != (estimate.Mean{}) {
			t.Errorf("difference %+v", m)
		}
	}
}
