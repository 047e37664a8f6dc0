package plots

import (
	"bytes"
	"encoding/json"
	"errors"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// flatOf gives a scenario's text, and its hash, to a result made by formula.
func flatOf(s Source) Source {
	const flat = "title = \"What can guarantee a ceasefire\"\nfallback = \"p0\"\n"
	switch {
	case s.Set != nil:
		s.Set.Scenario.Flat, s.Set.Scenario.Hash = flat, sum([]byte(flat))
	case s.Sweep != nil:
		s.Sweep.Scenario.Flat, s.Sweep.Scenario.Hash = flat, sum([]byte(flat))
	case s.Sensitivity != nil:
		s.Sensitivity.Scenario.Flat, s.Sensitivity.Scenario.Hash = flat, sum([]byte(flat))
	case s.Backtest != nil:
		s.Backtest.Scenario.Flat, s.Backtest.Scenario.Hash = flat, sum([]byte(flat))
	}
	return s
}

// small is a size that is drawn and read fast.
var small = Size{640, 360}

// written is a figure of a result as a file.
func written(t testing.TB, format, name string, o Options, s Source) []byte {
	t.Helper()
	o.Size = small
	f, err := o.Build(name, s)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if format == "png" {
		err = f.WritePNG(&b, small)
	} else {
		err = f.WriteSVG(&b, small)
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func read(t testing.TB, file []byte) *Picture {
	t.Helper()
	p, err := ReadPicture(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// onKinds are results of every kind with the name of a figure of each.
func onKinds() map[string]Source {
	return map[string]Source{
		"compare": flatOf(Source{Set: five()}),
		"sweep":   flatOf(Source{Sweep: swept(3, realName, states())}),
		"drivers-p1-p0": flatOf(Source{
			Sensitivity: sensitivity(20, realFactor),
		}),
	}
}

// A picture says how to make it again, whatever it is of and in which format.
func TestPictureCarriesItsProvenance(t *testing.T) {
	for name, s := range onKinds() {
		for _, format := range []string{"png", "svg"} {
			p := read(t, written(t, format, name, Options{}, s))
			if how := p.Altered(); how != "" {
				t.Errorf("%s as %s: %s", name, format, how)
			}
			run, version := s.run()
			of := p.Provenance
			want := Provenance{
				Layout: 1, Version: version, Go: runtime.Version(), Arch: runtime.GOARCH, Figure: name,
				Options:  Options{Size: small, Theme: "light"},
				Scenario: "ukraine-options", Hash: sum([]byte(p.Flat)), Run: run,
				Sweep: of.Sweep, Sensitivity: of.Sensitivity,
				Picture: p.hash, Numbers: sum([]byte(p.Numbers)),
			}
			if diff := cmp.Diff(want, of); diff != "" {
				t.Errorf("%s as %s (-want +got):\n%s", name, format, diff)
			}
			if (of.Sweep != nil) != (s.Sweep != nil) || (of.Sensitivity != nil) != (s.Sensitivity != nil) {
				t.Errorf("%s as %s does not say what was computed", name, format)
			}
			f, err := Options{}.Build(name, s)
			if err != nil {
				t.Fatal(err)
			}
			var twin bytes.Buffer
			if err := f.WriteCSV(&twin); err != nil || twin.String() != p.Numbers {
				t.Errorf("%s as %s carries other numbers than its twin", name, format)
			}
		}
	}
}

func TestRecipes(t *testing.T) {
	axis := states()
	axis.Texts = []string{`"supportive"`, `"reluctant"`, `"absent"`, `"back"`}
	sweep := swept(3, realName, troops(4), axis)
	sweep.ID, sweep.Title = "vary", "Troops and states"
	got := sweepRecipe(sweep)
	want := &SweepRecipe{ID: "vary", Title: "Troops and states", Axes: []RecipeAxis{
		{Path: "instrument.tripwire.troops", Values: sweep.Axes[0].Values, Log: true},
		{Path: "backstop.initial", Texts: axis.Texts},
	}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	s := sensitivity(20, realFactor)
	s.Methods = s.Methods[:3]
	s.Methods[0].Asked, s.Methods[1].Asked, s.Methods[2].Asked = 7, 8, 9
	recipe := sensitivityRecipe(s)
	if recipe.OfRun || !slices.Equal(recipe.Methods, []string{"tornado", "morris", "sobol"}) || recipe.Points["sobol"] != 512 || recipe.Measure != "risk" {
		t.Errorf("recipe %+v", recipe)
	}
	if len(recipe.Groups) != 1 || recipe.Groups[0].Name != "US politics 16" || len(recipe.Groups[0].Paths) != 3 {
		t.Errorf("groups %+v", recipe.Groups)
	}
	s.Methods[1].Asked = 0
	if !sensitivityRecipe(s).OfRun {
		t.Error("an analysis of a run's cases is not known as such")
	}
}

// The same result gives the same bytes, and another one others.
func TestSameBytesWithProvenance(t *testing.T) {
	for name, s := range onKinds() {
		for _, format := range []string{"png", "svg"} {
			one, two := written(t, format, name, Options{}, s), written(t, format, name, Options{}, onKinds()[name])
			if !bytes.Equal(one, two) {
				t.Errorf("%s as %s: bytes differ between two drawings", name, format)
			}
			if dark := written(t, format, name, Options{Theme: "dark"}, s); bytes.Equal(one, dark) {
				t.Errorf("%s as %s: another theme gives the same bytes", name, format)
			}
		}
	}
}

func TestReadPictureRefuses(t *testing.T) {
	whole := written(t, "png", "compare", Options{}, flatOf(Source{Set: five()}))
	svg := written(t, "svg", "compare", Options{}, flatOf(Source{Set: five()}))
	var plain, plainSVG, jpg bytes.Buffer
	f := build(t, "compare", five())
	if err := errors.Join(f.WritePNG(&plain, small), f.WriteSVG(&plainSVG, small), jpeg.Encode(&jpg, image.NewGray(image.Rect(0, 0, 9, 9)), nil)); err != nil {
		t.Fatal(err)
	}
	twice := insertText(whole, []Text{{flatKey, "title = \"another\""}})
	for name, c := range map[string]struct {
		file    []byte
		want    string
		altered bool
	}{
		"plain PNG":    {plain.Bytes(), "no provenance", false},
		"plain SVG":    {plainSVG.Bytes(), "no provenance", false},
		"other SVG":    {[]byte(`<svg xmlns="http://www.w3.org/2000/svg"></svg>`), "no provenance", false},
		"JPEG":         {jpg.Bytes(), "JPEG", false},
		"text":         {[]byte("Risk of a major breach"), "neither a PNG nor an SVG", false},
		"nothing":      {nil, "neither a PNG nor an SVG", false},
		"cut PNG":      {whole[:len(whole)/2], "cut short", false},
		"cut SVG":      {svg[:len(svg)/2], "cut short", false},
		"chunk edited": {bytes.Replace(whole, []byte("steadfast.seed\x002027"), []byte("steadfast.seed\x002028"), 1), "altered", true},
		"two texts":    {twice, "twice", true},
		"newer": {forged(t, whole, func(f *forgery) {
			f.of.Layout = 2
		}), "newer", false},
		"metadata edited": {bytes.Replace(svg, []byte("<provenance xmlns=\"urn:steadfast\" encoding=\"zlib+base64\">"),
			[]byte("<provenance xmlns=\"urn:steadfast\" encoding=\"zlib+base64\">AAAA"), 1), "cannot be read", true},
	} {
		_, err := ReadPicture(bytes.NewReader(c.file))
		if err == nil || !strings.Contains(err.Error(), c.want) || errors.Is(err, ErrAltered) != c.altered {
			t.Errorf("%s: %v, want %q in it", name, err, c.want)
		}
	}
}

// A text of a few bytes that stands for many is not read whole.
func TestInflateIsBounded(t *testing.T) {
	bomb := deflate(strings.Repeat("0", inflateMost+1))
	if _, err := inflate(bomb); err == nil || !strings.Contains(err.Error(), "MiB") {
		t.Errorf("%d bytes that stand for more than are read: %v", len(bomb), err)
	}
	if text, err := inflate(deflate("Łódź")); err != nil || text != "Łódź" {
		t.Errorf("read %q, %v", text, err)
	}
}

// A forgery is a picture taken apart, to be changed and put together so that it
// does not contradict itself.
type forgery struct {
	of            Provenance
	flat, numbers string
	pixels        *image.RGBA
	texts         []Text
}

// forged changes a PNG and gives it new hashes and checksums.
func forged(t *testing.T, file []byte, change func(*forgery)) []byte {
	t.Helper()
	p := read(t, file)
	f := &forgery{p.Provenance, p.Flat, p.Numbers, rgbaOf(p.pixels), slices.Clone(p.Texts)}
	change(f)
	f.of.Picture, f.of.Numbers, f.of.Hash = pixelHash(f.pixels), sum([]byte(f.numbers)), sum([]byte(f.flat))
	data, err := json.Marshal(f.of)
	if err != nil {
		t.Fatal(err)
	}
	return insertText(encoded(t, f.pixels), append(f.texts, Text{provenanceKey, string(data)}, Text{flatKey, f.flat}, Text{numbersKey, f.numbers}))
}

// encoded is an image as another program writes it.
func encoded(t *testing.T, m image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// A picture that another program wrote again is the same if its pixels and texts
// are; one of which something was changed says so itself.
func TestAltered(t *testing.T) {
	whole := written(t, "png", "compare", Options{}, flatOf(Source{Set: five()}))
	p := read(t, whole)
	texts, err := ReadText(bytes.NewReader(whole))
	if err != nil {
		t.Fatal(err)
	}
	with := func(m image.Image, change func(*Text)) []byte {
		all := slices.Clone(texts)
		for i := range all {
			change(&all[i])
		}
		return insertText(encoded(t, m), all)
	}
	keep := func(*Text) {}
	on := func(key, from, to string) func(*Text) {
		return func(text *Text) {
			if text.Key == key {
				text.Value = strings.Replace(text.Value, from, to, 1)
			}
		}
	}
	dot := image.NewRGBA(p.pixels.Bounds())
	copy(dot.Pix, rgbaOf(p.pixels).Pix)
	dot.SetRGBA(100, 100, color.RGBA{1, 2, 3, 255})
	for name, c := range map[string]struct {
		file []byte
		want string
	}{
		"written again":   {with(p.pixels, keep), ""},
		"one pixel":       {with(dot, keep), "pixels are not those"},
		"cut to a part":   {with(rgbaOf(p.pixels).SubImage(image.Rect(0, 0, 600, 360)), keep), "600 × 360 pixels and was drawn with 640 × 360"},
		"one number":      {with(p.pixels, on(numbersKey, "0.", "1.")), "numbers it carries"},
		"scenario edited": {with(p.pixels, on(flatKey, "p0", "p1")), "scenario it carries"},
	} {
		got := read(t, c.file).Altered()
		if (got == "") != (c.want == "") || !strings.Contains(got, c.want) {
			t.Errorf("%s: %q, want %q in it", name, got, c.want)
		}
	}
	svg := written(t, "svg", "compare", Options{}, flatOf(Source{Set: five()}))
	edited := bytes.Replace(svg, []byte("</text>"), []byte(" </text>"), 1)
	if bytes.Equal(svg, edited) || read(t, svg).Altered() != "" || !strings.Contains(read(t, edited).Altered(), "SVG without its metadata") {
		t.Error("an SVG with an edited word does not say so")
	}
}

func FuzzReadPicture(f *testing.F) {
	texts := []Text{{provenanceKey, `{"layout":1}`}, {flatKey, ""}, {numbersKey, ""}}
	f.Add([]byte(withMetadata("<svg>\n"+descEnd+"</svg>\n", texts)))
	file := bytes.NewBufferString(pngHeader)
	writeChunk(file, "iTXt", []byte(provenanceKey+"\x00\x01\x00\x00\x00"+string(deflate(`{"layout":1}`))))
	writeChunk(file, "IEND", nil)
	f.Add(file.Bytes())
	head, err := encodePNG(image.NewRGBA(image.Rect(0, 0, 2, 2)))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(insertText(head, texts))
	f.Fuzz(func(t *testing.T, b []byte) {
		p, err := ReadPicture(bytes.NewReader(b))
		if err == nil {
			_ = p.Altered()
			if v := Verify(p, p); v.Outcome != Identical {
				t.Errorf("a picture is not identical with itself: %v", v)
			}
		}
	})
}
