package model

import (
	"math"
	"math/rand/v2"
	"testing"
)

func TestElementaryAgreesWithMath(t *testing.T) {
	const tolerance = 1e-14
	e := newElementary()
	rng := rand.New(rand.NewPCG(1, 2))
	for range 200_000 {
		x := (2*rng.Float64() - 1) * expRange
		row := []float64{x}
		e.exp(row)
		if want := math.Exp(x); !(math.Abs(row[0]-want) <= tolerance*want) {
			t.Fatalf("exp(%v) = %v, want %v", x, row[0], want)
		}
		y := math.Exp(x)
		row[0] = y
		e.log(row, row)
		if want := math.Log(y); !(math.Abs(row[0]-want) <= tolerance*max(1, math.Abs(want))) {
			t.Fatalf("log(%v) = %v, want %v", y, row[0], want)
		}
	}
	row := []float64{0, -expRange, expRange, 1e-300}
	e.exp(row)
	if row[0] != 1 || row[3] != 1 {
		t.Errorf("exp(0), exp(1e-300) = %v, %v, want 1", row[0], row[3])
	}
	row = []float64{1, 1 + 1e-12, 2, 0.5, 0.6875, 1.375}
	want := []float64{0, 1e-12, math.Ln2, -math.Ln2, math.Log(0.6875), math.Log(1.375)}
	e.log(row, row)
	for i := range row {
		if !(math.Abs(row[i]-want[i]) <= tolerance) {
			t.Errorf("log %d = %v, want %v", i, row[i], want[i])
		}
	}
}
