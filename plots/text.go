package plots

import (
	"image/color"
	"strings"
	"unicode/utf8"
)

// A style is how words are set.
type style struct {
	weight weight
	size   float64 // design units
	color  color.Color
}

// Where a line of text stands against its x.
type align float64

const (
	left   align = 0
	centre align = 0.5
	right  align = 1
)

// The part of the size of Open Sans above and below the baseline that letters
// with ascenders and descenders fill, accents left out.
const (
	ascent  = 0.76
	descent = 0.24
	leading = 1.22 // baseline to baseline
)

// nbsp keeps a number and its unit on one line.
const nbsp = "\u00a0"

// width of s on one line, in design units.
func (p *page) width(s string, st style) float64 {
	return p.metrics[st.weight].width(s) * st.size
}

// text draws one line with its baseline at y and returns its box.
func (p *page) text(s string, x, y float64, a align, st style) box {
	if s == "" {
		return box{x, y, x, y}
	}
	w := p.width(s, st)
	x -= w * float64(a)
	p.dc.SetColor(st.color)
	p.dc.FillString(p.fonts.at(st.weight, p.length(st.size)), p.at(x, y), s)
	b := box{x, y - ascent*st.size, x + w, y + descent*st.size}
	p.words = append(p.words, word{s, st.weight, st.size, b})
	return b
}

// lines draws lines downwards from the top edge y and returns the bottom edge.
func (p *page) lines(ls []string, x, y float64, a align, st style) float64 {
	for i, l := range ls {
		p.text(l, x, y+ascent*st.size+float64(i)*leading*st.size, a, st)
	}
	return y + blockHeight(len(ls), st.size)
}

// linesAbout draws lines with their middle at y.
func (p *page) linesAbout(ls []string, x, y float64, a align, st style) {
	p.lines(ls, x, y-blockHeight(len(ls), st.size)/2, a, st)
}

// blockHeight is the height of n lines from ascender to descender.
func blockHeight(n int, size float64) float64 {
	if n == 0 {
		return 0
	}
	return (ascent + descent + float64(n-1)*leading) * size
}

// A token is a part of a text after which a line may end: a word with the space
// behind it, or a part of a word up to a hyphen, a slash or an underscore. A plus
// stays with the word before it.
type token struct {
	text        string
	width, bare float64 // of all of it, and without spaces at its end, for a size of 1
}

// tokens cuts s once a page: fitting tries many widths and sizes.
func (p *page) tokens(s string, w weight) []token {
	key := tokenKey{s, w}
	if ts, ok := p.cut[key]; ok {
		return ts
	}
	var ts []token
	from := 0
	for i, r := range s {
		end := i + utf8.RuneLen(r)
		if lone := strings.HasPrefix(s[end:], "+ "); strings.ContainsRune(" -–/_+", r) && !lone || end == len(s) {
			part := s[from:end]
			ts = append(ts, token{part, p.metrics[w].width(part), p.metrics[w].width(strings.TrimRight(part, " "))})
			from = end
		}
	}
	p.cut[key] = ts
	return ts
}

type tokenKey struct {
	text   string
	weight weight
}

// wrap breaks s into as few lines as fit into the width, and among these the
// most even ones. A word wider than a line is broken within.
func (p *page) wrap(s string, st style, width float64) []string {
	ts := p.tokens(s, st.weight)
	most := width / st.size
	best := p.fill(ts, most, st.weight)
	if !whole(ts, most) {
		return best
	}
	lo, hi := 0.0, most
	for range 10 {
		mid := (lo + hi) / 2
		if !whole(ts, mid) {
			lo = mid
		} else if ls := p.fill(ts, mid, st.weight); len(ls) <= len(best) {
			best, hi = ls, mid
		} else {
			lo = mid
		}
	}
	return best
}

// wholeWords reports whether s wraps into the width without breaking a word.
func (p *page) wholeWords(s string, st style, width float64) bool {
	return whole(p.tokens(s, st.weight), width/st.size)
}

func whole(ts []token, most float64) bool {
	for _, t := range ts {
		if t.bare > most {
			return false
		}
	}
	return true
}

func (p *page) widest(ls []string, st style) float64 {
	var w float64
	for _, l := range ls {
		w = max(w, p.width(l, st))
	}
	return w
}

// fill breaks greedily; widths are for a size of 1.
func (p *page) fill(ts []token, most float64, w weight) []string {
	var out []string
	line, used := "", 0.0
	flush := func() {
		if line = strings.TrimRight(line, " "); line != "" {
			out = append(out, line)
		}
		line, used = "", 0
	}
	for _, t := range ts {
		if line != "" && used+t.bare > most {
			flush()
		}
		for t.bare > most && utf8.RuneCountInString(t.text) > 1 {
			var head string
			head, t = p.chop(t, most, w)
			out = append(out, head)
		}
		line += t.text
		used += t.width
	}
	flush()
	return out
}

// chop cuts off as much of a token as fits, at least a letter.
func (p *page) chop(t token, most float64, w weight) (head string, rest token) {
	runes := []rune(t.text)
	n := max(1, min(len(runes)-1, p.metrics[w].fit(runes, most)))
	tail := string(runes[n:])
	return string(runes[:n]), token{tail, p.metrics[w].width(tail), p.metrics[w].width(strings.TrimRight(tail, " "))}
}

// elide shortens a block to n lines, the last ending in an ellipsis.
func (p *page) elide(ls []string, n int, st style, width float64) []string {
	if len(ls) <= n {
		return ls
	}
	m := p.metrics[st.weight]
	last := []rune(ls[n-1])
	last = last[:m.fit(last, width/st.size-m.width("…"))]
	return append(append([]string(nil), ls[:n-1]...), strings.TrimRight(string(last), " ")+"…")
}
