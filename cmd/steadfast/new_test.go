package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"steadfast/sim/scenario"
)

// What new writes loads without a word about itself, whatever it extends.
func TestNewIsValid(t *testing.T) {
	for _, from := range append([]string{""}, shippedNames()...) {
		path := filepath.Join(t.TempDir(), "mine.toml")
		args := []string{"new", path}
		if from != "" {
			args = append(args, "--from", from)
		}
		if _, talk, status := command(t, args...); status != statusYes {
			t.Fatalf("from %q: exit status %d: %s", from, status, talk)
		}
		sc, found := scenario.Load(path, loadOptions(nil))
		if sc == nil {
			t.Fatalf("from %q: %v", from, found)
		}
		for _, d := range found {
			if d.File == path {
				t.Errorf("from %q: %v", from, d)
			}
		}
		if from == "" {
			if len(sc.Packages) != 3 || sc.DefaultsUsed() > 0 {
				t.Errorf("%d packages and %d defaults, want 3 and none", len(sc.Packages), sc.DefaultsUsed())
			}
			continue
		}
		base, _ := scenario.Load(from, loadOptions(nil))
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(strings.Join(packageIDs(sc), " "), "my_package") {
			t.Errorf("from %q: no package is added: %v", from, packageIDs(sc))
		}
		if drops := strings.Contains(string(text), "\ndrop = true"); drops != (len(sc.Packages) == len(base.Packages)) || drops != (len(base.Packages) > 1) {
			t.Errorf("from %q: drops %t, %d packages of %d", from, drops, len(sc.Packages), len(base.Packages))
		}
	}
}

// A new file is whole or not there, and nothing else is left beside it.
func TestNewLeavesNothingBehind(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "mine.toml")
	for range 2 { // the second time the file is there
		command(t, "new", path)
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	if len(entries) != 1 || entries[0].Name() != "mine.toml" {
		t.Errorf("the folder holds %v, want mine.toml alone", entries)
	}
	text, err := os.ReadFile(path)
	if err != nil || string(text) != startingScenario {
		t.Errorf("the file is not the template (%v)", err)
	}
}

// Anything in the way is left alone, be it a folder or a broken link.
func TestNewOverwritesNothing(t *testing.T) {
	dir := t.TempDir()
	link := filepath.Join(dir, "link.toml")
	if err := os.Symlink(filepath.Join(dir, "nowhere"), link); err != nil {
		t.Skip("no symbolic links here")
	}
	for _, path := range []string{dir, link} {
		_, talk, status := command(t, "new", path)
		if status != statusFailure || !strings.Contains(talk, "exists already") {
			t.Errorf("%s: exit status %d: %s", path, status, talk)
		}
	}
}
