package plots

import (
	"fmt"
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func notesAt(at []point, w, h float64) []note {
	var out []note
	for i, q := range at {
		out = append(out, note{
			blocks: []textBlock{{[]string{fmt.Sprint(i)}, w}}, style: style{regular, h, nil}, anchors: []point{q}, radius: 10,
		})
	}
	return out
}

// Names that fit are placed clear of each other, of every mark and within the
// frame, near their marks or with a leader.
func TestNotesStandClear(t *testing.T) {
	placed := 0
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 12).Draw(t, "notes")
		frame := box{0, 0, 1600, 700}
		var at []point
		room := labelRoom{frame: frame}
		for range n {
			q := point{rapid.Float64Range(10, 1590).Draw(t, "x"), rapid.Float64Range(10, 690).Draw(t, "y")}
			at = append(at, q)
			room.marks = append(room.marks, around(q, 10))
		}
		room.lines = [][]point{at}
		notes, _, ok := placeNotes(notesAt(at, 200, 30), room)
		if !ok {
			return
		}
		placed++
		for i, a := range notes {
			if b := a.box; b.x0 < frame.x0 || b.x1 > frame.x1 || b.y0 < frame.y0 || b.y1 > frame.y1 {
				t.Fatalf("%v leaves the frame", b)
			}
			for _, m := range room.marks {
				if apart(a.box, m) < 0 {
					t.Fatalf("%v covers the mark %v", a.box, m)
				}
			}
			for _, b := range notes[i+1:] {
				if apart(a.box, b.box) < 0 {
					t.Fatalf("%v covers %v", a.box, b.box)
				}
			}
			if gap := apart(a.box, around(at[i], 10)); !a.led && gap > ledFrom {
				t.Fatalf("%v stands %g from its mark without a leader", a.box, gap)
			}
			if a.led && math.Abs(math.Hypot(a.from.x-at[i].x, a.from.y-at[i].y)-10) > 1e-9 {
				t.Fatalf("the leader of %v does not begin at its mark", a.box)
			}
		}
	})
	if placed == 0 {
		t.Error("no layout was ever found")
	}
}

func TestALoneNameStandsRightOfItsMark(t *testing.T) {
	q := point{300, 300}
	got, _, ok := placeNotes(notesAt([]point{q}, 100, 20), labelRoom{frame: box{0, 0, 600, 600}, marks: []box{around(q, 10)}})
	if !ok || got[0].led || got[0].box.x0 != 320 || got[0].box.y0 != 290 {
		t.Errorf("%v, placed %v", got, ok)
	}
}

func TestNotesThatCannotFitSaySo(t *testing.T) {
	at := []point{{50, 50}, {60, 50}, {50, 60}}
	if got, _, ok := placeNotes(notesAt(at, 90, 20), labelRoom{frame: box{0, 0, 100, 100}}); ok {
		t.Errorf("three names share a place for one: %v", got)
	}
}

func TestCross(t *testing.T) {
	if !cross(point{0, 0}, point{2, 2}, point{0, 2}, point{2, 0}) {
		t.Error("diagonals do not cross")
	}
	if cross(point{0, 0}, point{2, 2}, point{0, 0}, point{2, 0}) || cross(point{0, 0}, point{1, 1}, point{2, 2}, point{3, 0}) {
		t.Error("segments that share an end, or lie apart, cross")
	}
}

func TestWholeTicks(t *testing.T) {
	label := func(ts []tick) (out []string) {
		for _, tk := range ts {
			out = append(out, tk.label)
		}
		return out
	}
	for _, c := range []struct {
		lo, hi float64
		most   int
		want   []string
	}{
		{0, 473, 10, []string{"0", "50", "100", "150", "200", "250", "300", "350", "400", "450", "500"}},
		{-65, 0, 8, []string{"−70", "−60", "−50", "−40", "−30", "−20", "−10", "0"}},
		{-.1, .1, 8, []string{"−0.10", "−0.05", "0", "0.05", "0.10"}},
		{-3, 1200, 2, []string{"−2,000", "0", "2,000"}},
	} {
		if diff := cmp.Diff(c.want, label(english().wholeTicks(c.lo, c.hi, c.most))); diff != "" {
			t.Errorf("%g to %g: %s", c.lo, c.hi, diff)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		lo := -rapid.Float64Range(0, 1e5).Draw(t, "lo")
		hi := lo + rapid.Float64Range(1e-6, 1e6).Draw(t, "span")
		most := rapid.IntRange(2, 12).Draw(t, "most")
		ts := english().wholeTicks(lo, hi, most)
		eps := 1e-6 * (hi - lo)
		if ts[0].value > lo+eps || ts[len(ts)-1].value < hi-eps || len(ts) < 2 || len(ts) > most+1 {
			t.Fatalf("%v for %g to %g", label(ts), lo, hi)
		}
	})
}
