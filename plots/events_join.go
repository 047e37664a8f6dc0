package plots

import (
	"math"
	"strings"
)

// joinEvents makes one event of those of a kind that happen in the same months
// and whose labels end alike: "Treaty in force" and "Tripwire in force" become
// "Treaty, Tripwire in force". A label grows to at most the width given.
func (p *page) joinEvents(es []event, width float64) []event {
	var out []event
	for _, e := range es {
		e.label = p.lang.event(e.label)
		joined := false
		for i := range out {
			o := &out[i]
			if o.kind != e.kind || !sameMonths(o.years, e.years) {
				continue
			}
			label, ok := p.lang.joinLabels(o.label, e.label)
			if !ok || p.width(label, style{size: eventSize}) > width {
				continue
			}
			o.label, joined = label, true
			if o.pkg != e.pkg {
				o.pkg = ""
			}
			break
		}
		if !joined {
			out = append(out, e)
		}
	}
	return out
}

func sameMonths(a, b []float64) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if math.Round(12*a[i]) != math.Round(12*b[i]) {
			return false
		}
	}
	return true
}

// event is the label of an event of an instrument, which in a result is English.
func (w *Words) event(label string) string {
	for _, e := range []struct {
		ending string
		is     Template
	}{{" in force", w.Terms.InForce}, {" at an end", w.Terms.AtAnEnd}, {" lapsed", w.Terms.Lapsed}} {
		if what, ok := strings.CutSuffix(label, e.ending); ok {
			return e.is.with("what", what)
		}
	}
	return label
}

// joinLabels joins two labels that say the same of two instruments, in words
// which hold for one thing as for several.
func (w *Words) joinLabels(a, b string) (string, bool) {
	for _, is := range []Template{w.Terms.InForce, w.Terms.AtAnEnd, w.Terms.Lapsed} {
		first, ok := is.within(a)
		if !ok {
			continue
		}
		if second, ok := is.within(b); ok {
			return is.with("what", first+w.Comma+second), true
		}
	}
	return "", false
}
