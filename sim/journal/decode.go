package journal

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"reflect"
)

// ErrType is wrapped where bytes are not what Encode makes of a result of this
// type: another build wrote them.
var ErrType = errors.New("not a block of this build")

// Decode is the opposite of Encode. Its errors wrap ErrType where the bytes
// are of another type, too few or too many.
func Decode[T any](data []byte) (result T, err error) {
	v := reflect.ValueOf(&result).Elem()
	sum, err := typeSum(v.Type())
	if err != nil {
		return result, err
	}
	if len(data) < sumSize || binary.LittleEndian.Uint32(data) != sum {
		return result, fmt.Errorf("%w: its type is not %v", ErrType, v.Type())
	}
	d := decoder{data: data[sumSize:]}
	d.value(v)
	if d.failed || len(d.data) > 0 {
		var none T
		return none, fmt.Errorf("%w: its bytes are no %v", ErrType, v.Type())
	}
	return result, nil
}

// A decoder reads values from the front of its data. Once it failed it reads
// zeros.
type decoder struct {
	data   []byte
	failed bool
}

// take returns the next n bytes; nil where there are fewer.
func (d *decoder) take(n int) []byte {
	if d.failed || n > len(d.data) {
		d.failed = true
		return nil
	}
	taken := d.data[:n]
	d.data = d.data[n:]
	return taken
}

func (d *decoder) uvarint() uint64 {
	x, n := binary.Uvarint(d.data)
	if d.take(max(n, 1)) == nil || n <= 0 {
		d.failed = true
		return 0
	}
	return x
}

func (d *decoder) varint() int64 {
	x, n := binary.Varint(d.data)
	if d.take(max(n, 1)) == nil || n <= 0 {
		d.failed = true
		return 0
	}
	return x
}

// length reads a number of things of which each takes a byte or more.
func (d *decoder) length() int {
	n := d.uvarint()
	if n > uint64(len(d.data)) {
		d.failed = true
		return 0
	}
	return int(n)
}

// flag reads a byte that is 0 or 1.
func (d *decoder) flag() bool {
	b := d.take(1)
	d.failed = d.failed || b[0] > 1
	return !d.failed && b[0] == 1
}

// value reads a value of a type that typeSum accepts.
func (d *decoder) value(v reflect.Value) {
	switch v.Kind() {
	case reflect.Bool:
		v.SetBool(d.flag())
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		x := d.varint()
		d.failed = d.failed || v.OverflowInt(x)
		v.SetInt(x)
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		x := d.uvarint()
		d.failed = d.failed || v.OverflowUint(x)
		v.SetUint(x)
	case reflect.Float32:
		if b := d.take(4); b != nil {
			v.SetFloat(float64(math.Float32frombits(binary.LittleEndian.Uint32(b))))
		}
	case reflect.Float64:
		if b := d.take(8); b != nil {
			v.SetFloat(math.Float64frombits(binary.LittleEndian.Uint64(b)))
		}
	case reflect.String:
		v.SetString(string(d.take(d.length())))
	case reflect.Slice:
		d.slice(v)
	case reflect.Array:
		d.elements(v)
	case reflect.Pointer:
		if d.flag() {
			v.Set(reflect.New(v.Type().Elem()))
			d.value(v.Elem())
		}
	case reflect.Struct:
		for i := 0; i < v.NumField() && !d.failed; i++ {
			d.value(v.Field(i))
		}
	default:
		panic(fmt.Sprintf("journal: a value of type %v", v.Type()))
	}
}

func (d *decoder) slice(v reflect.Value) {
	n := d.uvarint()
	if n == 0 {
		return
	}
	if n-1 > uint64(len(d.data)) {
		d.failed = true
		return
	}
	v.Set(reflect.MakeSlice(v.Type(), int(n-1), int(n-1)))
	d.elements(v)
}

func (d *decoder) elements(v reflect.Value) {
	for i := 0; i < v.Len() && !d.failed; i++ {
		d.value(v.Index(i))
	}
}
