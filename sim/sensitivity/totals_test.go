package sensitivity

import (
	"testing"

	"steadfast/sim/chance"
)

// TestTotalsAreThoseOfSobol: the first row is what Sobol estimates, the others
// what it estimates of the points that are left.
func TestTotalsAreThoseOfSobol(t *testing.T) {
	const points, replicates = 64, 16
	stream := chance.New(5, chance.Sampling, 0, 0, 0)
	trials := make(Trials, 2+3)
	for i := range trials {
		for range points {
			trials[i] = append(trials[i], stream.Unit())
		}
	}
	trials[4] = trials[0] // the last factor does nothing
	output := Output{trials}
	rows := Totals(output, replicates)
	if len(rows) != 1+replicates {
		t.Fatalf("%d rows, want %d", len(rows), 1+replicates)
	}
	want := Sobol([]Output{output}, replicates, 1)[0]
	for i := range want {
		if d := rows[0][i] - want[i].Total.Mean; d < -1e-12 || d > 1e-12 {
			t.Errorf("factor %d: %v, Sobol gives %v", i, rows[0][i], want[i].Total.Mean)
		}
	}
	for g, row := range rows {
		if row[2] != 0 {
			t.Errorf("row %d: the factor that does nothing has %v", g, row[2])
		}
		if g > 0 && row[0] == rows[0][0] {
			t.Errorf("row %d is that of all points", g)
		}
	}
}
