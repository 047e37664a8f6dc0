package verdict

import (
	"math"
	"slices"

	"steadfast/sim/claim"
	"steadfast/sim/estimate"
	"steadfast/sim/result"
)

// A judge evaluates one expression on its evidence.
type judge struct {
	ev      *Evidence
	limits  limits
	sampler estimate.Sampler
	groups  int
	freedom float64 // of Student's t: the groups less one

	all     *view
	without []*view // by group
	// held are the same without groups, but what jumps keeps its value of all
	// cases.
	held []*view

	outcomes map[outcomeKey][]float64
	values   map[string]*value // by text
	risks    [][]float64       // by package, where asked for
	gaps     map[[2]int]gap
	points   map[[2]float64]float64 // of Student's t, by alpha and freedom
}

// A view is the cases that a value is taken over.
type view struct {
	rows []int
	has  []bool // by case
	// group is the one that is left out, −1 if none is.
	group int
	held  bool
	// memo is the place in the memory of values, −1 if there is none.
	memo int
}

func newJudge(ev *Evidence) (*judge, error) {
	if err := ev.check(); err != nil {
		return nil, err
	}
	n := len(ev.Cases.Rows)
	j := &judge{
		ev: ev, limits: limits{ev.Horizon, len(ev.Cases.Packages)}, sampler: estimate.Over(ev.Replicates),
		outcomes: map[outcomeKey][]float64{}, values: map[string]*value{},
		risks: make([][]float64, len(ev.Cases.Packages)), gaps: map[[2]int]gap{}, points: map[[2]float64]float64{},
	}
	j.groups = j.sampler.Groups(n)
	j.freedom = float64(j.groups - 1)
	j.all = j.viewOf(func(int) bool { return true })
	j.all.memo = j.groups
	for g := range j.groups {
		v := j.viewOf(func(c int) bool { return c%j.groups != g })
		v.group = g
		h := *v
		h.held, h.memo = true, g
		j.without, j.held = append(j.without, v), append(j.held, &h)
	}
	return j, nil
}

// viewOf is the view of the cases that keep chooses.
func (j *judge) viewOf(keep func(c int) bool) *view {
	n := len(j.ev.Cases.Rows)
	v := &view{has: make([]bool, n), group: -1, memo: -1}
	for c := range n {
		if keep(c) {
			v.has[c] = true
			v.rows = append(v.rows, c)
		}
	}
	return v
}

// mean is the mean over a view; of equal values it is that value to the last
// bit.
func (v *view) mean(x []float64) float64 {
	sum, same := 0.0, true
	for _, c := range v.rows {
		sum += x[c]
		same = same && x[c] == x[v.rows[0]]
	}
	if same {
		return x[v.rows[0]]
	}
	return sum / float64(len(v.rows))
}

// pack finds a package by its id.
func (j *judge) pack(n *claim.Name) (int, error) {
	at := j.index(n.Parts[0])
	if at < 0 {
		return 0, errorf(n, "there is no package %s among the cases", n.Parts[0])
	}
	return at, nil
}

func (j *judge) index(id string) int { return slices.Index(j.ev.Cases.Packages, id) }

// risk is the headline number of a package by case.
func (j *judge) risk(p int) []float64 {
	if j.risks[p] == nil {
		j.risks[p] = j.ev.Cases.Risks(p)
	}
	return j.risks[p]
}

// An outcomeKey says which number of an outcome.
type outcomeKey struct {
	name string
	pack int
	year float64 // 0: the horizon
}

// outcome returns a number of package p's outcome by case. The year, where the
// call gives one, must have been found good by yearOf.
func (j *judge) outcome(name string, p int, year float64) []float64 {
	key := outcomeKey{name, p, year}
	if x, ok := j.outcomes[key]; ok {
		return x
	}
	x := j.ev.Cases.Each(p, j.field(name, year))
	j.outcomes[key] = x
	return x
}

func (j *judge) field(name string, year float64) func(*result.Outcome) float64 {
	i := j.yearIndex(year)
	switch {
	case name == "risk" && year > 0 && i >= 0:
		return func(o *result.Outcome) float64 { return o.Major[i] }
	case name == "risk" && year > 0:
		return func(o *result.Outcome) float64 { return monthlyAt(o.Monthly, 12*year) }
	case name == "limited" && year > 0:
		return func(o *result.Outcome) float64 { return o.Limited[i] }
	case name == "limited":
		return func(o *result.Outcome) float64 { return o.LimitedRisk }
	case name == "clash":
		return func(o *result.Outcome) float64 { return o.Clash }
	case name == "defeat":
		return func(o *result.Outcome) float64 { return o.Defeat }
	case name == "stopped":
		return func(o *result.Outcome) float64 { return o.Stopped }
	case name == "lasting":
		return func(o *result.Outcome) float64 { return o.Lasting }
	case name == "peace":
		return func(o *result.Outcome) float64 { return o.Peace }
	case name == "peace_if_agreed":
		return func(o *result.Outcome) float64 { return o.PeaceIfAgreed }
	case name == "signs":
		return func(o *result.Outcome) float64 { return o.Signs }
	case name == "accepts":
		return func(o *result.Outcome) float64 { return o.Accepts }
	case name == "loss":
		return func(o *result.Outcome) float64 { return o.Loss }
	}
	return func(o *result.Outcome) float64 { return o.Risk }
}

// monthlyAt reads a cumulative curve, 0 at month 0, straight between months.
func monthlyAt(curve []float32, month float64) float64 {
	m := min(int(month), len(curve)-1)
	before := 0.0
	if m > 0 {
		before = float64(curve[m-1])
	}
	return before + min(month-float64(m), 1)*(float64(curve[m])-before)
}

func (j *judge) yearIndex(year float64) int {
	return slices.IndexFunc(j.ev.Cases.Years, func(y float64) bool { return same(y, year) })
}

func same(a, b float64) bool { return math.Abs(a-b) < 1e-9 }

// yearOf is the year that a call asks for, 0 for the horizon.
func (j *judge) yearOf(c *claim.Call) (float64, error) {
	if len(c.Args) < 2 {
		return 0, nil
	}
	year := constant(c.Args[1], j.ev.Horizon)
	if err := badYear(c, year, j.ev.Horizon, j.ev.Cases.Years); err != nil {
		return 0, err
	}
	if same(year, j.ev.Horizon) {
		return 0, nil
	}
	if j.yearIndex(year) < 0 && len(j.ev.Cases.Rows[0].Outcomes[0].Monthly) == 0 {
		return 0, errorf(c.Args[1], "year %g is between those of the cases, which keep no monthly curve: write a whole year", year)
	}
	return year, nil
}
