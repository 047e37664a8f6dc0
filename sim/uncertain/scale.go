package uncertain

import (
	"fmt"
	"slices"
	"strings"
)

// A Band is what one verbal probability means.
type Band struct {
	Word     string   // the word to print
	Synonyms []string // further words for the same band
	Lo, Hi   float64  // probabilities, Lo < Hi
}

// A Scale says what verbal probabilities mean. Its bands rise and do not
// overlap; between two there may be a gap.
type Scale struct {
	Name  string
	Bands []Band
}

// NewScale returns the scale of the given bands. It fails unless there is a
// band, each has a word, no word comes twice, and the bands rise within 0–1
// without overlap.
func NewScale(name string, bands []Band) (Scale, error) {
	if len(bands) == 0 {
		return Scale{}, fmt.Errorf("scale %q: no bands, want at least one", name)
	}
	seen := map[string]bool{}
	before := 0.0
	for i, b := range bands {
		for _, w := range b.words() {
			switch key := plain(w); {
			case key == "":
				return Scale{}, fmt.Errorf("scale %q: band %d has an empty word, want one to print", name, i+1)
			case seen[key]:
				return Scale{}, fmt.Errorf("scale %q: the word %q is given twice, want each once", name, w)
			default:
				seen[key] = true
			}
		}
		if !(b.Lo >= 0 && b.Lo < b.Hi && b.Hi <= 1) {
			return Scale{}, fmt.Errorf("scale %q: %q is %s to %s, want a rising band within 0 to 1",
				name, b.Word, text(b.Lo), text(b.Hi))
		}
		if b.Lo < before {
			return Scale{}, fmt.Errorf("scale %q: %q begins at %s, inside the band before it, which ends at %s; want rising bands without overlap",
				name, b.Word, text(b.Lo), text(before))
		}
		before = b.Hi
	}
	return Scale{Name: name, Bands: slices.Clone(bands)}, nil
}

// Number returns the uniform distribution over the band of a word, and whether
// there is such a band. Case, and space around and between the parts of the
// word, do not matter.
func (s Scale) Number(word string) (Number, bool) {
	key := plain(word)
	for _, b := range s.Bands {
		for _, w := range b.words() {
			if plain(w) == key {
				return Uniform{b.Lo, b.Hi}, true
			}
		}
	}
	return nil, false
}

// Words returns every word of the scale, synonyms included, band by band.
func (s Scale) Words() []string {
	var words []string
	for _, b := range s.Bands {
		words = append(words, b.words()...)
	}
	return words
}

func (b Band) words() []string { return append([]string{b.Word}, b.Synonyms...) }

// plain is a word without what does not matter.
func plain(word string) string { return strings.ToLower(strings.Join(strings.Fields(word), " ")) }
