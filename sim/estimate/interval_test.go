package estimate

import (
	"encoding/json"
	"math"
	"testing"
)

// What is not finite is null in a file, and no number when it is read again.
func TestIntervalInJSON(t *testing.T) {
	for _, want := range []struct {
		interval Interval
		text     string
	}{
		{Interval{math.Inf(-1), .5, math.NaN()}, `{"value":null,"lo":0.5,"hi":null}`},
		{Interval{-.14, -.44, .1}, `{"value":-0.14,"lo":-0.44,"hi":0.1}`},
	} {
		got, err := json.Marshal(want.interval)
		if err != nil || string(got) != want.text {
			t.Errorf("%s, error %v; want %s", got, err, want.text)
		}
		var back Interval
		if err := json.Unmarshal(got, &back); err != nil {
			t.Fatal(err)
		}
		for _, pair := range [][2]float64{{back.Value, want.interval.Value}, {back.Lo, want.interval.Lo}, {back.Hi, want.interval.Hi}} {
			finite := !math.IsNaN(pair[1]) && !math.IsInf(pair[1], 0)
			if finite && pair[0] != pair[1] || !finite && !math.IsNaN(pair[0]) {
				t.Errorf("%s is read as %v", got, back)
			}
		}
	}
	var bad Interval
	if err := json.Unmarshal([]byte(`{"value":"much"}`), &bad); err == nil {
		t.Error("a word is read as a number")
	}
}
