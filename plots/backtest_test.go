package plots

import (
	"bytes"
	"fmt"
	"math"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"steadfast/sim/estimate"
	"steadfast/sim/result"
)

// Every bin and every arrangement with a known fate is in the picture and its
// twin, with the numbers of the backtest.
func TestCalibrationShowsTheBacktest(t *testing.T) {
	b := backtested(86, 9, modelName)
	for _, years := range result.BacktestYears() {
		f, err := Calibration(b, years, DefaultTheme())
		if err != nil {
			t.Fatal(err)
		}
		rows := map[string][][]string{}
		for _, r := range f.Data.Rows {
			rows[r[0]+" "+r[1]] = append(rows[r[0]+" "+r[1]], r)
		}
		for _, set := range []string{result.CoreSet, result.AllSet} {
			for k, bin := range b.Bins(result.MajorBreach, years, set, result.ByHalves) {
				want := []string{set, "bin", strconv.Itoa(k + 1), strconv.Itoa(bin.Arrangements), strconv.Itoa(bin.Events)}
				for _, v := range []float64{bin.Forecast, bin.Observed, bin.Lo, bin.Hi} {
					want = append(want, strconv.FormatFloat(v, 'g', -1, 64))
				}
				if got := rows[set+" bin"][k]; !slices.Equal(got, want) {
					t.Errorf("%d years, bin %d of %s is %q, want %q", years, k+1, set, got, want)
				}
				if word := fmt.Sprintf("%d of %d", bin.Events, bin.Arrangements); !strings.Contains(said(t, f), word) {
					t.Errorf("%d years: the picture does not say %q", years, word)
				}
			}
			known := 0
			for _, a := range b.Arrangements {
				o := a.Outcomes[0]
				war := o.Event && o.Years <= float64(years)
				if set == result.CoreSet && !a.Core || !war && o.Years < float64(years) {
					continue
				}
				got := rows[set+" arrangement"][known]
				if known++; got[2] != a.ID || (got[4] == "1") != war {
					t.Errorf("%d years, %s: row %q for %s, war %v", years, set, got, a.ID, war)
				}
			}
			if got := len(rows[set+" arrangement"]); got != known || known == 0 || known == len(b.Arrangements) {
				t.Errorf("%d years, %s: %d arrangements, want the %d of which the fate is known", years, set, got, known)
			}
		}
	}
	text := said(t, drawBacktest(t, "calibration", b))
	for _, want := range []string{"war within 15 years", "The core, 43 arrangements", "All 86 arrangements", "−0.13 (−0.42 to 0.11)", "cases", "seed 1", "512 draws"} {
		if !strings.Contains(text, want) {
			t.Errorf("the picture lacks the words %q: %q", want, text)
		}
	}
}

// A model's row has its chances, what became of it, and in the picture the mark
// at the chance.
func TestHistoryShowsTheModels(t *testing.T) {
	b := backtested(86, 9, modelName)
	b.Models[0].Chance, b.Models[0].Argued = 0.25, 0.75
	f := drawBacktest(t, "history", b)
	text := said(t, f)
	for i, m := range b.Models {
		for column, want := range map[int]string{
			1: m.ID, 2: m.Name, 7: map[bool]string{true: "1", false: "0"}[m.Happened],
			8: strconv.FormatFloat(m.Chance, 'g', -1, 64), 9: strconv.FormatFloat(m.Argued, 'g', -1, 64), 10: strconv.FormatFloat(m.ByDate, 'g', -1, 64),
		} {
			if got := f.Data.Rows[i][column]; got != want {
				t.Errorf("%s, column %s: %q, want %q", m.Name, f.Data.Header[column], got, want)
			}
		}
		for _, word := range strings.Fields(m.Name) {
			if !strings.Contains(text, word) {
				t.Errorf("the picture does not say %q", word)
			}
		}
	}
	for _, want := range []string{"war after 27.2 years", "war after 5 months", "no war in 35.3 years", "war by then, by the rule: 25 %"} {
		if !strings.Contains(text, want) {
			t.Errorf("the picture lacks the words %q: %q", want, text)
		}
	}
	p, err := f.layout(Slide)
	if err != nil {
		t.Fatal(err)
	}
	tick := map[string]float64{}
	for _, w := range p.words {
		tick[strings.ReplaceAll(w.text, nbsp, " ")] = (w.box.x0 + w.box.x1) / 2
	}
	for _, at := range []string{"25 %", "75 %"} {
		found := slices.ContainsFunc(p.marks, func(m box) bool { return math.Abs((m.x0+m.x1)/2-tick[at]) < 1 })
		if !found {
			t.Errorf("no mark stands at %s", at)
		}
	}
}

func TestBadBacktestIsAnError(t *testing.T) {
	nan := math.NaN()
	for _, c := range []struct {
		name, figure string
		spoil        func(b *result.Backtest)
		want         string
	}{
		{"no arrangement", "calibration", func(b *result.Backtest) { b.Arrangements = nil }, "at least 1"},
		{"no arrangement", "history", func(b *result.Backtest) { b.Arrangements = nil }, "at least 1"},
		{"no model", "history", func(b *result.Backtest) { b.Models = nil }, "none of the historical models"},
		{"no score", "calibration", func(b *result.Backtest) { b.Scores = nil }, "no calibration for 15 years"},
		{"no bins", "calibration", func(b *result.Backtest) { b.Calibration = nil }, "no calibration for 15 years"},
		{"NaN bin", "calibration", func(b *result.Backtest) {
			for i := range b.Calibration {
				b.Calibration[i].Bins[1].Observed = nan
			}
		}, "NaN"},
		{"falling interval", "calibration", func(b *result.Backtest) {
			for i := range b.Calibration {
				b.Calibration[i].Bins[1].Lo = 0.99
			}
		}, "must rise"},
		{"NaN forecast", "calibration", func(b *result.Backtest) { b.Arrangements[2].Risks[result.ByHalves][0].ByYear[1] = nan }, "ARR02"},
		{"years missing", "history", func(b *result.Backtest) {
			b.Arrangements[2].Risks[result.ByHalves] = [2]result.Risks{{ByYear: []float64{0.1}}, {}}
		}, "5, 10, 15, 20"},
		{"watched for ever", "calibration", func(b *result.Backtest) { b.Arrangements[2].Outcomes[0].Years = math.Inf(1) }, "watched"},
		{"NaN chance", "history", func(b *result.Backtest) { b.Models[1].Argued = nan }, "model Minsk I: probability NaN"},
		{"chance above 1", "history", func(b *result.Backtest) { b.Models[1].Chance = 1.2 }, "1.2"},
		{"model watched for -1 years", "history", func(b *result.Backtest) { b.Models[1].Outcome.Years = -1 }, "-1"},
		{"unnamed model", "history", func(b *result.Backtest) { b.Models[1].Name = " " }, "has no name"},
		{"no glyph", "history", func(b *result.Backtest) { b.Models[1].Name = "中" }, "U+4E2D"},
		{"unknown figure", "pie", func(*result.Backtest) {}, "allowed are calibration and history"},
	} {
		b := backtested(20, 3, modelName)
		c.spoil(b)
		f, err := BuildBacktest(c.figure, b, DefaultTheme())
		if err == nil || f != nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s of %s: error %v, want %q in it", c.name, c.figure, err, c.want)
		}
	}
	if _, err := Calibration(nil, 15, DefaultTheme()); err == nil || !strings.Contains(err.Error(), "nil") {
		t.Errorf("of nil: %v", err)
	}
	if _, err := Calibration(backtested(20, 0, modelName), 7, DefaultTheme()); err == nil || !strings.Contains(err.Error(), "5, 10, 15, 20") {
		t.Errorf("7 years: %v", err)
	}
	if got := BacktestNames(backtested(20, 0, modelName)); !slices.Equal(got, []string{"calibration"}) {
		t.Errorf("without models there are %q", got)
	}
}

// The year is chosen by the horizon; packages there are none.
func TestOptionsOfABacktest(t *testing.T) {
	s := Source{Backtest: backtested(40, 3, modelName)}
	at := func(horizon float64) string {
		f, err := Options{Horizon: horizon}.Build("calibration", s)
		if err != nil {
			t.Fatal(err)
		}
		return strings.ReplaceAll(f.Title, nbsp, " ")
	}
	for horizon, want := range map[float64]string{0: "15 years", 5: "5 years", 20: "20 years"} {
		if got := at(horizon); !strings.Contains(got, "within "+want) {
			t.Errorf("horizon %g: %q", horizon, got)
		}
	}
	for want, o := range map[string]Options{
		"5, 10, 15, 20":          {Horizon: 7},
		"for 15 years only":      {Horizon: 5},
		"no packages to choose":  {Packages: []string{"p1"}},
		`theme "neon" is unknow`: {Theme: "neon"},
	} {
		if _, err := o.Build("history", s); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%+v: error %v, want %q", o, err, want)
		}
	}
	if names, err := (Options{Horizon: 5}).Names(s); err != nil || !slices.Equal(names, []string{"calibration"}) {
		t.Errorf("at 5 years there are %q (%v)", names, err)
	}
	if f, err := (Options{Title: "Mine"}).Build("history", s); err != nil || f.Title != "Mine" {
		t.Errorf("a title of one's own: %v, %v", f, err)
	}
}

// A picture of a backtest carries the record, and that it is one.
func TestPictureOfABacktest(t *testing.T) {
	s := flatOf(Source{Backtest: backtested(40, 3, modelName)})
	for _, format := range []string{"png", "svg"} {
		picture := read(t, written(t, format, "calibration", Options{Horizon: 10}, s))
		of := picture.Provenance
		if !of.Backtest || of.Run.Cases != 512 || of.Options.Horizon != 10 || picture.Flat != s.Backtest.Scenario.Flat {
			t.Errorf("%s: it carries %+v and %q", format, of, picture.Flat)
		}
		if v := Verify(picture, read(t, written(t, format, "calibration", Options{Horizon: 10}, s))); v.Outcome != Identical {
			t.Errorf("%s: made again it is %s: %v", format, v.Outcome, v.Details)
		}
		if v := Verify(picture, read(t, written(t, format, "calibration", Options{Horizon: 5}, s))); v.Outcome != Differs {
			t.Errorf("%s: the figure for 5 years passes for that of 10", format)
		}
	}
}

func TestNothingCollidesInBacktests(t *testing.T) {
	t.Parallel()
	sizes := []Size{Slide, Page, Square, Print, {1080, 1350}, {2400, 900}}
	r := newRota()
	for _, n := range []int{1, 4, 40, 86, 400} {
		for _, k := range next(r, "calibration", "names", append(namings(), naming{"real", modelName}), 2) {
			b := backtested(n, 1+n%9, k.name)
			for _, name := range BacktestNames(b) {
				for _, size := range next(r, name, "sizes", sizes, 2) {
					collide(t, drawBacktest(t, name, b), size, fmt.Sprintf("%s of %d arrangements, names %s", name, n, k.kind))
				}
			}
		}
	}
	r.complete(t)
}

// Whatever the numbers are: all forecasts equal, at the ends, of any number.
func TestNothingCollidesInBacktestsWhateverTheNumbers(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		b := backtested(rapid.IntRange(1, 60).Draw(t, "arrangements"), rapid.IntRange(1, 9).Draw(t, "models"), modelName)
		p := rapid.SampledFrom([]float64{0, 0.004, 0.3, 0.31, 0.99, 1})
		for i := range b.Calibration {
			bins := b.Calibration[i].Bins
			for k := range bins {
				lo, at, hi := p.Draw(t, "lo"), p.Draw(t, "observed"), p.Draw(t, "hi")
				order := []float64{lo, at, hi}
				slices.Sort(order)
				bins[k].Forecast, bins[k].Lo, bins[k].Observed, bins[k].Hi = p.Draw(t, "forecast"), order[0], order[1], order[2]
				bins[k].Events = rapid.SampledFrom([]int{0, 7, 1234, 1234567}).Draw(t, "events")
				bins[k].Arrangements = bins[k].Events + 1
			}
		}
		for i := range b.Scores {
			b.Scores[i].BrierSkill.Base = rapid.SampledFrom([]estimate.Interval{{Value: -12.5, Lo: -130, Hi: 0.9}, {}, {Value: math.NaN()}}).Draw(t, "skill")
		}
		for i := range b.Models {
			m := &b.Models[i]
			m.Chance, m.Argued, m.ByDate = p.Draw(t, "chance"), p.Draw(t, "argued"), p.Draw(t, "date")
			m.Outcome.Years = rapid.SampledFrom([]float64{0, 0.01, 0.99, 1, 190.04}).Draw(t, "years")
		}
		for _, name := range BacktestNames(b) {
			f, err := BuildBacktest(name, b, DefaultTheme())
			if err != nil {
				t.Fatal(err)
			}
			collide(t, f, Slide, name)
		}
	})
}

func TestBacktestGoldens(t *testing.T) {
	size := Size{320, 180}
	for _, name := range []string{"calibration", "history"} {
		b := backtested(40, 9, modelName)
		var svg, small, changed bytes.Buffer
		f := drawBacktest(t, name, b)
		if err := f.WriteSVG(&svg, Slide); err != nil {
			t.Fatal(err)
		}
		if want := golden(t, name+".svg", svg.Bytes()); runtime.GOARCH == "amd64" && !bytes.Equal(svg.Bytes(), want) {
			t.Errorf("%s.svg differs from its golden file: look at the picture, then run with -update", name)
		}
		if err := f.WritePNG(&small, size); err != nil {
			t.Fatal(err)
		}
		want := decode(t, golden(t, name+".png", small.Bytes()))
		if mean, share := distance(decode(t, small.Bytes()), want); mean > 0.2 || share > 0.002 {
			t.Errorf("%s.png: colours differ by %.3f of 255 in the mean and visibly in %.2f %% of pixels: look at the picture, then run with -update", name, mean, 100*share)
		}
		for i := range b.Calibration {
			b.Calibration[i].Bins[2].Observed, b.Calibration[i].Bins[2].Hi = 0.8, 0.95
		}
		for i := range b.Models[3:] {
			b.Models[3+i].Chance, b.Models[3+i].Argued = 0.2, 0.3
		}
		if err := drawBacktest(t, name, b).WritePNG(&changed, size); err != nil {
			t.Fatal(err)
		}
		if mean, share := distance(decode(t, changed.Bytes()), want); mean <= 0.2 && share <= 0.002 {
			t.Errorf("%s.png: another backtest passes for the golden one (%.3f, %.4f)", name, mean, share)
		}
	}
}
