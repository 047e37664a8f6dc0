package plots

import (
	"bytes"
	"fmt"
	"image/png"
	"io"

	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgimg"
)

// WritePNG draws the figure at a size in pixels and writes it with its origin as
// text chunks. The same figure gives the same bytes on the same platform.
// Nothing is written if it cannot be drawn.
func (f *Figure) WritePNG(w io.Writer, size Size) error {
	if err := size.check(); err != nil {
		return f.named(err)
	}
	width, height := size.points()
	c := vgimg.NewWith(vgimg.UseWH(width, height), vgimg.UseDPI(dpi), vgimg.UseBackgroundColor(f.theme.Paper))
	if err := f.draw(newPage(draw.New(c), f.theme, f.theme.Fonts)); err != nil {
		return f.named(err)
	}
	var buf bytes.Buffer
	// Large plain areas: the fast level is a third of the time of the default
	// for a few per cent more bytes.
	enc := png.Encoder{CompressionLevel: png.BestSpeed}
	if err := enc.Encode(&buf, c.Image()); err != nil {
		return f.named(fmt.Errorf("encoding the PNG: %w", err))
	}
	_, err := w.Write(insertText(buf.Bytes(), f.text()))
	return err
}
