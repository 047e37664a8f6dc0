package main

import (
	"strings"

	"steadfast/sim/scenario"
	"steadfast/sim/schema"
)

// groupOf splits a path into the section it belongs to and the rest.
func groupOf(path string) (key, name string) {
	parts, err := schema.SplitPath(path)
	if err != nil || len(parts) == 1 {
		return "", path
	}
	n := 1
	switch parts[0] {
	case "guarantor", "instrument", "package":
		n = min(2, len(parts)-1)
	}
	return schema.JoinPath(parts[:n]), schema.JoinPath(parts[n:])
}

// groupRank orders sections as the documentation does, and what has an id as
// the scenario does; an id that no package uses comes after the others of its
// section.
func groupRank(sc *scenario.Scenario) func(key string) int {
	place := map[string]int{}
	put := func(key string) { place[key] = len(place) }
	for _, s := range schema.Sections() {
		switch s.Name {
		case "guarantor":
			for _, g := range sc.Guarantors {
				put(schema.JoinPath([]string{"guarantor", g.ID}))
			}
		case "instrument":
			for _, x := range sc.Instruments {
				put(schema.JoinPath([]string{"instrument", x.ID}))
			}
		case "package":
			for _, p := range sc.Packages {
				put(packageKey(p.ID))
			}
		}
		put(s.Name)
	}
	return func(key string) int {
		if at, ok := place[key]; ok {
			return at
		}
		section, _, _ := strings.Cut(key, ".")
		return place[section]
	}
}

// groupHeader is a section's header as in a file, with what it describes.
func groupHeader(sc *scenario.Scenario, key string) (header, about string) {
	named := func(list []scenario.Named, section string) string {
		for _, x := range list {
			if schema.JoinPath([]string{section, x.ID}) == key && x.Name != x.ID {
				return " " + x.Name
			}
		}
		return ""
	}
	section, _, _ := strings.Cut(key, ".")
	switch section {
	case "":
		return "(top of the file)", ""
	case "challenger":
		return "[challenger] " + sc.ChallengerName, ""
	case "protege":
		return "[protege] " + sc.ProtegeName, ""
	case "guarantor":
		return "[" + key + "]" + named(sc.Guarantors, section), ""
	case "instrument":
		return "[" + key + "]" + named(sc.Instruments, section), ""
	case "package":
		for _, p := range sc.Packages {
			if packageKey(p.ID) == key {
				return "[[package]] " + p.ID + ": " + p.Name, packageContents(sc, p)
			}
		}
	}
	return "[" + key + "]", ""
}

// packageContents says what a package is made of.
func packageContents(sc *scenario.Scenario, p scenario.Package) string {
	text := "no instruments"
	if len(p.Instruments) > 0 {
		text = strings.Join(p.Instruments, ", ")
	}
	if len(p.Guarantors) < len(sc.Guarantors) {
		text += "; of the guarantors " + strings.Join(p.Guarantors, ", ")
		if len(p.Guarantors) == 0 {
			text += "none"
		}
	}
	if p.ID == sc.Baseline {
		text += "; the baseline"
	}
	if p.ID == sc.Fallback && sc.Fallback != sc.Baseline {
		text += "; the fallback"
	}
	return text
}
