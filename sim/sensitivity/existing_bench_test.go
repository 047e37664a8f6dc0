package sensitivity

import (
	"testing"

	"steadfast/sim/design"
)

// BenchmarkExistingRun measures every method that needs no new run, on 2,048
// cases of 115 inputs and 24 outputs.
func BenchmarkExistingRun(b *testing.B) {
	s, u := drawn(b, design.Sobol, 1, 2048, 115)
	y := make([][]float64, 24)
	for i := range y {
		y[i] = evaluated(u[i:], ishigami.of)
	}
	for _, method := range []struct {
		name string
		run  func() error
	}{
		{"PRCC", func() error { _, err := PRCC(s, u, y); return err }},
		{"Given", func() error { _, err := Given(s, u, y); return err }},
		{"PAWN", func() error { _, err := PAWN(s, u, y); return err }},
	} {
		b.Run(method.name, func(b *testing.B) {
			for b.Loop() {
				if err := method.run(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
