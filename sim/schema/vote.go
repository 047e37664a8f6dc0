package schema

import (
	"fmt"
	"math"
)

// VoteRule is a vote by which a punishment is decided. Each member consents
// with the same probability; the members are joined by a one-factor Gaussian
// copula, so that they tend to agree where Rank > 0.
type VoteRule struct {
	Members   int     // 1 … 1000
	Consent   float64 // each member's probability
	Rule      string  // unanimity, qualified, unanimity_to_block
	Threshold float64 // of rule qualified: the share of members that is enough
	Rank      float64 // 0 … 1, rank correlation between two members
}

// voteFields are the rows of a vote, which takes the place of a credibility.
func voteFields() []Field {
	const p = "instrument.*.vote"
	return []Field{
		{Path: p, Type: Vote, Group: "instrument.*.credibility", Meaning: "The vote whose passing is the promise's credibility."},
		{Path: p + ".members", Type: Integer, Unit: "members", Min: 1, Max: 1000, UsualMin: 2, UsualMax: 50,
			UsualSource: "councils of states have up to some dozens of members", Uncertain: true, With: p, Meaning: "How many members vote."},
		{Path: p + ".consent", Type: Number, Unit: "probability", Min: 0, Max: 1, UsualMin: .01, UsualMax: .999,
			UsualSource: "certainty is a strong claim", Uncertain: true, With: p, Meaning: "The probability that a member consents, the same for all."},
		{Path: p + ".rule", Type: Enum, Values: []string{"unanimity", "qualified", "unanimity_to_block"}, Uncertain: true, With: p,
			Meaning: "Whether all must consent, a share of them is enough, or it passes unless all refuse."},
		{Path: p + ".threshold", Type: Number, Unit: "share", Min: 0, Max: 1, UsualMin: .5, UsualMax: 1,
			UsualSource: "less than half is not a majority", Uncertain: true, With: p, HasDefault: true, Derived: "none: needed by the rule qualified alone",
			Source: "a rule has a threshold only where it is a share", Meaning: "The share of the members that a qualified majority needs."},
		{Path: p + ".rank", Type: Number, Unit: "rank correlation", Min: 0, Max: 1, UsualMin: 0, UsualMax: .9,
			UsualSource: "beyond it the members are one", Uncertain: true, With: p, HasDefault: true, Default: 0.0, Source: "members decide independently unless the author says so",
			Meaning: "The rank correlation between the decisions of two members."},
	}
}

// Passes returns the probability that the vote passes, to 1e−10.
//
// With one factor Z and correlation ρ = 2·sin(π·rank/6), each member consents
// with p(z) = Φ((Φ⁻¹(consent) + √ρ·z)/√(1−ρ)), independently given Z = z.
// The result is the expectation over Z of the binomial probability that
// enough consent; at rank 0 it is that probability, at rank 1 the members are
// one (Vasicek 1987; Li 2000).
func (v VoteRule) Passes() (float64, error) {
	if v.Members < 1 {
		return 0, fmt.Errorf("members is %d: at least 1 must vote", v.Members)
	}
	if !(v.Consent >= 0 && v.Consent <= 1) {
		return 0, fmt.Errorf("consent is %g: a probability from 0 to 1 is needed", v.Consent)
	}
	if !(v.Rank >= 0 && v.Rank <= 1) {
		return 0, fmt.Errorf("rank is %g: a rank correlation from 0 to 1 is needed, members joined by one factor cannot oppose each other", v.Rank)
	}
	var needed int
	switch v.Rule {
	case "unanimity":
		needed = v.Members
	case "unanimity_to_block":
		needed = 1
	case "qualified":
		if !(v.Threshold >= 0 && v.Threshold <= 1) {
			return 0, fmt.Errorf("threshold is %g: a share from 0 to 1 is needed", v.Threshold)
		}
		needed = int(math.Ceil(v.Threshold*float64(v.Members) - 1e-9))
	default:
		return 0, fmt.Errorf("rule is %q: it is one of unanimity, qualified, unanimity_to_block", v.Rule)
	}
	given := func(p float64) float64 { return atLeast(v.Members, needed, p) }
	rho := 2 * math.Sin(math.Pi*v.Rank/6)
	switch {
	case needed == 0:
		return 1, nil
	case v.Consent == 0 || v.Consent == 1:
		return v.Consent, nil
	case v.Rank == 0:
		return given(v.Consent), nil
	case 1-rho < 1e-15:
		return v.Consent, nil
	}
	a := math.Sqrt2 * math.Erfinv(2*v.Consent-1)
	load, rest := math.Sqrt(rho), math.Sqrt(1-rho)
	integrand := func(z float64) float64 {
		p := .5 * math.Erfc(-(a+load*z)/(rest*math.Sqrt2))
		return given(p) * math.Exp(-z*z/2) / math.Sqrt(2*math.Pi)
	}
	// Near ρ = 1 the integrand is a step of width rest/load where the members
	// change their minds; a grid of breakpoints around it keeps the rule from
	// stepping over it.
	const end = 9.0
	middle, width := -a/load, rest/load
	cuts := []float64{-end}
	for _, k := range []float64{-12, -6, -3, 0, 3, 6, 12} {
		if z := middle + k*width; z > cuts[len(cuts)-1] && z < end {
			cuts = append(cuts, z)
		}
	}
	cuts = append(cuts, end)
	var sum float64
	for i := 1; i < len(cuts); i++ {
		sum += integrate(integrand, cuts[i-1], cuts[i], 1e-12, 40)
	}
	return min(max(sum, 0), 1), nil
}

// atLeast is P(X ≥ k) for X binomial(n, p), summed from the side of the tail
// away from the mode, where the terms fall.
func atLeast(n, k int, p float64) float64 {
	switch {
	case k <= 0:
		return 1
	case k == n:
		return math.Pow(p, float64(n))
	case k == 1:
		return -math.Expm1(float64(n) * math.Log1p(-p))
	case p <= 0:
		return 0
	case p >= 1:
		return 1
	}
	if float64(k) > float64(n)*p {
		return upperTail(n, k, p)
	}
	return 1 - upperTail(n, n-k+1, 1-p)
}

func upperTail(n, k int, p float64) float64 {
	lgamma := func(x int) float64 { v, _ := math.Lgamma(float64(x)); return v }
	term := math.Exp(lgamma(n+1) - lgamma(k+1) - lgamma(n-k+1) + float64(k)*math.Log(p) + float64(n-k)*math.Log1p(-p))
	sum := 0.0
	for j := k; j <= n && term > 0; j++ {
		sum += term
		term *= float64(n-j) / float64(j+1) * p / (1 - p)
	}
	return sum
}
