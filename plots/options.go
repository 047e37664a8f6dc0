package plots

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"steadfast/sim/result"
)

// Options say how the figures of a result are drawn. The zero value draws them
// as run does: for a slide, in the light theme, all packages, to the end of the
// horizon, under their own titles.
type Options struct {
	Size     Size     `json:"size"`               // zero: Slide
	Theme    string   `json:"theme"`              // one of ThemeNames; empty: the first
	Packages []string `json:"packages,omitempty"` // ids to keep, in any order; nil: all
	Horizon  float64  `json:"horizon,omitempty"`  // years after the start; 0: the scenario's
	Title    string   `json:"title,omitempty"`    // empty: the figure's own
	Lang     string   `json:"lang,omitempty"`     // one of Languages; empty: the first
}

// Names lists the figures that can be drawn so of what the result holds, in the
// order of a report.
func (o Options) Names(s Source) ([]string, error) {
	kept, err := o.apply(s)
	if err != nil {
		return nil, err
	}
	return only(kept.Names(), func(name string) bool { return o.refusal(name, s, kept) == nil }), nil
}

// Build makes a figure of the result, which stays as it is. What WritePNG and
// WriteSVG make of it, at the options' size or another, carries all that it takes
// to make it again (see ReadPicture, Verify). Build fails for an unknown figure,
// theme or package, for a horizon at which the figure's numbers are not known,
// and where the result does not hold what the figure shows.
func (o Options) Build(name string, s Source) (*Figure, error) {
	fail := func(err error) (*Figure, error) { return nil, err }
	o.Size, o.Theme = cmp.Or(o.Size, Slide), cmp.Or(o.Theme, ThemeNames()[0])
	t, err := ThemeNamed(o.Theme)
	if err != nil {
		return fail(err)
	}
	words, err := WordsOf(cmp.Or(o.Lang, Languages()[0]))
	if err != nil {
		return fail(err)
	}
	t.Words = &words
	if o.Lang == Languages()[0] {
		o.Lang = "" // one picture, one provenance
	}
	kept, err := o.apply(s)
	if err != nil {
		return fail(err)
	}
	if err := o.refusal(name, s, kept); err != nil {
		return fail(fmt.Errorf("figure %s: %w", name, err))
	}
	if o.Packages != nil {
		o.Packages = inOrder(s.packageIDs(), o.Packages)
		t.order, t.baseline = s.packageIDs(), s.Scenario().Baseline
	}
	f, err := kept.build(name, t)
	if err != nil {
		return fail(err)
	}
	if note := o.note(name, s, t.Words); note != "" || o.Title != "" {
		f.Subtitle = strings.TrimSpace(f.Subtitle + t.Words.Space + note)
		f.Title = cmp.Or(tidy(o.Title), f.Title)
		if f, err = f.finish(); err != nil {
			return fail(err)
		}
	}
	f.provenance = newProvenance(f, o, s)
	return f, nil
}

// apply takes out of the result what the options leave out.
func (o Options) apply(s Source) (Source, error) {
	if s.Backtest != nil {
		return o.applyToBacktest(s)
	}
	if o.Packages != nil {
		if err := checkKept(s, o.Packages); err != nil {
			return s, err
		}
		s = s.keep(o.Packages)
	}
	if o.Horizon != 0 && o.Horizon != s.Scenario().HorizonYears {
		if s.Set == nil {
			return s, fmt.Errorf("a horizon of %g years: a sweep and a sensitivity analysis hold numbers at their own, %g years, only; of a run, %s can be drawn at an earlier year",
				o.Horizon, s.Scenario().HorizonYears, strings.Join(earlier(), ", "))
		}
		set, err := until(s.Set, o.Horizon)
		if err != nil {
			return s, err
		}
		s.Set = set
	}
	return s, nil
}

// applyToBacktest chooses the year by which forecasts of a backtest are judged.
func (o Options) applyToBacktest(s Source) (Source, error) {
	if o.Packages != nil {
		return s, errors.New("a backtest has no packages to choose: leave them out")
	}
	if o.Horizon == 0 {
		return s, nil
	}
	if err := checkBacktestYears(o.Horizon); err != nil {
		return s, fmt.Errorf("a horizon of %w", err)
	}
	s.years = int(o.Horizon)
	return s, nil
}

// refusal says why a figure cannot be drawn of what is kept of the result,
// where the figure itself would not know it.
func (o Options) refusal(name string, s, kept Source) error {
	if s.Backtest != nil {
		if name == "history" && kept.years != 0 && kept.years != result.HeadlineYears {
			return fmt.Errorf("its numbers are known for %d years only, not for %d; calibration can be drawn for others", result.HeadlineYears, kept.years)
		}
		return nil
	}
	if s.Set != nil && kept.Scenario().HorizonYears != s.Scenario().HorizonYears && !slices.Contains(earlier(), name) {
		english := English()
		return fmt.Errorf("its numbers are known at %s only, not at %s; %s can be drawn at an earlier year",
			english.duration(s.Scenario().HorizonYears), english.duration(o.Horizon), strings.Join(earlier(), ", "))
	}
	if o.Packages == nil {
		return nil
	}
	switch {
	case s.Sweep != nil && name == "flip":
		return keptBest(s.Sweep, o.Packages)
	case s.Set != nil && name == "difference" && !slices.Contains(o.Packages, s.Scenario().Baseline):
		return fmt.Errorf("it is against the baseline %q: keep it among the packages", s.Scenario().Baseline)
	case s.Sensitivity != nil && slices.Contains(SensitivityNames(s.Sensitivity), name) && !slices.Contains(drivenNames(s.Sensitivity, o.Packages), name):
		return fmt.Errorf("it is not about %s alone; draw it without choosing packages", strings.Join(o.Packages, ", "))
	}
	return nil
}

// note is what a subtitle has to say more, where a part is left out.
func (o Options) note(name string, s Source, w *Words) string {
	if name == "compare" && o.Horizon != 0 && o.Horizon < s.Scenario().HorizonYears && len(s.Set.Pairs) > 0 {
		return w.Terms.TiesKnownAt.with("horizon", w.duration(s.Scenario().HorizonYears))
	}
	return ""
}
