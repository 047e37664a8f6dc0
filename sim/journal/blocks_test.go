package journal

import (
	"errors"
	"math"
	"testing"
)

func TestKeepThenRestore(t *testing.T) {
	path, _ := written(t)
	j := resumed(t, path)
	want := []float64{math.Copysign(0, -1), 1.0 / 3}
	if err := Keep[[]float64](j, 0)(2, want); err != nil {
		t.Fatal(err)
	}
	restore := Restore[[]float64](resumed(t, path), 0)
	got, ok, err := restore(2)
	if err != nil || !ok || len(got) != 2 || math.Signbit(got[0]) != true || got[1] != want[1] {
		t.Errorf("%v, %v, %v", got, ok, err)
	}
	if _, ok, err := restore(4); ok || err != nil {
		t.Errorf("a block that is not there: %v, %v", ok, err)
	}
	if _, ok, err := restore(3); ok || !errors.Is(err, ErrType) {
		t.Errorf("a block of something else: %v, %v", ok, err)
	}
	if err := Keep[func()](j, 0)(4, nil); err == nil || j.Done() != 5 {
		t.Errorf("a result that cannot be kept: %v, %d done", err, j.Done())
	}
}

// TestJobsShareAJournal: the same block of two jobs is two.
func TestJobsShareAJournal(t *testing.T) {
	path, _ := written(t)
	j := resumed(t, path)
	for before, text := range map[int]string{10: "first", 20: "second"} {
		if err := Keep[string](j, before)(7, text); err != nil {
			t.Fatal(err)
		}
	}
	j = resumed(t, path)
	for before, want := range map[int]string{10: "first", 20: "second"} {
		if got, ok, err := Restore[string](j, before)(7); got != want || !ok || err != nil {
			t.Errorf("after %d: %q, %v, %v", before, got, ok, err)
		}
	}
	if _, ok, err := Restore[string](j, 0)(7); ok || err != nil {
		t.Errorf("of no job: %v, %v", ok, err)
	}
}

// TestNoJournal asks an engine for nothing.
func TestNoJournal(t *testing.T) {
	if Restore[int](nil, 0) != nil || Keep[int](nil, 0) != nil {
		t.Error("functions without a journal")
	}
}
