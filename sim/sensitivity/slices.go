package sensitivity

import "math"

const (
	// mostLevels is how many different values an input may have and still be
	// taken value by value, in no order.
	mostLevels = 16
	// mostSlices is how many slices of equal size the cases are divided into
	// by the order of an input of more values.
	mostSlices = 8
)

// A slicing divides the cases by the value of an input.
type slicing struct {
	slice []int     // by case
	count []int     // by slice: its cases, one or more
	place []float64 // by slice: mean centred rank of the input

	contrasts [][]float64 // as polynomials returns them
}

// levels says whether an input is taken value by value.
func levels(different, cases int) bool { return different <= mostLevels && different*4 <= cases }

// sliced divides the cases into the values of an input that has few, else into
// up to mostSlices slices of equal size; equal values stay together. A slice of
// fewer than least cases is joined with the next by value, the last with the
// one before.
func sliced(ranks []float64, different int, least float64) slicing {
	n := len(ranks)
	parts := min(mostSlices, int(float64(n)/least))
	order := ascending(ranks)
	s := slicing{slice: make([]int, n)}
	current, key := 0, -1
	for first := 0; first < n; {
		last := tieEnd(ranks, order, first)
		next := first // a slice for every value
		if !levels(different, n) {
			next = int(float64(parts) * (float64(first+last) / 2) / float64(n))
		}
		if next != key && float64(current) >= least || len(s.count) == 0 {
			s.count = append(s.count, 0)
			s.place = append(s.place, 0)
			current = 0
		}
		key = next
		current += last - first
		at := len(s.count) - 1
		s.count[at] += last - first
		s.place[at] += float64(last-first) * ranks[order[first]]
		for _, c := range order[first:last] {
			s.slice[c] = at
		}
		first = last
	}
	if end := len(s.count) - 1; end > 0 && float64(s.count[end]) < least {
		s.count[end-1] += s.count[end]
		s.place[end-1] += s.place[end]
		s.count, s.place = s.count[:end], s.place[:end]
		for c := range s.slice {
			s.slice[c] = min(s.slice[c], end-1)
		}
	}
	for at := range s.place {
		s.place[at] /= float64(s.count[at])
	}
	s.contrasts = s.polynomials()
	return s
}

// polynomials returns up to mostContrasts polynomials of the place of a slice,
// by degree from 1, then slice, orthogonal over the cases to each other and to
// a constant, of mean square 1.
func (s *slicing) polynomials() [][]float64 {
	n := 0
	for _, k := range s.count {
		n += k
	}
	mean := func(f, g []float64) float64 {
		sum := 0.0
		for at, k := range s.count {
			sum += float64(k) * f[at] * g[at]
		}
		return sum / float64(n)
	}
	one := make([]float64, len(s.count))
	for at := range one {
		one[at] = 1
	}
	made := [][]float64{one}
	for degree := 1; degree <= min(mostContrasts, len(s.count)-1); degree++ {
		f := make([]float64, len(one))
		for at, last := range made[degree-1] {
			f[at] = last * s.place[at] / float64(n)
		}
		for range 2 { // a second time for the rounding of the first
			for _, g := range made {
				along := mean(f, g)
				for at := range f {
					f[at] -= along * g[at]
				}
			}
		}
		size := math.Sqrt(mean(f, f))
		for at := range f {
			f[at] /= size
		}
		made = append(made, f)
	}
	return made[1:]
}
