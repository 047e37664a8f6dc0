package sim

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strings"

	"steadfast/sim/estimate"
	"steadfast/sim/result"
	"steadfast/sim/scenario"
	"steadfast/sim/sensitivity"
)

// A DiffPlan says how two scenarios are compared.
type DiffPlan struct {
	ByKey   bool   // an edit is a key; else a table or a package
	Orders  int    // of the edits, sampled where there are more than 8; 0: 200
	Measure string // one of result.Measures
}

// mixesTogether is how many mixtures of two scenarios are held at a time.
const mixesTogether = 64

// Diff finds what was edited from scenario a to b, and divides the change of a
// measure under every package that both have among the edits by their Shapley
// values: what an edit adds on average over all orders in which the edits may
// be made. All mixtures are solved on the same cases, of a's size, seed and
// design. It fails where there are more edits than scenario.MaxEdits, where the
// two have no package in common, for an unknown measure, and as [Run] does.
func Diff(ctx context.Context, a, b *scenario.Scenario, plan DiffPlan, opt Options) (*result.Diff, error) {
	measure, err := measureOf(plan.Measure)
	if err != nil {
		return nil, err
	}
	edits := scenario.Edits(a, b, plan.ByKey)
	if len(edits) > scenario.MaxEdits {
		return nil, fmt.Errorf("%d edits lie between %s and %s, at most %d can be told apart; compare by table instead of by key, or by way of a scenario between the two",
			len(edits), a.Name, b.Name, scenario.MaxEdits)
	}
	d := &diffing{a: a, b: b, edits: edits, measure: measure, opt: opt, packages: shared(a, b)}
	if len(d.packages) == 0 {
		return nil, fmt.Errorf("%s and %s have no package in common, so no number can be compared: give a package the same id in both", a.Name, b.Name)
	}
	d.out = &result.Diff{Schema: result.Schema, Version: Version, A: describe(a), B: describe(b), Measure: measure.Name}
	for _, e := range edits {
		d.out.Edits = append(d.out.Edits, result.Edit{Name: e.Name, Kind: e.Kind, Lines: e.Lines})
	}
	shapley := sensitivity.NewShapley(len(edits), plan.Orders, a.Run.Seed)
	d.out.Orders = shapley.Orders()
	if err := d.solve(ctx, shapley.Subsets()); err != nil {
		return nil, err
	}
	d.attribute(shapley)
	return d.out, nil
}

// measureOf finds a measure by name.
func measureOf(name string) (result.Measure, error) {
	var names []string
	for _, m := range result.Measures() {
		if m.Name == name {
			return m, nil
		}
		names = append(names, m.Name)
	}
	return result.Measure{}, fmt.Errorf("measure %q is unknown: allowed are %s", name, strings.Join(names, ", "))
}

// shared lists the packages that both scenarios have, in the first's order.
func shared(a, b *scenario.Scenario) []scenario.Package {
	var both []scenario.Package
	for _, p := range a.Packages {
		if slices.ContainsFunc(b.Packages, func(q scenario.Package) bool { return q.ID == p.ID }) {
			both = append(both, p)
		}
	}
	return both
}

// A diffing is the comparison as it goes.
type diffing struct {
	a, b     *scenario.Scenario
	edits    []scenario.Edit
	measure  result.Measure
	opt      Options
	packages []scenario.Package
	sampler  estimate.Sampler
	values   map[uint64][][]float64 // by subset of the edits, package, then case
	out      *result.Diff
}

// solve computes the mixture of every subset, some at a time.
func (d *diffing) solve(ctx context.Context, subsets []uint64) error {
	d.values = map[uint64][][]float64{}
	done := 0
	for chunk := range slices.Chunk(subsets, mixesTogether) {
		// The two themselves come first, so that every chunk has their columns.
		members := []*scenario.Scenario{d.a, d.b}
		for _, subset := range chunk {
			mix, err := scenario.Mix(d.a, d.b, d.edits, subset)
			if err != nil {
				return err
			}
			members = append(members, mix)
		}
		study, err := newStudy(members, request{cases: d.a.Run.Cases})
		if err != nil {
			return err
		}
		if study.cases() < 2 {
			return tooFewCases(d.a)
		}
		d.sampler = estimate.Over(study.members[0].design.Replicates())
		d.out.Run = study.describe()
		if err := d.solveChunk(ctx, study, chunk, d.opt.part(done*study.cases(), len(subsets)*study.cases())); err != nil {
			return err
		}
		done += len(chunk)
	}
	return nil
}

// solveChunk computes the members of a study from the third on.
func (d *diffing) solveChunk(ctx context.Context, study *study, subsets []uint64, opt Options) error {
	for _, subset := range subsets {
		d.values[subset] = make([][]float64, len(d.packages))
	}
	if progress := opt.Progress; progress != nil {
		opt.Progress = func(done, all int) { progress(done*len(subsets), all) }
	}
	return work(ctx, study, opt, job[pointBlock]{
		blocks: study.cases(),
		do: func(ctx context.Context, s *solver, c int) (pointBlock, error) {
			var b pointBlock
			for i := range subsets {
				m := study.members[i+2]
				row, _, err := s.solve(ctx, i+2, c)
				if err != nil {
					return b, err
				}
				for _, p := range d.packages {
					b.Values = append(b.Values, d.measure.Of(&row.Outcomes[slices.Index(m.ids, p.ID)]))
				}
			}
			b.Asked, b.Done = s.asked, s.done
			return b, nil
		},
		merge: func(_ int, b pointBlock) error {
			for i, x := range b.Values {
				p := i % len(d.packages)
				values := d.values[subsets[i/len(d.packages)]]
				values[p] = append(values[p], x)
			}
			d.out.Asked += b.Asked
			d.out.Done += b.Done
			return nil
		},
	})
}

// attribute divides the changes among the edits. A share is linear in the
// values of the mixtures, so its sampling error is that of the same share in
// each group of cases; that of sampling orders comes on top.
func (d *diffing) attribute(shapley *sensitivity.Shapley) {
	all := uint64(1)<<len(d.edits) - 1
	before, after := d.values[0], d.values[all]
	cases := len(before[0])
	groups := d.sampler.Groups(cases)
	means := func(subset uint64) []float64 {
		var out []float64
		for _, values := range d.values[subset] {
			for g := -1; g < groups; g++ {
				out = append(out, meanWithout(values, g, groups))
			}
		}
		return out
	}
	shares := shapley.Values(means)
	for p, pack := range d.packages {
		difference := make([]float64, cases)
		for c := range difference {
			difference[c] = after[p][c] - before[p][c]
		}
		change := result.Attribution{
			Package: pack.ID, Name: pack.Name,
			A: d.sampler.Mean(before[p]), B: d.sampler.Mean(after[p]), Change: d.sampler.Mean(difference),
		}
		for _, of := range shares {
			of := of[p*(1+groups):][:1+groups]
			sampled := d.sampler.Jackknife(cases, func(g int) float64 { return of[g+1].Mean })
			stdErr := math.Hypot(sampled.StdErr, of[0].StdErr)
			half := estimate.Student(float64(groups-1)) * stdErr
			change.Shares = append(change.Shares, estimate.Mean{
				Mean: sampled.Mean, StdErr: stdErr, Lo: sampled.Mean - half, Hi: sampled.Mean + half,
			})
		}
		d.out.Changes = append(d.out.Changes, change)
	}
}

// meanWithout is the mean of values by case without those of one group; −1:
// none is left out.
func meanWithout(values []float64, group, groups int) float64 {
	sum, n := 0.0, 0.0
	for c, x := range values {
		if c%groups != group {
			sum += x
			n++
		}
	}
	return sum / n
}
