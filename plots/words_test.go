package plots

import (
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"steadfast/sim/result"
)

// english are the words of most tests.
func english() *Words {
	w := English()
	return &w
}

// The letters and signs of the marked language, which nothing but a word of it is
// written in.
var (
	plainLetters  = []rune("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZé.,;:()%<>≈+−±×·’–\"=?")
	markedLetters = []rune("αβχδεφγηιξκλμνοπψρστυθωζϊϋΑΒΧΔΕΦΓΗΙΞΚΛΜΝΟΠΨΡΣΤΥΘΩΖΪΫέ˙‚„¦‹›‰«»∞¶¬§¤•´—“≠¿")
)

// mark writes a text in the marked language; its places stay.
func mark(s string) string {
	place := false
	return strings.Map(func(r rune) rune {
		switch i := slices.Index(plainLetters, r); {
		case r == '{':
			place = true
		case r == '}':
			place = false
		case place || i < 0:
		default:
			return markedLetters[i]
		}
		return r
	}, s)
}

// eachText calls visit with every text of a language and where it is.
func eachText(w *Words, visit func(path string, text reflect.Value)) {
	var walk func(path string, v reflect.Value)
	walk = func(path string, v reflect.Value) {
		switch v.Kind() {
		case reflect.String:
			visit(path, v)
		case reflect.Struct:
			for i := range v.NumField() {
				walk(path+"."+v.Type().Field(i).Name, v.Field(i))
			}
		case reflect.Array:
			for i := range v.Len() {
				walk(fmt.Sprintf("%s[%d]", path, i), v.Index(i))
			}
		}
	}
	walk("Words", reflect.ValueOf(w).Elem())
}

// marked is English, every word and sign of it marked.
func marked() *Words {
	w := english()
	eachText(w, func(_ string, text reflect.Value) { text.SetString(mark(text.String())) })
	return w
}

// places are the places of a template.
var places = regexp.MustCompile(`\{[a-z]+\}`)

// A dot or an underscore within a path, or at the edge of a line of one.
var inPath = regexp.MustCompile(`(\p{Cyrillic}\d*|^)[._]+(\p{Cyrillic}|$)`)

// unmarked are the parts of a text that are neither marked nor of the user, nor
// digits.
func unmarked(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsDigit(r), unicode.IsSpace(r), unicode.Is(unicode.Cyrillic, r), slices.Contains(markedLetters, r):
			return -1
		case string(r) == correlatedMark, r == '…':
			return -1
		}
		return r
	}, inPath.ReplaceAllString(inPath.ReplaceAllString(text, "$1$2"), "$1$2")) // twice: parts of a letter share it
}

// leftovers are the texts of a figure that hold something unmarked; all are added
// to what was said, lines joined.
func leftovers(t testing.TB, s shownFigure, said *strings.Builder) []string {
	p, err := s.fig.layout(Slide)
	if err != nil {
		t.Fatalf("%s: %v", s.what, err)
	}
	texts := []string{s.fig.Title, s.fig.Subtitle, s.fig.Alt()}
	for _, w := range p.words {
		texts = append(texts, w.text)
	}
	var out []string
	for _, text := range texts {
		said.WriteString(text + " ")
		if left := unmarked(text); left != "" {
			out = append(out, fmt.Sprintf("%q holds %q", text, left))
		}
	}
	return out
}

// Every word that a figure says, and every sign, is one of Words.
func TestEveryWordIsOneOfWords(t *testing.T) {
	t.Parallel()
	th := DefaultTheme()
	th.Words = marked()
	said := &strings.Builder{}
	for _, s := range everyFigure(t, th) {
		for _, left := range leftovers(t, s, said) {
			t.Errorf("%s: %s", s.what, left)
		}
	}
	w := th.Words
	early := Options{Horizon: 5}.note("compare", Source{Set: five()}, w)
	if left := unmarked(early); early == "" || left != "" {
		t.Errorf("the note of an earlier year, %q, holds %q", early, left)
	}
	if of := newSweptAxis(w, &result.Axis{Path: "package.п.а.б", Values: []float64{1, 2}}).words(); unmarked(of) != "" || !strings.Contains(of, mark("of")) {
		t.Errorf("the parameter of a package is called %q", of)
	}
	// What is never said here could hide a word that is not of Words.
	all := strings.ReplaceAll(said.String(), nbsp, " ")
	if testing.Short() {
		return // little was drawn
	}
	eachText(th.Words, func(path string, text reflect.Value) {
		if once := path == "Words.Terms.TiesKnownAt" || path == "Words.Sweep.OfPackage"; once {
			return
		}
		for _, part := range places.Split(strings.ReplaceAll(text.String(), "~", " "), -1) {
			if part = strings.TrimSpace(part); !strings.Contains(all, part) {
				t.Errorf("%s: no figure says %q", path, part)
			}
		}
	})
}

func compareIn(t testing.TB, s *result.Set, th Theme) *Figure {
	f, err := Compare(s, th)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// The check itself must find what it looks for: a title, a part of a note, a sign.
func TestUnmarkedWordsAreFound(t *testing.T) {
	find := func(spoil func(w *Words)) string {
		th := DefaultTheme()
		th.Words = marked()
		spoil(th.Words)
		s := synthetic(3, foreignName)
		foreign(&s.Scenario, &s.Version)
		for i := range s.Packages {
			s.Packages[i].Word, s.Packages[i].Risk.StdErr = "", 0.0004
		}
		return strings.Join(leftovers(t, shownFigure{"compare", compareIn(t, s, th)}, &strings.Builder{}), " ")
	}
	if left := find(func(*Words) {}); left != "" {
		t.Fatalf("all is marked, and it finds %s", left)
	}
	for what, spoil := range map[string]func(w *Words){
		"Riskofamajorbreachwithin,safestpackagefirst": func(w *Words) { w.Compare.Title = English().Compare.Title },
		`holds "white"`: func(w *Words) { w.Compare.Black = "white" },
		`holds "%"`:     func(w *Words) { w.Percent = "{n}%" },
		`holds "."`:     func(w *Words) { w.Decimal = "." },
	} {
		if left := find(spoil); !strings.Contains(left, what) {
			t.Errorf("it finds %s, and not %s", left, what)
		}
	}
}

// Every language has every text of English, with the same places.
func TestLanguagesAreComplete(t *testing.T) {
	for _, lang := range Languages() {
		w, err := WordsOf(lang)
		if err != nil {
			t.Fatal(err)
		}
		for _, lack := range lacks(&w) {
			t.Errorf("%s: %s", lang, lack)
		}
	}
	bad := marked()
	bad.Flip.Ties, bad.Breach.Title, bad.Cases = "", "{horizont}", Forms{One: "{n} case"}
	if got := len(lacks(bad)); got != 3 {
		t.Errorf("%d of 3 faults found: %q", got, lacks(bad))
	}
	if _, err := WordsOf("xx"); err == nil || !strings.Contains(err.Error(), "allowed are en") {
		t.Errorf("language xx: %v", err)
	}
}

// lacks are the texts that a language has not, or with other places.
func lacks(w *Words) []string {
	want := map[string][]string{}
	sorted := func(text reflect.Value) []string {
		found := places.FindAllString(text.String(), -1)
		slices.Sort(found)
		return slices.Compact(found)
	}
	eachText(english(), func(path string, text reflect.Value) {
		if text.String() != "" {
			want[path] = sorted(text)
		}
	})
	var out []string
	eachText(w, func(path string, text reflect.Value) {
		places, needed := want[path]
		if !needed {
			return // a form of counting that English does not have
		}
		form, inForms := strings.CutSuffix(path, ".One")
		if inForms && text.String() == "" && form != "" {
			return // nor need another have the singular
		}
		if got := sorted(text); text.String() == "" || !slices.Equal(got, places) {
			out = append(out, fmt.Sprintf("%s is %q, with the places %q: %q are needed", path, text, got, places))
		}
	})
	return out
}

// A language with other rules: decimals, thousands, the sign before the number,
// three forms of counting, another order.
func TestNumbersInAnotherLanguage(t *testing.T) {
	w := english()
	w.Decimal, w.Thousands, w.Percent, w.Power = ",", ".", "%{n}", "{mantissa}·10^{exponent}"
	w.Plural = func(f Forms, n float64) Template {
		switch {
		case n == 1:
			return f.One
		case n == 2:
			return f.Few
		case n == 5:
			return f.Many
		}
		return f.Other
	}
	w.Cases = Forms{One: "{n} a", Few: "{n} b", Other: "{n} c"}
	w.MonthOfYear = "{year}/{month}"
	for _, c := range []struct{ got, want string }{
		{w.count(-1234567), "−1.234.567"}, {w.percent(0.042, 0.001), "%4,2"}, {w.percent(0.0004, 0.0001), "%<0,1"},
		{w.percentRange(0.12, 0.34, 0.01), "%12–34"}, {w.points(-0.0412, 0.0001), "−4,1"}, {w.points(0, 0), "0"},
		{w.shortNumber(12345.678), "12.300"}, {w.shortNumber(-2.5e-9), "−2,5·10^−09"}, {w.decimal("-0.0"), "0,0"},
		{w.counted(w.Cases, 1), "1 a"}, {w.counted(w.Cases, 2), "2 b"}, {w.counted(w.Cases, 5), "5 c"}, {w.counted(w.Cases, 1000), "1.000 c"},
		{w.endDate("2027-01-01", 15), "2042/January"}, {w.duration(2.5), "2,5" + nbsp + "years"},
		{w.percentGauge().bare("%5"), "%5"}, {gauge{lang: w, word: "{n}~days"}.bare("5" + nbsp + "days"), "5"},
	} {
		if c.got != c.want {
			t.Errorf("%q, want %q", c.got, c.want)
		}
	}
}

func TestTemplate(t *testing.T) {
	if got := Template("{b}~of {a}~").with("a", "x~{b}", "b", "y"); got != "y"+nbsp+"of x~{b}"+nbsp {
		t.Errorf("it is %q", got)
	}
	for _, bad := range []Template{"{c}", "{a"} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%q has a place without a text, and nothing is said", bad)
				}
			}()
			_ = bad.with("a", "x")
		}()
	}
}

// The language of the options is the figure's, and a picture of it says so.
func TestOptionsSpeakALanguage(t *testing.T) {
	s := Source{Set: five()}
	plain, err := Options{}.Build("compare", s)
	if err != nil {
		t.Fatal(err)
	}
	english, err := Options{Lang: "en"}.Build("compare", s)
	if err != nil {
		t.Fatal(err)
	}
	if plain.Title != english.Title || plain.provenance.of.Options.Lang != english.provenance.of.Options.Lang {
		t.Errorf("in English it is called %q, by itself %q", english.Title, plain.Title)
	}
	if _, err := (Options{Lang: "xx"}).Build("compare", s); err == nil || !strings.Contains(err.Error(), `language "xx" is unknown`) {
		t.Errorf("language xx: %v", err)
	}
}

// The twin does not depend on the language.
func TestTwinIsInOneLanguage(t *testing.T) {
	th := DefaultTheme()
	th.Words = marked()
	same := func(build func(th Theme) (*Figure, error)) {
		t.Helper()
		a, errA := build(DefaultTheme())
		b, errB := build(th)
		if errA != nil || errB != nil {
			t.Fatal(errA, errB)
		}
		if string(a.Data.bytes()) != string(b.Data.bytes()) {
			t.Errorf("%s has another twin in another language", a.Name)
		}
		if a.Title == b.Title || a.Alt() == b.Alt() {
			t.Errorf("%s says the same in another language: %q", a.Name, a.Title)
		}
	}
	s := five()
	for _, name := range Names() {
		same(func(th Theme) (*Figure, error) { return Build(name, s, th) })
	}
	for _, k := range sweepKinds() {
		swept := swept(2, name3, withOwn(2, k.axes)...)
		for _, name := range SweepNames() {
			same(func(th Theme) (*Figure, error) { return BuildSweep(name, swept, th) })
		}
	}
	analysis := sensitivity(15, realFactor)
	for _, m := range driverMethods {
		same(func(th Theme) (*Figure, error) { return Drivers(analysis, 4, m, th) })
	}
	backtest := backtested(40, 9, modelName)
	for _, name := range BacktestNames(backtest) {
		same(func(th Theme) (*Figure, error) { return BuildBacktest(name, backtest, th) })
	}
}
