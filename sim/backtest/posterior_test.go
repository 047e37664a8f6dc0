package backtest

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"io"
	"math"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"steadfast/scenarios"
	"steadfast/sim/chance"
	"steadfast/sim/result"
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
	if testing.Short() {
		t.Skip("solves the record")
	}
	w := small(t, Current(), 32)
	tab := solved(t, w, at(zero(w)))
	all := without(dyadsOf(w), none)
	draw := func() result.Posterior {
		p, err := w.sample(context.Background(), tab, all, zero(w), 5)
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	p := draw()
	if len(p.Rows) != posteriorRows || p.Accepted < .1 || p.Accepted > .6 || p.Effective < 20 {
		t.Errorf("%d rows, %.2f accepted, %.0f effective", len(p.Rows), p.Accepted, p.Effective)
	}
	again := draw()
	if diff := cmp.Diff(p.Rows, again.Rows); diff != "" {
		t.Error("the same seed gives another sample")
	}
	if want := append(slices.Clone(p.Paths[:p.Shared]), "guarantor.patron.willingness"); !slices.Equal(p.Paths, want) || p.Shared != len(referencePaths()) {
		t.Errorf("it is of %v, %d of them shared", p.Paths, p.Shared)
	}
	for extends, write := range map[string]func(io.Writer) error{"steadfast:base/reference.toml": p.WriteShared, arrangementsFile: p.WriteCSV} {
		var b bytes.Buffer
		if err := write(&b); err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(bytes.NewReader(b.Bytes())).ReadAll()
		if err != nil || len(rows) != posteriorRows+1 {
			t.Fatalf("%d rows written, error %v", len(rows), err)
		}
		text := "format = 1\ntitle = \"x\"\nextends = \"" + extends + "\"\n[sample]\nfile = \"posterior.csv\"\n"
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
		columns := s.Columns()
		if !slices.ContainsFunc(columns, func(c scenario.Column) bool { return c.Path == "sample" }) ||
			slices.ContainsFunc(columns, func(c scenario.Column) bool { return slices.Contains(rows[0], c.Path) }) {
			t.Errorf("a scenario that extends %s does not draw %v from the sample", extends, rows[0])
		}
	}
}

// A walk that is interrupted gives no sample.
func TestPosteriorEndsWithItsContext(t *testing.T) {
	if testing.Short() {
		t.Skip("solves the record")
	}
	w := small(t, Current(), 16)
	ctx, stop := context.WithCancel(context.Background())
	w.progress = func(done, _ int) {
		if done > 0 {
			stop()
		}
	}
	tab := solved(t, small(t, Current(), 16), at(zero(w)))
	if p, err := w.sample(ctx, tab, without(dyadsOf(w), none), zero(w), 5); !errors.Is(err, context.Canceled) || p.Rows != nil {
		t.Errorf("%d rows, error %v", len(p.Rows), err)
	}
}
