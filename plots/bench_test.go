package plots

import (
	"io"
	"testing"
)

// benched are results of every kind, of real size: twelve packages with names of
// real length.
func benched() []Source {
	heat := swept(12, realName, warCost(21), resolve(21))
	return []Source{{Set: twelve()}, {Sweep: heat}, {Sensitivity: sensitivity(64, realFactor)}}
}

// eachFigure runs a benchmark for every figure; of a sensitivity analysis for
// one of a kind.
func eachFigure(b *testing.B, run func(b *testing.B, name string, s Source)) {
	for _, s := range benched() {
		names := s.Names()
		if s.Sensitivity != nil {
			names = []string{SensitivityNames(s.Sensitivity)[outputOf(s.Sensitivity, "difference")]}
		}
		for _, name := range names {
			b.Run(name, func(b *testing.B) { run(b, name, s) })
		}
	}
}

func benchWrite(b *testing.B, name string, s Source, write func(*Figure) error) {
	for b.Loop() {
		f, err := Options{}.Build(name, s)
		if err == nil {
			err = write(f)
		}
		if err != nil {
			b.Fatal(err)
		}
	}
}

// Building, drawing and encoding, with all that a picture carries. A slide is to
// take less than 150 ms, the print size less than 400 ms.
func BenchmarkPNG(b *testing.B) {
	eachFigure(b, func(b *testing.B, name string, s Source) {
		benchWrite(b, name, s, func(f *Figure) error { return f.WritePNG(io.Discard, Slide) })
	})
}

func BenchmarkPrintPNG(b *testing.B) {
	eachFigure(b, func(b *testing.B, name string, s Source) {
		benchWrite(b, name, s, func(f *Figure) error { return f.WritePNG(io.Discard, Print) })
	})
}

func BenchmarkSVG(b *testing.B) {
	eachFigure(b, func(b *testing.B, name string, s Source) {
		benchWrite(b, name, s, func(f *Figure) error { return f.WriteSVG(io.Discard, Slide) })
	})
}

// BenchmarkFigures is what run does after its numbers: every figure as PNG, SVG
// and CSV, one after the other. It is to take less than 1.5 s on one core.
func BenchmarkFigures(b *testing.B) {
	s := Source{Set: twelve()}
	for b.Loop() {
		for _, name := range s.Names() {
			f, err := Options{}.Build(name, s)
			if err != nil {
				b.Fatal(err)
			}
			for _, err := range []error{f.WritePNG(io.Discard, Slide), f.WriteSVG(io.Discard, Slide), f.WriteCSV(io.Discard)} {
				if err != nil {
					b.Fatal(err)
				}
			}
		}
	}
}
