package plots

import (
	"math"
	"strconv"
	"time"
)

// A scale maps values from lo … hi to positions from a … b.
type scale struct{ lo, hi, a, b float64 }

func (s scale) at(v float64) float64 { return s.a + (v-s.lo)/(s.hi-s.lo)*(s.b-s.a) }

// A tick is a value on an axis and its label.
type tick struct {
	value float64
	label string
}

// percentTicks divides an axis of probabilities from 0 to at least top into at
// most so many steps of a round size; the last tick is the end of the axis.
func (w *Words) percentTicks(top float64, most int) []tick {
	steps := []float64{0.0001, 0.0002, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.25, 0.5, 1}
	for _, step := range steps {
		n := int(math.Ceil(top/step - 1e-9))
		if n > most && step < 1 {
			continue
		}
		n = max(1, min(n, int(math.Round(1/step))))
		var ticks []tick
		for i := range n + 1 {
			v := float64(i) * step
			digits := 0
			if step < 0.01 {
				digits = int(math.Ceil(-math.Log10(100*step) - 1e-9))
			}
			ticks = append(ticks, tick{v, w.Percent.with("n", w.fixed(100*v, digits))})
		}
		return ticks
	}
	return nil
}

// timeTicks labels the years 0 … horizon: with calendar dates if a start is
// given, else with years or months since the ceasefire began. fits says whether
// labels so many years apart, the widest of them given, keep clear of each other.
func (w *Words) timeTicks(horizon float64, start string, fits func(years float64, widest string) bool) []tick {
	steps := []int{1, 3, 6, 12, 24, 60, 120, 240} // months
	if begin, err := time.Parse(time.DateOnly, start); err == nil {
		for _, months := range steps {
			name := yearName
			if months < 12 {
				name = func(t time.Time) string { return w.monthName(t, w.ShortMonthNames) }
			}
			if last := months == steps[len(steps)-1]; last || fits(float64(months)/12, name(begin)) {
				return calendarTicks(horizon, begin, months, name)
			}
		}
	}
	// A step that ends at the horizon is worth a few ticks less.
	for _, whole := range []bool{true, false} {
		for _, months := range steps {
			widest := w.duration(horizon)
			if months < 12 {
				widest = w.counted(w.Months, int(math.Round(12*horizon)))
			}
			_, rest := math.Modf(12*horizon/float64(months) + 1e-9)
			if (!whole || rest < 1e-6) && fits(float64(months)/12, widest) {
				return w.plainTicks(horizon, months)
			}
		}
	}
	return w.plainTicks(horizon, steps[len(steps)-1])
}

func (w *Words) plainTicks(horizon float64, months int) []tick {
	out := []tick{{0, "0"}}
	for m := months; float64(m)/12 <= horizon+1e-9; m += months {
		years := float64(m) / 12
		label := w.duration(years)
		if months < 12 {
			label = w.counted(w.Months, m)
		}
		out = append(out, tick{years, label})
	}
	return out
}

func calendarTicks(horizon float64, begin time.Time, months int, name func(time.Time) string) []tick {
	const yearOfDays = 365.25 * 24
	end := begin.Add(time.Duration(horizon * yearOfDays * float64(time.Hour)))
	at := time.Date(begin.Year(), begin.Month(), 1, 0, 0, 0, 0, time.UTC)
	if months >= 12 {
		at = time.Date(begin.Year(), 1, 1, 0, 0, 0, 0, time.UTC)
	}
	var out []tick
	for ; !at.After(end.AddDate(0, 0, 3)); at = at.AddDate(0, months, 0) {
		// Three days of grace: a horizon of 15 years ends at a new year.
		if years := at.Sub(begin).Hours() / yearOfDays; years > -0.01 {
			out = append(out, tick{math.Min(math.Max(years, 0), horizon), name(at)})
		}
	}
	return out
}

// endDate is when the horizon ends, "January 2042", or "" if no start is given.
func (w *Words) endDate(start string, horizon float64) string {
	begin, err := time.Parse(time.DateOnly, start)
	if err != nil {
		return ""
	}
	return w.monthName(begin.AddDate(0, int(math.Round(12*horizon)), 0), w.MonthNames)
}

func yearName(t time.Time) string { return strconv.Itoa(t.Year()) }

// monthName is a month with its year.
func (w *Words) monthName(t time.Time, names [12]string) string {
	return w.MonthOfYear.with("month", names[t.Month()-1], "year", yearName(t))
}
