package plots

import (
	"crypto/sha256"
	"encoding/binary"
	hexadecimal "encoding/hex"
	"fmt"
	"image"
	imagedraw "image/draw"
	"io"

	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgimg"
)

// WritePNG draws the figure at a size in pixels and writes it with its origin as
// text chunks; one that Options built, with all it takes to verify it. The same
// figure gives the same bytes on the same platform. Nothing is written if it
// cannot be drawn.
func (f *Figure) WritePNG(w io.Writer, size Size) error {
	if err := size.check(); err != nil {
		return f.named(err)
	}
	width, height := size.points()
	c := vgimg.NewWith(vgimg.UseWH(width, height), vgimg.UseDPI(dpi), vgimg.UseBackgroundColor(f.theme.Paper))
	if err := f.draw(newPage(draw.New(c), f.theme, f.theme.Fonts)); err != nil {
		return f.named(err)
	}
	pixels := rgbaOf(c.Image())
	encoded, err := encodePNG(pixels)
	if err != nil {
		return f.named(fmt.Errorf("encoding the PNG: %w", err))
	}
	texts := f.text()
	if f.provenance != nil {
		more, err := f.provenance.texts(size, pixelHash(pixels))
		if err != nil {
			return f.named(err)
		}
		texts = append(texts, more...)
	}
	_, err = w.Write(insertText(encoded, texts))
	return err
}

// rgbaOf is an image as bytes of R, G, B and A without gaps.
func rgbaOf(m image.Image) *image.RGBA {
	if rgba, ok := m.(*image.RGBA); ok && rgba.Stride == 4*rgba.Rect.Dx() {
		return rgba
	}
	rgba := image.NewRGBA(m.Bounds())
	imagedraw.Draw(rgba, rgba.Rect, m, rgba.Rect.Min, imagedraw.Src)
	return rgba
}

// pixelHash is the hash of an image as a Provenance has it.
func pixelHash(m *image.RGBA) string {
	h := sha256.New()
	var size [8]byte
	binary.BigEndian.PutUint32(size[:4], uint32(m.Rect.Dx()))
	binary.BigEndian.PutUint32(size[4:], uint32(m.Rect.Dy()))
	h.Write(size[:])
	h.Write(m.Pix[:4*m.Rect.Dx()*m.Rect.Dy()])
	return hexadecimal.EncodeToString(h.Sum(nil))
}
