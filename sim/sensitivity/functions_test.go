package sensitivity

import (
	"fmt"
	"math"
	"testing"

	"steadfast/sim/design"
)

// A function is a model whose indices are known in closed form.
type function struct {
	name         string
	columns      int
	of           func(u []float64) float64
	first, total []float64
}

// ishigami is the function of T. Ishigami and T. Homma (Proc. ISUMA, 1990)
// with a = 7, b = 0.1 on (−π, π)³.
var ishigami = function{
	name: "Ishigami", columns: 3,
	of: func(u []float64) float64 {
		x1, x2, x3 := math.Pi*(2*u[0]-1), math.Pi*(2*u[1]-1), math.Pi*(2*u[2]-1)
		return math.Sin(x1) + 7*square(math.Sin(x2)) + 0.1*square(square(x3))*math.Sin(x1)
	},
	first: []float64{.31390519114781146, .4424111447900409, 0},
	total: []float64{.5575888552099592, .4424111447900409, .2436836640621477},
}

// product is x₁x₂ + x₃.
var product = function{
	name: "x1x2+x3", columns: 3,
	of:    func(u []float64) float64 { return u[0]*u[1] + u[2] },
	first: []float64{3. / 19, 3. / 19, 12. / 19},
	total: []float64{4. / 19, 4. / 19, 12. / 19},
}

// The two G functions of the table of known answers.
var (
	strongG = gFunction(0, .5, 3, 9, 99, 99)
	mixedG  = gFunction(78, 12, .5, 2, 97, 33)
)

// gFunction is the G function of I. M. Sobol', ∏(|4uᵢ − 2| + aᵢ)/(1 + aᵢ):
// Vᵢ = 1/(3(1 + aᵢ)²), V = ∏(1 + Vᵢ) − 1.
func gFunction(a ...float64) function {
	f := function{name: fmt.Sprint("G", a), columns: len(a)}
	f.of = func(u []float64) float64 {
		y := 1.0
		for i := range a {
			y *= (math.Abs(4*u[i]-2) + a[i]) / (1 + a[i])
		}
		return y
	}
	all := 1.0
	part := make([]float64, len(a))
	for i := range a {
		part[i] = 1 / (3 * square(1+a[i]))
		all *= 1 + part[i]
	}
	for _, v := range part {
		f.first = append(f.first, v/(all-1))
		f.total = append(f.total, v*all/(1+v)/(all-1))
	}
	return f
}

func names(columns int) []string {
	all := make([]string, columns)
	for j := range all {
		all[j] = fmt.Sprintf("x%03d", j)
	}
	return all
}

// singles makes every column a factor.
func singles(columns int) [][]int {
	all := make([][]int, columns)
	for j := range all {
		all[j] = []int{j}
	}
	return all
}

// solve runs functions of the first columns at all trials of a design.
func solve(t testing.TB, kind design.Kind, points int, seed uint64, columns int, factors [][]int, fs ...func(u []float64) float64) (y []Trials, replicates int) {
	t.Helper()
	d, err := design.New(design.Spec{Kind: kind, Cases: points, Seed: seed, Columns: names(2 * columns)})
	if err != nil {
		t.Fatal(err)
	}
	f := NewFreeze(columns, factors)
	y = make([]Trials, len(fs))
	for o := range y {
		y[o] = make(Trials, f.Trials())
		for trial := range y[o] {
			y[o][trial] = make([]float64, d.Len())
		}
	}
	both, row := make([]float64, 2*columns), make([]float64, columns)
	for b := range d.Len() {
		d.Row(b, both)
		for trial := range f.Trials() {
			f.Row(trial, both[:columns], both[columns:], row)
			for o, of := range fs {
				y[o][trial][b] = of(row)
			}
		}
	}
	return y, d.Replicates()
}

// scalars makes an output of each.
func scalars(y []Trials) []Output {
	outputs := make([]Output, len(y))
	for o := range y {
		outputs[o] = Output{y[o]}
	}
	return outputs
}
