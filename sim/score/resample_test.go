package score_test

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"

	"steadfast/sim/chance"
	"steadfast/sim/score"
)

// mean returns a statistic: the mean of the values picked.
func mean(values []float64) func([]int) []float64 {
	return func(pick []int) []float64 {
		sum := 0.0
		for _, i := range pick {
			sum += values[i]
		}
		return []float64{sum / float64(len(pick))}
	}
}

// 40 clusters of 5 equal values are 40 values: the range of resamples is that of
// their mean, about ±2 standard errors of 40. The twin, which takes each value
// for a cluster of its own, is √5 times too narrow.
func TestResampleByClusters(t *testing.T) {
	stream := chance.New(2, chance.Sampling, 0, 0, 0)
	var values []float64
	var cluster, alone []int
	sum, squares := 0.0, 0.0
	for c := range 40 {
		x := stream.Unit()
		sum += x
		squares += x * x
		for range 5 {
			alone = append(alone, len(values))
			values = append(values, x)
			cluster = append(cluster, c)
		}
	}
	stdErr := math.Sqrt((squares/40 - sum*sum/1600) / 40)
	got := score.Resample(cluster, 2000, 1, mean(values))[0]
	if math.Abs(got.Value-sum/40) > 1e-12 {
		t.Errorf("value %v, want %v", got.Value, sum/40)
	}
	if width := (got.Hi - got.Lo) / (2 * 1.96 * stdErr); math.Abs(width-1) > .1 {
		t.Errorf("the interval is %.2f times as wide as theory has it", width)
	}
	twin := score.Resample(alone, 2000, 1, mean(values))[0]
	if ratio := (got.Hi - got.Lo) / (twin.Hi - twin.Lo); math.Abs(ratio-math.Sqrt(5)) > .3 {
		t.Errorf("clusters widen the interval %.2f times, want √5", ratio)
	}
	if diff := cmp.Diff(got, score.Resample(cluster, 2000, 1, mean(values))[0]); diff != "" {
		t.Errorf("the same seed gives another interval: %s", diff)
	}
	if got.Excludes(got.Value) || !got.Excludes(got.Hi+1) {
		t.Error("Excludes is wrong about the interval")
	}
}

func TestCalibration(t *testing.T) {
	var spells []score.Spell
	var p []float64
	for i := range 40 {
		p = append(p, float64(i)/40)
		if i < 20 { // none of the low forecasts comes true, all of the high
			spells = append(spells, score.Spell{Years: 20})
		} else {
			spells = append(spells, score.Spell{Years: 3, Event: true})
		}
	}
	bins := score.Calibration(spells, p, 15, 4)
	if len(bins) != 4 {
		t.Fatalf("%d bins, want 4", len(bins))
	}
	for i, b := range bins {
		want := float64(i / 2)
		if b.Cases != 10 || b.Observed != want || b.Events != 10*int(want) {
			t.Errorf("bin %d: %+v, want 10 cases, all or none with an event", i, b)
		}
		if math.Abs(b.Forecast-(float64(i)*10+4.5)/40) > 1e-12 {
			t.Errorf("bin %d: mean forecast %v", i, b.Forecast)
		}
		if !(b.Lo <= b.Observed && b.Observed <= b.Hi && math.Abs(b.Hi-b.Lo-.3) < 1e-12) {
			t.Errorf("bin %d: interval %v to %v, want 3/10 wide by the rule of three", i, b.Lo, b.Hi)
		}
	}
}
