package claim

import "strings"

// A Function is one function of the language.
type Function struct {
	Name   string
	Args   []Arg
	Result Kind
	// PerCase tells whether the function has a value in every single case,
	// so that median, quantile and share may be taken of it.
	PerCase bool
	Meaning string // one sentence
}

// An Arg is one argument.
type Arg struct {
	Name     string
	Kind     Kind
	Optional bool // only at the end
	// PerCase: the argument is evaluated in every single case.
	PerCase bool
	// Constant: the argument must be known without a result; the horizon is.
	// Allowed says what it may be, and inRange tests it.
	Constant bool
	Allowed  string
	inRange  func(x float64) bool
}

// Accepts tells whether a constant argument may have a value. It panics where
// the argument is no constant.
func (a *Arg) Accepts(x float64) bool { return a.inRange(x) }

// Signature writes the function as its documentation does: risk(p[, year]).
func (f *Function) Signature() string {
	var b strings.Builder
	b.WriteString(f.Name + "(")
	for i, a := range f.Args {
		switch {
		case a.Optional && i > 0:
			b.WriteString("[, " + a.Name + "]")
		case i > 0:
			b.WriteString(", " + a.Name)
		default:
			b.WriteString(a.Name)
		}
	}
	return b.String() + ")"
}

func (f *Function) required() int {
	n := 0
	for _, a := range f.Args {
		if !a.Optional {
			n++
		}
	}
	return n
}

// Functions returns all functions of the language, in the order of the
// documentation.
func Functions() []Function {
	p := Arg{Name: "p", Kind: Package}
	a, b := Arg{Name: "a", Kind: Package}, Arg{Name: "b", Kind: Package}
	year := Arg{Name: "year", Kind: Value, Optional: true, Constant: true, Allowed: "a number of years above 0",
		inRange: func(x float64) bool { return x > 0 }}
	level := Arg{Name: "level", Kind: Value, Constant: true, Allowed: "a probability between 0 and 1, both excluded, as in 0.9",
		inRange: func(x float64) bool { return x > 0 && x < 1 }}
	place := Arg{Name: "n", Kind: Value, Optional: true, Constant: true, Allowed: "a whole number from 1",
		inRange: func(x float64) bool { return x >= 1 && x == float64(int(x)) }}
	each := Arg{Name: "value", Kind: Value, PerCase: true}
	perCase := func(name string, result Kind, meaning string, args ...Arg) Function {
		return Function{Name: name, Args: args, Result: result, PerCase: true, Meaning: meaning}
	}
	whole := func(name string, result Kind, meaning string, args ...Arg) Function {
		return Function{Name: name, Args: args, Result: result, Meaning: meaning}
	}
	return []Function{
		perCase("risk", Value, "The probability of a major breach under p by the year, by the horizon if none is given.", p, year),
		perCase("limited", Value, "The probability of a limited or major breach under p by the end of a whole year, by the horizon if none is given.", p, year),
		perCase("clash", Value, "The probability under p that a guarantor fights the challenger by the horizon.", p),
		perCase("defeat", Value, "The probability under p that the protégé is defeated by the horizon.", p),
		perCase("stopped", Value, "The probability under p that a major breach fails by the horizon and the response to it ends with it.", p),
		perCase("lasting", Value, "The probability under p that a major breach fails by the horizon and some response to it goes on.", p),
		perCase("peace", Value, "The probability of peace that holds if p is proposed, its adoption included and the challenger's consent not required.", p),
		perCase("peace_if_agreed", Value, "The same where the challenger must sign: no deal counts as no peace.", p),
		perCase("signs", Value, "The probability that the challenger signs p rather than fight on, 1 where its consent is not asked.", p),
		perCase("accepts", Value, "The probability that the protégé accepts p, 1 where its consent is not asked.", p),
		perCase("loss", Value, "The expected loss under p at central weights.", p),
		perCase("risk_ratio", Value, "The risk under a divided by the risk under b, 1 where both are 0.", a, b),
		perCase("difference", Value, "The risk under a minus the risk under b.", a, b),
		perCase("rank", Value, "The place of p among all packages by risk, 1 for the lowest; equals share the better one.", p),
		perCase("best", Package, "The package with the lowest risk; of equals each is."),
		whole("median", Value, "The median over cases of a value.", each),
		whole("quantile", Value, "The value below which a share of the cases lies.", each, level),
		whole("share", Value, "The share of cases in which a claim holds.", Arg{Name: "claim", Kind: Claim, PerCase: true}),
		whole("better", Value, "The share of futures in which b fails and a holds.", a, b),
		whole("top_driver", Path, "The parameter with the n-th largest total index of the risk under p, the largest if no n is given; it holds only if it beats the next at the stated error.", p, place),
		whole("monotone", Claim, "Whether the risk under p rises or falls throughout over nine points of the parameter's 5 to 95 % range.",
			p, Arg{Name: "path", Kind: Path}, Arg{Name: "rising|falling", Kind: Direction}),
		whole("hazard_peak", Value, "The year, 1 for the first, with the largest hazard of a major breach under p.", p),
		whole("word", Words, "The words of the scenario's scale for a probability; in an answer only.", Arg{Name: "value", Kind: Value}),
	}
}

// function finds a function by name.
func function(name string) (*Function, bool) {
	for _, f := range Functions() {
		if f.Name == name {
			return &f, true
		}
	}
	return nil, false
}

func functionNames() []string {
	var names []string
	for _, f := range Functions() {
		names = append(names, f.Name)
	}
	return names
}
