package schema

import (
	"math"
	"math/rand/v2"
	"testing"

	"pgregory.net/rapid"
)

func passes(t testing.TB, v VoteRule) float64 {
	t.Helper()
	p, err := v.Passes()
	if err != nil {
		t.Fatalf("%+v: %v", v, err)
	}
	return p
}

func TestVoteClosedForms(t *testing.T) {
	for _, tc := range []struct {
		name string
		v    VoteRule
		want float64
		tol  float64
	}{
		{"unanimity of independents", VoteRule{Members: 27, Consent: .97, Rule: "unanimity"}, .4393765001738383, 1e-15},
		{"perfect agreement", VoteRule{Members: 27, Consent: .97, Rule: "unanimity", Rank: 1}, .97, 1e-10},
		{"nearly perfect agreement", VoteRule{Members: 27, Consent: .97, Rule: "unanimity", Rank: 1 - 1e-13}, .97, 1e-5},
		{"blocking by independents", VoteRule{Members: 3, Consent: .2, Rule: "unanimity_to_block"}, 1 - .8*.8*.8, 1e-15},
		{"two of three", VoteRule{Members: 3, Consent: .6, Rule: "qualified", Threshold: .6}, .6*.6*.6 + 3*.6*.6*.4, 1e-15},
		{"eleven of twenty at .55", VoteRule{Members: 20, Consent: .5, Rule: "qualified", Threshold: .55}, .4119014739990234, 1e-13},
		{"a threshold of nothing", VoteRule{Members: 3, Consent: .6, Rule: "qualified"}, 1, 0},
		{"one member", VoteRule{Members: 1, Consent: .3, Rule: "unanimity", Rank: .5}, .3, 1e-10},
		{"nobody consents", VoteRule{Members: 5, Consent: 0, Rule: "unanimity_to_block", Rank: .5}, 0, 0},
		{"everybody consents", VoteRule{Members: 5, Consent: 1, Rule: "unanimity", Rank: .5}, 1, 0},
		// Sheppard (1899): two variables of correlation ρ are both positive
		// with probability 1/4 + asin(ρ)/2π.
		{"both of two at .5", VoteRule{Members: 2, Consent: .5, Rule: "unanimity", Rank: .5}, .25 + math.Asin(2*math.Sin(math.Pi/12))/(2*math.Pi), 1e-10},
		{"either of two at .5", VoteRule{Members: 2, Consent: .5, Rule: "unanimity_to_block", Rank: .9}, .75 - math.Asin(2*math.Sin(.15*math.Pi))/(2*math.Pi), 1e-10},
		// and all three with 1/8 + 3·asin(ρ)/4π.
		{"all of three at .5", VoteRule{Members: 3, Consent: .5, Rule: "unanimity", Rank: .99}, .125 + 3*math.Asin(2*math.Sin(.165*math.Pi))/(4*math.Pi), 1e-10},
		// At ρ = 1/2 the n+1 normals Z_i − Z_0 are exchangeable: the first is
		// the smallest with probability 1/(n+1).
		{"all of 27 at correlation 1/2", VoteRule{Members: 27, Consent: .5, Rule: "unanimity", Rank: 6 / math.Pi * math.Asin(.25)}, 1.0 / 28, 1e-10},
		{"more than k of 27 at correlation 1/2", VoteRule{Members: 27, Consent: .5, Rule: "qualified", Threshold: 10.0 / 27, Rank: 6 / math.Pi * math.Asin(.25)}, 18.0 / 28, 1e-10},
	} {
		if got := passes(t, tc.v); math.Abs(got-tc.want) > tc.tol {
			t.Errorf("%s: %.16g, want %.16g to %g", tc.name, got, tc.want, tc.tol)
		}
	}
}

// simulate counts in how many of n votes enough members consent, each member
// drawn by itself.
func simulate(v VoteRule, needed, n int, seed uint64) float64 {
	rng := rand.New(rand.NewPCG(seed, 1))
	rho := 2 * math.Sin(math.Pi*v.Rank/6)
	limit := math.Sqrt2 * math.Erfinv(2*v.Consent-1)
	passed := 0
	for range n {
		z := rng.NormFloat64()
		yes := 0
		for range v.Members {
			if math.Sqrt(rho)*z+math.Sqrt(1-rho)*rng.NormFloat64() < limit {
				yes++
			}
		}
		if yes >= needed {
			passed++
		}
	}
	return float64(passed) / float64(n)
}

func TestVoteAgainstSimulation(t *testing.T) {
	const n = 100_000
	for i, tc := range []struct {
		v      VoteRule
		needed int
	}{
		{VoteRule{Members: 27, Consent: .97, Rule: "unanimity", Rank: .3}, 27},
		{VoteRule{Members: 27, Consent: .6, Rule: "qualified", Threshold: .55, Rank: .2}, 15},
		{VoteRule{Members: 12, Consent: .1, Rule: "unanimity_to_block", Rank: .6}, 1},
		{VoteRule{Members: 12, Consent: .8, Rule: "qualified", Threshold: .7, Rank: .95}, 9},
	} {
		p := passes(t, tc.v)
		got := simulate(tc.v, tc.needed, n, uint64(i))
		se := math.Sqrt(p * (1 - p) / n)
		if math.Abs(got-p) > 5*se {
			t.Errorf("%+v: simulated %.5f, computed %.5f, %.1f standard errors apart", tc.v, got, p, (got-p)/se)
		}
		// The twin: the same vote without its correlation must be told apart.
		twin := tc.v
		twin.Rank = 0
		if q := passes(t, twin); math.Abs(got-q) <= 5*math.Sqrt(q*(1-q)/n) {
			t.Errorf("%+v: simulated %.5f does not tell the correlated vote from the independent one (%.5f)", tc.v, got, q)
		}
	}
}

// The quadrature is refined until nothing changes: the midpoint rule on a very
// fine grid must agree.
func TestVoteQuadrature(t *testing.T) {
	for _, v := range []VoteRule{
		{Members: 27, Consent: .97, Rule: "unanimity", Rank: .5},
		{Members: 1000, Consent: .55, Rule: "qualified", Threshold: .55, Rank: .05},
		{Members: 27, Consent: .7, Rule: "qualified", Threshold: .55, Rank: .999},
	} {
		rho := 2 * math.Sin(math.Pi*v.Rank/6)
		needed := v.Members
		if v.Rule == "qualified" {
			needed = int(math.Ceil(v.Threshold*float64(v.Members) - 1e-9))
		}
		a := math.Sqrt2 * math.Erfinv(2*v.Consent-1)
		const steps = 40_000
		var want float64
		for i := range steps {
			z := -9 + 18*(float64(i)+.5)/steps
			p := .5 * math.Erfc(-(a+math.Sqrt(rho)*z)/math.Sqrt(2*(1-rho)))
			want += atLeast(v.Members, needed, p) * math.Exp(-z*z/2) / math.Sqrt(2*math.Pi) * 18 / steps
		}
		if got := passes(t, v); math.Abs(got-want) > 1e-10 {
			t.Errorf("%+v: %.14f, the fine grid gives %.14f", v, got, want)
		}
	}
}

func TestVoteMoreConsentNeverHurts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := VoteRule{
			Members: rapid.IntRange(1, 60).Draw(t, "members"), Consent: rapid.Float64Range(0, .98).Draw(t, "consent"),
			Rule:      rapid.SampledFrom([]string{"unanimity", "qualified", "unanimity_to_block"}).Draw(t, "rule"),
			Threshold: rapid.Float64Range(0, 1).Draw(t, "threshold"), Rank: rapid.Float64Range(0, 1).Draw(t, "rank"),
		}
		p, err := v.Passes()
		if err != nil || !(p >= 0 && p <= 1) {
			t.Fatalf("%+v: %g, %v", v, p, err)
		}
		w := v
		w.Consent += .02
		if q, _ := w.Passes(); q < p-1e-10 {
			t.Fatalf("%+v: %g; with more consent %g", v, p, q)
		}
	})
}

func TestVoteErrors(t *testing.T) {
	good := VoteRule{Members: 27, Consent: .9, Rule: "unanimity"}
	for _, change := range []func(*VoteRule){
		func(v *VoteRule) { v.Members = 0 },
		func(v *VoteRule) { v.Consent = 1.1 },
		func(v *VoteRule) { v.Consent = math.NaN() },
		func(v *VoteRule) { v.Rank = -.1 },
		func(v *VoteRule) { v.Rule = "majority" },
		func(v *VoteRule) { v.Rule, v.Threshold = "qualified", 2 },
	} {
		v := good
		change(&v)
		if p, err := v.Passes(); err == nil {
			t.Errorf("%+v passes with %g, want an error", v, p)
		}
	}
}

func BenchmarkVote(b *testing.B) {
	v := VoteRule{Members: 27, Consent: .97, Rule: "qualified", Threshold: .55, Rank: .3}
	for b.Loop() {
		passes(b, v)
	}
}
