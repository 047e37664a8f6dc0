package sim

import (
	"context"
	"slices"

	"steadfast/sim/design"
	"steadfast/sim/result"
	"steadfast/sim/scenario"
	"steadfast/sim/sensitivity"
)

// A driverSample grows the trials from which total indices of the risk under
// one package come.
type driverSample struct {
	study  *study
	base   *design.Design
	freeze *sensitivity.Freeze
	paths  []string
	column []int // by path: its factor
	trials sensitivity.Trials
}

func newDriverSample(sc *scenario.Scenario, pack string) (*driverSample, error) {
	list, columns, err := factors(sc, nil)
	if err != nil {
		return nil, err
	}
	d := &driverSample{}
	var moving [][]int
	for f := range list {
		if list[f].In != "" {
			continue
		}
		for _, path := range list[f].Paths {
			d.paths, d.column = append(d.paths, path), append(d.column, len(moving))
		}
		moving = append(moving, columns[f])
	}
	if d.study, err = newStudy([]*scenario.Scenario{sc}, request{packages: []string{pack}}); err != nil {
		return nil, err
	}
	if d.base, err = doubled(sc, mostDriverPoints); err != nil {
		return nil, err
	}
	d.freeze = sensitivity.NewFreeze(len(d.study.columns), moving)
	d.trials = make(sensitivity.Trials, d.freeze.Trials())
	d.study.members[0].only(pack)
	return d, nil
}

// mostDriverPoints bounds the base points of total indices.
const mostDriverPoints = 1024

// grow solves base points up to a number.
func (d *driverSample) grow(ctx context.Context, points int, opt Options) error {
	have := len(d.trials[0])
	points = min(roundedUp(points, d.base.Replicates()), d.base.Len())
	if points <= have {
		return nil
	}
	opt.from += have
	k := len(d.study.columns)
	table, err := pointJob{
		study: d.study, measure: result.Measures()[0], blocks: points - have, points: d.freeze.Trials(),
		row: func(_ *solver, block, point int, dst []float64) {
			both := make([]float64, 2*k)
			d.base.Row(have+block, both)
			d.freeze.Row(point, both[:k], both[k:], dst)
		},
	}.run(ctx, opt)
	if err != nil {
		return err
	}
	p := slices.Index(d.study.members[0].skip, false)
	for t := range d.trials {
		d.trials[t] = append(d.trials[t], table.values[t][p]...)
	}
	return nil
}

// totals are the indices by path: parameters that are drawn together share
// one.
func (d *driverSample) totals() ([]string, [][]float64, error) {
	rows := sensitivity.Totals(sensitivity.Output{d.trials}, d.base.Replicates())
	est := make([][]float64, len(rows))
	for r, row := range rows {
		for _, f := range d.column {
			est[r] = append(est[r], row[f])
		}
	}
	return d.paths, est, nil
}
