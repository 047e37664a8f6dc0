package plots

import (
	"bytes"
	"image"
	"image/png"
	"testing"

	"pgregory.net/rapid"
)

// What image/png reads is what was drawn, to the last pixel.
func TestEncodePNG(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := image.NewRGBA(image.Rect(0, 0, rapid.IntRange(1, 40).Draw(t, "width"), rapid.IntRange(1, 40).Draw(t, "height")))
		for y := range m.Rect.Dy() {
			row := m.Pix[y*m.Stride:][:m.Stride]
			switch rapid.IntRange(0, 2).Draw(t, "row") {
			case 0: // as above
				if y > 0 {
					copy(row, m.Pix[(y-1)*m.Stride:])
				}
			case 1: // plain
				for x := range row {
					row[x] = 0xFF
				}
			default:
				copy(row, rapid.SliceOfN(rapid.Byte(), len(row), len(row)).Draw(t, "bytes"))
			}
			for x := range m.Rect.Dx() {
				row[4*x+3] = 0xFF
			}
		}
		file, err := encodePNG(m)
		if err != nil {
			t.Fatal(err)
		}
		back, err := png.Decode(bytes.NewReader(file))
		if err != nil {
			t.Fatal(err)
		}
		if got := rgbaOf(back); got.Rect != m.Rect || !bytes.Equal(got.Pix, m.Pix) {
			t.Fatal("the pixels read are not those written")
		}
	})
}

// A figure is not much larger than what image/png makes of it at its fastest.
func TestEncodedFiguresAreSmall(t *testing.T) {
	for _, name := range Names() {
		var file, theirs bytes.Buffer
		if err := build(t, name, five()).WritePNG(&file, small); err != nil {
			t.Fatal(err)
		}
		m := decode(t, file.Bytes())
		if err := (&png.Encoder{CompressionLevel: png.BestSpeed}).Encode(&theirs, m); err != nil {
			t.Fatal(err)
		}
		if float64(file.Len()) > 1.2*float64(theirs.Len()) {
			t.Errorf("%s has %d bytes, image/png needs %d", name, file.Len(), theirs.Len())
		}
	}
}
