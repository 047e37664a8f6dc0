package claim

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// dump writes a tree with every bracket, so that a test sees what binds what.
func dump(n Node) string {
	switch n := n.(type) {
	case *Number:
		return fmt.Sprintf("%g", n.Value)
	case *Name:
		return strings.TrimPrefix(n.Kind.String(), "a ") + ":" + strings.Join(n.Parts, "/")
	case *Call:
		var args []string
		for _, a := range n.Args {
			args = append(args, dump(a))
		}
		return n.Func.Name + "(" + strings.Join(args, " ") + ")"
	case *Unary:
		return "(" + string(n.Op) + " " + dump(n.X) + ")"
	case *Binary:
		return "(" + dump(n.X) + " " + string(n.Op) + " " + dump(n.Y) + ")"
	case *Compare:
		s := "(" + dump(n.Operands[0])
		for i, op := range n.Ops {
			s += " " + string(op) + " " + dump(n.Operands[i+1])
		}
		return s + ")"
	case *Within:
		return "(" + dump(n.X) + " in [" + dump(n.Lo) + " " + dump(n.Hi) + "])"
	}
	return fmt.Sprintf("%T", n)
}

func TestParse(t *testing.T) {
	for _, tc := range []struct{ src, want string }{
		{"risk_ratio(trip_30k, none) < 0.5", "(risk_ratio(package:trip_30k package:none) < 0.5)"},
		{`risk("snap+trip", none)` + " < 1", ""},
		{`risk("snap+trip", 5) < risk('none',5)`, "(risk(package:snap+trip 5) < risk(package:none 5))"},
		{`risk("a\"b\\c") < 1`, `(risk(package:a"b\c) < 1)`},
		{"risk(none) < 20 %", "(risk(package:none) < 0.2)"},
		{"risk(none)<20%", "(risk(package:none) < 0.2)"},
		{"0.1 < risk(none) <= .5", "(0.1 < risk(package:none) <= 0.5)"},
		{"0.5 ≥ risk(none) > 1e-3", "(0.5 >= risk(package:none) > 0.001)"},
		{"risk(none) in [0.2, 40 %]", "(risk(package:none) in [0.2 0.4])"},
		{"risk(none) in [0,1]", "(risk(package:none) in [0 1])"},
		{"risk(a) - risk(b) − 1 > -2 * 3 + 4 / 2", "(((risk(package:a) - risk(package:b)) - 1) > (((- 2) * 3) + (4 / 2)))"},
		{"(risk(a) + risk(b)) / 2 < 1_000", "(((risk(package:a) + risk(package:b)) / 2) < 1000)"},
		{"-(risk(a) - --3) < 1", "((- (risk(package:a) - (- (- 3)))) < 1)"},
		{"risk(a) < 1 or risk(b) < 1 and not risk(c) < 1", "((risk(package:a) < 1) or ((risk(package:b) < 1) and (not (risk(package:c) < 1))))"},
		{"(risk(a) < 1 or risk(b) < 1) and not (risk(c) < 1 or risk(d) < 1)",
			"(((risk(package:a) < 1) or (risk(package:b) < 1)) and (not ((risk(package:c) < 1) or (risk(package:d) < 1))))"},
		{"not not rank(a) == 1", "(not (not (rank(package:a) = 1)))"},
		{"limited(a, horizon) < 1 and clash(a)+defeat(a)+peace(a)+loss(a) > difference(a,b)",
			"((limited(package:a value:horizon) < 1) and ((((clash(package:a) + defeat(package:a)) + peace(package:a)) + loss(package:a)) > difference(package:a package:b)))"},
		{"best() = none", "(best() = package:none)"},
		{`"snap+trip" ≠ best()`, "(package:snap+trip != best())"},
		{"risk(best()) < 1", "(risk(best()) < 1)"},
		{"median(risk(a) - risk(b)) < 0 and quantile(loss(a), 90 %) < 5", "((median((risk(package:a) - risk(package:b))) < 0) and (quantile(loss(package:a) 0.9) < 5))"},
		{"share(risk(a) < risk(b) and best() = a) > 0.8", "(share(((risk(package:a) < risk(package:b)) and (best() = package:a))) > 0.8)"},
		{"better(a, b) > .7", "(better(package:a package:b) > 0.7)"},
		{"top_driver(a) = coalition.resolve", "(top_driver(package:a) = parameter:coalition/resolve)"},
		{`top_driver(a, 2) != "challenger.war_cost"`, "(top_driver(package:a 2) != parameter:challenger/war_cost)"},
		{`top_driver(a) = guarantor."x.y".willingness`, "(top_driver(package:a) = parameter:guarantor/x.y/willingness)"},
		{"monotone(a, instrument.tripwire.troops, falling)", "monotone(package:a parameter:instrument/tripwire/troops direction:falling)"},
		{"10 < hazard_peak(a) < horizon", "(10 < hazard_peak(package:a) < value:horizon)"},
		{"risk(risk) < 1 and risk(horizon) < 1 and risk(rising) < 1", "(((risk(package:risk) < 1) and (risk(package:horizon) < 1)) and (risk(package:rising) < 1))"},
		{"risk(a, 2 * 5 / 2 + 1) < 1", "(risk(package:a (((2 * 5) / 2) + 1)) < 1)"},
	} {
		e, err := Parse(tc.src)
		if tc.want == "" {
			if err == nil {
				t.Errorf("%s parses as %s", tc.src, dump(e.Root))
			}
			continue
		}
		if err != nil {
			t.Errorf("%s: %v", tc.src, err)
			continue
		}
		if got := dump(e.Root); got != tc.want {
			t.Errorf("%s\n got %s\nwant %s", tc.src, got, tc.want)
		}
		if again, err := Parse(Text(e.Root)); err != nil || dump(again.Root) != tc.want {
			t.Errorf("%s is written %s, which is another claim: %v", tc.src, Text(e.Root), err)
		}
		if e.Kind != Claim || e.Source != tc.src {
			t.Errorf("%s: kind %v, source %q", tc.src, e.Kind, e.Source)
		}
	}
}

func TestParseErrors(t *testing.T) {
	for _, tc := range []struct {
		src    string // ^ marks the position
		substr string
	}{
		{"^", "a claim is empty"},
		{"  ^", "a claim is empty"},
		{"risk(none) < ^", "the text ends where a value is needed"},
		{"^rsik(none) < 1", "rsik is not a function: did you mean risk?"},
		{"^probability(none) < 1", "probability is not a function: there are risk, limited, clash"},
		{"risk(^) < 1", "risk(p[, year]): p is missing, a package"},
		{"risk_ratio(a^) < 1", "risk_ratio(a, b): b is missing, a package"},
		{"better(a, b, ^c) < 1", "better(a, b) takes no further argument: it has 3"},
		{"best(^none) = none", "best() takes no further argument"},
		{"^risk < 1", "risk is a function and needs its arguments: risk(p[, year])"},
		{"^none < 1", "none is a name where a value is needed: write risk(none) for the risk under a package"},
		{"^challenger.war_cost < 1", "challenger.war_cost is the path of a parameter where a value is needed"},
		{"^none", "none is a name where a claim is needed"},
		{"^risk(none)", "a value stands where a claim is needed"},
		{"^best()", "a package stands where a claim is needed"},
		{"^word(risk(none)) < 1", "word(…) stands in an answer only"},
		{"risk(none) < ^best()", "a package stands where a value is needed: write risk(…) for its risk"},
		{"1 + ^(risk(a) < 1) > 0", ""},
		{"risk(a) < 1 and ^risk(b)", "a value stands where a claim is needed"},
		{"not ^risk(b)", "a value stands where a claim is needed"},
		{"risk(a) < 1 ^= risk(b) < 2", "cannot stand in a chain"},
		{"(risk(a) < 1) ^= (risk(b) < 2)", "claims cannot be compared: join them by and, or, not"},
		{"0 < risk(a) ^> 0.1", "a chain of comparisons turns round"},
		{"best() ^< none", "a package has no order"},
		{"top_driver(a) = ^resolve", "resolve is not the path of a parameter"},
		{`top_driver(a) = ^"coalition..resolve"`, "an element is empty"},
		{"top_driver(a) ^> coalition.resolve", "a parameter has no order"},
		{"top_driver(a) = ^best()", "a package stands where a parameter is needed"},
		{"risk(^challenger.war_cost) < 1", "is the path of a parameter where a package is needed"},
		{"risk(^5) < 1", "a value stands where a package is needed: write its id"},
		{"risk(^20 %) < 1", "a value stands where a package is needed"},
		{"risk(a, ^b) < 1", "b is a name where a value is needed"},
		{"risk(a, ^risk(b)) < 1", "year must be a constant: a number of years above 0"},
		{"risk(a, ^0) < 1", "year is 0: it must be a number of years above 0"},
		{"quantile(risk(a), ^1.5) < 1", "level is 1.5: it must be a probability between 0 and 1"},
		{"top_driver(a, ^1.5) = x.y", "n is 1.5: it must be a whole number from 1"},
		{"median(^share(risk(a) < 1)) < 1", "share is not known in a single case: median is taken over cases"},
		{"share(risk(a) < ^quantile(risk(b), 0.5)) < 1", "quantile is not known in a single case"},
		{"share(^risk(a)) < 1", "a value stands where a claim is needed"},
		{"median(^risk(a) < 1) < 1", "a claim stands where a value is needed: share(…)"},
		{"monotone(a, x.y, ^risng)", "risng is not a direction: did you mean rising?"},
		{"monotone(a, x.y, ^up)", "write rising or falling"},
		{"monotone(a, ^top_driver(a), rising)", "path must be written out, as in challenger.war_cost"},
		{"risk(none) in ^(0.2, 0.4)", "in is followed by [low, high]"},
		{"risk(none) in [0.2^]", "an interval has two ends"},
		{"risk(none) in ^[0.2, 0.4", "a ] is missing"},
		{"risk(none) in [^0.4, 0.2]", "the interval [0.4, 0.2] is empty"},
		{"risk(none) in [0, 1] ^< 2", "< follows an interval"},
		{"risk(none) < 1 ^in [0, 1]", "in follows a comparison"},
		{"^[0, 1] < risk(none)", "an interval follows in"},
		{"risk^(none < 1", "a ) is missing"},
		{"^(risk(none) < 1", "a ) is missing"},
		{"risk(none) < 1^)", "closes a bracket that was not opened"},
		{"risk(none ^none) < 1", "none stands where an operator, a comma or ) is needed"},
		{"(risk(none) ^none) < 1", "none stands where an operator or ) is needed"},
		{"risk(none) < 1 ^ad risk(a) < 1", "ad is not an operator: did you mean and?"},
		{"risk(none) < 1 ^5", "5 stands where an operator is needed"},
		{"risk(none) < 0^,5", "a number takes a decimal point, as in 0.5"},
		{"risk(none)^% < 1", "does not follow a number: per cent are written as in 20 %"},
		{`"risk"^(none) < 1`, "( does not follow the name of a function"},
		{"risk(none) ^&& risk(a)", `"&&" is not part of the language: write and`},
		{"risk(none) ^<> 1", "write !="},
		{"risk(none) < 1 ^| 2", "write or"},
		{"risk(^“none”) < 1", `write straight quotes, "`},
		{"risk(none) < 1 ^{", "braces stand in an answer only"},
		{"risk(^Trip) < 1", `quote any other, "Trip"`},
		{"risk(^30k) < 1", `quote an id that begins with a digit, "30k"`},
		{"risk(^łuk) < 1", "cannot stand in a bare id"},
		{`risk(^"none) < 1`, `a quoted id does not end: close it with "`},
		{`risk(^"") < 1`, "an id is empty"},
		{`risk("a^\n") < 1`, "a backslash in quotes"},
		{"risk(^and) < 1", "and stands where a value is needed"},
		{"monotone(a, x.^5, rising)", "stands where"},
		{"monotone(a, x.^, rising)", ", stands where an element of a path is needed"},
		{"risk(none) < ^1__0", "_ stands between two digits"},
		{"risk(none) < ^1e999", "too large"},
		{"risk(none) < 1 / ^0", "divided by 0"},
		{"^1 < 2", "a claim refers to no result"},
		{"risk(none) ^# 1", "'#' is not part of the language"},
		{strings.Repeat("(", 200) + "^(1", "nested more than 200 deep"},
	} {
		at := strings.Index(tc.src, "^")
		src := tc.src[:at] + tc.src[at+1:]
		if tc.src == "monotone(a, x.^5, rising)" { // ".5" is a number
			at--
		}
		if tc.substr == "" { // a bracket is not a node: the position is its content's
			at, tc.substr = at+1, "a claim stands where a value is needed"
		}
		e, err := Parse(src)
		var ce *Error
		if !errors.As(err, &ce) {
			t.Errorf("%s: parses as %s", src, dump(e.Root))
			continue
		}
		if ce.Offset != at || !strings.Contains(ce.Msg, tc.substr) {
			t.Errorf("%s\n got %d: %s\nwant %d: …%s…", src, ce.Offset, ce.Msg, at, tc.substr)
		}
	}
}

func TestInvalidUTF8(t *testing.T) {
	for _, src := range []string{"risk(\xff) < 1", "risk(\"\xff\") < 1"} {
		if _, err := Parse(src); err == nil || !strings.Contains(err.Error(), "UTF-8") {
			t.Errorf("%q: %v", src, err)
		}
	}
}

func TestNames(t *testing.T) {
	e, err := Parse(`risk_ratio(a, "b+c") < 1 and top_driver(a) = guarantor."x.y".willingness and monotone(d, "coalition.resolve", rising)`)
	if err != nil {
		t.Fatal(err)
	}
	want := []Ref{{"a", []string{"a"}, 11}, {"b+c", []string{"b+c"}, 14}, {"a", []string{"a"}, 40}, {"d", []string{"d"}, 86}}
	if diff := cmp.Diff(want, e.Packages()); diff != "" {
		t.Errorf("packages (-want +got):\n%s", diff)
	}
	want = []Ref{{`guarantor."x.y".willingness`, []string{"guarantor", "x.y", "willingness"}, 45}, {"coalition.resolve", []string{"coalition", "resolve"}, 89}}
	if diff := cmp.Diff(want, e.Paths()); diff != "" {
		t.Errorf("paths (-want +got):\n%s", diff)
	}
	for _, r := range append(e.Packages(), e.Paths()...) {
		if rest := e.Source[r.Offset:]; !strings.HasPrefix(strings.TrimPrefix(rest, `"`), r.Parts[0]) {
			t.Errorf("%s is said to stand at %q", r.ID, rest)
		}
	}
}

func TestFunctionsAreDocumented(t *testing.T) {
	seen := map[string]bool{}
	for _, f := range Functions() {
		if seen[f.Name] || !isBareID(f.Name) {
			t.Errorf("%q stands twice, or is not a bare name", f.Name)
		}
		seen[f.Name] = true
		if !strings.HasSuffix(f.Meaning, ".") || f.Result == Unknown {
			t.Errorf("%s: meaning %q, result %v", f.Name, f.Meaning, f.Result)
		}
		optional := false
		for _, a := range f.Args {
			if optional && !a.Optional {
				t.Errorf("%s: %s follows an optional argument", f.Name, a.Name)
			}
			optional = a.Optional
			if a.Constant != (a.inRange != nil) || a.Constant != (a.Allowed != "") {
				t.Errorf("%s: %s must say what a constant may be, and only a constant", f.Name, a.Name)
			}
		}
	}
	for _, want := range []string{"risk(p[, year])", "best()", "monotone(p, path, rising|falling)", "quantile(value, level)"} {
		name, _, _ := strings.Cut(want, "(")
		if f, ok := function(name); !ok || f.Signature() != want {
			t.Errorf("signature of %s: %v", name, f)
		}
	}
}
