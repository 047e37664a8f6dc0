package verdict

import (
	"encoding/json"
	"errors"
	"testing"

	"steadfast/sim/claim"
	"steadfast/sim/result"
)

// FuzzEvaluate evaluates whatever parses on a small run that has the packages
// it names.
func FuzzEvaluate(f *testing.F) {
	for _, seed := range []string{
		"risk_ratio(a, b) < 0.5 and not top_driver(a) = x.top", `0.1 < risk("a+b", 1.5) <= 20 %`, "risk(a) in [0.2, 40%] or rank(a) = 1",
		"not (best() = a or top_driver(a, 2) != top_driver(b))", "monotone(a, x.bent, falling) and share(risk(a) < risk(b)) > .5",
		"quantile(risk_ratio(a, best()), 0.99) / (risk(a) - risk(a)) < horizon / (horizon - horizon)", "hazard_peak(a) - rank(b) * risk(best()) = 0",
		"better(a, b) <= share(best() = a) and limited(a, 1) < clash(a) + defeat(a) - peace(a) * loss(a)", "median(difference(a, b)) >= -1e308 * 1e308",
		"By year {horizon} it is {word(risk(a) / 0.1)} ({risk(a)}), {best()}, {top_driver(a)}, {1 / hazard_peak(a)}.",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, src string) {
		if e, err := claim.Parse(src); err == nil && nodes(e) < 60 {
			ev := named(e.Packages())
			Check(e, Known{Horizon: 2})
			NeedsOf(2, e)
			v, err := Evaluate(e, ev, 0.01)
			inside(t, src, err)
			if err == nil {
				if _, err := json.Marshal(v); err != nil {
					t.Fatalf("%q: %v", src, err)
				}
				if v.Turning < 0 || v.Turning >= len(v.Atoms) {
					t.Fatalf("%q turns on atom %d of %d", src, v.Turning, len(v.Atoms))
				}
			}
			_, err = Margins(e, ev)
			inside(t, src, err)
			_, _, err = Turns(e, ev)
			inside(t, src, err)
		}
		if a, err := claim.ParseAnswer(src); err == nil && len(a.Parts) < 10 {
			_, err := Answer(a, named(a.Packages()))
			inside(t, src, err)
		}
	})
}

func nodes(e *claim.Expr) int {
	n := 0
	claim.Walk(e.Root, func(claim.Node) { n++ })
	return n
}

// inside checks that an error is one of the language, inside the text.
func inside(t *testing.T, src string, err error) {
	t.Helper()
	var ce *claim.Error
	if err != nil && (!errors.As(err, &ce) || ce.Offset < 0 || ce.Offset > len(src)) {
		t.Fatalf("%q: %v", src, err)
	}
}

// named is evidence with at most four of the packages named, and one more.
func named(refs []claim.Ref) *Evidence {
	ids := []string{"other"}
	for _, r := range refs {
		if len(ids) < 5 {
			ids = once(ids, r.ID)
		}
	}
	var risks [][]float64
	for i := range ids {
		risks = append(risks, noise(uint64(i/2), 0.1*float64(i), 0.1*float64(i), 16))
	}
	from := mixed()
	ev := evidence(1, ids, risks...)
	ev.Drivers, ev.Futures = from.Drivers, 10
	ev.Better = func(a, b string) ([]float64, error) { return repeat(0.5, 16), nil }
	ev.Steps = func(p, path string) ([][]float64, error) {
		points, err := from.Steps(p, path)
		for i := range points {
			points[i] = points[i][:16]
		}
		return points, err
	}
	ev.Cases.Columns = []result.Column{{Path: "x.y"}, {Path: "x.z", Choices: []string{"u", "v"}}}
	for c := range ev.Cases.Rows {
		ev.Cases.Rows[c].Values = []float64{float64(c), float64(c % 2)}
	}
	return ev
}
