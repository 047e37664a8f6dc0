package scenario

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"steadfast/sim/schema"
	"steadfast/sim/uncertain"
)

// distributions names the forms of an uncertain number and what each takes.
var distributions = []struct{ key, form string }{
	{"uniform", "uniform = [lo, hi]"},
	{"triangular", "triangular = [min, mode, max]"},
	{"pert", "pert = [min, mode, max]"},
	{"normal", "normal = [mean, sd]"},
	{"lognormal", "lognormal = { median = …, p95 = … }"},
	{"beta", "beta = [a, b]"},
	{"discrete", "discrete = { values = […], weights = […] }"},
	{"quantiles", "quantiles = { p10 = …, p50 = …, p90 = … }"},
	{"pool", "pool = [{ … }, { … }]"},
}

// distribution reads { NAME = …, min = …, max = …, source = …, note = … }.
func (r *reading) distribution(s *setting, n *node) (uncertain.Number, bool) {
	var found []*node
	var forms []string
	for _, d := range distributions {
		forms = append(forms, d.key)
		if c := n.child(d.key); c != nil {
			found = append(found, c)
		}
	}
	allowed := append(slices.Clone(forms), "min", "max", "source", "note", "value")
	if n.child("pool") != nil {
		allowed = append(allowed, "weights")
	}
	before := r.list.Errors()
	r.only(s, n, allowed...)
	switch {
	case r.list.Errors() > before:
		return nil, false
	case len(found) == 0:
		r.onNode(s, n, s.path+" names no distribution", "give one of "+strings.Join(forms, ", ")+", or value")
		return nil, false
	case len(found) > 1:
		r.onKeyOf(s, found[1], fmt.Sprintf("%s names two distributions, %s and %s", s.path, found[0].key, found[1].key), "keep one; opinions of several experts go into a pool")
		return nil, false
	}
	bounds := map[string]float64{"min": math.Inf(-1), "max": math.Inf(1)}
	for key := range bounds {
		if c := n.child(key); c != nil {
			v, ok := r.plain(s, c, key)
			if !ok {
				return nil, false
			}
			bounds[key] = v
		}
	}
	lo, hi := bounds["min"], bounds["max"]
	if n.child("min") != nil && n.child("max") != nil && lo > hi {
		r.onNode(s, n.child("min"), fmt.Sprintf("min is %s, above max, which is %s", number(lo), number(hi)), "exchange them")
		return nil, false
	}
	x, err, ok := r.build(s, found[0], n, lo, hi)
	if !ok {
		return nil, false
	}
	if err == nil {
		x, err = uncertain.Truncate(x, lo, hi)
	}
	if err != nil {
		r.onNode(s, found[0], err.Error(), "write "+formOf(found[0].key))
		return nil, false
	}
	return x, true
}

func formOf(key string) string {
	for _, d := range distributions {
		if d.key == key {
			return d.form
		}
	}
	return key
}

// plain reads a finite number that cannot be uncertain itself.
func (r *reading) plain(s *setting, n *node, what string) (float64, bool) {
	switch v := n.value.(type) {
	case int64:
		return float64(v), true
	case float64:
		if _, ok := r.finite(s, n, v); !ok {
			return 0, false
		}
		return v, true
	case string:
		if fraction, ok := perCent(v); ok {
			r.onNode(s, n, "cannot read the value "+n.shown(), "write "+fraction)
			return 0, false
		}
	}
	r.onNode(s, n, what+" is "+n.shape()+", and a number is needed", "")
	return 0, false
}

// row reads a list of count plain numbers.
func (r *reading) row(s *setting, n *node, count int) ([]float64, bool) {
	if n.kind != array || count > 0 && len(n.items) != count {
		got := n.shape()
		if n.kind == array {
			got = fmt.Sprintf("a list of %d", len(n.items))
		}
		detail := "write " + formOf(n.key)
		if count == 0 {
			detail = "write [number, number, …]"
		}
		need := "a list of numbers"
		if count > 0 {
			need = fmt.Sprintf("%d numbers", count)
		}
		r.onNode(s, n, n.key+" is "+got+", and it takes "+need, detail)
		return nil, false
	}
	var out []float64
	for _, item := range n.items {
		v, ok := r.plain(s, item, "an element of "+n.key)
		if !ok {
			return nil, false
		}
		out = append(out, v)
	}
	return out, true
}

// build makes the distribution of one key. ok is false where its parts could
// not be read, which is then reported.
func (r *reading) build(s *setting, d, n *node, lo, hi float64) (x uncertain.Number, err error, ok bool) {
	counts := map[string]int{"uniform": 2, "triangular": 3, "pert": 3, "normal": 2, "beta": 2}
	var v []float64
	if count := counts[d.key]; count > 0 {
		if v, ok = r.row(s, d, count); !ok {
			return nil, nil, false
		}
	}
	switch d.key {
	case "uniform":
		x, err = uncertain.NewUniform(v[0], v[1])
	case "triangular":
		x, err = uncertain.NewTriangular(v[0], v[1], v[2])
	case "pert":
		x, err = uncertain.NewPERT(v[0], v[1], v[2])
	case "normal":
		x, err = uncertain.NewNormal(v[0], v[1])
	case "beta":
		x, err = r.beta(v, lo, hi)
	case "lognormal":
		return r.lognormal(s, d)
	case "discrete":
		return r.discrete(s, d)
	case "quantiles":
		return r.quantiles(s, d, lo, hi)
	case "pool":
		return r.pool(s, d, n.child("weights"))
	}
	return x, err, true
}

// beta spans 0 to 1, or min to max where they are given.
func (r *reading) beta(v []float64, lo, hi float64) (uncertain.Number, error) {
	if math.IsInf(lo, -1) {
		lo = 0
	}
	if math.IsInf(hi, 1) {
		hi = 1
	}
	return uncertain.NewBeta(v[0], v[1], lo, hi)
}

func (r *reading) lognormal(s *setting, d *node) (uncertain.Number, error, bool) {
	median, p95 := d.child("median"), d.child("p95")
	if d.kind != table || median == nil || p95 == nil {
		r.onNode(s, d, "lognormal is not given by its median and its 95th percentile", "write "+formOf("lognormal"))
		return nil, nil, false
	}
	before := r.list.Errors()
	r.only(s, d, "median", "p95")
	a, ok1 := r.plain(s, median, "median")
	b, ok2 := r.plain(s, p95, "p95")
	if !ok1 || !ok2 || r.list.Errors() > before {
		return nil, nil, false
	}
	x, err := uncertain.NewLogNormal(a, b)
	return x, err, true
}

// discreteParts returns values and weights of discrete = { … }.
func (r *reading) discreteParts(s *setting, d *node) (values *node, weights []float64, ok bool) {
	values = d.child("values")
	if d.kind != table || values == nil || values.kind != array {
		r.onNode(s, d, "discrete has no list of values", "write "+formOf("discrete"))
		return nil, nil, false
	}
	before := r.list.Errors()
	r.only(s, d, "values", "weights")
	if w := d.child("weights"); w != nil {
		if weights, ok = r.row(s, w, 0); !ok {
			return nil, nil, false
		}
		if len(weights) != len(values.items) {
			r.onNode(s, w, fmt.Sprintf("%d weights for %d values", len(weights), len(values.items)), "give one weight for each value")
			return nil, nil, false
		}
	}
	return values, weights, r.list.Errors() == before
}

func (r *reading) discrete(s *setting, d *node) (uncertain.Number, error, bool) {
	values, weights, ok := r.discreteParts(s, d)
	if !ok {
		return nil, nil, false
	}
	row, ok := r.row(s, values, 0)
	if !ok {
		return nil, nil, false
	}
	x, err := uncertain.NewDiscrete(row, weights)
	return x, err, true
}

var percentile = regexp.MustCompile(`^p([0-9]{1,2}(?:[._][0-9]+)?)$`)

// quantiles reads { p10 = …, p50 = … }; p2_5 and "p2.5" are the same.
func (r *reading) quantiles(s *setting, d *node, lo, hi float64) (uncertain.Number, error, bool) {
	if d.kind != table {
		r.onNode(s, d, "quantiles is "+d.shape()+", and a table is needed", "write "+formOf("quantiles"))
		return nil, nil, false
	}
	type point struct{ p, x float64 }
	var points []point
	for _, f := range d.fields {
		m := percentile.FindStringSubmatch(f.key)
		if m == nil {
			r.onKeyOf(s, f, "unknown key "+quote(f.key), "write p and the per cent, such as p05, p50, p95")
			return nil, nil, false
		}
		x, ok := r.plain(s, f, f.key)
		if !ok {
			return nil, nil, false
		}
		p, _ := strconv.ParseFloat(strings.Replace(m[1], "_", ".", 1), 64)
		points = append(points, point{p / 100, x})
	}
	slices.SortStableFunc(points, func(a, b point) int {
		switch {
		case a.p < b.p:
			return -1
		case a.p > b.p:
			return 1
		}
		return 0
	})
	probs, values := make([]float64, len(points)), make([]float64, len(points))
	for i, q := range points {
		probs[i], values[i] = q.p, q.x
	}
	x, err := uncertain.NewQuantiles(probs, values, lo, hi, interpolation(s.field))
	return x, err, true
}

// interpolation is the scale on which quantiles are joined by straight lines.
func interpolation(f *schema.Field) uncertain.Interpolation {
	switch {
	case f.Min == 0 && f.Max == 1:
		return uncertain.Logit
	case f.Min >= 0:
		return uncertain.Log
	}
	return uncertain.Linear
}

// pool reads the opinions of several experts.
func (r *reading) pool(s *setting, d, weights *node) (uncertain.Number, error, bool) {
	items := d.items
	if d.kind != array && d.kind != tables || len(items) == 0 {
		r.onNode(s, d, "pool is no list of distributions", "write "+formOf("pool"))
		return nil, nil, false
	}
	var members []uncertain.Number
	for _, item := range items {
		if item.kind == table {
			if v := item.child("value"); v != nil {
				item = v
			}
		}
		x, ok := r.number(s, item)
		if !ok {
			return nil, nil, false
		}
		members = append(members, x)
	}
	var w []float64
	if weights != nil {
		var ok bool
		if w, ok = r.row(s, weights, 0); !ok {
			return nil, nil, false
		}
		if len(w) != len(members) {
			r.onNode(s, weights, fmt.Sprintf("%d weights for %d experts", len(w), len(members)), "give one weight for each")
			return nil, nil, false
		}
	}
	x, err := uncertain.NewPool(members, w)
	return x, err, true
}
