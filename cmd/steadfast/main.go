// Command steadfast compares security-guarantee packages for a ceasefire.
package main

import (
	"context"
	"encoding/json"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"
)

// collectAt is the garbage collector's percentage. A run's heap is the matrix
// of its cases and next to no garbage, so that collecting twice as often as by
// default costs nothing and halves what lies unused.
const collectAt = 50

func main() {
	debug.SetGCPercent(collectAt)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

// A session is the world of one invocation: where it reads, prints results,
// and talks.
type session struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	kept           string // what an interrupted command left to be resumed; "" nothing
}

// writeJSON prints a value as indented JSON.
func (s *session) writeJSON(v any) error {
	out := json.NewEncoder(s.stdout)
	out.SetIndent("", " ")
	return out.Encode(v)
}

// run executes the command line and returns the exit status: 0 yes; 1 no (a
// file is invalid); 2 misuse or failure; 3 undecided; 130 interrupted.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	s := &session{stdin: stdin, stdout: stdout, stderr: stderr}
	root := newRoot(s)
	root.SetArgs(args)
	return s.status(ctx, root.ExecuteContext(ctx))
}
