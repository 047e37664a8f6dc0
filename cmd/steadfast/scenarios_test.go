package main

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"steadfast/sim/scenario"
)

func TestScenariosJSON(t *testing.T) {
	out, talk, status := command(t, "scenarios", "--format", "json")
	if status != statusYes {
		t.Fatalf("exit status %d: %s", status, talk)
	}
	var list []shipped
	if err := json.Unmarshal([]byte(out), &list); err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, x := range list {
		names = append(names, x.Name)
		sc, _ := scenario.Load(x.Name, loadOptions(nil))
		if sc == nil {
			t.Fatalf("%s does not load by its name", x.Name)
		}
		if sc.Title != x.Title || sc.Question != x.Question || !slices.Equal(packageIDs(sc), x.Packages) || len(sc.Columns()) != x.Uncertain {
			t.Errorf("%s is listed as %+v", x.Name, x)
		}
	}
	for _, want := range []string{"ukraine-options", "steadfast:base/reference", "steadfast:base/ukraine"} {
		if !slices.Contains(names, want) {
			t.Errorf("%s is not listed: %v", want, names)
		}
	}
	isLater := func(x shipped) bool { return x.Base }
	if first := slices.IndexFunc(list, isLater); slices.ContainsFunc(list[first:], func(x shipped) bool { return !x.Base }) {
		t.Errorf("base files are not last: %v", names)
	}
}

func TestScenariosText(t *testing.T) {
	out, _, _ := command(t, "scenarios")
	list, err := shippedScenarios()
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range list {
		if !strings.Contains(out, x.Name+" ") || !strings.Contains(out, x.Title) {
			t.Errorf("%s is not listed:\n%s", x.Name, out)
		}
	}
	for _, line := range strings.Split(out, "\n") {
		if len([]rune(line)) > pageWidth {
			t.Errorf("a line is %d characters long: %s", len([]rune(line)), line)
		}
	}
}
