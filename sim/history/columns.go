package history

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"
)

// A Column is one column of the record.
type Column struct {
	Name    string
	Meaning string
	read    func(a *Arrangement, cell string) error // nil: text for the reader, kept in the file alone
}

// Columns lists the columns of the record in the order of the shipped file.
// All must be there; their order is free.
func Columns() []Column {
	text := func(name, meaning string, at func(*Arrangement) *string) Column {
		return Column{name, meaning, func(a *Arrangement, cell string) error {
			if cell == "" {
				return fmt.Errorf("is empty: write %s", meaning)
			}
			*at(a) = cell
			return nil
		}}
	}
	flag := func(name, meaning string, at func(*Arrangement) *bool) Column {
		return Column{name, meaning, func(a *Arrangement, cell string) (err error) {
			*at(a), err = readFlag(cell)
			return err
		}}
	}
	count := func(name, meaning string, at func(*Arrangement) *int) Column {
		return Column{name, meaning, func(a *Arrangement, cell string) (err error) {
			*at(a), err = readCount(cell)
			return err
		}}
	}
	date := func(name, meaning string, needed bool, at func(*Arrangement) *time.Time) Column {
		return Column{name, meaning, func(a *Arrangement, cell string) (err error) {
			if cell == "" && !needed {
				return nil
			}
			*at(a), err = readDate(cell)
			return err
		}}
	}
	comment := func(name, meaning string) Column { return Column{Name: name, Meaning: meaning} }
	return []Column{
		{"id", "three capital letters and two digits, each row its own", readID},
		text("name", "what the arrangement is called", func(a *Arrangement) *string { return &a.Name }),
		{"tier", "A: a third party's guarantee against a state; B: control of a ceasefire without one; C: atypical", readTier},
		date("start", "the day it took effect", true, func(a *Arrangement) *time.Time { return &a.Start }),
		date("end", "the day of war, of its replacement, or of the end of observation", true, func(a *Arrangement) *time.Time { return &a.End }),
		text("protege", "the state or people protected", func(a *Arrangement) *string { return &a.Protege }),
		text("challenger", "the state or people that might attack", func(a *Arrangement) *string { return &a.Challenger }),
		text("guarantors", "who stood behind it, or none", func(a *Arrangement) *string { return &a.Guarantors }),
		flag("assist", "military assistance", func(a *Arrangement) *bool { return &a.Assistance }),
		flag("sanctions", "economic sanctions in force or threatened", func(a *Arrangement) *bool { return &a.Sanctions }),
		flag("air_naval", "air or naval forces of the guarantors on the spot", func(a *Arrangement) *bool { return &a.AirNaval }),
		count("guarantor_troops", "the guarantors' troops on the protégé's soil", func(a *Arrangement) *int { return &a.Troops }),
		count("advisers", "the guarantors' soldiers there who train and do not stand in the line", func(a *Arrangement) *int { return &a.Advisers }),
		{"mutual_def", "0: nobody promised to fight; 1: a political assurance; 2: a mutual-defence clause", readDefence},
		flag("nuclear", "a guarantor with nuclear weapons extends them", func(a *Arrangement) *bool { return &a.Nuclear }),
		count("monitors", "observers or peacekeepers", func(a *Arrangement) *int { return &a.Monitors }),
		{"dmz_km", "the width of the demilitarised zone in km", readWidth},
		comment("legal_form", "the legal form in words"),
		date("b2_date", "the day of the first limited breach, or empty", false, func(a *Arrangement) *time.Time { return &a.LimitedOn }),
		comment("b2_event", "what the limited breach was"),
		date("b3_date", "the day of war, or empty", false, func(a *Arrangement) *time.Time { return &a.MajorOn }),
		comment("b3_event", "what the war was"),
		comment("guarantor_response", "what the guarantors did"),
		comment("conf", "confidence in the coding: H, M, L"),
		comment("notes", "notes of the source"),
		flag("core40", "one of the core, the rows by which the forecasts are judged (40 of the shipped record)", func(a *Arrangement) *bool { return &a.Core }),
		comment("verified", "what the row rests on"),
		{"legal_code", "the legal form of the third party's undertaking: none, declaration, memorandum, agreement, treaty, integrated", readLegal},
		text("dyad", "the pair of rivals: rows of one dyad stand in one half, and are resampled together", func(a *Arrangement) *string { return &a.Dyad }),
		{"capability_ratio", "the challenger's capability over the protégé's at the start, or empty", readRatio},
		comment("capability_source", "where the ratio comes from"),
		comment("coding_note", "corrections and doubts of the coding"),
	}
}

func readID(a *Arrangement, cell string) error {
	ok := len(cell) == 5
	for i := 0; ok && i < 5; i++ {
		ok = i < 3 && cell[i] >= 'A' && cell[i] <= 'Z' || i >= 3 && cell[i] >= '0' && cell[i] <= '9'
	}
	if !ok {
		return fmt.Errorf("is %q: write three capital letters and two digits, such as KOR53", cell)
	}
	a.ID = cell
	return nil
}

func readTier(a *Arrangement, cell string) error {
	if cell != "A" && cell != "B" && cell != "C" {
		return fmt.Errorf("is %q: write A, B or C", cell)
	}
	a.Tier = cell
	return nil
}

func readFlag(cell string) (bool, error) {
	if cell != "0" && cell != "1" {
		return false, fmt.Errorf("is %q: write 1 or 0", cell)
	}
	return cell == "1", nil
}

func readCount(cell string) (int, error) {
	n, err := strconv.Atoi(cell)
	if err != nil || n < 0 || n > 2_000_000 {
		return 0, fmt.Errorf("is %q: write a whole number from 0 to 2000000", cell)
	}
	return n, nil
}

func readDate(cell string) (time.Time, error) {
	if cell == "" {
		return time.Time{}, fmt.Errorf("is missing: write a date such as 1994-12-05")
	}
	t, err := time.Parse(time.DateOnly, cell)
	if err != nil {
		return time.Time{}, fmt.Errorf("is %q: write a date such as 1994-12-05", cell)
	}
	return t, nil
}

func readDefence(a *Arrangement, cell string) error {
	switch cell {
	case "0", "1", "2":
		a.MutualDefence = MutualDefence(cell[0] - '0')
		return nil
	}
	return fmt.Errorf("is %q: write 0, 1 or 2", cell)
}

func readWidth(a *Arrangement, cell string) error {
	x, err := strconv.ParseFloat(cell, 64)
	if err != nil || !(x >= 0 && x <= 1000) {
		return fmt.Errorf("is %q: write a width in km from 0 to 1000", cell)
	}
	a.BufferKM = x
	return nil
}

func readLegal(a *Arrangement, cell string) error {
	var names []string
	for _, l := range legals() {
		if cell == string(l) {
			a.Legal = l
			return nil
		}
		names = append(names, string(l))
	}
	return fmt.Errorf("is %q: write one of %s", cell, strings.Join(names, ", "))
}

func readRatio(a *Arrangement, cell string) error {
	if cell == "" {
		return nil
	}
	x, err := strconv.ParseFloat(cell, 64)
	if err != nil || !(x > 0) || math.IsInf(x, 0) {
		return fmt.Errorf("is %q: write a number above 0, or nothing where it is not known", cell)
	}
	a.CapabilityRatio = x
	return nil
}
