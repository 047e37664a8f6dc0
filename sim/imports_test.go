package sim_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// arrows lists which packages of the house each may import. What is not listed
// may import none.
var arrows = map[string][]string{
	"sim/diag":        {},
	"sim/chance":      {},
	"sim/estimate":    {},
	"sim/engine":      {},
	"sim/appraise":    {},
	"sim/uncertain":   {},
	"sim/design":      {"sim/chance"},
	"sim/model":       {"sim/chance"},
	"sim/schema":      {"sim/model"},
	"sim/claim":       {"sim/diag"},
	"sim/result":      {"sim/estimate"},
	"sim/report":      {"sim/estimate", "sim/result"},
	"sim/page":        {"sim/report", "sim/result"},
	"sim/scenario":    {"sim/claim", "sim/design", "sim/diag", "sim/model", "sim/schema", "sim/uncertain"},
	"sim/journal":     {},
	"sim/history":     {"sim/diag"},
	"sim/score":       {"sim/chance", "sim/estimate"},
	"sim/backtest":    {"sim/chance", "sim/design", "sim/engine", "sim/estimate", "sim/history", "sim/model", "sim/result", "sim/scenario", "sim/score", "sim/uncertain"},
	"sim/sensitivity": {"sim/chance", "sim/estimate", "sim/result"},
	"sim/verdict":     {"sim/claim", "sim/estimate", "sim/result", "sim/sensitivity", "sim/uncertain"},
	"sim": {
		"sim/appraise", "sim/chance", "sim/claim", "sim/design", "sim/diag", "sim/engine", "sim/estimate", "sim/journal",
		"sim/model", "sim/result", "sim/scenario", "sim/sensitivity", "sim/verdict",
	},
	"plots":     {"sim/estimate", "sim/result"},
	"scenarios": {},
	"cmd/steadfast": {
		"plots", "scenarios", "sim", "sim/backtest", "sim/claim", "sim/diag", "sim/history", "sim/journal", "sim/model", "sim/page", "sim/report",
		"sim/result", "sim/scenario", "sim/schema", "sim/uncertain",
	},
	"cmd/gallery": {
		"plots", "scenarios", "sim", "sim/diag", "sim/report", "sim/result", "sim/scenario",
	},
	"cmd/calibrate": {
		"scenarios", "sim/design", "sim/diag", "sim/estimate", "sim/model", "sim/scenario", "sim/score", "sim/uncertain",
	},
}

// TestImports holds the arrows of the house: nothing flows back.
func TestImports(t *testing.T) {
	const root = ".."
	seen := map[string]bool{}
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (d.Name() == "testdata" || path != root && strings.HasPrefix(d.Name(), ".") && d.Name() != "..") {
			return filepath.SkipDir
		}
		if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		folder, err := filepath.Rel(root, filepath.Dir(path))
		if err != nil {
			return err
		}
		folder = filepath.ToSlash(folder)
		allowed, ok := arrows[folder]
		if !ok {
			t.Errorf("%s: a package that no arrow reaches; add it to the table and to the tour in doc.go", folder)
		}
		seen[folder] = true
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, spec := range file.Imports {
			name, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			if inner, ours := strings.CutPrefix(name, "steadfast/"); (ours || name == "steadfast") && !slices.Contains(allowed, inner) {
				t.Errorf("%s imports %s, which is no arrow of the house", path, name)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for folder := range arrows {
		if !seen[folder] {
			t.Errorf("%s is in the table but not in the house", folder)
		}
	}
}
