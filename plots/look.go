package plots

import (
	"slices"

	"steadfast/sim/result"
)

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
	ids := make([]string, len(s.Packages))
	for i, p := range s.Packages {
		ids[i] = p.ID
	}
	return t.looksOf(ids, s.Scenario.Baseline)
}

// looksOf is looks for a result that lists its packages by id. Where the theme
// knows of more packages than these, each looks as it does among all.
func (t Theme) looksOf(ids []string, baseline string) []look {
	if t.order != nil {
		all, among := t.order, t
		among.order = nil
		looks := among.looksOf(all, t.baseline)
		out := make([]look, len(ids))
		for i, id := range ids {
			out[i] = looks[slices.Index(all, id)]
		}
		return out
	}
	out := make([]look, len(ids))
	k := 0
	for i, id := range ids {
		if id == baseline {
			out[i] = look{Ink: t.Baseline, marker: ring}
			continue
		}
		n := len(t.Palette)
		round, dash := k/n, k/n
		if t.DashEach {
			dash = k
		}
		out[i] = look{
			Ink:    t.Palette[k%n],
			dash:   dashes[dash%len(dashes)],
			marker: solidMarkers[(k+round)%len(solidMarkers)],
		}
		k++
	}
	return out
}
