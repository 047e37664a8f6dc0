package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"steadfast/sim/result"
	"steadfast/sim/schema"
)

// overrides are the flags that change a scenario: they become part of it, so
// that a result says what it was computed from.
type overrides struct {
	cases, futures int
	seed           uint64
	design         string
	sets           []string
}

func (o *overrides) register(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.IntVar(&o.cases, "cases", 0, "draws of what we do not know (run.cases)")
	flags.IntVar(&o.futures, "futures", 0, "simulated futures a case (run.futures); 0: none")
	flags.Uint64Var(&o.seed, "seed", 0, "seed of all draws (run.seed)")
	flags.StringVar(&o.design, "design", "", "random, latin or sobol (run.design)")
	completeFlag(cmd, "design", func() []string { return runField("design").Values })
	o.registerSet(cmd)
}

func (o *overrides) registerSet(cmd *cobra.Command) {
	cmd.Flags().StringArrayVar(&o.sets, "set", nil, "override a parameter: PATH=VALUE, the value as in a scenario file; may be repeated")
}

// set returns the overrides as the loader takes them. A flag with a value that
// no scenario may have is misuse.
func (o *overrides) set(changed func(string) bool) ([]string, error) {
	set := o.sets
	for _, f := range []struct {
		name, value string
		number      float64
	}{
		{"cases", strconv.Itoa(o.cases), float64(o.cases)},
		{"futures", strconv.Itoa(o.futures), float64(o.futures)},
		{"seed", strconv.FormatUint(o.seed, 10), float64(o.seed)},
		{"design", strconv.Quote(o.design), 0},
	} {
		if !changed(f.name) {
			continue
		}
		field := runField(f.name)
		switch {
		case field.Type == schema.Enum && !slices.Contains(field.Values, o.design):
			return nil, fmt.Errorf("--%s is %q, want one of %s%s", f.name, o.design, strings.Join(field.Values, ", "), didYouMean(o.design, field.Values, ""))
		case field.Type == schema.Integer && (f.number < field.Min || f.number > field.Max):
			return nil, fmt.Errorf("--%s is %s, want a whole number from %s to %s", f.name, f.value, number(field.Min), number(field.Max))
		}
		set = append(set[:len(set):len(set)], fmt.Sprintf("run.%s=%s", f.name, f.value))
	}
	return set, nil
}

// runField is what the format says of a field of [run].
func runField(name string) *schema.Field {
	f, ok := schema.Lookup("run." + name)
	if !ok {
		panic("the format has no run." + name)
	}
	return f
}

// atLeast refuses a number of a flag below the least that makes sense; why says
// what it counts.
func atLeast(flag string, value, least int, why string) error {
	if value >= least {
		return nil
	}
	return fmt.Errorf("--%s is %d, want %d or more: %s", flag, value, least, why)
}

// measureNames lists the numbers of a package that may be explained.
func measureNames() []string {
	var names []string
	for _, m := range result.Measures() {
		names = append(names, m.Name)
	}
	return names
}

// checkMeasure refuses what is no measure.
func checkMeasure(name string) error {
	names := measureNames()
	if slices.Contains(names, name) {
		return nil
	}
	return fmt.Errorf("--measure %s is no number of a package%s; there are %s", name, didYouMean(name, names, ""), strings.Join(names, ", "))
}
