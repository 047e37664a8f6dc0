package backtest

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"steadfast/scenarios"
	"steadfast/sim/history"
	"steadfast/sim/result"
)

func TestRunOnFew(t *testing.T) {
	run := func(workers int) *result.Backtest {
		r, err := Run(context.Background(), fewRecord(t), scenarios.Files(), Options{Draws: 16, Workers: workers, Resamples: 50, Version: "0.0.0-test"})
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	r := run(1)
	if diff := cmp.Diff(r, run(2), cmpopts.EquateNaNs()); diff != "" {
		t.Errorf("two workers find another backtest than one:\n%s", diff)
	}
	for _, c := range r.Arrangements {
		for m, kinds := range c.Risks {
			for k, risks := range kinds {
				if !slices.IsSorted(risks.ByYear) || risks.ByYear[0] < 0 || risks.ByYear[3] > 1 || risks.Observed < 0 || risks.Observed > 1 {
					t.Errorf("%s, %s, kind %d: %+v", c.ID, m, k, risks)
				}
				if k == 1 && risks.ByYear[0] < kinds[0].ByYear[0] {
					t.Errorf("%s, %s: war is likelier than any breach", c.ID, m)
				}
			}
		}
	}
	s, ok := r.Score(result.MajorBreach, 15, result.CoreSet, result.ByHalves)
	if !ok || s.Arrangements != len(r.Arrangements) || s.Events == 0 || s.Brier.Lo > s.Brier.Value || s.Brier.Hi < s.Brier.Value {
		t.Errorf("%+v", s)
	}
	if want := 5; len(r.Models) != want-1 {
		t.Errorf("%d models, want those of the four arrangements among few", len(r.Models))
	}
	if s.Without[0].Skill > s.Without[1].Skill || s.IfRight.Skill.Lo > s.IfRight.Skill.Hi || s.IfRight.AsLow < 0 || s.IfRight.AsLow > 1 {
		t.Errorf("without a dyad %+v, if right %+v", s.Without, s.IfRight)
	}
	if h := r.HeadlineSkill; h == nil || h.Mean != s.BrierSkill.Base.Value || !(h.StdErr > 0) || h.StdErr > 1 {
		t.Errorf("the headline's skill is %+v, by its score %v", h, s.BrierSkill.Base.Value)
	}
	for _, p := range slices.Concat(r.FitAll.Parameters, r.FitA.Parameters, r.FitB.Parameters) {
		if !(p.Median.StdErr > 0) || p.Median.Lo > p.Median.Mean || p.Median.Hi < p.Median.Mean {
			t.Errorf("%s: median %+v", p.Path, p.Median)
		}
	}
	// What is written is read again.
	var file bytes.Buffer
	if err := r.Write(&file); err != nil {
		t.Fatal(err)
	}
	back, err := result.ReadBacktest(&file)
	if err != nil {
		t.Fatal(err)
	}
	r.Posterior.Rows = nil // in a file of their own
	if diff := cmp.Diff(r, back, cmpopts.EquateNaNs()); diff != "" {
		t.Errorf("what was written is read as another backtest:\n%s", diff)
	}
	if sum := sha256.Sum256([]byte(back.Scenario.Flat)); hex.EncodeToString(sum[:]) != back.Scenario.Hash {
		t.Error("the hash is not that of the record")
	}
}

func TestRunRefusesTooFewDyads(t *testing.T) {
	if _, err := Run(context.Background(), Record{Arrangements: few(t)[:2]}, scenarios.Files(), Options{}); !errors.Is(err, ErrFewDyads) {
		t.Errorf("a record of one dyad: error %v", err)
	}
}

// A record without wars has no skill over a base rate that is right: it says so,
// and can be written.
func TestRunWithoutWars(t *testing.T) {
	if testing.Short() {
		t.Skip("solves the record")
	}
	record := fewRecord(t)
	for i := range record.Arrangements {
		record.Arrangements[i].MajorOn = time.Time{}
	}
	r, err := Run(context.Background(), record, scenarios.Files(), Options{Draws: 16, Resamples: 50})
	if err != nil {
		t.Fatal(err)
	}
	if s, _ := r.Score(result.MajorBreach, 15, result.CoreSet, result.ByHalves); r.HeadlineSkill != nil || s.IfRight != nil || s.Without != nil {
		t.Errorf("a skill %+v, if right %+v, without a dyad %+v", r.HeadlineSkill, s.IfRight, s.Without)
	}
	if err := r.Write(io.Discard); err != nil {
		t.Error(err)
	}
}

// A row that has the id of a model and another dyad is none of it.
func TestModelsAreKnownByTheirDyad(t *testing.T) {
	r := &result.Backtest{Arrangements: []result.Arrangement{{ID: "BUD94", Dyad: "x-y"}}}
	if err := (&world{}).compare(context.Background(), r, scenarios.Files(), Options{Seed: 1}); err != nil || len(r.Models) > 0 {
		t.Errorf("models %+v, error %v", r.Models, err)
	}
	all := record(t)
	for _, m := range models() {
		if !slices.ContainsFunc(all, func(a history.Arrangement) bool { return a.ID == m.ID && a.Dyad == m.dyad }) {
			t.Errorf("the shipped record has no row %s of the dyad %s", m.ID, m.dyad)
		}
	}
}
