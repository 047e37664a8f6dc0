package design

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"sync"
)

// MaxDimensions is the largest number of columns of a Sobol' design: the
// dimensions of the table of direction numbers.
const MaxDimensions = 1024

// joeKuo is the first 1,024 lines of the file new-joe-kuo-6.21201 of S. Joe and F. Y.
// Kuo, "Constructing Sobol sequences with better two-dimensional projections",
// SIAM Journal on Scientific Computing 30, 2008; its licence, LICENSE-joe-kuo, lies beside it.
// A line has the dimension, the degree s of a primitive polynomial, its inner
// coefficients a as a binary number, and the initial numbers m_1 … m_s.
//
//go:embed joe-kuo.txt
var joeKuo string

// A primitive is one line of the table.
type primitive struct {
	degree       int
	coefficients uint64
	initial      []uint64 // m_1 … m_degree
}

// table parses the table once, when it is first needed; the first dimension,
// which has no line, is left out.
var table = sync.OnceValue(func() []primitive {
	lines := strings.Split(strings.TrimSpace(joeKuo), "\n")[1:]
	parsed := make([]primitive, len(lines))
	for i, line := range lines {
		numbers := make([]uint64, 0, 16)
		for _, word := range strings.Fields(line) {
			n, err := strconv.ParseUint(word, 10, 64)
			if err != nil {
				panic(fmt.Sprintf("design: direction numbers, line %d: %v", i+2, err))
			}
			numbers = append(numbers, n)
		}
		parsed[i] = primitive{degree: int(numbers[1]), coefficients: numbers[2], initial: numbers[3:]}
	}
	return parsed
})

// directions returns the first n direction numbers of a dimension (from 0),
// their first digit in the highest of digitsOut bits: m_k/2^k, with
//
//	m_k = 2a_1·m_(k−1) ⊕ 4a_2·m_(k−2) ⊕ … ⊕ 2^(s−1)a_(s−1)·m_(k−s+1) ⊕ 2^s·m_(k−s) ⊕ m_(k−s)
//
// for k > s (Joe and Kuo 2008, equation 2), and m_k = 1 in dimension 0.
func directions(dim, n int) []uint64 {
	m := make([]uint64, n)
	var p primitive
	if dim > 0 {
		p = table()[dim-1]
	}
	for k := range m {
		switch s := p.degree; {
		case dim == 0:
			m[k] = 1
		case k < s:
			m[k] = p.initial[k]
		default:
			m[k] = m[k-s]<<s ^ m[k-s]
			for i := 1; i < s; i++ {
				if p.coefficients>>(s-1-i)&1 == 1 {
					m[k] ^= m[k-i] << i
				}
			}
		}
	}
	for k := range m {
		m[k] <<= digitsOut - 1 - k
	}
	return m
}
