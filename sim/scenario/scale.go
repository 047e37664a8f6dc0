package scenario

import (
	"fmt"
	"slices"
	"strings"

	"steadfast/sim/uncertain"
)

// scaleNames are the scales that a file may name.
var scaleNames = []string{"icd203", "phia", "nato"}

// readScale returns the scale of verbal probabilities in force, ICD 203 unless
// a file says otherwise.
func (m *merged) readScale() uncertain.Scale {
	n := m.scale
	if n == nil || n.damaged() {
		return uncertain.ICD203()
	}
	if name, ok := n.value.(string); ok {
		scale, known := uncertain.NamedScale(name)
		if !known {
			m.at(n.valueRange(), n.src, []string{"scale"}, "there is no scale "+quote(name), nearOrAll(name, scaleNames, "scales")+" (or give your own as a [scale] table)")
			return uncertain.ICD203()
		}
		return scale
	}
	if n.kind != table {
		m.at(n.valueRange(), n.src, []string{"scale"}, "scale is "+n.shape()+", and a name or a table is needed", "write one of "+strings.Join(scaleNames, ", ")+", or a [scale] table of word = [lo, hi]")
		return uncertain.ICD203()
	}
	var bands []uncertain.Band
	ok := true
	for _, f := range n.fields {
		lo, hi, good := band(f)
		if !good {
			m.at(f.valueRange(), f.src, []string{"scale", f.key}, fmt.Sprintf("the band of %q is %s, and two probabilities are needed", f.key, f.shape()), "write "+quote(f.key)+" = [lo, hi]")
			ok = false
			continue
		}
		bands = append(bands, uncertain.Band{Word: f.key, Lo: lo, Hi: hi})
	}
	if !ok {
		return uncertain.ICD203()
	}
	slices.SortStableFunc(bands, func(a, b uncertain.Band) int {
		switch {
		case a.Lo < b.Lo:
			return -1
		case a.Lo > b.Lo:
			return 1
		}
		return 0
	})
	scale, err := uncertain.NewScale("the scenario's scale", bands)
	if err != nil {
		m.at(n.keyRange(), n.src, []string{"scale"}, err.Error(), "write word = [lo, hi], rising from 0 to 1 without overlap")
		return uncertain.ICD203()
	}
	return scale
}

// band reads [lo, hi].
func band(n *node) (lo, hi float64, ok bool) {
	if n.kind != array || len(n.items) != 2 {
		return 0, 0, false
	}
	lo, ok1 := plainNumber(n.items[0])
	hi, ok2 := plainNumber(n.items[1])
	return lo, hi, ok1 && ok2
}

// plainNumber reads a fixed finite number.
func plainNumber(n *node) (float64, bool) {
	if n == nil {
		return 0, false
	}
	switch v := n.value.(type) {
	case int64:
		return float64(v), true
	case float64:
		return v, v-v == 0
	}
	return 0, false
}

// listed joins names for a message, at most two dozen.
func listed(names []string) string {
	if len(names) > 24 {
		return strings.Join(names[:24], ", ") + ", …"
	}
	return strings.Join(names, ", ")
}
