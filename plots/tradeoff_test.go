package plots

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"steadfast/sim/estimate"
	"steadfast/sim/result"
)

func tradeoffOf(t testing.TB, s *result.Set) *tradeoff {
	t.Helper()
	o, err := newTradeoff(s, DefaultTheme())
	if err != nil {
		t.Fatal(err)
	}
	return o
}

// stand puts packages at chances of adoption and risks.
func stand(s *result.Set, chances, risks []float64) {
	for i := range s.Packages {
		p := &s.Packages[i]
		p.Feasibility = estimate.Summary{Mean: chances[i], P10: chances[i], P90: chances[i]}
		p.Risk.Mean, p.Risk.P10, p.Risk.P25, p.Risk.P75, p.Risk.P90 = risks[i], risks[i], risks[i], risks[i], risks[i]
	}
	pairUp(s)
}

func TestFrontierIsWhatNoneBeats(t *testing.T) {
	s := synthetic(6, name3)
	//                    baseline safe  beaten by 1  as 1  same chance as 1, worse  between
	stand(s, []float64{1, .2, .1, .2, .2, .6}, []float64{.5, .1, .1, .1, .15, .3})
	o := tradeoffOf(t, s)
	if diff := cmp.Diff([]bool{true, true, false, true, false, true}, o.frontier); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]int{1, 3, 5, 0}, o.order); diff != "" {
		t.Error(diff)
	}
}

// Whatever is off the frontier is beaten by something on it, and nothing on it
// is beaten.
func TestFrontierDominatesTheRest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 9).Draw(t, "packages")
		place := rapid.SliceOfN(rapid.SampledFrom([]float64{0, .1, .2, .3, .5, .9, 1}), n, n)
		s := synthetic(n, name3)
		stand(s, place.Draw(t, "chances"), place.Draw(t, "risks"))
		o, err := newTradeoff(s, DefaultTheme())
		if err != nil {
			t.Fatal(err)
		}
		beats := func(j, i int) bool {
			return o.chance(j) >= o.chance(i) && o.risk(j) <= o.risk(i) && (o.chance(j) > o.chance(i) || o.risk(j) < o.risk(i))
		}
		for i := range n {
			by := 0
			for _, j := range o.order {
				if beats(j, i) {
					by++
				}
			}
			if o.frontier[i] != (by == 0) {
				t.Fatalf("package %d: on the frontier %v, but %d on it beat it", i, o.frontier[i], by)
			}
		}
	})
}

// The thin lines lie where the formula of the model says, and the package of the
// model's own check lies among them where its peace is.
func TestIsolinesAreLevelsOfPeace(t *testing.T) {
	s := synthetic(2, name3)
	stand(s, []float64{1, .75}, []float64{.42, .31})
	o := tradeoffOf(t, s)
	if got, want := o.peace(.75, .31), .75*(1-.31)+.25*(1-.42); math.Abs(got-want) > 1e-15 {
		t.Errorf("peace is %g, want %g", got, want)
	}
	x, y := scale{0, 1, 100, 1700}, scale{0, .5, 900, 200}
	lines, names := o.isolines(x, y)
	if len(names) < 3 || len(lines) < len(names) {
		t.Fatalf("%d lines for %q", len(lines), names)
	}
	for _, l := range lines {
		for _, q := range l.pts {
			f, r := (q.x-x.a)/(x.b-x.a), (q.y-y.a)/(y.b-y.a)*.5
			level, err := strconv.ParseFloat(strings.TrimSuffix(strings.TrimPrefix(names[l.level], "peace "), nbsp+"%"), 64)
			if err != nil {
				t.Fatal(err)
			}
			const straight = .002 // a curve ends on a straight piece of it
			if got := o.peace(f, r); math.Abs(got-level/100) > straight {
				t.Errorf("%s passes %.3f, %.3f, where peace is %.4f", names[l.level], f, r, got)
			}
		}
	}
}

func TestFallbackIsTheScenarios(t *testing.T) {
	s := twelve()
	for flat, want := range map[string]int{
		"":                                      0,
		"format = 1\nbaseline = \"p0\"\n":       0,
		"fallback = \"p4\"\n\n[backstop]\nx=1":  4,
		"[run]\nfallback = \"p4\"\n":            0,
		"title = \"a\"\nfallback = \"p11\"\n\n": 11,
	} {
		s.Scenario.Flat = flat
		if got, err := fallbackOf(s); err != nil || got != want {
			t.Errorf("%q: fallback %d (%v), want %d", flat, got, err, want)
		}
	}
	s.Scenario.Flat = "fallback = \"p4\"\n"
	o := tradeoffOf(t, s)
	if got, want := o.peace(0, .9), 1-s.Packages[4].Risk.Mean; got != want {
		t.Errorf("without adoption peace is %g, want the fallback's %g", got, want)
	}
}

func TestConsentIsSaid(t *testing.T) {
	s := twelve()
	f := build(t, "tradeoff", s)
	if strings.Contains(f.Subtitle, "consent") {
		t.Errorf("none is asked: %q", f.Subtitle)
	}
	if got, want := cell(t, f.Data, 4, "peace"), cell(t, f.Data, 4, "peace_agreed"); got[:6] != want[:6] {
		t.Errorf("without consent peace is %s and %s", got, want)
	}
	for i := range s.Packages {
		s.Packages[i].Peace.Mean *= .8
	}
	s.Packages[4].Peace = estimate.Summary{Mean: .61, StdErr: .002}
	if f = build(t, "tradeoff", s); !strings.Contains(f.Subtitle, "consent of Ukraine counted, at most 61"+nbsp+"% (Tripwire force)") {
		t.Errorf("the protégé's is asked: %q", f.Subtitle)
	}
	s.Packages[2].PeaceIfAgreed = &estimate.Summary{Mean: .7, StdErr: .002}
	if f = build(t, "tradeoff", s); !strings.Contains(f.Subtitle, "consent of both counted, at most 70"+nbsp+"% (Economic snapback)") {
		t.Errorf("both are asked: %q", f.Subtitle)
	}
	if got := cell(t, f.Data, 2, "peace_agreed"); got != "0.7" {
		t.Errorf("peace_agreed is %s", got)
	}
}

// Ranges are drawn and in the twin where few packages leave room for them.
func TestTradeoffRanges(t *testing.T) {
	for n, want := range map[int]bool{3: true, 4: false} {
		s := synthetic(n, name3)
		f := build(t, "tradeoff", s)
		if got := cell(t, f.Data, 1, "risk_p90") == number(s.Packages[1].Risk.P90); got != want {
			t.Errorf("%d packages: ranges in the twin %v, want %v", n, got, want)
		}
		if got := strings.Contains(f.Subtitle, "80"); got != want {
			t.Errorf("%d packages: ranges in the subtitle %v, want %v", n, got, want)
		}
	}
}
