package claim

import (
	"math"
	"strconv"
	"strings"
)

// Text writes a part of an expression in the language, with no more brackets
// than it needs: what reads it back finds the same tree.
func Text(n Node) string {
	var b strings.Builder
	write(&b, n, bindNone)
	return b.String()
}

// Link returns link i of a chain as a comparison of its own: of a < x < b the
// second is x < b.
func (n *Compare) Link(i int) *Compare {
	return &Compare{OpOffsets: n.OpOffsets[i : i+1], Ops: n.Ops[i : i+1], Operands: n.Operands[i : i+2]}
}

// write writes a node, in brackets where it binds no more tightly than power.
func write(b *strings.Builder, n Node, power int) {
	if bind := bindingOf(n); bind <= power {
		b.WriteByte('(')
		defer b.WriteByte(')')
	}
	switch n := n.(type) {
	case *Number:
		b.WriteString(writeNumber(n))
	case *Name:
		b.WriteString(writeName(n))
	case *Call:
		b.WriteString(n.Func.Name + "(")
		for i, a := range n.Args {
			if i > 0 {
				b.WriteString(", ")
			}
			write(b, a, bindNone)
		}
		b.WriteByte(')')
	case *Unary:
		if n.Op == Not {
			b.WriteString("not ")
			write(b, n.X, bindNot-1)
			return
		}
		b.WriteByte('-')
		write(b, n.X, bindSign-1)
	case *Binary:
		bind := bindingOf(n)
		write(b, n.X, bind-1)
		b.WriteString(" " + string(n.Op) + " ")
		write(b, n.Y, bind)
	case *Compare:
		write(b, n.Operands[0], bindCompare)
		for i, op := range n.Ops {
			b.WriteString(" " + string(op) + " ")
			write(b, n.Operands[i+1], bindCompare)
		}
	case *Within:
		write(b, n.X, bindCompare)
		b.WriteString(" in [")
		write(b, n.Lo, bindNone)
		b.WriteString(", ")
		write(b, n.Hi, bindNone)
		b.WriteByte(']')
	}
}

// bindingOf is how tightly a node holds together.
func bindingOf(n Node) int {
	switch n := n.(type) {
	case *Unary:
		if n.Op == Not {
			return bindNot
		}
		return bindSign
	case *Binary:
		switch n.Op {
		case Or:
			return bindOr
		case And:
			return bindAnd
		case Add, Sub:
			return bindSum
		}
		return bindProduct
	case *Compare, *Within:
		return bindCompare
	}
	return bindSign + 1
}

func writeNumber(n *Number) string {
	if n.Percent {
		for digits := 15; digits <= 17; digits++ {
			hundred, _ := strconv.ParseFloat(strconv.FormatFloat(100*n.Value, 'g', digits, 64), 64)
			if hundred/100 == n.Value && !math.IsInf(hundred, 0) {
				return plainDecimal(hundred) + " %"
			}
		}
	}
	return plainDecimal(n.Value)
}

// plainDecimal writes a number without an exponent where it is of ordinary size.
func plainDecimal(x float64) string {
	if x == 0 || x >= 1e-5 && x < 1e15 {
		return strconv.FormatFloat(x, 'f', -1, 64)
	}
	return strconv.FormatFloat(x, 'g', -1, 64)
}

func writeName(n *Name) string {
	if n.Kind != Path {
		if n.Kind == Package {
			return writeID(n.Parts[0])
		}
		return n.Parts[0]
	}
	elements := make([]string, len(n.Parts))
	for i, p := range n.Parts {
		elements[i] = writeID(p)
	}
	return strings.Join(elements, ".")
}

// writeID quotes an id that cannot stand bare, as the lexer reads it.
func writeID(id string) string {
	if isBareID(id) && !isLanguageWord(id) {
		return id
	}
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(id) + `"`
}
