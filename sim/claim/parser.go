package claim

import (
	"slices"
	"strconv"
	"strings"

	"steadfast/sim/diag"
)

// Binding powers, the weakest first.
const (
	bindNone = iota
	bindOr
	bindAnd
	bindNot
	bindCompare
	bindSum
	bindProduct
	bindSign
)

// deepest bounds the nesting of brackets and signs, far beyond what a reader
// could follow, so that no text exhausts the stack.
const deepest = 200

var languageWords = [...]string{"and", "or", "not", "in"}

// Parse reads a claim. The error, if any, is an *Error.
func Parse(src string) (*Expr, error) {
	p := &parser{lex: lexer{src: src, limit: len(src)}}
	root, err := p.whole("a claim is empty: write a comparison, as in risk(none) < 20 %")
	if err == nil {
		err = checkClaim(root)
	}
	if err != nil {
		return nil, err
	}
	return &Expr{Source: src, Root: root, Kind: Claim}, nil
}

type parser struct {
	lex   lexer
	tok   token
	depth int
}

// whole reads an expression up to the end.
func (p *parser) whole(empty string) (Node, *Error) {
	if err := p.advance(); err != nil {
		return nil, err
	}
	if p.tok.kind == end {
		return nil, errorf(p.tok.offset, "%s", empty)
	}
	n, err := p.expression(bindNone)
	if err != nil {
		return nil, err
	}
	if p.tok.kind != end {
		return nil, p.leftOver()
	}
	return n, nil
}

func (p *parser) leftOver() *Error {
	t := p.tok
	switch {
	case t.kind == mark && strings.Contains(")]", t.text):
		return errorf(t.offset, "%s closes a bracket that was not opened", t.text)
	case t.kind == word && !isLanguageWord(t.text):
		if near, ok := diag.Nearest(t.text, languageWords[:]); ok {
			return errorf(t.offset, "%s is not an operator: did you mean %s?", t.text, near)
		}
	case t.kind == mark && t.text == "(":
		return errorf(t.offset, "( does not follow the name of a function: a quoted id or a path takes no arguments")
	case t.kind == mark && t.text == ",":
		return errorf(t.offset, "a comma stands where an operator is needed: a number takes a decimal point, as in 0.5")
	case t.kind == mark && t.text == "%":
		return errorf(t.offset, "%% does not follow a number: per cent are written as in 20 %%")
	}
	return errorf(t.offset, "%s stands where an operator is needed: one of + - * / < <= > >= = != in, and, or", t.shown())
}

func isLanguageWord(s string) bool { return slices.Contains(languageWords[:], s) }

func (p *parser) advance() *Error {
	t, err := p.lex.next()
	if err == nil {
		p.tok = t
	}
	return err
}

func (p *parser) is(text string) bool {
	return p.tok.text == text && (p.tok.kind == mark || p.tok.kind == word && isLanguageWord(text))
}

// expression reads what binds more tightly than power.
func (p *parser) expression(power int) (Node, *Error) {
	p.depth++
	defer func() { p.depth-- }()
	if p.depth > deepest {
		return nil, errorf(p.tok.offset, "brackets are nested more than %d deep: write the claim in parts", deepest)
	}
	x, err := p.operand()
	for err == nil {
		bind := p.binding()
		if bind <= power {
			return x, nil
		}
		switch {
		case p.is("in"):
			x, err = p.within(x)
		case bind == bindCompare:
			x, err = p.compare(x)
		default:
			op := p.tok
			if err = p.advance(); err != nil {
				break
			}
			var y Node
			y, err = p.expression(bind)
			x = &Binary{OpOffset: op.offset, Op: Op(op.text), X: x, Y: y}
		}
	}
	return nil, err
}

// binding is the power of the operator that is next, bindNone if none is.
func (p *parser) binding() int {
	if p.tok.kind != mark && p.tok.kind != word {
		return bindNone
	}
	switch p.tok.text {
	case "or":
		return bindOr
	case "and":
		return bindAnd
	case "<", "<=", ">", ">=", "=", "!=", "in":
		return bindCompare
	case "+", "-":
		return bindSum
	case "*", "/":
		return bindProduct
	}
	return bindNone
}

// operand reads a number, a name, a call, a bracket, or a sign with its operand.
func (p *parser) operand() (Node, *Error) {
	t := p.tok
	switch {
	case t.kind == number:
		return p.number()
	case p.is("not"):
		if err := p.advance(); err != nil {
			return nil, err
		}
		x, err := p.expression(bindNot)
		return &Unary{Offset: t.offset, Op: Not, X: x}, err
	case p.is("-"):
		if err := p.advance(); err != nil {
			return nil, err
		}
		x, err := p.expression(bindSign)
		return &Unary{Offset: t.offset, Op: Sub, X: x}, err
	case p.is("("):
		if err := p.advance(); err != nil {
			return nil, err
		}
		x, err := p.expression(bindNone)
		if err != nil {
			return nil, err
		}
		return x, p.closing(")", t.offset)
	case t.kind == quoted, t.kind == word && !isLanguageWord(t.text):
		return p.name()
	case t.kind == end:
		return nil, errorf(t.offset, "the text ends where a value is needed: a number, or a function such as risk(none)")
	case p.is("["):
		return nil, errorf(t.offset, "[ stands where a value is needed: an interval follows in, as in risk(none) in [0.2, 0.4]")
	}
	return nil, errorf(t.offset, "%s stands where a value is needed: a number, or a function such as risk(none)", t.shown())
}

func (p *parser) closing(bracket string, opened int) *Error {
	if p.is(bracket) {
		return p.advance()
	}
	if p.tok.kind == end {
		return errorf(opened, "a bracket does not close: a %s is missing", bracket)
	}
	return errorf(p.tok.offset, "%s stands where an operator or %s is needed", p.tok.shown(), bracket)
}

func (p *parser) number() (Node, *Error) {
	n := &Number{Offset: p.tok.offset, Value: p.tok.value}
	if err := p.advance(); err != nil {
		return nil, err
	}
	if p.is("%") {
		n.Value, n.Percent = n.Value/100, true
		if err := p.advance(); err != nil {
			return nil, err
		}
	}
	return n, nil
}

// name reads a name, a path, or a call.
func (p *parser) name() (Node, *Error) {
	first := p.tok
	if err := p.advance(); err != nil {
		return nil, err
	}
	if first.kind == word && p.is("(") {
		return p.call(first)
	}
	n := &Name{Offset: first.offset, Parts: []string{first.text}, Quoted: first.kind == quoted}
	elements := []token{first}
	for p.is(".") {
		if err := p.advance(); err != nil {
			return nil, err
		}
		if p.tok.kind != word && p.tok.kind != quoted {
			return nil, errorf(p.tok.offset, "%s stands where an element of a path is needed: names joined by dots, as in challenger.war_cost", p.tok.shown())
		}
		n.Parts, n.Quoted = append(n.Parts, p.tok.text), false
		elements = append(elements, p.tok)
		if err := p.advance(); err != nil {
			return nil, err
		}
	}
	for _, e := range elements {
		if e.kind == word && !isBareID(e.text) {
			return nil, errorf(e.offset, "%s: a bare id is written in lower-case letters, digits and _: quote any other, %q", e.text, e.text)
		}
	}
	return n, nil
}

func (p *parser) call(name token) (Node, *Error) {
	f, ok := function(name.text)
	if !ok {
		if near, found := diag.Nearest(name.text, functionNames()); found {
			return nil, errorf(name.offset, "%s is not a function: did you mean %s?", name.text, near)
		}
		return nil, errorf(name.offset, "%s is not a function: there are %s", name.text, strings.Join(functionNames(), ", "))
	}
	opened := p.tok.offset
	if err := p.advance(); err != nil {
		return nil, err
	}
	c := &Call{Offset: name.offset, Func: f}
	for !p.is(")") {
		if len(c.Args) > 0 {
			if !p.is(",") {
				if p.tok.kind == end {
					return nil, errorf(opened, "a bracket does not close: a ) is missing")
				}
				return nil, errorf(p.tok.offset, "%s stands where an operator, a comma or ) is needed", p.tok.shown())
			}
			if err := p.advance(); err != nil {
				return nil, err
			}
		}
		if p.tok.kind == end {
			return nil, errorf(opened, "a bracket does not close: a ) is missing")
		}
		a, err := p.expression(bindNone)
		if err != nil {
			return nil, err
		}
		c.Args = append(c.Args, a)
	}
	if n := len(c.Args); n < f.required() {
		missing := f.Args[n]
		return nil, errorf(p.tok.offset, "%s: %s is missing, %s", f.Signature(), missing.Name, missing.Kind)
	} else if n > len(f.Args) {
		return nil, errorf(c.Args[len(f.Args)].Pos(), "%s takes no further argument: it has %d", f.Signature(), n)
	}
	return c, p.advance()
}

// compare reads a chain of comparisons, as in a < x <= b.
func (p *parser) compare(x Node) (Node, *Error) {
	c := &Compare{Operands: []Node{x}}
	for p.binding() == bindCompare {
		if p.is("in") {
			return nil, errorf(p.tok.offset, "in follows a comparison: join the two by and")
		}
		c.Ops = append(c.Ops, Op(p.tok.text))
		c.OpOffsets = append(c.OpOffsets, p.tok.offset)
		if err := p.advance(); err != nil {
			return nil, err
		}
		y, err := p.expression(bindCompare)
		if err != nil {
			return nil, err
		}
		c.Operands = append(c.Operands, y)
	}
	return c, nil
}

// within reads `in [lo, hi]`.
func (p *parser) within(x Node) (Node, *Error) {
	w := &Within{OpOffset: p.tok.offset, X: x}
	if err := p.advance(); err != nil {
		return nil, err
	}
	opened := p.tok.offset
	if !p.is("[") {
		return nil, errorf(opened, "%s stands where an interval is needed: in is followed by [low, high]", p.tok.shown())
	}
	err := p.advance()
	if err == nil {
		w.Lo, err = p.expression(bindNone)
	}
	if err != nil {
		return nil, err
	}
	if !p.is(",") {
		return nil, errorf(p.tok.offset, "%s stands where a comma is needed: an interval has two ends, [low, high]", p.tok.shown())
	}
	if err = p.advance(); err == nil {
		w.Hi, err = p.expression(bindNone)
	}
	if err != nil {
		return nil, err
	}
	if err = p.closing("]", opened); err != nil {
		return nil, err
	}
	if p.binding() == bindCompare {
		return nil, errorf(p.tok.offset, "%s follows an interval: join two comparisons by and", p.tok.text)
	}
	return w, nil
}

// isBareID tells whether an id may stand without quotes.
func isBareID(s string) bool {
	for i := range len(s) {
		c := s[i]
		if !('a' <= c && c <= 'z' || i > 0 && (c == '_' || isDigit(c))) {
			return false
		}
	}
	return s != ""
}

// joinPath writes a path as a scenario does.
func joinPath(parts []string) string {
	var b strings.Builder
	for i, s := range parts {
		if i > 0 {
			b.WriteByte('.')
		}
		if isBareID(s) {
			b.WriteString(s)
		} else {
			b.WriteString(strconv.Quote(s))
		}
	}
	return b.String()
}
