package sensitivity

import (
	"testing"

	"gonum.org/v1/gonum/stat/distuv"

	"steadfast/sim/design"
	"steadfast/sim/estimate"
)

// drawn is a design of independent uniforms as columns by case, and how its
// cases were drawn.
func drawn(t testing.TB, kind design.Kind, seed uint64, cases, columns int) (estimate.Sampler, [][]float64) {
	t.Helper()
	d, err := design.New(design.Spec{Kind: kind, Cases: cases, Seed: seed, Columns: names(columns)})
	if err != nil {
		t.Fatal(err)
	}
	u := make([][]float64, columns)
	for j := range u {
		u[j] = make([]float64, d.Len())
	}
	row := make([]float64, columns)
	for c := range d.Len() {
		d.Row(c, row)
		for j, x := range row {
			u[j][c] = x
		}
	}
	return estimate.Over(d.Replicates()), u
}

// evaluated applies f to every case.
func evaluated(inputs [][]float64, f func(x []float64) float64) []float64 {
	y := make([]float64, len(inputs[0]))
	row := make([]float64, len(inputs))
	for c := range y {
		for j := range inputs {
			row[j] = inputs[j][c]
		}
		y[c] = f(row)
	}
	return y
}

// normals turns columns of uniforms into standard normals.
func normals(u [][]float64) [][]float64 {
	z := make([][]float64, len(u))
	for j := range u {
		z[j] = evaluated(u[j:j+1], func(x []float64) float64 { return distuv.UnitNormal.Quantile(x[0]) })
	}
	return z
}
