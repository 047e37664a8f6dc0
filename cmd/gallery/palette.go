package main

import (
	"bytes"
	"cmp"
	"image/color"
	"slices"
)

// A colour is an opaque one: red, green, blue.
type colour [3]uint8

// A used colour, and how many pixels have it.
type used struct {
	colour
	pixels int
}

// A colourSet is a palette.
type colourSet []colour

const (
	mostColours = 256
	// keptColours are taken as they are: those of areas and lines.
	keptColours = 128
)

// palette chooses at most 256 colours for pixels: the most frequent as they are,
// and the means of groups of the others, which lie along the edges of what is
// drawn, by median cut (P. Heckbert, "Color image quantization for frame buffer
// display", SIGGRAPH 1982).
func palette(pixels []colour) colourSet {
	count := map[colour]int{}
	for i, run := 0, 0; i < len(pixels); i += run {
		for run = 1; i+run < len(pixels) && pixels[i+run] == pixels[i]; {
			run++
		}
		count[pixels[i]] += run
	}
	all := make([]used, 0, len(count))
	for c, n := range count {
		all = append(all, used{c, n})
	}
	slices.SortFunc(all, func(a, b used) int {
		return cmp.Or(cmp.Compare(b.pixels, a.pixels), bytes.Compare(a.colour[:], b.colour[:]))
	})
	var out colourSet
	kept := len(all)
	if kept > mostColours {
		kept = keptColours
	}
	for _, u := range all[:kept] {
		out = append(out, u.colour)
	}
	for _, group := range medianCut(all[kept:], mostColours-kept) {
		out = append(out, mean(group))
	}
	return out
}

// medianCut divides colours into at most n groups of near ones: the group that
// is widest, counted by its pixels, is cut in two along its longest side.
func medianCut(all []used, n int) [][]used {
	if len(all) == 0 {
		return nil
	}
	groups := [][]used{all}
	for len(groups) < n {
		widest, channel, most := -1, 0, 0
		for i, g := range groups {
			if ch, size := spread(g); size*weight(g) > most {
				widest, channel, most = i, ch, size*weight(g)
			}
		}
		if widest < 0 {
			break
		}
		g := groups[widest]
		slices.SortFunc(g, func(a, b used) int {
			return cmp.Or(cmp.Compare(a.colour[channel], b.colour[channel]), bytes.Compare(a.colour[:], b.colour[:]))
		})
		half, at := weight(g)/2, 0
		for sum := 0; at < len(g)-1; {
			sum += g[at].pixels
			at++
			if sum >= half {
				break
			}
		}
		groups[widest] = g[:at]
		groups = append(groups, g[at:])
	}
	return groups
}

// spread is the channel in which colours differ most, and by how much.
func spread(g []used) (channel, size int) {
	for ch := range 3 {
		lo, hi := uint8(255), uint8(0)
		for _, u := range g {
			lo, hi = min(lo, u.colour[ch]), max(hi, u.colour[ch])
		}
		if d := int(hi) - int(lo); d > size {
			channel, size = ch, d
		}
	}
	return channel, size
}

func weight(g []used) int {
	n := 0
	for _, u := range g {
		n += u.pixels
	}
	return n
}

// mean is the mean colour of the pixels of a group.
func mean(g []used) colour {
	var out colour
	n := weight(g)
	for ch := range 3 {
		sum := 0
		for _, u := range g {
			sum += int(u.colour[ch]) * u.pixels
		}
		out[ch] = uint8((sum + n/2) / n)
	}
	return out
}

// nearest is the place of the colour that is least far.
func (s colourSet) nearest(c colour) uint8 {
	best, least := 0, -1
	for i, p := range s {
		d := 0
		for ch := range 3 {
			d += (int(p[ch]) - int(c[ch])) * (int(p[ch]) - int(c[ch]))
		}
		if least < 0 || d < least {
			best, least = i, d
		}
	}
	return uint8(best)
}

func (s colourSet) colors() color.Palette {
	var out color.Palette
	for _, c := range s {
		out = append(out, color.RGBA{R: c[0], G: c[1], B: c[2], A: 255})
	}
	return out
}
