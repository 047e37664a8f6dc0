package main

import (
	_ "embed"
	"encoding/csv"
	"fmt"
	"math"
	"strconv"
	"strings"
)

//go:embed targets.csv
var targetsCSV string

// dyads is the number of pairs in the record.
const dyads = 55

// A target is what the record says of one curve at one year.
type target struct {
	Curve  string // "war" or "fatal"
	Year   int    // 0: the shape of the curve's Weibull fit
	Value  float64
	StdErr float64
}

// readTargets returns the twelve shares of the record and the shapes of the
// Weibull curves fitted to it.
//
// The standard error of a share p of n pairs is √(p(1−p)/n). That of a shape k
// estimated from d events is about .78·k/√d, from Fisher's information of a
// complete sample (√6/π = .78).
func readTargets() ([]target, error) {
	out, err := parseTargets(targetsCSV)
	if err != nil {
		return nil, err
	}
	var events [2]float64
	for _, t := range out {
		if t.Year == 20 {
			events[curveIndex(t.Curve)] = dyads * t.Value
		}
	}
	for _, s := range []target{{Curve: "war", Value: .72}, {Curve: "fatal", Value: .63}} {
		s.StdErr = math.Sqrt(6) / math.Pi * s.Value / math.Sqrt(events[curveIndex(s.Curve)])
		out = append(out, s)
	}
	return out, nil
}

// parseTargets reads the table: a column of years, one of each curve, the
// years rising and the shares in (0, 1).
func parseTargets(text string) ([]target, error) {
	r := csv.NewReader(strings.NewReader(text))
	r.Comment = '#'
	rows, err := r.ReadAll()
	if err != nil {
		return nil, fmt.Errorf("targets: %w", err)
	}
	if len(rows) < 2 || strings.Join(rows[0], ",") != "year,war,fatal" {
		return nil, fmt.Errorf("targets: want a header year,war,fatal and at least one row")
	}
	var out []target
	before := 0
	for _, row := range rows[1:] {
		year, err := strconv.Atoi(row[0])
		if err != nil || year <= before {
			return nil, fmt.Errorf("targets: year %q, want whole years that rise", row[0])
		}
		before = year
		for i, curve := range rows[0][1:] {
			p, err := strconv.ParseFloat(row[i+1], 64)
			if err != nil || !(p > 0 && p < 1) {
				return nil, fmt.Errorf("targets: %s at year %d is %q, want a share between 0 and 1", curve, year, row[i+1])
			}
			out = append(out, target{Curve: curve, Year: year, Value: p, StdErr: math.Sqrt(p * (1 - p) / dyads)})
		}
	}
	return out, nil
}

// curveIndex is the place of a curve in curves.
func curveIndex(name string) int {
	if name == "war" {
		return 0
	}
	return 1
}
