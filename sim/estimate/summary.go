package estimate

// A Summary describes how one outcome varies over the cases of a run, and,
// kept apart from it, how well the run knows its mean.
type Summary struct {
	Mean   float64 `json:"mean"`
	StdErr float64 `json:"std_err"` // sampling error of Mean; from 16 replicates on a Sobol' design
	P5     float64 `json:"p5"`      // quantiles over cases: the 90 % range is P5 … P95
	P10    float64 `json:"p10"`
	P25    float64 `json:"p25"`
	P50    float64 `json:"p50"`
	P75    float64 `json:"p75"`
	P90    float64 `json:"p90"`
	P95    float64 `json:"p95"`
}

// A Mean is a mean with its sampling error and a 95 % confidence interval.
type Mean struct {
	Mean   float64 `json:"mean"`
	StdErr float64 `json:"std_err"`
	Lo     float64 `json:"lo"` // 95 %
	Hi     float64 `json:"hi"`
}
