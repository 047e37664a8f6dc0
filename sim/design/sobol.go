package design

import (
	"math/bits"

	"steadfast/sim/chance"
)

const (
	// scrambles is the number of independent replicates of a Sobol' design.
	scrambles = 16
	// maxBits is the largest k for 2^k points a replicate.
	maxBits = 32
	// digitsOut is the number of binary digits of a coordinate.
	digitsOut = 52
)

// sobol is a Sobol' design: case c is point c div 16 of scramble c mod 16, so
// that growing the number of cases keeps those already there. A scramble
// multiplies the digits of a dimension by a random lower triangular matrix and
// shifts them by a random vector (Matoušek 1998), each replicate and dimension
// by its own, which keeps the net's balance and makes every point uniform.
type sobol struct {
	dims, digits int
	columns      []uint64 // by replicate, dimension, binary digit of the index
	shifts       []uint64 // by replicate, dimension
}

func newSobol(seed uint64, dims, digits int) sobol {
	s := sobol{
		dims: dims, digits: digits,
		columns: make([]uint64, 0, scrambles*dims*digits),
		shifts:  make([]uint64, 0, scrambles*dims),
	}
	raw := make([][]uint64, dims)
	for j := range raw {
		raw[j] = directions(j, digits)
	}
	for r := range scrambles {
		for j := range dims {
			field := newField(seed, r, j)
			for _, v := range raw[j] {
				s.columns = append(s.columns, field.multiply(v))
			}
			s.shifts = append(s.shifts, field.shift)
		}
	}
	return s
}

// row goes through the points in Gray code order, as Joe and Kuo list them.
func (s sobol) row(c int, dst []float64) {
	replicate, i := c%scrambles, uint(c/scrambles)
	gray := i ^ i>>1
	base := replicate * s.dims
	for j := range dst {
		columns := s.columns[(base+j)*s.digits:][:s.digits]
		x := s.shifts[base+j]
		for g := gray; g != 0; g &= g - 1 {
			x ^= columns[bits.TrailingZeros(g)]
		}
		dst[j] = (float64(x) + 0.5) * 0x1p-52
	}
}

// A field is the scramble of one dimension in one replicate.
type field struct {
	rows  [digitsOut]uint64 // of the matrix; the first digit is the highest bit
	shift uint64
}

// newField draws the scramble of a replicate and dimension: what is below the
// diagonal of the matrix, whose diagonal is 1, and the shift.
func newField(seed uint64, replicate, dim int) *field {
	stream := chance.New(seed, chance.Scramble, uint64(replicate), uint64(dim), 0)
	var f field
	for r := range f.rows {
		diagonal := uint64(1) << (digitsOut - 1 - r)
		left := uint64(1)<<digitsOut - diagonal<<1 // the digits before the r-th
		f.rows[r] = stream.Uint64()&left | diagonal
	}
	f.shift = stream.Uint64() >> (64 - digitsOut)
	return &f
}

// multiply returns the matrix times the digits v, modulo 2.
func (f *field) multiply(v uint64) uint64 {
	var out uint64
	for _, row := range f.rows {
		out = out<<1 | uint64(bits.OnesCount64(row&v)&1)
	}
	return out
}
