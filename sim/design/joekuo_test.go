package design

import (
	"crypto/sha256"
	"fmt"
	"math/bits"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// unscrambled returns point i of the first dims dimensions, in Gray code order.
func unscrambled(i uint, dims int) []float64 {
	point := make([]float64, dims)
	for j := range point {
		v := directions(j, 32)
		var x uint64
		for g := i ^ i>>1; g != 0; g &= g - 1 {
			x ^= v[bits.TrailingZeros(g)]
		}
		point[j] = float64(x) * 0x1p-52
	}
	return point
}

func TestFirstPoints(t *testing.T) {
	want := [][]float64{
		{0, 0, 0}, {0.5, 0.5, 0.5}, {0.75, 0.25, 0.25}, {0.25, 0.75, 0.75}, {0.375, 0.375, 0.625},
		{0.875, 0.875, 0.125}, {0.625, 0.125, 0.875}, {0.125, 0.625, 0.375}, {0.1875, 0.3125, 0.9375}, {0.6875, 0.8125, 0.4375},
	}
	for i, w := range want {
		if diff := cmp.Diff(w, unscrambled(uint(i), 3)); diff != "" {
			t.Errorf("point %d (-want +got):\n%s", i, diff)
		}
	}
}

// TestTableIsAsPublished: the file is the first 1,024 lines of what S. Joe and
// F. Y. Kuo published, byte for byte.
func TestTableIsAsPublished(t *testing.T) {
	const want = "52eeb57738dd69f5e1f593f2085c4efb3fb410c3af241d5396d7a2bef60b9257"
	if got := fmt.Sprintf("%x", sha256.Sum256([]byte(joeKuo))); got != want {
		t.Errorf("SHA-256 of the table is %s, want %s", got, want)
	}
}

func TestTableIsWhole(t *testing.T) {
	lines := table()
	if got := len(lines) + 1; got != MaxDimensions {
		t.Errorf("the table has %d dimensions, MaxDimensions is %d", got, MaxDimensions)
	}
	for i, p := range lines {
		if len(p.initial) != p.degree {
			t.Errorf("dimension %d: %d initial numbers for degree %d", i+2, len(p.initial), p.degree)
		}
		for k, m := range p.initial {
			if m%2 == 0 || m >= 2<<k {
				t.Errorf("dimension %d: m_%d = %d, want it odd and below 2^%d", i+2, k+1, m, k+1)
			}
		}
		if !p.isPrimitive() {
			t.Errorf("dimension %d: degree %d, coefficients %d is no primitive polynomial", i+2, p.degree, p.coefficients)
		}
		if i > 0 {
			b := lines[i-1]
			if b.degree > p.degree || b.degree == p.degree && b.coefficients >= p.coefficients {
				t.Errorf("dimension %d: its polynomial does not follow that of dimension %d", i+2, i+1)
			}
		}
	}
}

// isPrimitive tells whether the powers of x run through all 2^s − 1 residues.
func (p primitive) isPrimitive() bool {
	polynomial := uint64(1)<<p.degree | p.coefficients<<1 | 1
	x := uint64(1)
	for n := 1; ; n++ {
		if x <<= 1; x>>p.degree == 1 {
			x ^= polynomial
		}
		if x == 1 {
			return n == 1<<p.degree-1
		}
		if n == 1<<p.degree {
			return false
		}
	}
}

// TestPropertyA holds the table to what its authors state of it: of the first
// 2^d points in d dimensions, one falls into each of the 2^d corners of the
// cube (Sobol's property A). It is so where the first digits of the first d
// direction numbers of the d dimensions are independent modulo 2, so that one
// wrong digit in the table breaks it for about half of the dimensions that
// follow.
func TestPropertyA(t *testing.T) {
	basis := make([][]uint64, 0, MaxDimensions) // reduced, by dimension
	for j := range MaxDimensions {
		row := firstDigits(j, MaxDimensions)
		for i, b := range basis {
			if bit(row, i) {
				for w := range row {
					row[w] ^= b[w]
				}
			}
		}
		// The leading square of every size must be invertible: elimination
		// without exchange finds its pivot on the diagonal.
		if !bit(row, j) {
			t.Fatalf("property A fails at dimension %d", j+1)
		}
		basis = append(basis, row)
	}
}

func bit(row []uint64, i int) bool { return row[i/64]>>(i%64)&1 == 1 }

// firstDigits returns the first binary digit of the first n direction numbers
// of a dimension, as a set of bits, for any n: the first digits follow a linear
// recurrence among themselves.
func firstDigits(dim, n int) []uint64 {
	row := make([]uint64, (n+63)/64)
	if dim == 0 {
		row[0] = 1 // m_k/2^k = 2^-k has the digit 1 for k = 1 only
		return row
	}
	p := table()[dim-1]
	s := p.degree
	first := func(k int) bool { return bit(row, k) }
	for k := range n {
		var digit bool
		if k < s {
			digit = p.initial[k]>>k&1 == 1
		} else {
			// v_k = a_1·v_(k−1) ⊕ … ⊕ a_(s−1)·v_(k−s+1) ⊕ v_(k−s) ⊕ v_(k−s)/2^s:
			// the last term has no first digit.
			digit = first(k - s)
			for i := 1; i < s; i++ {
				if p.coefficients>>(s-1-i)&1 == 1 && first(k-i) {
					digit = !digit
				}
			}
		}
		if digit {
			row[k/64] |= 1 << (k % 64)
		}
	}
	return row
}
