package design

import (
	"fmt"
	"math"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func paths(n int) []string {
	p := make([]string, n)
	for j := range p {
		p[j] = fmt.Sprintf("guarantor.g%d.willingness", j)
	}
	return p
}

func mustNew(t testing.TB, spec Spec) *Design {
	t.Helper()
	d, err := New(spec)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func rows(d *Design, columns int) [][]float64 {
	all := make([][]float64, d.Len())
	for c := range all {
		all[c] = make([]float64, columns)
		d.Row(c, all[c])
	}
	return all
}

var kinds = []Kind{Random, Latin, Sobol}

func TestRowsAreStrictlyInside(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		spec := Spec{
			Kind:         rapid.SampledFrom(kinds).Draw(t, "kind"),
			Cases:        rapid.IntRange(1, 300).Draw(t, "cases"),
			Seed:         rapid.Uint64().Draw(t, "seed"),
			Columns:      paths(4),
			Correlations: []Correlation{{0, 2, rapid.Float64Range(-1, 1).Draw(t, "rank")}},
		}
		d, err := New(spec)
		if err != nil {
			t.Fatal(err)
		}
		for c, row := range rows(d, 4) {
			for j, u := range row {
				if !(u > 0 && u < 1) {
					t.Fatalf("case %d, column %d: %v, want it strictly inside (0, 1)", c, j, u)
				}
			}
		}
	})
}

func TestLen(t *testing.T) {
	for _, tt := range []struct {
		kind              Kind
		cases, want, reps int
	}{
		{Random, 100, 100, 1}, {Latin, 100, 100, 1},
		{Sobol, 1, 16, 16}, {Sobol, 16, 16, 16}, {Sobol, 17, 32, 16}, {Sobol, 100, 128, 16}, {Sobol, 2048, 2048, 16}, {Sobol, 2049, 4096, 16},
	} {
		d := mustNew(t, Spec{Kind: tt.kind, Cases: tt.cases, Columns: paths(2)})
		if d.Len() != tt.want || d.Replicates() != tt.reps {
			t.Errorf("%s of %d: %d cases in %d replicates, want %d in %d", tt.kind, tt.cases, d.Len(), d.Replicates(), tt.want, tt.reps)
		}
	}
}

// TestColumnsStandAlone: in random and Latin designs, a column does not depend
// on which others there are; in all, not on those after it.
func TestColumnsStandAlone(t *testing.T) {
	names := paths(5)
	for _, kind := range kinds {
		whole := rows(mustNew(t, Spec{Kind: kind, Cases: 64, Seed: 3, Columns: names}), 5)
		pick := []int{3, 1}
		if kind == Sobol {
			pick = []int{0, 1, 2}
		}
		columns := make([]string, len(pick))
		for i, j := range pick {
			columns[i] = names[j]
		}
		part := rows(mustNew(t, Spec{Kind: kind, Cases: 64, Seed: 3, Columns: columns}), len(pick))
		for c := range whole {
			for i, j := range pick {
				if part[c][i] != whole[c][j] {
					t.Fatalf("%s: column %s of case %d is %v alone and %v among others", kind, names[j], c, part[c][i], whole[c][j])
				}
			}
		}
	}
}

func TestGrowingKeepsRows(t *testing.T) {
	for _, kind := range []Kind{Random, Sobol} {
		spec := Spec{Kind: kind, Cases: 100, Seed: 9, Columns: paths(40), Correlations: []Correlation{{1, 7, 0.5}}}
		small := rows(mustNew(t, spec), 40)
		spec.Cases = 1000
		large := rows(mustNew(t, spec), 40)
		if diff := cmp.Diff(small, large[:len(small)]); diff != "" {
			t.Errorf("%s: growing changes the first rows:\n%s", kind, diff)
		}
	}
}

// strata counts how many of 2^k equal strata of column j the given cases hit.
func strata(all [][]float64, keep func(c int) bool, j, n int) int {
	hit := map[int]bool{}
	for c, row := range all {
		if keep(c) {
			hit[int(row[j]*float64(n))] = true
		}
	}
	return len(hit)
}

// TestEveryStratumIsHitOnce: each column of a Latin design, and each column of
// each replicate of a Sobol' design, has one case in each of n strata.
func TestEveryStratumIsHitOnce(t *testing.T) {
	const dims = MaxDimensions
	sobol := mustNew(t, Spec{Kind: Sobol, Cases: 16 * 32, Seed: 5, Columns: paths(dims)})
	all := rows(sobol, dims)
	for j := range dims {
		for r := range sobol.Replicates() {
			if got := strata(all, func(c int) bool { return sobol.Replicate(c) == r }, j, 32); got != 32 {
				t.Fatalf("sobol: replicate %d, column %d hits %d of 32 strata", r, j, got)
			}
		}
	}
	all = rows(mustNew(t, Spec{Kind: Latin, Cases: 300, Seed: 5, Columns: paths(20)}), 20)
	for j := range 20 {
		if got := strata(all, func(int) bool { return true }, j, 300); got != 300 {
			t.Errorf("latin: column %d hits %d of 300 strata", j, got)
		}
	}
}

func TestNewRefuses(t *testing.T) {
	two := paths(2)
	for _, tt := range []struct {
		spec Spec
		want string
	}{
		{Spec{Kind: Random, Columns: two}, "design: 0 cases, want at least 1"},
		{Spec{Kind: "halton", Cases: 5, Columns: two}, `design: kind "halton", want random, latin or sobol`},
		{Spec{Kind: Latin, Cases: maxLatin + 1, Columns: two}, "design: 2147483648 cases in a latin design, want at most 2147483647; use random or sobol"},
		{Spec{Kind: Sobol, Cases: 16<<32 + 1, Columns: two}, "design: 68719476737 cases in a sobol design, want at most 68719476736; use random"},
		{Spec{Kind: Sobol, Cases: 16, Columns: paths(MaxDimensions + 1)}, fmt.Sprintf("design: %d uncertain parameters in a sobol design, want at most %d; use latin or random", MaxDimensions+1, MaxDimensions)},
		{Spec{Kind: Random, Cases: 1, Columns: []string{"a", "a"}}, `design: column "a" is given twice, want each once`},
		{Spec{Kind: Random, Cases: 1, Columns: two, Correlations: []Correlation{{0, 2, 0.5}}}, "design: correlation of columns 0 and 2, want columns from 0 to 1"},
		{Spec{Kind: Random, Cases: 1, Columns: two, Correlations: []Correlation{{1, 1, 0.5}}}, "design: correlation of column 1 with itself, want two columns"},
		{Spec{Kind: Random, Cases: 1, Columns: two, Correlations: []Correlation{{0, 1, math.NaN()}}}, "design: rank correlation of columns 0 and 1 is NaN, want it within -1 to 1"},
		{Spec{Kind: Random, Cases: 1, Columns: two, Correlations: []Correlation{{0, 1, 0.1}, {1, 0, 0.1}}}, "design: correlation of columns 1 and 0 is given twice, want it once"},
	} {
		if _, err := New(tt.spec); err == nil || !strings.HasPrefix(err.Error(), tt.want) {
			t.Errorf("error %v, want %q", err, tt.want)
		}
	}
}

func TestRowIsSafeAndAllocationFree(t *testing.T) {
	for _, kind := range kinds {
		d := mustNew(t, Spec{Kind: kind, Cases: 256, Seed: 1, Columns: paths(60), Correlations: []Correlation{{3, 50, 0.4}}})
		want := rows(d, 60)
		var wg sync.WaitGroup
		for range 4 {
			wg.Go(func() {
				row := make([]float64, 60)
				for c := range d.Len() {
					d.Row(c, row)
					if !cmp.Equal(row, want[c]) {
						t.Errorf("%s: case %d differs when rows are made at once", kind, c)
						return
					}
				}
			})
		}
		wg.Wait()
		row := make([]float64, 60)
		if n := testing.AllocsPerRun(20, func() { d.Row(17, row) }); n != 0 {
			t.Errorf("%s: Row allocates %g times, want 0", kind, n)
		}
	}
}

// integral estimates ∫Π(1 + (u_j − ½)/(j + 1)) du = 1 over six columns, as the
// mean over all cases, with the standard error from the replicates.
func integral(d *Design) (mean, stderr float64) {
	row, sums := make([]float64, 6), make([]float64, d.Replicates())
	for c := range d.Len() {
		d.Row(c, row)
		f := 1.0
		for j, u := range row {
			f *= 1 + (u-0.5)/float64(j+1)
		}
		sums[d.Replicate(c)] += f
	}
	n := float64(len(sums))
	for r := range sums {
		sums[r] /= float64(d.Len()) / n
		mean += sums[r] / n
	}
	for _, s := range sums {
		stderr += (s - mean) * (s - mean)
	}
	return mean, math.Sqrt(stderr / (n - 1) / n)
}

func TestSobolIntegratesBetter(t *testing.T) {
	var errors [2]float64 // root mean square over seeds: random, sobol
	const seeds = 20
	for seed := range uint64(seeds) {
		for i, kind := range []Kind{Random, Sobol} {
			mean, _ := integral(mustNew(t, Spec{Kind: kind, Cases: 2048, Seed: seed, Columns: paths(6)}))
			errors[i] += (mean - 1) * (mean - 1) / seeds
		}
	}
	random, sobol := math.Sqrt(errors[0]), math.Sqrt(errors[1])
	// A root mean square over 20 seeds has a relative standard error of 1/√40.
	if truth := math.Sqrt(productVariance(6) / 2048); math.Abs(random/truth-1) > 5/math.Sqrt(2*seeds) {
		t.Errorf("random error %.3g, want about %.3g", random, truth)
	}
	if sobol > random/15 {
		t.Errorf("sobol error %.3g, random %.3g, want a fifteenth", sobol, random)
	}
}

// productVariance is the variance of the integrand: Π(1 + 1/(12(j + 1)²)) − 1.
func productVariance(n int) float64 {
	v := 1.0
	for j := range n {
		v *= 1 + 1/float64(12*(j+1)*(j+1))
	}
	return v - 1
}

// TestReplicatesGiveStandardError: the truth lies within five of the standard
// errors that the 16 means give, and these are not far too large.
func TestReplicatesGiveStandardError(t *testing.T) {
	z2 := 0.0
	const seeds = 50
	for seed := range uint64(seeds) {
		mean, stderr := integral(mustNew(t, Spec{Kind: Sobol, Cases: 1024, Seed: seed, Columns: paths(6)}))
		z2 += (mean - 1) / stderr * (mean - 1) / stderr
	}
	// The squares of Student's t with 15 degrees of freedom have mean 15/13 and
	// variance 2·15²·14/(13²·11).
	want, sd := 15.0/13, math.Sqrt(2*225*14/(169*11.0)/seeds)
	if got := z2 / seeds; math.Abs(got-want) > 5*sd {
		t.Errorf("mean square of the errors in standard errors is %.2f, want %.2f ± %.2f", got, want, sd)
	}
}

func BenchmarkRow(b *testing.B) {
	for _, kind := range kinds {
		b.Run(string(kind), func(b *testing.B) {
			d := mustNew(b, Spec{Kind: kind, Cases: 2048, Columns: paths(80), Correlations: []Correlation{{0, 1, 0.5}}})
			row, c := make([]float64, 80), 0
			for b.Loop() {
				d.Row(c&2047, row)
				c++
			}
		})
	}
}

func BenchmarkNew(b *testing.B) {
	for _, kind := range kinds {
		b.Run(string(kind), func(b *testing.B) {
			for b.Loop() {
				mustNew(b, Spec{Kind: kind, Cases: 2048, Columns: paths(80)})
			}
		})
	}
}
