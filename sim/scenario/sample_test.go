package scenario

import (
	"strings"
	"testing"
)

func TestSampleRowsAreTakenWhole(t *testing.T) {
	s := load(t, "testdata/valid/sample.toml", Options{})
	at := column(s, "sample")
	if at < 0 || column(s, "coalition.resolve") >= 0 || column(s, "instrument.trip.troops") >= 0 {
		t.Fatalf("columns %v, want one for the sample and none for its parameters", paths(s.Columns()))
	}
	u := s.Medians()
	for row, want := range []struct {
		resolve, cost float64
		rule          string
		troops        float64
	}{{.2, .3, "own", 1000}, {.4, .5, "majority", 2000}, {.6, .7, "own", 3000}, {.8, .9, "unanimity", 4000}} {
		u[at] = (float64(row) + .5) / 4
		r := resolved(t, s, u)
		c := pkg(t, r, "none").Case
		if c.Coalition.Resolve != want.resolve || c.Challenger.WarCost != want.cost || string(c.Coalition.DecisionRule) != want.rule {
			t.Errorf("row %d: %g, %g, %s", row, c.Coalition.Resolve, c.Challenger.WarCost, c.Coalition.DecisionRule)
		}
		if r.Values[at] != float64(row) {
			t.Errorf("row %d: the column's value is %g", row, r.Values[at])
		}
		if got := instrument(t, &pkg(t, r, "trip").Case, "trip").LocalCapability; got != .1*want.troops/15000 {
			t.Errorf("row %d: local capability %g", row, got)
		}
	}
	// A distribution in set does not share its u with a row number.
	if column(s, `package."trip+aid".instrument.trip.troops`) < 0 {
		t.Errorf("columns %v: the package's own distribution has none", paths(s.Columns()))
	}
}

func TestBadSampleFiles(t *testing.T) {
	for _, tc := range []struct {
		name, csv, want string
		line            int
	}{
		{"unknown column", "coalition.resolve,challenger.war_kost\n0.5,1\n", "is no uncertain parameter", 1},
		{"no path", "coalition..resolve\n0.5\n", "element is empty", 1},
		{"out of range", "coalition.resolve\n0.5\n1.5\n", `coalition.resolve is "1.5", outside its range; write a number from 0 to 1`, 3},
		{"no number", "coalition.resolve\nhigh\n", `coalition.resolve is "high"`, 2},
		{"nan", "coalition.resolve\nNaN\n", `coalition.resolve is "NaN"`, 2},
		{"no word", "coalition.decision_rule\nown\nmajorty\n", `coalition.decision_rule is "majorty"`, 3},
		{"ragged", "coalition.resolve,challenger.war_cost\n0.5,0.5\n0.5\n", "cannot read the sample", 3},
		{"empty", "", "the sample has no rows", 1},
		{"header alone", "coalition.resolve\n", "the sample has no rows", 1},
		{"two spellings", "instrument.trip.from_months,instrument.trip.from_years\n1,2\n", "say the same thing", 4},
	} {
		t.Run(tc.name, func(t *testing.T) {
			s, list := Load("mine.toml", Options{ReadFile: files(map[string]string{
				"mine.toml": "format = 1\nextends = \"" + base + "\"\n[sample]\nfile = \"joint.csv\"\n", "joint.csv": tc.csv})})
			if s != nil || len(list) == 0 {
				t.Fatal("want an error")
			}
			if d := list[0]; !strings.Contains(d.Message(), tc.want) || d.Range.Start.Line != tc.line {
				t.Errorf("%s, want %q on line %d", d.Error(), tc.want, tc.line)
			}
		})
	}
}

// The source of a sample is that of every parameter in it, and outlives
// flattening; strict asks for one.
func TestSourceOfASample(t *testing.T) {
	text := func(lines string) map[string]string {
		return map[string]string{
			"mine.toml":  "format = 1\nextends = \"" + base + "\"\n" + lines + "[sample]\nfile = \"joint.csv\"\n",
			"joint.csv":  "coalition.resolve\n0.5\n0.6\n",
			"named.toml": "extends = \"mine.toml\"\n[sample]\nfile = \"joint.csv\"\nsource = \"a fit\"\n",
			"bad.toml":   "extends = \"mine.toml\"\n[sample]\nfile = \"joint.csv\"\nsource = 3\n",
		}
	}
	opt := Options{ReadFile: files(text(""))}
	s := load(t, "named.toml", opt)
	if got := s.Columns()[column(s, "sample")].Source; got != "a fit" {
		t.Errorf("its source is %q", got)
	}
	for _, p := range s.Params() {
		if p.Path == "coalition.resolve" && p.Source != "a fit" {
			t.Errorf("the source of %s is %q", p.Path, p.Source)
		}
	}
	again, list := FromFlat("named", s.Flat())
	if again == nil {
		t.Fatal(list)
	}
	if got := again.Columns()[column(again, "sample")].Source; got != "a fit" || again.Hash() != s.Hash() {
		t.Errorf("flattened, its source is %q", got)
	}
	if s, list := Load("bad.toml", opt); s != nil || len(list) == 0 || !strings.Contains(list[0].Message(), "sample.source is a") {
		t.Errorf("a number for a source: %v", list)
	}
	for file, want := range map[string]bool{"mine.toml": true, "named.toml": false} {
		_, list := Load(file, Options{ReadFile: files(text("strict = true\n"))})
		said := false
		for _, d := range list {
			said = said || strings.Contains(d.Summary, "the joint sample has no source")
		}
		if said != want {
			t.Errorf("%s, strict: that the source is missing is said %v, want %v", file, said, want)
		}
	}
}

// A correlation with a column of a sample has no effect: its author is told, and
// who puts a sample over a base that has one is not.
func TestCorrelationUnderASample(t *testing.T) {
	const correlate = "[[correlate]]\nbetween = [\"coalition.resolve\", \"challenger.noise\"]\nrank = 0.5\n"
	const sample = "[sample]\nfile = \"joint.csv\"\n"
	head := "format = 1\nextends = \"" + base + "\"\n"
	opt := Options{ReadFile: files(map[string]string{
		"one.toml": head + correlate + sample, "under.toml": head + correlate, "over.toml": "extends = \"under.toml\"\n" + sample,
		"joint.csv": "coalition.resolve\n0.5\n0.6\n",
	})}
	for file, want := range map[string]bool{"one.toml": true, "under.toml": false, "over.toml": false} {
		s, list := Load(file, opt)
		if s == nil {
			t.Fatal(list)
		}
		said := false
		for _, d := range list {
			said = said || strings.Contains(d.Message(), "this correlation has no effect: coalition.resolve comes from the joint sample; rows of a sample are taken whole")
		}
		if said != want {
			t.Errorf("%s: it is said %v, want %v: %v", file, said, want, list)
		}
	}
}
