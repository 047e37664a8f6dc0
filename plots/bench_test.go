package plots

import (
	"io"
	"testing"
)

// Twelve packages with names of real length: building, drawing and encoding.
func BenchmarkPNG(b *testing.B) {
	for _, name := range Names() {
		b.Run(name, func(b *testing.B) {
			s := twelve()
			for b.Loop() {
				if err := build(b, name, s).WritePNG(io.Discard, Slide); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkSVG(b *testing.B) {
	for _, name := range Names() {
		b.Run(name, func(b *testing.B) {
			s := twelve()
			for b.Loop() {
				if err := build(b, name, s).WriteSVG(io.Discard, Slide); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
