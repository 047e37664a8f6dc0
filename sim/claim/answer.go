package claim

import "strings"

// An Answer is a text with values: "by year {horizon} it is {word(risk(none))}
// ({risk(none)})". A brace itself is written twice, {{ or }}.
type Answer struct {
	Source string
	Parts  []Part
}

// A Part of an answer is text or, where Expr is not nil, a value, a package,
// a parameter, or the words for a probability.
type Part struct {
	Text string
	Expr *Expr
}

// Packages returns the packages an answer refers to, in its order.
func (a *Answer) Packages() []Ref { return a.refs(Package) }

// Paths returns the parameters an answer refers to, in its order.
func (a *Answer) Paths() []Ref { return a.refs(Path) }

func (a *Answer) refs(kind Kind) []Ref {
	var out []Ref
	for _, p := range a.Parts {
		if p.Expr != nil {
			out = append(out, p.Expr.refs(kind)...)
		}
	}
	return out
}

// ParseAnswer reads an answer. The error, if any, is an *Error; positions,
// those of expressions included, are offsets from the start of s.
func ParseAnswer(s string) (*Answer, error) {
	a := &Answer{Source: s}
	var text strings.Builder
	flush := func() {
		if text.Len() > 0 {
			a.Parts = append(a.Parts, Part{Text: text.String()})
			text.Reset()
		}
	}
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case (c == '{' || c == '}') && i+1 < len(s) && s[i+1] == c:
			text.WriteByte(c)
			i++
		case c == '}':
			return nil, errorf(i, "} closes no brace: write }} for a brace in the text")
		case c == '{':
			stop := closingBrace(s, i+1)
			if stop < 0 {
				return nil, errorf(i, "{ does not close: end the value with }, or write {{ for a brace in the text")
			}
			e, err := parseValue(s, i+1, stop)
			if err != nil {
				return nil, err
			}
			flush()
			a.Parts = append(a.Parts, Part{Expr: e})
			i = stop
		default:
			text.WriteByte(c)
		}
	}
	flush()
	return a, nil
}

// closingBrace finds the brace that ends a value, leaving out those in
// quotes; where a quote does not end it takes the first brace, so that the
// lexer can say what is wrong. It returns −1 if there is none.
func closingBrace(s string, from int) int {
	var quote byte
	for i := from; i < len(s); i++ {
		c := s[i]
		switch {
		case quote == '"' && c == '\\':
			i++
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '}':
			return i
		}
	}
	if first := strings.IndexByte(s[from:], '}'); first >= 0 {
		return from + first
	}
	return -1
}

// parseValue reads s[from:to], what stands between two braces.
func parseValue(s string, from, to int) (*Expr, error) {
	p := &parser{lex: lexer{src: s, pos: from, limit: to}}
	root, err := p.whole("braces are empty: write a value between them, as in {risk(none)}, or {{ for a brace in the text")
	if err != nil {
		return nil, err
	}
	kind := kindOf(root)
	c := checker{}
	switch kind {
	case Unknown, Claim:
		kind = Value
		err = c.check(root, Value)
	case Words:
		err = c.call(root.(*Call))
	default:
		err = c.check(root, kind)
	}
	if err != nil {
		return nil, err
	}
	return &Expr{Source: s, Root: root, Kind: kind}, nil
}
