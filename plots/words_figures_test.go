package plots

import (
	"fmt"
	"math"
	"strings"
	"testing"
	"unicode"

	"steadfast/sim/estimate"
	"steadfast/sim/result"
)

// A shownFigure is a figure with what it is of.
type shownFigure struct {
	what string
	fig  *Figure
}

// everyFigure draws results in which every figure says all that it can say, with
// user texts that hold no Latin letter.
func everyFigure(t testing.TB, th Theme) []shownFigure {
	out := runFigures(t, th)
	out = append(out, sweepFigures(t, th)...)
	out = append(out, driverFigures(t, th)...)
	return append(out, backtestFigures(t, th)...)
}

// cyrillic is a text of a user in letters that no word of a figure is written in.
// Dots and underscores, which part a path, stay.
func cyrillic(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z':
			return 'а' + r - 'a'
		case r >= 'A' && r <= 'Z':
			return 'А' + r - 'A'
		case unicode.IsDigit(r) || unicode.Is(unicode.Cyrillic, r) || r == '.' || r == '_':
			return r
		}
		return ' '
	}, s)
}

// foreign puts the texts of a scenario into Cyrillic, but for the endings of
// events, which the house writes.
func foreign(s *result.Scenario, version *string) {
	*version = "7"
	s.Name, s.Challenger, s.Protege = cyrillic(s.Name), cyrillic(s.Challenger), cyrillic(s.Protege)
	s.Hash = strings.Repeat("0123456789", 7)[:64]
	for i := range s.Marks {
		what, instrument := strings.CutSuffix(s.Marks[i].Label, " in force")
		if s.Marks[i].Label = cyrillic(what); instrument {
			s.Marks[i].Label += " in force"
		}
	}
}

func foreignName(i int) string { return cyrillic(packageNames[i%len(packageNames)]) }

func runFigures(t testing.TB, th Theme) []shownFigure {
	var out []shownFigure
	add := func(what string, s *result.Set, th Theme, names ...string) {
		if names == nil {
			names = Applicable(s)
		}
		for _, name := range names {
			f, err := Build(name, s, th)
			if err != nil {
				t.Fatalf("%s: %v", what, err)
			}
			out = append(out, shownFigure{what + ", " + name, f})
		}
	}
	make := func(n int) *result.Set {
		s := synthetic(n, foreignName)
		foreign(&s.Scenario, &s.Version)
		for i := range s.Packages {
			s.Packages[i].Word = cyrillic(s.Packages[i].Word)
		}
		return s
	}
	for _, n := range []int{1, 3, 5, 12} {
		add(fmt.Sprintf("%d packages", n), make(n), th)
	}
	if testing.Short() {
		return out
	}
	for _, horizon := range []float64{1.0 / 12, 0.5, 1, 2.5, 7.5} {
		for k, start := range []string{"", "2027-01-01"} {
			s := lasting(make(2+4*k), horizon)
			s.Scenario.Start = start
			add(fmt.Sprintf("%g years from %q", horizon, start), s, th, "breach", "compare", "hazard")
		}
	}
	for month := range 12 {
		s := lasting(make(1), 1.0/12)
		s.Scenario.Start = fmt.Sprintf("2027-%02d-01", month+1)
		add("from "+s.Scenario.Start, s, th, "breach", "compare")
	}
	dark := DarkTheme()
	dark.Words = th.Words
	add("dark", make(2), dark, "compare")

	for what, change := range map[string]func(s *result.Set){
		"no futures": func(s *result.Set) { s.Run.Futures = 0 },
		"one case":   func(s *result.Set) { s.Run.Cases, s.Run.Futures = 1, 100 },
		"no parties": func(s *result.Set) { s.Scenario.Challenger, s.Scenario.Protege = "", "" },
		"no words": func(s *result.Set) {
			for i := range s.Packages {
				s.Packages[i].Word = ""
			}
		},
		"tied": func(s *result.Set) {
			for i := range s.Pairs {
				s.Pairs[i].Tied = true
			}
		},
		"clear": func(s *result.Set) {
			for i := range s.Pairs {
				s.Pairs[i].Tied = false
			}
		},
		"one spot": oneSpot,
		"cheap": func(s *result.Set) {
			for i := range s.Packages {
				c := &s.Packages[i].Cost
				c.Mean, c.P10, c.P90 = c.Mean/5000, c.P10/5000, c.P90/5000
			}
		},
		"dear": func(s *result.Set) {
			for i := range s.Packages {
				c := &s.Packages[i].Cost
				c.Mean, c.P10, c.P90 = -20*c.Mean, -20*c.P90, -20*c.P10
			}
		},
		"consent of one": func(s *result.Set) { s.Packages[1].Peace.Mean -= 0.2 },
		"consent of the other": func(s *result.Set) {
			for i := range s.Packages {
				p := &s.Packages[i]
				p.Peace.Mean = 1 - p.Adjusted.Mean
				less := p.Peace
				less.Mean /= 2
				p.PeaceIfAgreed = &less
			}
		},
		"consent of both": func(s *result.Set) {
			for i := range s.Packages {
				p := &s.Packages[i]
				p.Peace.Mean /= 2
				p.PeaceIfAgreed = &p.Peace
			}
		},
		"consent of none": func(s *result.Set) {
			for i := range s.Packages {
				s.Packages[i].Peace.Mean, s.Packages[i].PeaceIfAgreed = 1-s.Packages[i].Adjusted.Mean, nil
			}
		},
		"known to tens": withErrors(0.06), "known to units": withErrors(0.02), "known to thousandths": withErrors(0.0004),
		"rare":    withRisks(0.0004),
		"certain": withRisks(math.Inf(1)),
		"none":    withRisks(0),
		"many events": func(s *result.Set) {
			for i := range 60 {
				s.Scenario.Marks = append(s.Scenario.Marks, result.Mark{
					Years: float64(i%15) + 0.3, Kind: []string{"election", "entry", "expiry"}[i%3], Label: cyrillic(packageNames[i%12] + " " + packageNames[i/12]),
				})
			}
		},
		"ends of instruments": func(s *result.Set) {
			s.Scenario.Marks = nil
			for i, ending := range []string{" in force", " at an end", " lapsed"} {
				for k := range 2 {
					s.Scenario.Marks = append(s.Scenario.Marks, result.Mark{Years: float64(4*i + 2), Kind: "expiry", Label: cyrillic(packageNames[k+1]) + ending})
				}
			}
		},
		"level hazard": func(s *result.Set) {
			for i := range s.Packages {
				level(&s.Packages[i])
			}
		},
		"late hazard": func(s *result.Set) {
			for i := range s.Packages {
				spreadHazard(&s.Packages[i], 0.01)
			}
		},
	} {
		n := 2
		if what == "many events" {
			n = 5 // a panel each
		}
		s := make(n)
		change(s)
		add(what, s, th)
	}
	return out
}

// level gives a package the same hazard in every year.
func level(p *result.Package) {
	h := 1 - math.Pow(1-p.Risk.Mean, 1/float64(len(p.Hazard)))
	for i := range p.Hazard {
		p.Hazard[i].Mean = h
	}
}

func withErrors(stdErr float64) func(*result.Set) {
	return func(s *result.Set) {
		for i := range s.Packages {
			p := &s.Packages[i]
			p.Risk.StdErr, p.Simulated.Risk.StdErr, p.Clash.StdErr = stdErr, stdErr, stdErr
		}
	}
}

// withRisks gives all packages one risk, 1 if it is infinite.
func withRisks(risk float64) func(*result.Set) {
	return func(s *result.Set) {
		for i := range s.Packages {
			p := &s.Packages[i]
			if math.IsInf(risk, 1) {
				rescale(p, 0.9999/p.Risk.P90)
			} else {
				rescale(p, risk/p.Risk.Mean)
			}
		}
		pairUp(s)
	}
}

func sweepFigures(t testing.TB, th Theme) []shownFigure {
	var out []shownFigure
	for turn, k := range sweepKinds() {
		if testing.Short() && turn%3 > 0 {
			continue
		}
		for _, n := range [][]int{{1, 6}, {2, 12}}[turn%2] {
			axes := withOwn(n, k.axes)
			if turn%3 == 0 {
				axes[0].Own = nil
			}
			out = append(out, figuresOfSweep(t, fmt.Sprintf("%d packages, %s", n, k.name), foreignSweep(n, axes), th)...)
		}
	}
	all := warCost(3) // which every package sets itself
	all.Own = []string{"p0"}
	s := foreignSweep(1, []result.Axis{all})
	out = append(out, figuresOfSweep(t, "all set it", s, th)...)
	second := resolve(3)
	second.Own = []string{"p0", "p1"}
	out = append(out, figuresOfSweep(t, "two set the second", foreignSweep(4, []result.Axis{warCost(3), second}), th)...)
	left := warCost(3)
	left.Median = median(0.1)
	out = append(out, figuresOfSweep(t, "median at the left", foreignSweep(2, []result.Axis{left}), th)...)

	flat := foreignSweep(2, []result.Axis{warCost(3), resolve(3)})
	for k := range flat.Points {
		for i := range flat.Points[k].Packages {
			flat.Points[k].Packages[i] = sweptValue(-2 + 0.002*float64(k+i))
		}
	}
	return append(out, figuresOfSweep(t, "flat", flat, th)...)
}

func foreignSweep(n int, axes []result.Axis) *result.Sweep {
	axes = append([]result.Axis(nil), axes...)
	for i := range axes {
		a := &axes[i]
		a.Path, a.Unit = cyrillic(a.Path), cyrillic(a.Unit)
		a.Labels = append([]string(nil), a.Labels...)
		for k := range a.Labels {
			a.Labels[k] = cyrillic(a.Labels[k])
		}
	}
	s := swept(n, foreignName, axes...)
	foreign(&s.Scenario, &s.Version)
	for k := range s.Points {
		for _, q := range s.Points[k].Preferred {
			if q.Measure == "peace" {
				q.Measure = "loss"
				s.Points[k].Preferred = append(s.Points[k].Preferred, q)
			}
		}
	}
	return s
}

func figuresOfSweep(t testing.TB, what string, s *result.Sweep, th Theme) []shownFigure {
	var out []shownFigure
	f, err := Sweep(s, th)
	if err != nil {
		t.Fatalf("%s: %v", what, err)
	}
	out = append(out, shownFigure{what + ", sweep", f})
	for k, measure := range []string{"risk", "adjusted", "peace", "loss"} {
		if k > 0 && len(s.Packages) != 2 {
			continue
		}
		if f, err = Flip(s, measure, th); err != nil {
			t.Fatalf("%s: %v", what, err)
		}
		out = append(out, shownFigure{what + ", flip by " + measure, f})
	}
	return out
}

func driverFigures(t testing.TB, th Theme) []shownFigure {
	var out []shownFigure
	add := func(what string, s *result.Sensitivity, output int, method string) {
		f, err := Drivers(s, output, method, th)
		if err != nil {
			t.Fatalf("%s: %v", what, err)
		}
		out = append(out, shownFigure{fmt.Sprintf("%s, output %d by %s", what, output, method), f})
	}
	factors := []int{1, 3, 40}
	if testing.Short() {
		factors = []int{40}
	}
	for _, n := range factors {
		for _, method := range driverMethods {
			s := foreignSensitivity(n)
			add(fmt.Sprintf("%d factors", n), s, 4, method)
			none := foreignSensitivity(n)
			for i := range none.Factors {
				none.Tornado[4][i], none.Morris[4][i] = result.Swing{}, result.Elementary{}
				none.Sobol[4][i], none.PRCC[4][i] = result.Indices{}, estimate.Mean{}
			}
			for i := range none.Methods {
				none.Methods[i].Points, none.Methods[i].Notes = n/3, nil
			}
			add(fmt.Sprintf("%d factors without effect", n), none, 4, method)
		}
		s := foreignSensitivity(n)
		for o, out := range s.Outputs {
			if o%3 == 0 || out.Kind == "ranking" {
				add(fmt.Sprintf("%d factors", n), s, o, "tornado")
				s.Outputs[o].Variance = 0
				add(fmt.Sprintf("%d factors that move nothing", n), s, o, "tornado")
			}
		}
	}
	if testing.Short() {
		return out
	}
	interacting := foreignSensitivity(5)
	for i := range interacting.Factors {
		x := &interacting.Sobol[4][i]
		x.First = estimate.Mean{Mean: 0.3, StdErr: 0.01, Lo: 0.28, Hi: 0.32}
	}
	add("shares add up", interacting, 4, "sobol")
	measures := []string{"", "ф_и"}
	for _, m := range result.Measures() {
		measures = append(measures, m.Name)
	}
	for _, m := range measures {
		s := foreignSensitivity(2)
		s.Measure = m
		add("measure "+m, s, 4, "tornado")
		s.Scenario.Challenger, s.Scenario.Protege = "", ""
		add("measure "+m, s, outputOf(s, "difference"), "morris")
	}
	return out
}

func foreignSensitivity(n int) *result.Sensitivity {
	s := sensitivity(n, func(i int) string { return cyrillic(realFactor(i)) })
	foreign(&s.Scenario, &s.Version)
	for i := range s.Packages {
		s.Packages[i].Name = cyrillic(s.Packages[i].Name)
	}
	for i := range s.Factors {
		f := &s.Factors[i]
		f.Name, f.Unit = cyrillic(f.Name), cyrillic(f.Unit)
		if f.Low != nil && i%5 == 3 {
			*f.Low, *f.High = -1e-7, 1e12
		}
	}
	for i := range s.Methods {
		s.Methods[i].Notes = []string{cyrillic("12 factors are correlated"), cyrillic("3 are discrete")}
	}
	return s
}
