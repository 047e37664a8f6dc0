package plots

import (
	"math"
	"sort"
)

// A region is a set of cells that touch along edges and prefer one package.
type region struct {
	pkg   int
	area  float64
	rects []box // the largest rectangles of cells in it, the roomiest first
}

// regionsOf finds the regions of a map whose cells lie between edges, rising to
// the right and upwards, in the order of their first cells.
func regionsOf(best [][]int, xs, ys []float64) []region {
	nx, ny := len(best), len(best[0])
	id := make([][]int, nx)
	for i := range id {
		id[i] = make([]int, ny)
		for j := range id[i] {
			id[i][j] = -1
		}
	}
	var out []region
	for i := range nx {
		for j := range ny {
			if id[i][j] >= 0 {
				continue
			}
			r := region{pkg: best[i][j]}
			id[i][j] = len(out)
			for stack := [][2]int{{i, j}}; len(stack) > 0; {
				c := stack[len(stack)-1]
				stack = stack[:len(stack)-1]
				r.area += (xs[c[0]+1] - xs[c[0]]) * (ys[c[1]] - ys[c[1]+1])
				for _, d := range [][2]int{{1, 0}, {-1, 0}, {0, 1}, {0, -1}} {
					a, b := c[0]+d[0], c[1]+d[1]
					if a >= 0 && b >= 0 && a < nx && b < ny && id[a][b] < 0 && best[a][b] == r.pkg {
						id[a][b] = len(out)
						stack = append(stack, [2]int{a, b})
					}
				}
			}
			out = append(out, r)
		}
	}
	addRectangles(out, id, xs, ys)
	return out
}

// addRectangles gives every region its rectangles that cannot grow sideways,
// those with the longest shorter side first, where width counts less than height
// as words are wide.
func addRectangles(regions []region, id [][]int, xs, ys []float64) {
	nx, ny := len(id), len(id[0])
	for low := range ny {
		same := make([]bool, nx) // the column is of one region from low to high
		for i := range same {
			same[i] = true
		}
		for high := low; high < ny; high++ {
			for i := range same {
				same[i] = same[i] && id[i][high] == id[i][low]
			}
			for i := 0; i < nx; {
				if !same[i] {
					i++
					continue
				}
				end := i + 1
				for end < nx && same[end] && id[end][low] == id[i][low] {
					end++
				}
				r := &regions[id[i][low]]
				r.rects = append(r.rects, box{xs[i], ys[high+1], xs[end], ys[low]})
				i = end
			}
		}
	}
	const most = 24
	room := func(b box) float64 { return math.Min(b.width()/4, b.height()) }
	for k := range regions {
		r := &regions[k]
		sort.SliceStable(r.rects, func(a, b int) bool {
			if x, y := room(r.rects[a]), room(r.rects[b]); x != y {
				return x > y
			}
			return r.rects[a].width()*r.rects[a].height() > r.rects[b].width()*r.rects[b].height()
		})
		r.rects = r.rects[:min(most, len(r.rects))]
	}
}

// borders are the lines between cells that prefer different packages, as long as
// they go straight.
func borders(best [][]int, xs, ys []float64) [][2]point {
	nx, ny := len(best), len(best[0])
	var out [][2]point
	for i := 1; i < nx; i++ {
		for j := 0; j < ny; j++ {
			start := j
			for j < ny && best[i-1][j] != best[i][j] {
				j++
			}
			if j > start {
				out = append(out, [2]point{{xs[i], ys[start]}, {xs[i], ys[j]}})
			}
		}
	}
	for j := 1; j < ny; j++ {
		for i := 0; i < nx; i++ {
			start := i
			for i < nx && best[i][j-1] != best[i][j] {
				i++
			}
			if i > start {
				out = append(out, [2]point{{xs[start], ys[j]}, {xs[i], ys[j]}})
			}
		}
	}
	return out
}
