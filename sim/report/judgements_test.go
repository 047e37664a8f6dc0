package report

import (
	"regexp"
	"strings"
	"testing"

	"steadfast/sim/estimate"
	"steadfast/sim/result"
)

// situations are results of every kind that the sentences tell apart.
func situations() map[string]*result.Set {
	certain := three()
	certain.Run.Dimensions = 0
	for i := range certain.Packages {
		p := &certain.Packages[i]
		m := p.Risk.Mean
		p.Risk = estimate.Summary{Mean: m, P5: m, P10: m, P25: m, P50: m, P75: m, P90: m, P95: m}
	}
	for i := range certain.Pairs {
		d := &certain.Pairs[i].Difference
		*d = estimate.Mean{Mean: d.Mean, Lo: d.Mean, Hi: d.Mean}
		certain.Pairs[i].CasesABetter, certain.Pairs[i].CasesBBetter = 0, 1
	}

	second := three()
	second.Pairs[2] = tied("snap", "trip")

	holm := three()
	holm.Pairs[2] = tied("snap", "trip")
	holm.Pairs[2].Difference = estimate.Mean{Mean: 0.008, StdErr: 0.003, Lo: 0.002, Hi: 0.014}

	all := three()
	all.Pairs = []result.Pair{tied("none", "snap"), tied("none", "trip"), tied("snap", "trip")}

	same := set([]result.Package{pack("none", "No guarantee", 0.4, 0.004), pack("twin", "Paper guarantee", 0.4, 0.004)},
		result.Pair{A: "none", B: "twin", PValue: 1, Tied: true})
	same.Scenario.Baseline = "twin"

	one := set([]result.Package{pack("none", "No guarantee", 0.452, 0.004)})

	baseline := three()
	baseline.Scenario.Baseline = "trip"

	futures := three()
	futures.Run.Futures = 0

	zero := three()
	zero.Packages[2] = pack("trip", "Tripwire", 0, 0)
	for i := range zero.Pairs[1:] {
		zero.Pairs[1+i].CasesABetter, zero.Pairs[1+i].FuturesABetter = 0, 0
	}

	mixed := three()
	p := &mixed.Packages[2]
	p.Deliberate, p.Escalated, p.Accident = about(0.08, 0.001), about(0.06, 0.001), about(0.0813, 0.001)

	adoption := three()
	adoption.Packages[2].Peace = about(0.55, 0.002)
	agreed := about(0.5, 0.002)
	adoption.Packages[1].PeaceIfAgreed = &agreed
	adoption.Packages[2].PeaceIfAgreed = &agreed
	more := about(0.61, 0.002)
	adoption.Packages[1].PeaceIfAgreed = &more

	robust := three()
	for i := range robust.Pairs {
		robust.Pairs[i].CasesABetter, robust.Pairs[i].CasesBBetter = 0.004, 0.996
	}
	return map[string]*result.Set{
		"separable": three(), "tied second": second, "tied by the number of comparisons": holm, "all tied": all,
		"identical": same, "one package": one, "the baseline the best": baseline, "no futures": futures,
		"zero risk": zero, "mixed causes": mixed, "adoption": adoption, "nothing uncertain": certain, "robust": robust,
	}
}

// TestJudgementsGolden pins the sentences in every situation.
func TestJudgementsGolden(t *testing.T) {
	for name, s := range situations() {
		golden(t, "judgements/"+strings.ReplaceAll(name, " ", "-")+".txt", strings.Join(Judgements(s), "\n")+"\n")
	}
}

// TestJudgementsAreSentences: five, or three with one package; each a sentence
// without what no editor lets pass.
func TestJudgementsAreSentences(t *testing.T) {
	for name, s := range situations() {
		sentences := Judgements(s)
		want := 5
		if len(s.Packages) == 1 {
			want = 3
		}
		if len(sentences) != want {
			t.Errorf("%s: %d sentences, want %d", name, len(sentences), want)
		}
		for _, x := range sentences {
			if !regexp.MustCompile(`^[A-Z].*[^ ]\.$`).MatchString(x) || regexp.MustCompile(`  |[%!]\(|\.\.|-0\.0|−0\.0|NaN|±\s*0(\.0)?[ ,;]`).MatchString(x) {
				t.Errorf("%s: %s", name, x)
			}
		}
	}
}

// TestUndecidedIsNotClaimed: what the draws do not separate is nowhere called
// safest, and what they do is nowhere undecided.
func TestUndecidedIsNotClaimed(t *testing.T) {
	claims := func(name string) (first, second, gain string) {
		s := Judgements(situations()[name])
		return s[0], s[1], s[2]
	}
	for _, name := range []string{"tied second", "tied by the number of comparisons", "all tied"} {
		first, second, _ := claims(name)
		if strings.Contains(first, "is the safest") || !strings.Contains(first, "do not tell") || !strings.Contains(second, "undecided") {
			t.Errorf("%s:\n%s\n%s", name, first, second)
		}
	}
	if _, _, gain := claims("all tied"); !strings.Contains(gain, "undecided") {
		t.Errorf("all tied: %s", gain)
	}
	first, second, gain := claims("separable")
	if !strings.Contains(first, "is the safest") || strings.Contains(second+gain, "undecided") {
		t.Errorf("separable:\n%s\n%s\n%s", first, second, gain)
	}
}

// TestCaveatNeedsMoreThanChance: another package makes peace more probable only
// where that is more than sampling error.
func TestCaveatNeedsMoreThanChance(t *testing.T) {
	s := three()
	trip, snap := &s.Packages[2], &s.Packages[1]
	trip.Peace, snap.Peace = about(0.600, 0.004), about(0.605, 0.004)
	if c := caveat(s, safestFirst(s)); strings.Contains(c, "peace") {
		t.Errorf("within the error: %s", c)
	}
	snap.Peace = about(0.62, 0.004)
	if c := caveat(s, safestFirst(s)); !strings.Contains(c, "more probable under Snapback (62.0 %) than under Tripwire (60.0 %)") {
		t.Errorf("beyond the error: %s", c)
	}
}
