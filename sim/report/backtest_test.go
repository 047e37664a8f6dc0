package report

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"steadfast/sim/estimate"
	"steadfast/sim/result"
)

// held is a backtest of four arrangements of the core and two others, by hand.
func held() *result.Backtest {
	b := &result.Backtest{
		Scenario: result.Scenario{Name: "mine", Hash: "abc"}, Run: result.Run{Cases: 512, Seed: 1, Replicates: 16},
		HeadlineSkill: &estimate.Mean{Mean: -0.13, StdErr: 0.01, Lo: -0.15, Hi: -0.11}, LeastDraws: 404,
		Posterior: result.Posterior{Paths: []string{"challenger.war_cost", "guarantor.patron.willingness"}, Shared: 1, Draws: 1000, Accepted: 0.24, Effective: 600, LeastDraws: 30},
	}
	for i, years := range []float64{3, 7, 30, 40, 2, 50} {
		p := []float64{0.1, 0.6, 0.2, 0.7, 0.3, 0.4}[i]
		risks := result.Risks{ByYear: []float64{p / 3, p / 2, p, p}, Observed: p}
		b.Arrangements = append(b.Arrangements, result.Arrangement{
			ID: fmt.Sprintf("R%d", i), Name: fmt.Sprintf("Row %d", i), Dyad: fmt.Sprintf("d%d", i/2), Half: "AB"[i%2 : i%2+1], Core: i < 4, Behind: "letters",
			Start: fmt.Sprintf("19%d0-01-01", i+1), Outcomes: [2]result.Observed{{Years: years, Event: years < 10}, {Years: years, Event: years < 10}},
			Risks: map[result.Forecast][2]result.Risks{result.ByHalves: {risks, risks}},
		})
	}
	skill := func(value, lo, hi float64) estimate.Interval { return estimate.Interval{Value: value, Lo: lo, Hi: hi} }
	b.Scores = []result.Score{
		{
			Kind: result.MajorBreach, Years: 15, Set: result.CoreSet, Forecast: result.ByHalves, Arrangements: 4, Dyads: 2, Events: 2, Censored: 1,
			BrierSkill: result.Skills{Base: skill(-0.13, -0.42, 0.11), Weibull: skill(-0.16, -0.5, 0.1)},
			Without:    []result.Influence{{Dyad: "d1", Skill: -0.2}, {Dyad: "d0", Skill: -0.05}},
			IfRight:    &result.IfRight{Skill: skill(0.17, -0.12, 0.44), AsLow: 0.03},
		},
		{Kind: result.MajorBreach, Years: 15, Set: result.AllSet, Forecast: result.ByHalves, Arrangements: 6, Dyads: 3, Events: 3},
	}
	b.Behind = []result.Behind{
		{Name: "letters", Set: result.CoreSet, Bin: result.Bin{Arrangements: 4, Events: 2, Forecast: 0.31, Observed: 0.58, Lo: 0.32, Hi: 0.87}},
		{Name: "nothing", Set: result.CoreSet, Bin: result.Bin{Arrangements: 3, Forecast: 0.4, Observed: 0.38, Lo: 0.14, Hi: 0.77}},
		{Name: "troops", Set: result.CoreSet, Bin: result.Bin{Arrangements: 3, Forecast: 0.4, Observed: 0, Lo: 0, Hi: 0.25}},
		{Name: "letters", Set: result.AllSet, Bin: result.Bin{Arrangements: 5, Forecast: 0.1, Observed: 0.9, Lo: 0.5, Hi: 1}},
	}
	fit := result.Fit{Arrangements: 3, Parameters: []result.Fitted{{Path: "challenger.war_cost", Shipped: 0.605, Median: estimate.Mean{Mean: 0.5568, StdErr: 0.005}}}}
	b.FitAll, b.FitA, b.FitB = fit, fit, fit
	b.Models = []result.HistoricalModel{{Name: "Budapest", ID: "R0", Outcome: result.Observed{Years: 27.2, Event: true}, Chance: 0.42, Argued: 0.55, ByDate: 0.69}}
	return b
}

// headlineOf is the score of the headline, to be changed.
func headlineOf(b *result.Backtest) *result.Score { return &b.Scores[0] }

func TestBacktestVerdict(t *testing.T) {
	skill := func(value, lo, hi float64) estimate.Interval { return estimate.Interval{Value: value, Lo: lo, Hi: hi} }
	below, open, above := skill(-0.2, -0.4, -0.1), skill(-0.1, -0.4, 0.2), skill(0.2, 0.1, 0.3)
	barely, none := skill(0.1, -0.1, 0.3), skill(math.NaN(), math.NaN(), math.NaN())
	for _, c := range []struct {
		name        string
		base, curve estimate.Interval
		want        string
	}{
		{"worse than both", below, below, "The target, skill above both baselines, is missed; both intervals exclude 0."},
		{"open", open, open, "is missed; both intervals include 0: so few arrangements cannot tell."},
		{"open over one", below, open, "is missed; the interval over the curve includes 0, the other does not."},
		{"better than one", open, above, "is missed; the interval over the base rate includes 0, the other does not."},
		{"better than both", above, above, "The model scores better than either; both intervals exclude 0."},
		{"perhaps better", barely, barely, "The model scores better than either; both intervals include 0"},
		{"better, one open", above, barely, "The model scores better than either; the interval over the curve includes 0"},
		{"no skill", none, open, "There is no skill to tell: a baseline makes no error in these arrangements."},
		{"endless skill", skill(math.Inf(-1), math.Inf(-1), 0), open, "There is no skill to tell"},
	} {
		b := held()
		headlineOf(b).BrierSkill = result.Skills{Base: c.base, Weibull: c.curve}
		lines := backtestVerdict(b)
		if got := lines[len(lines)-1]; !strings.Contains(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
		if want := "War within 15 years in the core 4, each half forecast by the other: 2 wars in 4 arrangements of 2 dyads, 1 censored before."; lines[0] != want {
			t.Errorf("%s: %q, want %q", c.name, lines[0], want)
		}
	}
	b := held()
	headlineOf(b).Arrangements = 0
	if got := strings.Join(backtestVerdict(b), " "); !strings.Contains(got, "None of the arrangements belongs to the core") {
		t.Errorf("without a core: %q", got)
	}
}

func TestSurpriseAndWhatItHangsOn(t *testing.T) {
	for asLow, want := range map[float64]string{0.03: "3 % of such records one as low as was found, or lower: that speaks against", 0.2: "20 % of such records", 0.0001: "<1 % of such"} {
		b := held()
		headlineOf(b).IfRight.AsLow = asLow
		got := strings.Join(surprise(b), " ")
		if !strings.Contains(got, want) || strings.Contains(got, "does not speak against") != (asLow > 0.05) || !strings.Contains(got, "0.17 [−0.12, 0.44]") {
			t.Errorf("%v: %q, want %q", asLow, got, want)
		}
	}
	for name, c := range map[string]struct {
		without []result.Influence
		want    string
	}{
		"of none":           {nil, ""},
		"within its range":  {[]result.Influence{{Dyad: "a", Skill: -0.2}, {Dyad: "b", Skill: -0.05}}, "No single dyad carries the score: without a the skill would be −0.20, without b −0.05."},
		"out of its range":  {[]result.Influence{{Dyad: "a", Skill: -0.5}, {Dyad: "b", Skill: -0.05}}, "A single dyad carries the score"},
		"the sign with one": {[]result.Influence{{Dyad: "a", Skill: -0.2}, {Dyad: "b", Skill: 0.05}}, "A single dyad carries the score"},
	} {
		b := held()
		headlineOf(b).Without = c.without
		if got := hangs(b); !strings.HasPrefix(got, c.want) || c.want == "" && got != "" {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// What lies outside its interval is named, and on which side: of the core by what
// stood behind it, of the core and of all by bins.
func TestMisses(t *testing.T) {
	b := held()
	b.Calibration = []result.Calibration{
		{Kind: result.MajorBreach, Years: 15, Set: result.AllSet, Forecast: result.ByHalves, Bins: []result.Bin{
			{Arrangements: 3, Forecast: 0.3, Observed: 0.3, Lo: 0.1, Hi: 0.6}, {Arrangements: 3, Forecast: 0.7, Observed: 0.3, Lo: 0.1, Hi: 0.6},
		}},
		{Kind: result.LimitedBreach, Years: 15, Set: result.AllSet, Forecast: result.ByHalves, Bins: []result.Bin{{Forecast: 1}}},
	}
	got := misses(b)
	if len(got) != 3 || !strings.Contains(got[2], "in bin 2 of the forecasts of all it expects more wars than came (70 % forecast, 30 % happened, 10–60 %, in 3 arrangements)") || !strings.Contains(got[0], "behind “letters” in the core it expects fewer wars than came (31 % forecast, 58 % happened, 32–87 %, in 4 arrangements)") ||
		!strings.Contains(got[1], "behind “troops” in the core it expects more wars") {
		t.Errorf("%q", got)
	}
}

// The furthest from what happened come first: a war forecast at a tenth, a peace
// where war was forecast at seven tenths; what is not of the core never.
func TestFurthest(t *testing.T) {
	var ids []string
	for _, a := range furthest(held(), 3) {
		ids = append(ids, a.ID)
	}
	if got := strings.Join(ids, " "); got != "R0 R3 R1" {
		t.Errorf("they are %s", got)
	}
	b := held()
	b.Arrangements[2].Outcomes[0] = result.Observed{Years: 10} // its fate by year 15 is not known
	if got := furthest(b, 9); len(got) != 3 {
		t.Errorf("%d of three with a known fate", len(got))
	}
}

func TestModelVerdict(t *testing.T) {
	b := held()
	if got := modelVerdict(b); len(got) != 1 || !strings.HasPrefix(got[0], "Each of them gave at least 10 %") {
		t.Errorf("%q", got)
	}
	b.Models[0].Argued = 0.04
	if got := modelVerdict(b); len(got) != 1 || got[0] != "Budapest: 4 % by its scenario (no war within 15 years), 6 points short of a tenth." {
		t.Errorf("%q", got)
	}
	b.Models = nil
	if got := modelVerdict(b); got != nil {
		t.Errorf("without models: %q", got)
	}
}

func TestFewDraws(t *testing.T) {
	for _, c := range []struct {
		least, posterior float64
		want             string
	}{{404, 30, ""}, {8, 30, "a forecast rests on 8 effective ones"}, {404, 3.2, "rests on fewer than 4 effective ones"}} {
		b := held()
		b.LeastDraws, b.Posterior.LeastDraws = c.least, c.posterior
		if got := strings.Join(fewDraws(b), " "); !strings.Contains(got, c.want) || (got == "") != (c.want == "") {
			t.Errorf("%v, %v: %q, want %q", c.least, c.posterior, got, c.want)
		}
	}
}

// Draws that know the skill no better than the record does are blamed first.
func TestErrorOfTheDrawsIsSaid(t *testing.T) {
	if text := page(t, held(), false); !strings.Contains(text, "from −0.15 to −0.11, which the draws know better than the record does.") {
		t.Error("the error of the draws is not said")
	}
	b := held()
	b.HeadlineSkill = &estimate.Mean{Mean: -0.13, StdErr: 0.3, Lo: -0.8, Hi: 0.5}
	if text := page(t, b, false); !strings.Contains(text, "from −0.80 to 0.50: take more draws before the record is blamed.") {
		t.Error("that the draws are too few is not said")
	}
}

// page writes the page of a backtest.
func page(t *testing.T, b *result.Backtest, shipped bool) string {
	t.Helper()
	var out strings.Builder
	err := BacktestPage(&out, b, PageOptions{
		Columns: []PageColumn{{"id", "the row"}}, Rule: []string{"`assist` 1: assistance"}, Calibration: &PagePicture{"c.png", "dots [and bars]"}, Shipped: shipped,
	})
	if err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// What is known of the shipped record is said of no other.
func TestPageOfARecordOfOnesOwn(t *testing.T) {
	ours, theirs := page(t, held(), true), page(t, held(), false)
	for _, only := range []string{"make backtest", "The rule was changed once", "**The coding.**", "coded for this project", "steadfast:historical/posterior.csv", "`updated.toml`"} {
		if !strings.Contains(ours, only) || strings.Contains(theirs, only) {
			t.Errorf("%q stands on the page of the shipped record %v, of another %v; want on the first alone", only, strings.Contains(ours, only), strings.Contains(theirs, only))
		}
	}
	for _, both := range []string{
		"`mine.csv` is the record: 6 arrangements", "from 1910 to 1960, of which 4 are the core", "![dots \\[and bars\\]](c.png)", "0.557 ± 0.005",
		"| `id` | the row |", "* `assist` 1: assistance", "A true skill anywhere from −0.42 to 0.11", "from −0.15 to −0.11", "Furthest from what happened were R0 (war after 3.0 years", "core 4",
	} {
		if !strings.Contains(ours, both) || !strings.Contains(theirs, both) {
			t.Errorf("a page lacks %q", both)
		}
	}
	if !strings.Contains(theirs, "file = \"posterior.csv\"") || !strings.Contains(theirs, "SHA-256 is `abc`") {
		t.Error("the page of another record does not name its own draws and hash")
	}
}

// Without a skill, and without a core, a page says so and shows no number that is
// none.
func TestPageWithoutSkill(t *testing.T) {
	none := held()
	nan := estimate.Interval{Value: math.NaN(), Lo: math.NaN(), Hi: math.NaN()}
	s := headlineOf(none)
	s.BrierSkill, s.Without, s.IfRight = result.Skills{Base: nan, Weibull: nan}, nil, nil
	none.HeadlineSkill = nil
	empty := held()
	empty.HeadlineSkill = nil
	headlineOf(empty).Arrangements = 0
	for i := range empty.Arrangements {
		empty.Arrangements[i].Core = false
	}
	empty.Behind = empty.Behind[3:] // those of all
	for name, b := range map[string]*result.Backtest{"no skill": none, "no core": empty} {
		for _, shipped := range []bool{true, false} {
			if text := page(t, b, shipped); strings.Contains(text, "NaN") || strings.Contains(text, "Inf") || strings.Contains(text, "A true skill") {
				t.Errorf("%s: the page shows a number that is none:\n%s", name, text)
			}
		}
	}
	if text := page(t, empty, false); strings.Contains(text, "core 0") {
		t.Error("without a core there are tables of it")
	}
	if text := page(t, none, false); !strings.Contains(text, "There is no skill to tell") {
		t.Error("that there is no skill is not said")
	}
}
