package report

import (
	"fmt"
	"math"
	"strings"

	"steadfast/sim/estimate"
	"steadfast/sim/result"
)

// Judgements returns five sentences for a paper: the safest package, the
// second and whether the draws separate the two, the gain over the baseline,
// the main mechanism of what risk is left and its cost, and the strongest
// caveat. They are made from templates; with one package there are three.
func Judgements(set *result.Set) []string {
	order := safestFirst(set)
	best := order[0]
	if len(order) == 1 {
		return []string{safest(set, order), mechanism(set, best), caveat(set, order)}
	}
	return []string{safest(set, order), second(set, order), gain(set, best), mechanism(set, best), caveat(set, order)}
}

// leaders are the packages that the draws cannot separate from the safest,
// itself not among them.
func leaders(set *result.Set, order []*result.Package) []*result.Package {
	var list []*result.Package
	for _, p := range order[1:] {
		if pair, _ := versus(set, order[0].ID, p.ID); pair.Tied {
			list = append(list, p)
		}
	}
	return list
}

func safest(set *result.Set, order []*result.Package) string {
	best := order[0]
	risk := fmt.Sprintf("the probability of a major breach by year %s is %s %% (%s)", horizon(set), spoken(withError(best.Risk)), best.Word)
	if lo, hi, _ := strings.Cut(rangeOver(best.Risk), "–"); lo != hi {
		risk += fmt.Sprintf("; depending on the assumptions, it lies within %s–%s %% in four cases of five", lo, hi)
	}
	tied := leaders(set, order)
	switch {
	case len(order) == 1:
		return fmt.Sprintf("Under %s, %s.", best.Name, risk)
	case len(order) == 2 && len(tied) == 1:
		return fmt.Sprintf("These draws do not tell the two packages apart; under %s, %s.", best.Name, risk)
	case len(tied) == len(order)-1:
		return fmt.Sprintf("These draws do not tell any of the other %d packages from the one with the lowest risk, %s; under it, %s.", len(tied), best.Name, risk)
	case len(tied) > 0:
		return fmt.Sprintf("%s has the lowest risk of the %d packages, but these draws do not tell it from that of %s; under the first, %s.",
			best.Name, len(order), enumerate(tied), risk)
	}
	return fmt.Sprintf("%s is the safest of the %d packages: under it, %s.", best.Name, len(order), risk)
}

func second(set *result.Set, order []*result.Package) string {
	best, next := order[0], order[1]
	pair, _ := versus(set, next.ID, best.ID)
	s := fmt.Sprintf("Second is %s at %s %%", next.Name, spoken(withError(next.Risk)))
	switch {
	case pair.Difference.Mean == 0 && pair.Difference.StdErr == 0:
		return s + fmt.Sprintf(", the same as %s in every case.", best.Name)
	case pair.Difference.StdErr == 0:
		s += fmt.Sprintf("; the difference to %s is %s", best.Name, gap(pair))
	case pair.Tied:
		s += fmt.Sprintf("; whether it is less safe than %s %s", best.Name, undecided(set, pair))
	default:
		s += fmt.Sprintf("; the difference to %s, %s, is more than chance in the draws explains", best.Name, gap(pair))
	}
	switch {
	case set.Run.Dimensions == 0:
		return s + "."
	case pair.CasesABetter == 0:
		return s + ", and it is the safer of the two in no case."
	case pair.Tied:
		return s + fmt.Sprintf(", and it is the safer of the two in %s %% of cases.", spoken(share(pair.CasesABetter)))
	}
	return s + fmt.Sprintf(", though it is the safer of the two in %s %% of cases.", spoken(share(pair.CasesABetter)))
}

// undecided says that a difference may be chance in the draws, also where only
// the number of comparisons makes it so.
func undecided(set *result.Set, pair result.Pair) string {
	s := fmt.Sprintf("is undecided at this sample size (difference %s", gap(pair))
	if d := pair.Difference; d.Lo > 0 || d.Hi < 0 {
		s += fmt.Sprintf(", which may be chance among %d comparisons", len(set.Pairs))
	}
	return s + ")"
}

// gap writes the difference of a pair.
func gap(pair result.Pair) string {
	d := pair.Difference
	if d.StdErr == 0 {
		return points(d) + " percentage points"
	}
	sign := func(x float64) string { return signed(100*x, 100*d.StdErr) }
	return fmt.Sprintf("%s percentage points, 95 %% interval %s to %s", sign(d.Mean), sign(d.Lo), sign(d.Hi))
}

// fall writes by how much the first of a pair is lower.
func fall(pair result.Pair) string {
	d := pair.Difference
	less := func(x float64) string { return estimate.Write(-100*x, 100*d.StdErr, 1) }
	if d.StdErr == 0 {
		return less(d.Mean) + " percentage points"
	}
	return fmt.Sprintf("%s percentage points (95 %% interval %s to %s)", less(d.Mean), less(d.Hi), less(d.Lo))
}

// spoken writes "<1" and ">99" as a sentence does.
func spoken(number string) string {
	return strings.NewReplacer("<", "less than ", ">", "more than ").Replace(number)
}

func gain(set *result.Set, best *result.Package) string {
	base := find(set, set.Scenario.Baseline)
	if base == best {
		return fmt.Sprintf("The baseline, %s, itself has the lowest risk: no other package is found to lower it.", base.Name)
	}
	pair, _ := versus(set, best.ID, base.ID)
	s := fmt.Sprintf("Under the baseline, %s, the same risk is %s %% (%s)", base.Name, spoken(withError(base.Risk)), base.Word)
	switch {
	case pair.Difference.Mean == 0 && pair.Difference.StdErr == 0:
		return s + fmt.Sprintf("; %s does not change it in any case.", best.Name)
	case pair.Tied:
		return s + fmt.Sprintf("; whether %s lowers it %s.", best.Name, undecided(set, pair))
	}
	s += fmt.Sprintf("; %s lowers it by %s", best.Name, fall(pair))
	if set.Run.Futures > 0 {
		s += fmt.Sprintf("; of 100 futures, %s that fail under the baseline hold, and %s that hold under it fail",
			spoken(ofHundred(pair.FuturesABetter)), spoken(ofHundred(pair.FuturesBBetter)))
	}
	return s + "."
}

func mechanism(set *result.Set, best *result.Package) string {
	causes := []struct {
		name string
		mean float64
	}{
		{"deliberate attack", best.Deliberate.Mean}, {"the escalation of probes", best.Escalated.Mean}, {"accident", best.Accident.Mean},
	}
	main := causes[0]
	for _, c := range causes {
		if c.mean > main.mean {
			main = c
		}
	}
	s := fmt.Sprintf("Under %s the model finds no major breach", best.Name)
	if best.Risk.Mean > 0 {
		part := main.mean / best.Risk.Mean
		how := "has more than one source, first of all"
		if part > 0.5 {
			how = "comes mostly from"
		}
		s = fmt.Sprintf("What risk is left under %s %s %s (%s of 100 breaches)", best.Name, how, main.name, spoken(ofHundred(part)))
	}
	if best.Cost.Mean > 0 {
		s += fmt.Sprintf("; the package is expected to cost its guarantors %s bn EUR, discounted, by year %s", spoken(amount(best.Cost)), horizon(set))
	} else {
		s += "; the scenario puts no cost on the package"
	}
	if best.Feasibility.Mean < 1 {
		s += fmt.Sprintf("; its chance of adoption is put at %s %%", spoken(estimate.WritePercent(best.Feasibility.Mean, best.Feasibility.StdErr)))
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
		return fmt.Sprintf("The strongest caveat: once the chance of adoption%s counts, a peace that holds is more probable under %s (%s %%) than under %s (%s %%).",
			how, p.Name, spoken(estimate.WritePercent(peace(p).Mean, peace(p).StdErr)), best.Name, spoken(estimate.WritePercent(peace(best).Mean, peace(best).StdErr)))
	}
	if set.Run.Dimensions == 0 {
		return "The strongest caveat: every number rests on one set of assumptions; the scenario calls none of them uncertain."
	}
	rival, most := (*result.Package)(nil), 0.0
	for _, p := range order[1:] {
		if pair, _ := versus(set, p.ID, best.ID); pair.CasesABetter > most {
			rival, most = p, pair.CasesABetter
		}
	}
	if most >= 0.05 {
		return fmt.Sprintf("The strongest caveat: the ranking turns on the assumptions; %s is safer than %s in %s %% of cases.", rival.Name, best.Name, spoken(share(most)))
	}
	if best.Risk.P90 == 0 {
		return fmt.Sprintf("The strongest caveat: a risk of 0 says that no assumption in the scenario leads to a breach under %s, not that there is none.", best.Name)
	}
	return fmt.Sprintf("The strongest caveat: the number turns on the assumptions; under %s the risk is above %.0f %% in one case of ten.", best.Name, 100*best.Risk.P90)
}

// peace is the probability of a peace that holds, with the challenger's
// consent where the scenario asks for it.
func peace(p *result.Package) estimate.Summary {
	if p.PeaceIfAgreed != nil {
		return *p.PeaceIfAgreed
	}
	return p.Peace
}

// mostPeace returns the package with the most probable peace that holds, and
// what counted. It is the safest unless another is ahead of it by more than
// two sampling errors, taken as if the two were drawn apart, which is cautious.
func mostPeace(order []*result.Package) (best *result.Package, how string) {
	best = order[0]
	first := peace(best)
	for _, p := range order[1:] {
		x := peace(p)
		if x.Mean > peace(best).Mean && x.Mean-first.Mean > 2*math.Hypot(x.StdErr, first.StdErr) {
			best = p
		}
	}
	if best.PeaceIfAgreed != nil {
		how = " and of the challenger's consent"
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

// enumerate writes the names of packages, the last one after "and".
func enumerate(list []*result.Package) string {
	names := make([]string, len(list))
	for i, p := range list {
		names[i] = p.Name
	}
	if len(names) == 1 {
		return names[0]
	}
	return strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]
}
