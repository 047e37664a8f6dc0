package journal

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
)

// typeSum is a checksum of a type: of the names and the kinds of all its
// parts. It fails where the type has a part that Encode does not keep.
func typeSum(t reflect.Type) (uint32, error) {
	var b strings.Builder
	if err := describe(&b, t, nil); err != nil {
		return 0, fmt.Errorf("journal: a block of type %v cannot be kept: %w", t, err)
	}
	return checksum([]byte(b.String())), nil
}

// describe writes the parts of a type, which is part of those above.
func describe(b *strings.Builder, t reflect.Type, above []reflect.Type) error {
	if slices.Contains(above, t) {
		return fmt.Errorf("%v contains itself", t)
	}
	above = append(above, t)
	switch t.Kind() {
	case reflect.Slice, reflect.Array, reflect.Pointer:
		if t.Elem().Size() == 0 {
			return fmt.Errorf("%v is of things without a size", t)
		}
		b.WriteString(t.Kind().String())
		if t.Kind() == reflect.Array {
			fmt.Fprint(b, t.Len())
		}
		b.WriteByte(' ')
		return describe(b, t.Elem(), above)
	case reflect.Struct:
		b.WriteByte('{')
		for i := range t.NumField() {
			f := t.Field(i)
			if !f.IsExported() {
				return fmt.Errorf("the field %s of %v is not exported", f.Name, t)
			}
			b.WriteString(f.Name + " ")
			if err := describe(b, f.Type, above); err != nil {
				return err
			}
			b.WriteByte(';')
		}
		b.WriteByte('}')
		return nil
	case reflect.Map, reflect.Interface, reflect.Func, reflect.Chan, reflect.UnsafePointer, reflect.Uintptr, reflect.Complex64, reflect.Complex128:
		return fmt.Errorf("%v is no plain data", t)
	default:
		b.WriteString(t.Kind().String())
		return nil
	}
}
