package main

import (
	"fmt"
	"os"
	"path/filepath"

	"steadfast/sim"
	"steadfast/sim/diag"
	"steadfast/sim/result"
	"steadfast/sim/scenario"
)

// readSet reads the result in a folder, or a result.json itself.
func readSet(path string) (*result.Set, error) {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		path = filepath.Join(path, result.SetFile)
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("%w; name a folder that run wrote", err)
	}
	defer file.Close()
	set, err := result.Read(file)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return set, nil
}

// fromFlat is the scenario that a result was computed from.
func (s *session) fromFlat(from result.Scenario) (*scenario.Scenario, error) {
	sc, found := scenario.FromFlat(from.Name, []byte(from.Flat))
	if sc == nil {
		source := func(string) []byte { return []byte(from.Flat) }
		if err := diag.WriteText(s.stderr, found, source); err != nil {
			return nil, err
		}
		return nil, fmt.Errorf("the scenario in the result of %s cannot be read by steadfast %s; run it again", from.Name, sim.Version)
	}
	return sc, nil
}

// savedCases reads the cases in a folder of results.
func savedCases(dir string, sc *scenario.Scenario) (*result.Cases, error) {
	path := filepath.Join(dir, result.CasesParquet)
	file, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("%w; run the scenario again", err)
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return nil, err
	}
	columns, packages := sim.Columns(sc)
	cases, err := result.ReadCases(file, info.Size(), columns, packages)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", dir, err)
	}
	return cases, nil
}
