package page

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// colours are the named colours of a block of the style.
func colours(t *testing.T, block string) map[string]string {
	t.Helper()
	out := map[string]string{}
	for _, m := range regexp.MustCompile(`--([a-z]+): #([0-9a-f]{3,8})`).FindAllStringSubmatch(block, -1) {
		hex := m[2]
		if len(hex) == 3 {
			hex = strings.Repeat(hex[:1], 2) + strings.Repeat(hex[1:2], 2) + strings.Repeat(hex[2:], 2)
		}
		out[m[1]] = hex
	}
	return out
}

// luminance is the relative luminance of WCAG 2.1.
func luminance(t *testing.T, hex string) float64 {
	t.Helper()
	sum := 0.0
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		n, err := strconv.ParseUint(hex[2*i:2*i+2], 16, 8)
		if err != nil {
			t.Fatal(err)
		}
		c := float64(n) / 255
		if c <= 0.04045 {
			c /= 12.92
		} else {
			c = math.Pow((c+0.055)/1.055, 2.4)
		}
		sum += weight * c
	}
	return sum
}

func contrast(t *testing.T, a, b string) float64 {
	x, y := luminance(t, a), luminance(t, b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// TestContrast: words are at least 4.5:1 on either ground, by day and by
// night.
func TestContrast(t *testing.T) {
	day, night, ok := strings.Cut(style, "@media screen and (prefers-color-scheme: dark)")
	if !ok {
		t.Fatal("the style has no night")
	}
	for name, block := range map[string]string{"day": day, "night": night} {
		c := colours(t, block)
		for _, word := range []string{"ink", "quiet", "accent"} {
			for _, ground := range []string{"ground", "soft"} {
				if x := contrast(t, c[word], c[ground]); x < 4.5 {
					t.Errorf("by %s, %s on %s has a contrast of %.2f, want 4.5", name, word, ground, x)
				}
			}
		}
	}
	if x := contrast(t, "777777", "ffffff"); math.Abs(x-4.478) > 0.001 {
		t.Errorf("#777 on white: %.3f, want 4.478", x)
	}
}

// TestStyleCoversThePage: every class of the page has a rule, and every rule of
// a class a use.
func TestStyleCoversThePage(t *testing.T) {
	used := map[string]bool{}
	for _, list := range parse(t, written(t, small())).attributes("", "class") {
		for _, class := range strings.Fields(list) {
			used[class] = true
		}
	}
	ruled := map[string]bool{}
	selectors := regexp.MustCompile(`\{[^{}]*\}`).ReplaceAllString(style, "{}")
	for _, m := range regexp.MustCompile(`\.([a-z]+)`).FindAllStringSubmatch(selectors, -1) {
		ruled[m[1]] = true
	}
	for class := range used {
		if !ruled[class] {
			t.Errorf("no rule for .%s", class)
		}
	}
	for class := range ruled {
		if !used[class] {
			t.Errorf("a rule for .%s, which nothing uses", class)
		}
	}
}
