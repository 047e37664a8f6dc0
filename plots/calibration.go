package plots

import (
	"fmt"
	"strconv"

	"steadfast/sim/estimate"

	"steadfast/sim/result"
)

// Calibration answers: when the model said so many per cent, how often did it
// happen? It draws, for the core of the record and for all of it, the forecasts
// of war within some years in five bins of rising forecasts, each half of the
// record forecast by ranges fitted to the other: how often war was forecast, how
// often it came, and the 95 % interval of that; and every arrangement at its
// forecast, apart by whether war came.
//
// Its reader must not take a dot off the diagonal for an error of the model: with
// a handful of arrangements a bin the intervals are wide, and most of them cross
// it. Nor does a dot on the diagonal show that an instrument keeps the peace:
// instruments are sent where war is thought likely, and what the record holds is
// an association. Dots that rise less steeply than the diagonal mean that the
// forecasts are further apart than the fates.
//
// It fails where the backtest does not forecast for that year, and where it holds
// a number that is none.
func Calibration(b *result.Backtest, years int, t Theme) (*Figure, error) {
	fail := func(err error) (*Figure, error) { return nil, fmt.Errorf("figure calibration: %w", err) }
	if err := checkBacktest(b); err != nil {
		return fail(err)
	}
	if err := checkBacktestYears(float64(years)); err != nil {
		return fail(err)
	}
	c := &calibration{of: b, years: years, lang: t.words()}
	for _, set := range []string{result.CoreSet, result.AllSet} {
		if panel, ok := newCalibrationPanel(b, years, set); ok {
			c.panels = append(c.panels, panel)
		}
	}
	if len(c.panels) == 0 {
		return fail(fmt.Errorf("the backtest has no calibration for %d years; run it again", years))
	}
	for _, p := range c.panels {
		for _, bin := range p.bins {
			if err := checkProbabilities(bin.Forecast, bin.Observed, bin.Lo, bin.Hi); err != nil {
				return fail(err)
			}
			if bin.Lo > bin.Hi {
				return fail(fmt.Errorf("an interval from %g to %g: it must rise; run the backtest again", bin.Lo, bin.Hi))
			}
		}
	}
	says, horizon := c.lang.Calibration, c.lang.duration(float64(years))
	f := &Figure{
		Name: "calibration", Title: says.Title.with("horizon", horizon), Subtitle: says.Subtitle.with("horizon", horizon),
		alt: c.alt(), Data: c.table(), theme: t, origin: backtestOrigin(b), body: c.draw,
	}
	return f.finish()
}

type calibration struct {
	of     *result.Backtest
	years  int
	lang   *Words
	panels []calibrationPanel
}

// A calibrationPanel is one set of arrangements.
type calibrationPanel struct {
	set    string
	score  result.Score
	bins   []result.Bin
	single []singleForecast
}

// A singleForecast is one arrangement of which the fate by the year is known.
type singleForecast struct {
	id  string
	p   float64
	war bool
}

// newCalibrationPanel gathers a set; false where the backtest has none of it.
func newCalibrationPanel(b *result.Backtest, years int, set string) (calibrationPanel, bool) {
	p := calibrationPanel{set: set, bins: b.Bins(result.MajorBreach, years, set, result.ByHalves)}
	var ok bool
	if p.score, ok = b.Score(result.MajorBreach, years, set, result.ByHalves); !ok || len(p.bins) == 0 {
		return p, false
	}
	for _, a := range b.Arrangements {
		risks, forecast := a.Risks[result.ByHalves]
		war, known := a.Outcomes[0].By(float64(years))
		if forecast && known && (a.Core || set != result.CoreSet) {
			p.single = append(p.single, singleForecast{a.ID, risks[0].By(years), war})
		}
	}
	return p, true
}

// name is what a set is called.
func (c *calibration) name(p calibrationPanel) string {
	says := c.lang.Calibration
	if p.set == result.CoreSet {
		return says.Core.with("arrangements", c.lang.counted(c.lang.Counts.Arrangements, p.score.Arrangements))
	}
	return says.All.with("arrangements", c.lang.counted(c.lang.Counts.Arrangements, p.score.Arrangements))
}

// skill is the skill over the base rate with its range.
func (c *calibration) skill(p calibrationPanel) string {
	i := p.score.BrierSkill.Base
	if !estimate.Finite(i.Value) || !estimate.Finite(i.Lo) || !estimate.Finite(i.Hi) {
		return c.lang.Calibration.NoSkill.text()
	}
	return c.lang.Calibration.Skill.with("skill", c.lang.fixed(i.Value, 2), "lo", c.lang.fixed(i.Lo, 2), "hi", c.lang.fixed(i.Hi, 2))
}

func (c *calibration) alt() string {
	says := c.lang.Calibration
	var panels string
	for i, p := range c.panels {
		if i > 0 {
			panels += c.lang.Semicolon
		}
		var bins string
		for k, bin := range p.bins {
			if k > 0 {
				bins += c.lang.Comma
			}
			bins += says.AltBin.with("forecast", c.lang.percent(bin.Forecast, 0.01), "observed", c.lang.percent(bin.Observed, 0.01))
		}
		panels += says.AltPanel.with("set", c.name(p), "bins", bins)
	}
	return says.Alt.with("horizon", c.lang.duration(float64(c.years)), "panels", panels)
}

// table has a row a bin, and a row an arrangement whose fate is known.
func (c *calibration) table() Table {
	t := Table{Header: []string{"set", "what", "name", "arrangements", "wars", "forecast", "observed", "low", "high"}}
	for _, p := range c.panels {
		for k, b := range p.bins {
			t.add(p.set, "bin", strconv.Itoa(k+1), b.Arrangements, b.Events, b.Forecast, b.Observed, b.Lo, b.Hi)
		}
		for _, s := range p.single {
			wars := 0
			if s.war {
				wars = 1
			}
			t.add(p.set, "arrangement", s.id, 1, wars, s.p, "", "", "")
		}
	}
	return t
}
