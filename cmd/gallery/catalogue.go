package main

import (
	"cmp"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// mainScenario is the one whose every figure is drawn.
const mainScenario = "ukraine-options"

// An asked question is one of those that the project was made for, and the
// scenario that answers it.
type asked struct {
	number int
	name   string // of the file, without ending
	// figures show the answer: those of a run, and sweep, which is that of the
	// first sweep. Nil: the sweep, or compare where there is none.
	figures []string
}

// ofSweep stands among figures for that of a scenario's first sweep.
const ofSweep = "sweep"

// asks lists the questions in their order. A scenario that is not in the list
// comes after those that are; the historical ones answer question 16.
func asks() []asked {
	return []asked{
		{1, mainScenario, []string{"compare"}},
		{1, "ukraine-five-types", []string{"compare"}},
		{2, "us-backstop", []string{"compare", ofSweep}},
		{3, "tripwire-size", nil},
		{4, "duration", []string{"breach", ofSweep}},
		{5, "legal-form", nil},
		{6, "trigger-rule", []string{"compare", ofSweep}},
		{6, "reversibility", []string{"compare", ofSweep}},
		{7, "ambiguity", []string{"compare", ofSweep}},
		{8, "settlement", nil},
		{9, "coalition", nil},
		{10, "snapback-design", []string{"compare", ofSweep}},
		{11, "own-army", nil},
		{12, "buffer-zone", nil},
		{13, "eu-accession", nil},
		{14, "consent", []string{"compare"}},
		{15, "phasing", nil},
	}
}

// historicalQuestion is the number of what historical/ answers.
const historicalQuestion = 16

// An entry is a shipped scenario.
type entry struct {
	asked
	file string // below the folder of scenarios
	rank int    // its place in the order of the page
}

// command is the scenario as commands take it.
func (e *entry) command() string {
	if strings.Contains(e.name, "/") {
		return "steadfast:" + e.name
	}
	return e.name
}

// picture is what the scenario's pictures are named after.
func (e *entry) picture() string { return strings.ReplaceAll(e.name, "/", "-") }

// base says whether the file is a world for others to extend.
func (e *entry) base() bool { return strings.HasPrefix(e.name, "base/") }

// catalogue lists the shipped files, the questions in their order, then what no
// question of the list asks for, and the worlds last.
func catalogue(shipped fs.FS) ([]entry, error) {
	list := asks()
	var out []entry
	err := fs.WalkDir(shipped, ".", func(file string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(file) != ".toml" {
			return err
		}
		e := entry{asked: asked{name: strings.TrimSuffix(file, ".toml")}, file: file}
		switch at := slices.IndexFunc(list, func(a asked) bool { return a.name == e.name }); {
		case at >= 0:
			e.asked, e.rank = list[at], at
		case strings.HasPrefix(e.name, "historical/"):
			e.number, e.figures, e.rank = historicalQuestion, []string{"compare", ofSweep}, len(list)
		case e.base():
			e.rank = len(list) + 2
		default:
			e.rank = len(list) + 1
		}
		out = append(out, e)
		return nil
	})
	slices.SortFunc(out, func(a, b entry) int { return cmp.Or(cmp.Compare(a.rank, b.rank), cmp.Compare(a.name, b.name)) })
	return out, err
}
