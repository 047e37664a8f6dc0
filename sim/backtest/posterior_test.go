package backtest

import (
	"bytes"
	"encoding/csv"
	"math"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"steadfast/scenarios"
	"steadfast/sim/chance"
	"steadfast/sim/scenario"
)

// The effective size of a first-order autoregressive chain is
// n·(1 − ρ)/(1 + ρ).
func TestEffectiveSize(t *testing.T) {
	const n, rho = 50_000, .7
	stream := chance.New(3, chance.Sampling, 0, 0, 0)
	chain := make([]float64, n)
	for i := 1; i < n; i++ {
		chain[i] = rho*chain[i-1] + stream.Unit() - .5
	}
	want := n * (1 - rho) / (1 + rho)
	if got := effectiveSize(chain); math.Abs(got/want-1) > .15 {
		t.Errorf("%.0f effective of %d, theory has %.0f", got, n, want)
	}
	for i := range chain {
		chain[i] = stream.Unit()
	}
	if got := effectiveSize(chain); got < .9*n {
		t.Errorf("%.0f effective of %d independent ones", got, n)
	}
}

// The posterior is a sample that scenarios of the reference class draw from,
// and the same again with the same seed.
func TestPosteriorIsASample(t *testing.T) {
	w := small(t, Current(), 32)
	tab := solved(t, w, zero(w))
	all := without(dyadsOf(w), -1)
	p := w.sample(tab, all, zero(w), 5)
	if len(p.Rows) != posteriorRows || p.Accepted < .1 || p.Accepted > .6 || p.Effective < 20 {
		t.Errorf("%d rows, %.2f accepted, %.0f effective", len(p.Rows), p.Accepted, p.Effective)
	}
	again := w.sample(tab, all, zero(w), 5)
	if diff := cmp.Diff(p.Rows, again.Rows); diff != "" {
		t.Error("the same seed gives another sample")
	}
	var b bytes.Buffer
	if err := p.WriteCSV(&b); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(bytes.NewReader(b.Bytes())).ReadAll()
	if err != nil || len(rows) != posteriorRows+1 {
		t.Fatalf("%d rows written, error %v", len(rows), err)
	}
	text := "format = 1\ntitle = \"x\"\nextends = \"steadfast:base/reference.toml\"\n[sample]\nfile = \"posterior.csv\"\n"
	read := func(name string) ([]byte, error) {
		if name == "posterior.csv" {
			return b.Bytes(), nil
		}
		return []byte(text), nil
	}
	s, list := scenario.Load("x.toml", scenario.Options{Shipped: scenarios.Files(), ReadFile: read})
	if s == nil {
		t.Fatal(list[0].Error())
	}
	if !slices.ContainsFunc(s.Columns(), func(c scenario.Column) bool { return c.Path == "sample" }) {
		t.Error("the scenario does not draw from the sample")
	}
}
