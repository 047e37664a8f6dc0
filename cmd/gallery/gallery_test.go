package main

import (
	"bytes"
	"context"
	"image"
	"image/png"
	"io"
	"maps"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"steadfast/plots"
)

// tinyWorkshop makes what is made of testdata/world, in little time.
func tinyWorkshop(workers int) *workshop {
	return &workshop{
		settings: settings{root: "../..", cases: 16, mainCases: 64, sweepCases: 64, tornado: 4, base: 16, workers: workers},
		shipped:  os.DirFS("testdata/world"), talk: io.Discard,
	}
}

func tinyWorld(t *testing.T, workers int) *files {
	t.Helper()
	made, err := tinyWorkshop(workers).make(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return made
}

// inOrder fails unless the parts occur in a text one after the other.
func inOrder(t *testing.T, text string, parts ...string) {
	t.Helper()
	for _, part := range parts {
		at := strings.Index(text, part)
		if at < 0 {
			t.Fatalf("%q is missing, or stands too early", part)
		}
		text = text[at+len(part):]
	}
}

// Both pages, from one world: their order, their words, what they leave out, and
// every picture they show.
func TestPages(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	made := tinyWorld(t, 2)
	answers, figures := string(made.data["scenarios/README.md"]), string(made.data["plots/gallery/README.md"])

	t.Run("answers stand in the order of the questions", func(t *testing.T) {
		inOrder(t, answers, "## What is fitted", "## Answers", "### 1 · Main", "### 2 · Question two", "### 16 · The past",
			"### A question of no number", "## Worlds that others extend", "### A tiny world")
		if strings.Contains(answers, "Asks nothing") {
			t.Error("a scenario without a question is listed")
		}
	})
	t.Run("numbers, intervals and verdicts", func(t *testing.T) {
		for _, want := range []string{
			`Under the \\\*tripwire\\\* the risk is \d[\d.]* % \([\d.]+–[\d.]+ %\), without it`,
			"\\| the tripwire helps \\\\\\| or does not \\| `risk\\(trip\\) < risk\\(none\\)` \\| holds on \\d+ cases \\|\n",
			"\\| nothing helps \\| `risk\\(trip\\) > 0.999` \\| \\*\\*fails\\*\\* on \\d+ cases<br>risk\\(trip\\) \\\\> 0.999 fails: ",
			`steadfast run ukraine-options  # the answer: 64 cases \(random; `,
			`\nsteadfast check ukraine-options --ci  # the claims\n`,
			`\nsteadfast run steadfast:historical/past --cases 16  # 16 cases`,
			`\nsteadfast sweep us-backstop cost --cases 64  # the last chart\n`,
		} {
			if !regexp.MustCompile(want).MatchString(answers) {
				t.Errorf("%s is not on the page", want)
			}
		}
	})
	t.Run("words of the files are shown as they are", func(t *testing.T) {
		for _, want := range []string{`### 1 · Main \| \*starred\*`, `Which of \<two\> is better, snap\_back or \| tripwire?`} {
			if !strings.Contains(answers, want) {
				t.Errorf("%s is not on the page", want)
			}
		}
	})
	t.Run("a file without answer, sweep and claims", func(t *testing.T) {
		_, part, _ := strings.Cut(answers, "### A question of no number")
		part, _, _ = strings.Cut(part, "\n## ")
		inOrder(t, part, "> **Does aid suffice?**", "The file gives no answer in words", "](gallery/new-question-compare.png)", "steadfast run new-question --cases 16  # 16 cases")
		for _, wrong := range []string{"| claim |", "steadfast sweep", "steadfast check"} {
			if strings.Contains(part, wrong) {
				t.Errorf("it shows %q", wrong)
			}
		}
	})
	t.Run("every kind of figure is explained and drawn", func(t *testing.T) {
		for _, name := range slices.Concat(plots.Names(), plots.SweepNames(), []string{"drivers"}) {
			inOrder(t, figures, "\n## "+name+"\n", "?** ", "](ukraine-options-"+name, "```sh\nsteadfast ", "\n> Its reader must not")
		}
		inOrder(t, figures, "](ukraine-options-sweep-cost.png)", "](ukraine-options-flip-cost.png)",
			"](ukraine-options-drivers-none.png)", "](ukraine-options-drivers-ranking.png)",
			"\n## calibration\n", "](../../scenarios/historical/figure-calibration.png)", "steadfast backtest && ", "\n> Its reader must not",
			"\n## history\n", "](../../scenarios/historical/figure-history.png)", "\n> Its reader must not")
		if strings.Contains(figures, "-sample.png") {
			t.Error("a sweep that has no figure is drawn")
		}
	})
	t.Run("the pages show the pictures that are made", func(t *testing.T) {
		shown := map[string]bool{}
		for page, text := range map[string]string{"scenarios": answers, "plots/gallery": figures} {
			for _, m := range regexp.MustCompile(`(?m)^!\[(.+)\]\((.+)\)$`).FindAllStringSubmatch(text, -1) {
				if picture := path.Join(page, m[2]); path.Dir(picture) != recordDir { // make backtest makes those
					shown[picture] = true
				}
			}
		}
		var pictures []string
		for name := range maps.Keys(made.data) {
			if strings.HasSuffix(name, ".png") {
				pictures = append(pictures, name)
			}
		}
		for _, name := range pictures {
			if !shown[name] {
				t.Errorf("%s is on no page", name)
			}
			checkPicture(t, name, made.data[name])
		}
		if len(shown) != len(pictures) || len(pictures) < 15 {
			t.Errorf("%d pictures are shown, %d made", len(shown), len(pictures))
		}
	})
	t.Run("the same bytes on another number of workers", func(t *testing.T) {
		again := tinyWorld(t, 1)
		if !slices.Equal(again.names, made.names) {
			t.Fatalf("made %v and %v", again.names, made.names)
		}
		for _, name := range made.names {
			if !bytes.Equal(again.data[name], made.data[name]) {
				t.Errorf("%s differs", name)
			}
		}
	})
}

// checkPicture holds a picture to what suits a repository.
func checkPicture(t *testing.T, name string, data []byte) {
	t.Helper()
	if len(data) > 80_000 {
		t.Errorf("%s takes %d bytes", name, len(data))
	}
	texts, err := plots.ReadText(bytes.NewReader(data))
	if err != nil || len(texts) < 8 || texts[0].Key != "Title" || texts[0].Value == "" {
		t.Errorf("%s does not say what it shows: %v, %v", name, texts, err)
	}
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	if _, few := img.(*image.Paletted); !few || img.Bounds().Dx() != smallSize.Width || img.Bounds().Dy() != smallSize.Height {
		t.Errorf("%s is a %T of %v", name, img, img.Bounds())
	}
}

// An error says in which scenario.
func TestABrokenScenarioIsNamed(t *testing.T) {
	w := tinyWorkshop(1)
	w.shipped = os.DirFS("testdata/broken")
	var talk bytes.Buffer
	w.talk = &talk
	if _, err := w.make(context.Background()); err == nil || !strings.Contains(err.Error(), "duration.toml: ") {
		t.Errorf("error %v", err)
	}
	if !strings.Contains(talk.String(), "titel") {
		t.Errorf("what is wrong is not said: %s", talk.String())
	}
}
