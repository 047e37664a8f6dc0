package main

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"image"
	"image/draw"
	"image/png"
	"slices"
	"strings"

	"steadfast/plots"
)

// smallSize is the size of pictures in the repository: half that of a slide.
var smallSize = plots.Size{Width: 960, Height: 540}

// small draws a figure for the repository: in few colours and small. It carries
// its origin as a figure in full does, and nothing that vouches for its pixels,
// which are no longer those that were drawn.
func small(f *plots.Figure) ([]byte, error) {
	var full bytes.Buffer
	if err := f.WritePNG(&full, smallSize); err != nil {
		return nil, err
	}
	texts, err := origin(full.Bytes())
	if err != nil {
		return nil, fmt.Errorf("figure %s: %w", f.Name, err)
	}
	drawn, err := png.Decode(&full)
	if err != nil {
		return nil, fmt.Errorf("figure %s: %w", f.Name, err)
	}
	var out bytes.Buffer
	enc := png.Encoder{CompressionLevel: png.BestCompression}
	if err := enc.Encode(&out, reduced(drawn)); err != nil {
		return nil, fmt.Errorf("figure %s: %w", f.Name, err)
	}
	return slices.Insert(out.Bytes(), headerEnd, texts...), nil
}

// headerEnd is where the image header of a PNG ends and other chunks may stand.
const headerEnd = 8 + 4 + 4 + 13 + 4

// origin returns the text chunks of a PNG that say what it shows and what it was
// drawn from.
func origin(file []byte) ([]byte, error) {
	keep := []string{
		"Title", "Description", "Software", "steadfast.figure", "steadfast.scenario", "steadfast.hash",
		"steadfast.seed", "steadfast.cases", "steadfast.futures", "steadfast.version",
	}
	var out []byte
	for rest := file[min(headerEnd, len(file)):]; len(rest) >= 12; {
		n := int64(binary.BigEndian.Uint32(rest)) + 12 // length, kind, data, checksum
		if n > int64(len(rest)) {
			return nil, fmt.Errorf("its PNG is cut short in chunk %q", rest[4:8])
		}
		kind, data := string(rest[4:8]), string(rest[8:n-4])
		key, _, _ := strings.Cut(data, "\x00")
		if (kind == "tEXt" || kind == "iTXt") && slices.Contains(keep, key) {
			out = append(out, rest[:n]...)
		}
		rest = rest[n:]
	}
	return out, nil
}

// reduced is a picture in at most 256 colours.
func reduced(drawn image.Image) *image.Paletted {
	bounds := drawn.Bounds()
	opaque := image.NewRGBA(image.Rect(0, 0, bounds.Dx(), bounds.Dy()))
	draw.Draw(opaque, opaque.Rect, drawn, bounds.Min, draw.Src)
	pixels := make([]colour, 0, bounds.Dx()*bounds.Dy())
	for p := range slices.Chunk(opaque.Pix, 4) {
		pixels = append(pixels, colour{p[0], p[1], p[2]})
	}
	chosen := palette(pixels)
	out := image.NewPaletted(opaque.Rect, chosen.colors())
	nearest := map[colour]uint8{}
	for i, c := range pixels {
		if i > 0 && c == pixels[i-1] {
			out.Pix[i] = out.Pix[i-1]
			continue
		}
		at, known := nearest[c]
		if !known {
			at = chosen.nearest(c)
			nearest[c] = at
		}
		out.Pix[i] = at
	}
	return out
}
