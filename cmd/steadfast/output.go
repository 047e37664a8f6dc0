package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"steadfast/sim"
	"steadfast/sim/journal"
	"steadfast/sim/result"
	"steadfast/sim/scenario"
)

// An output is where a long command puts what it makes: a folder in which
// results appear when all are whole, and the journal of its finished blocks, by
// which an interrupted command continues.
type output struct {
	session *session
	folder  *result.Folder
	journal *journal.Journal
	dir     string
	// restored is how many finished blocks an interrupted command has left.
	restored int
}

// openOutput opens a folder. job says what the command does and how much of it:
// only the same job on the same scenario is resumed.
func (s *session) openOutput(dir string, resume bool, sc *scenario.Scenario, job string) (*output, error) {
	open := result.OpenFolder
	if resume {
		open = result.ResumeFolder
	}
	folder, err := open(dir)
	if err != nil {
		return nil, err
	}
	o := &output{session: s, folder: folder, dir: dir}
	header := journal.Header{Version: sim.Version, Key: sc.Hash(), Job: job}
	if resume {
		o.journal, err = journal.Resume(folder.Journal(), header)
	}
	if !resume || errors.Is(err, journal.ErrNothing) {
		if resume {
			fmt.Fprintf(s.stderr, "steadfast: %v; starting from the beginning\n", err)
		}
		o.journal, err = journal.Create(folder.Journal(), header)
	}
	if err != nil {
		folder.Abort()
		return nil, err
	}
	if o.restored = o.journal.Done(); o.restored > 0 {
		fmt.Fprintf(s.stderr, "steadfast: continuing after %s\n", count(o.restored, "finished block"))
	}
	return o, nil
}

// commit puts the results in place.
func (o *output) commit() error {
	if err := o.journal.Close(); err != nil {
		return err
	}
	o.journal = nil
	if err := o.folder.Commit(); err != nil {
		return err
	}
	fmt.Fprintf(o.session.stderr, "results and charts are in %s\n", o.dir)
	return nil
}

// abort lets go of results that are not whole, but keeps finished blocks, and
// says so. After commit it does nothing.
func (o *output) abort() {
	if o.journal != nil {
		if n := o.journal.Done(); n > 0 {
			o.folder.KeepJournal()
			o.session.kept = fmt.Sprintf("%s kept in %s; the same command with --resume continues", count(n, "finished block"), o.dir)
		}
		// What it held is on the disk, or was never promised to be.
		_ = o.journal.Close()
		o.journal = nil
	}
	o.folder.Abort()
}

// registerResume is the flag of every command that keeps finished blocks.
func registerResume(cmd *cobra.Command, resume *bool) {
	cmd.Flags().BoolVar(resume, "resume", false, "continue an interrupted command: the same scenario, the same flags")
}

// registerWorkers is the flag of every command that computes.
func registerWorkers(cmd *cobra.Command, workers *int) {
	cmd.Flags().IntVar(workers, "workers", 0, "how many cases are computed at a time (default: the processors); changes no number")
}

// checkWorkers refuses what is no number of workers.
func checkWorkers(workers int) error {
	if workers < 0 {
		return fmt.Errorf("--workers is %d, want 1 or more, or 0 for as many as processors", workers)
	}
	return nil
}
