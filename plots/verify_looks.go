package plots

import (
	"image"
	"math"
	"regexp"
	"strconv"
)

// looksSame says whether pictures from two platforms show the same: the last
// digits of a position may differ there, so that the edge of a line has pixels of
// other shades, and coordinates other decimals.
func looksSame(a, b *Picture) bool {
	switch {
	case a.Format != b.Format:
		return false
	case a.Format == "svg":
		return sameSVG(a.bare, b.bare)
	}
	return samePixels(a.pixels, b.pixels)
}

// samePixels allows for pixels that differ visibly, on edges, one in so many, and
// for a mean difference of a channel.
func samePixels(a, b image.Image) bool {
	const (
		visible = 24     // of 255
		share   = 0.0005 // of pixels
		mean    = 0.05   // of 255
	)
	if a.Bounds() != b.Bounds() {
		return false
	}
	r := a.Bounds()
	sum, seen := 0.0, 0
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			r1, g1, b1, _ := a.At(x, y).RGBA()
			r2, g2, b2, _ := b.At(x, y).RGBA()
			most := 0.0
			for _, d := range [][2]uint32{{r1, r2}, {g1, g2}, {b1, b2}} {
				v := math.Abs(float64(d[0])-float64(d[1])) / 257
				sum += v / 3
				most = max(most, v)
			}
			if most > visible {
				seen++
			}
		}
	}
	n := float64(r.Dx() * r.Dy())
	return float64(seen) <= share*n && sum <= mean*n
}

var decimal = regexp.MustCompile(`-?\d+(\.\d+)?`)

// sameSVG allows for numbers to differ by a hundredth of a point.
func sameSVG(a, b string) bool {
	const hundredth = 0.01
	if decimal.ReplaceAllString(a, "#") != decimal.ReplaceAllString(b, "#") {
		return false
	}
	one, two := decimal.FindAllString(a, -1), decimal.FindAllString(b, -1)
	for i := range one {
		x, errX := strconv.ParseFloat(one[i], 64)
		y, errY := strconv.ParseFloat(two[i], 64)
		if errX != nil || errY != nil || math.Abs(x-y) > hundredth {
			return false
		}
	}
	return true
}
