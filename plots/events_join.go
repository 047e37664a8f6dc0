package plots

import (
	"math"
	"strings"
)

// joinEvents makes one event of those of a kind that happen in the same months
// and whose labels end alike: "Treaty enters into force" and "Tripwire force
// enters into force" become "Treaty, Tripwire force enter into force". A label
// grows to at most the width given.
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

// joinLabels joins two labels that end in the same verb and what follows it, the
// first perhaps joined already, and so in the plural.
func joinLabels(a, b string) (string, bool) {
	for _, verb := range []struct{ one, many string }{
		{" enters into force", " enter into force"}, {" ends", " end"}, {" lapses", " lapse"},
	} {
		subject, ok := strings.CutSuffix(b, verb.one)
		if !ok {
			continue
		}
		for _, ending := range []string{verb.one, verb.many} {
			if subjects, ok := strings.CutSuffix(a, ending); ok {
				return subjects + ", " + subject + verb.many, true
			}
		}
	}
	return "", false
}
