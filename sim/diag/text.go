package diag

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"
)

// tabWidth is how many cells a tab takes where a source line is shown.
const tabWidth = 4

// lineWidth is how many cells of a long source line are shown.
const lineWidth = 160

// WriteText writes the list for a reader: place, severity and summary, the
// source line with carets under the subject, and the cure.
//
//	ukraine.toml:12:1: error: unknown key "war_costs"
//	  12 | war_costs = 0.5
//	     | ^^^^^^^^^
//	     = did you mean "war_cost"?
//
// source returns the text of a file named in a diagnostic; nil, or a nil
// result, leaves the source lines out. The text goes out as it is listed:
// call [List.Sort] first.
func WriteText(w io.Writer, l List, source func(file string) []byte) error {
	out := bufio.NewWriter(w)
	locators := map[string]*Locator{}
	for _, d := range l {
		if place := d.Place(); place != "" {
			fmt.Fprintf(out, "%s: ", printable(place))
		}
		fmt.Fprintf(out, "%s: %s\n", d.Severity, printable(d.Summary))
		margin := "  "
		if d.Range.Start.Line > 0 && source != nil {
			loc := locators[d.File]
			if loc == nil {
				loc = NewLocator(source(d.File))
				locators[d.File] = loc
			}
			if line := loc.Line(d.Range.Start.Line); strings.TrimSpace(line) != "" {
				number := fmt.Sprintf("%4d", d.Range.Start.Line)
				margin = strings.Repeat(" ", len(number)+1)
				shown, caret := underline(line, d.Range)
				fmt.Fprintf(out, "%s | %s\n%s| %s\n", number, shown, margin, caret)
			}
		}
		if d.Detail != "" {
			fmt.Fprintf(out, "%s= %s\n", margin, printable(d.Detail))
		}
		if d.Context != "" {
			fmt.Fprintf(out, "%s= %s\n", margin, printable(d.Context))
		}
	}
	return out.Flush()
}

// underline returns the line as shown, tabs and control characters replaced,
// cut to lineWidth cells around the subject, and the carets below it.
func underline(line string, at Range) (shown, caret string) {
	first := max(1, at.Start.Column)
	last := first // the subject's last character on this line
	switch {
	case at.End.Line == at.Start.Line && at.End.Column > first:
		last = at.End.Column - 1
	case at.End.Line > at.Start.Line:
		last = max(first, utf8.RuneCountInString(strings.TrimRight(line, " \t")))
	}
	runes := []rune(line)
	widths := make([]int, len(runes))
	cell := 0
	for i, r := range runes {
		widths[i] = width(r)
		if r == '\t' {
			widths[i] = tabWidth - cell%tabWidth
		}
		cell += widths[i]
	}
	cut := 0 // first character shown
	for before := sum(widths, 0, first-1) + 20; before > lineWidth && cut < len(runes); cut++ {
		before -= widths[cut]
	}
	var text, marks strings.Builder
	if cut > 0 {
		text.WriteString("…")
		marks.WriteString(" ")
	}
	used := 0
	for i := cut; i < len(runes); i++ {
		if used+widths[i] > lineWidth {
			text.WriteString("…")
			break
		}
		used += widths[i]
		switch r := runes[i]; {
		case r == '\t':
			text.WriteString(strings.Repeat(" ", widths[i]))
		case widths[i] > 0 && !unicode.IsPrint(r):
			text.WriteRune('\uFFFD')
		default:
			text.WriteRune(r)
		}
		mark := " "
		if i+1 >= first && i+1 <= last {
			mark = "^"
		}
		marks.WriteString(strings.Repeat(mark, widths[i]))
	}
	if first > len(runes) {
		marks.WriteString("^")
	}
	return text.String(), strings.TrimRight(marks.String(), " ")
}

// sum adds the widths of characters from … to−1.
func sum(widths []int, from, to int) int {
	n := 0
	for i := from; i < min(to, len(widths)); i++ {
		n += widths[i]
	}
	return n
}

// printable replaces line ends and control characters, so that a message
// stays on its line whatever the file held.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '\n' || r == '\r' || r == '\t' {
			return ' '
		}
		if !unicode.IsPrint(r) && !unicode.Is(unicode.Mn, r) {
			return '\uFFFD'
		}
		return r
	}, s)
}
