package main

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"steadfast/sim"
	"steadfast/sim/claim"
	"steadfast/sim/schema"
)

func TestExplainGolden(t *testing.T) {
	for name, args := range map[string][]string{
		"all":          nil,
		"war_cost":     {"challenger.war_cost"},
		"severity":     {"severity"},
		"until":        {"instrument.snapback.until_years"},
		"snapback":     {"snapback"},
		"treaty":       {"treaty"},
		"coalition":    {"coalition"},
		"instrument":   {"instrument"},
		"risk":         {"risk"},
		"share":        {"share"},
		"vote_members": {"instrument.x.vote.members"},
		"monotone":     {"monotone"},
		"claims":       {"claims"},
		"risk_ratio":   {"risk_ratio"},
		"in":           {"in"},
		"at_least":     {">="},
		"sobol":        {"sobol"},
		"prcc":         {"prcc"},
	} {
		var out bytes.Buffer
		cmd := explainCommand(&out)
		cmd.SetArgs(args)
		if args == nil {
			cmd.SetArgs([]string{})
		}
		if err := cmd.Execute(); err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		golden(t, filepath.Join("explain", name+".txt"), out.String())
	}
}

// Every name that completion offers, and every path of the table, is explained.
func TestExplainEverything(t *testing.T) {
	long(t)
	names := explainNames()
	for _, f := range schema.Fields() {
		names = append(names, f.Path, strings.ReplaceAll(f.Path, "*", "some_id"))
	}
	for _, name := range names {
		var out bytes.Buffer
		if err := explain(&out, name); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if strings.Contains(out.String(), "<nil>") || strings.Contains(out.String(), "%!") {
			t.Errorf("%s: malformed text:\n%s", name, out.String())
		}
	}
}

// TestExplainedClaims: every claim that is shown as an example is one.
func TestExplainedClaims(t *testing.T) {
	for _, o := range claimOperators() {
		if _, err := claim.Parse(o.example); err != nil {
			t.Errorf("%s: %v", o.example, err)
		}
	}
	var out bytes.Buffer
	if err := explain(&out, claimTopic); err != nil {
		t.Fatal(err)
	}
	_, rest, found := strings.Cut(out.String(), "\n  examples\n")
	examples, _, also := strings.Cut(rest, "\n\n")
	if !found || !also || strings.Count(examples, "\n") < 4 {
		t.Fatalf("no examples in\n%s", out.String())
	}
	for line := range strings.Lines(examples) {
		if _, err := claim.Parse(strings.TrimSpace(line)); err != nil {
			t.Errorf("%s: %v", line, err)
		}
	}
}

// TestEveryMethodIsExplained, and no other.
func TestEveryMethodIsExplained(t *testing.T) {
	var names []string
	for _, m := range sensitivityMethods() {
		names = append(names, m.name)
	}
	if d := cmp.Diff(sim.SensitivityMethods(), names); d != "" {
		t.Error(d)
	}
}

func TestExplainNearMiss(t *testing.T) {
	for name, want := range map[string]string{
		"war_cots":                  "did you mean war_cost?",
		"challenger.war_cots":       "did you mean challenger.war_cost?",
		"chalenger.war_cost":        "did you mean challenger.war_cost?",
		"chalenger.war_cots":        "did you mean challenger.war_cost?",
		"instrument.trip.trops":     "did you mean instrument.trip.troops?",
		`guarantor."a b".capabilty`: `did you mean guarantor."a b".capability?`,
		"snap-back":                 "did you mean snapback?",
		"topdriver":                 "did you mean top_driver?",
		"claim-language":            "`steadfast explain` lists what there is",
		"claimes":                   "did you mean claims?",
		"sobl":                      "did you mean sobol?",
		"tornadoo":                  "did you mean tornado?",
		"bananas":                   "`steadfast explain` lists what there is",
	} {
		var out bytes.Buffer
		err := explain(&out, name)
		if err == nil || !strings.Contains(err.Error(), want) || out.Len() > 0 {
			t.Errorf("explain %s: %v, printed %q, want %s", name, err, out.String(), want)
		}
	}
}
