package sensitivity_test

import (
	"fmt"

	"steadfast/sim/design"
	"steadfast/sim/sensitivity"
)

// The indices of x₁x₂ + x₃, which are 3/19, 3/19, 12/19 and 4/19, 4/19, 12/19.
func ExampleSobol() {
	const columns = 3
	d, err := design.New(design.Spec{
		Kind: design.Sobol, Cases: 4096, Seed: 1,
		Columns: []string{"a1", "a2", "a3", "b1", "b2", "b3"},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	freeze := sensitivity.NewFreeze(columns, [][]int{{0}, {1}, {2}})
	y := make(sensitivity.Trials, freeze.Trials())
	both, row := make([]float64, 2*columns), make([]float64, columns)
	for b := range d.Len() {
		d.Row(b, both)
		for t := range y {
			freeze.Row(t, both[:columns], both[columns:], row)
			y[t] = append(y[t], row[0]*row[1]+row[2])
		}
	}
	for i, x := range sensitivity.Sobol([]sensitivity.Output{{y}}, d.Replicates(), 1)[0] {
		fmt.Printf("x%d: first %.2f, total %.2f\n", i+1, x.First.Mean, x.Total.Mean)
	}
	// Output:
	// x1: first 0.16, total 0.21
	// x2: first 0.16, total 0.21
	// x3: first 0.63, total 0.63
}

// Three players whose value is what the dearest of them costs.
func ExampleShapley() {
	s := sensitivity.NewShapley(3, 0, 1)
	fmt.Println(s.Subsets())
	costs := []float64{0, 6, 12, 12, 18, 18, 18, 18} // by subset
	for i, share := range s.Values(func(subset uint64) []float64 { return costs[subset : subset+1] }) {
		fmt.Printf("player %d: %.0f\n", i, share[0].Mean)
	}
	// Output:
	// [0 1 2 3 4 5 6 7]
	// player 0: 2
	// player 1: 5
	// player 2: 11
}
