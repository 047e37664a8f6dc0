package scenario

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// everyScenario loads all that loads, the shipped files included.
func everyScenario(t *testing.T) map[string]*Scenario {
	t.Helper()
	out := map[string]*Scenario{}
	for _, file := range loadable(t) {
		out[file] = load(t, file, Options{})
	}
	shipped := os.DirFS("../../scenarios")
	for _, name := range []string{"ukraine-options", "ukraine-five-types", "steadfast:base/reference", "steadfast:base/ukraine"} {
		out[name] = load(t, name, Options{Shipped: shipped})
	}
	return out
}

// sameScenario compares what two scenarios say and resolve to, places apart.
func sameScenario(t *testing.T, want, got *Scenario) {
	t.Helper()
	if d := cmp.Diff(string(want.Flat()), string(got.Flat())); d != "" {
		t.Fatalf("the flat forms differ:\n%s", d)
	}
	if want.Hash() != got.Hash() {
		t.Error("the hashes differ")
	}
	if d := cmp.Diff(paths(want.Columns()), paths(got.Columns())); d != "" {
		t.Errorf("the columns differ:\n%s", d)
	}
	if d := cmp.Diff(resolved(t, want, want.Medians()), resolved(t, got, got.Medians())); d != "" {
		t.Errorf("the cases at the medians differ:\n%s", d)
	}
}

func TestWithoutOverridesNothingChanges(t *testing.T) {
	elsewhere := cmp.Transformer("place", func(Origin) string { return "" })
	for name, s := range everyScenario(t) {
		t.Run(name, func(t *testing.T) {
			v, list := s.With()
			if v == nil {
				t.Fatalf("the flat form does not load: %v\n%s", list, s.Flat())
			}
			if len(list) > 0 {
				t.Errorf("messages without an override: %v", list)
			}
			if v.Name != s.Name || !slices.Equal(v.Files, s.Files) {
				t.Errorf("name %q and files %v, want %q and %v", v.Name, v.Files, s.Name, s.Files)
			}
			sameScenario(t, s, v)
			saved, list := FromFlat("saved.toml", s.Flat())
			if saved == nil {
				t.Fatal(list)
			}
			if saved.Name != "saved" {
				t.Errorf("name %q, want that of the file", saved.Name)
			}
			sameScenario(t, s, saved)
			for _, d := range []string{cmp.Diff(s.Packages, v.Packages), cmp.Diff(s.Run, v.Run), cmp.Diff(s.Scale, v.Scale),
				cmp.Diff(s.DefaultsUsed(), v.DefaultsUsed()), cmp.Diff(s.DesignCorrelations(), v.DesignCorrelations()),
				cmp.Diff(s.Weights(nil), v.Weights(nil)), cmp.Diff(s.Sweeps, v.Sweeps, elsewhere), cmp.Diff(s.Expects, v.Expects, elsewhere)} {
				if d != "" {
					t.Errorf("it says something else:\n%s", d)
				}
			}
		})
	}
}

// A variant is what the file itself would be under the same overrides, but for
// the place of new columns.
func TestWithIsSet(t *testing.T) {
	for _, sets := range [][]string{
		{"coalition.resolve=0.4"},
		{"coalition.resolve=0.4", "challenger.war_cost={uniform=[0.3, 0.5]}"},
		{"scale=\"phia\"", "coalition.resolve=\"unlikely\""},
		{"instrument.trip.from=2028-01-01"},
		{"instrument.aid.until_years=4"},
		{"instrument.snap.credibility=0.5"},
		{"challenger.planning_months=60"},
		{"backstop.initial=\"far\""},
		{"backstop.first_election_years=3"},
		{`package.trip.instruments=["snap"]`, "horizon_years=10", "run.seed=9"},
		{`package."trip+aid".instrument.trip.troops=5`},
		{"start=2027-06-01"},
		{"package.aid.coalition.resolve=0.2", "package.aid.ambiguity=0.5"},
	} {
		t.Run(strings.Join(sets, " "), func(t *testing.T) {
			want := load(t, base, Options{Set: sets})
			got, list := load(t, base, Options{}).With(sets...)
			if got == nil {
				t.Fatal(list)
			}
			cases, err := want.Cases(want.Medians())
			if err != nil {
				t.Fatal(err)
			}
			again, err := got.Cases(got.Medians())
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(cases, again); d != "" {
				t.Errorf("cases differ (-Set +With):\n%s", d)
			}
			a, b := paths(want.Columns()), paths(got.Columns())
			slices.Sort(a)
			slices.Sort(b)
			if d := cmp.Diff(a, b); d != "" {
				t.Errorf("columns differ (-Set +With):\n%s", d)
			}
			if further, _ := got.With(); further == nil || further.Hash() != got.Hash() {
				t.Error("the variant's own flat form is not itself")
			}
		})
	}
}

func TestWithKeepsTheColumnsInOrder(t *testing.T) {
	s := load(t, base, Options{})
	v, list := s.With("challenger.war_cost=0.5", "challenger.clash_cost={uniform=[0.2, 0.4]}", "coalition.resolve={uniform=[0.25, 0.5]}")
	if v == nil {
		t.Fatal(list)
	}
	want := append(slices.DeleteFunc(paths(s.Columns()), func(p string) bool { return p == "challenger.war_cost" }), "challenger.clash_cost")
	if d := cmp.Diff(want, paths(v.Columns())); d != "" {
		t.Errorf("columns (-want +got):\n%s", d)
	}
	if c := v.Columns()[column(v, "coalition.resolve")]; c.Number.Quantile(.5) != .375 {
		t.Errorf("resolve has the median %g, want that of the override", c.Number.Quantile(.5))
	}
}

// A duration replaces a date and the reverse, whichever the file gives.
func TestWithADurationInPlaceOfADate(t *testing.T) {
	s := load(t, "mine.toml", Options{ReadFile: files(map[string]string{"mine.toml": "extends = \"" + base + "\"\n[instrument.trip]\nfrom = 2028-07-01\n"})})
	for set, want := range map[string]float64{"from_months=6": .5, "from_years=2": 2, "from=2030-01-01": 3} {
		v, list := s.With("instrument.trip." + set)
		if v == nil {
			t.Fatal(list)
		}
		r := resolved(t, v, v.Medians())
		if got := instrument(t, &pkg(t, r, "trip").Case, "trip").FromYears; got != want {
			t.Errorf("%s: in force from year %g, want %g", set, got, want)
		}
		if n := strings.Count(string(v.Flat()), "\nfrom"); n != 1 {
			t.Errorf("%s: %d spellings in the flat form, want 1", set, n)
		}
	}
}

// An override of what a joint sample draws takes it out of the sample.
func TestWithInPlaceOfASample(t *testing.T) {
	s := load(t, "testdata/valid/everything.toml", Options{})
	v, list := s.With("coalition.resolve=0.5")
	if v == nil {
		t.Fatal(list)
	}
	if got := resolved(t, v, v.Medians()).Packages[0].Case.Coalition.Resolve; got != .5 {
		t.Errorf("resolve %g, want the override", got)
	}
	if column(v, sampleColumn) < 0 {
		t.Error("the other two are no longer drawn from the sample")
	}
	again, list := v.With()
	if again == nil {
		t.Fatal(list)
	}
	sameScenario(t, v, again)
	v, list = s.With("coalition.resolve=0.5", `backstop.initial="far"`, "instrument.snap.severity=0.1")
	if v == nil {
		t.Fatal(list)
	}
	if column(v, sampleColumn) >= 0 || strings.Contains(string(v.Flat()), "[sample]") {
		t.Error("nothing is left of the sample, and yet it is drawn")
	}
}

func TestWithReportsWhatIsWrong(t *testing.T) {
	s := load(t, base, Options{})
	for set, want := range map[string]string{
		"coalition.resolv=0.5":              `did you mean "resolve"?`,
		"coalition.resolve":                 "write path=value",
		"coalition.resolve=1.5":             "outside its range",
		"coalition.resolve=nan":             "not a finite number",
		`package.trip.guarantors=["fr"]`:    `there is no guarantor "fr"`,
		`backstop.initial="nowhere"`:        "not one of the states",
		"extends=\"other.toml\"":            "only a file can extend",
		"coalition.resolve=1\nformat=2":     "",
		"sample.file=\"posterior.csv\"":     "from a flattened scenario",
		"instrument.trip.capability_gain=1": "does not take",
	} {
		v, list := s.With(set)
		if v != nil || !list.HasErrors() {
			t.Errorf("%s: want an error", set)
			continue
		}
		if d := list[0]; d.File != setName || d.Range.Start.Line != 1 || !strings.Contains(d.Message(), want) {
			t.Errorf("%s: %s, want %q at line 1 of %s", set, d.Error(), want, setName)
		}
	}
	if _, list := FromFlat("torn.toml", s.Flat()[:400]); !list.HasErrors() || list[0].File != "torn.toml" {
		t.Errorf("half a flat form: %v, want an error in torn.toml", list)
	}
	if _, list := FromFlat("nothing", nil); !list.HasErrors() {
		t.Error("an empty text is a scenario")
	}
}

func TestWithFromManyGoroutines(t *testing.T) {
	s := load(t, "testdata/valid/everything.toml", Options{})
	var wg sync.WaitGroup
	hashes := make([]string, 8)
	for i := range hashes {
		wg.Go(func() {
			if v, _ := s.With(fmt.Sprintf("challenger.war_cost=0.%d", 1+i%2)); v != nil {
				hashes[i] = v.Hash()
			}
		})
	}
	wg.Wait()
	for i, h := range hashes {
		if h == "" || h != hashes[i%2] || (h == hashes[(i+1)%2]) {
			t.Errorf("variants %v: want two different ones in turn", hashes)
		}
	}
}

// The joint sample of a flattened scenario may be longer than any file that a
// person writes.
func TestFlatOfALongSample(t *testing.T) {
	if testing.Short() {
		t.Skip("writes a long sample")
	}
	var b strings.Builder
	b.WriteString("coalition.resolve, challenger.war_cost\n")
	for i := range 50_000 {
		fmt.Fprintf(&b, "0.%015d, 0.%015d\n", i+1, 7*i+3)
	}
	s := load(t, "mine.toml", Options{ReadFile: files(map[string]string{"mine.toml": "extends = \"" + base + "\"\n[sample]\nfile = \"posterior.csv\"\n", "posterior.csv": b.String()})})
	if len(s.Flat()) <= maxBytes {
		t.Fatalf("the flat form has %d bytes, too few to test anything", len(s.Flat()))
	}
	v, list := s.With("coalition.hollow_penalty=2")
	if v == nil {
		t.Fatal(list)
	}
	if column(v, sampleColumn) < 0 {
		t.Error("the sample is gone")
	}
}

func BenchmarkWith(b *testing.B) {
	s := load(b, "ukraine-options", Options{Shipped: os.DirFS("../../scenarios")})
	for b.Loop() {
		if v, list := s.With("instrument.snapback.severity=0.1"); v == nil {
			b.Fatal(list)
		}
	}
}
