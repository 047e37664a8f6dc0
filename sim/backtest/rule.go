package backtest

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"steadfast/sim/history"
)

// arrangementsFile is the shipped scenario whose instruments the rule picks.
const arrangementsFile = "steadfast:historical/arrangements.toml"

// The numbers of the rule are judgements, and the same for every row.
const (
	adequateMonitors  = 0.6 // share of probes that many monitors detect
	monitorsScale     = 300 // how many see 63 % of that
	nuclearClashCosts = "{ pert = [0.40, 0.90, 2.00], source = \"judgement: to fight a patron with nuclear weapons costs from two fifths of the prize to twice it\" }"
)

// A Rule turns arrangements into packages. There are two, since the first was
// changed after its scores had been seen: [First] is kept so that everybody can
// see what it scored.
type Rule struct {
	// AdvisersStand counts advisers among the troops. Otherwise they are part
	// of assistance, since they train others and stand in no line.
	AdvisersStand bool
	// FitsExponent makes the exponent of the ratio of capabilities one of the
	// fitted parameters. Otherwise it is ½.
	FitsExponent bool
}

// First is the rule as it was written before any score was computed.
func First() Rule { return Rule{AdvisersStand: true} }

// Current is the rule in force.
func Current() Rule { return Rule{FitsExponent: true} }

// Lines say the rule in force, column by column, for readers of Markdown.
func (r Rule) Lines() []string {
	advisers, exponent := "assistance", "γ fitted, from 0 over ½ to 1"
	if r.AdvisersStand {
		advisers = "they count among the troops"
	}
	if !r.FitsExponent {
		exponent = "γ = ½"
	}
	return []string{
		"`assist` 1: assistance; `sanctions` 1: sanctions; `air_naval` 1: air and naval forces, in the arrangement's legal form.",
		"`guarantor_troops` n > 0: a force of n (a tripwire), in the arrangement's legal form; `advisers` n > 0: " + advisers + ".",
		"`mutual_def` 1: a political assurance; 2: a mutual-defence clause in the arrangement's legal form.",
		"`nuclear` 1: a clash costs the challenger from 0.4 over 0.9 to 2 stakes instead of the reference's range.",
		fmt.Sprintf("`monitors` n > 0: monitors who detect %g·(1 − e^(−n/%d)) of what nobody else sees; `dmz_km` w > 0: a zone of w km.", adequateMonitors, monitorsScale),
		"`legal_code` none and declaration: declaration; integrated: integrated command; the others as they are called.",
		"`capability_ratio` ρ: the challenger's forces times s = ρ^γ, within 1/3 … 3, " + exponent + ", since a state that is ρ times as strong has other borders, too; the patron's capability times s where s > 1, since patrons are chosen to match. Without a ratio the reference's ranges stand.",
		"Everything is in force when the row begins.",
	}
}

// Package turns an arrangement into a [[package]] of a scenario that extends
// historical/arrangements.toml, as Lines say. No other column is read, the
// breaches least of all. The text has γ = ½; other values are put in case by
// case.
func (r Rule) Package(a *history.Arrangement) string {
	m := making{rule: r, a: a}
	m.instruments()
	m.capabilities()
	var b strings.Builder
	fmt.Fprintf(&b, "[[package]]\nid          = %q\nname        = %s\ninstruments = [%s]\n", PackageID(a), quoted(a.ID+": "+a.Name), strings.Join(m.used, ", "))
	if len(m.sets) > 0 {
		fmt.Fprintf(&b, "[package.set]\n%s\n", strings.Join(m.sets, "\n"))
	}
	return b.String()
}

// PackageID is the id of an arrangement's package: its own in small letters.
func PackageID(a *history.Arrangement) string { return strings.ToLower(a.ID) }

// making gathers what one arrangement uses and sets.
type making struct {
	rule Rule
	a    *history.Arrangement
	used []string // instruments, in quotes
	sets []string // lines of [package.set]
}

func (m *making) use(instrument string) { m.used = append(m.used, strconv.Quote(instrument)) }

func (m *making) set(path, value string) { m.sets = append(m.sets, path+" = "+value) }

// number sets a path to a number that follows from the named column.
func (m *making) number(path string, x float64, column string) {
	m.set(path, fmt.Sprintf("{ value = %s, source = \"the rule, from %s of %s\" }", decimal(x), column, m.a.ID))
}

func (m *making) instruments() {
	a := m.a
	if a.Assistance || a.Advisers > 0 && !m.rule.AdvisersStand {
		m.use("assistance")
	}
	if a.Sanctions {
		m.use("sanctions")
	}
	if a.AirNaval {
		m.use("air_naval")
		m.form("air_naval")
	}
	troops, column := a.Troops, "guarantor_troops"
	if m.rule.AdvisersStand {
		troops, column = a.Troops+a.Advisers, "guarantor_troops and advisers"
	}
	if troops > 0 {
		m.use("troops")
		m.number("instrument.troops.troops", float64(troops), column)
		m.form("troops")
	}
	switch a.MutualDefence {
	case history.PoliticalDefence:
		m.use("assurance")
	case history.TreatyDefence:
		m.use("defence_clause")
		m.form("defence_clause")
	}
	if n := a.Monitors; n > 0 {
		m.use("monitors")
		m.number("instrument.monitors.detection", -adequateMonitors*math.Expm1(-float64(n)/monitorsScale), "monitors")
	}
	if a.BufferKM > 0 {
		m.use("buffer")
		m.number("instrument.buffer.width_km", a.BufferKM, "dmz_km")
	}
	if a.Nuclear {
		m.set("challenger.clash_cost", nuclearClashCosts)
	}
}

// form sets an instrument's legal form.
func (m *making) form(instrument string) {
	m.set("instrument."+instrument+".legal_form", fmt.Sprintf("{ value = %q, source = \"the rule, from legal_code of %s\" }", legalForm(m.a.Legal), m.a.ID))
}

// legalForm is the schema's name of a legal code.
func legalForm(l history.Legal) string {
	switch l {
	case history.NoUndertaking:
		return string(history.Declaration)
	case history.Integrated:
		return "integrated_command"
	}
	return string(l)
}

// capabilities scales armed strength; the ranges scaled are those of
// base/reference.toml and historical/arrangements.toml, which a test holds.
func (m *making) capabilities() {
	if m.a.CapabilityRatio == 0 {
		return
	}
	s := theatre(m.a.CapabilityRatio, exponent)
	m.number("challenger.forces.start", s, "capability_ratio")
	m.scaled("challenger.forces.end", challengerEnd(), s)
	if s > 1 {
		m.scaled("guarantor.patron.capability", patronCapability(), s)
	}
}

// challengerEnd and patronCapability are the ranges that the rule scales.
func challengerEnd() [3]float64    { return [3]float64{0.8, 1.1, 1.6} }
func patronCapability() [3]float64 { return [3]float64{0.4, 1.0, 2.5} }

// scaled sets a path to a range times s.
func (m *making) scaled(path string, pert [3]float64, s float64) {
	m.set(path, fmt.Sprintf("{ pert = [%s, %s, %s], source = \"the rule, from capability_ratio of %s\" }",
		decimal(s*pert[0]), decimal(s*pert[1]), decimal(s*pert[2]), m.a.ID))
}

// decimal writes a number to six digits.
func decimal(x float64) string { return strconv.FormatFloat(x, 'g', 6, 64) }

// quoted writes a text in TOML.
func quoted(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"`
}

// Scenario is the text of the scenario in which every arrangement is a package.
func (r Rule) Scenario(arrangements []history.Arrangement) string {
	var b strings.Builder
	fmt.Fprintf(&b, `# Written by steadfast backtest: every arrangement of the record as a package, by the rule of sim/backtest.
format        = 1
title         = "The arrangements of the record as packages"
question      = "What would the model have said about each arrangement of the record?"
answer        = "Without a guarantee war follows within 15 years in {risk(none, 15)}."
extends       = %q
horizon_years = %d
baseline      = "none"
`, arrangementsFile, horizonYears)
	for _, id := range []string{"letters", "garrison", "everything"} {
		fmt.Fprintf(&b, "\n[[package]]\nid   = %q\ndrop = true\n", id)
	}
	for i := range arrangements {
		b.WriteString("\n" + r.Package(&arrangements[i]))
	}
	return b.String()
}
