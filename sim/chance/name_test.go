package chance

import (
	"hash/fnv"
	"testing"

	"pgregory.net/rapid"
)

func TestNameIsFNV1a(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.String().Draw(t, "s")
		h := fnv.New64a()
		h.Write([]byte(s))
		if got, want := Name(s), h.Sum64(); got != want {
			t.Fatalf("Name(%q) = %#x, want %#x", s, got, want)
		}
	})
}
