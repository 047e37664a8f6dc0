package model

import (
	"math"
	"sync"
)

// elementary computes exponentials and logarithms of whole rows at a time, by
// table and a short polynomial (P. T. P. Tang, "Table-driven implementation of
// the exponential function in IEEE floating-point arithmetic", ACM TOMS 15,
// 1989, and the logarithm likewise, TOMS 16, 1990). The solver spends most of
// its time in them: a row costs a third of as many calls of package math.
// Their error, below 1e−14, is far below the 1e−9 asked of an outcome.
type elementary struct {
	pow2 [tableSize]uint64 // bits of 2^(i/1024)
	cell [tableSize]struct{ inverse, log float64 }
}

const (
	tableBits = 10
	tableSize = 1 << tableBits

	// Adding it to a small number rounds that to an integer in the low bits.
	roundingShift = 0x1.8p52

	// expRange bounds the arguments of exp; beyond it the exponent overflows.
	expRange = 700

	mantissaBits = 52
	// logOffset is the bit pattern of 0.6875: arguments of log are scaled to
	// 0.6875 … 1.375, so that those near 1 keep the exponent 0.
	logOffset = 0x3fe6000000000000
)

// tables are made once and never change; every Game and Fate shares them.
var tables = sync.OnceValue(newElementary)

func newElementary() *elementary {
	e := new(elementary)
	for i := range tableSize {
		e.pow2[i] = math.Float64bits(math.Exp2(float64(i) / tableSize))
		// The middle of the i-th cell, by bit pattern.
		middle := uint64(i)<<(mantissaBits-tableBits) + 1<<(mantissaBits-tableBits-1)
		inverse := 1 / math.Float64frombits(logOffset+middle)
		e.cell[i].inverse, e.cell[i].log = inverse, -math.Log(inverse)
	}
	return e
}

// exp replaces every x of row, −700 ≤ x ≤ 700, by e^x.
func (e *elementary) exp(row []float64) {
	const (
		perLn2 = tableSize / math.Ln2
		// ln 2/1024 in two parts, the first with room for exact multiples.
		high = 0x1.62e42fp-11
		low  = math.Ln2/tableSize - high
	)
	for i, x := range row {
		shifted := x*perLn2 + roundingShift
		n := shifted - roundingShift
		k := math.Float64bits(shifted) - roundingBits
		r := x - n*high - n*low
		scale := math.Float64frombits(e.pow2[k%tableSize] + k>>tableBits<<mantissaBits)
		row[i] = scale + scale*(r+r*r*(1.0/2+r*(1.0/6)))
	}
}

// roundingBits is the bit pattern of roundingShift.
const roundingBits = 0x4338000000000000

// log sets every entry of dst to ln x of the x in src, which is positive,
// finite and not subnormal. dst may be src.
func (e *elementary) log(dst, src []float64) {
	dst = dst[:len(src)]
	for i, x := range src {
		bits := math.Float64bits(x)
		from := bits - logOffset
		cell := &e.cell[from>>(mantissaBits-tableBits)%tableSize]
		exponent := int64(from) >> mantissaBits
		r := math.Float64frombits(bits-uint64(exponent)<<mantissaBits)*cell.inverse - 1
		r2 := r * r
		dst[i] = (float64(exponent)*math.Ln2 + cell.log) + (r - r2*(1.0/2-r*(1.0/3)) - r2*r2*(1.0/4))
	}
}
