package backtest

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"steadfast/scenarios"
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
	if h := r.HeadlineSkill; h.Mean != s.BrierSkill.Base.Value || !(h.StdErr > 0) || h.StdErr > 1 {
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
	if _, err := Run(context.Background(), Record{Arrangements: few(t)[:2]}, scenarios.Files(), Options{}); err == nil {
		t.Error("a record of one dyad is scored")
	}
}
