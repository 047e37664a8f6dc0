package main

import (
	"bytes"
	"compress/zlib"
	"context"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"

	"steadfast/plots"
	"steadfast/sim"
)

// forge changes what an SVG carries, compressed, under a key.
func forge(t *testing.T, svg, key string, change func(string) string) string {
	t.Helper()
	found := false
	out := regexp.MustCompile(`(<`+key+` [^>]*>)([^<]*)(</`+key+`>)`).ReplaceAllStringFunc(svg, func(element string) string {
		found = true
		open, rest, _ := strings.Cut(element, ">")
		text, _, _ := strings.Cut(rest, "<")
		data, err := base64.StdEncoding.DecodeString(text)
		if err != nil {
			t.Fatal(err)
		}
		r, err := zlib.NewReader(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		plain, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		var packed bytes.Buffer
		w := zlib.NewWriter(&packed)
		if _, err := io.WriteString(w, change(string(plain))); err != nil {
			t.Fatal(err)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		return open + ">" + base64.StdEncoding.EncodeToString(packed.Bytes()) + "</" + key + ">"
	})
	if !found {
		t.Fatalf("the SVG carries no %s", key)
	}
	return out
}

// replacing replaces a text that must be there.
func replacing(t *testing.T, from, to string) func(string) string {
	return func(s string) string {
		t.Helper()
		if !strings.Contains(s, from) {
			t.Fatalf("there is no %q to be replaced", from)
		}
		return strings.Replace(s, from, to, 1)
	}
}

func sha(s string) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:])
}

// Every answer, from pictures that contradict themselves and from those that were
// changed with care.
func TestVerifyAnswers(t *testing.T) {
	dir, _, stderr, status := quick(t)
	if status != statusYes {
		t.Fatal(stderr)
	}
	svg := contentsOf(t, dir, "figure-compare.svg")
	picture, err := plots.ReadPicture(strings.NewReader(svg))
	if err != nil {
		t.Fatal(err)
	}
	scenario := func(from, to string) string {
		edited := replacing(t, from, to)(picture.Flat)
		s := forge(t, svg, "toml", func(string) string { return edited })
		return forge(t, s, "provenance", replacing(t, picture.Provenance.Hash, sha(edited)))
	}
	version := func(s string) string {
		return forge(t, s, "provenance", replacing(t, `"version":"`+sim.Version+`"`, `"version":"0.0.9"`))
	}
	seed := strconv.FormatUint(picture.Provenance.Run.Seed, 10)
	numbers := replacing(t, "none", "some")(picture.Numbers)
	for name, c := range map[string]struct {
		svg    string
		status int
		want   []string
	}{
		"as it is":                         {svg, statusYes, []string{"identical"}},
		"another processor":                {forge(t, svg, "provenance", replacing(t, `"arch":"`+runtime.GOARCH, `"arch":"vax`)), statusYes, []string{"identical"}},
		"a word of the picture":            {replacing(t, "</text>", "!</text>")(svg), statusNo, []string{"tampered", "SVG without its metadata"}},
		"the scenario":                     {forge(t, svg, "toml", replacing(t, "0.6", "0.7")), statusNo, []string{"tampered", "scenario it carries"}},
		"the numbers":                      {forge(t, svg, "numbers", replacing(t, "none", "some")), statusNo, []string{"tampered", "numbers it carries"}},
		"the metadata":                     {replacing(t, `encoding="zlib+base64">`, `encoding="zlib+base64">!`)(svg), statusNo, []string{"tampered"}},
		"the scenario and its hash":        {scenario("war_cost = { pert = [0.4, 0.6, 0.9] }", "war_cost = { pert = [0.5, 0.6, 0.9] }"), statusNo, []string{"differs", "column mean: it has 0."}},
		"the seed and its hash":            {scenario("seed = "+seed, "seed = 9"+seed), statusNo, []string{"differs", "what it says of its run"}},
		"a scenario that is none":          {scenario("war_cost = ", "war_coast = "), statusNo, []string{"differs", "cannot be made again"}},
		"the numbers and their hash":       {forge(t, forge(t, svg, "numbers", func(string) string { return numbers }), "provenance", replacing(t, picture.Provenance.Numbers, sha(numbers))), statusNo, []string{"differs", "it has some, made again none"}},
		"a figure that is none":            {forge(t, svg, "provenance", replacing(t, `"figure":"compare"`, `"figure":"compere"`)), statusNo, []string{"differs", `figure "compere" is unknown`}},
		"another version":                  {version(svg), statusUndecided, []string{"other version", "drawn by steadfast 0.0.9", "agree to the last digit"}},
		"another version's other scenario": {version(scenario("war_cost = ", "war_coast = ")), statusUndecided, []string{"other version", "cannot be made again"}},
	} {
		file := filepath.Join(t.TempDir(), "letter.svg")
		if err := os.WriteFile(file, []byte(c.svg), 0o666); err != nil {
			t.Fatal(err)
		}
		stdout, stderr, status := command(t, "verify", file)
		if status != c.status {
			t.Errorf("%s: exit status %d, want %d\n%s%s", name, status, c.status, stdout, stderr)
		}
		for _, want := range c.want {
			if !strings.Contains(stdout, want) {
				t.Errorf("%s: %q is not in\n%s", name, want, stdout)
			}
		}
	}
}

// A PNG of which one pixel was changed, one that is cut short, and a JPEG of it.
func TestVerifyPNG(t *testing.T) {
	dir, _, stderr, status := quick(t)
	if status != statusYes {
		t.Fatal(stderr)
	}
	whole := contentsOf(t, dir, "figure-compare.png")
	m, err := png.Decode(strings.NewReader(whole))
	if err != nil {
		t.Fatal(err)
	}
	m.(*image.RGBA).SetRGBA(500, 500, color.RGBA{1, 2, 3, 255})
	var dotted, jpg bytes.Buffer
	if err := png.Encode(&dotted, m); err != nil {
		t.Fatal(err)
	}
	if err := jpeg.Encode(&jpg, m, nil); err != nil {
		t.Fatal(err)
	}
	// The chunks of text stand between the image header, 33 bytes, and the image.
	const header = 33
	texts := whole[header : strings.Index(whole, "IDAT")-4]
	forged := dotted.String()[:header] + texts + dotted.String()[header:]
	for name, c := range map[string]struct {
		file   string
		status int
		want   string
	}{
		"whole":        {whole, statusYes, "identical"},
		"one pixel":    {forged, statusNo, "tampered\n  its pixels"},
		"one chunk":    {replacing(t, "steadfast.seed\x00", "steadfast.sead\x00")(whole), statusNo, "tampered\n  PNG chunk"},
		"no chunks":    {dotted.String(), statusFailure, "no provenance"},
		"cut short":    {whole[:len(whole)/2], statusFailure, "cut short"},
		"made a JPEG":  {jpg.String(), statusFailure, "it is a JPEG"},
		"an empty one": {"", statusFailure, "neither a PNG nor an SVG"},
	} {
		file := filepath.Join(t.TempDir(), "letter.png")
		if err := os.WriteFile(file, []byte(c.file), 0o666); err != nil {
			t.Fatal(err)
		}
		stdout, stderr, status := command(t, "verify", file)
		if status != c.status || !strings.Contains(stdout+stderr, c.want) {
			t.Errorf("%s: exit status %d, want %d with %q in\n%s%s", name, status, c.status, c.want, stdout, stderr)
		}
	}
}

// Figures of every kind of result, drawn in every way, are made again from
// themselves, and are the same for one worker and two.
func TestVerifyEveryKind(t *testing.T) {
	long(t)
	few := []string{"--cases", "64", "--futures", "2", "--set", "horizon_years=6"}
	out := t.TempDir()
	at := func(name string) string { return filepath.Join(out, name) }
	for _, args := range [][]string{
		append([]string{"run", smallWorld, "--workers", "1", "--out", at("run")}, few...),
		append([]string{"run", smallWorld, "--workers", "2", "--out", at("run2")}, few...),
		append([]string{"sweep", smallWorld, "--vary", "instrument.force.troops=500:50000:3:log", "--vary", "challenger.war_cost=0.4:0.8:3", "--out", at("map")}, few...),
		append([]string{"sweep", smallWorld, "--vary", `package.both.instruments=["force"],["force", "snap"],[]`, "--out", at("lists")}, few...),
		append([]string{"sweep", smallWorld, "--vary", "backstop.initial=steady,wavering", "--out", at("words")}, few...),
		append([]string{"sensitivity", smallWorld, "--method", "tornado,morris,sobol", "--tornado-cases", "16", "--trajectories", "2", "--base", "16", "--by", "table", "--out", at("why")}, few...),
		{"sensitivity", at("run"), "--method", "given", "--out", at("of-run")},
		{"plot", at("run"), "breach", "compare", "hazard", "--horizon", "3", "--packages", "none,trip", "--theme", "print", "--size", "square", "--out", at("some")},
		{"plot", at("run"), "compare", "--title", "Which holds?", "--size", "page", "--theme", "dark", "--out", at("title")},
		{"plot", at("map"), "sweep", "--packages", "none,trip", "--out", at("part")},
	} {
		if _, stderr, status := command(t, args...); status != statusYes {
			t.Fatalf("%s: exit status %d\n%s", strings.Join(args, " "), status, stderr)
		}
	}
	for _, name := range inFolder(t, at("run")) {
		if strings.HasPrefix(name, "figure-") && contentsOf(t, at("run"), name) != contentsOf(t, at("run2"), name) {
			t.Errorf("%s differs between one worker and two", name)
		}
	}
	seen := 0
	for dir, ending := range map[string]string{
		"run": ".png", "map": ".svg", "lists": ".svg", "words": ".png", "why": ".png", "of-run": ".svg", "some": ".png", "title": ".svg", "part": ".svg",
	} {
		pictures := slices.DeleteFunc(inFolder(t, at(dir)), func(name string) bool { return filepath.Ext(name) != ending })
		if n := len(pictures); dir == "why" || dir == "of-run" { // a figure an output
			pictures = pictures[n-1:]
		}
		for _, name := range pictures {
			seen++
			stdout, stderr, status := command(t, "verify", filepath.Join(at(dir), name))
			if status != statusYes || !strings.Contains(stdout, ": identical\n") {
				t.Errorf("%s/%s: exit status %d\n%s%s", dir, name, status, stdout, stderr)
			}
		}
	}
	if seen < 18 {
		t.Errorf("only %d pictures were checked", seen)
	}
}

// An interrupted check says so and answers nothing.
func TestVerifyInterrupted(t *testing.T) {
	dir, _, stderr, status := quick(t)
	if status != statusYes {
		t.Fatal(stderr)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	var out, talk bytes.Buffer
	if status := run(ctx, []string{"verify", filepath.Join(dir, "figure-compare.png")}, strings.NewReader(""), &out, &talk); status != statusInterrupted || out.Len() > 0 {
		t.Errorf("exit status %d, want %d\n%s%s", status, statusInterrupted, &out, &talk)
	}
}
