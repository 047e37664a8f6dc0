package scenario

import (
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"steadfast/sim/schema"
)

// scenario checks the merged settings and compiles them; nil where something
// is wrong.
func (m *merged) scenario(src *source) *Scenario {
	m.checkKinds()
	if m.incomplete {
		return nil
	}
	m.checkIDs()
	m.checkReferences()
	m.checkBackstop()
	m.checkRequired()
	m.checkTerms()
	sweeps := m.readSweeps()
	expects := m.readExpects()
	pairs := m.readPairs()
	m.checkUsual()
	if m.list.HasErrors() {
		return nil
	}
	s := &Scenario{
		Name:            strings.TrimSuffix(filepath.Base(strings.TrimPrefix(src.name, shippedPrefix)), ".toml"),
		Title:           m.text("title", ""),
		Question:        m.text("question", ""),
		Answer:          m.text("answer", ""),
		Start:           m.start(),
		FeasibilityRule: m.text("feasibility_rule", "smallest"),
		Scale:           m.readScale(),
		Strict:          m.strict(),
		ChallengerName:  m.text("challenger.name", "the challenger"),
		ProtegeName:     m.text("protege.name", "the protégé"),
		Sweeps:          sweeps,
		Expects:         expects,
		Correlations:    pairs,
		merged:          m,
	}
	s.Run = m.runSettings()
	s.program = m.compile()
	s.columns = m.designColumns(s.program)
	s.weights = m.compileWeights()
	s.describe()
	m.checkCorrelations(s)
	m.checkResolves(s)
	m.checkUsed(s)
	m.checkStrict()
	if m.list.HasErrors() {
		return nil
	}
	s.flat = sync.OnceValue(s.flatten)
	s.parsed = sync.OnceValue(func() *flatText { return readFlat(s.Name+" (flattened)", s.flat()) })
	return s
}

// describe fills in what the author says of packages, guarantors and
// instruments.
func (s *Scenario) describe() {
	m := s.merged
	for _, n := range worldNumbers {
		if n.path == "horizon_years" {
			s.HorizonYears = s.program.slots[m.slot(s.program, m.shared, n.path)].constant
		}
	}
	for _, id := range m.ids("guarantor") {
		s.Guarantors = append(s.Guarantors, Named{ID: id, Name: m.text(joinPath("guarantor", id, "name"), id)})
	}
	used := map[string]bool{}
	for _, p := range m.packages {
		pkg := Package{ID: p.id, Name: p.id, Instruments: slices.Clone(m.packageInstruments(p)), Guarantors: m.packageGuarantors(p)}
		if n := p.own.thing(joinPath("package", p.id, "name")); n != nil {
			pkg.Name = n.value.text
		}
		for _, x := range p.set.all() {
			pkg.Sets = append(pkg.Sets, x.path)
		}
		slices.Sort(pkg.Sets)
		for _, id := range pkg.Instruments {
			used[id] = true
		}
		s.Packages = append(s.Packages, pkg)
	}
	for _, id := range m.ids("instrument") {
		if used[id] {
			s.Instruments = append(s.Instruments, Named{ID: id, Name: m.text(joinPath("instrument", id, "name"), id), Kind: m.kind(m.shared, id)})
		}
	}
	s.Baseline = m.text("baseline", "")
	if s.Baseline == "" && len(s.Packages) > 0 {
		s.Baseline = s.Packages[0].ID
	}
	s.Fallback = m.text("fallback", s.Baseline)
}

// runSettings reads the [run] table.
func (m *merged) runSettings() RunSettings {
	whole := func(path string) float64 {
		if s := m.shared.thing(path); s != nil {
			s.used = true
			return s.value.number.Mean()
		}
		f, _ := schema.Lookup(path)
		v, _ := f.Default.(float64)
		return v
	}
	f, _ := schema.Lookup("run.design")
	design, _ := f.Default.(string)
	return RunSettings{Cases: int(whole("run.cases")), Futures: int(whole("run.futures")), Seed: uint64(whole("run.seed")), Design: m.text("run.design", design)}
}

// strict reports whether the scenario refuses defaults.
func (m *merged) strict() bool {
	s := m.shared.thing("strict")
	return s != nil && s.value.flag
}

// kind is the kind of an instrument, "" where none is given.
func (m *merged) kind(world *store, id string) string {
	if s := world.thing(joinPath("instrument", id, "kind")); s != nil {
		return s.value.text
	}
	return ""
}

// SetBy lists the packages that set a path for themselves: an override or a
// sweep of the shared value leaves them alone.
func (s *Scenario) SetBy(path string) []string {
	parts, err := schema.SplitPath(path)
	if err != nil {
		return nil
	}
	field, ok := schema.LookupParts(parts)
	if !ok {
		return nil
	}
	return s.merged.setBy(newSetting(parts, field, nil, 0).thing())
}

func (m *merged) setBy(thing string) []string {
	var out []string
	for _, p := range m.packages {
		if p.set.thing(thing) != nil || thing == "coalition.decision_rule" && p.own.thing(joinPath("package", p.id, "decision_rule")) != nil {
			out = append(out, p.id)
		}
	}
	return out
}
