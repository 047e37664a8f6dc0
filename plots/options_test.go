package plots

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"steadfast/sim/estimate"
	"steadfast/sim/result"
)

// withYears gives a result what a run holds of every year.
func withYears(s *result.Set) *result.Set {
	for i := range s.Packages {
		p := &s.Packages[i]
		p.Major, p.Hazard = nil, nil
		before := 0.0
		for m := 11; m < len(p.Monthly.Mean); m += 12 {
			at := estimate.Summary{Mean: p.Monthly.Mean[m], StdErr: 0.002, P10: p.Monthly.P10[m], P25: p.Monthly.P25[m], P50: p.Monthly.P50[m], P75: p.Monthly.P75[m], P90: p.Monthly.P90[m]}
			years := float64(m+1) / 12
			p.Major = append(p.Major, result.Year{Years: years, Summary: at})
			p.Hazard = append(p.Hazard, result.Year{Years: years, Summary: estimate.Summary{Mean: 1 - (1-at.Mean)/(1-before), StdErr: 0.001}})
			before = at.Mean
		}
	}
	return s
}

// Every figure can be drawn in every size and every theme, and nothing collides.
func TestEverySizeAndTheme(t *testing.T) {
	sources := []Source{
		{Set: withYears(twelve())}, {Sweep: swept(12, realName, warCost(9))},
		{Sweep: swept(6, realName, warCost(7), resolve(7))}, {Sensitivity: sensitivity(40, realFactor)},
	}
	for _, s := range sources {
		for i, name := range s.Names() {
			if s.Sensitivity != nil && i%4 != 0 {
				continue
			}
			for _, theme := range ThemeNames() {
				f, err := Options{Theme: theme}.Build(name, s)
				if err != nil {
					t.Errorf("%s: %v", theme, err)
					continue
				}
				for _, n := range SizeNames() {
					size, err := SizeNamed(n)
					if err != nil {
						t.Fatal(err)
					}
					if theme != "light" && size != Slide {
						continue // a theme changes no length
					}
					collide(t, f, size, name+", "+theme)
				}
			}
		}
	}
}

func TestSizeNamed(t *testing.T) {
	if _, err := SizeNamed("A4"); err == nil || !strings.Contains(err.Error(), "slide, page, square, print") {
		t.Errorf("size A4: %v", err)
	}
	if Print != (Size{2 * Slide.Width, 2 * Slide.Height}) {
		t.Error("the print size is not twice the slide")
	}
}

// Packages that are kept stay as they are: their order, colours, numbers and
// pairs, and the events that concern them.
func TestKeptPackages(t *testing.T) {
	whole := twelve()
	before := twelve()
	o := Options{Packages: []string{"p9", "p0", "p4"}}
	f, err := o.Build("compare", Source{Set: whole})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(before, whole); diff != "" {
		t.Errorf("drawing a part changed the result:\n%s", diff)
	}
	got := f.theme.looksOf([]string{"p0", "p4", "p9"}, "p0")
	all := DefaultTheme().looks(whole)
	if diff := cmp.Diff([]Ink{all[0].Ink, all[4].Ink, all[9].Ink}, []Ink{got[0].Ink, got[1].Ink, got[2].Ink}); diff != "" || got[2].marker != all[9].marker || !slices.Equal(got[2].dash, all[9].dash) {
		t.Errorf("packages change their looks:\n%s", diff)
	}
	full, err := Options{}.Build("compare", Source{Set: whole})
	if err != nil {
		t.Fatal(err)
	}
	var want [][]string
	for _, row := range full.Data.Rows {
		if slices.Contains(o.Packages, row[1]) {
			want = append(want, row)
		}
	}
	for i, row := range f.Data.Rows {
		if !slices.Equal(row[1:12], want[i][1:12]) {
			t.Errorf("row %d is %q, among all %q", i, row, want[i])
		}
	}
	if len(f.Data.Rows) != 3 || !slices.Equal(f.provenance.of.Options.Packages, []string{"p0", "p4", "p9"}) {
		t.Errorf("%d rows, packages %q", len(f.Data.Rows), f.provenance.of.Options.Packages)
	}
	kept := keptSet(whole, []string{"p4", "p9"})
	if len(kept.Pairs) != 1 || kept.Scenario.Baseline != "" || len(kept.Scenario.Marks) != 6 {
		t.Errorf("%d pairs, baseline %q, %d events", len(kept.Pairs), kept.Scenario.Baseline, len(kept.Scenario.Marks))
	}
}

// A sweep keeps its points, and flip only where it says which package is best.
func TestKeptSweep(t *testing.T) {
	s := swept(5, realName, warCost(9), resolve(3))
	best := map[string]bool{}
	for _, p := range s.Points {
		best[p.Preferred[0].Package] = true
	}
	var keep []string
	for id := range best {
		keep = append(keep, id)
	}
	if len(best) < 2 || len(best) == len(s.Packages) {
		t.Fatalf("%d of %d packages are best at a point: the test needs another sweep", len(best), len(s.Packages))
	}
	for _, name := range SweepNames() {
		if _, err := (Options{Packages: keep}).Build(name, Source{Sweep: s}); err != nil {
			t.Error(err)
		}
	}
	_, err := Options{Packages: keep[1:]}.Build("flip", Source{Sweep: s})
	if err == nil || !strings.Contains(err.Error(), keep[0]) {
		t.Errorf("flip without a package that is best: %v", err)
	}
	names, err := Options{Packages: keep[1:]}.Names(Source{Sweep: s})
	if err != nil || !slices.Equal(names, []string{"sweep"}) {
		t.Errorf("figures %q, %v", names, err)
	}
	if got := keptSweep(s, keep[1:]); len(got.Points[3].Packages) != len(keep)-1 || len(got.Base) != len(keep)-1 {
		t.Error("points and packages do not fit together")
	}
}

// Of a sensitivity analysis, the figures are those about the packages alone.
func TestKeptDrivers(t *testing.T) {
	s := Source{Sensitivity: sensitivity(20, realFactor)}
	names, err := Options{Packages: []string{"p2", "p0"}}.Names(s)
	if err != nil || !slices.Equal(names, []string{"drivers-p0", "drivers-p2", "drivers-p2-p0"}) {
		t.Errorf("figures %q, %v", names, err)
	}
	if _, err := (Options{Packages: []string{"p2"}}).Build("drivers-ranking", s); err == nil || !strings.Contains(err.Error(), "not about p2 alone") {
		t.Errorf("the ranking of one package: %v", err)
	}
}

// At an earlier year, figures show the numbers of that year, and nothing of what
// is known at the horizon only.
func TestEarlierHorizon(t *testing.T) {
	s := withYears(five())
	names, err := Options{Horizon: 5}.Names(Source{Set: s})
	if err != nil || !slices.Equal(names, []string{"breach", "compare", "hazard"}) {
		t.Fatalf("figures %q, %v", names, err)
	}
	for _, name := range names {
		f, err := Options{Horizon: 5}.Build(name, Source{Set: s})
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range f.Data.Rows {
			if name == "breach" && row[0] == "line" && row[1] == "p1" && row[3] == "5" && row[4] != f64(s.Packages[1].Major[4].Mean) {
				t.Errorf("breach ends at %s, want %g", row[4], s.Packages[1].Major[4].Mean)
			}
			if years, err := strconv.ParseFloat(row[3], 64); name == "breach" && (err != nil || years > 5) {
				t.Errorf("breach shows %q, after its horizon", row)
			}
		}
		if text := f.Title + f.Subtitle + f.Alt(); strings.Contains(text, "15"+nbsp+"years") && name != "compare" || !strings.Contains(text, "5"+nbsp+"years") && name != "compare" {
			t.Errorf("%s says %q", name, text)
		}
	}
	f, err := Options{Horizon: 5}.Build("compare", Source{Set: s})
	if err != nil {
		t.Fatal(err)
	}
	if f.Data.Rows[0][12] != "" || !strings.Contains(f.Subtitle, "tied is known for 15"+nbsp+"years only") || !strings.Contains(f.Title, "within 5"+nbsp+"years") {
		t.Errorf("compare after 5 years: %q, %q", f.Subtitle, f.Data.Rows[0])
	}
	var same, plain bytes.Buffer
	g, err := Options{Horizon: 15}.Build("futures", Source{Set: s})
	if err != nil {
		t.Fatal(err)
	}
	if g.WriteCSV(&same) != nil || build(t, "futures", s).WriteCSV(&plain) != nil || same.String() != plain.String() {
		t.Error("the scenario's own horizon changes the numbers")
	}
}

func f64(v float64) string {
	var t Table
	t.add(v)
	return t.Rows[0][0]
}

func TestTitle(t *testing.T) {
	f, err := Options{Title: "  Which guarantee\nholds? "}.Build("compare", Source{Set: five()})
	if err != nil || f.Title != "Which guarantee holds?" {
		t.Errorf("title %q, %v", f.Title, err)
	}
	if _, err := (Options{Title: "保証"}).Build("compare", Source{Set: five()}); err == nil || !strings.Contains(err.Error(), "typeface") {
		t.Errorf("a title that cannot be written: %v", err)
	}
}

func TestOptionsRefuse(t *testing.T) {
	set, sweep := Source{Set: withYears(five())}, Source{Sweep: swept(3, realName, warCost(5))}
	for name, c := range map[string]struct {
		o      Options
		figure string
		s      Source
		want   string
	}{
		"theme":            {Options{Theme: "sepia"}, "compare", set, `theme "sepia"`},
		"figure":           {Options{}, "breech", set, "this result has breach"},
		"figure of a run":  {Options{}, "compare", sweep, "this result has sweep, flip"},
		"package":          {Options{Packages: []string{"p9"}}, "compare", set, "allowed are p0, p1"},
		"package twice":    {Options{Packages: []string{"p1", "p1"}}, "compare", set, "twice"},
		"no package":       {Options{Packages: []string{}}, "compare", set, "one or more of p0"},
		"no baseline":      {Options{Packages: []string{"p1", "p2"}}, "difference", set, `against the baseline "p0"`},
		"year":             {Options{Horizon: 5.5}, "breach", set, "the result holds year 1, 2, 3"},
		"year too late":    {Options{Horizon: 16}, "breach", set, "the result holds year 1, 2, 3"},
		"year, of futures": {Options{Horizon: 5}, "futures", set, "breach, compare, hazard can be drawn at an earlier year"},
		"year, of a sweep": {Options{Horizon: 5}, "sweep", sweep, "of a run, breach, compare, hazard"},
	} {
		if _, err := c.o.Build(c.figure, c.s); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q in it", name, err, c.want)
		}
	}
}

func TestReadSource(t *testing.T) {
	var set, sweep, drivers bytes.Buffer
	if err := five().Write(&set); err != nil {
		t.Fatal(err)
	}
	if err := swept(3, realName, warCost(5)).Write(&sweep); err != nil {
		t.Fatal(err)
	}
	if err := sensitivity(20, realFactor).Write(&drivers); err != nil {
		t.Fatal(err)
	}
	for want, file := range map[string]string{
		"breach": set.String(), "sweep": sweep.String(), "drivers-p0": drivers.String(),
	} {
		s, err := ReadSource(strings.NewReader(file))
		if err != nil || s.Names()[0] != want {
			t.Errorf("%s: %v", want, err)
		}
	}
	for what, file := range map[string]string{
		"cut off":     set.String()[:set.Len()/2],
		"newer":       strings.Replace(set.String(), `"schema": 1`, `"schema": 2`, 1),
		"no figures":  `{"schema": 1, "claims": []}`,
		"not a resul": `{"schema": 1, "scenario": {"hash": "", "flat": ""}, "surprise": 1}`,
	} {
		if _, err := ReadSource(strings.NewReader(file)); err == nil || !strings.Contains(err.Error(), what) {
			t.Errorf("%s: %v", what, err)
		}
	}
}
