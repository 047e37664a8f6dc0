package chance

// FNV-1a, 64 bits: the offset basis and the prime, from G. Fowler, L. C. Noll,
// K.-P. Vo and D. Eastlake, "The FNV Non-Cryptographic Hash Algorithm".
const (
	fnvOffset = 14695981039346656037
	fnvPrime  = 1099511628211
)

// Name returns a 64-bit number for a name, such as the path of a parameter, to
// key a stream by: FNV-1a of its bytes. It never changes.
func Name(s string) uint64 {
	h := uint64(fnvOffset)
	for i := range len(s) {
		h ^= uint64(s[i])
		h *= fnvPrime
	}
	return h
}
