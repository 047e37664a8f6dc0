package scenario

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

// files gives a ReadFile over texts by name; what it does not hold is read
// from disk.
func files(texts map[string]string) func(string) ([]byte, error) {
	return func(name string) ([]byte, error) {
		if text, ok := texts[filepath.ToSlash(name)]; ok {
			return []byte(text), nil
		}
		return os.ReadFile(name)
	}
}

// param finds a shared parameter.
func param(t *testing.T, s *Scenario, path string) Param {
	t.Helper()
	for _, p := range s.Params() {
		if p.Path == path && p.Package == "" {
			return p
		}
	}
	t.Fatalf("no parameter %s", path)
	return Param{}
}

func TestExtends(t *testing.T) {
	world := func(resolve string) string {
		return fmt.Sprintf("extends = %q\n[coalition]\nresolve = %s\n", base, resolve)
	}
	for _, tc := range []struct {
		name  string
		texts map[string]string
		want  string // coalition.resolve as written
		files int
	}{
		{"chain", map[string]string{"mine.toml": `extends = "a.toml"`, "a.toml": world("0.3")}, "0.3", 3},
		{"the file itself is strongest", map[string]string{"mine.toml": "extends = \"a.toml\"\ncoalition.resolve = 0.9", "a.toml": world("0.3")}, "0.9", 3},
		{"of a list the last is strongest", map[string]string{"mine.toml": `extends = ["a.toml", "b.toml"]`, "a.toml": world("0.3"), "b.toml": world("0.4")}, "0.4", 4},
		{"a file reached twice counts once", map[string]string{"mine.toml": `extends = ["a.toml", "b.toml"]`, "a.toml": world("0.3"),
			"b.toml": fmt.Sprintf("extends = %q", base)}, "0.3", 4},
		{"shipped, relative to a shipped file", map[string]string{"mine.toml": `extends = ["` + base + `", "steadfast:sub/a"]`}, "0.7", 4},
	} {
		t.Run(tc.name, func(t *testing.T) {
			s := load(t, "mine.toml", Options{ReadFile: files(tc.texts), Shipped: fstest.MapFS{
				"sub/a.toml": {Data: []byte(`extends = "../top.toml"`)},
				"top.toml":   {Data: []byte(`coalition.resolve = 0.7`)},
			}})
			if got := param(t, s, "coalition.resolve").Text; got != tc.want {
				t.Errorf("resolve = %s, want %s", got, tc.want)
			}
			if len(s.Files) != tc.files || filepath.Base(s.Files[len(s.Files)-1]) != "mine.toml" {
				t.Errorf("files %v, want %d with the scenario's own last", s.Files, tc.files)
			}
		})
	}
}

func TestShippedByName(t *testing.T) {
	text, err := os.ReadFile(base)
	if err != nil {
		t.Fatal(err)
	}
	opt := Options{Shipped: fstest.MapFS{"options.toml": {Data: text}}, ReadFile: func(string) ([]byte, error) { return nil, fs.ErrNotExist }}
	for _, name := range []string{"options", "options.toml", "steadfast:options"} {
		if s := load(t, name, opt); s.Name != "options" {
			t.Errorf("%s: name %q", name, s.Name)
		}
	}
	_, list := Load("optoins", opt)
	if len(list) != 1 || !strings.Contains(list[0].Message(), `did you mean the shipped scenario "options"?`) {
		t.Errorf("a misspelt name gives %v", list)
	}
}

func TestWhatIsInheritedAndWhatIsNot(t *testing.T) {
	texts := map[string]string{
		"a.toml": `extends = "` + base + `"
question = "inherited?"
answer = "{risk(none)}"
[[expect]]
claim = "inherited"
that = "risk(none) > 0.1"
[[sweep]]
id = "one"
[[sweep.vary]]
path = "coalition.resolve"
from = 0.1
to = 0.9
steps = 3
[[sweep]]
id = "two"
[[sweep.vary]]
path = "instrument.trip.troops"
values = [0, 5_000]
[[correlate]]
between = ["challenger.war_cost", "challenger.noise"]
rank = 0.5
`,
		"mine.toml": `extends = "a.toml"
packages = ["trip", "none"]
[[package]]
id = "aid"
drop = true
[[package]]
id = "trip"
name = "A force"
[[sweep]]
id = "one"
drop = true
[[correlate]]
between = ["challenger.noise", "challenger.war_cost"]
rank = -0.25
`}
	s := load(t, "mine.toml", Options{ReadFile: files(texts)})
	if s.Question != "" || s.Answer != "" || len(s.Expects) != 0 {
		t.Errorf("question %q, answer %q and %d expectations are inherited", s.Question, s.Answer, len(s.Expects))
	}
	if s.Title != "A small world" || s.Baseline != "none" || s.Fallback != "none" {
		t.Errorf("title %q, baseline %q, fallback %q", s.Title, s.Baseline, s.Fallback)
	}
	want := []Package{
		{ID: "trip", Name: "A force", Instruments: []string{"trip", "snap"}, Guarantors: []string{"uk"}},
		{ID: "none", Name: "No guarantee", Instruments: []string{}, Guarantors: []string{"us", "uk"}},
	}
	if d := cmp.Diff(want, s.Packages); d != "" {
		t.Errorf("packages (-want +got):\n%s", d)
	}
	if len(s.Sweeps) != 1 || s.Sweeps[0].ID != "two" {
		t.Errorf("sweeps %v, want two alone", s.Sweeps)
	}
	if len(s.Correlations) != 1 || s.Correlations[0].Rank != -.25 {
		t.Errorf("correlations %v, want the pair replaced", s.Correlations)
	}
	if c := s.DesignCorrelations(); len(c) != 1 || s.Columns()[c[0].A].Path != "challenger.noise" || s.Columns()[c[0].B].Path != "challenger.war_cost" {
		t.Errorf("design correlations %v", c)
	}
}

func TestReplacingOneSpellingByAnother(t *testing.T) {
	s := load(t, "mine.toml", Options{ReadFile: files(map[string]string{"mine.toml": `extends = "` + base + `"
[instrument.trip]
from = 2028-07-01
[instrument.snap]
credibility = 0.5
[challenger]
planning_months = 60
`})})
	r := resolved(t, s, s.Medians())
	c := pkg(t, r, "trip").Case
	if got := instrument(t, &c, "trip").FromYears; got != 1.5 {
		t.Errorf("from %g, want 1.5 from the date, in place of the inherited months", got)
	}
	if got := instrument(t, &c, "snap").Credibility; got != .5 {
		t.Errorf("credibility %g, want .5 in place of the inherited vote", got)
	}
	if c.Challenger.PlanningYears != 5 {
		t.Errorf("planning %g years, want 60 months", c.Challenger.PlanningYears)
	}
}

func TestSetOverrides(t *testing.T) {
	s := load(t, base, Options{Set: []string{
		"coalition.resolve = \"likely\"", "instrument.trip.feasibility=0.25", `package."trip+aid".instrument.trip.troops=100`,
		"package.aid.ambiguity=0.5", "run.seed=7", "horizon_years=10", `package.trip.set.coalition.resolve=0.9`, "instrument.aid.until_years=4",
	}})
	if s.Run.Seed != 7 || s.HorizonYears != 10 {
		t.Errorf("seed %d, horizon %g", s.Run.Seed, s.HorizonYears)
	}
	r := resolved(t, s, s.Medians())
	if got := pkg(t, r, "none").Case.Coalition.Resolve; got != .675 {
		t.Errorf("resolve %g, want the middle of likely", got)
	}
	if got := pkg(t, r, "trip").Case.Coalition.Resolve; got != .9 {
		t.Errorf("resolve %g in the package addressed, want .9", got)
	}
	if got := instrument(t, &pkg(t, r, "trip+aid").Case, "trip").LocalCapability; got != .1*100/15000 {
		t.Errorf("local capability %g, want that of 100 troops", got)
	}
	if got := instrument(t, &pkg(t, r, "aid").Case, "aid").UntilYears; got != 4 {
		t.Errorf("aid until %g, want 4 in place of the date", got)
	}
	if p := param(t, s, "coalition.resolve"); p.Origin.File != "--set" || p.Origin.Line != 1 {
		t.Errorf("origin %+v, want the first --set", p.Origin)
	}
}

func TestBadOverrides(t *testing.T) {
	for set, want := range map[string]string{
		"coalition.resolv=0.5":          `did you mean "resolve"?`,
		"coalition.resolve":             "write path=value",
		"coalition.resolve=50%":         "write 0.5",
		"coalition.resolve=likely":      `write "likely"`,
		"instrument.tripp.troops=5":     `did you mean "trip"?`,
		"package.tripp.feasibility=0.5": `did you mean "trip"?`,
		"package.trip.horizon_years=5":  "may not set",
		"=":                             "",
		"coalition.resolve=1\nx=2":      "",
	} {
		s, list := Load(base, Options{Set: []string{set}})
		if s != nil || !list.HasErrors() {
			t.Errorf("--set %s: want an error", set)
			continue
		}
		if d := list[0]; d.File != "--set" || d.Range.Start.Line != 1 || !strings.Contains(d.Message(), want) {
			t.Errorf("--set %s: %s, want %q at line 1", set, d.Error(), want)
		}
	}
}

func TestOverrideThatDoesNotReach(t *testing.T) {
	s, list := Load(base, Options{Set: []string{"instrument.trip.troops=5"}})
	if s == nil || len(list) != 1 || !strings.Contains(list[0].Message(), "this override does not reach trip+aid") {
		t.Errorf("messages %v, want a warning that the override does not reach trip+aid", list)
	}
}

func TestDefaults(t *testing.T) {
	s := load(t, base, Options{})
	var got []string
	for _, p := range s.Params() {
		if p.IsDefault {
			got = append(got, p.Path+" = "+p.Text)
			if p.Source == "" {
				t.Errorf("the default of %s has no source", p.Path)
			}
		}
	}
	want := []string{
		"challenger.status_quo_per_year = 0", "coalition.decision_rule = \"own\"", "coalition.fatigue_per_year = 0",
		"coalition.reputation = the drawn resolve", "instrument.aid.decay_half_life_years = 3", "instrument.trip.may_fight_back = true",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("defaults in force (-want +got):\n%s", d)
	}
	if s.DefaultsUsed() != len(want) {
		t.Errorf("%d defaults counted, %d listed", s.DefaultsUsed(), len(want))
	}
}

func TestParams(t *testing.T) {
	s := load(t, base, Options{})
	p := param(t, s, "challenger.war_cost")
	if p.Text != `{ pert = [0.40, 0.55, 0.75], source = "judgement: a long war" }` || p.Source != "judgement: a long war" || p.Unit != "stakes" ||
		!p.Used || p.Number == nil || p.Origin.File != base || p.Origin.Line != 14 {
		t.Errorf("war_cost is %+v", p)
	}
	last := ""
	for _, p := range s.Params() {
		if p.Path < last {
			t.Errorf("%s comes after %s", p.Path, last)
		}
		last = p.Path
	}
}

func TestMarks(t *testing.T) {
	s := load(t, base, Options{})
	want := []Mark{
		{.75, "entry", "tripwire in force", []string{"trip", "trip+aid"}},
		{25.0 / 12, "election", "election in the decisive guarantor", nil},
		{73.0 / 12, "election", "election in the decisive guarantor", nil},
		{10, "expiry", "aid at an end", []string{"aid", "trip+aid"}},
		{121.0 / 12, "election", "election in the decisive guarantor", nil},
		{169.0 / 12, "election", "election in the decisive guarantor", nil},
	}
	if d := cmp.Diff(want, s.Marks()); d != "" {
		t.Errorf("marks (-want +got):\n%s", d)
	}
}

func TestWeights(t *testing.T) {
	s := load(t, "mine.toml", Options{ReadFile: files(map[string]string{"mine.toml": `extends = "` + base + `"
[weights]
clash = { uniform = [50, 200] }
cost_per_bn = 0.1
defeat = { uniform = [0, 10] }
discount_rate = 0.05
`})})
	if got, want := s.Weights(nil), (Weights{MajorBreach: 100, Clash: 125, Defeat: 5, CostPerBn: .1, DiscountRate: .05}); got != want {
		t.Errorf("central weights %+v, want %+v", got, want)
	}
	if c := s.WeightColumns(); len(c) != 2 || c[0].Path != "weights.clash" || c[1].Path != "weights.defeat" {
		t.Errorf("weight columns %v", c)
	}
	if got := s.Weights([]float64{.1, .9}); got.Clash != 65 || got.Defeat != 9 {
		t.Errorf("drawn weights %+v", got)
	}
	if column(s, "weights.clash") >= 0 {
		t.Error("a weight is among the design's columns")
	}
	if got := resolved(t, s, s.Medians()).Packages[0].Case.CostDiscountRate; got != .05 {
		t.Errorf("the guarantors' rate is %g", got)
	}
	if !s.HasWeights() || load(t, base, Options{}).HasWeights() {
		t.Error("HasWeights does not tell a scenario with weights from one without")
	}
}
