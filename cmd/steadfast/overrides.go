package main

import (
	"fmt"
	"strconv"

	"github.com/spf13/cobra"
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
	o.registerSet(cmd)
}

func (o *overrides) registerSet(cmd *cobra.Command) {
	cmd.Flags().StringArrayVar(&o.sets, "set", nil, "override a parameter: PATH=VALUE, the value as in a scenario file; may be repeated")
}

// set returns the overrides as the loader takes them.
func (o *overrides) set(changed func(string) bool) []string {
	set := o.sets
	for _, f := range []struct{ name, value string }{
		{"cases", strconv.Itoa(o.cases)},
		{"futures", strconv.Itoa(o.futures)},
		{"seed", strconv.FormatUint(o.seed, 10)},
		{"design", strconv.Quote(o.design)},
	} {
		if changed(f.name) {
			set = append(set[:len(set):len(set)], fmt.Sprintf("run.%s=%s", f.name, f.value))
		}
	}
	return set
}
