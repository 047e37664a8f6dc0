package sim

import (
	"context"
	"fmt"

	"steadfast/sim/model"
	"steadfast/sim/result"
	"steadfast/sim/scenario"
)

// castTogether is how many fates a worker holds at a time, so that its memory
// does not grow with the number of futures.
const castTogether = 2048

// A solver computes points of a study with memory of its own, for one
// goroutine. Within a block of work it solves no resolved case twice: a package
// that a change of assumptions does not touch keeps its outcome and futures.
type solver struct {
	study     *study
	resolvers []*scenario.Resolver // by member; nil until needed
	resolved  []scenario.Resolved  // by member
	game      *model.Game
	prints    model.Fingerprinter
	known     map[model.Fingerprint]*solved // in this block
	fates     []model.Fate                  // of consecutive futures of a case
	kase      int                           // the case whose fates they are; -1: none yet
	from      int                           // the first of those futures
	row, u    []float64                     // of the study's columns; of a member's
	outcome   model.Outcome
	asked     int // packages in cases asked for
	done      int // of them solved
	keep      bool
	futures   []result.FutureRow // of this block, where they are kept
}

// solved is what a package of a case came to.
type solved struct {
	outcome result.Outcome
	tally   tally
}

func newSolver(s *study, keepFutures bool) *solver {
	return &solver{
		study: s, resolvers: make([]*scenario.Resolver, len(s.members)), resolved: make([]scenario.Resolved, len(s.members)),
		game: model.NewGame(), known: map[model.Fingerprint]*solved{},
		fates: make([]model.Fate, min(s.futures, castTogether)), kase: -1,
		row: make([]float64, len(s.columns)), keep: keepFutures,
	}
}

// begin forgets what the last block came to.
func (s *solver) begin() {
	clear(s.known)
	s.asked, s.done, s.futures = 0, 0, nil
}

// solve computes case c of the study's design for a member.
func (s *solver) solve(ctx context.Context, member, c int) (result.Row, counts, error) {
	s.study.members[member].design.Row(c, s.row)
	return s.at(ctx, member, c, s.row)
}

// at computes the packages of a member at a point: u holds a uniform for each
// of the study's columns. The futures are those of case c. Packages that nobody
// asks for have no outcome.
func (s *solver) at(ctx context.Context, member, c int, u []float64) (result.Row, counts, error) {
	m := s.study.members[member]
	resolved, err := s.resolve(member, u)
	if err != nil {
		return result.Row{}, counts{}, fmt.Errorf("case %d: %w", c, err)
	}
	row := result.Row{
		Values:   append([]float64(nil), resolved.Values...),
		Outcomes: make([]result.Outcome, len(m.ids)),
	}
	seen, failed := newCounts(len(m.ids)), make([][]uint64, len(m.ids))
	for i := range resolved.Packages {
		if m.skip[i] {
			continue
		}
		pack := &resolved.Packages[i]
		known, err := s.pack(ctx, m, i, c, pack)
		if err != nil {
			return result.Row{}, counts{}, err
		}
		row.Outcomes[i] = known.outcome
		seen.take(i, &known.tally, pack.Consent.Challenger)
		failed[i] = known.tally.failed
	}
	adopt(&row, resolved.Packages, m)
	seen.compare(&row, failed)
	return row, seen, nil
}

// riskAt is the headline number of one package of the first member at a point.
func (s *solver) riskAt(ctx context.Context, c, pack int, u []float64) (float64, error) {
	resolved, err := s.resolve(0, u)
	if err != nil {
		return 0, fmt.Errorf("case %d: %w", c, err)
	}
	known, err := s.pack(ctx, s.study.members[0], pack, c, &resolved.Packages[pack])
	if err != nil {
		return 0, err
	}
	return known.outcome.Risk, nil
}

// resolve makes the member's cases at a point.
func (s *solver) resolve(member int, u []float64) (*scenario.Resolved, error) {
	m := s.study.members[member]
	if s.resolvers[member] == nil {
		s.resolvers[member] = m.resolver.Clone()
	}
	s.u = s.u[:0]
	for _, at := range m.from {
		s.u = append(s.u, u[at])
	}
	dst := &s.resolved[member]
	return dst, s.resolvers[member].Resolve(s.u, dst)
}

// pack computes one package of a case, unless this block has met the very same.
func (s *solver) pack(ctx context.Context, m *member, i, c int, pack *scenario.ResolvedPackage) (*solved, error) {
	s.asked++
	print := s.prints.Of(&pack.Case)
	if known, ok := s.known[print]; ok {
		return known, nil
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	s.done++
	s.game.Solve(&pack.Case)
	s.game.Exact(&s.outcome)
	fresh := &solved{outcome: record(&s.outcome, &pack.Case, m.scenario.Packages[i].Instruments)}
	if s.study.curves {
		addCurves(&fresh.outcome, &s.outcome, m.years)
	}
	if !finite(&fresh.outcome) {
		return nil, fmt.Errorf("case %d, package %q: the outcome is not a number; look at the case with: steadfast show %s --json --case %d",
			c, m.ids[i], m.scenario.Name, c)
	}
	fresh.tally = newTally(s.study.futures)
	for from := 0; from < s.study.futures; from += castTogether {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		fates := s.cast(c, from)
		for f := range fates {
			future := s.game.Play(&fates[f])
			fresh.tally.add(from+f, &future)
			if s.keep {
				s.futures = append(s.futures, futureRow(c, from+f, m.ids[i], &future))
			}
		}
	}
	s.known[print] = fresh
	return fresh, nil
}

// cast returns the fates of a case's futures from one on, as many as are held
// together. Those of the package before are taken again where they are still
// there.
func (s *solver) cast(c, from int) []model.Fate {
	fates := s.fates[:min(len(s.fates), s.study.futures-from)]
	if s.kase == c && s.from == from {
		return fates
	}
	for f := range fates {
		fates[f].Cast(s.study.seed, c, from+f)
	}
	s.kase, s.from = c, from
	return fates
}

func futureRow(c, f int, id string, x *model.Future) result.FutureRow {
	return result.FutureRow{
		Case: int32(c), Future: int32(f), Package: id,
		Month: int32(x.Month), Limited: int32(x.Limited), Cause: x.Cause.String(),
		Probes: int32(x.Probes), Clash: x.Clash, Defeat: x.Defeat, Stopped: x.Stopped, Lasting: x.Lasting,
	}
}
