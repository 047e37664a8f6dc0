package verdict

import (
	"strings"

	"steadfast/sim/claim"
	"steadfast/sim/estimate"
	"steadfast/sim/result"
	"steadfast/sim/uncertain"
)

// Answer fills the values of an answer, each with its 95 % interval: "27.8 %
// (27.4–28.2 %)", within brackets "27.8 %, 27.4–28.2 %". Packages and parameters that the
// draws do not tell apart are all named. No digit is written that the sampling
// error does not allow; an interval that would not differ from its value is
// left out. The error is a *claim.Error where the answer asks for what the
// evidence does not have.
func Answer(a *claim.Answer, ev *Evidence) (string, error) {
	j, err := newJudge(ev)
	if err != nil {
		return "", err
	}
	var b strings.Builder
	depth := 0
	for _, p := range a.Parts {
		text := p.Text
		if p.Expr != nil {
			if text, err = j.fill(p.Expr, depth > 0); err != nil {
				return "", err
			}
		} else {
			depth = max(0, depth+strings.Count(text, "(")-strings.Count(text, ")"))
		}
		b.WriteString(text)
	}
	return b.String(), nil
}

// fill writes what stands between two braces; within: it stands in brackets.
func (j *judge) fill(e *claim.Expr, within bool) (string, error) {
	switch e.Kind {
	case claim.Package:
		return j.names(j.mayBeBest(1 - estimate.Confidence)), nil
	case claim.Path:
		r, err := j.ranking(e.Root.(*claim.Call))
		if err != nil {
			return "", err
		}
		var paths []string
		for _, x := range r.candidates(1 - estimate.Confidence) {
			paths = append(paths, r.paths[x])
		}
		return alternatives(paths), nil
	case claim.Words:
		return j.words(e.Root.(*claim.Call))
	}
	x, err := j.value(e.Root)
	if err != nil {
		return "", err
	}
	if !estimate.Finite(x.on(j.all)) {
		return "not defined", nil
	}
	m := j.measured(x)
	value, interval := write(m, x.unit)
	switch {
	case interval == "":
		return value, nil
	case within:
		return value + ", " + interval, nil
	}
	return value + " (" + interval + ")", nil
}

// names lists packages that may be the best, the one with the lowest risk
// first.
func (j *judge) names(packs []int) string {
	best := j.best(j.all)
	out := []string{j.name(best)}
	for _, p := range packs {
		if p != best {
			out = append(out, j.name(p))
		}
	}
	return alternatives(out)
}

func (j *judge) name(p int) string {
	if j.ev.Names != nil {
		return j.ev.Names[p]
	}
	return j.ev.Cases.Packages[p]
}

// alternatives joins what the draws do not tell apart.
func alternatives(names []string) string {
	if n := len(names); n > 1 {
		return strings.Join(names[:n-1], ", ") + " or " + names[n-1]
	}
	return names[0]
}

// words are those of the scale for a probability.
func (j *judge) words(c *claim.Call) (string, error) {
	x, err := j.value(c.Args[0])
	if err != nil {
		return "", err
	}
	if len(j.ev.Scale) == 0 {
		return "", errorf(c, "%s needs a verbal scale, and there is none", c.Func.Signature())
	}
	if !estimate.Finite(x.on(j.all)) {
		return "not defined", nil
	}
	m := j.measured(x)
	return scale(j.ev.Scale).Describe(m.Mean, errorOf(m)), nil
}

func scale(bands []result.Band) uncertain.Scale {
	var s uncertain.Scale
	for _, b := range bands {
		s.Bands = append(s.Bands, uncertain.Band{Word: b.Word, Lo: b.Lo, Hi: b.Hi})
	}
	return s
}
