package plots

import (
	"fmt"
	"math"

	"steadfast/sim/estimate"
	"steadfast/sim/result"
)

// names of real length, the baseline first.
var packageNames = []string{
	"No guarantee",
	"Continued military assistance",
	"Economic snapback",
	"Air and naval missions",
	"Tripwire force",
	"NATO-membership contingency",
	"Article-5-like pact",
	"Assistance and snapback",
	"Assistance, snapback, air and naval",
	"Tripwire force with US backstop",
	"EU accession and mutual assistance",
	"All five together",
}

var words = []result.Band{
	{Word: "remote chance", Lo: 0, Hi: .05}, {Word: "highly unlikely", Lo: .1, Hi: .2}, {Word: "unlikely", Lo: .25, Hi: .35},
	{Word: "realistic possibility", Lo: .4, Hi: .5}, {Word: "likely", Lo: .55, Hi: .75}, {Word: "highly likely", Lo: .8, Hi: .9},
	{Word: "almost certain", Lo: .95, Hi: 1},
}

func wordOf(p float64) string {
	for _, b := range words {
		if p >= b.Lo && p <= b.Hi {
			return b.Word
		}
	}
	for i, b := range words {
		if p < b.Lo {
			if p-words[i-1].Hi < b.Lo-p {
				b = words[i-1]
			}
			return "about " + b.Word
		}
	}
	return words[len(words)-1].Word
}

// synthetic makes a result by formula: n packages whose risk falls from 48 % with
// some that lie close together, curves that flatten, and futures whose fate is
// the same for every package.
func synthetic(n int, name func(i int) string) *result.Set {
	const horizon, months, futures = 15.0, 180, 100
	s := &result.Set{
		Schema: result.Schema, Version: "0.1.0",
		Scenario: result.Scenario{
			Name: "ukraine-options", Title: "What can guarantee a ceasefire",
			Hash:         "9b74c9897bac770ffc029102a200c5de9b74c9897bac770ffc029102a200c5de",
			HorizonYears: horizon, Start: "2027-01-01", Challenger: "Russia", Protege: "Ukraine", Scale: words,
			Marks: []result.Mark{
				{Years: 1.83, Kind: "election", Label: "US presidential election"},
				{Years: 5.83, Kind: "election", Label: "US presidential election"},
				{Years: 9.83, Kind: "election", Label: "US presidential election"},
				{Years: 13.83, Kind: "election", Label: "US presidential election"},
				{Years: .75, Kind: "entry", Label: "Tripwire force in force", Packages: []string{"p4", "p9"}},
				{Years: .75, Kind: "entry", Label: "Air and naval missions in force", Packages: []string{"p3", "p8"}},
				{Years: 1.5, Kind: "entry", Label: "Pact in force", Packages: []string{"p6"}},
				{Years: 10, Kind: "expiry", Label: "Military assistance ends", Packages: []string{"p1", "p7", "p8"}},
				{Years: 25, Kind: "expiry", Label: "beyond the horizon"},
			},
		},
		Run: result.Run{Cases: 2048, Futures: futures, Seed: 20270101, Design: "sobol", Replicates: 16, Dimensions: 64},
	}
	for i := range n {
		// Safest not last, and a cluster in the middle that ties.
		risk := 0.48 - 0.36*math.Pow(float64((i*7)%n)/math.Max(1, float64(n-1)), 0.6)
		if i == 0 {
			risk = 0.48
		}
		p := result.Package{ID: fmt.Sprintf("p%d", i), Name: name(i)}
		spread := func(z float64) float64 { // the quantile of a normal z on the log-odds
			return 1 / (1 + math.Exp(-(math.Log(risk/(1-risk))*1.02 + z*0.85)))
		}
		p.Risk = estimate.Summary{
			Mean: risk, StdErr: 0.0016 + 0.0004*float64(i%4), P5: spread(-1.645), P10: spread(-1.2816), P25: spread(-.6745),
			P50: spread(0), P75: spread(.6745), P90: spread(1.2816), P95: spread(1.645),
		}
		p.Word = wordOf(risk)
		shape := 0.62 + 0.05*float64(i%5)
		for m := 1; m <= months; m++ {
			f := math.Pow(float64(m)/months, shape)
			if i%5 == 4 { // a window of danger before the force is there
				f = math.Pow(f, 0.7)
			}
			at := func(end float64) float64 { return 1 - math.Pow(1-end, f) }
			p.Monthly.Mean = append(p.Monthly.Mean, at(risk))
			p.Monthly.P10 = append(p.Monthly.P10, at(p.Risk.P10))
			p.Monthly.P25 = append(p.Monthly.P25, at(p.Risk.P25))
			p.Monthly.P50 = append(p.Monthly.P50, at(p.Risk.P50))
			p.Monthly.P75 = append(p.Monthly.P75, at(p.Risk.P75))
			p.Monthly.P90 = append(p.Monthly.P90, at(p.Risk.P90))
		}
		p.Monthly.Mean[months-1] = risk
		addCauses(&p, i)
		addHazard(&p, horizon)
		sample := make([]byte, 100)
		for k := range sample {
			_, fate := math.Modf(float64(k)*0.6180339887 + 0.37)
			_, own := math.Modf(float64(k*7+i*31) * 0.7548776662)
			switch u := 0.82*fate + 0.18*own; {
			case u < risk:
				sample[k] = 'm'
			case u < risk+0.26:
				sample[k] = 'l'
			default:
				sample[k] = 'h'
			}
		}
		p.Sample = string(sample)
		p.Simulated = &result.Simulated{Risk: estimate.Mean{Mean: math.Round((risk+0.0007)*1e4) / 1e4, StdErr: 0.0018, Lo: risk - .003, Hi: risk + .004}}
		s.Packages = append(s.Packages, p)
	}
	if n > 0 {
		s.Scenario.Baseline = "p0"
	}
	pairUp(s)
	appraise(s)
	return s
}

func twelve() *result.Set {
	return synthetic(12, func(i int) string { return packageNames[i] })
}
