package plots

import (
	"fmt"
	"strings"
)

// A choice is something that a user chooses by its name.
type choice[T any] struct {
	name string
	is   T
}

func namesOf[T any](all []choice[T]) []string {
	var out []string
	for _, n := range all {
		out = append(out, n.name)
	}
	return out
}

// find is the one of a name; what says what it is.
func find[T any](what, name string, all []choice[T]) (T, error) {
	for _, n := range all {
		if n.name == name {
			return n.is, nil
		}
	}
	var none T
	return none, fmt.Errorf("%s %q is unknown: allowed are %s", what, name, strings.Join(namesOf(all), ", "))
}
