package result

import (
	"bufio"
	"io"
	"strconv"

	"steadfast/sim/estimate"
)

// basePoint stands for the point in the rows of the scenario as it stands.
const basePoint = "base"

// WriteCSV writes a line a point and package: the point's number from 0, the
// values of the axes under their paths, the package, the measures with their
// standard errors. The first lines, with "base" for the point and no values of
// the axes, are the scenario as it stands. A measure that was not computed is
// empty.
func (s *Sweep) WriteCSV(w io.Writer) error {
	out := bufio.NewWriterSize(w, 1<<16)
	out.WriteString("point")
	for i := range s.Axes {
		out.WriteString("," + quoted(s.Axes[i].Path))
	}
	out.WriteString(",package,risk,risk_std_err,risk_p5,risk_p50,risk_p95")
	for _, m := range sweepMeans {
		out.WriteString("," + m.name + "," + m.name + "_std_err")
	}
	out.WriteString(",better,worse\n")
	lines := func(point string, at []byte, values []SweepValue) {
		for p := range values {
			line := append(append([]byte(point), at...), ","+quoted(s.Packages[p].ID)...)
			out.Write(append(values[p].appendCSV(line), '\n'))
		}
	}
	var at []byte
	for range s.Axes {
		at = append(at, ',')
	}
	lines(basePoint, at, s.Base)
	for i := range s.Points {
		at = at[:0]
		for a, place := range s.Points[i].At {
			at = append(at, ',')
			if axis := &s.Axes[a]; axis.Labels != nil {
				at = append(at, quoted(axis.Labels[place])...)
			} else {
				at = strconv.AppendFloat(at, axis.Values[place], 'g', csvDigits, 64)
			}
		}
		lines(strconv.Itoa(i), at, s.Points[i].Packages)
	}
	return out.Flush()
}

// sweepMeans are the means of a SweepValue in the order of the file; nil: not
// computed.
var sweepMeans = []struct {
	name string
	of   func(*SweepValue) *estimate.Mean
}{
	{"limited", func(v *SweepValue) *estimate.Mean { return &v.Limited }},
	{"clash", func(v *SweepValue) *estimate.Mean { return &v.Clash }},
	{"defeat", func(v *SweepValue) *estimate.Mean { return &v.Defeat }},
	{"stopped", func(v *SweepValue) *estimate.Mean { return &v.Stopped }},
	{"lasting", func(v *SweepValue) *estimate.Mean { return &v.Lasting }},
	{"restricted_mean_years", func(v *SweepValue) *estimate.Mean { return &v.RestrictedMean }},
	{"adjusted_risk", func(v *SweepValue) *estimate.Mean { return &v.Adjusted }},
	{"peace", func(v *SweepValue) *estimate.Mean { return &v.Peace }},
	{"cost_bn", func(v *SweepValue) *estimate.Mean { return &v.Cost }},
	{"loss", func(v *SweepValue) *estimate.Mean { return v.Loss }},
}

// appendCSV appends the measures.
func (v *SweepValue) appendCSV(line []byte) []byte {
	line = appendNumbers(line, v.Risk.Mean, v.Risk.StdErr, v.Risk.P5, v.Risk.P50, v.Risk.P95)
	for _, m := range sweepMeans {
		if mean := m.of(v); mean != nil {
			line = appendNumbers(line, mean.Mean, mean.StdErr)
		} else {
			line = append(line, ",,"...)
		}
	}
	for _, share := range []*float64{v.Better, v.Worse} {
		if share != nil {
			line = appendNumbers(line, *share)
		} else {
			line = append(line, ',')
		}
	}
	return line
}

// appendNumbers appends fields of a CSV file, each after a comma.
func appendNumbers(line []byte, numbers ...float64) []byte {
	for _, x := range numbers {
		line = strconv.AppendFloat(append(line, ','), x, 'g', csvDigits, 64)
	}
	return line
}
