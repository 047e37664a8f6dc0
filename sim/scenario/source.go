package scenario

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"steadfast/sim/diag"
)

// shippedPrefix marks the name of a file that comes with the program.
const shippedPrefix = "steadfast:"

// maxBytes bounds a scenario file: far above any that a person writes.
const maxBytes = 1 << 20

// A source is the text of one file, or of one --set.
type source struct {
	name    string // as shown to the user; steadfast:base/x.toml for shipped files
	shipped bool
	data    []byte
	loc     *diag.Locator

	unbounded bool // written by the program: of any length
}

func newSource(name string, shipped bool, data []byte) *source {
	return &source{name: name, shipped: shipped, data: data, loc: diag.NewLocator(data)}
}

// at returns the range of byte offsets from … to.
func (s *source) at(from, to int) diag.Range { return s.loc.Range(from, to) }

// opener finds and reads the files that a scenario names.
type opener struct {
	shipped  fs.FS
	readFile func(string) ([]byte, error)
}

func newOpener(opt Options) opener {
	o := opener{shipped: opt.Shipped, readFile: opt.ReadFile}
	if o.readFile == nil {
		o.readFile = os.ReadFile
	}
	return o
}

// open reads the file that a user names on the command line: a path or, where
// no such file is there, the name of a shipped scenario.
func (o opener) open(name string) (*source, error) {
	if rest, ok := strings.CutPrefix(name, shippedPrefix); ok {
		return o.openShipped(rest)
	}
	data, err := o.readFile(name)
	if err == nil {
		return newSource(name, false, data), nil
	}
	if !strings.ContainsAny(name, `/\`) && o.shipped != nil {
		if src, shippedErr := o.openShipped(name); shippedErr == nil {
			return src, nil
		}
	}
	return nil, o.notFound(name, err)
}

// openShipped reads a file that comes with the program; ".toml" may be left out.
func (o opener) openShipped(name string) (*source, error) {
	clean := path.Clean(strings.TrimPrefix(name, "/"))
	if o.shipped == nil || !fs.ValidPath(clean) {
		return nil, &fileError{summary: fmt.Sprintf("no shipped file %q", name)}
	}
	for _, try := range []string{clean, clean + ".toml"} {
		if data, err := fs.ReadFile(o.shipped, try); err == nil {
			return newSource(shippedPrefix+try, true, data), nil
		}
	}
	missing := &fileError{summary: fmt.Sprintf("no shipped file %q", name)}
	if near, ok := diag.Nearest(clean, o.shippedNames()); ok {
		missing.detail = fmt.Sprintf("did you mean %q?", shippedPrefix+near)
	} else if names := o.shippedNames(); len(names) > 0 {
		missing.detail = "shipped are " + listed(names)
	}
	return nil, missing
}

// relative reads what file `from` names in extends or [sample].
func (o opener) relative(from *source, name string) (*source, error) {
	if rest, ok := strings.CutPrefix(name, shippedPrefix); ok {
		return o.openShipped(rest)
	}
	if from.shipped {
		dir := path.Dir(strings.TrimPrefix(from.name, shippedPrefix))
		return o.openShipped(path.Join(dir, name))
	}
	full := name
	if !filepath.IsAbs(name) {
		full = filepath.Join(filepath.Dir(from.name), filepath.FromSlash(name))
	}
	data, err := o.readFile(full)
	if err != nil {
		return nil, o.notFound(full, err)
	}
	return newSource(full, false, data), nil
}

// shippedNames lists the shipped scenario files.
func (o opener) shippedNames() []string {
	if o.shipped == nil {
		return nil
	}
	var names []string
	// An unreadable folder only shortens the list of suggestions.
	_ = fs.WalkDir(o.shipped, ".", func(p string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && path.Ext(p) == ".toml" {
			names = append(names, p)
		}
		return nil
	})
	return names
}

// notFound says that a file cannot be read and what else was meant.
func (o opener) notFound(name string, err error) error {
	base := strings.TrimSuffix(filepath.Base(name), ".toml")
	var shipped []string
	for _, s := range o.shippedNames() {
		shipped = append(shipped, strings.TrimSuffix(s, ".toml"))
	}
	reason := err.Error()
	if pe, ok := err.(*fs.PathError); ok {
		reason = pe.Err.Error()
	}
	e := &fileError{summary: fmt.Sprintf("cannot read %s: %s", name, reason)}
	if near, ok := diag.Nearest(base, shipped); ok {
		e.detail = fmt.Sprintf("did you mean the shipped scenario %q?", near)
	}
	return e
}

// fileError says why a file cannot be read and, where it can tell, what was
// meant.
type fileError struct{ summary, detail string }

func (e *fileError) Error() string { return e.summary }

// unreadable makes a diagnostic of a fileError; otherwise is the cure where
// the error has none.
func unreadable(err error, otherwise string) diag.Diagnostic {
	d := diag.Diagnostic{Summary: err.Error(), Detail: otherwise}
	if fe, ok := err.(*fileError); ok && fe.detail != "" {
		d.Detail = fe.detail
	}
	return d
}
