package plots

import (
	"image/color"
	"math"
	"testing"

	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgimg"
	"pgregory.net/rapid"
)

// Regions cover the map, and their rectangles hold their own package alone.
func TestRegions(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		nx, ny := rapid.IntRange(2, 8).Draw(t, "nx"), rapid.IntRange(2, 8).Draw(t, "ny")
		xs, ys := numbers(0, float64(nx), nx+1), numbers(float64(ny), 0, ny+1)
		best := make([][]int, nx)
		for i := range best {
			best[i] = rapid.SliceOfN(rapid.IntRange(0, 2), ny, ny).Draw(t, "column")
		}
		var area float64
		for _, r := range regionsOf(best, xs, ys) {
			area += r.area
			for _, b := range r.rects {
				for i := int(b.x0); i < int(b.x1); i++ {
					for j := ny - int(b.y1); j < ny-int(b.y0); j++ {
						if best[i][j] != r.pkg {
							t.Errorf("rectangle %v of package %d holds package %d", b, r.pkg, best[i][j])
						}
					}
				}
			}
			if len(r.rects) == 0 {
				t.Errorf("a region of area %g has no rectangle", r.area)
			}
		}
		if area != float64(nx*ny) {
			t.Errorf("regions cover %g of %d cells", area, nx*ny)
		}
	})
}

func TestRegionsTouchAlongEdges(t *testing.T) {
	best := [][]int{{0, 1}, {1, 0}} // equal packages meet at a corner only
	if got := len(regionsOf(best, []float64{0, 1, 2}, []float64{2, 1, 0})); got != 4 {
		t.Errorf("%d regions, want 4", got)
	}
	if got := len(borders(best, []float64{0, 1, 2}, []float64{2, 1, 0})); got != 2 {
		t.Errorf("%d borders, want 2 straight ones", got)
	}
	if got := len(regionsOf([][]int{{0, 0}, {1, 0}}, []float64{0, 1, 2}, []float64{2, 1, 0})); got != 2 {
		t.Errorf("%d regions, want 2", got)
	}
}

// pixels draws on a canvas of 320 × 180 and returns its colours by pixel.
func pixels(of func(p *page)) func(x, y int) color.RGBA {
	size := Size{320, 180}
	w, h := size.points()
	c := vgimg.NewWith(vgimg.UseWH(w, h), vgimg.UseDPI(dpi), vgimg.UseBackgroundColor(color.White))
	th := DefaultTheme()
	of(newPage(draw.New(c), th, th.Fonts))
	return func(x, y int) color.RGBA { return color.RGBAModel.Convert(c.Image().At(x, y)).(color.RGBA) }
}

// No paper shines through between tiles, wherever their edges fall, and each has
// its own colour in its middle.
func TestTilesHaveNoSeams(t *testing.T) {
	xs, ys := numbers(61.3, 1811.7, 22), numbers(1000.1, 83.9, 22)
	dark := func(i, j int) color.RGBA { return color.RGBA{uint8(5 * i), uint8(5 * j), 40, 255} }
	at := pixels(func(p *page) { p.tiles(xs, ys, dark) })
	for x := 12; x < 300; x++ {
		for y := 16; y < 165; y++ {
			if c := at(x, y); c.B != 40 {
				t.Fatalf("paper shines through at %d, %d: %v", x, y, c)
			}
		}
	}
	for i := range 21 {
		for j := range 21 {
			x, y := (xs[i]+xs[i+1])/2/6, (ys[j]+ys[j+1])/2/6
			if c := at(int(x), int(y)); c != dark(i, j) {
				t.Errorf("tile %d, %d is %v", i, j, c)
			}
		}
	}
	// Tiles that only touch do have seams: the check sees them.
	seams := 0
	touching := pixels(func(p *page) {
		for i := range 21 {
			p.rect(box{xs[i], 84, xs[i+1], 1000}, dark(i, 3))
		}
	})
	for x := 12; x < 300; x++ {
		if touching(x, 90).B != 40 {
			seams++
		}
	}
	if seams == 0 {
		t.Error("tiles that touch show no seams either: the test sees none")
	}
}

// Stripes lie in the chosen cells and nowhere else.
func TestStripesStayInTheirCells(t *testing.T) {
	xs, ys := []float64{300, 600, 900}, []float64{900, 600, 300}
	at := pixels(func(p *page) {
		p.theme.Paper = color.RGBA{200, 0, 0, 255}
		p.stripes(xs, ys, func(i, j int) bool { return i == 1 && j == 0 })
	})
	inside, beyond := 0, 0
	for x := range 320 {
		for y := range 180 {
			if at(x, y).G == 255 {
				continue
			}
			if x >= 99 && x < 151 && y >= 99 && y < 151 {
				inside++
			} else {
				beyond++
			}
		}
	}
	if inside < 500 || beyond > 0 {
		t.Errorf("%d striped pixels in the cell, %d beyond", inside, beyond)
	}
}

// Words in ink stay readable on every colour of a map or region.
func TestWordsAreReadableOnMaps(t *testing.T) {
	th := DefaultTheme()
	h := heatMaps{top: 1}
	before := math.Inf(1)
	for k := range 11 {
		c := h.ramp(th, float64(k)/10)
		if got := contrast(th.Ink, c); got < 4.5 {
			t.Errorf("ink on the ramp at %d0 %% has contrast %.2f", k, got)
		}
		if l := luminance(c); l >= before {
			t.Errorf("the ramp does not grow darker at %d0 %%", k)
		} else {
			before = l
		}
	}
	for i, k := range th.looks(twelve()) {
		if got := contrast(th.Ink, th.regionFill(k)); got < 4.5 {
			t.Errorf("ink on the region of package %d has contrast %.2f", i, got)
		}
	}
}
