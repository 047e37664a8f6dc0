package plots

import (
	"strings"

	"steadfast/sim/result"
)

// correlatedMark stands behind the name of a factor that cannot move alone; the
// words under the picture explain it.
const correlatedMark = "†"

// factorNames says in words what each factor is, without and with its unit. The
// path guarantor.uk.backstop_reliance becomes "uk: backstop reliance". Where two
// would then be called the same, both keep the whole path.
func factorNames(lang *Words, fs []result.Factor) (bare, full []string) {
	count := map[string]int{}
	for _, f := range fs {
		count[inWords(lang, f)]++
	}
	for _, f := range fs {
		name := inWords(lang, f)
		if count[name] > 1 {
			name = tidy(f.Name)
		}
		bare = append(bare, name)
		if n := len(f.Paths); grouped(f) && n > 1 {
			name = lang.Drivers.Grouped.with("name", name, "parameters", lang.counted(lang.Parameters, n))
		} else if u := unitBeside(name, tidy(f.Unit)); u != "" && !grouped(f) {
			name = lang.Terms.WithUnit.with("parameter", name, "unit", strings.ReplaceAll(u, " ", nbsp))
		}
		if f.Correlated {
			name += correlatedMark
		}
		full = append(full, name)
	}
	return bare, full
}

// grouped reports whether a factor goes by the name of a group.
func grouped(f result.Factor) bool { return len(f.Paths) != 1 || f.Paths[0] != f.Name }

func inWords(lang *Words, f result.Factor) string {
	name := tidy(f.Name)
	if grouped(f) {
		return name
	}
	parts := strings.Split(strings.ReplaceAll(name, "_", " "), ".")
	// Every guarantor and every instrument has an id of its own, which says more
	// than the table it stands in.
	kept := parts[:0:0]
	for i, p := range parts {
		if table := p == "guarantor" || p == "instrument" || p == "package"; !table || i >= len(parts)-2 {
			kept = append(kept, p)
		}
	}
	if len(kept) == 1 {
		return kept[0]
	}
	last := len(kept) - 1
	return lang.Drivers.Path.with("where", strings.Join(kept[:last], lang.Comma), "what", kept[last])
}

// unitBeside is as much of the unit as the name does not say itself: "delay
// days" needs none, "cost per year" only the currency.
func unitBeside(name, unit string) string {
	if strings.HasSuffix(name, " per year") {
		unit = strings.TrimSuffix(strings.TrimSuffix(unit, "/year"), "1")
	}
	if unit != "" && strings.HasSuffix(name, unit) {
		return ""
	}
	return unit
}
