package report

import (
	"fmt"
	"math"

	"steadfast/sim/result"
)

// Agreement says how far the simulated and the exact headline numbers are
// apart. It is empty where no futures were simulated.
func Agreement(set *result.Set) string {
	if set.Run.Futures == 0 {
		return ""
	}
	worst, at, sum2 := 0.0, "", 0.0
	for _, p := range set.Packages {
		d := p.Simulated.Distance
		sum2 += d * d
		if at == "" || math.Abs(d) > worst {
			worst, at = math.Abs(d), p.Name
		}
	}
	rms := math.Sqrt(sum2 / float64(len(set.Packages)))
	return fmt.Sprintf("Simulated against exact risk by year %s: %.1f standard errors apart (root mean square over %d packages), at most %.1f (%s); both use one set of terms and one policy.",
		horizon(set), rms, len(set.Packages), worst, at)
}

// Size says how large the run was.
func Size(set *result.Set) string {
	r := set.Run
	s := fmt.Sprintf("%s cases (%s", grouped(r.Cases), r.Design)
	if r.Replicates > 1 {
		s += fmt.Sprintf(", %d scrambles of %s", r.Replicates, grouped(r.Cases/r.Replicates))
	}
	s += fmt.Sprintf("; %d uncertain parameters)", r.Dimensions)
	if r.Futures > 0 {
		s += fmt.Sprintf(" × %s futures", grouped(r.Futures))
	}
	return s + fmt.Sprintf(", seed %d", r.Seed)
}

// grouped writes a whole number with its thousands apart.
func grouped(n int) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
