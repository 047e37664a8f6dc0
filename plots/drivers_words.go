package plots

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// constant reports whether nothing can drive the output.
func (d drivers) constant() bool { return d.output.Variance == 0 }

func (d drivers) packageName(id string) string {
	for _, p := range d.s.Packages {
		if p.ID == id {
			return nameOr(p.Name, p.ID)
		}
	}
	return id
}

// what names the output in a sentence.
func (d drivers) what() string {
	says := d.lang.Drivers
	switch d.output.Kind {
	case "difference":
		return says.OfDifference.with("measure", d.measure.bare, "package", d.packageName(d.output.Package), "rival", d.packageName(d.output.Against))
	case "ranking":
		return says.OfRanking.with("packages", d.lang.counted(d.lang.Packages, len(d.s.Packages)), "measure", d.measure.bare)
	}
	return says.OfPackage.with("measure", d.measure.short, "package", d.packageName(d.output.Package))
}

func (d drivers) title() string { return d.lang.Drivers.Title.with("what", d.what()) }

func (d drivers) subtitle() string {
	says, measure := d.lang.Drivers, d.measure.long
	switch d.output.Kind {
	case "difference":
		measure = says.LongDifference.with("measure", measure)
	case "ranking":
		measure = says.LongRanking.with("measure", measure)
	}
	if d.constant() {
		return says.SubtitleConstant.with("measure", measure)
	}
	return says.Subtitle.with("measure", measure, "reads", d.method.reads())
}

// verdictOfConstant stands in the place of rows that would all be empty.
func (d drivers) verdictOfConstant() string {
	says, n := d.lang.Drivers, len(d.order)
	none := d.lang.form(says.NothingMovesIt, float64(n)).with("factors", d.lang.counted(d.lang.Factors, n))
	if d.output.Kind == "ranking" {
		return says.ConstantRanking.with("none", none)
	}
	return upperFirst(says.Constant.with("what", d.what(), "value", d.measure.value(d.output.Kind, d.output.Mean), "none", none))
}

func upperFirst(s string) string {
	first, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[n:]
}

// words are the sentences under the picture.
func (d drivers) words() []string {
	var out []string
	add := func(s string) {
		if s != "" {
			out = append(out, s)
		}
	}
	if n := len(d.order) - d.shown; n > 0 {
		add(d.method.rest(n))
	}
	add(d.method.remark())
	for _, i := range d.order[:d.shown] {
		if d.s.Factors[i].Correlated {
			add(d.lang.Drivers.Correlated.with("mark", correlatedMark))
			break
		}
	}
	for _, n := range d.work.Notes {
		if n = tidy(n); n != "" {
			add(d.lang.Drivers.Note.with("note", strings.TrimSuffix(upperFirst(n), ".")))
		}
	}
	return out
}

func (d drivers) alt() string {
	if d.constant() {
		return d.verdictOfConstant()
	}
	says := d.lang.Drivers
	var most []string
	for _, i := range d.order[:min(3, d.shown)] {
		most = append(most, says.AltFactor.with("factor", d.bare[i], "says", d.method.says(i)))
	}
	mean := ""
	if d.output.Kind != "ranking" {
		mean = says.AltMean.with("value", d.measure.value(d.output.Kind, d.output.Mean))
	}
	of := says.AltLargest
	switch len(most) {
	case 1:
		of = says.AltOne
	case len(d.order):
		of = says.AltAll
	}
	words := d.method.words()
	return says.Alt.with("chart", words.Chart.text(), "what", d.what(), "horizon", d.lang.duration(d.s.Scenario.HorizonYears),
		"mean", mean, "by", words.By.text(),
		"factors", of.with("factors", d.lang.counted(d.lang.Factors, len(d.order)), "list", strings.Join(most, d.lang.Comma)))
}

// table has a row for the output, a row a factor in the order drawn, one for
// what is said of all together, and one for those that are not drawn, with the
// largest value that any of them has. factors is how many a row stands for.
func (d drivers) table() Table {
	t := Table{Header: append([]string{"kind", "row", "factor", "factors", "mean"}, d.method.columns()...)}
	row := func(head []any, cells []any) {
		for len(cells) < len(d.method.columns()) {
			cells = append(cells, nil)
		}
		t.add(append(head, cells...)...)
	}
	row([]any{"output", nil, nil, nil, d.output.Mean}, nil)
	if d.constant() {
		return t
	}
	for r, i := range d.order[:d.shown] {
		row([]any{"factor", r + 1, d.s.Factors[i].Name, 1, nil}, d.method.cells(i))
	}
	if all := d.method.together(); all != nil {
		row([]any{"all", nil, nil, len(d.order), nil}, all)
	}
	if n := len(d.order) - d.shown; n > 0 {
		row([]any{"rest", nil, nil, n, nil}, d.method.restCells(n))
	}
	return t
}
