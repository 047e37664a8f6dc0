package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Two files that extend the same one share its warnings: they are said once.
func TestValidateSaysOnce(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
		return path
	}
	base := write("base.toml", "format = 1\ntitle = \"Base\"\nextends = \"steadfast:base/ukraine.toml\"\n[challenger]\nwar_cost = 5\n")
	sub := write("sub.toml", "format = 1\ntitle = \"Sub\"\nextends = \"base.toml\"\n")
	out, _, status := command(t, "validate", sub, base)
	if status != statusYes {
		t.Errorf("exit status %d, want 0: warnings leave a file valid", status)
	}
	if n := strings.Count(out, "challenger.war_cost is 5, outside the usual range"); n != 1 {
		t.Errorf("the warning is said %d times, want once:\n%s", n, out)
	}
	if n := strings.Count(out, "1 warning\n"); n != 2 {
		t.Errorf("%d files count the warning, want both:\n%s", n, out)
	}
}

// Whatever the format, the answer is the same.
func TestValidateFormats(t *testing.T) {
	bad := filepath.Join(t.TempDir(), "bad.toml")
	if err := os.WriteFile(bad, []byte("format = 1\ntitle = 7\nbananas = 1\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	for _, format := range validateFormats() {
		out, _, status := command(t, "validate", bad, "--format", format)
		if status != statusNo {
			t.Errorf("%s: exit status %d, want %d", format, status, statusNo)
		}
		for _, want := range []string{"title", "bananas"} {
			if !strings.Contains(out, want) {
				t.Errorf("%s does not speak of %s:\n%s", format, want, out)
			}
		}
	}
	out, _, _ := command(t, "validate", bad, "--format", validateJSON)
	var doc struct {
		Errors      int
		Diagnostics []struct{ File string }
	}
	if err := json.Unmarshal([]byte(out), &doc); err != nil {
		t.Fatal(err)
	}
	if doc.Errors < 2 || len(doc.Diagnostics) < 2 || doc.Diagnostics[0].File != bad {
		t.Errorf("JSON counts %d errors at %+v, want at least 2 in %s", doc.Errors, doc.Diagnostics, bad)
	}
}
