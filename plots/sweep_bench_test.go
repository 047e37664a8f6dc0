package plots

import (
	"io"
	"testing"

	"steadfast/sim/result"
)

// Twelve packages with names of real length: building, drawing and encoding.
func BenchmarkSweepPNG(b *testing.B) {
	for _, c := range []struct {
		name string
		axes []result.Axis
	}{
		{"60", []result.Axis{warCost(60)}},
		{"texts", []result.Axis{states()}},
		{"21x21", []result.Axis{warCost(21), resolve(21)}},
	} {
		s := swept(12, realName, c.axes...)
		for _, figure := range SweepNames() {
			b.Run(figure+"/"+c.name, func(b *testing.B) {
				for b.Loop() {
					if err := buildSweep(b, figure, s).WritePNG(io.Discard, Slide); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
