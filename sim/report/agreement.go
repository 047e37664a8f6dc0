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
	return fmt.Sprintf("Simulated against exact risk by year %s: %.1f standard errors apart (root mean square over %s), at most %.1f (%s); both use one set of terms and one policy.",
		horizon(set), rms, counted(len(set.Packages), "package"), worst, at)
}

// Size says how large the run was.
func Size(set *result.Set) string { return RunSize(set.Run) }

// RunSize says how large a run is.
func RunSize(r result.Run) string {
	s := fmt.Sprintf("%s (%s", counted(r.Cases, "case"), r.Design)
	if r.Replicates > 1 {
		s += fmt.Sprintf(", %d scrambles of %s", r.Replicates, grouped(r.Cases/r.Replicates))
	}
	s += fmt.Sprintf("; %s)", counted(r.Dimensions, "uncertain parameter"))
	if r.Futures > 0 {
		s += " × " + counted(r.Futures, "future")
	}
	return s + fmt.Sprintf(", seed %d", r.Seed)
}

// counted writes how many there are of a thing, "1 package", "2 packages".
func counted(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return grouped(n) + " " + thing + "s"
}

// grouped writes a whole number with its thousands apart.
func grouped(n int) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
