package journal

import (
	"encoding/binary"
	"fmt"
	"math"
	"reflect"
)

// Encode turns a result into bytes that Decode turns back into the same one:
// every float to its last bit, the sign of a zero and the bits of a NaN among
// them, and an empty slice apart from a nil one. (encoding/gob keeps neither
// the sign nor the nil, and both show in the files of a run.)
//
// A result is made of booleans, numbers, texts, arrays, slices, pointers (to
// different things, or what they share is doubled) and structs whose fields
// are all exported. Encode fails on any other type rather than lose a part.
func Encode[T any](result T) ([]byte, error) {
	v := reflect.ValueOf(&result).Elem()
	sum, err := typeSum(v.Type())
	if err != nil {
		return nil, err
	}
	return appendValue(binary.LittleEndian.AppendUint32(nil, sum), v), nil
}

// appendValue appends a value of a type that typeSum accepts. Lengths and
// integers are varints; the length of a slice counts from 1, 0 being nil.
func appendValue(b []byte, v reflect.Value) []byte {
	switch v.Kind() {
	case reflect.Bool:
		if v.Bool() {
			return append(b, 1)
		}
		return append(b, 0)
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return binary.AppendVarint(b, v.Int())
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		return binary.AppendUvarint(b, v.Uint())
	case reflect.Float32:
		// By way of float64 a signalling NaN would turn quiet; no result
		// distinguishes the two.
		return binary.LittleEndian.AppendUint32(b, math.Float32bits(float32(v.Float())))
	case reflect.Float64:
		return binary.LittleEndian.AppendUint64(b, math.Float64bits(v.Float()))
	case reflect.String:
		b = binary.AppendUvarint(b, uint64(v.Len()))
		return append(b, v.String()...)
	case reflect.Slice:
		if v.IsNil() {
			return append(b, 0)
		}
		b = binary.AppendUvarint(b, uint64(v.Len())+1)
		return appendElements(b, v)
	case reflect.Array:
		return appendElements(b, v)
	case reflect.Pointer:
		if v.IsNil() {
			return append(b, 0)
		}
		return appendValue(append(b, 1), v.Elem())
	case reflect.Struct:
		for i := range v.NumField() {
			b = appendValue(b, v.Field(i))
		}
		return b
	default:
		panic(fmt.Sprintf("journal: a value of type %v", v.Type()))
	}
}

func appendElements(b []byte, v reflect.Value) []byte {
	for i := range v.Len() {
		b = appendValue(b, v.Index(i))
	}
	return b
}
