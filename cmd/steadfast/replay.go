package main

import (
	"fmt"
	"io"
	"math"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"steadfast/sim"
	"steadfast/sim/model"
	"steadfast/sim/scenario"
)

func replayCommand(s *session) *cobra.Command {
	var f struct {
		run          overrides
		kase, future int
		pack         string
	}
	cmd := &cobra.Command{
		Use:   "replay SCENARIO --case N --future M",
		Short: "Tell the story of one future under every package",
		Long: `Tell the story of one future of one case, as a run of the scenario meets it, under
every package: each event with its date, what the challenger believed, and why
it acted. Chance is the same for every package; what differs is what it does
with it.

"Why" compares what the acts were worth to the challenger, in stakes, before the
shock of the moment, which it sees and the model does not.`,
		Example: `  steadfast replay ukraine-options --case 12 --future 3
  steadfast replay ukraine-options --case 12 --future 3 --package trip`,
		Args:              oneScenario("replay"),
		ValidArgsFunction: completeScenario,
		RunE: func(cmd *cobra.Command, args []string) error {
			set, err := f.run.set(cmd.Flags().Changed)
			if err != nil {
				return err
			}
			sc, err := s.load(args[0], loadOptions(set))
			if err != nil {
				return err
			}
			return s.replay(sc, f.kase, f.future, f.pack)
		},
	}
	f.run.register(cmd)
	cmd.Flags().IntVar(&f.kase, "case", 0, "number of the case, from 0")
	cmd.Flags().IntVar(&f.future, "future", 0, "number of the future within the case, from 0")
	cmd.Flags().StringVar(&f.pack, "package", "", "only this package")
	return cmd
}

// replay prints the stories.
func (s *session) replay(sc *scenario.Scenario, kase, future int, only string) error {
	var ids []string
	chosen := false
	for _, p := range sc.Packages {
		ids = append(ids, p.ID)
		chosen = chosen || p.ID == only
	}
	if only != "" && !chosen {
		return fmt.Errorf("--package %s: the scenario has %s%s", only, strings.Join(ids, ", "), didYouMean(only, ids, ""))
	}
	r, err := sim.ReplayFuture(sc, kase, future)
	if err != nil {
		return err
	}
	fmt.Fprintf(s.stdout, "%s\nCase %d (of 0 to %d), future %d (of 0 to %d), seed %d\n",
		sc.Title, kase, r.AllCases-1, future, max(1, r.Futures)-1, sc.Run.Seed)
	// Packages may set the chance that the coalition is resolute.
	alike := !slices.ContainsFunc(r.Stories, func(x model.Story) bool { return x.Resolute != r.Stories[0].Resolute })
	if alike {
		fmt.Fprintf(s.stdout, "The coalition is %s, which %s does not know.\n", resolve(&r.Stories[0]), nameOf(sc.ChallengerName, "the challenger"))
	}
	for i, p := range sc.Packages {
		if only == "" || p.ID == only {
			name := p.Name
			if !alike {
				name += fmt.Sprintf(" (the coalition is %s)", resolve(&r.Stories[i]))
			}
			t := storyteller{w: s.stdout, start: sc.Start, states: sc.BackstopStates(), kase: &r.Cases[i]}
			t.tell(name, &r.Stories[i])
		}
	}
	return nil
}

// resolve names the coalition's true type.
func resolve(s *model.Story) string {
	if s.Resolute {
		return "resolute"
	}
	return "hollow"
}

func nameOf(name, otherwise string) string {
	if name == "" {
		return otherwise
	}
	return name
}

// A storyteller prints stories.
type storyteller struct {
	w      io.Writer
	start  time.Time
	states []string
	kase   *model.Case
}

func (t *storyteller) tell(name string, s *model.Story) {
	fmt.Fprintf(t.w, "\n%s\n", name)
	t.line(0, fmt.Sprintf("the ceasefire begins; P(resolute) is believed to be %s%s", chance(s.Belief), t.politics(s.State)))
	for i := 0; i < len(s.Events); {
		e := &s.Events[i]
		if n := held(s.Events[i:]); n > 0 {
			t.line(e.Month, t.patience(s.Events[i:i+n]))
			i += n
			continue
		}
		switch e.Kind {
		case model.Opportunity:
			t.line(e.Month, opportunity(e))
		case model.Election:
			t.line(e.Month, t.election(e))
		case model.Ending:
			t.line(e.Month, t.ending(&e.End))
		}
		i++
	}
	if s.End.Month < 0 {
		t.line(int(math.Round(t.kase.HorizonYears*12)), fmt.Sprintf("the ceasefire has held, with %s", count(s.End.Probes, "probe")))
	}
}

// held counts the occasions at which the challenger holds before anything
// else happens.
func held(events []model.Event) int {
	n := 0
	for n < len(events) && events[n].Kind == model.Opportunity && events[n].Act == model.ActHold {
		n++
	}
	return n
}

// patience says what the challenger let pass, and why.
func (t *storyteller) patience(events []model.Event) string {
	lo, hi, most := events[0].OverBreak, events[0].OverBreak, events[0].Break
	for _, e := range events {
		lo, hi, most = min(lo, e.OverBreak), max(hi, e.OverBreak), max(most, e.Break)
	}
	worth := stakes(lo)
	if stakes(hi) != worth {
		worth += " to " + stakes(hi)
	}
	what := "it holds"
	if n := len(events); n > 1 {
		what = fmt.Sprintf("it holds, at %d occasions to %s", n, t.date(events[n-1].Month))
	}
	likely := "at most " + chance(most)
	if most < .005 {
		likely = "below 1 %"
	}
	return fmt.Sprintf("%s (breaking was worth %s against holding; chance of a break %s; belief %s)",
		what, worth, likely, chance(events[0].Belief))
}

// line prints an event with its date, or its year where no start is given.
func (t *storyteller) line(month int, text string) {
	fmt.Fprintf(t.w, "  %-9s  %s\n", t.date(month), text)
}

func (t *storyteller) date(month int) string {
	if t.start.IsZero() {
		return fmt.Sprintf("year %.1f", float64(month)/12)
	}
	// Not the same day of the month, which not every month has.
	return time.Date(t.start.Year(), t.start.Month()+time.Month(month), 1, 0, 0, 0, 0, time.UTC).Format("Jan 2006")
}

func (t *storyteller) politics(state int) string {
	if state < 0 || state >= len(t.states) || len(t.states) < 2 {
		return ""
	}
	return fmt.Sprintf("; the backstop is %s", t.states[state])
}

func (t *storyteller) election(e *model.Event) string {
	if e.From == e.To {
		return fmt.Sprintf("an election leaves the backstop %s", t.states[e.To])
	}
	return fmt.Sprintf("an election turns the backstop from %s to %s", t.states[e.From], t.states[e.To])
}

// opportunity says what the challenger did at an occasion, and why.
func opportunity(e *model.Event) string {
	why := fmt.Sprintf("breaking was worth %s, probing %s against holding; chances %s hold, %s probe, %s break; belief %s",
		stakes(e.OverBreak), stakes(e.OverProbe), chance(e.Hold), chance(e.Probe), chance(e.Break), chance(e.Belief))
	switch {
	case e.Act == model.ActBreak:
		return "it attacks (" + why + ")"
	case e.Escalated:
		return "it probes (" + why + ")"
	case !e.Detected:
		return "it probes, unseen (" + why + ")"
	case e.Answered:
		return fmt.Sprintf("it probes and is answered; %s (%s)", lesson(e), why)
	}
	return fmt.Sprintf("it probes and is seen, without an answer; %s (%s)", lesson(e), why)
}

// lesson says what a detected probe did to the belief, which moves in steps.
func lesson(e *model.Event) string {
	if e.NewBelief == e.Belief {
		return "belief stays at " + chance(e.Belief)
	}
	return "belief moves to " + chance(e.NewBelief)
}

// ending says how the ceasefire ended and what followed.
func (t *storyteller) ending(f *model.Future) string {
	how := map[model.Cause]string{
		model.Deliberate: "the ceasefire is broken", model.Escalated: "the probe escalates: the ceasefire is over",
		model.Accidental: "an accident ends the ceasefire",
	}[f.Cause]
	var kept, broken []string
	for i, in := range t.kase.Package.Instruments {
		if i < 63 && f.Called>>i&1 == 1 {
			if f.Kept>>i&1 == 1 {
				kept = append(kept, in.ID)
			} else {
				broken = append(broken, in.ID)
			}
		}
	}
	if f.Clash {
		how += "; guarantors fight"
	} else {
		how += "; nobody comes"
	}
	if len(kept) > 0 {
		how += "; kept: " + strings.Join(kept, ", ")
	}
	if len(broken) > 0 {
		how += "; not kept: " + strings.Join(broken, ", ")
	}
	if f.Defeat {
		return how + "; the challenger prevails"
	}
	how += "; the challenger does not prevail"
	switch {
	case !reversible(t.kase):
	case f.Stopped:
		how += ", and the response ends"
	case f.Lasting:
		how += ", and the response goes on"
	}
	return how
}

// reversible says whether any response of a case can end with the breach.
func reversible(c *model.Case) bool {
	return slices.ContainsFunc(c.Package.Instruments, func(in model.Instrument) bool { return in.Reversibility > 0 })
}

// stakes writes a difference of utilities.
func stakes(x float64) string {
	switch {
	case math.IsInf(x, 0) || math.IsNaN(x):
		return "beyond measure"
	case math.Abs(x) < .005:
		return "0.00 stakes"
	case x < 0:
		return fmt.Sprintf("−%.2f stakes", -x)
	}
	return fmt.Sprintf("+%.2f stakes", x)
}

// chance writes a probability of one case as per cent.
func chance(p float64) string {
	switch {
	case p > 0 && p < .005:
		return "<1 %"
	case p < 1 && p > .995:
		return ">99 %"
	}
	return fmt.Sprintf("%.0f %%", 100*p)
}

func count(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return fmt.Sprintf("%d %ss", n, thing)
}
