package plots

import (
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"steadfast/sim/result"
)

func TestBadSweepIsAnError(t *testing.T) {
	nan := math.NaN()
	for _, c := range []struct {
		name  string
		spoil func(s *result.Sweep)
		want  string
	}{
		{"no package", func(s *result.Sweep) { s.Packages = nil }, "no package"},
		{"no horizon", func(s *result.Sweep) { s.Scenario.HorizonYears = 0 }, "horizon"},
		{"no id", func(s *result.Sweep) { s.Packages[1].ID = "" }, "no id"},
		{"two of one id", func(s *result.Sweep) { s.Packages[1].ID = "p2" }, "twice"},
		{"unknown baseline", func(s *result.Sweep) { s.Scenario.Baseline = "nobody" }, `"nobody"`},
		{"no axis", func(s *result.Sweep) { s.Axes = nil }, "no parameter"},
		{"three axes", func(s *result.Sweep) { *s = *swept(3, name3, warCost(2), resolve(2), troops(2)) }, "choose one or two"},
		{"latin sample", func(s *result.Sweep) { s.Layout = "latin" }, "choose one or two"},
		{"sobol sample", func(s *result.Sweep) { s.Layout = "sobol" }, `"sobol"`},
		{"no path", func(s *result.Sweep) { s.Axes[0].Path = " " }, "no path"},
		{"one value", func(s *result.Sweep) { s.Axes[0].Values = s.Axes[0].Values[:1] }, "2 or more"},
		{"no value", func(s *result.Sweep) { s.Axes[0].Values = nil }, "2 or more"},
		{"numbers and texts", func(s *result.Sweep) { s.Axes[0].Labels = []string{"a", "b"} }, "one kind"},
		{"NaN value", func(s *result.Sweep) { s.Axes[1].Values[2] = nan }, "finite"},
		{"0 on a log axis", func(s *result.Sweep) { s.Axes[1].Log, s.Axes[1].Values[0] = true, 0 }, "above 0"},
		{"a value twice", func(s *result.Sweep) { s.Axes[1].Values[0] = s.Axes[1].Values[1] }, "twice"},
		{"a text twice", func(s *result.Sweep) {
			s.Axes[0].Values, s.Axes[0].Labels = nil, []string{"a", "b", "c", "d", " a"}
		}, "twice"},
		{"NaN median", func(s *result.Sweep) { s.Axes[0].Median = median(nan) }, "median"},
		{"unknown own", func(s *result.Sweep) { s.Axes[0].Own = []string{"ghost"} }, `"ghost"`},
		{"point missing", func(s *result.Sweep) { s.Points = s.Points[1:] }, "needs 25"},
		{"point twice", func(s *result.Sweep) { s.Points[3].At = s.Points[4].At }, "where another does"},
		{"point beyond", func(s *result.Sweep) { s.Points[3].At = []int{0, 5} }, "allowed are 0 to 4"},
		{"point of one axis", func(s *result.Sweep) { s.Points[3].At = []int{0} }, "2 parameters"},
		{"package missing", func(s *result.Sweep) { s.Points[3].Packages = s.Points[3].Packages[1:] }, "the sweep has 3"},
		{"NaN risk", func(s *result.Sweep) { s.Points[3].Packages[1].Risk.Mean = nan }, "NaN"},
		{"risk above 1", func(s *result.Sweep) { s.Points[3].Packages[1].Risk.P90 = 1.5 }, "1.5"},
		{"no glyph", func(s *result.Sweep) { s.Axes[0].Path = "中" }, "U+4E2D"},
	} {
		for _, figure := range SweepNames() {
			s := swept(3, name3, warCost(5), resolve(5))
			c.spoil(s)
			f, err := BuildSweep(figure, s, DefaultTheme())
			if err == nil || f != nil {
				t.Errorf("%s: %s draws it", c.name, figure)
			} else if !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), figure) {
				t.Errorf("%s: %s says %q, want %q in it", c.name, figure, err, c.want)
			}
		}
	}
	if _, err := BuildSweep("sweep", nil, DefaultTheme()); err == nil {
		t.Error("a nil sweep is drawn")
	}
	if _, err := BuildSweep("compare", swept(2, name3, warCost(3)), DefaultTheme()); err == nil || !strings.Contains(err.Error(), "flip") {
		t.Errorf("unknown figure: %v", err)
	}
}

func TestBadPreferenceIsAnError(t *testing.T) {
	for _, c := range []struct {
		measure string
		spoil   func(s *result.Sweep)
		want    string
	}{
		{"speed", func(*result.Sweep) {}, `"adjusted"`},
		{"loss", func(*result.Sweep) {}, "preferred by loss"},
		{"risk", func(s *result.Sweep) { s.Points[2].Preferred = nil }, "preferred by risk"},
		{"risk", func(s *result.Sweep) { s.Points[2].Preferred[0].Package = "ghost" }, `"ghost"`},
		{"risk", func(s *result.Sweep) { s.Points[2].Preferred[0].Tied = []string{"ghost"} }, `"ghost"`},
	} {
		s := swept(3, name3, warCost(5))
		c.spoil(s)
		if f, err := Flip(s, c.measure, DefaultTheme()); err == nil || f != nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("flip by %s: %v, want %q in it", c.measure, err, c.want)
		}
	}
	for measure, want := range map[string]string{"adjusted": "adoption", "peace": "peace that holds"} {
		f, err := Flip(swept(3, realName, warCost(5)), measure, DefaultTheme())
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(f.Title, want) || !strings.Contains(f.Subtitle, want) {
			t.Errorf("flip by %s is called %q, %q", measure, f.Title, f.Subtitle)
		}
	}
}

// shuffled puts values and points of a sweep in another order.
func shuffled(s *result.Sweep, seed uint64) *result.Sweep {
	r := rand.New(rand.NewPCG(seed, 1))
	for a := range s.Axes {
		if s.Axes[a].Labels != nil {
			continue
		}
		to := r.Perm(s.Axes[a].Len())
		values := make([]float64, len(to))
		for i, k := range to {
			values[k] = s.Axes[a].Values[i]
		}
		s.Axes[a].Values = values
		for k := range s.Points {
			s.Points[k].At[a] = to[s.Points[k].At[a]]
		}
	}
	r.Shuffle(len(s.Points), func(i, j int) { s.Points[i], s.Points[j] = s.Points[j], s.Points[i] })
	return s
}

// The order of values in the file, and of points, makes no difference.
func TestSweepOrderDoesNotMatter(t *testing.T) {
	for _, axes := range [][]result.Axis{{warCost(7)}, {troops(4), resolve(5)}, {states(), resolve(3)}} {
		for _, figure := range SweepNames() {
			want := buildSweep(t, figure, swept(5, realName, axes...)).Data
			got := buildSweep(t, figure, shuffled(swept(5, realName, axes...), 7)).Data
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s of %s: %s", figure, axes[0].Path, diff)
			}
		}
	}
}

// The twin holds the numbers drawn, to full precision.
func TestSweepDataAreTheNumbersDrawn(t *testing.T) {
	s := swept(3, realName, warCost(5))
	d := buildSweep(t, "sweep", s).Data
	if len(d.Rows) != 3*5+1 {
		t.Errorf("%d rows, want 15 points and the median", len(d.Rows))
	}
	var want Table
	r := s.Points[4].Packages[1].Risk
	want.add("line", "p1", realName(1), "", 1.0, r.Mean, r.P10, r.P90)
	want.add("median", "", "", "", 0.55, "", "", "")
	if diff := cmp.Diff(want.Rows, [][]string{d.Rows[9], d.Rows[15]}); diff != "" {
		t.Error(diff)
	}
	// Of many packages bands are not drawn, only bars at the end.
	many := buildSweep(t, "sweep", swept(6, realName, warCost(5))).Data.Rows
	if many[3][6] != "" || many[4][6] == "" {
		t.Errorf("quantiles in %q and %q: want those at the end alone", many[3], many[4])
	}

	s = swept(2, realName, troops(2), states())
	d = buildSweep(t, "sweep", s).Data
	if diff := cmp.Diff([]string{"kind", "id", "name", "sets_its_own", "instrument.tripwire.troops", "backstop.initial", "mean"}, d.Header); diff != "" {
		t.Error(diff)
	}
	want = Table{}
	want.add("cell", "p1", realName(1), "", s.Axes[0].Values[1], "absent", s.Points[6].Packages[1].Risk.Mean)
	want.add("median", "", "", "", 12_000.0, "", "")
	var last []string
	cells, levels := 0, 0
	for _, r := range d.Rows {
		switch r[0] {
		case "cell":
			cells++
		case "contour":
			levels++
		default:
			last = r
		}
	}
	if cells != 16 || levels == 0 {
		t.Errorf("%d cells and %d contours", cells, levels)
	}
	if got := d.Rows[8+6]; len(got) > 0 {
		if diff := cmp.Diff(want.Rows, [][]string{got, last}); diff != "" {
			t.Error(diff)
		}
	}

	s = swept(12, realName, resolve(3))
	s.Points[0].Preferred[0] = result.Preference{Measure: "risk", Package: "p3", Tied: []string{"p5", "p1"}}
	s.Points[1].Preferred[0] = result.Preference{Measure: "risk", Package: "p3"}
	s.Points[2].Preferred[0] = result.Preference{Measure: "risk", Package: "p5"}
	want = Table{}
	want.add("point", 0.05, "p3", realName(3), "p1 p5")
	want.add("point", s.Axes[0].Values[1], "p3", realName(3), "")
	want.add("point", 0.95, "p5", realName(5), "")
	want.add("change", (s.Axes[0].Values[1]+0.95)/2, "p5", realName(5), "")
	want.add("median", 0.48, "", "", "")
	if diff := cmp.Diff(want.Rows, buildSweep(t, "flip", s).Data.Rows); diff != "" {
		t.Error(diff)
	}
}
