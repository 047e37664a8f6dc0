package plots

import "sort"

// stripes draws rising diagonals in paper over the cells between edges, rising to
// the right and upwards, that are chosen. The diagonals of neighbouring cells
// meet.
func (p *page) stripes(xs, ys []float64, chosen func(i, j int) bool) {
	const spacing = 15
	st := pen{color: p.theme.Paper, width: 4}
	nx, ny := len(xs)-1, len(ys)-1
	// On a diagonal x + y is constant; it is walked from the left.
	first, last := xs[0]+ys[ny], xs[nx]+ys[0]
	for k := int(first/spacing) + 1; float64(k)*spacing < last; k++ {
		sum := float64(k) * spacing
		cuts := append([]float64(nil), xs...)
		for _, y := range ys {
			cuts = append(cuts, sum-y)
		}
		sort.Float64s(cuts)
		from, open := 0.0, false
		i, j := 0, 0
		for c := range len(cuts) - 1 {
			a, b := cuts[c], cuts[c+1]
			mid := (a + b) / 2
			inside := mid > xs[0] && mid < xs[nx] && sum-mid < ys[0] && sum-mid > ys[ny]
			if inside {
				for xs[i+1] < mid {
					i++
				}
				for ys[j+1] > sum-mid {
					j++
				}
			}
			on := inside && b > a && chosen(i, j)
			if on && !open {
				from, open = a, true
			} else if !on && open && b > a {
				p.line(st, point{from, sum - from}, point{a, sum - a})
				open = false
			}
		}
		if open {
			end := cuts[len(cuts)-1]
			p.line(st, point{from, sum - from}, point{end, sum - end})
		}
	}
}
