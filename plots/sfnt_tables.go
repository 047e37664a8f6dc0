package plots

import (
	"encoding/binary"
	"errors"
	"fmt"
	"sort"
	"unicode/utf16"

	xfont "golang.org/x/image/font"
)

// tables are those of a TrueType file, by tag.
type tables map[string][]byte

func readTables(raw []byte) (tables, error) {
	be := binary.BigEndian
	if len(raw) < 12 || be.Uint32(raw) != 0x00010000 {
		return nil, errors.New("not a TrueType font: give a TTF file")
	}
	t := tables{}
	for i := range int(be.Uint16(raw[4:])) {
		e := 12 + 16*i
		if e+16 > len(raw) {
			return nil, errors.New("TrueType font is cut short in its directory")
		}
		off, n := int(be.Uint32(raw[e+8:])), int(be.Uint32(raw[e+12:]))
		if off+n > len(raw) {
			return nil, fmt.Errorf("TrueType font is cut short in table %q", raw[e:e+4])
		}
		t[string(raw[e:e+4])] = raw[off : off+n]
	}
	for tag, least := range map[string]int{"head": 54, "hhea": 36, "maxp": 6, "post": 32, "hmtx": 4, "loca": 4, "OS/2": 78} {
		if len(t[tag]) < least {
			return nil, fmt.Errorf("TrueType font has no table %q of at least %d bytes", tag, least)
		}
	}
	return t, nil
}

// outline is the glyf entry of a glyph.
func (t tables) outline(g int) ([]byte, error) {
	be := binary.BigEndian
	loca := t["loca"]
	var from, to int
	if be.Uint16(t["head"][50:]) == 0 {
		if 2*g+4 > len(loca) {
			return nil, fmt.Errorf("glyph %d is out of range", g)
		}
		from, to = 2*int(be.Uint16(loca[2*g:])), 2*int(be.Uint16(loca[2*g+2:]))
	} else {
		if 4*g+8 > len(loca) {
			return nil, fmt.Errorf("glyph %d is out of range", g)
		}
		from, to = int(be.Uint32(loca[4*g:])), int(be.Uint32(loca[4*g+4:]))
	}
	if from > to || to > len(t["glyf"]) {
		return nil, fmt.Errorf("glyph %d has no outline in range", g)
	}
	return t["glyf"][from:to], nil
}

// metric is the advance and left side bearing of a glyph, as hmtx has them.
func (t tables) metric(g int) []byte {
	be := binary.BigEndian
	hmtx := t["hmtx"]
	full := int(be.Uint16(t["hhea"][34:]))
	if g < full {
		return hmtx[4*g : 4*g+4]
	}
	last := hmtx[4*(full-1):]
	bearing := hmtx[4*full+2*(g-full):]
	return []byte{last[0], last[1], bearing[0], bearing[1]}
}

func patched(table []byte, at int, v uint16) []byte {
	out := append([]byte(nil), table...)
	binary.BigEndian.PutUint16(out[at:], v)
	return out
}

// cmapTable maps runes (ascending, of the basic plane) to glyphs, format 4, a
// segment a rune.
func cmapTable(runes []rune, glyphs []int) []byte {
	n := len(runes) + 1
	var end, start, delta, offset []byte
	u16 := binary.BigEndian.AppendUint16
	for i, r := range runes {
		end, start = u16(end, uint16(r)), u16(start, uint16(r))
		delta = u16(delta, uint16(glyphs[i]-int(r)))
		offset = u16(offset, 0)
	}
	end, start, delta, offset = u16(end, 0xFFFF), u16(start, 0xFFFF), u16(delta, 1), u16(offset, 0)

	search, log := 2, 0
	for search*2 <= 2*n {
		search, log = search*2, log+1
	}
	b := u16(nil, 0) // version
	b = u16(b, 1)    // one table: Windows, Unicode
	b = u16(u16(b, 3), 1)
	b = binary.BigEndian.AppendUint32(b, 12)
	for _, v := range []int{4, 16 + 8*n, 0, 2 * n, search, log, 2*n - search} {
		b = u16(b, uint16(v))
	}
	b = append(b, end...)
	b = u16(b, 0)
	b = append(b, start...)
	b = append(b, delta...)
	return append(b, offset...)
}

// kernTable holds the pairs that are kerned, format 0.
func kernTable(glyphs int, kern func(l, r int) int) []byte {
	u16 := binary.BigEndian.AppendUint16
	var pairs []byte
	for l := range glyphs {
		for r := range glyphs {
			if k := kern(l, r); k != 0 {
				pairs = u16(u16(u16(pairs, uint16(l)), uint16(r)), uint16(int16(k)))
			}
		}
	}
	n := len(pairs) / 6
	search, log := 6, 0
	for search*2 <= 6*n {
		search, log = search*2, log+1
	}
	var b []byte
	for _, v := range []int{0, 1, 0, 14 + len(pairs), 1, n, search, log, 6*n - search} {
		b = u16(b, uint16(v))
	}
	return append(b, pairs...)
}

// nameTable says what the font is and where it comes from.
func nameTable(w xfont.Weight) []byte {
	const family, notice = "Open Sans", "Digitized data copyright © 2010-2011, Google Corporation. Licensed under the Apache License, Version 2.0. A subset."
	cut := map[xfont.Weight]string{xfont.WeightNormal: "Regular", xfont.WeightSemiBold: "Semibold", xfont.WeightBold: "Bold"}[w]
	records := []struct {
		id   int
		text string
	}{{0, notice}, {1, family}, {2, cut}, {4, family + " " + cut}, {6, "OpenSans-" + cut}}
	u16 := binary.BigEndian.AppendUint16
	b := u16(u16(u16(nil, 0), uint16(len(records))), uint16(6+12*len(records)))
	var text []byte
	for _, r := range records {
		from := len(text)
		for _, c := range utf16.Encode([]rune(r.text)) {
			text = u16(text, c)
		}
		for _, v := range []int{3, 1, 0x409, r.id, len(text) - from, from} {
			b = u16(b, uint16(v))
		}
	}
	return append(b, text...)
}

// postTable is without the names of glyphs, version 3.
func postTable(src []byte) []byte {
	out := append([]byte(nil), src[:32]...)
	binary.BigEndian.PutUint32(out, 0x00030000)
	return out
}

// writeTables lays tables out by tag and fills in the checksums.
func writeTables(t tables) []byte {
	tags := make([]string, 0, len(t))
	for tag := range t {
		tags = append(tags, tag)
	}
	sort.Strings(tags)
	n := len(tags)
	search, log := 16, 0
	for search*2 <= 16*n {
		search, log = search*2, log+1
	}
	be := binary.BigEndian
	out := be.AppendUint32(nil, 0x00010000)
	for _, v := range []int{n, search, log, 16*n - search} {
		out = be.AppendUint16(out, uint16(v))
	}
	at := 12 + 16*n
	head := 0
	var body []byte
	for _, tag := range tags {
		if tag == "head" {
			head = at + len(body)
		}
		out = append(out, tag...)
		out = be.AppendUint32(out, checksum(t[tag]))
		out = be.AppendUint32(out, uint32(at+len(body)))
		out = be.AppendUint32(out, uint32(len(t[tag])))
		body = append(body, t[tag]...)
		for len(body)%4 != 0 {
			body = append(body, 0)
		}
	}
	out = append(out, body...)
	be.PutUint32(out[head+8:], 0xB1B0AFBA-checksum(out))
	return out
}

func checksum(b []byte) uint32 {
	var sum uint32
	for len(b) >= 4 {
		sum += binary.BigEndian.Uint32(b)
		b = b[4:]
	}
	var last [4]byte
	copy(last[:], b)
	return sum + binary.BigEndian.Uint32(last[:])
}
