package plots

import (
	"crypto/sha256"
	hexadecimal "encoding/hex"
	"encoding/json"
	"fmt"
	"runtime"
	"slices"

	"steadfast/sim/result"
)

// provenanceLayout is the version of the layout of a Provenance.
const provenanceLayout = 1

// A Provenance is what it takes, beside the scenario, to make a picture again
// and to say whether it comes out the same. It stands in the picture as JSON.
type Provenance struct {
	Layout  int     `json:"layout"`
	Version string  `json:"version"` // of steadfast
	Go      string  `json:"go"`      // the compiler: "go1.26.0"
	Arch    string  `json:"arch"`    // the processor: "amd64"
	Figure  string  `json:"figure"`  // its name
	Options Options `json:"options"` // Size: as drawn

	Scenario string     `json:"scenario"` // its name
	Hash     string     `json:"hash"`     // SHA-256 of the flattened scenario, hex
	Run      result.Run `json:"run"`      // seed, design, cases, futures

	// What was computed: at most one is set, and none of a run.
	Sweep       *SweepRecipe       `json:"sweep,omitempty"`
	Sensitivity *SensitivityRecipe `json:"sensitivity,omitempty"`
	// Backtest says that the record was held against the model: it stands in the
	// place of the scenario, and the cases are draws.
	Backtest bool `json:"backtest,omitempty"`

	// SHA-256, hex: of the pixels of a PNG (width and height as 4 bytes each,
	// the higher first, then R, G, B and A of every pixel by rows), or of an SVG
	// without its metadata; and of the twin CSV.
	Picture string `json:"picture"`
	Numbers string `json:"numbers"`
}

// A SweepRecipe says what a sweep over a grid varies.
type SweepRecipe struct {
	ID    string       `json:"id"`
	Title string       `json:"title"`
	Axes  []RecipeAxis `json:"axes"`
}

// A RecipeAxis is one parameter with its values: numbers, or TOML.
type RecipeAxis struct {
	Path   string    `json:"path"`
	Values []float64 `json:"values,omitempty"`
	Texts  []string  `json:"texts,omitempty"`
	Log    bool      `json:"log,omitempty"`
}

// A SensitivityRecipe says how drivers are looked for.
type SensitivityRecipe struct {
	Methods []string      `json:"methods"`
	Measure string        `json:"measure"`
	Groups  []RecipeGroup `json:"groups,omitempty"`
	// Points is the work by method: cases, trajectories or base points.
	Points map[string]int `json:"points"`
	// OfRun says that the cases of a run were looked at.
	OfRun bool `json:"of_run,omitempty"`
}

// A RecipeGroup is parameters that move together.
type RecipeGroup struct {
	Name  string   `json:"name"`
	Paths []string `json:"paths"`
}

// A provenance is what a figure carries until it is drawn.
type provenance struct {
	of      Provenance // but for the hash of the picture and the size
	flat    []byte
	numbers []byte // the twin CSV
}

func newProvenance(f *Figure, o Options, s Source) *provenance {
	run, version := s.run()
	p := &provenance{flat: []byte(s.Scenario().Flat), numbers: f.Data.bytes()}
	p.of = Provenance{
		Layout: provenanceLayout, Version: version, Go: runtime.Version(), Arch: runtime.GOARCH,
		Figure: f.Name, Options: o,
		Scenario: s.Scenario().Name, Hash: s.Scenario().Hash, Run: run,
		Numbers: sum(p.numbers),
	}
	switch {
	case s.Sweep != nil:
		p.of.Sweep = sweepRecipe(s.Sweep)
	case s.Sensitivity != nil:
		p.of.Sensitivity = sensitivityRecipe(s.Sensitivity)
	case s.Backtest != nil:
		p.of.Backtest = true
	}
	return p
}

func sweepRecipe(s *result.Sweep) *SweepRecipe {
	r := &SweepRecipe{ID: s.ID, Title: s.Title}
	for _, a := range s.Axes {
		r.Axes = append(r.Axes, RecipeAxis{Path: a.Path, Values: a.Values, Texts: a.Texts, Log: a.Log})
	}
	return r
}

func sensitivityRecipe(s *result.Sensitivity) *SensitivityRecipe {
	r := &SensitivityRecipe{Measure: s.Measure, Points: map[string]int{}}
	for _, m := range s.Methods {
		r.Methods = append(r.Methods, m.Name)
		r.Points[m.Name] = m.Points
		r.OfRun = r.OfRun || m.Asked == 0
	}
	for _, f := range s.Factors {
		if len(f.Paths) != 1 || f.Paths[0] != f.Name {
			r.Groups = append(r.Groups, RecipeGroup{Name: f.Name, Paths: slices.Clone(f.Paths)})
		}
	}
	return r
}

// The keys of the text chunks that only a picture with a provenance has.
const (
	provenanceKey = "steadfast.provenance"
	flatKey       = "steadfast.toml"
	numbersKey    = "steadfast.numbers"
)

// texts are the chunks of a picture that was drawn at a size and has a hash.
func (p *provenance) texts(size Size, picture string) ([]Text, error) {
	of := p.of
	of.Options.Size, of.Picture = size, picture
	data, err := json.Marshal(of)
	if err != nil {
		return nil, fmt.Errorf("provenance: %w", err)
	}
	return []Text{{provenanceKey, string(data)}, {flatKey, string(p.flat)}, {numbersKey, string(p.numbers)}}, nil
}

func sum(data []byte) string {
	h := sha256.Sum256(data)
	return hexadecimal.EncodeToString(h[:])
}
