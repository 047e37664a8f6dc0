package claim

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

func dumpAnswer(a *Answer) string {
	var parts []string
	for _, p := range a.Parts {
		if p.Expr == nil {
			parts = append(parts, fmt.Sprintf("%q", p.Text))
		} else {
			parts = append(parts, dump(p.Expr.Root)+" is "+p.Expr.Kind.String())
		}
	}
	return strings.Join(parts, ", ")
}

func TestParseAnswer(t *testing.T) {
	for _, tc := range []struct{ src, want string }{
		{"", ""},
		{"No values.", `"No values."`},
		{"By year {horizon} it is {word(risk(none))} ({risk(none)}).",
			`"By year ", value:horizon is a value, " it is ", word(risk(package:none)) is words, " (", risk(package:none) is a value, ")."`},
		{"{ best() } wins, {top_driver(a)} drives", `best() is a package, " wins, ", top_driver(package:a) is a parameter, " drives"`},
		{`{risk("a}b") / 2}{{}}`, `(risk(package:a}b) / 2) is a value, "{}"`},
		{"{share(risk(a) < risk(b))} of cases — {100 * better(a, b)}", `share((risk(package:a) < risk(package:b))) is a value, " of cases — ", (100 * better(package:a package:b)) is a value`},
	} {
		a, err := ParseAnswer(tc.src)
		if err != nil {
			t.Errorf("%s: %v", tc.src, err)
			continue
		}
		if got := dumpAnswer(a); got != tc.want {
			t.Errorf("%s\n got %s\nwant %s", tc.src, got, tc.want)
		}
	}
}

func TestParseAnswerErrors(t *testing.T) {
	for _, tc := range []struct{ src, substr string }{ // ^ marks the position
		{"risk ^{risk(none)", "{ does not close"},
		{"risk ^} of", "} closes no brace"},
		{"risk {^}", "braces are empty"},
		{"— {^rsk(none)}", "did you mean risk?"},
		{"{^none}", "write risk(none)"},
		{"{^risk(a) < 1}", "a claim stands where a value is needed"},
		{"{1 + ^word(risk(a))}", "word(…) stands in an answer only, alone between its braces"},
		{"{word(^word(risk(a)))}", "word(…) stands in an answer only"},
		{"{word(^)}", "value is missing"},
		{`{risk(^"a)} of`, "a quoted id does not end"},
		{"{risk(a)^ b}", ""},
		{"{risk(a) ^{risk(b)}", "braces stand in an answer only"},
	} {
		at := strings.Index(tc.src, "^")
		src := tc.src[:at] + tc.src[at+1:]
		if tc.substr == "" {
			at, tc.substr = at+1, "b stands where an operator is needed"
		}
		a, err := ParseAnswer(src)
		var ce *Error
		if !errors.As(err, &ce) {
			t.Errorf("%s: parses as %s", src, dumpAnswer(a))
			continue
		}
		if ce.Offset != at || !strings.Contains(ce.Msg, tc.substr) {
			t.Errorf("%s\n got %d: %s\nwant %d: …%s…", src, ce.Offset, ce.Msg, at, tc.substr)
		}
	}
}

func TestAnswerNames(t *testing.T) {
	src := "é {risk(a)} {risk_ratio(b, a)}"
	a, err := ParseAnswer(src)
	if err != nil {
		t.Fatal(err)
	}
	var got string
	for _, r := range a.Packages() {
		got += fmt.Sprintf("%s@%d=%s ", r.ID, r.Offset, src[r.Offset:r.Offset+1])
	}
	if got != "a@9=a b@25=b a@28=a " || len(a.Paths()) != 0 {
		t.Errorf("packages %s, paths %v", got, a.Paths())
	}
}
