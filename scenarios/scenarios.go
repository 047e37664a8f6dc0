// Package scenarios holds the scenario files that ship with steadfast, embedded
// in the program. base/ has the worlds that others extend; every other file
// puts one question and can be run by its name. README.md lists them. historical/
// has the record of past arrangements and the scenarios of some of them.
//
// [Files] is what a scenario refers to as steadfast:base/ukraine.toml and what
// a loader takes as its shipped files.
package scenarios

import (
	"embed"
	"io/fs"
)

//go:embed *.toml base/*.toml historical/*.toml historical/*.csv
var files embed.FS

// Files returns the shipped scenario files, read-only, by their path below this
// folder: base/reference.toml, ukraine-options.toml.
func Files() fs.FS { return files }
