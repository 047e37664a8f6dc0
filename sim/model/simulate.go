package model

import (
	"context"
	"math"
)

// A Moment is a mean over simulated futures with its standard error.
type Moment struct {
	Mean   float64 `json:"mean"`
	StdErr float64 `json:"std_err"`
}

// A Simulation is what simulated futures of one solved game came to: the
// twin of Outcome, as far as one is needed beside it.
type Simulation struct {
	Major, Limited                  []Moment // cumulative, at the end of month 1 … N
	Deliberate, Escalated, Accident Moment
	Probes, Clash, Defeat           Moment
	Stopped, Lasting                Moment
}

// checkEvery is how many futures are played before ctx is looked at again.
const checkEvery = 1024

// Simulate plays n futures, n > 0, of case 0 of the seed. It fails only with
// ctx's error, when ctx ends.
func (g *Game) Simulate(ctx context.Context, seed uint64, n int) (Simulation, error) {
	var (
		fate             Fate
		major            = make([]int, g.Months())
		limited          = make([]int, g.Months())
		causes           [Accidental + 1]int
		clash, defeat    int
		stopped, lasting int
		probes, probes2  float64
	)
	for i := range n {
		if i%checkEvery == 0 && ctx.Err() != nil {
			return Simulation{}, ctx.Err()
		}
		fate.Cast(seed, 0, i)
		f := g.Play(&fate)
		if f.Month >= 0 {
			major[f.Month]++
		}
		if f.Limited >= 0 {
			limited[f.Limited]++
		}
		causes[f.Cause]++
		if f.Clash {
			clash++
		}
		if f.Defeat {
			defeat++
		}
		if f.Stopped {
			stopped++
		}
		if f.Lasting {
			lasting++
		}
		probes += float64(f.Probes)
		probes2 += float64(f.Probes * f.Probes)
	}
	size := float64(n)
	mean := probes / size
	return Simulation{
		Major: cumulative(major, n), Limited: cumulative(limited, n),
		Deliberate: proportion(causes[Deliberate], n), Escalated: proportion(causes[Escalated], n),
		Accident: proportion(causes[Accidental], n),
		Probes:   Moment{mean, math.Sqrt(max(0, probes2/size-mean*mean) / size)},
		Clash:    proportion(clash, n), Defeat: proportion(defeat, n),
		Stopped: proportion(stopped, n), Lasting: proportion(lasting, n),
	}, nil
}

func proportion(k, n int) Moment {
	p := float64(k) / float64(n)
	return Moment{p, math.Sqrt(p * (1 - p) / float64(n))}
}

func cumulative(counts []int, n int) []Moment {
	out := make([]Moment, len(counts))
	sum := 0
	for m, k := range counts {
		sum += k
		out[m] = proportion(sum, n)
	}
	return out
}
