package plots

// contours traces where a field given at the points of a grid reaches a level, as
// polylines from edge to edge of the grid or closed. z[i][j] is the field at
// (x[i], y[j]); between points it is linear along the edges of the grid. Where
// two opposite corners of a cell lie above the level and two below, the mean of
// the four decides which are joined.
//
// Source: marching squares, the two-dimensional case of Lorensen and Cline,
// Marching cubes, SIGGRAPH 21 (1987).
func contours(x, y []float64, z [][]float64, level float64) [][]point {
	t := tracer{x: x, y: y, z: z, level: level}
	nx, ny := len(x), len(y)
	t.upright = (nx - 1) * ny
	t.ends = make([][2]int, t.upright+nx*(ny-1))
	t.degree = make([]int, len(t.ends))
	for i := range nx - 1 {
		for j := range ny - 1 {
			t.cell(i, j)
		}
	}
	// Lines that end at the rim first, then rings.
	var out [][]point
	for _, degree := range []int{1, 2} {
		for e := range t.ends {
			if t.degree[e] == degree {
				if pts := t.walk(e); len(pts) > 1 {
					out = append(out, pts)
				}
			}
		}
	}
	return out
}

// A tracer knows for each edge of the grid which one or two others the contour
// goes on to. Edges along x come first, then those along y from upright on.
type tracer struct {
	x, y    []float64
	z       [][]float64
	level   float64
	upright int
	ends    [][2]int
	degree  []int
}

func (t *tracer) above(i, j int) bool { return t.z[i][j] >= t.level }
func (t *tracer) alongX(i, j int) int { return i*len(t.y) + j }
func (t *tracer) alongY(i, j int) int { return t.upright + i*(len(t.y)-1) + j }

// cell joins the crossings on the four edges of a cell.
func (t *tracer) cell(i, j int) {
	south, north := t.alongX(i, j), t.alongX(i, j+1)
	west, east := t.alongY(i, j), t.alongY(i+1, j)
	a, b, c, d := t.above(i, j), t.above(i+1, j), t.above(i+1, j+1), t.above(i, j+1)
	var cut []int
	for _, e := range []struct {
		edge int
		cut  bool
	}{{south, a != b}, {east, b != c}, {north, c != d}, {west, d != a}} {
		if e.cut {
			cut = append(cut, e.edge)
		}
	}
	switch len(cut) {
	case 2:
		t.join(cut[0], cut[1])
	case 4:
		centre := (t.z[i][j] + t.z[i+1][j] + t.z[i+1][j+1] + t.z[i][j+1]) / 4
		if (centre >= t.level) == a { // the corners like a are joined; b and d are cut off
			t.join(south, east)
			t.join(north, west)
		} else {
			t.join(south, west)
			t.join(north, east)
		}
	}
}

func (t *tracer) join(e, f int) {
	t.ends[e][t.degree[e]] = f
	t.ends[f][t.degree[f]] = e
	t.degree[e]++
	t.degree[f]++
}

// walk follows a contour from an edge and takes it out.
func (t *tracer) walk(e int) []point {
	var pts []point
	start := e
	for from := -1; ; {
		if q := t.crossing(e); len(pts) == 0 || q != pts[len(pts)-1] {
			pts = append(pts, q)
		}
		next := -1
		for k := range t.degree[e] {
			if f := t.ends[e][k]; f != from {
				next = f
			}
		}
		t.degree[e] = 0
		if next < 0 {
			return pts
		}
		if next == start {
			return append(pts, pts[0])
		}
		from, e = e, next
	}
}

// crossing is where the level lies on an edge.
func (t *tracer) crossing(e int) point {
	if e < t.upright {
		i, j := e/len(t.y), e%len(t.y)
		return point{t.part(t.x[i], t.x[i+1], t.z[i][j], t.z[i+1][j]), t.y[j]}
	}
	i, j := (e-t.upright)/(len(t.y)-1), (e-t.upright)%(len(t.y)-1)
	return point{t.x[i], t.part(t.y[j], t.y[j+1], t.z[i][j], t.z[i][j+1])}
}

func (t *tracer) part(a, b, za, zb float64) float64 { return a + (t.level-za)/(zb-za)*(b-a) }

// crossings is contours for a field over texts and numbers: in the slot of each
// text a line straight across where the numbers reach the level. upright says
// that the texts stand on the second axis.
func crossings(slots, numbers []float64, z func(slot, number int) float64, level float64, upright bool) [][]point {
	var out [][]point
	for s := range len(slots) - 1 {
		for k := range len(numbers) - 1 {
			a, b := z(s, k), z(s, k+1)
			if (a >= level) == (b >= level) {
				continue
			}
			at := numbers[k] + (level-a)/(b-a)*(numbers[k+1]-numbers[k])
			line := []point{{slots[s], at}, {slots[s+1], at}}
			if upright {
				line = []point{{at, slots[s]}, {at, slots[s+1]}}
			}
			out = append(out, line)
		}
	}
	return out
}
