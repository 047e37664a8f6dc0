package result

import (
	"bufio"
	"io"

	"steadfast/sim/estimate"
)

// WriteCSV writes a line a number: the method, the output (its kind, its
// package, and the one it is compared with), the factor, which number it is,
// and its value; where an estimate has an error, its standard error and 95 %
// interval, else these are empty. A factor to which a method does not apply has
// no lines of it. What is true or false is 1 or 0.
func (s *Sensitivity) WriteCSV(w io.Writer) error {
	out := bufio.NewWriterSize(w, 1<<16)
	out.WriteString("method,output,package,against,factor,number,value,std_err,lo,hi\n")
	t := sensitivityTable{s, out}
	writeMethod(t, MethodTornado, s.Tornado, func(put putNumber, x *Swing) {
		put.mean("low", x.Low)
		put.mean("high", x.High)
		put.mean("difference", x.Difference)
	})
	writeMethod(t, MethodMorris, s.Morris, func(put putNumber, x *Elementary) {
		put.mean("mu", x.Mu)
		put.mean("mu_star", x.MuStar)
		put.value("sigma", x.Sigma)
	})
	writeMethod(t, MethodSobol, s.Sobol, func(put putNumber, x *Indices) {
		put.mean("first", x.First)
		put.mean("total", x.Total)
		put.value("first_at_quarter", x.FirstAt[0])
		put.value("first_at_half", x.FirstAt[1])
		put.value("total_at_quarter", x.TotalAt[0])
		put.value("total_at_half", x.TotalAt[1])
	})
	writeMethod(t, MethodPRCC, s.PRCC, func(put putNumber, x *estimate.Mean) {
		put.mean("prcc", *x)
	})
	writeMethod(t, MethodGiven, s.Given, func(put putNumber, x *GivenIndex) {
		put.mean("first", x.First)
		put.value("p_value", x.PValue)
		put.truth("driver", x.Driver)
	})
	writeMethod(t, MethodPAWN, s.PAWN, func(put putNumber, x *PAWN) {
		put.value("median", x.Median)
		put.value("max", x.Max)
		put.value("p_value", x.PValue)
		put.truth("driver", x.Driver)
	})
	return out.Flush()
}

// sensitivityTable is the file being written.
type sensitivityTable struct {
	analysis *Sensitivity
	out      *bufio.Writer
}

// writeMethod writes the numbers of one method's matrix.
func writeMethod[T any](t sensitivityTable, method string, matrix [][]T, write func(putNumber, *T)) {
	for o := range matrix {
		output := &t.analysis.Outputs[o]
		for f := range matrix[o] {
			if !t.analysis.Applies(method, f) {
				continue
			}
			first := method + "," + quoted(output.Kind) + "," + quoted(output.Package) + "," + quoted(output.Against) + "," +
				quoted(t.analysis.Factors[f].Name)
			write(func(number string, values ...float64) {
				line := appendNumbers([]byte(first+","+number), values...)
				for range 4 - len(values) {
					line = append(line, ',')
				}
				t.out.Write(append(line, '\n'))
			}, &matrix[o][f])
		}
	}
}

// putNumber writes a line: which number, its value, and what is known of its
// error.
type putNumber func(number string, values ...float64)

func (put putNumber) mean(number string, m estimate.Mean) { put(number, m.Mean, m.StdErr, m.Lo, m.Hi) }

func (put putNumber) value(number string, x float64) { put(number, x) }

func (put putNumber) truth(number string, x bool) {
	if x {
		put(number, 1)
		return
	}
	put(number, 0)
}
