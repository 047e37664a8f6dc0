package sensitivity

import (
	"math"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"steadfast/sim/design"
	"steadfast/sim/estimate"
	"steadfast/sim/result"
)

// missed counts the indices further than 5 standard errors from the truth.
func missed(indices []result.Indices, first, total []float64) int {
	n := 0
	off := func(m estimate.Mean, truth float64) {
		if !(math.Abs(m.Mean-truth) <= 5*m.StdErr) {
			n++
		}
	}
	for i, x := range indices[:len(first)] {
		off(x.First, first[i])
		off(x.Total, total[i])
	}
	return n
}

func TestOracleTable(t *testing.T) {
	near := cmp.Comparer(func(a, b float64) bool { return math.Abs(a-b) < 1e-8 })
	first := []float64{.00027607, .0101948, .76574307, .19143577, .0001794, .00149042}
	total := []float64{.00032946, .01214324, .79596977, .22031306, .0002141, .00177825}
	if diff := cmp.Diff(first, mixedG.first, near); diff != "" {
		t.Errorf("first indices of %s (-table +closed form):\n%s", mixedG.name, diff)
	}
	if diff := cmp.Diff(total, mixedG.total, near); diff != "" {
		t.Errorf("total indices of %s (-table +closed form):\n%s", mixedG.name, diff)
	}
}

// TestSobolKnownAnswers also holds that the bound would notice rows A and B
// taken for each other, a variance that is not centred, and a total without
// Jansen's half.
func TestSobolKnownAnswers(t *testing.T) {
	for _, f := range []function{ishigami, strongG, mixedG, product} {
		for kind, points := range map[design.Kind]int{design.Random: 8192, design.Sobol: 2048} {
			y, replicates := solve(t, kind, points, 3, f.columns, singles(f.columns), f.of)
			got := Sobol(scalars(y), replicates, 4)[0]
			if n := missed(got, f.first, f.total); n != 0 {
				t.Errorf("%s, %s: %d indices further than 5 standard errors:\n%+v", f.name, kind, n, got)
			}

			swapped := slices.Clone(y[0])
			swapped[trialA], swapped[trialB] = swapped[trialB], swapped[trialA]
			if n := missed(Sobol([]Output{{swapped}}, replicates, 4)[0], f.first, f.total); n == 0 {
				t.Errorf("%s, %s: A and B swapped would not be noticed", f.name, kind)
			}
			mean, meanSquare := 0.0, 0.0
			for _, x := range y[0][trialA] {
				mean += x / float64(len(y[0][trialA]))
				meanSquare += x * x / float64(len(y[0][trialA]))
			}
			if n := missed(rescaled(got, (meanSquare-mean*mean)/meanSquare), f.first, f.total); n == 0 {
				t.Errorf("%s, %s: a variance that is not centred would not be noticed", f.name, kind)
			}
			if n := missed(rescaled(got, 2), f.first, f.total); n == 0 {
				t.Errorf("%s, %s: a factor of 2 would not be noticed", f.name, kind)
			}
		}
	}
}

// rescaled returns the indices a wrong variance would give.
func rescaled(indices []result.Indices, by float64) []result.Indices {
	all := slices.Clone(indices)
	for i := range all {
		for _, m := range []*estimate.Mean{&all[i].First, &all[i].Total} {
			*m = estimate.Mean{Mean: by * m.Mean, StdErr: by * m.StdErr, Lo: by * m.Lo, Hi: by * m.Hi}
		}
	}
	return all
}

// TestGroups holds interactions, as the first index of a pair less those of
// its members, against the table.
func TestGroups(t *testing.T) {
	factors := [][]int{{0}, {1}, {2}, {0, 1}, {0, 2}, {1, 2}}
	pairs := []struct {
		pair, one, other int
		want             float64
	}{{3, 0, 1, .08693055}, {4, 0, 2, .01222461}, {5, 1, 2, .00543316}}
	const seeds = 64
	sampler := estimate.Over(1)
	values, twins := make([][]float64, len(pairs)), make([][]float64, len(pairs))
	for seed := range uint64(seeds) {
		y, replicates := solve(t, design.Sobol, 512, seed, strongG.columns, factors, strongG.of)
		x := Sobol(scalars(y), replicates, 0)[0]
		for p, of := range pairs {
			values[p] = append(values[p], x[of.pair].First.Mean-x[of.one].First.Mean-x[of.other].First.Mean)
			twins[p] = append(twins[p], x[of.pair].Total.Mean-x[of.one].First.Mean-x[of.other].First.Mean)
		}
	}
	for p, of := range pairs {
		if m := sampler.Mean(values[p]); !(math.Abs(m.Mean-of.want) <= 5*m.StdErr) {
			t.Errorf("interaction %d = %.5f ± %.5f, want %.5f", p, m.Mean, m.StdErr, of.want)
		}
		if m := sampler.Mean(twins[p]); math.Abs(m.Mean-of.want) <= 5*m.StdErr {
			t.Errorf("interaction %d: the pair's total for its first index would not be noticed", p)
		}
	}
}

func TestConstantsAndDummiesAreExactlyZero(t *testing.T) {
	const columns = 4
	constant := func([]float64) float64 { return 0.1 }
	for _, kind := range []design.Kind{design.Random, design.Sobol} {
		y, replicates := solve(t, kind, 192, 5, columns, singles(columns), constant, ishigami.of)
		got := Sobol([]Output{{y[0]}, {y[1]}, {y[0], y[0]}, {y[0], y[1]}}, replicates, 6)
		zero := make([]result.Indices, columns)
		for _, o := range []int{0, 2} {
			if diff := cmp.Diff(zero, got[o]); diff != "" {
				t.Errorf("%s: indices of a constant (-want +got):\n%s", kind, diff)
			}
		}
		for _, o := range []int{1, 3} {
			if diff := cmp.Diff(result.Indices{}, got[o][3]); diff != "" {
				t.Errorf("%s: indices of a dummy (-want +got):\n%s", kind, diff)
			}
			if got[o][1].Total.Mean == 0 {
				t.Errorf("%s: what is no dummy has a total of 0", kind)
			}
		}
		if diff := cmp.Diff(got[1], got[3]); diff != "" {
			t.Errorf("%s: a constant component changes the indices (-without +with):\n%s", kind, diff)
		}
	}
}

// TestOrderChangesNoBit permutes factors, outputs and components.
func TestOrderChangesNoBit(t *testing.T) {
	const columns = 6
	data := map[design.Kind][]Trials{}
	replicates := map[design.Kind]int{}
	for _, kind := range []design.Kind{design.Random, design.Sobol} {
		data[kind], replicates[kind] = solve(t, kind, 64, 7, columns, singles(columns), strongG.of, ishigami.of, mixedG.of, product.of)
	}
	rapid.Check(t, func(t *rapid.T) {
		kind := rapid.SampledFrom([]design.Kind{design.Random, design.Sobol}).Draw(t, "kind")
		factor := rapid.Permutation([]int{0, 1, 2, 3, 4, 5}).Draw(t, "factors")
		order := rapid.Permutation([]int{0, 1, 2, 3}).Draw(t, "outputs")
		y := data[kind]
		var outputs []Output
		var vector Output
		for _, o := range order {
			permuted := Trials{y[o][trialA], y[o][trialB]}
			for _, i := range factor {
				permuted = append(permuted, y[o][firstSwap+i])
			}
			outputs = append(outputs, Output{permuted})
			vector = append(vector, permuted)
		}
		want := Sobol(append(scalars(y), Output(y)), replicates[kind], 8)
		got := Sobol(append(outputs, vector), replicates[kind], 8)
		for at, o := range append(order, 4) {
			for i, was := range factor {
				if got[at][i] != want[o][was] {
					t.Fatalf("output %d, factor %d: %+v, want %+v", o, was, got[at][i], want[o][was])
				}
			}
		}
	})
}

func TestVectorsAddVariances(t *testing.T) {
	y, replicates := solve(t, design.Sobol, 1024, 9, 3, singles(3), ishigami.of, func(u []float64) float64 { return 8 * product.of(u) })
	got := Sobol([]Output{{y[0], y[1]}}, replicates, 0)[0]
	const v1, v2 = 13.844587940719254, 64. * 19 / 144
	var first, total []float64
	for i := range 3 {
		first = append(first, (v1*ishigami.first[i]+v2*product.first[i])/(v1+v2))
		total = append(total, (v1*ishigami.total[i]+v2*product.total[i])/(v1+v2))
	}
	if n := missed(got, first, total); n != 0 {
		t.Errorf("%d generalised indices further than 5 standard errors from %v and %v:\n%+v", n, first, total, got)
	}
	if n := missed(got, ishigami.first, ishigami.total); n == 0 {
		t.Error("the indices of the first component for those of both would not be noticed")
	}
}

func TestConvergenceIsThatOfSmallerRuns(t *testing.T) {
	for _, kind := range []design.Kind{design.Random, design.Sobol} {
		y, replicates := solve(t, kind, 256, 10, 3, singles(3), ishigami.of)
		whole := Sobol(scalars(y), replicates, 0)[0]
		for at, points := range [2]int{64, 128} {
			part := make(Trials, len(y[0]))
			for trial := range part {
				part[trial] = y[0][trial][:points]
			}
			for i, x := range Sobol([]Output{{part}}, replicates, 0)[0] {
				if math.Abs(x.First.Mean-whole[i].FirstAt[at]) > 1e-14 || math.Abs(x.Total.Mean-whole[i].TotalAt[at]) > 1e-14 {
					t.Errorf("%s, %d points, factor %d: %v, %v, want %v, %v", kind, points, i, whole[i].FirstAt[at], whole[i].TotalAt[at], x.First.Mean, x.Total.Mean)
				}
			}
		}
	}
}

func TestSobolPanics(t *testing.T) {
	row := []float64{1, 2, 3, 4}
	tests := map[string]func(){
		"replicates": func() { Sobol([]Output{{{row, row, row}}}, 3, 0) },
		"points":     func() { Sobol([]Output{{{row[:1], row[:1]}}}, 1, 0) },
		"trials":     func() { Sobol([]Output{{{row, row, row}, {row, row}}}, 1, 0) },
		"lengths":    func() { Sobol([]Output{{{row, row[:3], row}}}, 1, 0) },
		"components": func() { Sobol([]Output{{{row, row, row}}, {}}, 1, 0) },
		"factor":     func() { NewFreeze(2, [][]int{{0}, {}}) },
		"column":     func() { NewFreeze(2, [][]int{{2}}) },
	}
	for name, f := range tests {
		t.Run(name, func(t *testing.T) {
			defer func() {
				if recover() == nil {
					t.Error("no panic")
				}
			}()
			f()
		})
	}
}

func TestFreezeRows(t *testing.T) {
	f := NewFreeze(4, [][]int{{0, 3}, {1}})
	a, b := []float64{1, 2, 3, 4}, []float64{-1, -2, -3, -4}
	want := [][]float64{a, b, {-1, 2, 3, -4}, {1, -2, 3, 4}}
	if f.Trials() != len(want) {
		t.Fatalf("%d trials, want %d", f.Trials(), len(want))
	}
	row := make([]float64, 4)
	for trial := range want {
		f.Row(trial, a, b, row)
		if diff := cmp.Diff(want[trial], row); diff != "" {
			t.Errorf("trial %d (-want +got):\n%s", trial, diff)
		}
	}
}

// BenchmarkSobol estimates 24 outputs of 117 factors from 512 base points.
func BenchmarkSobol(b *testing.B) {
	const points, factors, outputs = 512, 117, 24
	f := gFunction(slices.Repeat([]float64{9}, factors)...)
	y, _ := solve(b, design.Random, points, 1, factors, singles(factors), f.of)
	all := slices.Repeat([]Output{{y[0]}}, outputs)
	for kind, replicates := range map[string]int{"bootstrap": 1, "jackknife": 16} {
		b.Run(kind, func(b *testing.B) {
			for b.Loop() {
				Sobol(all, replicates, 1)
			}
		})
	}
}
