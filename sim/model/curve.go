package model

// A curve is a trajectory by month. Packages of one case mostly share theirs,
// so it is computed again only when it differs.
type curve struct {
	of     Trajectory
	values []float64
}

// follow makes the curve that of a trajectory, for the months.
func (c *curve) follow(t Trajectory, months int) {
	if t == c.of && len(c.values) >= months {
		return
	}
	c.of = t
	c.values = grow(c.values, months)
	for m := range c.values {
		c.values[m] = t.at(year(m))
	}
}
