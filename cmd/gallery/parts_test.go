package main

import (
	"bytes"
	"context"
	"image"
	"image/color"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"steadfast/plots"
	"steadfast/scenarios"
)

func TestCatalogue(t *testing.T) {
	files := fstest.MapFS{}
	for _, name := range []string{"zebra", "historical/minsk", "duration", "base/ukraine", "ukraine-five-types", "apple", "historical/budapest", mainScenario} {
		files[name+".toml"] = &fstest.MapFile{}
	}
	files["README.md"] = &fstest.MapFile{}
	entries, err := catalogue(files)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range entries {
		got = append(got, e.command())
	}
	want := []string{mainScenario, "ukraine-five-types", "duration", "steadfast:historical/budapest", "steadfast:historical/minsk", "apple", "zebra", "steadfast:base/ukraine"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// The questions of the list have files, or had better get one.
func TestNoQuestionIsNamedTwice(t *testing.T) {
	seen := map[string]bool{}
	last := 0
	for _, a := range asks() {
		if seen[a.name] || a.number < last {
			t.Errorf("%s, question %d, is out of order or there twice", a.name, a.number)
		}
		seen[a.name], last = true, a.number
	}
}

// What the authors of figures wrote in package plots is found, for every figure.
func TestMeanings(t *testing.T) {
	means, err := meanings("../..")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range slices.Concat(plots.Names(), plots.SweepNames(), plots.BacktestKinds(), []string{"drivers-trip-none"}) {
		m := means[kindOf(name)]
		if !strings.HasSuffix(m.Question, "?") || m.Shows == "" || !strings.HasPrefix(m.Never, warning) {
			t.Errorf("%s: %+v", name, m)
		}
	}
	if _, ok := meaningIn("Loose answers: which?\n\nNothing is said of what not to read into it.\n"); ok {
		t.Error("a comment without a warning passes")
	}
	if _, err := meanings(t.TempDir()); err == nil {
		t.Error("a folder without the package passes")
	}
}

func TestMarkdown(t *testing.T) {
	for in, want := range map[string]string{
		"plain, 27.8 % (27.4–28.2 %)":      "plain, 27.8 % (27.4–28.2 %)",
		"a*b_c`d [e](f) <g> #h |i| ~j~ $k": "a\\*b\\_c\\`d \\[e\\](f) \\<g\\> \\#h \\|i\\| \\~j\\~ \\$k",
		"two\n lines":                      "two lines",
		"1. not a list":                    `1\. not a list`,
		"- not a list":                     `\- not a list`,
		"R&amp;D \\n":                      `R\&amp;D \\n`,
		"15 years":                         "15 years",
	} {
		if got := markdown(in); got != want {
			t.Errorf("markdown(%q) = %q, want %q", in, got, want)
		}
	}
	for in, want := range map[string]string{"a < b": "`a < b`", "a | b": "`a \\| b`", "a ` b": "`` a ` b ``"} {
		if got := code(in); got != want {
			t.Errorf("code(%q) = %q, want %q", in, got, want)
		}
	}
}

// Few colours are kept; of many the frequent ones are, and no other is far off.
func TestReduced(t *testing.T) {
	few := image.NewRGBA(image.Rect(0, 0, 16, 16))
	many := image.NewRGBA(image.Rect(0, 0, 256, 256))
	for y := range 256 {
		for x := range 256 {
			c := color.RGBA{uint8(x), uint8(y), uint8(x/2 + y/2), 255}
			if y < 64 {
				c = color.RGBA{uint8(x / 64), 7, 200, 255}
			}
			many.SetRGBA(x, y, c)
			few.SetRGBA(x%16, y%16, color.RGBA{uint8(x % 16), uint8(y % 16), 9, 255})
		}
	}
	for _, test := range []struct {
		drawn       *image.RGBA
		most, first int // distances of any pixel, and of those in the first rows
	}{{few, 0, 0}, {many, 48, 0}} {
		got := reduced(test.drawn)
		if len(got.Palette) > 256 {
			t.Fatalf("%d colours", len(got.Palette))
		}
		b := test.drawn.Bounds()
		for y := range b.Dy() {
			for x := range b.Dx() {
				d := distance(test.drawn.RGBAAt(x, y), got.Palette[got.ColorIndexAt(x, y)].(color.RGBA))
				if d > test.most || y < 16 && d > test.first {
					t.Fatalf("pixel %d, %d of %v is %d off", x, y, b, d)
				}
			}
		}
	}
}

func distance(a, b color.RGBA) int {
	abs := func(x, y uint8) int { return max(int(x)-int(y), int(y)-int(x)) }
	return max(abs(a.R, b.R), abs(a.G, b.G), abs(a.B, b.B))
}

func TestFiles(t *testing.T) {
	root := t.TempDir()
	made := newFiles("pictures")
	made.add("pictures/a.png", []byte("new"))
	made.add("pictures/page.md", []byte("text"))
	old := func(name string) string {
		file := filepath.Join(root, "pictures", name)
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte("old"), 0o666); err != nil {
			t.Fatal(err)
		}
		return file
	}
	old("a.png")
	gone, kept := old("gone.png"), old("notes.txt")
	if stale, err := made.stale(root); err != nil || len(stale) != 1 || stale[0] != "pictures/page.md" {
		t.Errorf("stale before: %v, %v", stale, err)
	}
	if err := made.write(root); err != nil {
		t.Fatal(err)
	}
	if stale, err := made.stale(root); err != nil || len(stale) != 0 {
		t.Errorf("stale after: %v, %v", stale, err)
	}
	if data, err := os.ReadFile(filepath.Join(root, "pictures", "a.png")); err != nil || string(data) != "new" {
		t.Errorf("a.png holds %q, %v", data, err)
	}
	if _, err := os.Stat(gone); !os.IsNotExist(err) {
		t.Errorf("an old picture is left: %v", err)
	}
	if _, err := os.Stat(kept); err != nil {
		t.Error(err)
	}
	// A folder where a file should be: nothing half-written stays behind.
	if err := replace(filepath.Join(root, "pictures"), []byte("x")); err == nil {
		t.Error("a folder is replaced by a file")
	}
	if left, _ := filepath.Glob(filepath.Join(root, ".gallery-*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestMisuse(t *testing.T) {
	for _, args := range [][]string{{"-cases", "1"}, {"-main-cases", "63"}, {"-sweep-cases", "63"}, {"-workers", "-1"}, {"duration"}, {"-unknown"}} {
		var out bytes.Buffer
		if status := run(context.Background(), args, &out); status != 2 || out.Len() == 0 {
			t.Errorf("%v: exit status %d, says %q", args, status, out.String())
		}
	}
}

// The page in the repository is of the scenarios in the repository: every
// question is there, as its file is now. What the runs come to is not repeated
// here; that takes minutes.
func TestPageIsOfTheseScenarios(t *testing.T) {
	page, err := os.ReadFile("../../scenarios/README.md")
	if err != nil {
		t.Fatal(err)
	}
	w := &workshop{shipped: scenarios.Files(), talk: io.Discard}
	entries, err := catalogue(w.shipped)
	if err != nil {
		t.Fatal(err)
	}
	for i := range entries {
		sc, err := w.load(&entries[i], 0)
		if err != nil {
			t.Fatalf("%s: %v", entries[i].file, err)
		}
		if sc.Question != "" && !bytes.Contains(page, []byte("<!-- "+sc.Hash()+" -->")) {
			t.Errorf("scenarios/README.md has no answer of %s as it is now: run make gallery", entries[i].file)
		}
	}
}
