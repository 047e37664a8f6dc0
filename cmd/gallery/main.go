// Gallery draws the pictures and writes the pages that show what steadfast does
// and finds, from runs that it makes itself:
//
//	go run ./cmd/gallery          every picture and both pages; takes some minutes
//	go run ./cmd/gallery -check   write nothing: say whether the pages are what would be written
//
// plots/gallery holds every figure there is, drawn for the main scenario, and a
// page that says which question each answers and what not to read into it: the
// words are those of the comments in package plots. scenarios/README.md answers,
// with numbers and claims, the question of every shipped scenario; which there
// are it learns from the files. What a page says besides stands in the templates
// beside this file.
//
// Everything is computed before anything is written, and a file is replaced as a
// whole. The same scenarios give the same bytes on the same platform. The exit
// status is 0 where all went well, 1 where -check finds a page that is not what
// would be written, 2 where something went wrong.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"

	"steadfast/scenarios"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	os.Exit(run(ctx, os.Args[1:], os.Stderr))
}

// Settings say how much is computed, and what from.
type settings struct {
	root       string // folder of the module
	cases      int    // of a run, at most
	mainCases  int    // of the run of the main scenario; 0: as many as its file says
	sweepCases int    // of a sweep, at most
	tornado    int    // cases of the tornado
	base       int    // base points of the variance-based indices
	workers    int    // 0: as many as processors
}

// run is the program; it returns the exit status.
func run(ctx context.Context, args []string, stderr io.Writer) int {
	var s settings
	flags := flag.NewFlagSet("gallery", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.StringVar(&s.root, "root", ".", "folder of the module")
	flags.IntVar(&s.cases, "cases", 512, "cases of a scenario's run, at most")
	flags.IntVar(&s.mainCases, "main-cases", 0, "cases of the main scenario's run; 0: as many as its file says")
	flags.IntVar(&s.sweepCases, "sweep-cases", 256, "cases of a sweep, and of given data beside the tornado, at most")
	flags.IntVar(&s.tornado, "tornado-cases", 32, "cases of the tornado of the main scenario")
	flags.IntVar(&s.base, "base", 256, "base points of the Sobol' indices of the main scenario")
	flags.IntVar(&s.workers, "workers", 0, "how many cases are computed at a time; 0: as many as processors")
	check := flags.Bool("check", false, "write nothing; say whether the pages are what would be written")
	if err := flags.Parse(args); err != nil {
		return 2
	}
	if err := s.verify(flags.Args()); err != nil {
		fmt.Fprintln(stderr, "gallery:", err)
		return 2
	}
	w := &workshop{settings: s, shipped: scenarios.Files(), talk: stderr}
	made, err := w.make(ctx)
	if err == nil && *check {
		var stale []string
		if stale, err = made.stale(s.root); err == nil && len(stale) > 0 {
			fmt.Fprintf(stderr, "gallery: not what would be written: %v; run make gallery\n", stale)
			return 1
		}
	} else if err == nil {
		err = made.write(s.root)
	}
	if err != nil {
		fmt.Fprintln(stderr, "gallery:", err)
		return 2
	}
	return 0
}

// searched is how many cases it takes to search them for what drives a number.
const searched = 64

// verify refuses what cannot be computed.
func (s *settings) verify(rest []string) error {
	if len(rest) > 0 {
		return fmt.Errorf("unexpected argument %q: what is drawn follows from the shipped scenarios", rest[0])
	}
	for _, n := range []struct {
		flag       string
		value, min int
	}{
		{"cases", s.cases, 2}, {"sweep-cases", s.sweepCases, searched}, {"tornado-cases", s.tornado, 2}, {"base", s.base, 2}, {"workers", s.workers, 0},
	} {
		if n.value < n.min {
			return fmt.Errorf("-%s is %d, want %d or more", n.flag, n.value, n.min)
		}
	}
	if s.mainCases != 0 && s.mainCases < searched {
		return fmt.Errorf("-main-cases is %d, want %d or more, or 0 for as many as the file says", s.mainCases, searched)
	}
	return nil
}
