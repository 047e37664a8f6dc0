package sim

import (
	"math/bits"

	"steadfast/sim/model"
	"steadfast/sim/result"
)

// A tally is what the futures of one package of one case came to.
type tally struct {
	failed  []uint64 // a bit a future: a major breach
	major   int
	limited int  // a limited breach only
	first   byte // how future 0 ended: held, limited, major
}

func newTally(futures int) tally { return tally{failed: make([]uint64, (futures+63)/64)} }

// add counts a future.
func (t *tally) add(future int, f *model.Future) {
	letter := byte('h')
	switch {
	case f.Month >= 0:
		letter = 'm'
		t.major++
		t.failed[future/64] |= 1 << (future % 64)
	case f.Limited >= 0:
		letter = 'l'
		t.limited++
	}
	if future == 0 {
		t.first = letter
	}
}

// counts is what a case's futures came to, by package and by pair of packages.
type counts struct {
	Major   []int  // by package
	Limited []int  // by package: a limited breach only
	First   []byte // by package: how future 0 ended
	Consent []bool // by package: the challenger's is asked
	Better  []int  // by (a, b): futures in which b fails and a holds
	Lower   []int  // by (a, b): 1 where a's exact risk is lower than b's
}

func newCounts(packages int) counts {
	return counts{
		Major: make([]int, packages), Limited: make([]int, packages), First: make([]byte, packages),
		Consent: make([]bool, packages), Better: make([]int, packages*packages), Lower: make([]int, packages*packages),
	}
}

// take enters the tally of a package.
func (c *counts) take(pack int, t *tally, consent bool) {
	c.Major[pack], c.Limited[pack], c.First[pack] = t.major, t.limited, t.first
	c.Consent[pack] = consent
}

// compare counts for every pair of packages that were solved in how many
// futures each does better. failed is by package a bit a future, nil where the
// package was not solved.
func (c *counts) compare(row *result.Row, failed [][]uint64) {
	n := len(failed)
	for a := range n {
		for b := range n {
			if failed[a] == nil || failed[b] == nil {
				continue
			}
			at := a*n + b
			for w, lost := range failed[b] {
				c.Better[at] += bits.OnesCount64(lost &^ failed[a][w])
			}
			if row.Outcomes[a].Risk < row.Outcomes[b].Risk {
				c.Lower[at] = 1
			}
		}
	}
}
