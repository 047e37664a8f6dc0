package chance

import "math/rand/v2"

// A Stream is the sequence of words of one occasion where the number of draws
// is not known beforehand: words 4n … 4n+3 are [Draw] at n. It is a
// [rand.Source]; the zero value is not useful, make one by [New]. It is not
// safe for concurrent use.
type Stream struct {
	seed                  uint64
	purpose               Purpose
	cas, future, occasion uint64
	next                  uint64 // the n of the next block
	left                  int    // words of buf not yet handed out
	buf                   [4]uint64
}

var _ rand.Source = (*Stream)(nil)

// New returns the stream of the given name, at its beginning.
func New(seed uint64, purpose Purpose, cas, future, occasion uint64) *Stream {
	return &Stream{seed: seed, purpose: purpose, cas: cas, future: future, occasion: occasion}
}

// Uint64 returns the next random word.
func (s *Stream) Uint64() uint64 {
	if s.left == 0 {
		s.buf = Draw(s.seed, s.purpose, s.cas, s.future, s.occasion, s.next)
		s.next++
		s.left = len(s.buf)
	}
	w := s.buf[len(s.buf)-s.left]
	s.left--
	return w
}

// Unit returns the next uniform, strictly inside (0, 1).
func (s *Stream) Unit() float64 { return Unit(s.Uint64()) }
