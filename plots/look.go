package plots

import "steadfast/sim/result"

// A look is how one package appears in every figure.
type look struct {
	Ink
	dash   []float64 // of its lines, in design units; nil: solid
	marker marker
}

// dashes by round of the palette. Beyond the last they repeat: by then the
// marker and the label at the line's end tell packages apart.
var dashes = [][]float64{nil, {18, 8}, {5, 7}, {20, 7, 5, 7}}

// looks assigns colours in the scenario's order, so that a package keeps its
// colour in every figure, whatever the figure sorts by. The baseline is grey and
// takes no colour from the others. Each round of the palette has another dash,
// and the markers are moved on by one, so that no two packages share colour and
// marker before the thirty-seventh.
func (t Theme) looks(s *result.Set) []look {
	out := make([]look, len(s.Packages))
	k := 0
	for i, p := range s.Packages {
		if p.ID == s.Scenario.Baseline {
			out[i] = look{Ink: t.Baseline, marker: ring}
			continue
		}
		n := len(t.Palette)
		round := k / n
		out[i] = look{
			Ink:    t.Palette[k%n],
			dash:   dashes[round%len(dashes)],
			marker: solidMarkers[(k+round)%len(solidMarkers)],
		}
		k++
	}
	return out
}
