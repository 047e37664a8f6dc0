package claim

// Kind is what an expression stands for.
type Kind int

// The kinds. The zero value, Unknown, is a name before the check.
const (
	Unknown   Kind = iota
	Value          // a number
	Claim          // true or false
	Package        // a package
	Path           // a parameter
	Direction      // rising or falling
	Words          // words for a probability; in answers only
)

// String names the kind with its article.
func (k Kind) String() string {
	return [...]string{"a name", "a value", "a claim", "a package", "a parameter", "a direction", "words"}[k]
}

// Op is an operator.
type Op string

// The operators.
const (
	Add     Op = "+"
	Sub     Op = "-"
	Mul     Op = "*"
	Div     Op = "/"
	Less    Op = "<"
	AtMost  Op = "<="
	More    Op = ">"
	AtLeast Op = ">="
	Equal   Op = "="
	Differs Op = "!="
	And     Op = "and"
	Or      Op = "or"
	Not     Op = "not"
)

// A Node is a part of an expression: *Number, *Name, *Call, *Unary, *Binary,
// *Compare or *Within.
type Node interface {
	Pos() int // byte offset of its start, an operator's operand first
}

// A Number is a constant; 20 % has the value 0.2.
type Number struct {
	Offset  int
	Value   float64
	Percent bool
}

// A Name is a package's id, a parameter's path, a direction, or the horizon.
type Name struct {
	Offset int
	// Parts are the elements of a path, unquoted; a single one otherwise.
	Parts  []string
	Quoted bool // a single quoted element
	// Kind is what the name stands for where it stands: Package, Path,
	// Direction, or Value (the horizon in years).
	Kind Kind
}

// Path writes the path of a parameter as a scenario does.
func (n *Name) Path() string { return joinPath(n.Parts) }

// A Call applies a function. Optional arguments may be missing at the end.
type Call struct {
	Offset int
	Func   *Function
	Args   []Node
}

// Unary is −x or not x.
type Unary struct {
	Offset int
	Op     Op // Sub, Not
	X      Node
}

// Binary is arithmetic or a junction of two claims.
type Binary struct {
	OpOffset int
	Op       Op // Add, Sub, Mul, Div, And, Or
	X, Y     Node
}

// Compare is a chain: Operands[0] Ops[0] Operands[1] …; it holds if every
// link does. Of values, or, with Equal and Differs, of two packages or two
// parameters.
type Compare struct {
	OpOffsets []int
	Ops       []Op
	Operands  []Node
}

// Within is X in [Lo, Hi], both ends included.
type Within struct {
	OpOffset  int
	X, Lo, Hi Node
}

// Pos returns the byte offset of the node.
func (n *Number) Pos() int { return n.Offset }

// Pos returns the byte offset of the node.
func (n *Name) Pos() int { return n.Offset }

// Pos returns the byte offset of the node.
func (n *Call) Pos() int { return n.Offset }

// Pos returns the byte offset of the node.
func (n *Unary) Pos() int { return n.Offset }

// Pos returns the byte offset of the node.
func (n *Binary) Pos() int { return n.X.Pos() }

// Pos returns the byte offset of the node.
func (n *Compare) Pos() int { return n.Operands[0].Pos() }

// Pos returns the byte offset of the node.
func (n *Within) Pos() int { return n.X.Pos() }

// An Expr is a parsed and checked expression.
type Expr struct {
	Source string // the whole text that positions refer to
	Root   Node
	Kind   Kind // Claim from Parse; in an answer Value, Package, Path or Words
}

// A Ref is a name in an expression that refers to a scenario.
type Ref struct {
	ID     string   // a package's id, or a parameter's path as written in a scenario
	Parts  []string // of a path, its elements unquoted; of a package, the id
	Offset int      // bytes from the start of the text
}

// Packages returns the packages an expression refers to, in its order,
// repetitions included.
func (e *Expr) Packages() []Ref { return e.refs(Package) }

// Paths returns the parameters an expression refers to, in its order,
// repetitions included.
func (e *Expr) Paths() []Ref { return e.refs(Path) }

func (e *Expr) refs(kind Kind) []Ref {
	var out []Ref
	Walk(e.Root, func(n Node) {
		if name, ok := n.(*Name); ok && name.Kind == kind {
			id := name.Parts[0]
			if kind == Path {
				id = name.Path()
			}
			out = append(out, Ref{ID: id, Parts: name.Parts, Offset: name.Offset})
		}
	})
	return out
}

// Walk calls visit for a node and everything below it, in the order of the
// text.
func Walk(n Node, visit func(Node)) {
	visit(n)
	switch n := n.(type) {
	case *Call:
		for _, a := range n.Args {
			Walk(a, visit)
		}
	case *Unary:
		Walk(n.X, visit)
	case *Binary:
		Walk(n.X, visit)
		Walk(n.Y, visit)
	case *Compare:
		for _, x := range n.Operands {
			Walk(x, visit)
		}
	case *Within:
		Walk(n.X, visit)
		Walk(n.Lo, visit)
		Walk(n.Hi, visit)
	}
}
