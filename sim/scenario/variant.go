package scenario

import (
	"path/filepath"
	"slices"
	"strings"

	"steadfast/sim/diag"
)

// With returns the same scenario under further overrides, each "path=value" as
// in [Options]; they are the strongest. No file is read again, and the columns
// of the design keep their order: a parameter that becomes fixed loses its
// column, one that comes into use or becomes uncertain has its column at the
// end. What two scenarios share is found by the columns' paths.
//
// The list holds what is wrong with the overrides, and what becomes wrong
// through them; what the scenario itself is warned of is left out. The new
// Scenario is nil if and only if the list holds an error. With may be called
// from several goroutines.
func (s *Scenario) With(sets ...string) (*Scenario, diag.List) {
	v, list := s.parsed().load(s.Name, sets)
	list = slices.DeleteFunc(list, func(d diag.Diagnostic) bool { return d.Severity == diag.Warning && d.File != setName })
	if v != nil {
		v.Files = slices.Clone(s.Files)
	}
	return v, list
}

// FromFlat loads a scenario from the text that [Scenario.Flat] gave, under
// overrides as for [Scenario.With]. Its name is the given one without folder
// and ending; diagnostics of the text bear the name as given.
func FromFlat(name string, flat []byte, sets ...string) (*Scenario, diag.List) {
	v, list := readFlat(name, flat).load(strings.TrimSuffix(filepath.Base(name), ".toml"), sets)
	if v != nil {
		v.Files = []string{name}
	}
	return v, list
}

// flatText is a flattened scenario as one layer, read once for all variants of
// it. It does not change afterwards.
type flatText struct {
	src   *source
	layer *layer    // nil: the text did not parse
	list  diag.List // what is wrong with the text by itself
}

// readFlat reads a flattened scenario. It may be as long as it needs to be: a
// joint sample stands in it whole.
func readFlat(name string, flat []byte) *flatText {
	t := &flatText{src: newSource(name, false, flat)}
	t.src.unbounded = true
	root := parse(t.src, &t.list)
	if root == nil {
		return t
	}
	t.layer = walk(t.src, 0, root, false, &t.list)
	if !t.list.HasErrors() {
		m := &merged{reporter: &reporter{list: &t.list}, open: newOpener(Options{ReadFile: noFile}), scale: t.layer.scale}
		r := &reading{reporter: m.reporter, scale: m.readScale()}
		r.layer(t.layer)
		if t.layer.sample != nil {
			t.layer.joint = m.readSample(t.layer)
		}
		t.layer.read = !t.list.HasErrors() && len(r.words) == 0
		t.list = nil
	}
	return t
}

// load merges the text with overrides.
func (t *flatText) load(name string, sets []string) (*Scenario, diag.List) {
	ld := &loader{open: newOpener(Options{ReadFile: noFile}), done: map[string]bool{}, list: slices.Clone(t.list)}
	var s *Scenario
	if t.layer != nil {
		ld.layers = []*layer{t.layer.clone()}
		if len(sets) > 0 {
			ld.overrides(Options{Set: sets})
		}
		s = ld.merge(0).scenario(t.src)
	}
	ld.list.Sort()
	list := ld.list.Dedupe()
	if list.HasErrors() {
		return nil, list
	}
	s.Name = name
	return s, list
}

// noFile reads nothing: a flattened scenario is complete.
func noFile(name string) ([]byte, error) {
	return nil, &fileError{summary: "cannot read " + name + " from a flattened scenario", detail: "it holds everything; load the scenario's own file instead"}
}
