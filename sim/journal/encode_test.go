package journal

import (
	"errors"
	"math"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

type inner struct {
	Mean float64
	Name string
}

type sample struct {
	First   int
	Small   int8
	Seed    uint64
	Byte    uint8
	Yes     bool
	Rows    [][]float64
	Months  []float32
	Texts   []string
	Pair    [2]float64
	Nothing struct{}
	Summary // embedded, as in a year
	Maybe   *inner
	List    []inner
}

type Summary struct{ P50 float64 }

// samples draws values with the numbers that encodings lose.
func samples() *rapid.Generator[sample] {
	number := rapid.OneOf(rapid.Float64(), rapid.SampledFrom([]float64{0, math.Copysign(0, -1), math.Inf(1), math.Inf(-1), math.SmallestNonzeroFloat64, math.NaN()}))
	numbers := rapid.OneOf(rapid.Just[[]float64](nil), rapid.SliceOfN(number, 0, 4))
	return rapid.Custom(func(t *rapid.T) sample {
		s := sample{
			First: rapid.Int().Draw(t, "first"), Small: rapid.Int8().Draw(t, "small"), Seed: rapid.Uint64().Draw(t, "seed"),
			Byte: rapid.Byte().Draw(t, "byte"), Yes: rapid.Bool().Draw(t, "yes"),
			Rows:   rapid.OneOf(rapid.Just[[][]float64](nil), rapid.SliceOfN(numbers, 0, 3)).Draw(t, "rows"),
			Months: rapid.SliceOfN(rapid.Float32(), 0, 3).Draw(t, "months"),
			Texts:  rapid.SliceOfN(rapid.String(), 0, 3).Draw(t, "texts"),
			Pair:   [2]float64{number.Draw(t, "pair"), number.Draw(t, "pair")},
		}
		s.P50 = number.Draw(t, "p50")
		if rapid.Bool().Draw(t, "maybe") {
			s.Maybe = &inner{number.Draw(t, "mean"), rapid.String().Draw(t, "name")}
			s.List = []inner{*s.Maybe}
		}
		return s
	})
}

// sameBits compares floats by their bits; cmp tells nil from empty itself.
var sameBits = cmp.Comparer(func(a, b float64) bool { return math.Float64bits(a) == math.Float64bits(b) })

func TestDecodeGivesTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := samples().Draw(t, "value")
		data, err := Encode(want)
		if err != nil {
			t.Fatal(err)
		}
		got, err := Decode[sample](data)
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(want, got, sameBits); d != "" {
			t.Error(d)
		}
		for n := range len(data) {
			if _, err := Decode[sample](data[:n]); !errors.Is(err, ErrType) {
				t.Fatalf("cut at %d of %d: error %v", n, len(data), err)
			}
		}
		if _, err := Decode[sample](append(data, 0)); !errors.Is(err, ErrType) {
			t.Errorf("followed by more: error %v", err)
		}
	})
}

// TestAnyChangeOfTheTypeIsSeen: a block of another build is no block of this.
func TestAnyChangeOfTheTypeIsSeen(t *testing.T) {
	type a struct{ X, Y int }
	type renamed struct{ X, Z int }
	type retyped struct {
		X int
		Y uint
	}
	type longer struct{ X, Y, Z int }
	data, err := Encode(a{1, 2})
	if err != nil {
		t.Fatal(err)
	}
	for name, decode := range map[string]func() error{
		"renamed": func() error { _, err := Decode[renamed](data); return err },
		"retyped": func() error { _, err := Decode[retyped](data); return err },
		"longer":  func() error { _, err := Decode[longer](data); return err },
		"a slice": func() error { _, err := Decode[[]a](data); return err },
		"array 3": func() error {
			d, _ := Encode([2]float64{})
			_, err := Decode[[3]float64](d)
			return err
		},
	} {
		if err := decode(); !errors.Is(err, ErrType) {
			t.Errorf("%s: error %v", name, err)
		}
	}
}

// TestOutOfRange numbers and flags are refused, not wrapped around.
func TestOutOfRange(t *testing.T) {
	data, err := Encode(int64(300))
	if err != nil {
		t.Fatal(err)
	}
	sum, err := typeSum(reflect.TypeFor[int8]())
	if err != nil {
		t.Fatal(err)
	}
	data[0], data[1], data[2], data[3] = byte(sum), byte(sum>>8), byte(sum>>16), byte(sum>>24)
	if x, err := Decode[int8](data); !errors.Is(err, ErrType) {
		t.Errorf("%d, error %v", x, err)
	}
	flag, err := Encode(true)
	if err != nil {
		t.Fatal(err)
	}
	flag[len(flag)-1] = 2
	if _, err := Decode[bool](flag); !errors.Is(err, ErrType) {
		t.Errorf("a flag of 2: error %v", err)
	}
}

// TestEncodeRefuses what it would lose.
func TestEncodeRefuses(t *testing.T) {
	type hidden struct{ X struct{ rows []int } }
	type list struct{ Next *list }
	for says, encode := range map[string]func() ([]byte, error){
		"field rows":     func() ([]byte, error) { return Encode(hidden{}) },
		"itself":         func() ([]byte, error) { return Encode(list{}) },
		"map":            func() ([]byte, error) { return Encode(struct{ M map[string]int }{}) },
		"error is no":    func() ([]byte, error) { return Encode(struct{ E []error }{}) },
		"without a size": func() ([]byte, error) { return Encode([]struct{}{{}}) },
	} {
		if data, err := encode(); data != nil || err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("want an error that says %q: %v", says, err)
		}
	}
}

// FuzzDecode: no bytes make it panic, and what it reads is encoded and read
// again as the same.
func FuzzDecode(f *testing.F) {
	data, err := Encode(sample{Rows: [][]float64{{1, math.NaN()}, nil}, Maybe: &inner{Name: "x"}})
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data[sumSize:])
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, body []byte) {
		got, err := Decode[sample](append(data[:sumSize:sumSize], body...))
		if err != nil {
			return
		}
		again, err := Encode(got)
		if err != nil {
			t.Fatal(err)
		}
		twice, err := Decode[sample](again)
		if d := cmp.Diff(got, twice, sameBits); err != nil || d != "" {
			t.Fatal(err, d)
		}
	})
}
