package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// readme is the page whose commands are executed.
const readme = "../../README.md"

// A consoleBlock is a ```console block of the page: commands, each after "$ ",
// and what they print; "…" alone on a line stands for lines left out.
var consoleBlock = regexp.MustCompile("(?s)```console\n(.*?)```\n")

// picture is where the page's chart is kept; the command that the page shows
// draws it.
const picture = "../../plots/gallery/ukraine-options-compare.png"

// TestReadme executes the page's steadfast commands, in one folder and in
// their order, and compares what they print with what the page shows. With
// -update it rewrites the page. It takes as long as the commands take.
func TestReadme(t *testing.T) {
	long(t)
	page, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	picture, err := filepath.Abs(picture)
	if err != nil {
		t.Fatal(err)
	}
	target, err := filepath.Abs(readme)
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	ran := 0
	now := consoleBlock.ReplaceAllStringFunc(string(page), func(block string) string {
		ran++
		return rerun(t, block)
	})
	if ran == 0 {
		t.Fatal("the page shows no commands")
	}
	drawn, err := os.ReadFile("out/ukraine-options/figure-compare.png")
	if err != nil {
		t.Fatal(err)
	}
	if *update {
		for file, data := range map[string][]byte{target: []byte(now), picture: drawn} {
			if err := os.WriteFile(file, data, 0o666); err != nil {
				t.Fatal(err)
			}
		}
		return
	}
	if diff := cmp.Diff(string(page), now); diff != "" {
		t.Errorf("README.md shows something else (-page +now); go test ./cmd/steadfast -run Readme -update rewrites it:\n%s", diff)
	}
	if kept, err := os.ReadFile(picture); err != nil || !bytes.Equal(kept, drawn) {
		t.Errorf("%s is not what the shown command draws (%v)", picture, err)
	}
}

// rerun executes the commands of a block and returns the block with what they
// print now. A block that leaves lines out keeps those it shows, where they are
// still printed.
func rerun(t *testing.T, block string) string {
	t.Helper()
	inner := strings.TrimSuffix(strings.TrimPrefix(block, "```console\n"), "```\n")
	var b strings.Builder
	for _, part := range regexp.MustCompile(`(?m)^\$ `).Split(inner, -1)[1:] {
		line, before, _ := strings.Cut(part, "\n")
		args := words(line)
		b.WriteString("$ " + line + "\n")
		if args[0] != "steadfast" {
			t.Errorf("%q is no steadfast command", line)
			continue
		}
		var out, talk bytes.Buffer
		if status := run(context.Background(), args[1:], strings.NewReader(""), &out, &talk); status != statusYes {
			t.Errorf("%s: exit status %d\n%s", line, status, talk.String())
		}
		b.WriteString(asShown(before, out.String()))
	}
	return "```console\n" + b.String() + "```\n"
}

// words splits a command line at blanks outside of single quotes.
func words(line string) []string {
	var out []string
	for _, w := range regexp.MustCompile(`('[^']*'|[^' ])+`).FindAllString(line, -1) {
		out = append(out, strings.ReplaceAll(w, "'", ""))
	}
	return out
}

// left stands for lines left out.
const left = "…"

// asShown returns the new output in the form in which the old was shown: not
// at all where nothing was; whole; or, where the old leaves lines out, each of
// its parts from the line with which it begins, as many lines as there were.
func asShown(old, now string) string {
	lines := strings.Split(strings.TrimRight(old, "\n"), "\n")
	all := strings.Split(trimLines(now), "\n")
	switch {
	case strings.TrimSpace(old) == "":
		return ""
	case !slices.Contains(lines, left):
		return trimLines(now)
	}
	next, copying := 0, false
	for i, line := range lines {
		switch {
		case line == left:
			copying = false
			continue
		case !copying:
			copying = true
			if next = slices.Index(all, line); next < 0 {
				lines[i] = "(no longer printed: " + line + ")"
				next = len(all)
				continue
			}
		}
		if next < len(all) {
			lines[i] = all[next]
			next++
		}
	}
	return strings.Join(lines, "\n") + "\n"
}

// trimLines takes the blanks off the ends of lines.
func trimLines(s string) string {
	lines := strings.Split(s, "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	return strings.Join(lines, "\n")
}
