package plots

import "sort"

// An option is one way to spend: what it costs and what it achieves.
type option struct{ cost, effect float64 }

// The standing of an option.
const (
	onFrontier = "frontier"
	dominated  = "dominated"            // another costs no more and achieves no less, and one of the two is better
	outbidden  = "extendedly dominated" // a mixture of two others costs no more and achieves more
)

// costFrontier says for every option whether it is on the efficient frontier, and
// lists those that are, from the cheapest to the most effective: from each to the
// next, what a unit of effect costs rises. Options of equal cost and effect share
// a place on it; only the first of them is listed.
//
// Source: Cantor, Cost-effectiveness analysis, extended dominance, and ethics,
// Med. Decis. Making 14 (1994); the frontier is the upper hull of Andrew,
// Inf. Process. Lett. 9 (1979).
func costFrontier(options []option) (standing []string, frontier []int) {
	standing = make([]string, len(options))
	order := make([]int, len(options))
	for i := range options {
		order[i] = i
	}
	sort.SliceStable(order, func(a, b int) bool {
		p, q := options[order[a]], options[order[b]]
		if p.cost != q.cost {
			return p.cost < q.cost
		}
		return p.effect > q.effect
	})
	for _, i := range order {
		standing[i] = onFrontier
		if n := len(frontier); n > 0 {
			last := options[frontier[n-1]]
			if options[i] == last {
				continue
			}
			if options[i].effect <= last.effect {
				standing[i] = dominated
				continue
			}
		}
		for n := len(frontier); n > 1 && dearer(options, frontier[n-2], frontier[n-1], i); n-- {
			standing[frontier[n-1]] = outbidden
			frontier = frontier[:n-1]
		}
		frontier = append(frontier, i)
	}
	return shareStanding(options, standing), frontier
}

// dearer says whether a unit of effect costs more from a to b than from b to c.
func dearer(o []option, a, b, c int) bool {
	return (o[b].cost-o[a].cost)*(o[c].effect-o[b].effect) > (o[c].cost-o[b].cost)*(o[b].effect-o[a].effect)
}

// shareStanding gives equal options the standing of the first of them, which may
// have lost its place after the others were passed over.
func shareStanding(options []option, standing []string) []string {
	for i := range options {
		for j := range i {
			if options[i] == options[j] {
				standing[i] = standing[j]
			}
		}
	}
	return standing
}
