package verdict

import "testing"

// TestAFailedTrendShowsTheStepItFailedBy: of two wrong steps, one large and
// noisy and one small and sure, numbers and interval are of the same.
func TestAFailedTrendShowsTheStepItFailedBy(t *testing.T) {
	ev := evidence(1, []string{"a"}, noise(1, 0.5, 0.1, 128))
	n := len(ev.Cases.Rows)
	ev.Steps = func(string, string) ([][]float64, error) {
		points := make([][]float64, 3)
		for c := range n {
			noise := 0.3 * float64(c%7-3)
			points[0] = append(points[0], 0.5)
			points[1] = append(points[1], 0.5-0.05+noise) // far down on average, by chance
			points[2] = append(points[2], 0.5-0.05+noise-0.001*(1+0.1*float64(c%3)))
		}
		return points, nil
	}
	v, err := Evaluate(parse(t, "monotone(a, x.y, rising)"), ev, 0.01)
	if err != nil {
		t.Fatal(err)
	}
	a := v.Atoms[0]
	if v.Status != Fails {
		t.Fatalf("%v", v)
	}
	if d := a.Difference.Mean; d < a.Used.Lo || d > a.Used.Hi || d < -0.01 {
		t.Errorf("the difference is %g and the interval that decided %g to %g, want those of the sure step", d, a.Used.Lo, a.Used.Hi)
	}
}
