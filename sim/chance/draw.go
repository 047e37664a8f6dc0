package chance

// Draw returns four random words for the n-th time that something of the given
// purpose is decided on an occasion (a month, say) of a future of a case. The
// key is (seed, purpose) and the counter (n, occasion, future, cas).
func Draw(seed uint64, purpose Purpose, cas, future, occasion, n uint64) [4]uint64 {
	w0, w1, w2, w3 := block(seed, uint64(purpose), n, occasion, future, cas)
	return [4]uint64{w0, w1, w2, w3}
}

// Unit turns a random word into a uniform strictly inside (0, 1): the middle
// of one of 2⁵² equal cells, so that neither 0 nor 1 occurs and the reflection
// 1 − u is exact.
func Unit(x uint64) float64 {
	return (float64(x>>12) + 0.5) * 0x1p-52
}
