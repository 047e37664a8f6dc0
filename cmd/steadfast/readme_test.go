package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// pages are those whose commands are executed.
var pages = []string{"../../README.md", "../../docs/ci.md"}

// A shownBlock is a ```toml block of a page that begins with "# NAME.toml",
// which is written to that file; or a ```console block: commands, each after
// "$ ", and what they print; "…" alone on a line stands for lines left out, and
// "; echo $?" after a command prints its exit status.
var shownBlock = regexp.MustCompile("(?s)```(console|toml)\n(.*?)```\n")

// shownFile is the first line of a file that a page shows.
var shownFile = regexp.MustCompile(`\A# ([a-z]+\.toml)\n`)

// TestPages executes the steadfast commands of every page, those of a page in
// one folder and in their order, and compares what they print with what the
// page shows. With -update it rewrites the page. It takes as long as the
// commands take.
func TestPages(t *testing.T) {
	long(t)
	for _, file := range pages {
		t.Run(filepath.Base(file), func(t *testing.T) {
			record, err := filepath.Abs("../../scenarios/historical")
			if err != nil {
				t.Fatal(err)
			}
			checkPage(t, file)
			if _, err := os.Stat("out/backtest"); err == nil && runtime.GOARCH == "amd64" { // others' last digits lead a walk elsewhere
				sameBacktest(t, "out/backtest", record)
			}
		})
	}
}

func checkPage(t *testing.T, file string) {
	page, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	target, err := filepath.Abs(file)
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	ran := 0
	now := shownBlock.ReplaceAllStringFunc(string(page), func(block string) string {
		parts := shownBlock.FindStringSubmatch(block)
		if parts[1] == "toml" {
			if name := shownFile.FindStringSubmatch(parts[2]); name != nil {
				if err := os.WriteFile(name[1], []byte(parts[2]), 0o666); err != nil {
					t.Fatal(err)
				}
			}
			return block
		}
		ran++
		return "```console\n" + rerun(t, parts[2]) + "```\n"
	})
	if ran == 0 {
		t.Fatal("the page shows no commands")
	}
	if *update {
		if err := os.WriteFile(target, []byte(now), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(string(page), now); diff != "" {
		t.Errorf("%s shows something else (-page +now); go test ./cmd/steadfast -run Pages -update rewrites it:\n%s", file, diff)
	}
}

// rerun executes the commands of a block and returns the block with what they
// print now. A block that leaves lines out keeps those it shows, where they are
// still printed.
func rerun(t *testing.T, block string) string {
	t.Helper()
	var b strings.Builder
	for _, part := range regexp.MustCompile(`(?m)^\$ `).Split(block, -1)[1:] {
		line, before, _ := strings.Cut(part, "\n")
		shown, echo := strings.CutSuffix(line, "; echo $?")
		args := words(shown)
		b.WriteString("$ " + line + "\n")
		if args[0] != "steadfast" {
			t.Errorf("%q is no steadfast command", line)
			continue
		}
		var out, talk bytes.Buffer
		status := run(context.Background(), args[1:], strings.NewReader(""), &out, &talk)
		if status != statusYes && !echo {
			t.Errorf("%s: exit status %d\n%s", line, status, talk.String())
		}
		if echo {
			fmt.Fprintln(&out, status)
		}
		b.WriteString(asShown(before, out.String()))
	}
	return b.String()
}

// TestPipelines: every steadfast command of a page's YAML is one, with flags
// that there are.
func TestPipelines(t *testing.T) {
	for _, file := range pages[1:] {
		page, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		found := regexp.MustCompile(`(?m)^ *- (?:run: )?steadfast ([^>\n]*)`).FindAllStringSubmatch(string(page), -1)
		if len(found) == 0 {
			t.Errorf("%s has no pipeline", file)
		}
		for _, line := range found {
			cmd, rest, err := newRoot(&session{}).Find(words(line[1]))
			if err == nil {
				err = cmd.ParseFlags(rest)
			}
			if err != nil || !cmd.HasParent() {
				t.Errorf("%s: steadfast %s: %v", file, line[1], err)
			}
		}
	}
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
