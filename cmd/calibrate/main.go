// Calibrate fits the ranges of scenarios/base/reference.toml that nobody can
// judge to what became of neighbours after a war.
//
//	go run ./cmd/calibrate          evaluate the shipped ranges, and fit anew to show that they are the fit
//	go run ./cmd/calibrate -write   put the fitted ranges into the file; everything else in it stays as it is
//
// The fit is a minimum of weighted squares: the distances of the mean curves
// from the record (targets.csv), each in standard errors, over cases of one
// scrambled Sobol' design that all trials share, so that the objective is
// smooth. The minimum is found by Nelder and Mead's simplex. The exit status is
// 0 where the ranges in the file are the fit, 1 where they are not, 2 where
// something went wrong.
//
// References: J. A. Nelder and R. Mead, "A simplex method for function
// minimization", Computer Journal 7, 1965; record: Correlates of War, militarised
// interstate disputes v5 and interstate wars v4.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"

	"steadfast/sim/diag"
	"steadfast/sim/scenario"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// tolerance is how much worse than a new fit the ranges in the file may be, in
// units of the objective: ranges whose weighted squares differ by less than 1
// lie within one standard error of each other, and the record does not tell
// them apart. (Another design of the same size moves the difference by some
// tenths.)
const tolerance = 1

// run is the program; it returns the exit status.
func run(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("calibrate", flag.ContinueOnError)
	flags.SetOutput(stderr)
	path := flags.String("file", "scenarios/base/reference.toml", "the scenario whose ranges are fitted")
	cases := flags.Int("cases", 512, "cases of the Sobol' design")
	trials := flags.Int("trials", 300, "most evaluations of a fit; 0: evaluate only")
	write := flags.Bool("write", false, "write the fitted ranges into the file")
	if err := flags.Parse(args); err != nil {
		return 2
	}
	if flags.NArg() > 0 {
		fmt.Fprintf(stderr, "calibrate: unexpected argument %q: the file is given by -file\n", flags.Arg(0))
		return 2
	}
	same, err := calibrate(*path, *cases, *trials, *write, stdout, stderr)
	switch {
	case err != nil:
		fmt.Fprintln(stderr, "calibrate:", err)
		return 2
	case !same:
		return 1
	}
	return 0
}

// calibrate reports on the ranges in the file and on a new fit, and writes the
// fit if asked. It tells whether the file, as it is at the end, holds the fit.
func calibrate(path string, cases, trials int, write bool, stdout, stderr io.Writer) (same bool, err error) {
	goals, err := readTargets()
	if err != nil {
		return false, err
	}
	opt := scenario.Options{}
	s, list := scenario.Load(path, opt)
	if err := diag.WriteText(stderr, list, opt.Source); err != nil {
		return false, err
	}
	if s == nil {
		return false, fmt.Errorf("%s cannot be used: mend it first", path)
	}
	w, err := newWorld(s, cases)
	if err != nil {
		return false, err
	}
	now, err := w.evaluate(w.shipped, goals)
	if err != nil {
		return false, err
	}
	fmt.Fprintf(stdout, "Ranges in %s, %d cases:\n%s\n%s\n", path, w.design.Len(), w.shipped, now)
	if trials == 0 {
		return true, nil
	}
	best, used, err := w.fit(goals, trials)
	if err != nil {
		return false, err
	}
	best = best.rounded()
	fitted, err := w.evaluate(best, goals)
	if err != nil {
		return false, err
	}
	fmt.Fprintf(stdout, "New fit from a round start, %d evaluations:\n%s\n%s\n", used, best, fitted)
	same = now.Objective <= fitted.Objective+tolerance
	switch {
	case write:
		if err := rewrite(path, best); err != nil {
			return false, err
		}
		fmt.Fprintf(stdout, "The fitted ranges are written to %s.\n", path)
		return true, nil
	case same:
		fmt.Fprintln(stdout, "The ranges in the file are the fit.")
	default:
		fmt.Fprintf(stdout, "The ranges in the file are not the fit: it is better by %.2f. Run with -write.\n", now.Objective-fitted.Objective)
	}
	return same, nil
}
