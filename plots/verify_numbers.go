package plots

import (
	"encoding/csv"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
)

// nineDigits is the relative distance within which numbers are the same, and
// nothing the absolute one: what should be 0 need not be on every platform.
const (
	nineDigits = 1e-9
	nothing    = 1e-15
)

// A numbersDifference is where two twin CSVs differ.
type numbersDifference struct {
	count int      // of cells that differ, or 1 where the tables have not one shape
	first []string // the first few, in words
}

// numberDifferences compares two twins cell by cell, numbers to nine digits.
func numberDifferences(a, b string) numbersDifference {
	var d numbersDifference
	one, errOne := csv.NewReader(strings.NewReader(a)).ReadAll()
	two, errTwo := csv.NewReader(strings.NewReader(b)).ReadAll()
	switch {
	case errOne != nil || errTwo != nil || len(one) == 0 || len(two) == 0:
		d.add("the numbers it carries are no table")
		return d
	case !slices.Equal(one[0], two[0]):
		d.add(fmt.Sprintf("its columns are %s, made again %s", strings.Join(one[0], ", "), strings.Join(two[0], ", ")))
		return d
	case len(one) != len(two):
		d.add(fmt.Sprintf("it has %d rows of numbers, made again %d", len(one)-1, len(two)-1))
		return d
	}
	for i := range one[1:] {
		for j, x := range one[i+1] {
			if y := two[i+1][j]; !sameCell(x, y) {
				d.add(fmt.Sprintf("row %d (%s), column %s: it has %s, made again %s", i+1, rowName(one[i+1]), one[0][j], shownCell(x), shownCell(y)))
			}
		}
	}
	return d
}

func (d *numbersDifference) add(words string) {
	const shown = 5
	if d.count++; d.count <= shown {
		d.first = append(d.first, words)
	}
}

// words says where numbers differ.
func (d numbersDifference) words() []string {
	if more := d.count - len(d.first); more > 0 {
		return append(d.first, fmt.Sprintf("and %d more", more))
	}
	return d.first
}

func sameCell(x, y string) bool {
	if x == y {
		return true
	}
	a, errA := strconv.ParseFloat(x, 64)
	b, errB := strconv.ParseFloat(y, 64)
	if errA != nil || errB != nil {
		return false
	}
	return math.Abs(a-b) <= max(nineDigits*max(math.Abs(a), math.Abs(b)), nothing)
}

// rowName is a row's words, by which a reader finds it.
func rowName(row []string) string {
	var out []string
	for _, c := range row {
		if _, err := strconv.ParseFloat(c, 64); err != nil && c != "" && len(out) < 3 {
			out = append(out, shortened(c))
		}
	}
	return strings.Join(out, ", ")
}

func shownCell(s string) string {
	if s == "" {
		return "nothing"
	}
	return shortened(s)
}
