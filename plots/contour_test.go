package plots

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

func field(x, y []float64, f func(x, y float64) float64) [][]float64 {
	z := make([][]float64, len(x))
	for i := range x {
		for j := range y {
			z[i] = append(z[i], f(x[i], y[j]))
		}
	}
	return z
}

// On a plane the contour is the straight line, from rim to rim.
func TestContourOfAPlane(t *testing.T) {
	x, y := []float64{0, 1, 4, 5}, []float64{10, 7, 0}
	lines := contours(x, y, field(x, y, func(x, y float64) float64 { return 2*x + y }), 8)
	if len(lines) != 1 {
		t.Fatalf("%d lines, want 1", len(lines))
	}
	for _, q := range lines[0] {
		if math.Abs(2*q.x+q.y-8) > 1e-12 {
			t.Errorf("%v lies off the line", q)
		}
	}
	ends := []point{lines[0][0], lines[0][len(lines[0])-1]}
	for _, q := range ends {
		if q != (point{0, 8}) && q != (point{4, 0}) {
			t.Errorf("the line ends at %v, which is not on the rim", q)
		}
	}
}

func TestContourOfAConeIsARing(t *testing.T) {
	x := numbers(-1, 1, 41)
	lines := contours(x, x, field(x, x, math.Hypot), 0.7)
	if len(lines) != 1 || lines[0][0] != lines[0][len(lines[0])-1] {
		t.Fatalf("%d lines, the first of them open", len(lines))
	}
	for _, q := range lines[0] {
		if r := math.Hypot(q.x, q.y); math.Abs(r-0.7) > 1e-3 {
			t.Errorf("%v has radius %g", q, r)
		}
	}
	if got, want := lengthOf(lines[0]), 2*math.Pi*0.7; math.Abs(got-want) > 0.01 {
		t.Errorf("the ring has length %g, want %g", got, want)
	}
}

// At a saddle the mean of the corners decides.
func TestContourOfASaddle(t *testing.T) {
	x := []float64{0, 1}
	for _, c := range []struct {
		high float64
		join bool // the two high corners
	}{{1, false}, {3, true}} {
		lines := contours(x, x, [][]float64{{c.high, 0}, {0, c.high}}, 1)
		if c.high == 1 { // at the level itself the corner belongs to what is above
			lines = contours(x, x, [][]float64{{c.high, 0}, {0, c.high}}, 0.9)
		}
		if len(lines) != 2 {
			t.Fatalf("%d lines, want 2", len(lines))
		}
		for _, l := range lines {
			m := point{(l[0].x + l[1].x) / 2, (l[0].y + l[1].y) / 2}
			cutsLow := (m.x < 0.5) != (m.y < 0.5) // next to a low corner
			if cutsLow != c.join {
				t.Errorf("high %g: a line runs at %v", c.high, m)
			}
		}
	}
}

// On any field every line runs along points where the field, linear along the
// edges of the grid, is at the level; and as many edges are crossed as have ends
// on both sides.
func TestContoursCrossEveryEdgeOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		nx, ny := rapid.IntRange(2, 7).Draw(t, "nx"), rapid.IntRange(2, 7).Draw(t, "ny")
		x, y := numbers(0, float64(nx-1), nx), numbers(0, float64(ny-1), ny)
		z := field(x, y, func(float64, float64) float64 { return float64(rapid.IntRange(0, 4).Draw(t, "z")) })
		const level = 1.5
		crossed := 0
		for i := range nx {
			for j := range ny {
				if i+1 < nx && (z[i][j] >= level) != (z[i+1][j] >= level) {
					crossed++
				}
				if j+1 < ny && (z[i][j] >= level) != (z[i][j+1] >= level) {
					crossed++
				}
			}
		}
		met := 0
		for _, l := range contours(x, y, z, level) {
			closed := l[0] == l[len(l)-1]
			met += len(l)
			if closed {
				met--
			}
			for k, q := range l {
				rim := q.x == 0 || q.y == 0 || q.x == float64(nx-1) || q.y == float64(ny-1)
				if end := k == 0 || k == len(l)-1; end && !closed && !rim {
					t.Errorf("a line ends at %v, within the grid", q)
				}
				i, j := min(int(q.x), nx-2), min(int(q.y), ny-2)
				u, v := q.x-float64(i), q.y-float64(j)
				if at := (1-u)*((1-v)*z[i][j]+v*z[i][j+1]) + u*((1-v)*z[i+1][j]+v*z[i+1][j+1]); math.Abs(at-level) > 1e-9 {
					t.Errorf("the field is %g at %v", at, q)
				}
			}
		}
		if met != crossed {
			t.Errorf("lines meet %d edges, %d are to be crossed", met, crossed)
		}
	})
}

func TestCrossingsOfTextsAndNumbers(t *testing.T) {
	slots, numbers := []float64{0, 100, 200}, []float64{50, 40, 0}
	z := func(slot, k int) float64 { return float64(slot) + float64(k) }
	lines := crossings(slots, numbers, z, 1.5, false)
	if len(lines) != 2 || lines[0][0] != (point{0, 20}) || lines[0][1] != (point{100, 20}) || lines[1][0] != (point{100, 45}) {
		t.Errorf("%v", lines)
	}
	if up := crossings(slots, numbers, z, 1.5, true); up[0][0] != (point{20, 0}) {
		t.Errorf("%v", up)
	}
}

func TestOutsideCutsTheLabelOut(t *testing.T) {
	line := []point{{0, 0}, {10, 0}, {10, 10}}
	for _, c := range []struct {
		name   string
		box    box
		pieces int
		length float64
	}{
		{"apart", box{20, 20, 30, 30}, 1, 20},
		{"middle", box{4, -1, 6, 1}, 2, 18},
		{"corner", box{8, -1, 12, 3}, 2, 15},
		{"start", box{-1, -1, 4, 1}, 1, 16},
		{"end", box{8, 6, 12, 12}, 1, 16},
		{"all", box{-1, -1, 11, 11}, 0, 0},
	} {
		var length float64
		pieces := outside(line, c.box)
		for _, q := range pieces {
			length += lengthOf(q)
		}
		if len(pieces) != c.pieces || math.Abs(length-c.length) > 1e-9 {
			t.Errorf("%s: %d pieces of length %g, want %d of %g", c.name, len(pieces), length, c.pieces, c.length)
		}
	}
}

// No label hides another level's line.
func TestContourLabelsKeepClearOfLines(t *testing.T) {
	named := 0
	for _, n := range []int{1, 6, 12} {
		g, err := gridOf(swept(n, realName, warCost(21), resolve(21)), DefaultTheme())
		if err != nil {
			t.Fatal(err)
		}
		f := heatFigure(g, DefaultTheme())
		f.theme = DefaultTheme()
		p, err := f.layout(Slide)
		if err != nil {
			t.Fatal(err)
		}
		h := heatMaps{sweepGrid: g}
		h.levels = english().levelsBetween(0.1, 0.8, 7)
		plot := box{100, 100, 500, 300}
		x, y := g.axes[0].over(plot.x0, plot.x1), g.axes[1].over(plot.y1, plot.y0)
		for i := range n {
			lines := h.contours(i, x, y)
			for _, l := range p.placeContourLabels(lines, tickLabels(h.levels), style{semibold, 24, nil}, plot, nil) {
				named++
				for _, c := range lines {
					if h.levels[c.level].label == l.text {
						continue
					}
					for k := 1; k < len(c.pts); k++ {
						if crosses(c.pts[k-1], c.pts[k], l.box) {
							t.Errorf("package %d: %q lies on the line of %s", i, l.text, h.levels[c.level].label)
						}
					}
				}
			}
		}
	}
	if named < 19 {
		t.Errorf("%d labels on 19 maps", named)
	}
}
