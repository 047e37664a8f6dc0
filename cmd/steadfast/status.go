package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
)

// Exit statuses.
const (
	statusYes         = 0   // done, or the answer is yes
	statusNo          = 1   // a file is invalid, a claim fails, a figure differs
	statusFailure     = 2   // misuse or failure
	statusUndecided   = 3   // nothing fails, but something is undecided
	statusInterrupted = 130 // as a shell reports SIGINT
)

// An answer is an exit status that a command has already explained.
type answer int

func (a answer) Error() string { return fmt.Sprintf("exit status %d", int(a)) }

// status says what went wrong, where nobody has yet, and returns the exit
// status.
func (s *session) status(ctx context.Context, err error) int {
	var said answer
	switch {
	case err == nil:
		return statusYes
	case errors.As(err, &said):
		return int(said)
	case ctx.Err() != nil && errors.Is(err, ctx.Err()):
		fmt.Fprintf(s.stderr, "steadfast: interrupted; %s\n", cmp.Or(s.kept, "nothing was written"))
		return statusInterrupted
	}
	fmt.Fprintf(s.stderr, "steadfast: %v\n", err)
	if s.kept != "" {
		fmt.Fprintf(s.stderr, "steadfast: %s\n", s.kept)
	}
	return statusFailure
}
