package result

import "testing"

// What became of an arrangement by a year: a breach at the year counts, one after
// it does not, and of one watched for less nothing is known.
func TestObservedBy(t *testing.T) {
	for _, c := range []struct {
		of              Observed
		happened, known bool
	}{
		{Observed{Years: 3, Event: true}, true, true},
		{Observed{Years: 15, Event: true}, true, true},
		{Observed{Years: 15.1, Event: true}, false, true},
		{Observed{Years: 40}, false, true},
		{Observed{Years: 15}, false, true},
		{Observed{Years: 14.9}, false, false},
	} {
		if happened, known := c.of.By(15); happened != c.happened || known != c.known {
			t.Errorf("%+v by year 15: %v, known %v; want %v, %v", c.of, happened, known, c.happened, c.known)
		}
	}
}

func TestRisksBy(t *testing.T) {
	r := Risks{ByYear: []float64{0.1, 0.2, 0.3, 0.4}}
	for k, years := range BacktestYears() {
		if got := r.By(years); got != r.ByYear[k] {
			t.Errorf("by year %d: %v, want %v", years, got, r.ByYear[k])
		}
	}
	if BacktestPlace(7) != -1 {
		t.Error("year 7 is among those of a backtest")
	}
}
