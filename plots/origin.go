package plots

import (
	"strconv"

	"steadfast/sim/result"
)

// An origin is what it takes to redraw a figure from nothing.
type origin struct {
	scenario, hash, version string
	seed                    uint64
	cases, futures          int
	analysis                bool // of many points: futures are named only where there are any
	draws                   bool // the cases are draws of a backtest
}

func originOf(s *result.Set) origin { return newOrigin(s.Scenario, s.Run, s.Version) }

func newOrigin(s result.Scenario, r result.Run, version string) origin {
	return origin{
		scenario: s.Name, hash: s.Hash, version: version,
		seed: r.Seed, cases: r.Cases, futures: r.Futures,
	}
}

// footer is the origin as a line under the picture. The hash is shortened to
// what a reader compares at a glance; the text of a PNG has all of it.
func (o origin) footer(lang *Words) string {
	const glance = 12
	hash := o.hash
	if len(hash) > glance {
		hash = hash[:glance]
	}
	size := lang.counted(lang.Cases, o.cases)
	if o.draws {
		size = lang.counted(lang.Counts.Draws, o.cases)
	}
	if !o.analysis || o.futures > 0 {
		size = lang.Footer.CasesOfFutures.with("cases", size, "futures", lang.counted(lang.Counts.Futures, o.futures))
	}
	return lang.Footer.Line.with("scenario", tidy(o.scenario), "hash", hash, "seed", strconv.FormatUint(o.seed, 10),
		"size", size, "version", o.version)
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
