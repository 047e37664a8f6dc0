package plots

import (
	"math"
	"sort"
	"testing"

	"pgregory.net/rapid"
)

func TestSpread(t *testing.T) {
	for _, c := range []struct {
		name          string
		want, heights []float64
		lo, hi        float64
		middle        []float64
		ok            bool
	}{
		{"nothing", nil, nil, 0, 10, []float64{}, true},
		{"free", []float64{20, 80}, []float64{10, 10}, 0, 100, []float64{20, 80}, true},
		{"pushed apart evenly", []float64{50, 50}, []float64{10, 10}, 0, 100, []float64{45, 55}, true},
		{"kept in at the top", []float64{1, 2, 90}, []float64{10, 10, 10}, 0, 100, []float64{5, 15, 90}, true},
		{"kept in at the bottom", []float64{99}, []float64{10}, 0, 100, []float64{95}, true},
		{"order of equals", []float64{50, 50, 50}, []float64{10, 20, 10}, 0, 100, []float64{35, 50, 65}, true},
		{"unsorted", []float64{80, 20}, []float64{10, 10}, 0, 100, []float64{80, 20}, true},
		{"no room", []float64{5, 5}, []float64{10, 10}, 0, 10, []float64{2.5, 7.5}, false},
	} {
		half := make([]float64, len(c.heights))
		for i, h := range c.heights {
			half[i] = h / 2
		}
		middle, ok := spread(c.want, c.heights, half, c.lo, c.hi)
		if ok != c.ok || len(middle) != len(c.middle) {
			t.Errorf("%s: %v, %v; want %v, %v", c.name, middle, ok, c.middle, c.ok)
			continue
		}
		for i := range middle {
			if math.Abs(middle[i]-c.middle[i]) > 1e-9 {
				t.Errorf("%s: %v, want %v", c.name, middle, c.middle)
			}
		}
	}
}

// No overlap, nothing out of bounds, and no other placement in the same order is
// nearer to what is wanted.
func TestSpreadIsOptimal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 15).Draw(t, "n")
		want := rapid.SliceOfN(rapid.Float64Range(-20, 1020), n, n).Draw(t, "want")
		heights := rapid.SliceOfN(rapid.Float64Range(1, 60), n, n).Draw(t, "heights")
		anchors := make([]float64, n)
		share := rapid.SampledFrom([]float64{0, 0.2, 0.5, 1}).Draw(t, "share")
		for i, h := range heights {
			anchors[i] = share * h
		}
		got, ok := spread(want, heights, anchors, 0, 1000)
		if !ok {
			t.Fatal("900 fit into 1000")
		}
		order := make([]int, n)
		for i := range order {
			order[i] = i
		}
		sort.SliceStable(order, func(a, b int) bool { return want[order[a]] < want[order[b]] })
		feasible := func(m []float64) bool {
			edge := 0.0
			for _, i := range order {
				if m[i]-anchors[i] < edge-1e-9 {
					return false
				}
				edge = m[i] - anchors[i] + heights[i]
			}
			return edge <= 1000+1e-9
		}
		loss := func(m []float64) (sum float64) {
			for i := range m {
				sum += (m[i] - want[i]) * (m[i] - want[i])
			}
			return sum
		}
		if !feasible(got) {
			t.Fatalf("labels overlap or leave: %v", got)
		}
		// The problem is convex: no small feasible step may be better.
		from := rapid.IntRange(0, n-1).Draw(t, "from")
		to := rapid.IntRange(from, n-1).Draw(t, "to")
		for _, step := range []float64{-0.01, 0.01} {
			moved := append([]float64(nil), got...)
			for _, i := range order[from : to+1] {
				moved[i] += step
			}
			if feasible(moved) && loss(moved) < loss(got)-1e-9 {
				t.Fatalf("moving labels %d to %d by %g is better", from, to, step)
			}
		}
	})
}
