package sim

import (
	"math/bits"
	"slices"
	"strconv"
	"strings"

	"steadfast/sim/appraise"
	"steadfast/sim/design"
	"steadfast/sim/result"
	"steadfast/sim/scenario"
)

// A study is what solvers share and none changes: one scenario, or several
// that differ in what they assume, on the same cases. A case is a row of
// uniforms, one for each parameter that is uncertain in any of them; each
// member takes those of its own parameters, by path. So a parameter that one
// member fixes leaves the draws of all others as they are, also those of a
// package that has a distribution of its own in its place.
type study struct {
	members []*member
	columns []scenario.Column // those of the first member, then what only others have, as they come
	kind    string            // of the design
	seed    uint64
	futures int  // a case
	curves  bool // outcomes keep their values by year and by month
}

// A member is one scenario of a study.
type member struct {
	scenario *scenario.Scenario
	resolver *scenario.Resolver // to be cloned
	design   *design.Design     // of the study's columns, correlated as the member says
	from     []int              // by column of the scenario: its place among the study's
	ids      []string           // of the packages
	skip     []bool             // by package: nobody asks for it
	fallback int                // place of the package that applies where one is not adopted
	weights  appraise.Weights
	years    []float64 // at which outcomes are reported: 1, 2, … and the horizon
}

// A request says what a study is to hold, beyond its members.
type request struct {
	cases    int      // 0: as many as the first member's run has
	design   string   // "": that of the first member
	futures  int      // a case
	curves   bool     // by year and by month
	packages []string // ids; nil: all
}

// newStudy joins scenarios, one or more. Size, seed and design are the first
// one's. It fails where the design cannot be made.
func newStudy(scenarios []*scenario.Scenario, want request) (*study, error) {
	first := scenarios[0]
	s := &study{seed: first.Run.Seed, futures: want.futures, curves: want.curves}
	place := map[string]int{}
	for _, sc := range scenarios {
		for _, c := range sc.Columns() {
			if _, known := place[c.Path]; known {
				continue
			}
			if shared, known := place[replaced(&c)]; known {
				place[c.Path] = shared
				continue
			}
			place[c.Path] = len(s.columns)
			s.columns = append(s.columns, c)
		}
	}
	run := first.Run
	if want.cases > 0 {
		run.Cases = want.cases
	}
	if want.design != "" {
		run.Design = want.design
	}
	s.kind = run.Design
	for _, sc := range scenarios {
		m := newMember(sc, want.packages)
		for _, c := range sc.Columns() {
			m.from = append(m.from, place[c.Path])
		}
		var err error
		if m.design, err = newDesign(sc, s.columns, run); err != nil {
			return nil, err
		}
		s.members = append(s.members, m)
	}
	return s, nil
}

// replaced is the path of the shared parameter in whose place a package has a
// distribution of its own, and at whose uniform it is drawn where that one is
// uncertain too; "" of any other column.
func replaced(c *scenario.Column) string {
	for _, id := range []string{c.Package, strconv.Quote(c.Package)} {
		if path, own := strings.CutPrefix(c.Path, "package."+id+"."); own {
			return path
		}
	}
	return ""
}

func newMember(sc *scenario.Scenario, packages []string) *member {
	m := &member{
		scenario: sc, resolver: sc.Resolver(),
		weights: lossWeights(sc.Weights(nil)), years: reportedYears(sc.HorizonYears),
	}
	for i, pack := range sc.Packages {
		m.ids = append(m.ids, pack.ID)
		m.skip = append(m.skip, packages != nil && !slices.Contains(packages, pack.ID))
		if pack.ID == sc.Fallback {
			m.fallback = i
		}
	}
	if packages != nil {
		m.skip[m.fallback] = false // what becomes of any package depends on it
	}
	return m
}

// newDesign lays out the cases of a run over columns, correlated as the
// scenario says.
func newDesign(sc *scenario.Scenario, columns []scenario.Column, run scenario.RunSettings) (*design.Design, error) {
	spec := design.Spec{
		Kind: design.Kind(run.Design), Cases: run.Cases, Seed: run.Seed,
		Correlations: sc.CorrelationsAmong(columns),
	}
	for _, c := range columns {
		spec.Columns = append(spec.Columns, c.Path)
	}
	return design.New(spec)
}

// cases is the number of cases of the study.
func (s *study) cases() int { return s.members[0].design.Len() }

// describe says what was drawn.
func (s *study) describe() result.Run {
	return result.Run{
		Cases: s.cases(), Futures: s.futures, Seed: s.seed, Design: s.kind,
		Replicates: s.members[0].design.Replicates(), Dimensions: len(s.columns),
	}
}

// reportedYears is 1, 2, … and the horizon.
func reportedYears(horizon float64) []float64 {
	var years []float64
	for y := 1.0; y < horizon-1e-9; y++ {
		years = append(years, y)
	}
	return append(years, horizon)
}

// only leaves all packages out but one, and with it what depends on the
// fallback: numbers on the way to adoption have no meaning then.
func (m *member) only(pack string) {
	for i, id := range m.ids {
		m.skip[i] = id != pack
	}
}

// Columns lists what a run of the scenario draws, and its packages, as its cases
// have them.
func Columns(sc *scenario.Scenario) (columns []result.Column, packages []string) {
	for _, c := range sc.Columns() {
		columns = append(columns, drawnColumn(&c))
	}
	for _, p := range sc.Packages {
		packages = append(packages, p.ID)
	}
	return columns, packages
}

func drawnColumn(c *scenario.Column) result.Column {
	if c.Choice != nil {
		return result.Column{Path: c.Path, Choices: c.Choice.Values}
	}
	return result.Column{Path: c.Path}
}

// caseMatrix is an empty matrix of a member's cases.
func (s *study) caseMatrix(member int) result.Cases {
	m := s.members[member]
	columns, _ := Columns(m.scenario)
	return result.Cases{Columns: columns, Packages: m.ids, Years: m.years}
}

// rounded is how many cases make a part of the design that can be judged by
// itself: the same number in every replicate, a power of two of each.
func (s *study) rounded(cases int) int { return roundedUp(cases, s.members[0].design.Replicates()) }

func roundedUp(cases, replicates int) int {
	if replicates == 1 {
		return cases
	}
	each := (cases + replicates - 1) / replicates
	return replicates << bits.Len(uint(each-1))
}
