package plots

import (
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"steadfast/sim/result"
)

func TestDifferenceIsTheResults(t *testing.T) {
	s := twelve()
	d := build(t, "difference", s).Data
	if len(d.Rows) != 11 {
		t.Fatalf("%d rows, want 11: all but the baseline", len(d.Rows))
	}
	last := -1.0
	for r := range d.Rows {
		q, err := pairOf(s, indexOf(s, cell(t, d, r, "id")), 0)
		if err != nil {
			t.Fatal(err)
		}
		want := []string{number(q.Difference.Mean), number(q.Difference.Lo), number(q.Difference.Hi), "false", "futures",
			number(q.FuturesABetter), number(q.FuturesBBetter)}
		if diff := cmp.Diff(want, d.Rows[r][4:]); diff != "" {
			t.Errorf("row %d: %s", r+1, diff)
		}
		if q.Difference.Mean < last {
			t.Errorf("row %d gains more than the row above it", r+1)
		}
		last = q.Difference.Mean
	}
	if got := cell(t, d, 0, "id"); got != "p5" {
		t.Errorf("the largest gain is said to be that of %s, want p5", got)
	}

	s.Run.Futures = 0
	c := build(t, "difference", s)
	q, _ := pairOf(s, 5, 0)
	if got := cell(t, c.Data, 0, "better"); got != number(q.CasesABetter) || cell(t, c.Data, 0, "of") != "cases" {
		t.Errorf("without futures better is %s of %s, want %g of cases", got, cell(t, c.Data, 0, "of"), q.CasesABetter)
	}
	if !strings.Contains(c.Subtitle, "no futures were simulated") || !strings.Contains(text(t, c), "of 100 cases") {
		t.Errorf("it is not said that cases are counted: %q", c.Subtitle)
	}
}

func number(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }

// text is all the words on a slide.
func text(t *testing.T, f *Figure) string {
	t.Helper()
	p, err := f.layout(Slide)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, w := range p.words {
		all = append(all, w.text)
	}
	return strings.Join(all, " ")
}

// Against another package the baseline has a row, and what was a gain is a loss.
func TestDifferenceFromARival(t *testing.T) {
	s := twelve()
	f, err := DifferenceFrom(s, "p5", DefaultTheme())
	if err != nil {
		t.Fatal(err)
	}
	d := f.Data
	r := len(d.Rows) - 1
	q, _ := pairOf(s, 0, 5)
	want := []string{"11", "p0", "No guarantee", "p5", number(q.Difference.Mean), number(q.Difference.Lo), number(q.Difference.Hi),
		"false", "futures", number(q.FuturesABetter), number(q.FuturesBBetter)}
	if diff := cmp.Diff(want, d.Rows[r]); diff != "" {
		t.Error(diff)
	}
	if q.Difference.Mean < .35 {
		t.Errorf("the baseline is %g worse than the safest package, want .36", q.Difference.Mean)
	}
	if !strings.Contains(f.Title, packageNames[5]) || !strings.Contains(text(t, f), "+36.0") {
		t.Errorf("title %q, words %q", f.Title, text(t, f))
	}
}

// A package tied with the rival is said to be, and looks different.
func TestTiedIsSaid(t *testing.T) {
	s := twelve()
	for i := range s.Pairs {
		if s.Pairs[i].A == "p0" && s.Pairs[i].B == "p7" {
			s.Pairs[i].Tied = true
		}
	}
	clear, tied := build(t, "difference", twelve()), build(t, "difference", s)
	if strings.Contains(text(t, clear), "tied") {
		t.Error("a result without ties speaks of them")
	}
	if got := strings.Count(text(t, tied), ", tied"); got != 1 || !strings.Contains(tied.Subtitle, "Hollow") {
		t.Errorf("tied is said of %d rows, want 1, and in the subtitle: %q", got, tied.Subtitle)
	}
	if !strings.Contains(tied.Alt(), "1 of 11 packages tied") {
		t.Errorf("alt text: %q", tied.Alt())
	}
}

func TestIdenticalPackagesDifferByNothing(t *testing.T) {
	s := synthetic(3, name3)
	oneSpot(s)
	for i := range s.Pairs {
		s.Pairs[i] = result.Pair{A: s.Pairs[i].A, B: s.Pairs[i].B, Tied: true, PValue: 1}
	}
	f := build(t, "difference", s)
	for r := range f.Data.Rows {
		if got := cell(t, f.Data, r, "difference"); got != "0" {
			t.Errorf("row %d differs by %s", r+1, got)
		}
	}
	if !strings.Contains(text(t, f), "0 to 0, tied") {
		t.Errorf("words: %q", text(t, f))
	}
}
