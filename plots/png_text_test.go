package plots

import (
	"bytes"
	"image/png"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestPNGCarriesItsOrigin(t *testing.T) {
	s := twelve()
	s.Scenario.Name = "Łódź-options"
	f := build(t, "compare", s)
	var b bytes.Buffer
	if err := f.WritePNG(&b, Size{640, 360}); err != nil {
		t.Fatal(err)
	}
	got, err := ReadText(bytes.NewReader(b.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	want := []Text{
		{"Title", f.Title}, {"Description", f.Alt()}, {"Software", "steadfast 0.1.0"},
		{"steadfast.figure", "compare"}, {"steadfast.scenario", "Łódź-options"}, {"steadfast.hash", s.Scenario.Hash},
		{"steadfast.seed", "20270101"}, {"steadfast.cases", "2048"}, {"steadfast.futures", "100"}, {"steadfast.version", "0.1.0"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if !bytes.Contains(b.Bytes(), []byte("iTXtsteadfast.scenario\x00\x00\x00\x00\x00Łódź")) || !bytes.Contains(b.Bytes(), []byte("tEXtsteadfast.seed\x0020270101")) {
		t.Error("chunks are not of the kind their text needs")
	}
	m, err := png.Decode(&b)
	if err != nil || m.Bounds().Dx() != 640 || m.Bounds().Dy() != 360 {
		t.Errorf("the picture does not decode to 640 × 360: %v", err)
	}
}

func TestReadTextRefusesWhatItCannotVouchFor(t *testing.T) {
	var b bytes.Buffer
	if err := build(t, "compare", twelve()).WritePNG(&b, Size{640, 360}); err != nil {
		t.Fatal(err)
	}
	whole := b.Bytes()
	altered := func(from, to string) []byte { return bytes.Replace(whole, []byte(from), []byte(to), 1) }
	for name, c := range map[string]struct {
		file []byte
		want string
	}{
		"no PNG":        {[]byte("GIF89a, and more of it"), "not a PNG"},
		"empty":         {nil, "not a PNG"},
		"seed altered":  {altered("20270101", "20270102"), "altered"},
		"cut short":     {whole[:len(whole)-20], "cut short"},
		"cut in header": {whole[:len(whole)-9], "cut short"},
		"cut in sum":    {whole[:len(whole)-2], "cut short"},
		"huge length":   {append([]byte(pngHeader), "\xff\xff\xff\xfftEXtabc"...), "cut short"},
		"compressed":    {insertText(whole, nil)[:0:0], "not a PNG"},
	} {
		if _, err := ReadText(bytes.NewReader(c.file)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q in it", name, err, c.want)
		}
	}
	for name, data := range map[string]string{"no end": "key", "compressed": "key\x00\x01\x00\x00\x00x", "no language": "key\x00\x00\x00de"} {
		file := bytes.NewBufferString(pngHeader)
		writeChunk(file, "iTXt", []byte(data))
		writeChunk(file, "IEND", nil)
		if _, err := ReadText(file); err == nil {
			t.Errorf("iTXt with %s is read", name)
		}
	}
}

func FuzzReadText(f *testing.F) {
	file := bytes.NewBufferString(pngHeader)
	writeChunk(file, "tEXt", []byte("key\x00value"))
	writeChunk(file, "iTXt", []byte("key\x00\x00\x00de\x00Schlüssel\x00Wert"))
	writeChunk(file, "IEND", nil)
	f.Add(file.Bytes())
	f.Add([]byte(pngHeader))
	f.Fuzz(func(t *testing.T, b []byte) {
		texts, err := ReadText(bytes.NewReader(b))
		if err != nil && texts != nil {
			t.Error("both texts and an error")
		}
	})
}
