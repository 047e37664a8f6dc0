package plots

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// The numbers a textbook would choose: C is dominated by B, D by a mixture of B
// and E.
func TestCostFrontier(t *testing.T) {
	for _, c := range []struct {
		name     string
		options  []option
		standing []string
		frontier []int
	}{
		{"both kinds of dominance", []option{{0, 0}, {10, 10}, {12, 8}, {30, 14}, {40, 20}},
			[]string{onFrontier, onFrontier, dominated, outbidden, onFrontier}, []int{0, 1, 4}},
		{"order does not matter", []option{{40, 20}, {30, 14}, {0, 0}, {12, 8}, {10, 10}},
			[]string{onFrontier, outbidden, onFrontier, dominated, onFrontier}, []int{2, 4, 0}},
		{"on the straight line", []option{{0, 0}, {10, 10}, {20, 20}}, []string{onFrontier, onFrontier, onFrontier}, []int{0, 1, 2}},
		{"one removes several", []option{{0, 0}, {10, 1}, {20, 3}, {30, 30}}, []string{onFrontier, outbidden, outbidden, onFrontier}, []int{0, 3}},
		{"a baseline that costs something", []option{{50, 0}, {20, 5}, {60, 9}}, []string{dominated, onFrontier, onFrontier}, []int{1, 2}},
		{"negative cost", []option{{0, 0}, {-30, -4}, {-10, 6}}, []string{dominated, onFrontier, onFrontier}, []int{1, 2}},
		{"equal cost", []option{{5, 1}, {5, 2}, {5, 0}}, []string{dominated, onFrontier, dominated}, []int{1}},
		{"equal effect", []option{{5, 1}, {4, 1}, {6, 1}}, []string{dominated, onFrontier, dominated}, []int{1}},
		{"identical", []option{{5, 1}, {5, 1}, {5, 1}}, []string{onFrontier, onFrontier, onFrontier}, []int{0}},
		{"identical and outbidden", []option{{0, 0}, {10, 1}, {10, 1}, {20, 30}}, []string{onFrontier, outbidden, outbidden, onFrontier}, []int{0, 3}},
	} {
		standing, frontier := costFrontier(c.options)
		if diff := cmp.Diff(c.standing, standing); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
		if diff := cmp.Diff(c.frontier, frontier); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
}

// By the definitions, over all others and all mixtures of two.
func TestCostFrontierByDefinition(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 9).Draw(t, "options")
		whole := rapid.SliceOfN(rapid.IntRange(-6, 12), n, n) // exact in floating point
		costs, effects := whole.Draw(t, "costs"), whole.Draw(t, "effects")
		var options []option
		for i := range n {
			options = append(options, option{float64(costs[i]), float64(effects[i])})
		}
		standing, frontier := costFrontier(options)
		for i, o := range options {
			want := onFrontier
			for _, a := range options {
				for _, b := range options {
					// The mixture of a and b that costs what o costs.
					if a.cost < o.cost && o.cost < b.cost &&
						(o.effect-a.effect)*(b.cost-a.cost) < (b.effect-a.effect)*(o.cost-a.cost) {
						want = outbidden
					}
				}
			}
			for _, a := range options {
				if a.cost <= o.cost && a.effect >= o.effect && a != o {
					want = dominated
				}
			}
			if standing[i] != want {
				t.Fatalf("option %d of %v is %s, want %s", i, options, standing[i], want)
			}
		}
		for k := 2; k < len(frontier); k++ {
			a, b, c := options[frontier[k-2]], options[frontier[k-1]], options[frontier[k]]
			if (b.cost-a.cost)*(c.effect-b.effect) > (c.cost-b.cost)*(b.effect-a.effect) {
				t.Fatalf("a unit gets cheaper along %v of %v", frontier, options)
			}
		}
	})
}

func TestCostIsTheResults(t *testing.T) {
	s := synthetic(5, name3)
	for i, c := range []float64{4, 250, 60, 300, -20} {
		s.Packages[i].Cost.Mean, s.Packages[i].Cost.P10, s.Packages[i].Cost.P90 = c, c-1, c+1
	}
	stand(s, []float64{1, 1, 1, 1, 1}, []float64{.5, .1, .2, .3, .55})
	f := build(t, "cost", s)
	want := [][]string{
		{"p0", "P00", "4", "0", outbidden, "", "", ""},
		{"p1", "P01", "250", "0.4", onFrontier, "p2", "19", "false"},
		{"p2", "P02", "60", "0.3", onFrontier, "p4", "2.285714285714286", "false"},
		{"p3", "P03", "300", "0.2", dominated, "", "", ""},
		{"p4", "P04", "-20", "-0.05", onFrontier, "", "", ""},
	}
	for i, w := range want {
		got := f.Data.Rows[i][:8]
		for k := range w {
			if k != 3 && k != 6 && got[k] != w[k] {
				t.Errorf("row %d: %q, want %q", i, got, w)
			}
		}
		if !near(got[3], w[3]) || !near(got[6], w[6]) {
			t.Errorf("row %d: reduction %s at %s a point, want %s at %s", i, got[3], got[6], w[3], w[6])
		}
	}
	words := text(t, f)
	for _, say := range []string{"19" + nbsp + "bn" + nbsp + "EUR" + nbsp + "a" + nbsp + "point", "2.3" + nbsp + "bn", "−50"} {
		if !strings.Contains(words, say) {
			t.Errorf("the figure does not say %q: %q", say, words)
		}
	}
	for i := range s.Pairs {
		if s.Pairs[i].A == "p1" && s.Pairs[i].B == "p2" {
			s.Pairs[i].Tied = true
		}
	}
	if words := text(t, build(t, "cost", s)); !strings.Contains(words, "point, tied") {
		t.Errorf("a price between packages that cannot be told apart is not marked: %q", words)
	}
}

// near compares two cells, up to rounding where both are numbers.
func near(a, b string) bool {
	x, err1 := strconv.ParseFloat(a, 64)
	y, err2 := strconv.ParseFloat(b, 64)
	return a == b || err1 == nil && err2 == nil && math.Abs(x-y) < 1e-9
}

func TestMoney(t *testing.T) {
	for v, want := range map[float64]string{
		0: "0 bn EUR", .27: "0.27 bn EUR", .0961: "96 m EUR", .0999: "0.1 bn EUR", 2.345: "2.3 bn EUR", 9.96: "10 bn EUR", 47.3: "47 bn EUR", -120.4: "−120 bn EUR", 12345: "12,300 bn EUR",
	} {
		if got := strings.ReplaceAll(english().bn(v), nbsp, " "); got != want {
			t.Errorf("%g is %q, want %q", v, got, want)
		}
	}
}
