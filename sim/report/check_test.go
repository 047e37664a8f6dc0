package report

import (
	"encoding/xml"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"steadfast/sim/result"
)

// checked is two checks: a claim that holds, one that fails with a turn, one
// that is undecided, with all that an escape is needed for.
func checked() []*result.Check {
	fails := result.CheckedClaim{
		Claim: "Trip, at 100 %: \"safe\" <or> not\nreally", That: "risk(trip) < 1 %", File: "my, files: all/50%.toml", Line: 7, Column: 3,
		Status: result.Fails, Cases: 128,
		Comparisons: []result.Comparison{{
			Text: "risk(trip) < 1 %", Status: result.Fails, LeftText: "risk(trip)", RightText: "1 %", Left: mean(0.37, 0.004), Right: mean(0.01, 0),
			Difference: mean(0.36, 0.004), UsedLo: 0.344, UsedHi: 0.376, Level: 0.9997,
		}},
		Turn: &result.Turn{Path: "challenger.war_cost", Unit: "stakes", Lo: 0.734, Hi: 0.82, Margin: -0.0571, All: -0.36, Clear: true},
	}
	open := result.CheckedClaim{
		Claim: "The first driver", That: "top_driver(trip) = challenger.war_cost", Status: result.Undecided, Cases: 512,
		Comparisons: []result.Comparison{{
			Text: "top_driver(trip) = challenger.war_cost", Status: result.Undecided, LeftText: "total index of challenger.war_cost",
			RightText: "total index of challenger.noise", Left: mean(0.4, 0.02), Right: mean(0.38, 0.02), Difference: mean(0.02, 0.03),
			UsedLo: -0.08, UsedHi: 1.7976931348623157e308, Level: 0.9997, Note: "only first-order indices were computed",
		}},
		Turn: &result.Turn{Path: "backstop.initial", Word: "absent", Margin: 0.01, All: -0.02, Past: true},
	}
	holds := result.CheckedClaim{Claim: "None is worst", That: "risk(none) > risk(trip)", Status: result.Holds, Cases: 128}
	return []*result.Check{
		{Scenario: result.Scenario{Name: "one"}, Claims: []result.CheckedClaim{holds, fails}},
		{Scenario: result.Scenario{Name: "two & more"}, Claims: []result.CheckedClaim{open}},
	}
}

// TestCheckText pins what is printed of claims: of one that holds a line, of
// the others what was measured, and what turns them.
func TestCheckText(t *testing.T) {
	var b strings.Builder
	for _, c := range checked() {
		if err := Check(&b, c); err != nil {
			t.Fatal(err)
		}
	}
	golden(t, "check.text", b.String())
}

// TestCheckJUnit reads the report back as a CI server does.
func TestCheckJUnit(t *testing.T) {
	var b strings.Builder
	if err := CheckJUnit(&b, checked()); err != nil {
		t.Fatal(err)
	}
	golden(t, "check.junit", b.String())
	type message struct {
		Message string `xml:"message,attr"`
		Text    string `xml:",chardata"`
	}
	var read struct {
		XMLName xml.Name `xml:"testsuites"`
		Suites  []struct {
			Name  string     `xml:"name,attr"`
			Attrs []xml.Attr `xml:",any,attr"`
			Cases []struct {
				Name    string   `xml:"name,attr"`
				Class   string   `xml:"classname,attr"`
				Failure *message `xml:"failure"`
				Skipped *message `xml:"skipped"`
			} `xml:"testcase"`
		} `xml:"testsuite"`
	}
	if err := xml.Unmarshal([]byte(b.String()), &read); err != nil {
		t.Fatal(err)
	}
	if len(read.Suites) != 2 || len(read.Suites[0].Cases) != 2 || len(read.Suites[1].Cases) != 1 {
		t.Fatalf("%+v", read)
	}
	counts := func(i int) string {
		var parts []string
		for _, a := range read.Suites[i].Attrs {
			parts = append(parts, a.Name.Local+"="+a.Value)
		}
		return strings.Join(parts, " ")
	}
	if got := counts(0); got != "tests=2 failures=1 skipped=0" {
		t.Errorf("the first suite has %s", got)
	}
	if got := counts(1); got != "tests=1 failures=0 skipped=1" {
		t.Errorf("the second suite has %s", got)
	}
	holds, fails, open := read.Suites[0].Cases[0], read.Suites[0].Cases[1], read.Suites[1].Cases[0]
	if holds.Failure != nil || holds.Skipped != nil || holds.Class != "one" {
		t.Errorf("a claim that holds: %+v", holds)
	}
	want := checked()[0].Claims[1]
	if fails.Name != want.Claim || fails.Failure == nil || fails.Failure.Message != "fails" || fails.Skipped != nil {
		t.Errorf("a claim that fails: %+v", fails)
	}
	if d := cmp.Diff(strings.Join(Reason(want), "\n"), fails.Failure.Text); d != "" {
		t.Errorf("its reason:\n%s", d)
	}
	if open.Skipped == nil || open.Failure != nil || open.Skipped.Message != "undecided" || read.Suites[1].Name != "two & more" {
		t.Errorf("an undecided claim: %+v", open)
	}
}

// TestCheckGitHub: one line an annotation, whatever stands in a claim or in the
// name of its file.
func TestCheckGitHub(t *testing.T) {
	var b strings.Builder
	if err := CheckGitHub(&b, checked()); err != nil {
		t.Fatal(err)
	}
	golden(t, "check.github", b.String())
	lines := strings.Split(strings.TrimSuffix(b.String(), "\n"), "\n")
	if len(lines) != 2 {
		t.Fatalf("%d lines, want one for each of two claims:\n%s", len(lines), b.String())
	}
	head, text, _ := strings.Cut(strings.TrimPrefix(lines[0], "::"), "::")
	if want := "error file=my%2C files%3A all/50%25.toml,line=7,col=3,title=claim fails"; head != want {
		t.Errorf("got  %s\nwant %s", head, want)
	}
	undo := strings.NewReplacer("%0A", "\n", "%0D", "\r", "%25", "%")
	claim := checked()[0].Claims[1]
	if want := claim.Claim + ": fails\n" + strings.Join(Reason(claim), "\n"); undo.Replace(text) != want {
		t.Errorf("the message reads\n%s\nwant\n%s", undo.Replace(text), want)
	}
	if !strings.HasPrefix(lines[1], "::warning title=") {
		t.Errorf("an undecided claim that is in no file: %s", lines[1])
	}
}
