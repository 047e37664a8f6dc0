package main

import (
	_ "embed"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"text/template"

	"steadfast/sim/diag"
	"steadfast/sim/scenario"
)

// startingScenario is a scenario that stands alone.
//
//go:embed templates/scenario.toml
var startingScenario string

// extendingTemplate makes a scenario that extends a shipped one.
//
//go:embed templates/extends.toml.tmpl
var extendingTemplate string

// extension is what extendingTemplate is filled in with.
type extension struct {
	File        string // as extends takes it
	From        *scenario.Scenario
	WarCost     *scenario.Param // nil where it is not set
	Instruments []string        // of the first package that has any
	Drop        string          // the package to drop, "" for none
	Keep        []string        // the others
}

// extending returns a scenario that extends a shipped one. The package it drops
// is one that can go: neither the baseline nor one that something else in the
// file rests on.
func extending(name string) (string, error) {
	known, err := shippedName(name)
	if err != nil {
		return "", err
	}
	x := extension{File: shippedFile(known)}
	base, found := scenario.Load(x.File, loadOptions(nil))
	if base == nil {
		return "", fmt.Errorf("%s does not load: %s", x.File, firstError(found))
	}
	x.From = base
	for _, p := range base.Params() {
		if p.Path == "challenger.war_cost" && p.Package == "" {
			x.WarCost = &p
		}
	}
	if at := slices.IndexFunc(base.Packages, func(p scenario.Package) bool { return len(p.Instruments) > 0 }); at >= 0 {
		x.Instruments = base.Packages[at].Instruments
	}
	ids := packageIDs(base)
	for i := len(ids) - 1; i >= 0; i-- {
		x.Drop, x.Keep = ids[i], slices.Delete(slices.Clone(ids), i, i+1)
		text, err := x.text()
		if err != nil || valid(text) {
			return text, err
		}
	}
	x.Drop = ""
	return x.text()
}

// text fills in the template.
func (x *extension) text() (string, error) {
	t, err := template.New("extends").Funcs(template.FuncMap{"quote": strconv.Quote}).Parse(extendingTemplate)
	if err != nil {
		return "", err
	}
	var b strings.Builder
	err = t.Execute(&b, x)
	return b.String(), err
}

// valid reports whether a scenario's text loads without a word about itself.
func valid(text string) bool {
	const name = "new.toml"
	opt := loadOptions(nil)
	opt.ReadFile = func(string) ([]byte, error) { return []byte(text), nil }
	sc, found := scenario.Load(name, opt)
	return sc != nil && !slices.ContainsFunc(found, func(d diag.Diagnostic) bool { return d.File == name })
}
