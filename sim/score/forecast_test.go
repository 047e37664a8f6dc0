package score_test

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"steadfast/sim/chance"
	"steadfast/sim/score"
)

// By hand, year 2.5 of the spells of TestWatchedByHand: the event at 1 has the
// weight 1/G(1) = 1; those censored at 1 and at 2 have none; those that last
// have 1/G(2.5) = 2. Σw = 5 = n.
func TestWeightsByHand(t *testing.T) {
	spells := []score.Spell{{1, true}, {1, false}, {2, false}, {3, true}, {4, false}}
	close := cmpopts.EquateApprox(0, 1e-12)
	w := score.Weights(spells, 2.5)
	if diff := cmp.Diff([]float64{1, 0, 0, 2, 2}, w, close); diff != "" {
		t.Error(diff)
	}
	// A spell censored at the very year has lasted to it.
	if diff := cmp.Diff([]float64{1, 0, 4.0 / 3, 4.0 / 3, 4.0 / 3}, score.Weights(spells, 2), close); diff != "" {
		t.Error(diff)
	}
	p := []float64{.5, .5, .5, .25, 0}
	x := make([]float64, len(p))
	for i, s := range spells {
		x[i] = score.Brier(s, p[i], 2.5)
	}
	if got, want := score.Mean(w, x), (1*.25+2*.0625+0)/5; math.Abs(got-want) > 1e-15 {
		t.Errorf("weighted Brier score %v, want %v", got, want)
	}
}

func TestScoresByHand(t *testing.T) {
	war, peace := score.Spell{Years: 3, Event: true}, score.Spell{Years: 20}
	for _, c := range []struct {
		name      string
		got, want float64
	}{
		{"Brier, war at 20 %", score.Brier(war, .2, 15), .64},
		{"Brier, peace at 20 %", score.Brier(peace, .2, 15), .04},
		{"Brier, war later than the year", score.Brier(war, .2, 2), .04},
		{"log, war at 20 %", score.Log(war, .2, 15), -math.Log(.2)},
		{"log, peace at 20 %", score.Log(peace, .2, 15), -math.Log(.8)},
		{"log, war at 0", score.Log(war, 0, 15), -math.Log(.001)},
		{"log, peace at 1", score.Log(peace, 1, 15), -math.Log(.001)},
		{"skill", score.Skill(.15, .2), .25},
	} {
		if math.Abs(c.got-c.want) > 1e-12 {
			t.Errorf("%s: %v, want %v", c.name, c.got, c.want)
		}
	}
}

// Over many draws the weighted score of censored spells is that of the spells
// without censoring, within five standard errors; the twin, which leaves the
// censored out, is not.
func TestWeightsUndoCensoring(t *testing.T) {
	const n, year = 20000, 10.0
	stream := chance.New(1, chance.Sampling, 0, 0, 0)
	var spells, full []score.Spell
	var p []float64
	for range n {
		// The forecast is right; the longer a spell would last, the likelier
		// it is to be cut short by the end of watching.
		rate := .02 + .2*stream.Unit()
		event := -math.Log(stream.Unit()) / rate
		end := 25 * stream.Unit()
		p = append(p, -math.Expm1(-rate*year))
		full = append(full, score.Spell{Years: event, Event: true})
		if event <= end {
			spells = append(spells, score.Spell{Years: event, Event: true})
		} else {
			spells = append(spells, score.Spell{Years: end})
		}
	}
	var truth, stdErr float64
	x := make([]float64, n)
	for i, s := range full {
		x[i] = score.Brier(s, p[i], year)
		truth += x[i] / n
	}
	weights := score.Weights(spells, year)
	var known, count float64
	for i, s := range spells {
		x[i] = score.Brier(s, p[i], year)
		if weights[i] > 0 {
			known += x[i]
			count++
		}
	}
	weighted := score.Mean(weights, x)
	for i := range x {
		d := weights[i]*x[i] - weighted
		stdErr += d * d / n / n
	}
	stdErr = math.Sqrt(stdErr)
	if math.Abs(weighted-truth) > 5*stdErr {
		t.Errorf("weighted score %.4f ± %.4f, uncensored %.4f", weighted, stdErr, truth)
	}
	if naive := known / count; math.Abs(naive-truth) < 5*stdErr {
		t.Errorf("the score of those known, %.4f, passes for the uncensored %.4f ± %.4f", naive, truth, stdErr)
	}
}
