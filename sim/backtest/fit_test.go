package backtest

import (
	"bytes"
	"context"
	"encoding/csv"
	"math"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"steadfast/scenarios"
	"steadfast/sim/chance"
	"steadfast/sim/history"
	"steadfast/sim/scenario"
)

// Draws made at one centre, weighed for another, forecast what draws made
// there do, within five standard errors; unweighed they do not.
func TestWeighingStandsForSolving(t *testing.T) {
	if testing.Short() {
		t.Skip("solves hundreds of draws twice")
	}
	const draws = 512
	w := small(t, Current(), draws)
	w.arrangements = slices.DeleteFunc(w.arrangements, func(a history.Arrangement) bool { return a.ID != "KOR49" && a.ID != "EGY50" && a.ID != "MIN15" })
	w.packages = nil
	for i := range w.arrangements {
		id := PackageID(&w.arrangements[i])
		w.packages = append(w.packages, slices.IndexFunc(w.scenario.Packages, func(p scenario.Package) bool { return p.ID == id }))
	}
	at := zero(w)
	shift := []float64{.8, 0, .5, 0, 0, -.6}
	here, there := solved(t, w, at), solved(t, w, shift)
	weights, effective := here.weigh(shift, nil)
	if effective < draws/20.0 || effective > draws {
		t.Errorf("%.0f effective draws of %d", effective, draws)
	}
	even, all := there.weigh(shift, nil)
	if math.Abs(all-draws) > 1e-6 {
		t.Errorf("%v effective draws of %d at the centre", all, draws)
	}
	moved := 0
	for i := range w.arrangements {
		direct, weighed, still := there.forecast(i, even), here.forecast(i, weights), here.forecast(i, even)
		e := 0.0
		for d, c := range here.row(i) {
			x := weights[d] * (c.risk[0][2] - weighed.risk[0][2])
			e += x * x
		}
		e = math.Sqrt(e)
		if math.Abs(weighed.risk[0][2]-direct.risk[0][2]) > 5*e {
			t.Errorf("%s: weighed %.4f ± %.4f, solved %.4f", w.arrangements[i].ID, weighed.risk[0][2], e, direct.risk[0][2])
		}
		if math.Abs(still.risk[0][2]-direct.risk[0][2]) > 5*e {
			moved++
		}
	}
	if moved == 0 {
		t.Error("no forecast moves with the shift: the weights could be anything")
	}
}

// The fit is a maximum: no step away from it has a greater posterior.
func TestFitIsAMaximum(t *testing.T) {
	w := small(t, Current(), 64)
	tab := solved(t, w, zero(w))
	all := without(dyadsOf(w), -1)
	f, err := w.fit(tab, all)
	if err != nil {
		t.Fatal(err)
	}
	top := tab.logPosterior(f.shift, all, nil)
	for j := range f.shift {
		for _, step := range []float64{-.05, .05} {
			x := slices.Clone(f.shift)
			x[j] += step
			if next := tab.logPosterior(x, all, nil); next > top+1e-4 {
				t.Errorf("%s: %v more makes the posterior greater by %v", f.Parameters[j].Path, step, next-top)
			}
		}
	}
	if f.LogPosterior < 0 {
		t.Errorf("the fit is worse than the ranges as shipped by %v", -f.LogPosterior)
	}
	for _, p := range f.Parameters {
		if (p.Shift > 0) != (p.Median > p.Shipped) {
			t.Errorf("%s moves by %v, its median from %v to %v", p.Path, p.Shift, p.Shipped, p.Median)
		}
	}
}

func dyadsOf(w *world) []int {
	dyad, _ := dyads(w.arrangements)
	return dyad
}

// Tables do not depend on the workers.
func TestSolveIsTheSameOnAnyNumberOfWorkers(t *testing.T) {
	w := small(t, Current(), 32)
	w.workers = 1
	one := solved(t, w, zero(w))
	w.workers = 3
	three := solved(t, w, zero(w))
	if !slices.Equal(one.cells, three.cells) {
		t.Error("three workers find another table than one")
	}
}

// The effective size of a first-order autoregressive chain is
// n·(1 − ρ)/(1 + ρ).
func TestEffectiveSize(t *testing.T) {
	const n, rho = 50_000, .7
	stream := chance.New(3, chance.Sampling, 0, 0, 0)
	chain := make([]float64, n)
	for i := 1; i < n; i++ {
		chain[i] = rho*chain[i-1] + stream.Unit() - .5
	}
	want := n * (1 - rho) / (1 + rho)
	if got := effectiveSize(chain); math.Abs(got/want-1) > .15 {
		t.Errorf("%.0f effective of %d, theory has %.0f", got, n, want)
	}
	for i := range chain {
		chain[i] = stream.Unit()
	}
	if got := effectiveSize(chain); got < .9*n {
		t.Errorf("%.0f effective of %d independent ones", got, n)
	}
}

// The posterior is a sample that scenarios of the reference class draw from,
// and the same again with the same seed.
func TestPosteriorIsASample(t *testing.T) {
	w := small(t, Current(), 32)
	tab := solved(t, w, zero(w))
	all := without(dyadsOf(w), -1)
	p := w.sample(tab, all, zero(w), 5)
	if len(p.Rows) != posteriorRows || p.Accepted < .1 || p.Accepted > .6 || p.Effective < 20 {
		t.Errorf("%d rows, %.2f accepted, %.0f effective", len(p.Rows), p.Accepted, p.Effective)
	}
	again := w.sample(tab, all, zero(w), 5)
	if diff := cmp.Diff(p.Rows, again.Rows); diff != "" {
		t.Error("the same seed gives another sample")
	}
	var b bytes.Buffer
	if err := p.WriteCSV(&b); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(bytes.NewReader(b.Bytes())).ReadAll()
	if err != nil || len(rows) != posteriorRows+1 {
		t.Fatalf("%d rows written, error %v", len(rows), err)
	}
	text := "format = 1\ntitle = \"x\"\nextends = \"steadfast:base/reference.toml\"\n[sample]\nfile = \"posterior.csv\"\n"
	read := func(name string) ([]byte, error) {
		if name == "posterior.csv" {
			return b.Bytes(), nil
		}
		return []byte(text), nil
	}
	s, list := scenario.Load("x.toml", scenario.Options{Shipped: scenarios.Files(), ReadFile: read})
	if s == nil {
		t.Fatal(list[0].Error())
	}
	if !slices.ContainsFunc(s.Columns(), func(c scenario.Column) bool { return c.Path == "sample" }) {
		t.Error("the scenario does not draw from the sample")
	}
}

func TestRunOnFew(t *testing.T) {
	if testing.Short() {
		t.Skip("solves the record thrice")
	}
	run := func(workers int) *Result {
		r, err := Run(context.Background(), few(t), scenarios.Files(), Options{Draws: 16, Workers: workers, Resamples: 50})
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	r := run(1)
	if diff := cmp.Diff(r, run(2), cmp.AllowUnexported(Fit{})); diff != "" {
		t.Errorf("two workers find another backtest than one:\n%s", diff)
	}
	for _, c := range r.Cases {
		for m, kinds := range c.Risks {
			for k, risks := range kinds {
				if !slices.IsSorted(risks.ByYear) || risks.ByYear[0] < 0 || risks.ByYear[3] > 1 || risks.Observed < 0 || risks.Observed > 1 {
					t.Errorf("%s, %s, kind %d: %+v", c.ID, m, k, risks)
				}
				if k == 1 && risks.ByYear[0] < kinds[0].ByYear[0] {
					t.Errorf("%s, %s: war is likelier than any breach", c.ID, m)
				}
			}
		}
	}
	s, ok := r.Score(Major, 15, Core, Halves)
	if !ok || s.Arrangements != len(r.Cases) || s.Events == 0 || s.Brier.Lo > s.Brier.Value || s.Brier.Hi < s.Brier.Value {
		t.Errorf("%+v", s)
	}
	if want := 5; len(r.Models) != want-1 {
		t.Errorf("%d models, want those of the four arrangements among few", len(r.Models))
	}
}

func TestRunRefusesTooFewDyads(t *testing.T) {
	if _, err := Run(context.Background(), few(t)[:2], scenarios.Files(), Options{}); err == nil {
		t.Error("a record of one dyad is scored")
	}
}
