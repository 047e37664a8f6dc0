package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"strings"
)

// A meaning is what the comment of a figure's function says of the figure.
type meaning struct {
	Name     string // breach, drivers
	Question string // that it answers
	Shows    string // how it shows it
	Never    string // what its reader must not take it for
}

// kindOf is the kind that a figure's name begins with: drivers-trip is one of
// the drivers.
func kindOf(figure string) string {
	kind, _, _ := strings.Cut(figure, "-")
	return kind
}

// answers is how the comment of a figure's function begins.
var answersQuestion = regexp.MustCompile(`^(\w+) answers: ([^?]+\?)\s*(.*)$`)

// warning is how the part begins that says what not to read into a figure.
const warning = "Its reader must not"

// meanings reads the comments of package plots, by kind of figure: the words
// that the authors of figures read are those that their readers see.
func meanings(root string) (map[string]meaning, error) {
	sources, err := filepath.Glob(filepath.Join(root, "plots", "*.go"))
	if err != nil {
		return nil, err
	}
	if len(sources) == 0 {
		return nil, fmt.Errorf("%s has no plots/*.go: run it in the folder of the module, or name that with -root", root)
	}
	out := map[string]meaning{}
	for _, source := range sources {
		file, err := parser.ParseFile(token.NewFileSet(), source, nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		for _, d := range file.Decls {
			f, ok := d.(*ast.FuncDecl)
			if !ok || f.Recv != nil || f.Doc == nil {
				continue
			}
			if m, ok := meaningIn(f.Doc.Text()); ok {
				out[m.Name] = m
			}
		}
	}
	return out, nil
}

// meaningIn reads one comment; false where it is not that of a figure.
func meaningIn(comment string) (meaning, bool) {
	var m meaning
	for i, paragraph := range strings.Split(comment, "\n\n") {
		paragraph = strings.Join(strings.Fields(paragraph), " ")
		if i == 0 {
			parts := answersQuestion.FindStringSubmatch(paragraph)
			if parts == nil {
				return m, false
			}
			m = meaning{Name: strings.ToLower(parts[1]), Question: strings.ToUpper(parts[2][:1]) + parts[2][1:], Shows: parts[3]}
		}
		if strings.HasPrefix(paragraph, warning) {
			m.Never = paragraph
		}
	}
	return m, m.Never != ""
}
