package plots

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"steadfast/sim/result"
)

// Causes and hazards with every number of packages over every horizon; sizes and
// names in turn.
func TestNothingCollidesInCausesAndHazards(t *testing.T) {
	t.Parallel()
	sizes := []Size{Slide, Print, {1080, 1080}, {1080, 1350}, {2400, 900}}
	horizons := []float64{1, 7.5, 15, 50}
	if testing.Short() {
		horizons = []float64{1, 7.5}
	}
	r := newRota()
	for _, n := range []int{1, 2, 6, 12} {
		for _, horizon := range horizons {
			for _, c := range []struct{ figure, start string }{{"causes", ""}, {"hazard", ""}, {"hazard", "2027-01-01"}} {
				dated := c.figure + " from " + c.start
				for _, k := range next(r, dated, "names", namings(), 1) {
					s := lasting(synthetic(n, k.name), horizon)
					s.Scenario.Start = c.start
					f := build(t, c.figure, s)
					for _, size := range next(r, dated, "sizes", sizes, 2) {
						collide(t, f, size, fmt.Sprintf("%s of %d packages over %g years, names of %s", dated, n, horizon, k.kind))
					}
				}
			}
		}
	}
	r.complete(t)
}

// Whatever the causes and hazards are, and whatever the protégé is called.
func TestNothingCollidesInCausesAndHazardsWhateverTheNumbers(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 12).Draw(t, "packages")
		s := lasting(synthetic(n, func(i int) string { return packageNames[i] }), rapid.SampledFrom([]float64{0.5, 1, 2.25, 3, 15, 50}).Draw(t, "horizon"))
		s.Scenario.Protege = rapid.SampledFrom([]string{"", "Ukraine", "The Federation of the Northern Archipelago", "Llanfairpwllgwyngyllgogery"}).Draw(t, "protégé")
		s.Scenario.Start = rapid.SampledFrom([]string{"", "2026-11-22"}).Draw(t, "start")
		for i := range s.Packages {
			p := &s.Packages[i]
			shares := rapid.SliceOfN(rapid.SampledFrom([]float64{0, 0.0003, 0.02, 0.4, 1}), 7, 7).Draw(t, "shares")
			risk := shares[0]
			p.Risk.Mean, p.Risk.P10, p.Risk.P25, p.Risk.P75, p.Risk.P90 = risk, risk, risk, risk, risk
			p.Deliberate.Mean = risk * shares[1]
			p.Escalated.Mean = (risk - p.Deliberate.Mean) * shares[2]
			p.Accident.Mean = risk - p.Deliberate.Mean - p.Escalated.Mean
			p.Clash.Mean, p.Defeat.Mean, p.Broken.Mean = risk*shares[3], risk*shares[4], risk*shares[5]
			p.Clash.StdErr = rapid.SampledFrom([]float64{0, 0.0002, 0.03, 0.2}).Draw(t, "error")
			spreadHazard(p, shares[6])
		}
		for _, figure := range []string{"causes", "hazard"} {
			f, err := Build(figure, s, DefaultTheme())
			if err != nil {
				t.Fatal(err)
			}
			collide(t, f, Slide, figure)
		}
	})
}

// spreadHazard gives a package hazards that lead to its risk: a share of it in
// the first year, the rest in the last.
func spreadHazard(p *result.Package, share float64) {
	for i := range p.Hazard {
		p.Hazard[i].Mean = 0
	}
	risk, last := p.Risk.Mean, len(p.Hazard)-1
	if last == 0 {
		p.Hazard[0].Mean = risk
		return
	}
	first := risk * share
	p.Hazard[0].Mean = first
	if first < 1 {
		p.Hazard[last].Mean = (risk - first) / (1 - first)
	}
}
