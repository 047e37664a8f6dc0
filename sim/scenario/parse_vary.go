package scenario

import (
	"strings"
	"unicode/utf8"

	"steadfast/sim/diag"
)

// varyFile is the file name under which diagnostics speak of ParseVary's text.
const varyFile = "--vary"

// varyForm says what ParseVary reads.
const varyForm = "write path=from:to:steps, path=from:to:steps:log, or path=first,second,…"

// ParseVary reads what varies from a command line: "path=from:to:steps",
// "path=from:to:steps:log" or "path=a,b,c". steps counts both ends. Values are
// those that [[sweep.vary]] may list, in TOML; a bare word stands for a text.
// They are checked as in a file. The Vary is whole only where the list holds no
// error. Diagnostics speak of the file "--vary" and of places in the text.
func (s *Scenario) ParseVary(text string) (Vary, diag.List) {
	var list diag.List
	m := *s.merged
	m.reporter = &reporter{list: &list}
	p := &varyParser{reporter: m.reporter, src: newSource(varyFile, false, []byte(strings.NewReplacer("\n", " ", "\r", " ").Replace(text)))}
	if y := p.parse(); y != nil {
		if v, ok := m.vary(y, GridSweep); ok {
			return v, list
		}
	}
	return Vary{}, list
}

// varyParser reads the text of a --vary.
type varyParser struct {
	*reporter
	src *source
}

// fail reports an error at the bytes from … to.
func (p *varyParser) fail(from, to int, summary, detail string) {
	p.at(p.src.at(from, to), p.src, []string{"vary"}, summary, detail)
}

// parse returns what varies, nil where the text cannot be read.
func (p *varyParser) parse() *varySpec {
	text := p.src.data
	if !utf8.Valid(text) {
		p.fail(0, 0, "the text is not UTF-8", varyForm)
		return nil
	}
	equals := p.separators(0, len(text), "=")
	if len(equals) == 0 {
		p.fail(0, len(text), quote(string(text))+" says no values", varyForm)
		return nil
	}
	end := equals[0]
	y := &varySpec{section: []string{"vary"}, at: &node{src: p.src, valueTo: len(text)}, path: p.text(0, end)}
	if y.path.valueFrom == y.path.valueTo {
		p.fail(0, end, "no parameter is named", varyForm)
		return nil
	}
	commas, colons := p.separators(end+1, len(text), ","), p.separators(end+1, len(text), ":")
	if len(colons) == 0 {
		y.values = p.list(end+1, commas)
		return y
	}
	if len(commas) > 0 {
		p.fail(end+1, len(text), "a range and a list are mixed", varyForm)
		return nil
	}
	if !p.span(y, end+1, colons) {
		return nil
	}
	return y
}

// separators finds a byte outside quotes and brackets.
func (p *varyParser) separators(from, to int, what string) []int {
	var out []int
	depth := 0
	var open byte
	for i := from; i < to; i++ {
		c := p.src.data[i]
		switch {
		case open == '"' && c == '\\':
			i++
		case open != 0:
			if c == open {
				open = 0
			}
		case c == '"' || c == '\'':
			open = c
		case c == '[' || c == '{':
			depth++
		case c == ']' || c == '}':
			depth--
		case depth == 0 && c == what[0]:
			out = append(out, i)
		}
	}
	return out
}

// list reads a, b, c as a list.
func (p *varyParser) list(from int, commas []int) *node {
	all := &node{kind: array, src: p.src, valueFrom: from, valueTo: len(p.src.data)}
	for _, to := range append(commas, len(p.src.data)) {
		all.items = append(all.items, p.value(from, to))
		from = to + 1
	}
	return all
}

// span reads from:to:steps and, after it, log.
func (p *varyParser) span(y *varySpec, from int, colons []int) bool {
	var parts []*node
	start := from
	for _, to := range append(colons, len(p.src.data)) {
		parts = append(parts, p.value(start, to))
		start = to + 1
	}
	if len(parts) < 3 || len(parts) > 4 {
		p.fail(from, len(p.src.data), quote(strings.TrimSpace(string(p.src.data[from:])))+" is no range: how many values it has is missing, or something is too many", varyForm)
		return false
	}
	if len(parts) == 4 {
		y.log = parts[3]
		if word, _ := y.log.value.(string); word != "log" {
			if !y.log.broken {
				p.fail(y.log.valueFrom, y.log.valueTo, "after the steps stands "+y.log.shown(), "write log, or leave it out")
			}
			return false
		}
		y.log.value = true
	}
	y.from, y.to, y.steps = parts[0], parts[1], parts[2]
	y.from.key, y.to.key, y.steps.key = "from", "to", "steps"
	return true
}

// trimmed takes the spaces off both ends.
func (p *varyParser) trimmed(from, to int) (int, int) {
	for from < to && p.src.data[from] == ' ' {
		from++
	}
	for to > from && p.src.data[to-1] == ' ' {
		to--
	}
	return from, to
}

// text makes a node of plain text.
func (p *varyParser) text(from, to int) *node {
	from, to = p.trimmed(from, to)
	return &node{src: p.src, valueFrom: from, valueTo: to, value: string(p.src.data[from:to])}
}

// value reads one value: TOML where it is, else a text without quotes.
func (p *varyParser) value(from, to int) *node {
	n := p.text(from, to)
	if n.valueFrom == n.valueTo {
		p.fail(from, to, "a value is empty", varyForm)
		n.broken = true
		return n
	}
	if read := p.toml(n.valueFrom, n.valueTo); read != nil {
		return read
	}
	text := n.value.(string)
	cure := ""
	switch {
	case strings.ContainsAny(text[:1], `"'[{`):
		cure = `write texts as "…" and lists as ["…", "…"], the whole in quotes for the shell`
	case !bareWord.MatchString(text):
		cure = valueCure(text)
	}
	if cure != "" {
		p.fail(n.valueFrom, n.valueTo, "cannot read the value "+text, cure)
		n.broken = true
	}
	return n
}

// toml reads the bytes from … to as a TOML value, nil where they are none. The
// value stands behind a key at its own place, so that the nodes' places are
// true. There is room for one: a path and an equals sign stand before it.
func (p *varyParser) toml(from, to int) *node {
	padded := []byte(strings.Repeat(" ", len(p.src.data)))
	copy(padded[from-2:], "v=")
	copy(padded[from:], p.src.data[from:to])
	var list diag.List
	root := parse(newSource(varyFile, false, padded), &list)
	if root == nil || list.HasErrors() || len(root.fields) != 1 {
		return nil
	}
	n := root.child("v")
	if n == nil || n.valueTo != to {
		return nil
	}
	n.key, n.keyFrom, n.keyTo = "", 0, 0
	n.move(p.src)
	return n
}

// move makes a node one of another text with the same bytes at its place.
func (n *node) move(src *source) {
	n.src = src
	for _, f := range n.fields {
		f.move(src)
	}
	for _, item := range n.items {
		item.move(src)
	}
}
