package plots

import (
	"fmt"
	"strconv"

	"steadfast/sim/result"
)

// An origin is what it takes to redraw a figure from nothing.
type origin struct {
	scenario, hash, version string
	seed                    uint64
	cases, futures          int
}

func originOf(s *result.Set) origin {
	return origin{
		scenario: s.Scenario.Name, hash: s.Scenario.Hash, version: s.Version,
		seed: s.Run.Seed, cases: s.Run.Cases, futures: s.Run.Futures,
	}
}

// footer is the origin as a line under the picture. The hash is shortened to
// what a reader compares at a glance; the text of a PNG has all of it.
func (o origin) footer() string {
	const glance = 12
	hash := o.hash
	if len(hash) > glance {
		hash = hash[:glance]
	}
	return fmt.Sprintf("%s · %s · seed %d · %s × %s · steadfast %s", tidy(o.scenario), hash, o.seed,
		plural(o.cases, "case"), plural(o.futures, "future"), o.version)
}

// text is the origin as the text chunks of a PNG and the metadata of an SVG.
func (f *Figure) text() []Text {
	o := f.origin
	return []Text{
		{"Title", f.Title},
		{"Description", f.Alt()},
		{"Software", "steadfast " + o.version},
		{"steadfast.figure", f.Name},
		{"steadfast.scenario", o.scenario},
		{"steadfast.hash", o.hash},
		{"steadfast.seed", strconv.FormatUint(o.seed, 10)},
		{"steadfast.cases", strconv.Itoa(o.cases)},
		{"steadfast.futures", strconv.Itoa(o.futures)},
		{"steadfast.version", o.version},
	}
}

func plural(n int, noun string) string {
	if n == 1 {
		return "1" + nbsp + noun
	}
	return count(n) + nbsp + noun + "s"
}
