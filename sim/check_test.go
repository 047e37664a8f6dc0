package sim

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"steadfast/sim/claim"
	"steadfast/sim/result"
	"steadfast/sim/scenario"
)

// expecting are expectations, one a claim.
func expecting(claims ...string) string {
	var b strings.Builder
	for i, that := range claims {
		fmt.Fprintf(&b, "\n[[expect]]\nclaim = \"claim %d\"\nthat = '%s'\n", i+1, that)
	}
	return b.String()
}

// checked checks a scenario.
func checked(t testing.TB, sc *scenario.Scenario, plan CheckPlan, opt Options) *result.Check {
	t.Helper()
	c, err := Check(t.Context(), sc, plan, opt)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// statuses are those of the claims.
func statuses(c *result.Check) []string {
	var out []string
	for _, claim := range c.Claims {
		out = append(out, claim.Status)
	}
	return out
}

// TestClaimsHoldFailOrStayOpen: what is clear is decided at the first look; what
// is at its boundary is given up at the last.
func TestClaimsHoldFailOrStayOpen(t *testing.T) {
	long(t)
	for _, design := range designs {
		set := []string{"run.cases=64", "run.design='" + design + "'"}
		if design == "latin" {
			set[1] = "run.design='sobol'" // to which it gives way
		}
		whole, _ := run(t, tiny(t, "", set...), Options{})
		boundary := fmt.Sprintf("risk(none) < %.12f", byID(t, whole, "none").Risk.Mean)
		set[1] = "run.design='" + design + "'"
		sc := tiny(t, expecting("risk(snap) < risk(none)", "risk(none) < risk(snap)", boundary), set...)
		c := checked(t, sc, CheckPlan{FirstCases: 16, MaxCases: 64, ErrorRate: 0.01}, Options{})
		if d := cmp.Diff([]string{"holds", "fails", "undecided"}, statuses(c)); d != "" {
			t.Errorf("%s: statuses (-want +got):\n%s", design, d)
		}
		if d := cmp.Diff([]int{16, 32, 64}, c.Looks); d != "" {
			t.Errorf("%s: looks (-want +got):\n%s", design, d)
		}
		var cases []int
		for _, claim := range c.Claims {
			cases = append(cases, claim.Cases)
		}
		if d := cmp.Diff([]int{16, 16, 64}, cases); d != "" {
			t.Errorf("%s: cases at which claims were decided (-want +got):\n%s", design, d)
		}
		if c.Run.Cases != 64 || c.Asked != 64*2 || c.Run.Futures != 0 {
			t.Errorf("%s: %+v, %d solves asked; nobody asks for trip", design, c.Run, c.Asked)
		}
		if want := map[string]string{"latin": "sobol"}[design]; want != "" && (c.Run.Design != want || c.Run.Replicates != 16) {
			t.Errorf("%s does not give way to a sobol design: %+v", design, c.Run)
		}
		// The last of three looks has four parts in seven of the rate, and each of
		// three claims a third of that.
		if level := c.Claims[2].Comparisons[0].Level; math.Abs(level-(1-0.01*4/7/3)) > 1e-12 {
			t.Errorf("%s: decided at %v", design, level)
		}
		for i, claim := range c.Claims {
			if (claim.Turn == nil) != (i == 0) {
				t.Errorf("%s: claim %d %s, turn %+v", design, i, claim.Status, claim.Turn)
			}
		}

		// Without the open claim one look is enough.
		early := checked(t, tiny(t, expecting("risk(snap) < risk(none)"), set...), CheckPlan{FirstCases: 16, MaxCases: 1024, ErrorRate: 0.01}, Options{})
		if d := cmp.Diff([]int{16}, early.Looks); d != "" || early.Run.Cases != 16 {
			t.Errorf("%s: %d cases, looks:\n%s", design, early.Run.Cases, d)
		}
	}
}

// TestAGrownSampleIsOneSample: whatever the looks before, the evidence at the
// last is that of one look.
func TestAGrownSampleIsOneSample(t *testing.T) {
	long(t)
	for _, design := range []string{"sobol", "random"} {
		sc := tiny(t, expecting("risk(snap) < 1", "better(snap, none) < 1", "monotone(snap, instrument.snap.severity, falling)",
			"top_driver(none) = challenger.war_cost"), "run.futures=4", "run.design='"+design+"'")
		claims, err := parseClaims(sc)
		if err != nil {
			t.Fatal(err)
		}
		sample := func(sizes ...int) *checkSample {
			s, err := newCheckSample(sc, claims, CheckPlan{MaxCases: 32})
			if err != nil {
				t.Fatal(err)
			}
			for _, n := range sizes {
				if err := s.grow(t.Context(), n, Options{}); err != nil {
					t.Fatal(err)
				}
			}
			return s
		}
		grown, one := sample(16, 32), sample(32)
		for what, pair := range map[string][2]any{
			"cases": {one.base.cases, grown.base.cases}, "futures": {one.base.better, grown.base.better}, "steps": {one.steps, grown.steps},
			"drivers": {one.drivers["none"].trials, grown.drivers["none"].trials}, "work": {one.done, grown.done},
		} {
			if d := cmp.Diff(pair[0], pair[1]); d != "" {
				t.Errorf("%s: %s of one look and of two (-one +two):\n%s", design, what, d)
			}
		}
		if one.size() != 32 || len(one.steps[0][0]) != 32 || len(one.steps[0]) != trendPoints || len(one.drivers["none"].trials[0]) != driverPoints {
			t.Errorf("%s: %d cases, %d at each of %d points, %d base points", design, one.size(), len(one.steps[0][0]), len(one.steps[0]), len(one.drivers["none"].trials[0]))
		}
		// By hand: case 5 with the severity at its third point.
		u := make([]float64, len(one.study.columns))
		one.study.members[0].design.Row(5, u)
		u[columnOf(sc, "snap", "instrument.snap.severity")] = 0.05 + 0.9*2/8
		if want := naive(t, sc, "snap", u); one.steps[0][2][5] != want {
			t.Errorf("%s: risk at a step %v, want %v", design, one.steps[0][2][5], want)
		}
	}
}

// TestDriverPointsGrow with the sample, and are those of one design.
func TestDriverPointsGrow(t *testing.T) {
	sc := tiny(t, "", "run.design='sobol'")
	sample := func(sizes ...int) *driverSample {
		d, err := newDriverSample(sc, "none")
		if err != nil {
			t.Fatal(err)
		}
		for _, n := range sizes {
			if err := d.grow(t.Context(), n, Options{}); err != nil {
				t.Fatal(err)
			}
		}
		return d
	}
	one, grown := sample(64), sample(16, 10, 64)
	if d := cmp.Diff(one.trials, grown.trials); d != "" || len(one.trials[0]) != 64 {
		t.Errorf("%d base points; grown:\n%s", len(one.trials[0]), d)
	}
	paths, est, err := one.totals()
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff([]string{"challenger.war_cost", "coalition.resolve", "instrument.snap.severity"}, paths); d != "" || len(est) != 17 {
		t.Errorf("%d rows of %v", len(est), paths)
	}
	if est[0][2] != 0 || est[0][0] < 0.9 {
		t.Errorf("total indices under none: %v", est[0])
	}
}

// TestTrendsAndDrivers on a world where they are known.
func TestTrendsAndDrivers(t *testing.T) {
	long(t)
	claims := []string{
		"monotone(snap, instrument.snap.severity, falling)", "monotone(snap, instrument.snap.severity, rising)",
		"monotone(trip, instrument.snap.severity, rising)", // nothing rises, and nothing falls
		"top_driver(none) = challenger.war_cost", "top_driver(none) = coalition.resolve", "top_driver(none) != coalition.resolve",
		"top_driver(stern) = instrument.snap.credibility", "top_driver(stern) = package.stern.instrument.snap.credibility",
		"monotone(stern, instrument.snap.credibility, falling)",
	}
	want := []string{"holds", "fails", "holds", "holds", "fails", "holds", "holds", "holds", "holds"}
	const own = `
[[package]]
id          = "stern"
instruments = ["snap"]
[package.set]
instrument.snap.severity    = 0.3
instrument.snap.credibility = { uniform = [0, 1] }
challenger.war_cost         = 0.45
`
	for _, given := range []bool{false, true} {
		claims, want, first := claims, want, 32
		if given { // the same cases say nothing of trends that is new, and must be more
			claims, want, first = claims[3:8], want[3:8], 128
		}
		c := checked(t, tiny(t, own+expecting(claims...)), CheckPlan{FirstCases: first, MaxCases: 256, ErrorRate: 0.05, GivenDrivers: given}, Options{})
		if d := cmp.Diff(want, statuses(c)); d != "" {
			t.Errorf("drivers from the same cases %v: (-want +got):\n%s", given, d)
		}
		if same := strings.Contains(c.Drivers, "same cases"); same != given {
			t.Errorf("drivers come from %q", c.Drivers)
		}
	}
}

// TestClaimsThatNoSampleDecides are found before anything is solved, with their
// places.
func TestClaimsThatNoSampleDecides(t *testing.T) {
	sc := tiny(t, expecting("risk(none) < 0.9", "risk(none) = 0.3", "better(snap, none) > 0.1 and risk(none) > 0", "monotone(none, challenger.noise, rising)"))
	_, err := Check(t.Context(), sc, DefaultCheck(), Options{})
	var never *UndecidableError
	if !errors.As(err, &never) {
		t.Fatalf("error %v", err)
	}
	var claims []string
	for _, e := range never.Claims {
		claims = append(claims, e.Claim)
	}
	if d := cmp.Diff([]string{"claim 2", "claim 3", "claim 4"}, claims); d != "" {
		t.Errorf("claims (-want +got):\n%s", d)
	}
	for i, part := range map[int]string{0: "measured with an error", 1: "needs futures", 2: "not uncertain under none"} {
		at := slices.Index(never.Of, i)
		if at < 0 || !strings.Contains(never.Found[at].Error(), part) {
			t.Errorf("claim %q: %v, want %q", never.Claims[i].Claim, never.Found, part)
		}
	}
	if found := never.Found[slices.Index(never.Of, 2)]; found.Offset != len("monotone(none, ") {
		t.Errorf("%v at byte %d", found, found.Offset)
	}
	if !strings.Contains(err.Error(), "3 of the claims") {
		t.Error(err)
	}
}

// TestPlansThatMakeNoSense are refused.
func TestPlansThatMakeNoSense(t *testing.T) {
	sc := tiny(t, expecting("risk(none) < 0.9"))
	for want, plan := range map[string]CheckPlan{
		"error rate is 0:":   {FirstCases: 16, MaxCases: 64},
		"error rate is 1:":   {FirstCases: 16, MaxCases: 64, ErrorRate: 1},
		"error rate is NaN:": {FirstCases: 16, MaxCases: 64, ErrorRate: math.NaN()},
		"at most 1 cases":    {FirstCases: 1, MaxCases: 1, ErrorRate: 0.1},
	} {
		if _, err := Check(t.Context(), sc, plan, Options{}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%+v: %v, want %q", plan, err, want)
		}
	}
	c := checked(t, tiny(t, ""), DefaultCheck(), Options{})
	if len(c.Claims) != 0 || len(c.Looks) != 0 || c.Asked != 0 {
		t.Errorf("without claims: %+v", c)
	}
}

// TestLooksDouble, end at the largest size, and come once each.
func TestLooksDouble(t *testing.T) {
	for _, tt := range []struct {
		first, most int
		want        []int
	}{{128, 512, []int{128, 256, 512}}, {128, 500, []int{128, 256, 500}}, {128, 100, []int{100}}, {0, 5, []int{2, 4, 5}}, {64, 64, []int{64}}} {
		if d := cmp.Diff(tt.want, CheckPlan{FirstCases: tt.first, MaxCases: tt.most}.looks()); d != "" {
			t.Errorf("from %d to %d:\n%s", tt.first, tt.most, d)
		}
	}
	for _, plan := range []CheckPlan{DefaultCheck(), CICheck(), {FirstCases: 64, MaxCases: 64, ErrorRate: 0.2}} {
		sum := 0.0
		for look := range plan.looks() {
			sum += plan.share(look)
		}
		closeTo(t, "the rate of all looks", sum, plan.ErrorRate, 1e-15)
	}
	var claims []*claim.Expr
	s, err := newCheckSample(tiny(t, "", "run.design='sobol'"), claims, CheckPlan{MaxCases: 64})
	if err != nil {
		t.Fatal(err)
	}
	for cases, want := range map[int]int{1: 16, 16: 16, 17: 32, 33: 64, 64: 64} {
		if got := s.study.rounded(cases); got != want {
			t.Errorf("%d cases of a sobol design are rounded to %d, want %d", cases, got, want)
		}
	}
}

// TestTheTurnNamesWhatDecides: where one number decides, it is the one, and its
// slice is the end that brings the claim nearer.
func TestTheTurnNamesWhatDecides(t *testing.T) {
	long(t)
	sc := tiny(t, expecting("risk(none) < 0.75", "risk(trip) > 0.95", "risk(snap) < 0.02"), "run.design='random'")
	c := checked(t, sc, CheckPlan{FirstCases: 128, MaxCases: 128, ErrorRate: 0.05}, Options{})
	if d := cmp.Diff([]string{"fails", "fails", "fails"}, statuses(c)); d != "" {
		t.Fatal(d)
	}
	dear, cheap := c.Claims[0].Turn, c.Claims[1].Turn
	if dear == nil || cheap == nil {
		t.Fatal("no turn")
	}
	if dear.Path != "challenger.war_cost" || !(dear.Lo > 0.5) || dear.Unit != "stakes" || !dear.Past || !dear.Clear || dear.Cases != 16 {
		t.Errorf("the risk without a guarantee falls where war is dear: %+v", dear)
	}
	if cheap.Path != "challenger.war_cost" || !(cheap.Hi < 0.4) || cheap.Past {
		t.Errorf("the risk under the tripwire rises where war is cheap: %+v", cheap)
	}
	// The slice by hand.
	set, cases := run(t, with(t, sc, "run.cases=128"), Options{})
	sum, n := 0.0, 0.0
	for _, row := range cases.Rows {
		if x := row.Values[0]; x >= dear.Lo && x <= dear.Hi {
			sum += row.Outcomes[0].Risk
			n++
		}
	}
	closeTo(t, "margin in the slice", dear.Margin, 0.75-sum/n, 1e-12)
	closeTo(t, "margin of all", dear.All, 0.75-byID(t, set, "none").Risk.Mean, 1e-12)
}

// mirrored are two packages whose risks have the same distribution: severities
// drawn alike and apart.
const mirrored = `
[instrument.other]
kind              = "snapback"
relief_per_year   = 0.02
severity          = { uniform = [0.02, 0.3] }
credibility       = 0.7
automaticity      = 0.5
backstop_reliance = 0
delay_days        = 60

[[package]]
id          = "other"
instruments = ["other"]
`

// TestErrorRate: of two packages that are equal by symmetry, neither is found
// to be better more often than the stated rate allows.
func TestErrorRate(t *testing.T) {
	long(t)
	const seeds = 40
	sc := tiny(t, mirrored+expecting("risk(snap) < risk(other)", "risk(snap) > risk(other)"), "fallback='snap'")
	wrong := func(plan CheckPlan) int {
		n := 0
		for seed := range seeds {
			sc.Run.Seed = uint64(seed + 1)
			c := checked(t, sc, plan, Options{})
			if slices.Contains(statuses(c), "holds") {
				n++
			}
		}
		return n
	}
	const rate = 0.05
	most := seeds*rate + 5*math.Sqrt(seeds*rate*(1-rate))
	if n := wrong(CheckPlan{FirstCases: 8, MaxCases: 32, ErrorRate: rate}); float64(n) > most {
		t.Errorf("%d of %d checks are wrong at a rate of %g, at most %.0f may be", n, seeds, rate, most)
	}
	// A rate that is too high must be noticed.
	if n := wrong(CheckPlan{FirstCases: 8, MaxCases: 8, ErrorRate: 0.9}); float64(n) <= most {
		t.Errorf("%d of %d checks are wrong at a rate of 0.9: the bound of %.0f finds nothing", n, seeds, most)
	}
}

// TestChecksAreTheSameForAnyWorkersAndOrders of packages.
func TestChecksAreTheSameForAnyWorkersAndOrders(t *testing.T) {
	sc := tiny(t, expecting("best() = snap", "better(snap, none) > 0.1", "monotone(snap, instrument.snap.severity, falling)", "risk(none) > 0.99"), "run.futures=2")
	plan := CheckPlan{FirstCases: 8, MaxCases: 16, ErrorRate: 0.05}
	one := checked(t, sc, plan, Options{Workers: 1})
	for workers := 2; workers <= 4; workers++ {
		if d := cmp.Diff(asJSON(t, one), asJSON(t, checked(t, sc, plan, Options{Workers: workers}))); d != "" {
			t.Errorf("%d workers:\n%s", workers, d)
		}
	}
	other := checked(t, with(t, sc, `packages=["trip", "none", "snap"]`), plan, Options{})
	for i := range other.Claims {
		// Where the claim stands is a matter of the file.
		other.Claims[i].File, other.Claims[i].Line, other.Claims[i].Column = one.Claims[i].File, one.Claims[i].Line, one.Claims[i].Column
	}
	if d := cmp.Diff(one.Claims, other.Claims); d != "" || one.Claims[3].Turn == nil {
		t.Errorf("in another order of packages:\n%s", d)
	}
}
