package sensitivity

// A total is the sum of an output's squares over some cases, all components
// together, and how much of it each component's mean accounts for: n·mean²,
// less what the noise of the mean adds to it.
type total struct {
	squares, means float64
	constant       bool
}

// newTotals returns the totals of all cases and then without each group.
func newTotals(components [][]float64, groups int) []total {
	totals := make([]total, groups+1)
	for row := range totals {
		totals[row].constant = true
	}
	for _, y := range components {
		terms := make([][]float64, groups) // cases, sum, sum of squares
		for g := range terms {
			terms[g] = make([]float64, 3)
		}
		for c, x := range y {
			term := terms[c%groups]
			term[0]++
			term[1] += x
			term[2] += x * x
		}
		for row, sum := range leaveOut(terms) {
			n, mean := sum[0], sum[1]/sum[0]
			if sum[2]-n*mean*mean > 1e-12*sum[2] { // else it is rounding
				totals[row].constant = false
			}
			noise, kept := 0.0, 0.0
			for g, term := range terms {
				if g != row-1 {
					apart := term[1] - term[0]*mean
					noise += apart * apart / n
					kept++
				}
			}
			totals[row].squares += sum[2]
			totals[row].means += n*mean*mean - noise*kept/(kept-1)
		}
	}
	return totals
}

// share is the share of the variance that is explained, the part of the squares
// that the input explains, mean and all; 0 of a constant output.
func (t total) share(explained float64) float64 {
	if t.constant {
		return 0
	}
	return (explained - t.means) / (t.squares - t.means)
}
