package backtest

import (
	"bytes"
	"context"
	"io/fs"
	"slices"
	"testing"

	"steadfast/scenarios"
	"steadfast/sim/history"
)

// record returns the shipped record.
func record(t *testing.T) []history.Arrangement {
	t.Helper()
	data, err := fs.ReadFile(scenarios.Files(), "historical/cases.csv")
	if err != nil {
		t.Fatal(err)
	}
	all, list := history.Read("cases.csv", bytes.NewReader(data))
	if all == nil {
		t.Fatal(list[0].Error())
	}
	return all
}

// few returns some arrangements of the shipped record: seven dyads, instruments
// of every kind, spells short and long, with and without breaches.
func few(t *testing.T) []history.Arrangement {
	t.Helper()
	ids := []string{"KOR49", "KOR53", "BUD94", "MIN15", "FRG55", "KWT71", "EGY50", "NKR94", "NKR20", "CYP74"}
	return slices.DeleteFunc(record(t), func(a history.Arrangement) bool { return !slices.Contains(ids, a.ID) })
}

// fewRecord is a record of few arrangements.
func fewRecord(t *testing.T) Record {
	t.Helper()
	return Record{Name: "few", Text: []byte("a table"), Arrangements: few(t)}
}

// small returns the world of few arrangements with so many draws.
func small(t *testing.T, rule Rule, draws int) *world {
	t.Helper()
	w, err := newWorld(rule, few(t), scenarios.Files(), Options{Draws: draws, Seed: 1})
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// at is a source of draws as wide as the class, about a centre.
func at(centre []float64) source { return source{centre: centre, width: 1} }

// solved is a world's table at a source.
func solved(t *testing.T, w *world, from source) *table {
	t.Helper()
	tab, err := w.solve(context.Background(), w.design, from)
	if err != nil {
		t.Fatal(err)
	}
	return tab
}

// zero is the shift that leaves a world's ranges as they ship.
func zero(w *world) []float64 { return make([]float64, len(w.parameters)) }

// keep leaves only some of a world's arrangements.
func (w *world) keep(ids ...string) {
	var arrangements []history.Arrangement
	var packages []int
	for i, a := range w.arrangements {
		if slices.Contains(ids, a.ID) {
			arrangements, packages = append(arrangements, a), append(packages, w.packages[i])
		}
	}
	w.arrangements, w.packages = arrangements, packages
}
