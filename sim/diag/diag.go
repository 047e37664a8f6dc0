// Package diag says what is wrong in a user's file, where, and the cure.
//
// A user's mistake is data: a reader of files fills a [List] with
// [Diagnostic]s and goes on, so that everything wrong is reported at once.
// [WriteText] shows each with its source line and a caret, [WriteJSON] makes
// them machine-readable, and [WriteGitHub] annotates a pull request. [Nearest]
// finds what a misspelt word was meant to be.
//
// The split into a terse summary, a remedial detail, a tight subject and a
// wide context follows HashiCorp HCL's diagnostics; the list that sorts,
// dedupes and counts follows go/scanner.
package diag

import (
	"fmt"
	"strings"
)

// Severity says whether a diagnostic stops the work.
type Severity int

// The severities. The zero value is Error: what is not marked otherwise stops.
const (
	Error Severity = iota
	Warning
)

// String returns "error" or "warning".
func (s Severity) String() string {
	if s == Warning {
		return "warning"
	}
	return "error"
}

// Pos is a place in a file. The zero value means that no place is known.
type Pos struct {
	Line   int `json:"line"`   // from 1
	Column int `json:"column"` // from 1, in characters (code points)
	Byte   int `json:"byte"`   // offset from the start of the file, from 0
}

// Range is a stretch of a file: End is the first position after it.
type Range struct {
	Start Pos `json:"start"`
	End   Pos `json:"end"`
}

// A Diagnostic is one thing that is wrong, or looks wrong.
type Diagnostic struct {
	Severity Severity
	Summary  string // what is wrong, terse, lower case: `unknown key "war_costs"`
	Detail   string // the cure: what is allowed, what to write; may be empty
	File     string // as the user named it; empty where the mistake is in no file
	Range    Range  // the subject; the zero Range where no place is known
	Path     string // TOML path of the subject, "challenger.war_cost"; may be empty
	Context  string // where in a larger thing: `in package "trip_30k"`; may be empty
}

// Place returns "file:line:column", with what is unknown left out.
func (d Diagnostic) Place() string {
	var b strings.Builder
	b.WriteString(d.File)
	if d.Range.Start.Line > 0 {
		if d.File != "" {
			b.WriteByte(':')
		}
		fmt.Fprintf(&b, "%d:%d", d.Range.Start.Line, max(1, d.Range.Start.Column))
	}
	return b.String()
}

// Message returns the summary and the detail as one line:
// `unknown key "war_costs"; did you mean "war_cost"?`.
func (d Diagnostic) Message() string {
	s := d.Summary
	if d.Detail != "" {
		s += "; " + d.Detail
	}
	if d.Context != "" {
		s += " (" + d.Context + ")"
	}
	return s
}

// Error makes a Diagnostic an error: the place, the severity and the message.
func (d Diagnostic) Error() string {
	place := d.Place()
	if place != "" {
		place += ": "
	}
	return place + d.Severity.String() + ": " + d.Message()
}
