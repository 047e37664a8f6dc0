package report

import (
	"fmt"
	"strings"

	"steadfast/sim/estimate"
	"steadfast/sim/result"
)

// Judgements returns five sentences for a paper: the safest package, the
// second and whether the draws separate the two, the gain over the baseline,
// the main mechanism of what risk is left and its cost, and the strongest
// caveat. They are made from templates; with one package there are fewer.
func Judgements(set *result.Set) []string {
	order := safestFirst(set)
	best := order[0]
	s := []string{safest(set, order)}
	if len(order) > 1 {
		s = append(s, second(set, order))
	}
	if best.ID != set.Scenario.Baseline && len(order) > 1 {
		s = append(s, gain(set, best))
	}
	return append(s, mechanism(set, best), caveat(set, order))
}

// leaders are the packages that the draws cannot separate from the safest,
// itself first.
func leaders(set *result.Set, order []*result.Package) []*result.Package {
	list := order[:1:1]
	for _, p := range order[1:] {
		if pair, _ := versus(set, order[0].ID, p.ID); pair.Tied {
			list = append(list, p)
		}
	}
	return list
}

func safest(set *result.Set, order []*result.Package) string {
	best := order[0]
	number := fmt.Sprintf("a major breach by year %s has a probability of %s %% (%s; 80 %% range %s %%, depending on the assumptions)",
		horizon(set), withError(best.Risk), best.Word, rangeOver(best.Risk))
	tied := leaders(set, order)
	switch {
	case len(order) == 1:
		return fmt.Sprintf("Under %s %s.", best.Name, number)
	case len(tied) == len(order):
		return fmt.Sprintf("These draws separate none of the %d packages from the safest, %s, under which %s.", len(order), best.Name, number)
	case len(tied) > 1:
		return fmt.Sprintf("%s are the safest of %d packages and cannot be told apart by these draws; under the first, %s.",
			enumerate(tied), len(order), number)
	}
	return fmt.Sprintf("%s is the safest of %d packages: %s.", best.Name, len(order), number)
}

func second(set *result.Set, order []*result.Package) string {
	best, next := order[0], order[1]
	pair, _ := versus(set, next.ID, best.ID)
	if pair.Tied {
		return fmt.Sprintf("%s comes second at %s %%; whether it is worse than %s is undecided at this sample size (difference %s points), and it is the safer of the two in %s %% of cases.",
			next.Name, withError(next.Risk), best.Name, points(pair.Difference), share(pair.CasesABetter))
	}
	return fmt.Sprintf("%s comes second at %s %%; the difference of %s points is larger than chance in the draws explains, though it is the safer of the two in %s %% of cases.",
		next.Name, withError(next.Risk), points(pair.Difference), share(pair.CasesABetter))
}

func gain(set *result.Set, best *result.Package) string {
	base := find(set, set.Scenario.Baseline)
	pair, _ := versus(set, best.ID, base.ID)
	s := fmt.Sprintf("Under %s the same risk is %s %% (%s)", base.Name, withError(base.Risk), base.Word)
	if pair.Tied {
		return s + fmt.Sprintf("; whether %s lowers it is undecided at this sample size (difference %s points).", best.Name, points(pair.Difference))
	}
	s += fmt.Sprintf("; %s changes it by %s points", best.Name, points(pair.Difference))
	if set.Run.Futures > 0 {
		s += fmt.Sprintf(", and of 100 futures holds in %s where %s fails and fails in %s where it holds",
			ofHundred(pair.FuturesABetter), base.Name, ofHundred(pair.FuturesBBetter))
	}
	return s + "."
}

func mechanism(set *result.Set, best *result.Package) string {
	causes := []struct {
		name string
		estimate.Summary
	}{
		{"deliberate attack", best.Deliberate}, {"an escalated probe", best.Escalated}, {"accident", best.Accident},
	}
	main := causes[0]
	for _, c := range causes {
		if c.Mean > main.Mean {
			main = c
		}
	}
	s := fmt.Sprintf("Under %s no major breach is left to explain", best.Name)
	if best.Risk.Mean > 0 {
		s = fmt.Sprintf("The risk that is left under %s comes mostly from %s (%.0f of 100 breaches)", best.Name, main.name, 100*main.Mean/best.Risk.Mean)
	}
	if best.Cost.Mean > 0 {
		s += fmt.Sprintf("; it is expected to cost its guarantors %s bn EUR, discounted, by year %s", amount(best.Cost), horizon(set))
	}
	if best.Feasibility.Mean < 1 {
		s += fmt.Sprintf("; its chance of adoption is put at %s %%", percent(best.Feasibility.Mean, best.Feasibility.StdErr))
	}
	return s + "."
}

// caveat is the strongest reason not to act on the ranking alone: that another
// package makes a lasting peace more probable once adoption and consent count,
// else that assumptions within their ranges make another package the safest,
// else how far the assumptions move the number.
func caveat(set *result.Set, order []*result.Package) string {
	best := order[0]
	if p, how := mostPeace(order); p != best {
		return fmt.Sprintf("The strongest caveat: once the chance of adoption%s counts, %s makes a peace that holds more probable (%s %% against %s %% for %s).",
			how, p.Name, percent(peace(p).Mean, peace(p).StdErr), percent(peace(best).Mean, peace(best).StdErr), best.Name)
	}
	rival, most := (*result.Package)(nil), 0.0
	for _, p := range order[1:] {
		if pair, _ := versus(set, p.ID, best.ID); pair.CasesABetter > most {
			rival, most = p, pair.CasesABetter
		}
	}
	if most >= 0.05 {
		return fmt.Sprintf("The strongest caveat: the ranking turns on the assumptions; in %s %% of cases %s is safer than %s.", share(most), rival.Name, best.Name)
	}
	return fmt.Sprintf("The strongest caveat: the number turns on the assumptions; in one case of ten it lies above %.0f %%.", 100*best.Risk.P90)
}

// peace is the probability of a peace that holds, with the challenger's
// consent where the scenario asks for it.
func peace(p *result.Package) estimate.Summary {
	if p.PeaceIfAgreed != nil {
		return *p.PeaceIfAgreed
	}
	return p.Peace
}

// mostPeace returns the package with the most probable peace that holds, the
// safest of equals, and what counted.
func mostPeace(order []*result.Package) (best *result.Package, how string) {
	best = order[0]
	for _, p := range order {
		if peace(p).Mean > peace(best).Mean {
			best = p
		}
	}
	if best.PeaceIfAgreed != nil {
		how = " and the challenger's consent"
	}
	return best, how
}

func find(set *result.Set, id string) *result.Package {
	for i := range set.Packages {
		if set.Packages[i].ID == id {
			return &set.Packages[i]
		}
	}
	panic("report: no package " + id)
}

// share writes a share of cases as whole per cents.
func share(x float64) string { return ofHundred(x) }

func enumerate(list []*result.Package) string {
	names := make([]string, len(list))
	for i, p := range list {
		names[i] = p.Name
	}
	return strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]
}
