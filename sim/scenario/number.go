package scenario

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"steadfast/sim/diag"
	"steadfast/sim/schema"
	"steadfast/sim/uncertain"
)

// numeric reads a Number or Integer field, checks its hard range and keeps it.
func (r *reading) numeric(s *setting, n *node) {
	f := s.field
	if n.kind == table && !f.Uncertain {
		r.onNode(s, n, s.path+" cannot be uncertain", writeNumber(f))
		return
	}
	x, ok := r.number(s, n)
	if !ok {
		return
	}
	if f.Type == schema.Integer {
		if c, isConstant := x.(uncertain.Constant); isConstant && c.Value != math.Trunc(c.Value) {
			r.onNode(s, n, fmt.Sprintf("%s is %s, and a whole number is needed", s.path, number(c.Value)), fmt.Sprintf("write %.0f or %.0f", math.Floor(c.Value), math.Ceil(c.Value)))
			return
		}
	}
	if r.inRange(s, n, x) {
		s.value.number = x
	}
}

// inRange checks the support of a number against the hard range.
func (r *reading) inRange(s *setting, n *node, x uncertain.Number) bool {
	f := s.field
	lo, hi := x.Support()
	fixed := lo == hi
	switch {
	case fixed && (lo < f.Min || lo > f.Max):
		r.onNode(s, n, fmt.Sprintf("%s is %s, outside its range", s.path, number(lo)), writeNumber(f))
	case math.IsInf(lo, -1) && !math.IsInf(f.Min, -1):
		r.onNode(s, n, s.path+" reaches below "+low(f)+": its lower tail has no end", "add min = "+lowest(f)+" to cut the tail; allowed is a number "+rangeText(f))
	case lo < f.Min && !(lo == 0 && positive(f) && x.CDF(0) == 0):
		r.onNode(s, n, fmt.Sprintf("%s reaches down to %s, below %s", s.path, number(lo), low(f)), "raise it, or cut it with min; allowed is a number "+rangeText(f))
	case math.IsInf(hi, 1) && !math.IsInf(f.Max, 1):
		r.onNode(s, n, s.path+" reaches above "+number(f.Max)+": its upper tail has no end", "add max = "+number(f.Max)+" to cut the tail; allowed is a number "+rangeText(f))
	case hi > f.Max:
		r.onNode(s, n, fmt.Sprintf("%s reaches up to %s, above %s", s.path, number(hi), number(f.Max)), "lower it, or cut it with max; allowed is a number "+rangeText(f))
	default:
		return true
	}
	return false
}

// low and lowest are the lower end of a field's range, to read and to write.
func low(f *schema.Field) string {
	if positive(f) {
		return "0"
	}
	return number(f.Min)
}

func lowest(f *schema.Field) string {
	if positive(f) {
		return "0.001"
	}
	return number(f.Min)
}

// number reads a number, a word of the scale or a distribution.
func (r *reading) number(s *setting, n *node) (uncertain.Number, bool) {
	switch v := n.value.(type) {
	case int64:
		return uncertain.Constant{Value: float64(v)}, true
	case float64:
		return r.finite(s, n, v)
	case string:
		return r.word(s, n, v)
	}
	if n.kind == table {
		return r.distribution(s, n)
	}
	r.mismatch(s, n)
	return nil, false
}

// finite refuses nan and inf.
func (r *reading) finite(s *setting, n *node, v float64) (uncertain.Number, bool) {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		r.onNode(s, n, s.path+" is "+n.shown()+", which is not a finite number", writeNumber(s.field))
		return nil, false
	}
	return uncertain.Constant{Value: v}, true
}

// word reads a word of the scale, or says what a text was meant to be.
func (r *reading) word(s *setting, n *node, text string) (uncertain.Number, bool) {
	if fraction, ok := perCent(text); ok {
		r.onNode(s, n, "cannot read the value "+n.shown(), "write "+fraction)
		return nil, false
	}
	if plain := valueCure(text); noLeadZero.MatchString(text) {
		r.onNode(s, n, "cannot read the value "+n.shown(), plain)
		return nil, false
	}
	if _, err := strconv.ParseFloat(strings.ReplaceAll(text, "_", ""), 64); err == nil {
		r.onNode(s, n, s.path+" is text, and a number is needed", "write "+text+" without quotes")
		return nil, false
	}
	if !probability(s.field) {
		r.onNode(s, n, s.path+" is text, and a number is needed", "words stand for probabilities alone; "+writeNumber(s.field))
		return nil, false
	}
	if !s.field.Uncertain {
		r.onNode(s, n, s.path+" cannot be uncertain, as a word is", writeNumber(s.field))
		return nil, false
	}
	x, ok := r.scale.Number(text)
	if !ok {
		detail := fmt.Sprintf("the words of %s are %s", r.scale.Name, strings.Join(r.scale.Words(), ", "))
		if near, found := diag.Nearest(text, r.scale.Words()); found {
			detail = fmt.Sprintf("did you mean %q? %s", near, detail)
		}
		r.words = append(r.words, deferred{s, diag.Diagnostic{Summary: fmt.Sprintf("%s is no word of the scale", quote(text)), Detail: detail,
			File: n.src.name, Range: n.valueRange(), Path: s.name()}})
	}
	return x, ok
}
