package main

import (
	"fmt"
	"slices"

	"steadfast/scenarios"
	"steadfast/sim/diag"
	"steadfast/sim/scenario"
)

// loadOptions is where scenarios come from, with the user's overrides.
func loadOptions(set []string) scenario.Options {
	return scenario.Options{Shipped: scenarios.Files(), Set: set}
}

// load reads a scenario, a path or a shipped name. What is wrong in it is said
// on stderr; warnings alone do not stop. The error is the answer "no" where
// the file is invalid.
func (s *session) load(path string, opt scenario.Options) (*scenario.Scenario, error) {
	sc, found := scenario.Load(path, opt)
	if len(found) > 0 {
		if err := diag.WriteText(s.stderr, found, opt.Source); err != nil {
			return nil, err
		}
	}
	if sc == nil {
		if unread(found) {
			return nil, answer(statusFailure)
		}
		fmt.Fprintf(s.stderr, "steadfast: %s is not valid; nothing was run\n", path)
		return nil, answer(statusNo)
	}
	return sc, nil
}

// unread says whether something is wrong that is in no file: a file that
// cannot be read.
func unread(found diag.List) bool {
	return slices.ContainsFunc(found, func(d diag.Diagnostic) bool { return d.Severity == diag.Error && d.File == "" })
}
