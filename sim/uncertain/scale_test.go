package uncertain

import (
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestScaleNumbers(t *testing.T) {
	tests := []struct {
		scale  Scale
		word   string
		lo, hi float64
	}{
		{ICD203(), "almost no chance", 0.01, 0.05},
		{ICD203(), "very unlikely", 0.05, 0.20},
		{ICD203(), "unlikely", 0.20, 0.45},
		{ICD203(), " Roughly  Even CHANCE ", 0.45, 0.55},
		{ICD203(), "probable", 0.55, 0.80},
		{ICD203(), "very likely", 0.80, 0.95},
		{ICD203(), "almost certain", 0.95, 0.99},
		{PHIA(), "remote chance", 0, 0.05},
		{PHIA(), "highly unlikely", 0.10, 0.20},
		{PHIA(), "unlikely", 0.25, 0.35},
		{PHIA(), "realistic possibility", 0.40, 0.50},
		{PHIA(), "probable", 0.55, 0.75},
		{PHIA(), "likely or probable", 0.55, 0.75},
		{PHIA(), "highly likely", 0.80, 0.90},
		{PHIA(), "almost certain", 0.95, 1},
		{NATO(), "highly unlikely", 0, 0.10},
		{NATO(), "unlikely", 0.10, 0.40},
		{NATO(), "even chance", 0.40, 0.60},
		{NATO(), "likely", 0.60, 0.90},
		{NATO(), "highly likely", 0.90, 1},
	}
	for _, tt := range tests {
		if n, ok := tt.scale.Number(tt.word); !ok || n != (Uniform{tt.lo, tt.hi}) {
			t.Errorf("%s: %q = %v, %v, want uniform %g to %g", tt.scale.Name, tt.word, n, ok, tt.lo, tt.hi)
		}
	}
	if n, ok := ICD203().Number("perhaps"); ok {
		t.Errorf("an unknown word gives %v", n)
	}
}

func TestNamedScalesAreValid(t *testing.T) {
	for _, name := range []string{"icd203", "phia", "nato"} {
		s, ok := NamedScale(name)
		if !ok {
			t.Fatalf("no scale %q", name)
		}
		if _, err := NewScale(s.Name, s.Bands); err != nil {
			t.Error(err)
		}
		for _, w := range s.Words() {
			if _, ok := s.Number(w); !ok {
				t.Errorf("%s: its own word %q is unknown", name, w)
			}
		}
	}
	if _, ok := NamedScale("ICD"); ok {
		t.Error("an unknown name gives a scale")
	}
}

func TestWordsOfTheResult(t *testing.T) {
	tests := []struct {
		scale    Scale
		mean, se float64
		want     string
	}{
		{ICD203(), 0.33, 0.01, "unlikely"},
		{ICD203(), 0.30, 0, "unlikely"},
		{ICD203(), 0.20, 0, "unlikely"}, // where two bands meet: the upper
		{ICD203(), 0.99, 0, "almost certain"},
		{ICD203(), 0.006, 0.001, "less than almost no chance"},
		{ICD203(), 0.995, 0.001, "more than almost certain"},
		{ICD203(), 0.44, 0.02, "unlikely to roughly even chance"},
		{ICD203(), 0.50, 0.2, "unlikely to likely"},
		{ICD203(), 0.52, math.NaN(), "roughly even chance"},
		{ICD203(), 0.012, 0.005, "almost no chance"},
		{PHIA(), 0.06, 0, "about remote chance"},
		{PHIA(), 0.09, 0.005, "about highly unlikely"},
		{PHIA(), 0.075, 0.02, "remote chance to highly unlikely"},
		{PHIA(), 0.93, 0.001, "about almost certain"},
		{PHIA(), 0, 0, "remote chance"},
		{NATO(), 1, 0.1, "highly likely"},
	}
	for _, tt := range tests {
		if got := tt.scale.Describe(tt.mean, tt.se); got != tt.want {
			t.Errorf("%s: Describe(%g, %g) = %q, want %q", tt.scale.Name, tt.mean, tt.se, got, tt.want)
		}
	}
}

// TestWordsReadBack: the word of a probability means a band that holds it.
func TestWordsReadBack(t *testing.T) {
	for _, s := range []Scale{ICD203(), PHIA(), NATO()} {
		rapid.Check(t, func(t *rapid.T) {
			p := rapid.Float64Range(0, 1).Draw(t, "p")
			n, ok := s.Number(s.Word(p))
			if !ok {
				return // about, less than, more than
			}
			if lo, hi := n.Support(); p < lo || p > hi {
				t.Fatalf("%s: %v is called %q, which is %v to %v", s.Name, p, s.Word(p), lo, hi)
			}
		})
	}
}

func TestNewScaleRefuses(t *testing.T) {
	tests := []struct {
		bands []Band
		want  string
	}{
		{nil, `scale "own": no bands, want at least one`},
		{[]Band{{Word: " ", Lo: 0, Hi: 1}}, `scale "own": band 1 has an empty word, want one to print`},
		{[]Band{{Word: "low", Lo: 0, Hi: 0.5}, {Word: "high", Synonyms: []string{"Low "}, Lo: 0.5, Hi: 1}}, `scale "own": the word "Low " is given twice, want each once`},
		{[]Band{{Word: "low", Lo: 0.5, Hi: 0.5}}, `scale "own": "low" is 0.5 to 0.5, want a rising band within 0 to 1`},
		{[]Band{{Word: "high", Lo: 0.5, Hi: 1.5}}, `scale "own": "high" is 0.5 to 1.5, want`},
		{[]Band{{Word: "high", Lo: math.NaN(), Hi: 1}}, `scale "own": "high" is NaN to 1, want`},
		{[]Band{{Word: "low", Lo: 0, Hi: 0.5}, {Word: "high", Lo: 0.4, Hi: 1}}, `scale "own": "high" begins at 0.4, inside the band before it, which ends at 0.5`},
		{[]Band{{Word: "high", Lo: 0.5, Hi: 1}, {Word: "low", Lo: 0, Hi: 0.5}}, `scale "own": "low" begins at 0, inside the band before it`},
	}
	for _, tt := range tests {
		if _, err := NewScale("own", tt.bands); err == nil || !strings.HasPrefix(err.Error(), tt.want) {
			t.Errorf("error %v, want %q", err, tt.want)
		}
	}
}
