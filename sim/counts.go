package sim

import (
	"math/bits"

	"steadfast/sim/model"
	"steadfast/sim/result"
)

// counts is what a case's futures came to, by package and by pair of packages.
type counts struct {
	packages int
	futures  int
	failed   [][]uint64 // by package, a bit a future: a major breach
	major    []int      // by package
	limited  []int      // by package: a limited breach only
	first    []byte     // by package: how future 0 ended
	consent  []bool     // by package: the challenger's is asked
	better   []int      // by (a, b): futures in which b fails and a holds
	lower    []int      // by (a, b): 1 where a's exact risk is lower than b's
}

func newCounts(packages, futures int) counts {
	c := counts{
		packages: packages, futures: futures,
		failed: make([][]uint64, packages),
		major:  make([]int, packages), limited: make([]int, packages), first: make([]byte, packages), consent: make([]bool, packages),
		better: make([]int, packages*packages), lower: make([]int, packages*packages),
	}
	words := (futures + 63) / 64
	all := make([]uint64, packages*words)
	for i := range c.failed {
		c.failed[i] = all[i*words:][:words]
	}
	return c
}

// add counts a future under a package.
func (c *counts) add(pack, future int, f *model.Future) {
	letter := byte('h')
	switch {
	case f.Month >= 0:
		letter = 'm'
		c.major[pack]++
		c.failed[pack][future/64] |= 1 << (future % 64)
	case f.Limited >= 0:
		letter = 'l'
		c.limited[pack]++
	}
	if future == 0 {
		c.first[pack] = letter
	}
}

// compare counts for every pair in how many futures each does better, and lets
// go of the futures.
func (c *counts) compare(row *result.Row) {
	for a := range c.packages {
		for b := range c.packages {
			at := a*c.packages + b
			for w, failed := range c.failed[b] {
				c.better[at] += bits.OnesCount64(failed &^ c.failed[a][w])
			}
			if row.Outcomes[a].Risk < row.Outcomes[b].Risk {
				c.lower[at] = 1
			}
		}
	}
	c.failed = nil
}
