package plots

import (
	"flag"
	"fmt"
	"testing"

	"pgregory.net/rapid"
)

var wholeGrid = flag.Bool("whole", false, "draw every combination in the grids of the geometry tests, not some of each in turn")

// A rota takes the values of a grid's dimensions in turn, so that not every
// combination is drawn but every value of every dimension is, with each figure.
// It keeps what it took, to show that none was left out.
type rota struct {
	turn map[string]int
	took map[string]map[string]int
}

func newRota() *rota { return &rota{map[string]int{}, map[string]map[string]int{}} }

// next gives so many of a dimension's values to a figure, the next in turn.
func next[T any](r *rota, figure, dimension string, all []T, most int) []T {
	key := figure + ", " + dimension
	if r.took[key] == nil {
		r.took[key] = map[string]int{}
		for i := range all {
			r.took[key][fmt.Sprint(i)] = 0
		}
	}
	if *wholeGrid {
		most = len(all)
	}
	var out []T
	for range min(most, len(all)) {
		i := r.turn[key] % len(all)
		r.turn[key]++
		r.took[key][fmt.Sprint(i)]++
		out = append(out, all[i])
	}
	return out
}

// complete fails where a value had no turn.
func (r *rota) complete(t *testing.T) {
	t.Helper()
	for key, values := range r.took {
		for i, n := range values {
			if n == 0 {
				t.Errorf("%s: value %s is never drawn", key, i)
			}
		}
	}
}

// A naming is a way to call things.
type naming struct {
	kind string
	name func(int) string
}

func namings() []naming { return []naming{{"3", name3}, {"40", name40}, {"one word of 40", oneWord40}} }

// collide lays a figure out at a size and reports what collides.
func collide(t rapid.TB, f *Figure, size Size, what string) *page {
	t.Helper()
	p, err := f.layout(size)
	if err != nil {
		t.Errorf("%s at %v: %v", what, size, err)
		return p
	}
	for _, fault := range faults(p) {
		t.Errorf("%s at %v: %s", what, size, fault)
	}
	return p
}

func TestRotaLeavesNothingOut(t *testing.T) {
	if *wholeGrid {
		t.Skip("all is drawn")
	}
	r := newRota()
	var got []int
	for range 3 {
		got = append(got, next(r, "f", "d", []int{1, 2, 3, 4}, 2)...)
	}
	if fmt.Sprint(got) != "[1 2 3 4 1 2]" {
		t.Errorf("in turn come %v", got)
	}
	r.complete(t)
	next(r, "g", "d", []int{1, 2, 3}, 2)
	probe := new(testing.T)
	if r.complete(probe); !probe.Failed() {
		t.Error("a value without a turn is not missed")
	}
}
