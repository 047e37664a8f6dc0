package main

import (
	"regexp"
	"strings"
)

// special are the characters that Markdown, as GitHub writes it, takes for more
// than themselves.
var special = regexp.MustCompile("[\\\\`*_\\[\\]<>#|~$&]")

// listMark begins a list where it begins a line.
var listMark = regexp.MustCompile(`^(\d*)([-+.)])`)

// markdown writes text so that a page shows it as it is, on one line.
func markdown(text string) string {
	text = special.ReplaceAllString(strings.Join(strings.Fields(text), " "), `\$0`)
	return listMark.ReplaceAllString(text, `$1\$2`)
}

// code writes text as code for a cell of a table. A backtick in it asks for a
// longer fence; a bar ends a cell even within code.
func code(text string) string {
	text = strings.ReplaceAll(strings.Join(strings.Fields(text), " "), "|", `\|`)
	fence := "`"
	for strings.Contains(text, fence) {
		fence += "`"
	}
	if len(fence) > 1 {
		return fence + " " + text + " " + fence
	}
	return fence + text + fence
}

// anchor is where a link to the part of a scenario leads.
func anchor(name string) string { return strings.ReplaceAll(name, "/", "-") }
