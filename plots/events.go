package plots

import (
	"image/color"
	"sort"

	"steadfast/sim/result"
)

// An event is one label under a time axis, with every time at which it happens.
type event struct {
	kind, label string
	years       []float64
	pkg         string // the only package it concerns; "" if more or all
}

// eventsOf joins the marks of a result that have kind and label in common, and
// leaves out what lies beyond the horizon.
func eventsOf(s *result.Set) []event {
	var out []event
	index := map[[2]string]int{}
	for _, m := range s.Scenario.Marks {
		if m.Years < 0 || m.Years > s.Scenario.HorizonYears {
			continue
		}
		pkg := ""
		if len(m.Packages) == 1 {
			pkg = m.Packages[0]
		}
		key := [2]string{m.Kind, tidy(m.Label)}
		i, ok := index[key]
		if !ok {
			i = len(out)
			index[key] = i
			out = append(out, event{kind: m.Kind, label: key[1], pkg: pkg})
		}
		if out[i].pkg != pkg {
			out[i].pkg = ""
		}
		out[i].years = append(out[i].years, m.Years)
	}
	for _, e := range out {
		sort.Float64s(e.years)
	}
	return out
}

func (e event) marker() marker {
	switch e.kind {
	case "entry":
		return triangle
	case "expiry":
		return wedge
	}
	return square
}

// Rows under a time axis, in design units.
const (
	eventRow    = 34
	eventRows   = 4
	eventSize   = 24
	eventRadius = 8
	eventGap    = 16 // between the middle of a marker and its label
)

// A placedEvent is an event with its row, counted from the axis, and the left
// edge of its label.
type placedEvent struct {
	event
	row   int
	label float64
}

// placeEvents puts each event into the first row in which its markers and its
// label, written once, meet nothing; x maps years, and labels stay within room.
// What fits into no row is counted in left.
func (p *page) placeEvents(es []event, x scale, room box) (placed []placedEvent, left int) {
	var taken [eventRows][]span
	st := style{size: eventSize}
	for _, e := range es {
		w := p.width(e.label, st)
		row, label, spans := -1, 0.0, []span(nil)
		for r := 0; r < eventRows && row < 0; r++ {
			if l, s, ok := fitEvent(e, w, x, room, taken[r]); ok {
				row, label, spans = r, l, s
			}
		}
		if row < 0 {
			left++
			continue
		}
		taken[row] = append(taken[row], spans...)
		placed = append(placed, placedEvent{e, row, label})
	}
	return placed, left
}

type span struct{ a, b float64 }

func (s span) meets(others []span) bool {
	for _, o := range others {
		if s.a < o.b && o.a < s.b {
			return true
		}
	}
	return false
}

// fitEvent finds room for a label of width w beside one of the event's markers,
// to the right first.
func fitEvent(e event, w float64, x scale, room box, taken []span) (label float64, spans []span, ok bool) {
	const air = 10
	for _, y := range e.years {
		m := x.at(y)
		spans = append(spans, span{m - eventRadius - air, m + eventRadius + air})
	}
	for _, s := range spans {
		if s.meets(taken) {
			return 0, nil, false
		}
	}
	for _, y := range e.years {
		m := x.at(y)
		for _, at := range []float64{m + eventGap, m - eventGap - w} {
			s := span{at - air, at + w + air}
			if at >= room.x0 && at+w <= room.x1 && !(span{at, at + w}).meets(own(spans)) && !s.meets(taken) {
				return at, append(spans, s), true
			}
		}
	}
	return 0, nil, false
}

// own narrows the spans of an event's markers to the markers themselves, so that
// its label may stand as near as eventGap.
func own(spans []span) []span {
	const air = 4
	out := make([]span, len(spans))
	for i, s := range spans {
		out[i] = span{s.a + air, s.b - air}
	}
	return out
}

// drawEvents draws the rows with their first line at y, and returns how many
// rows there are, a closing note included.
func (p *page) drawEvents(placed []placedEvent, left int, x scale, y float64, colour func(event) (mark, words color.RGBA)) {
	for _, e := range placed {
		middle := y + (float64(e.row)+0.5)*eventRow
		mark, words := colour(e.event)
		for _, t := range e.years {
			p.mark(e.marker(), x.at(t), middle, eventRadius, mark)
		}
		p.linesAbout([]string{e.event.label}, e.label, middle, 0, style{regular, eventSize, words})
	}
	if left > 0 {
		row := rowsOf(placed, 0)
		p.linesAbout([]string{p.lang.Terms.MoreEvents.with("n", p.lang.count(left))},
			x.a, y+(float64(row)+0.5)*eventRow, 0, style{regular, eventSize, p.theme.Quiet})
	}
}

func rowsOf(placed []placedEvent, left int) int {
	rows := 0
	for _, e := range placed {
		rows = max(rows, e.row+1)
	}
	if left > 0 {
		rows++
	}
	return rows
}
