package plots

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"image"
	"image/png"
	"io"
	"strings"
)

// ErrNoProvenance is wrapped where a picture does not say how to make it again.
var ErrNoProvenance = errors.New("it carries no provenance")

// A Picture is a figure that was written, read again, with all it carries.
type Picture struct {
	Format     string // "png" or "svg"
	Provenance Provenance
	Flat       string // the flattened scenario
	Numbers    string // the twin CSV
	Texts      []Text // title, description, origin: what stands in plain words

	hash   string      // of what is drawn
	pixels image.Image // of a PNG
	bare   string      // an SVG without its metadata
}

// pixelsMost bounds the size of a picture that is read.
const pixelsMost = 100 << 20

// ReadPicture reads a picture that steadfast drew. It fails where the file is no
// PNG or SVG, or is cut short; wrapping ErrNoProvenance where it does not say how
// to make it again, and ErrAltered where its own checksums show a change.
func ReadPicture(r io.Reader) (*Picture, error) {
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	p := new(Picture)
	var texts []Text
	switch {
	case bytes.HasPrefix(data, []byte(pngHeader)):
		texts, err = p.readPNG(data)
	case bytes.HasPrefix(data, []byte("\xff\xd8\xff")):
		return nil, errors.New("it is a JPEG, which keeps neither the pixels nor what a picture carries: give the PNG or SVG that steadfast wrote")
	case bytes.Contains(data[:min(len(data), 1000)], []byte("<svg")):
		texts, err = p.readSVG(string(data))
	default:
		return nil, errors.New("it is neither a PNG nor an SVG: give a picture that steadfast wrote")
	}
	if err != nil {
		return nil, err
	}
	return p, p.take(texts)
}

func (p *Picture) readPNG(data []byte) ([]Text, error) {
	p.Format = "png"
	texts, err := ReadText(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	config, err := png.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("the PNG cannot be decoded: %w", err)
	}
	if config.Width > pixelsMost/max(config.Height, 1) {
		return nil, fmt.Errorf("the PNG has %d × %d pixels, more than steadfast draws", config.Width, config.Height)
	}
	if p.pixels, err = png.Decode(bytes.NewReader(data)); err != nil {
		return nil, fmt.Errorf("the PNG cannot be decoded: %w", err)
	}
	p.hash = pixelHash(rgbaOf(p.pixels))
	return texts, nil
}

func (p *Picture) readSVG(svg string) ([]Text, error) {
	p.Format = "svg"
	if !strings.HasSuffix(strings.TrimSpace(svg), "</svg>") {
		return nil, errors.New("the SVG is cut short: it does not end with </svg>")
	}
	texts, bare, err := readMetadata(svg)
	if err != nil {
		return nil, err
	}
	p.bare, p.hash = bare, sum([]byte(bare))
	return texts, nil
}

// take sorts out what the picture carries.
func (p *Picture) take(texts []Text) error {
	carried := map[string]string{}
	for _, t := range texts {
		if _, twice := carried[t.Key]; twice && compressed(t.Key) {
			return fmt.Errorf("%w: it carries %s twice", ErrAltered, t.Key)
		}
		if carried[t.Key] = t.Value; !compressed(t.Key) {
			p.Texts = append(p.Texts, t)
		}
	}
	for _, key := range []string{provenanceKey, flatKey, numbersKey} {
		if _, ok := carried[key]; !ok {
			return fmt.Errorf("%w (no %s): it was not drawn by steadfast run, sweep, sensitivity or plot, or another program saved it again", ErrNoProvenance, key)
		}
	}
	p.Flat, p.Numbers = carried[flatKey], carried[numbersKey]
	var layout struct{ Layout int }
	text := carried[provenanceKey]
	if err := json.Unmarshal([]byte(text), &layout); err != nil || layout.Layout < 1 {
		return fmt.Errorf("%w: its provenance is not readable", ErrAltered)
	}
	if layout.Layout > provenanceLayout {
		return fmt.Errorf("it was drawn by a newer steadfast: its provenance has layout %d, this one reads up to %d; update steadfast", layout.Layout, provenanceLayout)
	}
	d := json.NewDecoder(strings.NewReader(text))
	d.DisallowUnknownFields()
	if err := d.Decode(&p.Provenance); err != nil {
		return fmt.Errorf("%w: its provenance is not readable: %v", ErrAltered, err)
	}
	return nil
}

// Altered says in what the picture contradicts itself; empty: in nothing. One
// that was changed and given new hashes does not: only making it again tells.
func (p *Picture) Altered() string {
	of := &p.Provenance
	switch {
	case p.hash != of.Picture && p.Format == "svg":
		return "what is drawn is not what was drawn: the SVG without its metadata has another SHA-256"
	case p.hash != of.Picture:
		b := p.pixels.Bounds()
		if size := of.Options.Size; b.Dx() != size.Width || b.Dy() != size.Height {
			return fmt.Sprintf("it has %d × %d pixels and was drawn with %d × %d", b.Dx(), b.Dy(), size.Width, size.Height)
		}
		return "its pixels are not those that were drawn: they have another SHA-256"
	case sum([]byte(p.Numbers)) != of.Numbers:
		return "the numbers it carries are not those that were drawn: they have another SHA-256"
	case sum([]byte(p.Flat)) != of.Hash:
		return "the scenario it carries is not the one it was drawn from: it has another SHA-256"
	}
	return ""
}
