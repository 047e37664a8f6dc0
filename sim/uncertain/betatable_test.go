package uncertain

import (
	"math"
	"testing"

	"gonum.org/v1/gonum/mathext"
	"pgregory.net/rapid"
)

// TestTableIsExact holds the tabulated quantile against the library's, for
// shapes that are flat, one-sided, U-shaped and narrow.
func TestTableIsExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		shape := rapid.Custom(func(t *rapid.T) float64 {
			return math.Exp(rapid.Float64Range(math.Log(0.3), math.Log(500)).Draw(t, "log shape"))
		})
		a, b := shape.Draw(t, "a"), shape.Draw(t, "b")
		table := newBetaTable(a, b)
		for k := 1; k < 64; k++ {
			u := float64(k) / 64
			got, want := table.inverse(u), mathext.InvRegIncBeta(a, b, u)
			if math.Abs(got-want) > 1e-12 {
				t.Fatalf("beta [%v, %v]: quantile at %v is %v, the library's %v", a, b, u, got, want)
			}
		}
	})
}

func BenchmarkNewPERT(b *testing.B) {
	for b.Loop() {
		sink = must(NewPERT(0, 1, 3)).Mean()
	}
}
