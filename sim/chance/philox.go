package chance

import "math/bits"

// The multipliers and the increments of the key (the golden ratio and √3 − 1,
// times 2⁶⁴) of Philox4x64, from Salmon et al. 2011, table 2 and section 3.3.
const (
	mul0  = 0xD2E7470EE14C6C93
	mul1  = 0xCA5A826395121157
	weyl0 = 0x9E3779B97F4A7C15
	weyl1 = 0xBB67AE8584CAA73B
)

// Block returns the four words of Philox4x64-10 at counter ctr under key. It
// is a bijection of the counter for every key.
func Block(key [2]uint64, ctr [4]uint64) [4]uint64 {
	w0, w1, w2, w3 := block(key[0], key[1], ctr[0], ctr[1], ctr[2], ctr[3])
	return [4]uint64{w0, w1, w2, w3}
}

// block is Block in scalars, written out round by round: the compiler keeps
// them all in registers, which it does not do for arrays or in a loop.
func block(k0, k1, c0, c1, c2, c3 uint64) (w0, w1, w2, w3 uint64) {
	var h0, l0, h1, l1 uint64
	h0, l0 = bits.Mul64(mul0, c0)
	h1, l1 = bits.Mul64(mul1, c2)
	c0, c1, c2, c3 = h1^c1^k0, l1, h0^c3^k1, l0
	k0, k1 = k0+weyl0, k1+weyl1
	h0, l0 = bits.Mul64(mul0, c0)
	h1, l1 = bits.Mul64(mul1, c2)
	c0, c1, c2, c3 = h1^c1^k0, l1, h0^c3^k1, l0
	k0, k1 = k0+weyl0, k1+weyl1
	h0, l0 = bits.Mul64(mul0, c0)
	h1, l1 = bits.Mul64(mul1, c2)
	c0, c1, c2, c3 = h1^c1^k0, l1, h0^c3^k1, l0
	k0, k1 = k0+weyl0, k1+weyl1
	h0, l0 = bits.Mul64(mul0, c0)
	h1, l1 = bits.Mul64(mul1, c2)
	c0, c1, c2, c3 = h1^c1^k0, l1, h0^c3^k1, l0
	k0, k1 = k0+weyl0, k1+weyl1
	h0, l0 = bits.Mul64(mul0, c0)
	h1, l1 = bits.Mul64(mul1, c2)
	c0, c1, c2, c3 = h1^c1^k0, l1, h0^c3^k1, l0
	k0, k1 = k0+weyl0, k1+weyl1
	h0, l0 = bits.Mul64(mul0, c0)
	h1, l1 = bits.Mul64(mul1, c2)
	c0, c1, c2, c3 = h1^c1^k0, l1, h0^c3^k1, l0
	k0, k1 = k0+weyl0, k1+weyl1
	h0, l0 = bits.Mul64(mul0, c0)
	h1, l1 = bits.Mul64(mul1, c2)
	c0, c1, c2, c3 = h1^c1^k0, l1, h0^c3^k1, l0
	k0, k1 = k0+weyl0, k1+weyl1
	h0, l0 = bits.Mul64(mul0, c0)
	h1, l1 = bits.Mul64(mul1, c2)
	c0, c1, c2, c3 = h1^c1^k0, l1, h0^c3^k1, l0
	k0, k1 = k0+weyl0, k1+weyl1
	h0, l0 = bits.Mul64(mul0, c0)
	h1, l1 = bits.Mul64(mul1, c2)
	c0, c1, c2, c3 = h1^c1^k0, l1, h0^c3^k1, l0
	k0, k1 = k0+weyl0, k1+weyl1
	h0, l0 = bits.Mul64(mul0, c0)
	h1, l1 = bits.Mul64(mul1, c2)
	c0, c1, c2, c3 = h1^c1^k0, l1, h0^c3^k1, l0
	return c0, c1, c2, c3
}
