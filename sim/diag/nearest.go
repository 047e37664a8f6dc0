package diag

import "strings"

// Nearest returns the candidate that word was most likely meant to be, by the
// Damerau–Levenshtein distance (optimal string alignment: an insertion, a
// deletion, a substitution or a swap of neighbours costs 1). It returns false
// where none is near: at most a third of the longer word's characters may
// differ, and always one. A difference in case, or of hyphen and underscore,
// costs nothing. Of equally near candidates the first wins.
//
// Reference: F. J. Damerau, Communications of the ACM 7 (1964) 171.
func Nearest(word string, candidates []string) (string, bool) {
	w := fold(word)
	best, bestCost, found := "", 0, false
	for _, c := range candidates {
		f := fold(c)
		allowed := max(1, max(len(w), len(f))/3)
		if len(w) == 0 || len(f) == 0 || len(w)-len(f) > allowed || len(f)-len(w) > allowed {
			continue
		}
		if min(len(w), len(f)) == 1 {
			allowed = 0
		}
		cost := distance(w, f)
		if cost <= allowed && (!found || cost < bestCost) {
			best, bestCost, found = c, cost, true
		}
	}
	return best, found
}

// fold removes differences that a writer would not see.
func fold(s string) []rune {
	return []rune(strings.ReplaceAll(strings.ToLower(s), "-", "_"))
}

// distance is the optimal string alignment distance.
func distance(a, b []rune) int {
	before := make([]int, len(b)+1) // row i−2
	last := make([]int, len(b)+1)   // row i−1
	row := make([]int, len(b)+1)    // row i
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			change := 1
			if a[i-1] == b[j-1] {
				change = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+change)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}
