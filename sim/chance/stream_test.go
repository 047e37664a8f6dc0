package chance

import (
	"math/rand/v2"
	"testing"
)

func TestStreamIsTheSequenceOfDraws(t *testing.T) {
	s := New(7, Sampling, 1, 2, 3)
	for n := range uint64(5) {
		for i, want := range Draw(7, Sampling, 1, 2, 3, n) {
			if got := s.Uint64(); got != want {
				t.Fatalf("word %d of block %d = %#x, want %#x", i, n, got, want)
			}
		}
	}
}

func TestStreamServesRand(t *testing.T) {
	a := rand.New(New(7, Sampling, 1, 2, 3)).Perm(10)
	b := rand.New(New(7, Sampling, 1, 2, 3)).Perm(10)
	for i := range a {
		if a[i] != b[i] {
			t.Fatalf("two streams of one name give %v and %v", a, b)
		}
	}
}

func BenchmarkStreamUnit(b *testing.B) {
	s := New(1, Sampling, 2, 3, 4)
	var sum float64
	for b.Loop() {
		sum += s.Unit()
	}
	sink = uint64(sum)
}
