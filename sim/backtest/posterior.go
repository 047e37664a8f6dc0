package backtest

import (
	"encoding/csv"
	"io"
	"math"
	"slices"
	"strconv"

	"gonum.org/v1/gonum/stat/distuv"

	"steadfast/sim/chance"
)

// The walk of the posterior sample.
const (
	burnIn        = 2000
	thinning      = 20
	posteriorRows = 1000
	stepSize      = 0.9 // of a step as a whole, prior standard deviations; it accepts about a quarter
)

// A Posterior is a sample of new members of the reference class, given the
// record: a shift from its posterior, and parameters drawn at it. It has those
// fitted parameters that every scenario has which extends the reference.
type Posterior struct {
	Paths      []string    `json:"paths"`
	Rows       [][]float64 `json:"-"`           // by draw, then path
	Shifts     [][]float64 `json:"-"`           // by draw
	Accepted   float64     `json:"accepted"`    // share of the walk's steps
	Effective  float64     `json:"effective"`   // smallest effective sample size of a shift, of Rows
	LeastDraws float64     `json:"least_draws"` // effective draws of the likelihood, at the 5 % point of the walk
}

// sample walks through the posterior of the shifts by Metropolis' rule with
// normal steps (N. Metropolis and others, Journal of Chemical Physics 21, 1953)
// and draws a member of the reference class at each kept shift.
func (w *world) sample(t *table, from []int, start []float64, seed uint64) Posterior {
	stream := chance.New(seed, chance.Sampling, chance.Name("posterior"), 0, 0)
	normal := func() float64 { return distuv.UnitNormal.Quantile(stream.Unit()) }
	scratch := make([]float64, 0, t.draws)
	p := Posterior{Paths: referencePaths()}
	here := slices.Clone(start)
	level := t.logPosterior(here, from, scratch)
	there := make([]float64, len(here))
	var effective []float64
	accepted := 0
	const steps = burnIn + thinning*posteriorRows
	for n := range steps {
		for j := range here {
			there[j] = here[j] + stepSize/math.Sqrt(float64(len(here)))*normal()
		}
		u := stream.Unit()
		if next := t.logPosterior(there, from, scratch); math.Log(u) < next-level {
			here, there = there, here
			level = next
			accepted++
		}
		if n < burnIn || (n-burnIn)%thinning != 0 {
			continue
		}
		row := make([]float64, len(p.Paths))
		for j := range row {
			row[j] = w.parameters[j].at(stream.Unit(), here[j])
		}
		_, e := t.weigh(here, scratch)
		effective = append(effective, e)
		p.Rows = append(p.Rows, row)
		p.Shifts = append(p.Shifts, slices.Clone(here))
	}
	p.Accepted = float64(accepted) / steps
	p.Effective = math.Inf(1)
	for j := range here {
		chain := make([]float64, len(p.Shifts))
		for i, s := range p.Shifts {
			chain[i] = s[j]
		}
		p.Effective = min(p.Effective, effectiveSize(chain))
	}
	slices.Sort(effective)
	p.LeastDraws = effective[len(effective)/20]
	return p
}

// effectiveSize is n/(1 + 2·Σρ), the autocorrelations ρ summed in pairs while
// a pair is positive (C. J. Geyer, "Practical Markov chain Monte Carlo",
// Statistical Science 7, 1992).
func effectiveSize(chain []float64) float64 {
	n := len(chain)
	mean := 0.0
	for _, x := range chain {
		mean += x / float64(n)
	}
	covariance := func(lag int) float64 {
		sum := 0.0
		for i := range n - lag {
			sum += (chain[i] - mean) * (chain[i+lag] - mean)
		}
		return sum / float64(n)
	}
	variance := covariance(0)
	if variance == 0 {
		return 1
	}
	sum := -1.0
	for lag := 0; lag+1 < n; lag += 2 {
		pair := (covariance(lag) + covariance(lag+1)) / variance
		if pair <= 0 {
			break
		}
		sum += 2 * pair
	}
	return min(float64(n), float64(n)/sum)
}

// WriteCSV writes the sample as a table that [sample] of a scenario reads: the
// columns are paths, the rows joint draws.
func (p *Posterior) WriteCSV(to io.Writer) error {
	out := csv.NewWriter(to)
	if err := out.Write(p.Paths); err != nil {
		return err
	}
	cells := make([]string, len(p.Paths))
	for _, row := range p.Rows {
		for j, x := range row {
			cells[j] = strconv.FormatFloat(x, 'g', 5, 64)
		}
		if err := out.Write(cells); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}
