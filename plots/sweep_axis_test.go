package plots

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"steadfast/sim/result"
)

func tickLabels(ts []tick) []string {
	var out []string
	for _, tk := range ts {
		out = append(out, tk.label)
	}
	return out
}

func TestNumberTicks(t *testing.T) {
	for _, c := range []struct {
		lo, hi float64
		log    bool
		most   int
		want   []string
	}{
		{0, 1, false, 5, []string{"0.0", "0.2", "0.4", "0.6", "0.8", "1.0"}},
		{0.4, 0.75, false, 4, []string{"0.4", "0.5", "0.6", "0.7"}},
		{0, 300_000, false, 6, []string{"0", "50,000", "100,000", "150,000", "200,000", "250,000", "300,000"}},
		{-1, 1, false, 4, []string{"−1.0", "−0.5", "0.0", "0.5", "1.0"}},
		{0.05, 0.95, false, 4, []string{"0.2", "0.4", "0.6", "0.8"}},
		{0, 1, false, 4, []string{"0.00", "0.25", "0.50", "0.75", "1.00"}},
		{500, 100_000, true, 8, []string{"500", "1,000", "2,000", "5,000", "10,000", "20,000", "50,000", "100,000"}},
		{500, 100_000, true, 5, []string{"1,000", "3,000", "10,000", "30,000", "100,000"}},
		{0.001, 1000, true, 7, []string{"0.001", "0.01", "0.1", "1", "10", "100", "1,000"}},
		{1, 1e12, true, 4, []string{"1", "1,000", "1,000,000", "1e+09", "1e+12"}},
		{3, 4, true, 4, []string{"3.00", "3.25", "3.50", "3.75", "4.00"}},
	} {
		if diff := cmp.Diff(c.want, tickLabels(english().numberTicks(c.lo, c.hi, c.log, c.most))); diff != "" {
			t.Errorf("%g to %g: %s", c.lo, c.hi, diff)
		}
	}
}

// Ticks lie on the axis, rise, say what they are, and are never too many.
func TestNumberTicksOnAnyAxis(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lo := rapid.Float64Range(-1e6, 1e6).Draw(t, "lo")
		hi := lo + math.Pow(10, rapid.Float64Range(-3, 8).Draw(t, "width"))
		log := rapid.Bool().Draw(t, "log")
		if log {
			lo, hi = math.Exp(lo/2e5), math.Exp(lo/2e5)*math.Pow(10, rapid.Float64Range(0.01, 12).Draw(t, "decades"))
		}
		most := rapid.IntRange(2, 10).Draw(t, "most")
		ticks := english().numberTicks(lo, hi, log, most)
		if len(ticks) > most+1 {
			t.Fatalf("%d ticks, more than %d steps: %v", len(ticks), most, tickLabels(ticks))
		}
		for i, tk := range ticks {
			if tk.value < lo-1e-6*(hi-lo) || tk.value > hi+1e-6*(hi-lo) {
				t.Errorf("%q lies off the axis from %g to %g", tk.label, lo, hi)
			}
			if i > 0 && (tk.value <= ticks[i-1].value || tk.label == ticks[i-1].label) {
				t.Errorf("%q follows %q", tk.label, ticks[i-1].label)
			}
		}
	})
}

// With little room an axis keeps two labels, at worst those of its ends; with
// none for two, one.
func TestPlacedTicks(t *testing.T) {
	a := newSweptAxis(english(), &result.Axis{Path: "a", Values: []float64{500, 100_000}, Log: true})
	width := func(label string) float64 { return 10 * float64(len(label)) }
	for _, c := range []struct {
		room float64
		want []string
	}{
		{1200, []string{"500", "1,000", "2,000", "5,000", "10,000", "20,000", "50,000", "100,000"}},
		{400, []string{"1,000", "10,000", "100,000"}},
		{130, []string{"500", "100,000"}},
		{70, []string{"500"}},
	} {
		var got []string
		edge := 0.0
		for _, tk := range a.over(0, c.room).placeTicks(width, 20, 0, c.room, 8) {
			if tk.missing {
				continue
			}
			got = append(got, tk.label[0])
			if tk.middle-width(tk.label[0])/2 < edge-1e-9 {
				t.Errorf("in %g: %q lies on its neighbour or beyond the end", c.room, tk.label)
			}
			edge = tk.middle + width(tk.label[0])/2 + 20
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("in %g: %s", c.room, diff)
		}
	}
}

func TestEdgesLieHalfway(t *testing.T) {
	linear := newSweptAxis(english(), &result.Axis{Path: "a", Values: []float64{4, 0, 1}}).over(0, 400)
	if diff := cmp.Diff([]float64{0, 50, 250, 400}, linear.edges()); diff != "" {
		t.Error(diff)
	}
	if got := linear.boundary(1); got != 2.5 {
		t.Errorf("the best changes at %g, want 2.5", got)
	}
	log := newSweptAxis(english(), &result.Axis{Path: "a", Values: []float64{1, 10, 1000}, Log: true}).over(300, 0)
	for i, want := range []float64{300, 250, 100, 0} {
		if got := log.edges()[i]; math.Abs(got-want) > 1e-9 {
			t.Errorf("edge %d lies at %g, want %g", i, got, want)
		}
	}
	if got := log.boundary(1); math.Abs(got-100) > 1e-9 {
		t.Errorf("the best changes at %g, want 100", got)
	}
	texts := newSweptAxis(english(), &result.Axis{Path: "a", Labels: []string{"x", "y"}}).over(0, 100)
	if diff := cmp.Diff([]float64{0, 50, 100}, texts.edges()); diff != "" {
		t.Error(diff)
	}
	if texts.point(1) != 75 {
		t.Errorf("the second text stands at %g, want 75", texts.point(1))
	}
}

func TestPathsAreReadable(t *testing.T) {
	for path, want := range map[string]string{
		"instrument.troops.troops":                  "troops",
		"challenger.war_cost":                       "challenger war cost",
		"instrument.tripwire.troops":                "tripwire troops",
		"guarantor.uk.backstop_reliance":            "uk backstop reliance",
		"package.trip_30k.instrument.tripwire.from": "tripwire from of trip_30k",
		"package.all.instruments":                   "instruments of all",
		"horizon_years":                             "horizon years",
	} {
		if got := newSweptAxis(english(), &result.Axis{Path: path, Values: []float64{1, 2}}).words(); got != want {
			t.Errorf("%s reads %q, want %q", path, got, want)
		}
	}
	a := newSweptAxis(english(), &result.Axis{Path: "challenger.war_cost", Unit: "stakes", Values: []float64{1, 2}})
	if got := a.title(); got != "challenger.war_cost (stakes)" {
		t.Errorf("the axis is called %q", got)
	}
}
