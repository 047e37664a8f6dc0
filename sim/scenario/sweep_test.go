package scenario

import (
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestSweepGrids(t *testing.T) {
	s := load(t, "mine.toml", Options{ReadFile: files(map[string]string{"mine.toml": `extends = "` + base + `"
[[sweep]]
id = "x"
[[sweep.vary]]
path = "instrument.trip.troops"
from = 1_000
to = 100_000
steps = 3
log = true
[[sweep.vary]]
path = "coalition.resolve"
from = 0
to = 1
steps = 5
`})})
	v := s.Sweeps[0].Vary
	if d := cmp.Diff([]float64{1000, 10000, 100000}, v[0].Values, cmp.Comparer(func(a, b float64) bool { return a-b < 1e-8 && b-a < 1e-8 })); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff([]float64{0, .25, .5, .75, 1}, v[1].Values); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff([]string{"trip+aid"}, v[0].Sets); d != "" {
		t.Errorf("packages that the sweep leaves alone: %s", d)
	}
	if d := cmp.Diff([]string{"trip+aid"}, s.SetBy("instrument.trip.troops")); d != "" {
		t.Errorf("SetBy: %s", d)
	}
}

func findSweep(t *testing.T, s *Scenario, id string) *Sweep {
	t.Helper()
	for i := range s.Sweeps {
		if s.Sweeps[i].ID == id {
			return &s.Sweeps[i]
		}
	}
	t.Fatalf("no sweep %q", id)
	return nil
}

func TestSweepsOfWordsAndLists(t *testing.T) {
	s := load(t, "testdata/valid/everything.toml", Options{})
	words := findSweep(t, s, "words")
	want := []Vary{
		{Path: "backstop.initial", Texts: []string{`"near"`, `"far"`}, Labels: []string{"near", "far"}},
		{Path: "coalition.decision_rule", Texts: []string{`"own"`, `{ discrete = { values = ["majority", "unanimity"], weights = [1, 2] } }`},
			Labels: []string{"own", `discrete { values ["majority", "unanimity"], weights [1, 2] }`}, Sets: []string{"trip", "quoted id"}},
		{Path: "instrument.snap.credibility", Unit: "probability", Texts: []string{"0.2", `"surely"`, "{ uniform = [0.1, 0.3] }"},
			Labels: []string{"0.2", "surely", "uniform [0.1, 0.3]"}},
	}
	if d := cmp.Diff(want, words.Vary); d != "" {
		t.Errorf("words (-want +got):\n%s", d)
	}
	if words.Design != GridSweep || words.Size() != 12 {
		t.Errorf("design %q with %d points, want a grid of 12", words.Design, words.Size())
	}
	lists := findSweep(t, s, "lists")
	var labels []string
	for _, v := range lists.Vary {
		labels = append(labels, strings.Join(v.Labels, "|"))
	}
	if d := cmp.Diff([]string{"none|trip|trip + far off", "us + uk|de", "uk|us + de", "2027-06-01|2029-01-01", "true|false"}, labels); d != "" {
		t.Errorf("labels of lists (-want +got):\n%s", d)
	}
	if lists.Size() != 3*2*2*2*2 {
		t.Errorf("%d points, want 48", lists.Size())
	}
}

// Every value of every sweep is an override that the scenario takes.
func TestSweepValuesAreOverrides(t *testing.T) {
	for name, s := range everyScenario(t) {
		for _, w := range s.Sweeps {
			for _, v := range w.Vary {
				if v.Values != nil && len(v.Values) != v.Len() || len(v.Labels) != v.Len() || v.Len() < 2 {
					t.Errorf("%s: sweep %s: %s has %d values, %d labels, %d numbers", name, w.ID, v.Path, v.Len(), len(v.Labels), len(v.Values))
				}
				for i := range v.Len() {
					if x, list := s.With(v.Overrides(i)); x == nil {
						t.Errorf("%s: sweep %s: %s: %v", name, w.ID, v.Overrides(i), list)
					}
				}
			}
		}
	}
}

func TestHashCoversSweeps(t *testing.T) {
	sweep := func(rest string) string {
		return load(t, "mine.toml", Options{ReadFile: files(map[string]string{"mine.toml": "extends = \"" + base + "\"\n[[sweep]]\nid = \"x\"\n" + rest})}).Hash()
	}
	vary := "[[sweep.vary]]\npath = \"coalition.resolve\"\n"
	seen := map[string]string{}
	for _, rest := range []string{
		vary + "values = [0.1, 0.2]", vary + "values = [0.1, 0.3]", vary + "from = 0.1\nto = 0.2\nsteps = 2", vary + "from = 0.1\nto = 0.2\nsteps = 2\nlog = true",
		"design = \"latin\"\npoints = 16\n" + vary + "from = 0.1\nto = 0.2", "design = \"sobol\"\npoints = 16\n" + vary + "from = 0.1\nto = 0.2",
		"design = \"sobol\"\npoints = 32\n" + vary + "from = 0.1\nto = 0.2", "title = \"y\"\n" + vary + "values = [0.1, 0.2]",
	} {
		h := sweep(rest)
		if seen[h] != "" {
			t.Errorf("these have the same hash:\n%s\n%s", rest, seen[h])
		}
		seen[h] = rest
	}
}

func TestSampleOfASweep(t *testing.T) {
	s := load(t, "testdata/valid/everything.toml", Options{})
	many := findSweep(t, s, "many")
	if many.Design != SobolSweep || many.Points != 64 || many.Size() != 64 {
		t.Errorf("design %q, %d points, size %d", many.Design, many.Points, many.Size())
	}
	u := []float64{0, 1e-9, .25, .5, .75, 1 - 1e-9, 1}
	troops, members, form, horizon := many.Vary[0].Sample(u), many.Vary[1].Sample(u), many.Vary[2].Sample(u), many.Vary[3].Sample(u)
	near := cmp.Comparer(func(a, b float64) bool { return math.Abs(a-b) < 1e-3 })
	if d := cmp.Diff([]float64{1000, 1000, 1000 * math.Pow(100, .25), 10000, 1000 * math.Pow(100, .75), 100000, 100000}, troops.Values, near); d != "" {
		t.Errorf("troops, evenly in the logarithm (-want +got):\n%s", d)
	}
	if d := cmp.Diff([]float64{5, 5, 11, 18, 24, 30, 30}, members.Values); d != "" {
		t.Errorf("members, rounded (-want +got):\n%s", d)
	}
	if d := cmp.Diff([]string{"treaty", "treaty", "treaty", "declaration", "agreement", "agreement", "agreement"}, form.Labels); d != "" || form.Values != nil {
		t.Errorf("legal forms, a third each (-want +got):\n%s", d)
	}
	if d := cmp.Diff([]float64{5, 5, 5, 10, 15, 15, 15}, horizon.Values); d != "" {
		t.Errorf("horizons, a third each (-want +got):\n%s", d)
	}
	if troops.Range || troops.Len() != len(u) || many.Vary[0].Len() != 2 || !many.Vary[0].Range {
		t.Error("a sample is not a list of as many values as points, or the range has changed")
	}
	for _, v := range []Vary{troops, members, form, horizon} {
		for i := range u {
			if x, list := s.With(v.Overrides(i)); x == nil {
				t.Errorf("%s: %v", v.Overrides(i), list)
			}
		}
	}
}

func TestSizeOfAHugeGrid(t *testing.T) {
	v := Vary{Texts: make([]string, 10_000)}
	s := Sweep{Design: GridSweep, Vary: []Vary{v, v, v, v, v, v}}
	if s.Size() != math.MaxInt {
		t.Errorf("size %d, want the largest int rather than an overflow", s.Size())
	}
}

func TestParseVary(t *testing.T) {
	s := load(t, base, Options{})
	for text, want := range map[string]Vary{
		"coalition.resolve=0:1:5":                                       {Path: "coalition.resolve", Unit: "probability", Values: []float64{0, .25, .5, .75, 1}, Texts: []string{"0.0", "0.25", "0.5", "0.75", "1.0"}, Labels: []string{"0", "0.25", "0.5", "0.75", "1"}},
		" coalition.resolve = 1 : 0 : 2 ":                               {Path: "coalition.resolve", Unit: "probability", Values: []float64{1, 0}, Texts: []string{"1.0", "0.0"}, Labels: []string{"1", "0"}},
		"coalition.resolve=0.25:1:3:log":                                {Path: "coalition.resolve", Unit: "probability", Log: true, Values: []float64{.25, .5, 1}, Texts: []string{"0.25", "0.5", "1.0"}, Labels: []string{"0.25", "0.5", "1"}},
		"coalition.resolve=0.1,likely, 2e-1":                            {Path: "coalition.resolve", Unit: "probability", Texts: []string{"0.1", `"likely"`, "2e-1"}, Labels: []string{"0.1", "likely", "0.2"}},
		"coalition.resolve=very likely,'likely'":                        {Path: "coalition.resolve", Unit: "probability", Texts: []string{`"very likely"`, `"likely"`}, Labels: []string{"very likely", "likely"}},
		"instrument.trip.troops=1_000,2_000":                            {Path: "instrument.trip.troops", Unit: "troops", Values: []float64{1000, 2000}, Texts: []string{"1_000", "2_000"}, Labels: []string{"1000", "2000"}, Sets: []string{"trip+aid"}},
		`package."trip+aid".instrument.trip.troops=1,2`:                 {Path: `package."trip+aid".instrument.trip.troops`, Unit: "troops", Values: []float64{1, 2}, Texts: []string{"1", "2"}, Labels: []string{"1", "2"}},
		"backstop.initial=near,far":                                     {Path: "backstop.initial", Texts: []string{`"near"`, `"far"`}, Labels: []string{"near", "far"}},
		`package.trip.instruments=["trip"],["trip", "snap"],[]`:         {Path: "package.trip.instruments", Texts: []string{`["trip"]`, `["trip", "snap"]`, "[]"}, Labels: []string{"trip", "trip + snap", "none"}},
		"start=2027-01-01,2028-01-01":                                   {Path: "start", Texts: []string{"2027-01-01", "2028-01-01"}, Labels: []string{"2027-01-01", "2028-01-01"}},
		"challenger.war_cost={uniform=[0.1, 0.2]},{uniform=[0.1, 0.3]}": {Path: "challenger.war_cost", Unit: "stakes", Texts: []string{"{ uniform = [0.1, 0.2] }", "{ uniform = [0.1, 0.3] }"}, Labels: []string{"uniform [0.1, 0.2]", "uniform [0.1, 0.3]"}},
	} {
		got, list := s.ParseVary(text)
		if len(list) > 0 {
			t.Errorf("%s: %v", text, list)
			continue
		}
		if d := cmp.Diff(want, got, cmp.Comparer(func(a, b float64) bool { return math.Abs(a-b) < 1e-12 })); d != "" {
			t.Errorf("%s (-want +got):\n%s", text, d)
		}
		for i := range got.Len() {
			if v, list := s.With(got.Overrides(i)); v == nil {
				t.Errorf("%s: %s: %v", text, got.Overrides(i), list)
			}
		}
	}
}

func TestParseVaryRefuses(t *testing.T) {
	s := load(t, base, Options{})
	for text, want := range map[string]struct {
		column  int
		message string
	}{
		"":                                          {1, "says no values"},
		"coalition.resolve":                         {1, "write path=from:to:steps"},
		"=0:1:5":                                    {1, "no parameter is named"},
		"coalition.resolve=":                        {19, "a value is empty"},
		"coalition.resolve=0.1,,0.2":                {23, "a value is empty"},
		"coalition.resolve=0.1,0.2,":                {27, "a value is empty"},
		"coalition.resolv=0:1:5":                    {1, `did you mean "coalition.resolve"?`},
		"coalition..resolve=0:1:5":                  {1, "an element is empty"},
		"title=a,b":                                 {1, "title cannot vary"},
		"coalition.resolve=0.5":                     {19, "at least two"},
		"coalition.resolve=0.5,0.5":                 {23, "given twice"},
		"coalition.resolve=0:2:3":                   {21, "coalition.resolve is 2, outside its range"},
		"coalition.resolve=0:1":                     {19, "write path=from:to:steps"},
		"coalition.resolve=0:1:5:log:x":             {19, "write path=from:to:steps"},
		"coalition.resolve=0:1:5:lin":               {25, "after the steps stands lin"},
		"coalition.resolve=0:1:5:log":               {19, "above 0"},
		"coalition.resolve=0:1:2.5":                 {23, "a whole number from 2"},
		"coalition.resolve=0:1:1":                   {23, "a whole number from 2"},
		"coalition.resolve=0:1:20000":               {23, "a whole number from 2"},
		"coalition.resolve=a:1:5":                   {19, "from is a, and a finite number is needed"},
		"coalition.resolve=0:nan:5":                 {21, "to is nan, and a finite number is needed"},
		"coalition.resolve=0.5,nan":                 {23, "not a finite number"},
		"coalition.resolve=0.5,50%":                 {23, "write 0.5"},
		"coalition.resolve=0.5,.4":                  {23, "write 0.4"},
		"coalition.resolve=0.5,1.":                  {23, "write 1.0"},
		"coalition.resolve=0.5,0:1:3":               {19, "mixed"},
		"coalition.resolve=0.5:0.5:3":               {23, "both 0.5"},
		"coalition.resolve=likely,sometimes":        {26, "no word of the scale"},
		"backstop.initial=near,farr":                {23, `did you mean "far"?`},
		"backstop.initial=0:1:3":                    {18, "no number"},
		"package.trip.instruments=[trip],[]":        {26, `lists as ["…", "…"]`},
		`package.trip.instruments=["trip"],["tri"]`: {36, `did you mean "trip"?`},
		`package.tripp.feasibility=0.1,0.2`:         {1, `did you mean "trip"?`},
		"instrument.trip.kind=tripwire,treaty":      {1, "cannot vary"},
		"guarantor.é.willingness=0.1,0.2":           {1, "there is no parameter"},
		"coalition.resolve=0.1,\xff":                {1, "not UTF-8"},
	} {
		v, list := s.ParseVary(text)
		if !list.HasErrors() || v.Len() > 0 {
			t.Errorf("%q: want an error, got %v", text, v)
			continue
		}
		d := list[0]
		if d.File != varyFile || d.Range.Start.Line != 1 || d.Range.Start.Column != want.column || !strings.Contains(d.Message(), want.message) {
			t.Errorf("%q: %s, want %q at column %d", text, d.Error(), want.message, want.column)
		}
	}
}

// FuzzParseVary: no panic, a Vary if and only if there is no error, places
// inside the text, values that differ and that the scenario takes.
func FuzzParseVary(f *testing.F) {
	s := load(f, base, Options{})
	for _, text := range []string{"coalition.resolve=0:1:5", "coalition.resolve=0.1:1:5:log", "coalition.resolve=likely,0.3", "backstop.initial=near,far",
		`package.trip.instruments=["trip"],[]`, "start=2027-01-01,2028-01-01", "a=", "=", "a='", `a="\`, "a=[[[[,", "a=1:2:3:4:5", "a={b=1},{b=2}", "é=ü", "coalition.resolve='''a''',0"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		v, list := s.ParseVary(text)
		if (v.Len() > 0) == list.HasErrors() {
			t.Fatalf("%d values and the messages %v", v.Len(), list)
		}
		for _, d := range list {
			if d.Summary == "" || d.File != varyFile || d.Range.Start.Byte < 0 || d.Range.End.Byte > len(text) {
				t.Fatalf("a message without words or place: %+v", d)
			}
		}
		seen := map[string]bool{}
		for i := range min(v.Len(), 5) {
			if seen[v.Texts[i]] {
				t.Fatalf("%s twice", v.Texts[i])
			}
			seen[v.Texts[i]] = true
			// What is wrong with a value only together with others is found later.
			if _, list := s.With(v.Overrides(i)); list.HasErrors() && list[0].File == setName && strings.Contains(list[0].Summary, "range") {
				t.Fatalf("%s: %v", v.Overrides(i), list)
			}
		}
	})
}
