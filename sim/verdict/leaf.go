package verdict

import "steadfast/sim/claim"

// leaf prepares a function of the language over cases.
func (j *judge) leaf(c *claim.Call) (*value, error) {
	switch c.Func.Name {
	case "median", "quantile":
		return j.quantile(c)
	case "share":
		return j.share(c)
	case "better":
		return j.better(c)
	case "rank":
		x, err := j.over(c, func(v *view, p []int) float64 { return j.place(v, p[0]) }, j.placeAmong)
		if p, named := id(c.Args[0]); named && err == nil {
			x.sample = &sample{of: "rank", values: [][]float64{j.risk(j.index(p))}}
		}
		return x, err
	case "hazard_peak":
		x, err := j.over(c, func(v *view, p []int) float64 { return j.peak(v, p[0]) }, j.peakAmong)
		if p, named := id(c.Args[0]); named && err == nil {
			x.sample = &sample{of: "hazard_peak", values: j.curves(j.index(p))}
		}
		return x, err
	case "risk_ratio":
		return j.over(c, func(v *view, p []int) float64 { return ratio(v.mean(j.risk(p[0])), v.mean(j.risk(p[1]))) }, nil)
	case "difference":
		return j.over(c, func(v *view, p []int) float64 { return v.mean(j.risk(p[0])) - v.mean(j.risk(p[1])) }, nil)
	}
	year, err := j.yearOf(c)
	if err != nil {
		return nil, err
	}
	return j.over(c, func(v *view, p []int) float64 { return v.mean(j.outcome(c.Func.Name, p[0], year)) }, nil)
}

// ratio is a/b; 0/0 is 1, for the two are the same.
func ratio(a, b float64) float64 {
	if a == 0 && b == 0 {
		return 1
	}
	return a / b
}

// over prepares a function of packages. One of them may be best(): then the
// function jumps from one package to another, and its interval holds its
// values for all that may be best. among is the interval of a function that
// jumps by itself.
func (j *judge) over(c *claim.Call, of func(v *view, packs []int) float64, among func(p int, alpha float64) span) (*value, error) {
	packs, best, err := j.packages(c)
	if err != nil {
		return nil, err
	}
	x := &value{whole: among != nil}
	x.of = func(v *view) float64 {
		chosen := v
		if v.held {
			chosen = j.all
		}
		if among != nil {
			v = chosen
		}
		return of(v, j.take(packs, chosen))
	}
	switch {
	case best:
		x.among = func(alpha float64) span {
			out := at(x.on(j.all))
			if among != nil {
				alpha /= 2
			}
			for _, p := range j.mayBeBest(alpha) {
				chosen := make([]int, len(packs))
				for i, q := range packs {
					chosen[i] = q
					if q < 0 {
						chosen[i] = p
					}
				}
				out = out.hull(at(of(j.all, chosen)))
				if among != nil {
					out = out.hull(among(p, alpha))
				}
			}
			return out
		}
	case among != nil:
		x.among = func(alpha float64) span { return among(packs[0], alpha) }
	}
	return x, nil
}

// packages are the package arguments of a call, −1 for best().
func (j *judge) packages(c *claim.Call) (packs []int, best bool, err error) {
	for i, a := range c.Args {
		if c.Func.Args[i].Kind != claim.Package {
			continue
		}
		name, ok := a.(*claim.Name)
		if !ok {
			packs, best = append(packs, -1), true
			continue
		}
		p, err := j.pack(name)
		if err != nil {
			return nil, false, err
		}
		packs = append(packs, p)
	}
	return packs, best, nil
}

// take puts the best package of a view in the place of −1.
func (j *judge) take(packs []int, v *view) []int {
	out := make([]int, len(packs))
	for i, p := range packs {
		out[i] = p
		if p < 0 {
			out[i] = j.best(v)
		}
	}
	return out
}
