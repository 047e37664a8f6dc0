package model

// gridPoints is the number of points j·S/64, j = 0 … 64, on which the law of
// the coalition's summed capability is computed.
const gridPoints = 65

// A law is the joint law of a military response given coalition type, state
// of the backstop and month: whether anyone comes, and with how much.
type law struct {
	comes      float64             // P(at least one guarantor comes)
	capability [gridPoints]float64 // P(nobody comes or Σ capability of those who come = j·S/64), at j
	mean       float64             // E[Σ capability of those who come]/S
}

// A muster computes laws. It holds the package's guarantors on the grid and
// scratch space.
type muster struct {
	rule  Rule
	total float64 // S: all the package's guarantors together
	at    []int   // each guarantor's lower grid point
	up    []float64
	byYes [][gridPoints]float64 // scratch: by number of yes
	sum   []float64             // scratch
}

func (m *muster) reset(c *Case) {
	n := len(c.Guarantors)
	m.rule = c.Coalition.DecisionRule
	m.at, m.up = m.at[:0], m.up[:0]
	m.total = 0
	for i := range c.Guarantors {
		m.total += c.Guarantors[i].Capability
	}
	for i := range c.Guarantors {
		low, up := onGrid(c.Guarantors[i].Capability, m.total)
		m.at, m.up = append(m.at, low), append(m.up, up)
	}
	if cap(m.byYes) < n+1 {
		m.byYes = make([][gridPoints]float64, n+1)
	}
	m.byYes = m.byYes[:n+1]
}

// onGrid splits a capability linearly between its two nearest grid points.
func onGrid(capability, total float64) (low int, up float64) {
	x := capability / total * (gridPoints - 1)
	low = int(x)
	if low >= gridPoints-1 {
		return gridPoints - 1, 0
	}
	return low, x - float64(low)
}

// needed is the smallest number of yes at which anyone comes.
func (r Rule) needed(guarantors int) int {
	switch r {
	case Majority:
		return guarantors/2 + 1
	case Unanimity:
		return guarantors
	}
	return 1
}

// compute fills l with the law in which guarantor i says yes with the
// probability yes[i], independently.
func (m *muster) compute(yes []float64, l *law) {
	if m.rule == Own {
		m.computeOwn(yes, l)
		return
	}
	for i := range m.byYes {
		m.byYes[i] = [gridPoints]float64{}
	}
	m.byYes[0][0] = 1
	for i, p := range yes {
		for n := i; n >= 0; n-- {
			m.byYes[n+1] = addShifted(&m.byYes[n+1], &m.byYes[n], p, m.at[i], m.up[i])
			for j := range m.byYes[n] {
				m.byYes[n][j] *= 1 - p
			}
		}
	}
	l.capability = [gridPoints]float64{}
	need := m.rule.needed(len(yes))
	come := 0.0
	for n := need; n <= len(yes); n++ {
		for j, p := range m.byYes[n] {
			l.capability[j] += p
			come += p
		}
	}
	stay := 0.0
	for n := range need {
		for _, p := range m.byYes[n] {
			stay += p
		}
	}
	l.comes = come
	l.capability[0] += stay
	l.mean = meanOnGrid(&l.capability)
}

// computeOwn is compute where each guarantor decides for itself, so that the
// number of yes need not be carried along.
func (m *muster) computeOwn(yes []float64, l *law) {
	// Splitting may carry each guarantor one point past its capability; the
	// zeros in front stand for capabilities below none.
	const front = gridPoints + 1
	m.sum = grow(m.sum, front+gridPoints+len(yes))
	clear(m.sum)
	sum := m.sum[front:]
	sum[0] = 1
	reach, nobody := 0, 1.0
	for i, p := range yes {
		at, no, low, high := m.at[i], 1-p, p*(1-m.up[i]), p*m.up[i]
		reach += at + 1
		// What stays, and what comes from at and from at + 1 points below;
		// from the top, so that those are not yet changed.
		to := m.sum[front : front+reach+1]
		from := m.sum[front-at-1 : front-at+reach+1]
		for j := len(to) - 1; j >= 0; j-- {
			to[j] = to[j]*no + from[j+1]*low + from[j]*high
		}
		nobody *= no
	}
	copy(l.capability[:], sum)
	for _, x := range sum[gridPoints:] {
		l.capability[gridPoints-1] += x
	}
	l.comes = 1 - nobody
	l.mean = meanOnGrid(&l.capability)
}

// addShifted returns to + p·from moved up by the capability (at, up); what
// falls beyond the last point is put there.
func addShifted(to, from *[gridPoints]float64, p float64, at int, up float64) [gridPoints]float64 {
	sum := *to
	for j, x := range from {
		if x == 0 {
			continue
		}
		sum[min(j+at, gridPoints-1)] += x * p * (1 - up)
		sum[min(j+at+1, gridPoints-1)] += x * p * up
	}
	return sum
}

func meanOnGrid(p *[gridPoints]float64) float64 {
	sum := 0.0
	for j, x := range p {
		sum += float64(j) * x
	}
	return sum / (gridPoints - 1)
}

// dot is Σ a_j·b_j, in four sums that do not wait for one another.
func dot(a, b *[gridPoints]float64) float64 {
	var s0, s1, s2, s3 float64
	for j := 0; j < gridPoints-1; j += 4 {
		s0 += a[j] * b[j]
		s1 += a[j+1] * b[j+1]
		s2 += a[j+2] * b[j+2]
		s3 += a[j+3] * b[j+3]
	}
	return (s0 + s1) + (s2 + s3) + a[gridPoints-1]*b[gridPoints-1]
}
