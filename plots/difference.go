package plots

import (
	"fmt"
	"math"
	"sort"
	"strings"

	"steadfast/sim/result"
)

// Difference answers: is the gain real? It draws every other package against the
// baseline, a row each, the largest gain first: the difference of the mean risks,
// in percentage points, with its 95 % interval from paired cases, and beside it
// in how many of 100 futures the package does better and worse.
//
// Its reader must not take the interval for the range of gains that are possible:
// it says how well the draws know the mean gain, and more cases would shorten it;
// what the assumptions leave open is in figure compare. An interval clear of the
// zero line is not yet a finding where many packages are compared, which is why
// only rows that stay clear after Holm's adjustment over all pairs are drawn
// filled. Nor do futures in which a package does worse speak against it: the two
// meet the same fate, and a future may be lost under either.
func Difference(s *result.Set, t Theme) (*Figure, error) {
	if err := checkRivals(s); err != nil {
		return nil, fmt.Errorf("figure difference: %w", err)
	}
	b, err := needBaseline(s)
	if err != nil {
		return nil, fmt.Errorf("figure difference: %w", err)
	}
	return DifferenceFrom(s, s.Packages[b].ID, t)
}

// DifferenceFrom is Difference against the package of the id given instead of the
// baseline, which then has a row of its own.
func DifferenceFrom(s *result.Set, rival string, t Theme) (*Figure, error) {
	d, err := newDifferences(s, rival, t)
	if err != nil {
		return nil, fmt.Errorf("figure difference: %w", err)
	}
	f := &Figure{
		Name:     "difference",
		Title:    d.lang.Difference.Title.with("rival", d.against()),
		Subtitle: d.subtitle(), alt: d.alt(), Data: d.table(), theme: t, origin: originOf(s), body: d.draw,
	}
	return f.finish()
}

type differences struct {
	set     *result.Set
	lang    *Words
	looks   []look
	rival   int
	rows    []int         // packages, the largest gain first
	pairs   []result.Pair // by row, the package being A
	futures bool          // counted, else cases
}

func newDifferences(s *result.Set, rival string, t Theme) (*differences, error) {
	if err := checkRivals(s); err != nil {
		return nil, err
	}
	d := &differences{set: s, lang: t.words(), looks: t.looks(s), rival: indexOf(s, rival), futures: s.Run.Futures > 0}
	if d.rival < 0 {
		return nil, fmt.Errorf("package %q is not in the result: allowed are %s", rival, ids(s))
	}
	pair := map[int]result.Pair{}
	for i := range s.Packages {
		if i == d.rival {
			continue
		}
		q, err := pairOf(s, i, d.rival)
		if err != nil {
			return nil, err
		}
		pair[i] = q
		d.rows = append(d.rows, i)
	}
	sort.SliceStable(d.rows, func(a, b int) bool {
		return pair[d.rows[a]].Difference.Mean < pair[d.rows[b]].Difference.Mean
	})
	for _, i := range d.rows {
		d.pairs = append(d.pairs, pair[i])
	}
	return d, nil
}

func (d *differences) against() string { return nameOf(d.set.Packages[d.rival]) }

// better is the share of futures, or of cases, in which the package of a row does
// better and worse.
func (d *differences) better(row int) (better, worse float64) {
	if q := d.pairs[row]; d.futures {
		return q.FuturesABetter, q.FuturesBBetter
	}
	return d.pairs[row].CasesABetter, d.pairs[row].CasesBBetter
}

func (d *differences) tied() int {
	n := 0
	for _, q := range d.pairs {
		if q.Tied {
			n++
		}
	}
	return n
}

func (d *differences) subtitle() string {
	s, says := d.set, d.lang.Difference
	parts := []string{says.Subtitle.with("ceasefire", d.lang.ceasefire(s.Scenario),
		"horizon", d.lang.duration(s.Scenario.HorizonYears), "cases", d.lang.counted(d.lang.Cases, s.Run.Cases))}
	if d.tied() > 0 {
		parts = append(parts, says.Ties.text())
	}
	if d.futures {
		parts = append(parts, says.OfFutures.text())
	} else {
		parts = append(parts, says.OfCases.text())
	}
	return strings.Join(parts, d.lang.Space)
}

func (d *differences) alt() string {
	say := func(row int) string {
		number, interval := d.verdict(row)
		return d.lang.Difference.AltPackage.with("points", d.lang.Points.with("n", number), "package", nameOf(d.set.Packages[d.rows[row]]), "interval", interval)
	}
	last, alt := len(d.rows)-1, d.lang.Difference.Alt
	if last == 0 {
		alt = d.lang.Difference.AltOne
	}
	return alt.with("horizon", d.lang.duration(d.set.Scenario.HorizonYears), "rival", d.against(), "first", say(0), "last", say(last),
		"tied", d.lang.count(d.tied()), "packages", d.lang.counted(d.lang.Packages, len(d.rows)))
}

// table has a row a package, in the order drawn: risk less the rival's, as a
// probability; better and worse are shares of what the column of says.
func (d *differences) table() Table {
	t := Table{Header: []string{"row", "id", "name", "against", "difference", "low", "high", "tied", "of", "better", "worse"}}
	of := "cases"
	if d.futures {
		of = "futures"
	}
	for r, i := range d.rows {
		q := d.pairs[r]
		better, worse := d.better(r)
		t.add(r+1, q.A, nameOf(d.set.Packages[i]), q.B, q.Difference.Mean, q.Difference.Lo, q.Difference.Hi,
			fmt.Sprint(q.Tied), of, better, worse)
	}
	return t
}

// span is the range of the axis, in percentage points, the zero line included.
func (d *differences) span() (lo, hi float64) {
	for _, q := range d.pairs {
		lo, hi = math.Min(lo, 100*q.Difference.Lo), math.Max(hi, 100*q.Difference.Hi)
	}
	const least = 0.1 // where nothing differs
	if hi-lo < least {
		return lo - least, hi + least
	}
	return lo, hi
}
