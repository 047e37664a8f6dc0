package scenario

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"steadfast/sim/diag"
	"steadfast/sim/schema"
	"steadfast/sim/uncertain"
)

// reading reads the values of settings by their fields' types.
type reading struct {
	*reporter
	scale uncertain.Scale

	// words holds what is wrong with words that the scale in force does not
	// have. It counts only where the setting is in force: an inherited word
	// may be replaced together with the scale.
	words []deferred
}

// deferred is a mistake that counts only if its setting is in force.
type deferred struct {
	setting *setting
	what    diag.Diagnostic
}

// layer reads all settings of a layer.
func (r *reading) layer(l *layer) {
	for _, s := range l.shared {
		r.read(s)
	}
	for _, p := range l.packages {
		for _, s := range slices.Concat(p.own, p.set) {
			r.read(s)
		}
	}
}

// read fills in a setting's value. What cannot be read is reported once and
// marked as bad.
func (r *reading) read(s *setting) {
	n := s.node
	s.value = value{}
	if n.damaged() {
		s.value.bad = true
		return
	}
	if n.kind == tables {
		r.onKey(s, s.path+" is a list of tables, and "+wanted(s.field)+" is needed", "write it as key = value")
		s.value.bad = true
		return
	}
	before, words := r.list.Errors(), len(r.words)
	if n.kind == table {
		n = r.unwrap(s, n)
	}
	r.byType(s, n)
	s.value.bad = r.list.Errors() > before || len(r.words) > words
}

// unwrap reads source and note of a table, and returns its value where it
// carries a plain one: { value = 0.5, source = "…" }. Distributions are
// returned as they are.
func (r *reading) unwrap(s *setting, n *node) *node {
	for _, key := range []string{"source", "note"} {
		c := n.child(key)
		if c == nil {
			continue
		}
		text, ok := c.value.(string)
		if !ok {
			r.onNode(s, c, key+" is "+c.shape()+", and text is needed", `write `+key+` = "…"`)
			continue
		}
		if key == "source" {
			s.value.source = text
		} else {
			s.value.note = text
		}
	}
	v := n.child("value")
	if v == nil {
		return n
	}
	for _, f := range n.fields {
		if f.key != "value" && f.key != "source" && f.key != "note" {
			r.onKeyOf(s, f, "unknown key "+quote(f.key)+" beside value", "a value may carry source and note; for a range write, say, { uniform = [lo, hi] }")
		}
	}
	return v
}

// onKeyOf reports an error at a key inside a setting's value.
func (r *reading) onKeyOf(s *setting, f *node, summary, detail string) {
	r.list.Add(diag.Diagnostic{Summary: summary, Detail: detail, File: f.src.name, Range: f.keyRange(), Path: s.name()})
}

// byType reads a value by the field's type.
func (r *reading) byType(s *setting, n *node) {
	f := s.field
	switch f.Type {
	case schema.Number, schema.Integer:
		r.numeric(s, n)
	case schema.Enum:
		r.enum(s, n)
	case schema.Text:
		text, ok := n.value.(string)
		if !ok {
			r.mismatch(s, n)
		}
		s.value.text = text
	case schema.Bool:
		flag, ok := n.value.(bool)
		if !ok {
			r.mismatch(s, n)
		}
		s.value.flag = flag
	case schema.Date:
		date, ok := n.value.(time.Time)
		if !ok || !n.dateOnly {
			r.mismatch(s, n)
		}
		s.value.date = date
	case schema.IDs, schema.Texts:
		r.texts(s, n)
	default:
		r.mismatch(s, n)
	}
}

// texts reads a list of ids or texts; where texts are wanted one may stand
// alone.
func (r *reading) texts(s *setting, n *node) {
	if one, ok := n.value.(string); ok && s.field.Type == schema.Texts {
		s.value.texts = []string{one}
		return
	}
	if n.kind != array {
		r.mismatch(s, n)
		return
	}
	s.value.texts = []string{}
	for _, item := range n.items {
		text, ok := item.value.(string)
		if !ok {
			r.onNode(s, item, fmt.Sprintf("%s holds %s, and texts are needed", s.path, item.shape()), `write ["…", "…"]`)
			continue
		}
		if slices.Contains(s.value.texts, text) {
			r.onNode(s, item, fmt.Sprintf("%s is named twice in %s", quote(text), s.path), "keep one of the two")
			continue
		}
		s.value.texts = append(s.value.texts, text)
	}
}

// enum reads one of a field's words, or a discrete distribution over them.
func (r *reading) enum(s *setting, n *node) {
	text, ok := n.value.(string)
	if ok {
		s.value.text = text
		r.oneOf(s, n, text)
		return
	}
	d := n.child("discrete")
	if n.kind != table || d == nil {
		r.mismatch(s, n)
		return
	}
	if !s.field.Uncertain {
		r.onNode(s, n, s.path+" cannot be uncertain", wantedDetail(s.field))
		return
	}
	r.only(s, n, "discrete", "source", "note")
	values, weights, ok := r.discreteParts(s, d)
	if !ok {
		return
	}
	var words []string
	for _, item := range values.items {
		word, isText := item.value.(string)
		if !isText {
			r.onNode(s, item, "a value is "+item.shape()+", and a word is needed", wantedDetail(s.field))
			return
		}
		r.oneOf(s, item, word)
		words = append(words, word)
	}
	choice, err := uncertain.NewChoice(words, weights)
	if err != nil {
		r.onNode(s, n, err.Error(), "")
		return
	}
	s.value.choice = &choice
	if len(choice.Values) == 1 {
		s.value.choice, s.value.text = nil, choice.Values[0]
	}
}

// oneOf checks a word against those of the field. Fields whose words depend on
// other parameters list none, and are checked later.
func (r *reading) oneOf(s *setting, n *node, word string) {
	values := s.field.Values
	if len(values) == 0 || slices.Contains(values, word) {
		return
	}
	detail := "allowed are " + strings.Join(values, ", ")
	if near, ok := diag.Nearest(word, values); ok {
		detail = fmt.Sprintf("did you mean %q? %s", near, detail)
	}
	r.onNode(s, n, fmt.Sprintf("%s is %s, which is not one of its words", s.path, quote(word)), detail)
}

// only reports keys of a value's table that are not among those allowed.
func (r *reading) only(s *setting, n *node, allowed ...string) {
	for _, f := range n.fields {
		if slices.Contains(allowed, f.key) {
			continue
		}
		detail := allowedList(allowed)
		if near, ok := diag.Nearest(f.key, allowed); ok {
			detail = fmt.Sprintf("did you mean %q?", near)
		}
		r.onKeyOf(s, f, "unknown key "+quote(f.key), detail)
	}
}

// mismatch reports a value of the wrong type.
func (r *reading) mismatch(s *setting, n *node) {
	r.onNode(s, n, fmt.Sprintf("%s is %s, and %s is needed", s.path, n.shape(), wanted(s.field)), r.cure(s, n))
}

// cure says what to write instead of a value of the wrong type.
func (r *reading) cure(s *setting, n *node) string {
	f := s.field
	text, isText := n.value.(string)
	switch {
	case f.Type == schema.Bool && isText && (text == "true" || text == "false"):
		return "write " + text + " without quotes"
	case f.Type == schema.Date && n.dateLike && !n.dateOnly:
		return "write the day alone, such as 2027-01-01"
	case f.Type == schema.Date:
		return "write it without quotes, such as 2027-01-01"
	case f.Type == schema.IDs:
		return `write ["…", "…"]`
	case f.Type == schema.Text || f.Type == schema.Texts:
		return "write " + quote(n.shown())
	case f.Type == schema.Number && f.Uncertain && n.kind == array && len(n.items) == 2:
		return "write { uniform = " + n.shown() + " } for a range"
	case f.Type == schema.Number && f.Uncertain && n.kind == array && len(n.items) == 3:
		return "write { pert = " + n.shown() + " } for lowest, likeliest, highest"
	case (f.Type == schema.Number || f.Type == schema.Integer) && n.dateLike:
		if stem, ok := strings.CutSuffix(s.path, "_years"); ok {
			if g, known := schema.Lookup(stem); known && g.Type == schema.Date {
				return "a date belongs in " + stem
			}
		}
	}
	return wantedDetail(f)
}

// wanted names what a field takes.
func wanted(f *schema.Field) string {
	switch f.Type {
	case schema.Number:
		return "a number"
	case schema.Integer:
		return "a whole number"
	case schema.Text:
		return "text"
	case schema.Enum:
		return "a word"
	case schema.Bool:
		return "true or false"
	case schema.Date:
		return "a date"
	case schema.IDs:
		return "a list of ids"
	}
	return "a " + f.Type.String()
}

// wantedDetail says what is allowed for a field.
func wantedDetail(f *schema.Field) string {
	switch f.Type {
	case schema.Number, schema.Integer:
		s := writeNumber(f)
		if f.Uncertain {
			s += ", or a distribution such as { uniform = [lo, hi] }"
		}
		return s
	case schema.Enum:
		if len(f.Values) > 0 {
			return "allowed are " + strings.Join(f.Values, ", ")
		}
	}
	return ""
}

// writeNumber says which numbers a field takes.
func writeNumber(f *schema.Field) string {
	if f.Min == f.Max {
		return "write " + number(f.Min)
	}
	return "write a number " + rangeText(f)
}

// rangeText is the hard range of a field: "from 0 to 1 (probability)".
func rangeText(f *schema.Field) string {
	unit := ""
	if f.Unit != "" {
		unit = " (" + f.Unit + ")"
	}
	lo, hi := !math.IsInf(f.Min, -1), !math.IsInf(f.Max, 1)
	switch {
	case positive(f) && hi:
		return "above 0, up to " + number(f.Max) + unit
	case positive(f):
		return "above 0" + unit
	case lo && hi:
		return "from " + number(f.Min) + " to " + number(f.Max) + unit
	case lo:
		return "from " + number(f.Min) + " up" + unit
	case hi:
		return "up to " + number(f.Max) + unit
	}
	return "of any size" + unit
}

// positive reports whether a field takes every number above 0 but not 0.
func positive(f *schema.Field) bool { return f.Min > 0 && f.Min < 1e-300 }

// probability reports whether a field takes words of the scale.
func probability(f *schema.Field) bool { return f.Min == 0 && f.Max == 1 && f.Type == schema.Number }

// number writes a number for a message: whole ones to 1e15 exactly, others to
// six digits, without an exponent where a reader can do without.
func number(x float64) string {
	if x == math.Trunc(x) && math.Abs(x) <= 1e15 {
		return strconv.FormatFloat(x, 'f', -1, 64)
	}
	short := strconv.FormatFloat(x, 'g', 6, 64)
	rounded, err := strconv.ParseFloat(short, 64)
	if a := math.Abs(rounded); err != nil || a >= 1e15 || a > 0 && a < 1e-5 {
		return short
	}
	return strconv.FormatFloat(rounded, 'f', -1, 64)
}
