package diag

import (
	"sort"
	"unicode/utf8"
)

// A Locator turns byte offsets of one source into positions.
type Locator struct {
	src   []byte
	lines []int // offset of the first byte of every line
}

// NewLocator indexes the lines of src. Lines end at '\n'; src is not copied
// and must not change.
func NewLocator(src []byte) *Locator {
	lines := []int{0}
	for i, c := range src {
		if c == '\n' {
			lines = append(lines, i+1)
		}
	}
	return &Locator{src: src, lines: lines}
}

// Pos returns the position of a byte offset, clamped to the source.
func (l *Locator) Pos(offset int) Pos {
	offset = min(max(offset, 0), len(l.src))
	line := sort.SearchInts(l.lines, offset+1) - 1
	return Pos{
		Line:   line + 1,
		Column: utf8.RuneCount(l.src[l.lines[line]:offset]) + 1,
		Byte:   offset,
	}
}

// Range returns the stretch from one byte offset up to another.
func (l *Locator) Range(start, end int) Range {
	return Range{Start: l.Pos(start), End: l.Pos(max(start, end))}
}

// Line returns the text of a line, counted from 1, without its end; "" where
// there is no such line.
func (l *Locator) Line(n int) string {
	if n < 1 || n > len(l.lines) {
		return ""
	}
	from, to := l.lines[n-1], len(l.src)
	if n < len(l.lines) {
		to = l.lines[n] - 1
	}
	if to > from && l.src[to-1] == '\r' {
		to--
	}
	return string(l.src[from:to])
}
