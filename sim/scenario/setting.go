package scenario

import (
	"strings"
	"sync"
	"time"

	"steadfast/sim/schema"
	"steadfast/sim/uncertain"
)

// A setting is one parameter as one file gives it.
type setting struct {
	parts []string
	path  string // of the parameter itself, whatever package sets it
	owner string // id of the package whose [package.set] says so; "" shared
	field *schema.Field
	node  *node
	layer int

	// family names the one thing that several spellings set (a date and a
	// duration; a credibility and a vote), "" where there is but one; branch
	// tells the spellings apart.
	family, branch string

	value  value
	sample []float64 // drawn values or places in value.texts, a row of the sample each; nil: not from a sample
	used   bool
}

// value is what was written, read by the field's type.
type value struct {
	bad    bool             // it could not be read: reported
	number uncertain.Number // of a Number or Integer, in the unit as written
	choice *uncertain.Choice
	texts  []string // of IDs, Texts; the values of a sampled Enum
	text   string   // of Text, Enum
	flag   bool
	date   time.Time
	source string
	note   string
}

func newSetting(parts []string, field *schema.Field, n *node, layer int) *setting {
	s := &setting{parts: parts, path: joinPath(parts...), field: field, node: n, layer: layer}
	s.branch = s.path
	if group := groups()[field.Path]; group != "" {
		s.family = concrete(group, parts)
	} else if field.With != "" {
		if with, ok := schema.Lookup(field.With); ok && with.Type == schema.Vote {
			s.family, s.branch = concrete(with.Group, parts), concrete(field.With, parts)
		}
	}
	return s
}

// groups gives the group of every path of the field table that has one for any
// kind of instrument: when settings are merged the kind is not yet known.
var groups = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	for _, f := range schema.Fields() {
		if f.Group != "" {
			out[f.Path] = f.Group
		}
	}
	return out
})

// name is the path with its package: package.trip.instrument.x.troops.
func (s *setting) name() string {
	if s.owner == "" {
		return s.path
	}
	return joinPath(append([]string{"package", s.owner}, s.parts...)...)
}

// thing is what two settings share that speak of the same quantity.
func (s *setting) thing() string {
	if s.family != "" && s.branch == s.path {
		return s.family
	}
	return s.path
}

// uncertain reports whether the setting is drawn.
func (s *setting) uncertain() bool {
	switch {
	case s.value.bad:
		return false
	case s.sample != nil:
		return true
	case s.value.choice != nil:
		return len(s.value.choice.Values) > 1
	case s.value.number != nil:
		lo, hi := s.value.number.Support()
		return lo < hi
	}
	return false
}

// store holds settings by path, at most one spelling of each thing.
type store struct {
	byPath   map[string]*setting
	byFamily map[string][]*setting
	order    []string // paths as first seen
}

func newStore() *store {
	return &store{byPath: map[string]*setting{}, byFamily: map[string][]*setting{}}
}

func (s *store) clone() *store {
	c := newStore()
	for _, path := range s.order {
		if x := s.byPath[path]; x != nil {
			c.put(x)
		}
	}
	return c
}

// put adds a setting in place of what says the same. It returns the setting
// of the same layer that it contradicts, if any: then nothing changes.
func (s *store) put(x *setting) (conflict *setting) {
	if x.family != "" {
		for _, old := range s.byFamily[x.family] {
			if old.branch != x.branch && old.layer == x.layer && old.owner == x.owner {
				return old
			}
		}
		var keep []*setting
		for _, old := range s.byFamily[x.family] {
			switch {
			case old.branch != x.branch:
				delete(s.byPath, old.path)
			case old.path != x.path:
				keep = append(keep, old)
			}
		}
		s.byFamily[x.family] = append(keep, x)
	}
	if _, seen := s.byPath[x.path]; !seen {
		s.order = append(s.order, x.path)
	}
	s.byPath[x.path] = x
	return nil
}

// remove takes a setting out.
func (s *store) remove(x *setting) {
	if s.byPath[x.path] == x {
		delete(s.byPath, x.path)
	}
	for i, old := range s.byFamily[x.family] {
		if old == x {
			s.byFamily[x.family] = append(s.byFamily[x.family][:i:i], s.byFamily[x.family][i+1:]...)
			break
		}
	}
}

// thing returns the setting of a path in whichever spelling it is given, or
// nil.
func (s *store) thing(path string) *setting {
	if x := s.byPath[path]; x != nil {
		return x
	}
	if f := s.byFamily[path]; len(f) > 0 {
		return f[0]
	}
	return nil
}

// all lists the settings in the order in which their paths were first seen.
func (s *store) all() []*setting {
	out := make([]*setting, 0, len(s.byPath))
	seen := make(map[string]bool, len(s.byPath))
	for _, path := range s.order {
		if x := s.byPath[path]; x != nil && !seen[path] {
			seen[path] = true
			out = append(out, x)
		}
	}
	return out
}

// given reports whether the field of a With is set, in any spelling.
func (s *store) given(with string, parts []string) bool {
	path := concrete(with, parts)
	if s.thing(path) != nil {
		return true
	}
	for _, x := range s.byPath {
		if x.branch == path || strings.HasPrefix(x.path, path+".") {
			return true
		}
	}
	return false
}
