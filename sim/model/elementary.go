package model

import "math"

// elementary computes exponentials and logarithms of whole rows at a time, by
// table and a short polynomial (P. T. P. Tang, "Table-driven implementation of
// the exponential function in IEEE floating-point arithmetic", ACM TOMS 15,
// 1989, and the logarithm likewise, TOMS 16, 1990). The solver spends most of
// its time in them: a row costs a third of as many calls of package math.
// Their error, below 1e−14, is far below the 1e−9 asked of an outcome.
type elementary struct {
	pow2    [tableSize]uint64 // bits of 2^(i/128)
	inverse [tableSize]float64
	logs    [tableSize]float64 // −ln(inverse)
}

const (
	tableBits = 7
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

func newElementary() *elementary {
	e := new(elementary)
	for i := range tableSize {
		e.pow2[i] = math.Float64bits(math.Exp2(float64(i) / tableSize))
		// The middle of the i-th of 128 cells, by bit pattern.
		cell := uint64(i)<<(mantissaBits-tableBits) + 1<<(mantissaBits-tableBits-1)
		e.inverse[i] = 1 / math.Float64frombits(logOffset+cell)
		e.logs[i] = -math.Log(e.inverse[i])
	}
	return e
}

// exp replaces every x of row, −700 ≤ x ≤ 700, by e^x.
func (e *elementary) exp(row []float64) {
	const (
		perLn2 = tableSize / math.Ln2
		// ln 2/128 in two parts, the first with room for exact multiples.
		high = 0x1.62e42fefap-8
		low  = math.Ln2/tableSize - high
	)
	for i, x := range row {
		shifted := x*perLn2 + roundingShift
		n := shifted - roundingShift
		r := x - n*high - n*low
		k := math.Float64bits(shifted) - math.Float64bits(roundingShift)
		scale := math.Float64frombits(e.pow2[k%tableSize] + k>>tableBits<<mantissaBits)
		row[i] = scale + scale*(r+r*r*(1.0/2+r*(1.0/6+r*(1.0/24+r*(1.0/120)))))
	}
}

// log replaces every x of row, positive, finite and not subnormal, by ln x.
func (e *elementary) log(row []float64) {
	for i, x := range row {
		from := math.Float64bits(x) - logOffset
		cell := from >> (mantissaBits - tableBits) % tableSize
		exponent := int64(from) >> mantissaBits
		z := math.Float64frombits(math.Float64bits(x) - uint64(exponent)<<mantissaBits)
		r := z*e.inverse[cell] - 1
		row[i] = float64(exponent)*math.Ln2 + e.logs[cell] +
			(r - r*r*(1.0/2-r*(1.0/3-r*(1.0/4-r*(1.0/5-r*(1.0/6))))))
	}
}
