package design

import (
	"errors"
	"math"
	"testing"

	"gonum.org/v1/gonum/mat"
)

func TestNormalCorrelation(t *testing.T) {
	if got := normalCorrelation(0.8); math.Abs(got-0.8134732861516) > 1e-13 {
		t.Errorf("normal correlation for rank .8 = %.13f, want .8134732861516", got)
	}
}

// dependence measures a pair of columns: Spearman's rank correlation (the
// margins are uniform) and the share of cases above both medians, with their
// standard errors, and Kendall's τ from pairs of successive cases.
type dependence struct{ spearman, spearmanErr, both, bothErr, tau, tauErr float64 }

func measure(d *Design, a, b int) dependence {
	row := make([]float64, d.columns)
	n := float64(d.Len())
	var s, s2, both, concordant float64
	var before [2]float64
	for c := range d.Len() {
		d.Row(c, row)
		x, y := row[a]-0.5, row[b]-0.5
		s += 12 * x * y
		s2 += 144 * x * x * y * y
		if x > 0 && y > 0 {
			both++
		}
		if c%2 == 1 && (x-before[0])*(y-before[1]) > 0 {
			concordant++
		}
		before = [2]float64{x, y}
	}
	s, both, concordant = s/n, both/n, concordant/(n/2)
	return dependence{
		spearman: s, spearmanErr: math.Sqrt((s2/n - s*s) / n),
		both: both, bothErr: math.Sqrt(both * (1 - both) / n),
		tau: 2*concordant - 1, tauErr: 2 * math.Sqrt(concordant*(1-concordant)/(n/2)),
	}
}

func within5(t *testing.T, what string, got, stderr, want float64) bool {
	t.Helper()
	t.Logf("%s = %.5f ± %.5f, want %.5f", what, got, stderr, want)
	return math.Abs(got-want) <= 5*stderr
}

func TestGaussianCopula(t *testing.T) {
	// Normal correlation ½: τ = ⅓, Spearman .4825837395, ⅓ above both medians.
	d := mustNew(t, Spec{
		Kind: Random, Cases: 200_000, Seed: 1, Columns: paths(5),
		Correlations: []Correlation{{3, 1, 0.4825837395}, {1, 4, -0.8}},
	})
	m := measure(d, 1, 3)
	if !within5(t, "Spearman", m.spearman, m.spearmanErr, 0.4825837395) ||
		!within5(t, "Kendall", m.tau, m.tauErr, 1/3.0) ||
		!within5(t, "above both medians", m.both, m.bothErr, 1/3.0) {
		t.Error("the pair is more than 5 standard errors from a Gaussian copula of correlation ½")
	}
	if m := measure(d, 1, 4); !within5(t, "Spearman", m.spearman, m.spearmanErr, -0.8) {
		t.Error("the negative pair is more than 5 standard errors off")
	}
	if m := measure(d, 0, 2); !within5(t, "Spearman", m.spearman, m.spearmanErr, 0) {
		t.Error("a pair without correlation is more than 5 standard errors off")
	}
}

// TestRankIsNotNormalCorrelation is the twin: taking the rank correlation .8
// for the normal one, the smallest error that matters, must be seen.
func TestRankIsNotNormalCorrelation(t *testing.T) {
	d := mustNew(t, Spec{Kind: Random, Cases: 200_000, Seed: 1, Columns: paths(2), Correlations: []Correlation{{0, 1, 0.8}}})
	if m := measure(d, 0, 1); !within5(t, "Spearman", m.spearman, m.spearmanErr, 0.8) {
		t.Error("rank correlation .8 is more than 5 standard errors off")
	}
	d.groups[0].factor = factorize(mat.NewSymDense(2, []float64{1, 0.8, 0.8, 1}))
	if m := measure(d, 0, 1); within5(t, "Spearman, wrongly", m.spearman, m.spearmanErr, 0.8) {
		t.Error("normal correlation .8 passes for rank correlation .8")
	}
}

func TestUncorrelatedColumnsAreUntouched(t *testing.T) {
	for _, kind := range kinds {
		spec := Spec{Kind: kind, Cases: 64, Seed: 2, Columns: paths(6)}
		plain := rows(mustNew(t, spec), 6)
		spec.Correlations = []Correlation{{1, 4, 0.7}, {0, 5, 0}}
		changed := 0
		for c, row := range rows(mustNew(t, spec), 6) {
			for _, j := range []int{0, 2, 3, 5} {
				if row[j] != plain[c][j] {
					t.Fatalf("%s: column %d of case %d changes from %v to %v", kind, j, c, plain[c][j], row[j])
				}
			}
			if row[4] != plain[c][4] {
				changed++
			}
		}
		if changed < 60 {
			t.Errorf("%s: the correlated column changes in %d of 64 cases only", kind, changed)
		}
	}
}

func TestPerfectRankCorrelation(t *testing.T) {
	d := mustNew(t, Spec{Kind: Random, Cases: 100, Columns: paths(3), Correlations: []Correlation{{0, 1, 1}, {1, 2, -1}, {0, 2, -1}}})
	for c, row := range rows(d, 3) {
		if math.Abs(row[0]-row[1]) > 1e-12 || math.Abs(row[0]+row[2]-1) > 1e-12 {
			t.Errorf("case %d: %v, want u, u, 1 − u", c, row)
		}
	}
}

func TestFactorize(t *testing.T) {
	m := mat.NewSymDense(3, []float64{1, 0.5, 0.2, 0.5, 1, -0.3, 0.2, -0.3, 1})
	var chol mat.Cholesky
	if !chol.Factorize(m) {
		t.Fatal("not positive definite")
	}
	var l mat.TriDense
	chol.LTo(&l)
	for i, row := range factorize(m) {
		for j, got := range row {
			if math.Abs(got-l.At(i, j)) > 1e-15 {
				t.Errorf("L[%d][%d] = %v, want %v", i, j, got, l.At(i, j))
			}
		}
	}
}

func TestImpossibleCorrelationsNameThePair(t *testing.T) {
	// Columns 0–3 agree closely; that 2 and 5 go apart cannot be, as 5 goes
	// with all the others.
	correlations := []Correlation{
		{0, 1, 0.9}, {0, 2, 0.9}, {1, 2, 0.9}, {0, 5, 0.9}, {1, 5, 0.9}, {5, 2, -0.6}, {3, 4, 0.5},
	}
	err := CheckCorrelations(6, correlations)
	var blame *CorrelationError
	if !errors.As(err, &blame) {
		t.Fatalf("error %v, want a *CorrelationError", err)
	}
	if blame.A != 5 || blame.B != 2 || blame.Rank != -0.6 || blame.Smallest >= 0 {
		t.Errorf("blames %+v, want the pair 5, 2 with rank −.6 and a negative eigenvalue", *blame)
	}
	if err := CheckCorrelations(6, append(correlations[:5:5], Correlation{5, 2, 0.9})); err != nil {
		t.Errorf("possible correlations: %v", err)
	}
}
