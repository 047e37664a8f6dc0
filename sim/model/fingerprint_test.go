package model

import (
	"fmt"
	"reflect"
	"testing"

	"pgregory.net/rapid"
)

// TestFingerprintSeesEveryField changes every field of a case in turn,
// whatever it is called, and wants another fingerprint each time.
func TestFingerprintSeesEveryField(t *testing.T) {
	one := 1.0
	build := func() *Case {
		return &Case{
			Guarantors: []Guarantor{{ID: "a"}},
			Backstop:   Backstop{Gaps: []float64{0, 1}, Transition: [][]float64{{1, 0}, {0, 1}}},
			Package: Package{ID: "p", Instruments: []Instrument{{
				ID: "i", Entanglement: map[string]float64{"a": 0}, AccidentMultiplier: &one,
			}}},
		}
	}
	var f Fingerprinter
	seen := map[Fingerprint]string{f.Of(build()): "as it is"}
	count := 0
	for i := 0; ; i++ {
		c := build()
		at := i
		one = 1
		path, changed := change(reflect.ValueOf(c).Elem(), "case", &at)
		if !changed {
			break
		}
		count++
		got := f.Of(c)
		if other, twice := seen[got]; twice {
			t.Errorf("a change of %s gives the fingerprint of %s", path, other)
		}
		seen[got] = path
	}
	if count < 60 {
		t.Errorf("%d fields were changed, want all of some seventy", count)
	}
}

// change alters the n-th leaf below v and returns its path.
func change(v reflect.Value, path string, n *int) (string, bool) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if p, ok := change(v.Field(i), path+"."+v.Type().Field(i).Name, n); ok {
				return p, true
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			if p, ok := change(v.Index(i), fmt.Sprintf("%s[%d]", path, i), n); ok {
				return p, true
			}
		}
	case reflect.Pointer:
		return change(v.Elem(), path, n)
	default:
		if *n--; *n >= 0 {
			return "", false
		}
		switch v.Kind() {
		case reflect.Float64:
			v.SetFloat(v.Float() + 0.5)
		case reflect.Int:
			v.SetInt(v.Int() + 1)
		case reflect.String:
			v.SetString(v.String() + "x")
		case reflect.Map:
			v.SetMapIndex(reflect.ValueOf("a"), reflect.ValueOf(0.5))
		default:
			panic("a field of a kind that the test does not know: " + path)
		}
		return path, true
	}
	return "", false
}

func TestFingerprintsOfEqualCasesAreEqual(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := arbitraryCase(fromRapid(t))
		copied := c
		copied.Guarantors = append([]Guarantor(nil), c.Guarantors...)
		var f, g Fingerprinter
		first := f.Of(&c)
		if first != g.Of(&copied) || first != f.Of(&c) {
			t.Fatal("a case and its copy have different fingerprints")
		}
	})
}

func BenchmarkFingerprint(b *testing.B) {
	cases := central(b)
	var f Fingerprinter
	for i := range b.N {
		f.Of(&cases[i%len(cases)])
	}
}
