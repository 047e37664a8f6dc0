package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"steadfast/plots"
	"steadfast/scenarios"
	"steadfast/sim/result"
)

// shippedText is a shipped file of the historical folder.
func shippedText(t *testing.T, name string) string {
	t.Helper()
	data, err := fs.ReadFile(scenarios.Files(), "historical/"+name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// fewArrangements writes a record of some rows of the shipped one.
func fewArrangements(t *testing.T, change func(string) string) string {
	t.Helper()
	var kept []string
	for i, line := range strings.Split(shippedText(t, "cases.csv"), "\n") {
		if i == 0 || slices.Contains([]string{"KOR49", "BUD94", "EGY50", "NKR20", "IDL18", "MIN14"}, strings.Split(line, ",")[0]) {
			kept = append(kept, line)
		}
	}
	path := filepath.Join(t.TempDir(), "few.csv")
	if err := os.WriteFile(path, []byte(change(strings.Join(kept, "\n")+"\n")), 0o666); err != nil {
		t.Fatal(err)
	}
	return path
}

func same(s string) string { return s }

// A record with mistakes is reported with rows and columns, and nothing is
// scored.
func TestBacktestRefusesABadRecord(t *testing.T) {
	path := fewArrangements(t, func(s string) string {
		s = strings.Replace(s, "A,1994-12-05,2022-02-24", "A,,2022-02-24", 1)
		return strings.Replace(s, "A,1950-05-25,1956-10-29", "A,1950-05-25,1946-10-29", 1)
	})
	folder := filepath.Join(t.TempDir(), "out")
	out, talk, status := command(t, "backtest", "--record", path, "--out", folder)
	if status != statusNo || out != "" {
		t.Errorf("exit status %d, printed %q; want 1 and nothing", status, out)
	}
	for _, want := range []string{"row 4, column start is missing", "column end is 1946-10-29, which is not after its start on 1950-05-25", "few.csv:4:", "nothing was scored"} {
		if !strings.Contains(talk, want) {
			t.Errorf("%q is not said:\n%s", want, talk)
		}
	}
	if _, err := os.Stat(folder); err == nil {
		t.Error("a folder was made")
	}
}

func TestBacktestMisuse(t *testing.T) {
	full := t.TempDir()
	if err := os.WriteFile(filepath.Join(full, "mine.txt"), nil, 0o666); err != nil {
		t.Fatal(err)
	}
	for want, args := range map[string][]string{
		"unknown format":            {"--format", "pdf"},
		"--draws is 3":              {"--draws", "3"},
		"--seed is 0":               {"--seed", "0"},
		"--workers is -1":           {"--workers", "-1"},
		"no such file":              {"--record", "nowhere.csv"},
		"folder is not steadfast's": {"--out", full},
	} {
		out, talk, status := command(t, append([]string{"backtest"}, args...)...)
		if status != statusFailure || out != "" || !strings.Contains(talk, want) {
			t.Errorf("%v: exit status %d, stdout %q, stderr %q; want 2 and %q", args, status, out, talk, want)
		}
	}
}

// ofOne is what the headings of a page say of one record.
var ofOne = regexp.MustCompile(`n = \d+|core \d+|\w+\.csv`)

// headings are the headings and the heads of the tables of a page.
func headings(page string) []string {
	var out []string
	rule := regexp.MustCompile(`^\|[-:| ]+$`)
	lines := strings.Split(page, "\n")
	for i, line := range lines {
		if strings.HasPrefix(line, "#") || i+1 < len(lines) && rule.MatchString(lines[i+1]) {
			out = append(out, ofOne.ReplaceAllString(line, ""))
		}
	}
	return out
}

// What --out writes agrees with what is printed; the page that ships has the
// shape of a page that is written now, and every row of the record.
func TestBacktestWritesAndPageIsCurrent(t *testing.T) {
	if testing.Short() {
		t.Skip("solves the record thrice")
	}
	folder := filepath.Join(t.TempDir(), "out")
	record := fewArrangements(t, same)
	out, talk, status := command(t, "backtest", "--record", record, "--draws", "16", "--out", folder, "--format", "json")
	if status != statusYes {
		t.Fatalf("exit status %d: %s", status, talk)
	}
	var r result.Backtest
	if err := json.Unmarshal([]byte(out), &r); err != nil {
		t.Fatal(err)
	}
	read := func(name string) string {
		data, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	if diff := cmp.Diff(out, read(result.BacktestFile)); diff != "" {
		t.Errorf("what is printed is not what is written: %s", diff)
	}
	for name, rows := range map[string]int{
		result.ForecastsCSV:   len(r.Arrangements) * 2 * len(r.Arrangements[0].Risks),
		result.ScoresCSV:      len(r.Scores),
		result.PosteriorCSV:   1000,
		result.CalibrationCSV: len(r.Calibration) * len(r.Calibration[0].Bins),
	} {
		table, err := csv.NewReader(strings.NewReader(read(name))).ReadAll()
		if err != nil || len(table) != rows+1 {
			t.Errorf("%s: %d rows, want %d under a head (error %v)", name, len(table)-1, rows, err)
		}
	}
	data, err := os.ReadFile("../../scenarios/historical/README.md")
	if err != nil {
		t.Fatal(err)
	}
	page, shipped := read(result.BacktestPage), string(data)
	if diff := cmp.Diff(headings(page), headings(shipped)); diff != "" {
		t.Errorf("scenarios/historical/README.md is not as the program writes it; make backtest rewrites it:\n%s", diff)
	}
	for i, line := range strings.Split(strings.TrimSpace(shippedText(t, "cases.csv")), "\n") {
		if id := strings.Split(line, ",")[0]; i > 0 && !strings.Contains(shipped, "| "+id+" |") {
			t.Errorf("the shipped page has no row %s", id)
		}
	}
	for _, name := range []string{"Budapest", "Minsk I ", "Minsk II", "West Germany", "South Korea", "Israel", "Taiwan", "Baltics"} {
		if !strings.Contains(shipped, "| "+name) {
			t.Errorf("the shipped page has no model %s", name)
		}
	}
	// The folder is the backtest's own now and may be written again.
	if _, talk, status := command(t, "backtest", "--record", record, "--draws", "16", "--out", folder); status != statusYes {
		t.Errorf("exit status %d at the second time: %s", status, talk)
	}
}

// sameBacktest fails where the shipped page, draws and figures are not those of a
// backtest of the shipped record that was just made.
func sameBacktest(t *testing.T, made, shipped string) {
	t.Helper()
	for name, as := range map[string]string{
		result.BacktestPage: "README.md", result.PosteriorCSV: result.PosteriorCSV, result.RulePosteriorCSV: result.RulePosteriorCSV,
		"figure-calibration.png": "figure-calibration.png", "figure-history.png": "figure-history.png",
	} {
		got, err := os.ReadFile(filepath.Join(shipped, as))
		if err != nil {
			t.Fatal(err)
		}
		want, err := os.ReadFile(filepath.Join(made, name))
		if err != nil {
			t.Fatal(err)
		}
		if filepath.Ext(as) == ".png" { // another compiler may pack the same picture otherwise
			got, want = shownIn(t, got), shownIn(t, want)
		}
		if diff := cmp.Diff(string(want), string(got)); diff != "" {
			t.Errorf("scenarios/historical/%s is not what the program makes (-made +shipped); make backtest rewrites it:\n%s", as, diff)
		}
	}
}

// shownIn is what a picture says it shows: its figure, its record, its numbers.
func shownIn(t *testing.T, file []byte) []byte {
	t.Helper()
	p, err := plots.ReadPicture(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	if how := p.Altered(); how != "" {
		t.Error(how)
	}
	return fmt.Appendf(nil, "%s\n%s\n%s\n%s", p.Provenance.Version, p.Provenance.Figure, p.Flat, p.Numbers)
}
