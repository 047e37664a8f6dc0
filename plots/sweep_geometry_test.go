package plots

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"steadfast/sim/result"
)

type sweepKind struct {
	name string
	axes []result.Axis
}

// sweepKinds are the shapes of sweeps there are, by name.
func sweepKinds() []sweepKind {
	outside := warCost(9)
	outside.Median = median(3)
	corner := resolve(5)
	corner.Median = median(0.949)
	edge := warCost(5)
	edge.Median = median(0.201)
	long := result.Axis{Path: "package.assistance_snapback_air.instrument.international_monitoring.backstop_reliance",
		Unit: "logits per gap", Values: []float64{0.000001, 0.000002}, Median: median(0.0000015)}
	rules := result.Axis{Path: "package.p1.decision_rule", Labels: []string{"unanimity", "majority", ""}}
	return []sweepKind{
		{"2 numbers", []result.Axis{warCost(2)}},
		{"60 numbers", []result.Axis{warCost(60)}},
		{"powers of ten", []result.Axis{troops(7)}},
		{"median outside", []result.Axis{outside}},
		{"long path", []result.Axis{long}},
		{"4 texts", []result.Axis{states()}},
		{"2 × 2", []result.Axis{warCost(2), resolve(2)}},
		{"5 × 5", []result.Axis{troops(5), corner}},
		{"21 × 21", []result.Axis{warCost(21), resolve(21)}},
		{"corner", []result.Axis{edge, corner}},
		{"texts × numbers", []result.Axis{states(), resolve(9)}},
		{"numbers × texts", []result.Axis{troops(5), states()}},
		{"texts × texts", []result.Axis{states(), rules}},
		{"long paths", []result.Axis{long, long2(long)}},
		{"medians out of reach", []result.Axis{outside, resolve(5)}},
	}
}

func long2(a result.Axis) result.Axis {
	a.Path += "_too"
	a.Values = []float64{1e6, 2e6, 4e6}
	return a
}

func withOwn(n int, axes []result.Axis) []result.Axis {
	axes = append([]result.Axis(nil), axes...)
	for i := range n {
		if i%3 == 1 {
			axes[0].Own = append(axes[0].Own, fmt.Sprintf("p%d", i))
		}
		if len(axes) > 1 && i%4 == 1 {
			axes[1].Own = append(axes[1].Own, fmt.Sprintf("p%d", i))
		}
	}
	return axes
}

// Every kind of sweep is drawn with every number of packages, and with every
// size and kind of name in turn.
func TestSweepsDoNotCollide(t *testing.T) {
	t.Parallel()
	sizes := []Size{Slide, Print, {1080, 1080}, {1080, 1350}}
	names := []func(int) string{name3, name40, oneWord40, realName}
	turn := 0
	for _, k := range sweepKinds() {
		kind := k.name
		for _, n := range []int{1, 2, 6, 12} {
			s := swept(n, names[turn%len(names)], withOwn(n, k.axes)...)
			for _, figure := range SweepNames() {
				turn++
				if testing.Short() && turn%5 != 0 {
					continue
				}
				f, err := BuildSweep(figure, s, DefaultTheme())
				if err != nil {
					t.Errorf("%s of %d packages, %s: %v", figure, n, kind, err)
					continue
				}
				size := sizes[turn%len(sizes)]
				collide(t, f, size, fmt.Sprintf("%s of %d packages, %s", figure, n, kind))
			}
		}
	}
}

// Whatever the regions are: speckled, of many packages, tied or not.
func TestFlipsDoNotCollide(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 12).Draw(t, "packages")
		nx, ny := rapid.IntRange(2, 12).Draw(t, "nx"), rapid.IntRange(2, 12).Draw(t, "ny")
		x, y := warCost(nx), resolve(ny)
		x.Median = median(rapid.Float64Range(0.1, 1.1).Draw(t, "x"))
		y.Median = median(rapid.Float64Range(0, 1).Draw(t, "y"))
		axes := []result.Axis{x, y}
		if rapid.Bool().Draw(t, "one") {
			axes = axes[:1]
		}
		s := swept(n, rapid.SampledFrom([]func(int) string{name3, name40, realName}).Draw(t, "names"), axes...)
		speckle := rapid.Bool().Draw(t, "speckle")
		for k := range s.Points {
			q := result.Preference{Measure: "risk"}
			best := (s.Points[k].At[0] / 3) % n
			if speckle {
				best = rapid.IntRange(0, n-1).Draw(t, "best")
			}
			q.Package = s.Packages[best].ID
			if rapid.Bool().Draw(t, "tied") {
				q.Tied = []string{s.Packages[(best+1)%n].ID}
			}
			s.Points[k].Preferred = []result.Preference{q}
		}
		f, err := Flip(s, "risk", DefaultTheme())
		if err != nil {
			t.Fatal(err)
		}
		collide(t, f, rapid.SampledFrom([]Size{Slide, {1080, 1350}}).Draw(t, "size"), "flip")
	})
}
