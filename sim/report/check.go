package report

import (
	"encoding/xml"
	"fmt"
	"io"
	"math"
	"strings"

	"steadfast/sim/estimate"
	"steadfast/sim/result"
)

// Check writes what the test of claims found, a line a claim; of one that does
// not hold, the comparison on which it turns, its interval, and the assumption
// that most nearly turns it.
func Check(w io.Writer, c *result.Check) error {
	var b strings.Builder
	for _, claim := range c.Claims {
		fmt.Fprintf(&b, "%-9s  %s (%s)\n", claim.Status, claim.Claim, counted(claim.Cases, "case"))
		if claim.Status != result.Holds {
			for _, line := range Reason(claim) {
				fmt.Fprintf(&b, "           %s\n", line)
			}
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// Reason says why a claim does not hold: what was measured, and which
// assumption most nearly turns it.
func Reason(claim result.CheckedClaim) []string {
	lines := []string{"that = " + claim.That}
	if claim.Turning < len(claim.Comparisons) {
		c := claim.Comparisons[claim.Turning]
		lines = append(lines, fmt.Sprintf("%s %s: %s = %s, %s = %s, difference %s, from %s to %s at %.6g %%", c.Text, c.Status,
			c.LeftText, value(c.Left), c.RightText, value(c.Right), signedTo(c.Difference.Mean, c.Difference.StdErr, 4),
			end(c.UsedLo, c.Difference.StdErr), end(c.UsedHi, c.Difference.StdErr), 100*c.Level))
		if c.Note != "" {
			lines = append(lines, c.Note)
		}
	}
	if t := claim.Turn; t != nil {
		where := quantity(t.Lo, 3) + " to " + quantity(t.Hi, 3)
		if t.Word != "" {
			where = t.Word
		}
		if t.Unit != "" && t.Word == "" {
			where += " " + t.Unit
		}
		how := "comes nearest to turning"
		if t.Past {
			how = "turns"
		}
		if !t.Clear {
			how += ", perhaps by chance"
		}
		lines = append(lines, fmt.Sprintf("with %s at %s it %s (margin %s, over all cases %s)", t.Path, where, how, signedQuantity(t.Margin, 3), signedQuantity(t.All, 3)))
	}
	return lines
}

// value writes a mean with its 95 % interval; what is not estimated stands
// alone.
func value(m estimate.Mean) string {
	if m.StdErr == 0 {
		return quantity(m.Mean, 4)
	}
	return between(m, 1, 4)
}

// end is an end of an interval of a difference that is known up to an error;
// there may be none.
func end(x, stdErr float64) string {
	switch x {
	case math.MaxFloat64:
		return "∞"
	case -math.MaxFloat64:
		return "−∞"
	}
	return signedTo(x, stdErr, 4)
}

// CheckGitHub writes an annotation for every claim that does not hold, as
// GitHub's workflows show them; of an undecided one a warning.
func CheckGitHub(w io.Writer, checks []*result.Check) error {
	escape := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	property := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
	for _, c := range checks {
		for _, claim := range c.Claims {
			level := "error"
			switch claim.Status {
			case result.Holds:
				continue
			case result.Undecided:
				level = "warning"
			}
			where := ""
			if claim.File != "" {
				where = fmt.Sprintf("file=%s,line=%d,col=%d,", property.Replace(claim.File), claim.Line, claim.Column)
			}
			text := claim.Claim + ": " + claim.Status + "\n" + strings.Join(Reason(claim), "\n")
			if _, err := fmt.Fprintf(w, "::%s %stitle=%s::%s\n", level, where, property.Replace("claim "+claim.Status), escape.Replace(text)); err != nil {
				return err
			}
		}
	}
	return nil
}

// The elements of a JUnit report, as CI servers read it.
type (
	junitSuites struct {
		XMLName xml.Name     `xml:"testsuites"`
		Suites  []junitSuite `xml:"testsuite"`
	}
	junitSuite struct {
		Name     string      `xml:"name,attr"`
		Tests    int         `xml:"tests,attr"`
		Failures int         `xml:"failures,attr"`
		Skipped  int         `xml:"skipped,attr"`
		Cases    []junitCase `xml:"testcase"`
	}
	junitCase struct {
		Name    string        `xml:"name,attr"`
		Class   string        `xml:"classname,attr"`
		Failure *junitMessage `xml:"failure"`
		Skipped *junitMessage `xml:"skipped"`
	}
	junitMessage struct {
		Message string `xml:"message,attr"`
		Text    string `xml:",chardata"`
	}
)

// CheckJUnit writes a suite a scenario and a test a claim; an undecided claim
// is a skipped test.
func CheckJUnit(w io.Writer, checks []*result.Check) error {
	var all junitSuites
	for _, c := range checks {
		suite := junitSuite{Name: c.Scenario.Name, Tests: len(c.Claims)}
		for _, claim := range c.Claims {
			test := junitCase{Name: claim.Claim, Class: c.Scenario.Name}
			why := &junitMessage{Message: claim.Status, Text: strings.Join(Reason(claim), "\n")}
			switch claim.Status {
			case result.Fails:
				test.Failure, suite.Failures = why, suite.Failures+1
			case result.Undecided:
				test.Skipped, suite.Skipped = why, suite.Skipped+1
			}
			suite.Cases = append(suite.Cases, test)
		}
		all.Suites = append(all.Suites, suite)
	}
	out, err := xml.MarshalIndent(all, "", " ")
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(w, "%s%s\n", xml.Header, out)
	return err
}
