package sim

import (
	"slices"

	"steadfast/sim/result"
	"steadfast/sim/scenario"
	"steadfast/sim/verdict"
)

// A caseSample is what claims about one member of a study are evaluated on.
type caseSample struct {
	study  *study
	member int
	pairs  []verdict.Pair
	cases  result.Cases
	better [][]float64 // by pair, then case: the share of its futures
}

func newCaseSample(s *study, member int, pairs []verdict.Pair) *caseSample {
	return &caseSample{study: s, member: member, pairs: pairs, cases: s.caseMatrix(member), better: make([][]float64, len(pairs))}
}

// add takes the next case.
func (s *caseSample) add(b caseBlock) {
	s.cases.Rows = append(s.cases.Rows, b.Row)
	s.compare(b.Counts)
}

// compare keeps of a case's futures what claims compare.
func (s *caseSample) compare(seen counts) {
	ids := s.study.members[s.member].ids
	for i, p := range s.pairs {
		a, b := slices.Index(ids, p.A), slices.Index(ids, p.B)
		s.better[i] = append(s.better[i], float64(seen.Better[a*len(ids)+b])/float64(max(1, s.study.futures)))
	}
}

// evidence is what the cases are evidence of; drivers are given-data indices.
func (s *caseSample) evidence(sc *scenario.Scenario) *verdict.Evidence {
	ev := newEvidence(sc, &s.cases, s.study.members[s.member].design.Replicates())
	if len(s.pairs) > 0 && s.study.futures > 0 {
		ev.Futures = s.study.futures
		ev.Better = func(a, b string) ([]float64, error) {
			return s.better[slices.Index(s.pairs, verdict.Pair{A: a, B: b})], nil
		}
	}
	return ev
}
