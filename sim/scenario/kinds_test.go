package scenario

import (
	"bytes"
	"encoding/json"
	"math"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"steadfast/sim/diag"
	"steadfast/sim/model"
)

// load loads a scenario that has no errors.
func load(t testing.TB, path string, opt Options) *Scenario {
	t.Helper()
	s, list := Load(path, opt)
	if s == nil {
		var b bytes.Buffer
		if err := diag.WriteText(&b, list, opt.Source); err != nil {
			t.Fatal(err)
		}
		t.Fatalf("%s does not load:\n%s", path, b.String())
	}
	return s
}

// sameCases compares cases as cases: numbers to 1e−12, an absent channel
// equal to its no-effect value.
func sameCases(t *testing.T, want, got []model.Case) {
	t.Helper()
	close := cmp.Comparer(func(a, b float64) bool { return math.Abs(a-b) <= 1e-12*max(1, math.Abs(a), math.Abs(b)) })
	if d := cmp.Diff(want, got, close, cmpopts.EquateEmpty(), cmp.Transformer("multiplier", func(p *float64) float64 {
		if p == nil {
			return 1
		}
		return *p
	}), cmpopts.IgnoreFields(model.Case{}, "CostDiscountRate")); d != "" {
		t.Errorf("cases differ (-want +got):\n%s", d)
	}
}

func TestEveryKindResolvesAsPublished(t *testing.T) {
	data, err := os.ReadFile("testdata/kinds.json")
	if err != nil {
		t.Fatal(err)
	}
	want, err := ReadCases(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	s := load(t, "testdata/kinds.toml", Options{})
	got, err := s.Cases(s.Medians())
	if err != nil {
		t.Fatal(err)
	}
	sameCases(t, want, got)

	// What is written has the published structure, key for key.
	var b bytes.Buffer
	if err := WriteCases(&b, got); err != nil {
		t.Fatal(err)
	}
	var published struct{ Resolved any }
	var written any
	if err := json.Unmarshal(data, &published); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(b.Bytes(), &written); err != nil {
		t.Fatal(err)
	}
	close := cmp.Comparer(func(a, b float64) bool { return math.Abs(a-b) <= 1e-12*max(1, math.Abs(a)) })
	nonZero := cmpopts.IgnoreMapEntries(func(k string, v any) bool { return noEffect[k] && v == 0.0 })
	if d := cmp.Diff(published.Resolved, written, close, nonZero); d != "" {
		t.Errorf("JSON differs (-want +got):\n%s", d)
	}
	again, err := ReadCases(&b)
	if err != nil {
		t.Fatal(err)
	}
	sameCases(t, got, again)
}

// noEffect names channels that the published cases state although they are 0.
var noEffect = map[string]bool{"automaticity": true, "backstop_reliance": true}
