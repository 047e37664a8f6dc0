package plots

import (
	"bytes"
	"flag"
	"image"
	"image/png"
	"math"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"steadfast/sim/result"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func five() *result.Set { return synthetic(5, func(i int) string { return packageNames[i] }) }

// The SVG is golden to the byte on the architecture it was made on: Go may fuse
// x*y + z on others.
func TestGoldenSVG(t *testing.T) {
	for _, name := range Names() {
		var got bytes.Buffer
		if err := build(t, name, five()).WriteSVG(&got, Slide); err != nil {
			t.Fatal(err)
		}
		want := golden(t, name+".svg", got.Bytes())
		if runtime.GOARCH == "amd64" && !bytes.Equal(got.Bytes(), want) {
			t.Errorf("%s.svg differs from its golden file: look at the picture, then run with -update", name)
		}
	}
}

// The PNG is golden by tolerance: the mean difference of a colour channel, and
// the share of pixels that differ visibly.
func TestGoldenPNG(t *testing.T) {
	for _, name := range Names() {
		var got bytes.Buffer
		if err := build(t, name, five()).WritePNG(&got, Size{320, 180}); err != nil {
			t.Fatal(err)
		}
		want := decode(t, golden(t, name+".png", got.Bytes()))
		if mean, share := distance(decode(t, got.Bytes()), want); mean > 0.2 || share > 0.002 {
			t.Errorf("%s.png: colours differ by %.3f of 255 in the mean and visibly in %.2f %% of pixels: look at the picture, then run with -update",
				name, mean, 100*share)
		}
		other := five()
		rescale(&other.Packages[2], 0.8)
		pairUp(other)
		other.Packages[2].Sample = "m" + other.Packages[2].Sample[:99]
		var changed bytes.Buffer
		if err := build(t, name, other).WritePNG(&changed, Size{320, 180}); err != nil {
			t.Fatal(err)
		}
		if mean, share := distance(decode(t, changed.Bytes()), want); mean <= 0.2 && share <= 0.002 {
			t.Errorf("%s.png: another result passes for the golden one (%.3f, %.4f)", name, mean, share)
		}
	}
}

func golden(t *testing.T, name string, got []byte) []byte {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return want
}

func decode(t *testing.T, b []byte) image.Image {
	t.Helper()
	m, err := png.Decode(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func distance(a, b image.Image) (mean, share float64) {
	if a.Bounds() != b.Bounds() {
		return math.Inf(1), 1
	}
	const visible = 24
	var sum, seen, n float64
	for y := range a.Bounds().Dy() {
		for x := range a.Bounds().Dx() {
			r, g, b1, _ := a.At(x, y).RGBA()
			s, h, b2, _ := b.At(x, y).RGBA()
			most := 0.0
			for _, d := range [][2]uint32{{r, s}, {g, h}, {b1, b2}} {
				v := math.Abs(float64(d[0])-float64(d[1])) / 257
				sum += v / 3
				most = max(most, v)
			}
			if most > visible {
				seen++
			}
			n++
		}
	}
	return sum / n, seen / n
}
