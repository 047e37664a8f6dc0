package claim

import (
	"errors"
	"testing"
)

func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		"risk_ratio(trip_30k, none) < 0.5", `0.1 < risk("snap+trip", 5) <= 20 %`, "risk(none) in [0.2, 40%]",
		"not (best() = none or top_driver(a, 2) != coalition.resolve)", "monotone(a, instrument.t.troops, falling) and share(risk(a) < risk(b)) > .5",
		"By year {horizon} it is {word(risk(none))} {{ ({risk(none)}).", "((((", "-−-1", `"\"`, "1e", "a.b.", "≤≥≠", "\xff{",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, src string) {
		e, err := Parse(src)
		checkResult(t, src, err)
		if err == nil {
			checkTree(t, src, e)
			if again, err := Parse(src); err != nil || dump(again.Root) != dump(e.Root) {
				t.Fatalf("%q parses differently the second time: %v", src, err)
			}
			if again, err := Parse(Text(e.Root)); err != nil || dump(again.Root) != dump(e.Root) {
				t.Fatalf("%q is written %q, which is another claim: %v", src, Text(e.Root), err)
			}
		}
		a, err := ParseAnswer(src)
		checkResult(t, src, err)
		if err == nil {
			for _, p := range a.Parts {
				if p.Expr != nil {
					checkTree(t, src, p.Expr)
				}
			}
		}
	})
}

func checkResult(t *testing.T, src string, err error) {
	t.Helper()
	var ce *Error
	if err != nil && (!errors.As(err, &ce) || ce.Msg == "" || ce.Offset < 0 || ce.Offset > len(src)) {
		t.Fatalf("%q: an error without a place or a message: %v", src, err)
	}
}

// checkTree checks what an evaluation relies on.
func checkTree(t *testing.T, src string, e *Expr) {
	t.Helper()
	Walk(e.Root, func(n Node) {
		if n.Pos() < 0 || n.Pos() >= len(src) {
			t.Fatalf("%q: a node at %d", src, n.Pos())
		}
		switch n := n.(type) {
		case *Name:
			if n.Kind == Unknown || len(n.Parts) == 0 || n.Kind == Path && len(n.Parts) < 2 {
				t.Fatalf("%q: the name %v was not resolved", src, n)
			}
		case *Call:
			if len(n.Args) < n.Func.required() || len(n.Args) > len(n.Func.Args) {
				t.Fatalf("%q: %s has %d arguments", src, n.Func.Name, len(n.Args))
			}
		case *Compare:
			if len(n.Operands) != len(n.Ops)+1 || len(n.Ops) == 0 {
				t.Fatalf("%q: %d operands of %d operators", src, len(n.Operands), len(n.Ops))
			}
		}
	})
}
