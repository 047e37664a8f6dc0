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
		joined := false
		for i := range out {
			o := &out[i]
			if o.kind != e.kind || !sameMonths(o.years, e.years) {
				continue
			}
			label, ok := joinLabels(o.label, e.label)
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

// joinLabels joins two labels that end in the same words, which hold for one
// thing as for several.
func joinLabels(a, b string) (string, bool) {
	for _, ending := range []string{" in force", " at an end", " lapsed"} {
		first, ok := strings.CutSuffix(a, ending)
		if !ok {
			continue
		}
		if second, ok := strings.CutSuffix(b, ending); ok {
			return first + ", " + second + ending, true
		}
	}
	return "", false
}
