package plots

import (
	"bytes"
	"image/color"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// perturbed is a result whose risks differ by a share.
func perturbed(by float64) Source {
	s := five()
	for i := range s.Packages {
		rescale(&s.Packages[i], 1+by)
		s.Packages[i].Simulated.Risk.Mean = five().Packages[i].Simulated.Risk.Mean
	}
	return flatOf(Source{Set: s})
}

// elsewhere changes a picture as if another processor had made it.
func elsewhere(f *forgery) { f.of.Arch = "arm64" }

// Every outcome, and beside each the twin that must not have it.
func TestVerify(t *testing.T) {
	s := flatOf(Source{Set: five()})
	file := func(o Options) []byte { return written(t, "png", "compare", o, s) }
	whole := file(Options{})
	ulp := written(t, "png", "compare", Options{}, perturbed(1e-12)) // another platform's last digits
	dot := func(n int) func(*forgery) {
		return func(f *forgery) {
			elsewhere(f)
			for i := range n {
				f.pixels.SetRGBA(100+i%40, 300+i/40, color.RGBA{200, 0, 0, 255})
			}
		}
	}
	risk := strconv.FormatFloat(s.Set.Packages[2].Risk.Mean, 'g', -1, 64)
	for name, c := range map[string]struct {
		file []byte
		want Outcome
		say  string // in the details
	}{
		"the same":                     {whole, Identical, ""},
		"the same, options":            {file(Options{}), Identical, ""},
		"last digits here":             {ulp, Differs, "nine digits, not to the last"},
		"last digits elsewhere":        {forged(t, ulp, elsewhere), SameNumbers, "drawn on arm64"},
		"ninth digit elsewhere":        {forged(t, written(t, "png", "compare", Options{}, perturbed(1e-7)), elsewhere), Differs, "column mean: it has 0."},
		"some pixels elsewhere":        {forged(t, whole, dot(20)), SameNumbers, "all its numbers agree to the last digit"},
		"many pixels elsewhere":        {forged(t, whole, dot(400)), Differs, "not what these numbers give"},
		"a pixel here":                 {forged(t, whole, func(f *forgery) { f.pixels.SetRGBA(9, 9, color.RGBA{0, 0, 0, 255}) }), Differs, "not what these numbers give"},
		"same picture, elsewhere":      {forged(t, whole, elsewhere), Identical, ""},
		"a number":                     {forged(t, whole, func(f *forgery) { f.numbers = strings.Replace(f.numbers, risk, "0.123", 1) }), Differs, "(p2, Economic snapback, highly unlikely), column mean: it has 0.123, made again " + risk},
		"a row":                        {forged(t, whole, func(f *forgery) { f.numbers = f.numbers[:strings.LastIndex(f.numbers[:len(f.numbers)-1], "\n")+1] }), Differs, "4 rows of numbers, made again 5"},
		"a column":                     {forged(t, whole, func(f *forgery) { f.numbers = strings.Replace(f.numbers, "mean", "median", 1) }), Differs, "its columns are"},
		"no table":                     {forged(t, whole, func(f *forgery) { f.numbers = "\"" }), Differs, "no table"},
		"the title":                    {forged(t, whole, func(f *forgery) { f.texts[0].Value = "All is safe" }), Differs, "its Title is \"All is safe\""},
		"the seed in words":            {forged(t, whole, func(f *forgery) { f.texts[5].Value = "7" }), Differs, "made again"},
		"the seed of the run":          {forged(t, whole, func(f *forgery) { f.of.Run.Seed++ }), Differs, "what it says of its run"},
		"another version, as it is":    {forged(t, whole, func(f *forgery) { f.of.Version = "0.0.9" }), OtherVersion, "drawn by steadfast 0.0.9"},
		"another version, its numbers": {forged(t, ulp, func(f *forgery) { f.of.Version = "0.0.9" }), OtherVersion, "nine digits, not to the last"},
	} {
		t.Run(name, func(t *testing.T) {
			p := read(t, c.file)
			if how := p.Altered(); how != "" {
				t.Fatalf("the forgery gives itself away: %s", how)
			}
			v := Verify(p, read(t, whole))
			if got := strings.Join(v.Details, "; "); v.Outcome != c.want || !strings.Contains(got, c.say) {
				t.Errorf("%s (%s), want %s (%s)", v.Outcome, got, c.want, c.say)
			}
		})
	}
}

// An SVG from another platform may have other decimals, not other words.
func TestVerifySVG(t *testing.T) {
	s := flatOf(Source{Set: five()})
	again := read(t, written(t, "svg", "compare", Options{}, s))
	forge := func(change func(svg string) string) *Picture {
		p := read(t, written(t, "svg", "compare", Options{}, s))
		p.bare = change(p.bare)
		p.hash = sum([]byte(p.bare))
		p.Provenance.Arch, p.Provenance.Picture = "arm64", p.hash
		return p
	}
	at := regexp.MustCompile(`d="M(\d+)`)
	move := func(by float64) func(string) string {
		return func(svg string) string {
			return at.ReplaceAllStringFunc(svg, func(m string) string {
				x, err := strconv.ParseFloat(at.FindStringSubmatch(m)[1], 64)
				if err != nil {
					t.Fatal(err)
				}
				return `d="M` + strconv.FormatFloat(x+by, 'f', 3, 64)
			})
		}
	}
	for name, c := range map[string]struct {
		change func(string) string
		want   Outcome
	}{
		"as it is":          {func(svg string) string { return svg }, Identical},
		"moved by a hair":   {func(svg string) string { return regexp.MustCompile(`(d="M\d+\.\d+)`).ReplaceAllString(svg, "${1}01") }, SameNumbers},
		"moved visibly":     {move(3), Differs},
		"another word":      {func(svg string) string { return strings.Replace(svg, "unlikely", "certain", 1) }, Differs},
		"another number":    {func(svg string) string { return regexp.MustCompile(`>\d\d\x{a0}`).ReplaceAllString(svg, ">5\u00a0") }, Differs},
		"a line taken away": {func(svg string) string { return regexp.MustCompile(`(?m)^<path.*\n`).ReplaceAllString(svg, "") }, Differs},
	} {
		p := forge(c.change)
		if v := Verify(p, again); v.Outcome != c.want || p.Altered() != "" {
			t.Errorf("%s: %s (%s; %s), want %s", name, v.Outcome, v.Details, p.Altered(), c.want)
		}
	}
	png := read(t, written(t, "png", "compare", Options{}, s))
	png.Provenance.Arch = "arm64"
	if v := Verify(png, again); v.Outcome != Differs {
		t.Errorf("a PNG and an SVG are %s", v.Outcome)
	}
}

// The first few cells that differ are named, and the others counted.
func TestNumberDifferences(t *testing.T) {
	table := func(x string) string {
		return "id,mean\n" + strings.Repeat("a,"+x+"\n", 8)
	}
	d := numberDifferences(table("0.5"), table("0.25"))
	if w := d.words(); d.count != 8 || len(w) != 6 || w[0] != "row 1 (a), column mean: it has 0.5, made again 0.25" || w[5] != "and 3 more" {
		t.Errorf("%d: %q", d.count, w)
	}
	for _, c := range []struct {
		x, y string
		same bool
	}{
		{"0.5", "0.5000000004", true}, {"0.5", "0.500000001", false}, {"1e-17", "0", true}, {"1e-12", "0", false},
		{"p1", "p2", false}, {"", "0", false}, {"NaN", "0", false}, {"-3", "3", false}, {"2000000000", "2000000001", true},
	} {
		if got := sameCell(c.x, c.y); got != c.same {
			t.Errorf("%q and %q are the same: %t", c.x, c.y, got)
		}
	}
}

// What compares pictures does not change them.
func TestVerifyChangesNothing(t *testing.T) {
	file := written(t, "png", "compare", Options{}, flatOf(Source{Set: five()}))
	p, q := read(t, file), read(t, bytes.Clone(file))
	Verify(p, q)
	if p.Altered() != "" || p.Provenance.Version != q.Provenance.Version || p.Provenance.Version == "" {
		t.Error("the picture changed")
	}
}
