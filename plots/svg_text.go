package plots

import (
	"encoding/base64"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// Around the metadata of an SVG, which stands behind its description.
const (
	descEnd       = "</desc>\n"
	metadataBegin = "<metadata>\n"
	metadataEnd   = "</metadata>\n"
)

// packed is the encoding of what a PNG holds compressed.
const packed = "zlib+base64"

// withMetadata puts texts into an SVG, an element each. What a PNG holds
// compressed is compressed here, too.
func withMetadata(svg string, texts []Text) string {
	var b strings.Builder
	b.WriteString(metadataBegin)
	for _, t := range texts {
		key, ours := strings.CutPrefix(t.Key, "steadfast.")
		switch {
		case !ours:
		case compressed(t.Key):
			b.WriteString("  <" + key + ` xmlns="urn:steadfast" encoding="` + packed + `">` +
				base64.StdEncoding.EncodeToString(deflate(t.Value)) + "</" + key + ">\n")
		default:
			element(&b, "  <"+key+` xmlns="urn:steadfast">`, t.Value, "</"+key+">\n")
		}
	}
	b.WriteString(metadataEnd)
	return strings.Replace(svg, descEnd, descEnd+b.String(), 1)
}

// readMetadata takes an SVG apart: the texts in it, and the SVG without its
// metadata.
func readMetadata(svg string) (texts []Text, bare string, err error) {
	head, rest, found := strings.Cut(svg, metadataBegin)
	inner, tail, closed := strings.Cut(rest, metadataEnd)
	if !found || !closed {
		return nil, svg, nil
	}
	d := xml.NewDecoder(strings.NewReader(inner))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return texts, head + tail, nil
		}
		if err != nil {
			return nil, "", fmt.Errorf("%w: the metadata of the SVG cannot be read: %v", ErrAltered, err)
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		var e struct {
			Encoding string `xml:"encoding,attr"`
			Value    string `xml:",chardata"`
		}
		if err := d.DecodeElement(&e, &start); err != nil {
			return nil, "", fmt.Errorf("%w: the metadata of the SVG cannot be read: %v", ErrAltered, err)
		}
		key := "steadfast." + start.Name.Local
		if e.Encoding == packed {
			if e.Value, err = unpack(e.Value); err != nil {
				return nil, "", fmt.Errorf("%w: %s in the metadata of the SVG cannot be read: %v", ErrAltered, start.Name.Local, err)
			}
		}
		texts = append(texts, Text{key, e.Value})
	}
}

func unpack(s string) (string, error) {
	data, err := base64.StdEncoding.DecodeString(s)
	if err != nil {
		return "", err
	}
	return inflate(data)
}
