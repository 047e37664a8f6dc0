package report

import (
	"errors"
	"strings"
	"testing"

	"steadfast/sim/result"
)

// appraised has consent, loss, a long name, and a tie.
func appraised() *result.Set {
	s := three()
	s.Packages[1].Name = "Snapback of relief, with a vote of the Council"
	s.Pairs[2] = tied("snap", "trip")
	for i := range s.Packages {
		p := &s.Packages[i]
		agreed, loss, share := about(p.Peace.Mean/2, 0.004), about(60-10*float64(i), 0.7), []float64{0, 0.244, 0.756}[i]
		p.PeaceIfAgreed, p.Loss, p.BestShare = &agreed, &loss, &share
	}
	s.Packages[0].PeaceIfAgreed = nil
	s.Packages[1].Stopped, s.Packages[1].Lasting = about(0.12, 0.002), about(0.03, 0.001)
	return s
}

// TestComparisonGolden pins the tables in every format.
func TestComparisonGolden(t *testing.T) {
	noFutures := three()
	noFutures.Run.Futures = 0
	for name, s := range map[string]*result.Set{"plain": three(), "appraised": appraised(), "no-futures": noFutures} {
		for _, format := range []Format{Text, Markdown, CSV} {
			var b strings.Builder
			if err := Comparison(&b, s, format); err != nil {
				t.Fatal(err)
			}
			if name != "no-futures" || format == Text {
				golden(t, name+"."+string(format), b.String())
			}
			if strings.Contains(b.String(), "-0.0") || strings.Contains(b.String(), "−0.0") {
				t.Errorf("%s, %s: a negative zero", name, format)
			}
		}
	}
}

// TestHorizonsOfTheTable: only years before the horizon stand beside it.
func TestHorizonsOfTheTable(t *testing.T) {
	for horizon, want := range map[float64]string{3: "", 5: "", 7.5: "by year 5", 10: "by year 5", 15: "by year 5 by year 10"} {
		s := three()
		s.Scenario.HorizonYears = horizon
		g := risks(s, safestFirst(s))
		var early []string
		for _, h := range g.head[1:] {
			if strings.HasPrefix(h, "by year ") {
				early = append(early, h)
			}
		}
		if got := strings.Join(early[:len(early)-1], " "); got != want {
			t.Errorf("horizon %g: %q, want %q", horizon, got, want)
		}
	}
}

// TestOrderIsStable: equal packages stay as in the scenario.
func TestOrderIsStable(t *testing.T) {
	s := set([]result.Package{pack("a", "A", 0.2, 0), pack("b", "B", 0.1, 0), pack("c", "C", 0.2, 0), pack("d", "D", 0.1, 0)})
	var got []string
	for _, p := range safestFirst(s) {
		got = append(got, p.ID)
	}
	if strings.Join(got, "") != "bdac" {
		t.Errorf("order %v", got)
	}
}

// TestFormats lists the formats there are.
func TestFormats(t *testing.T) {
	if got := strings.Join(Formats(), " "); got != "text markdown csv" {
		t.Error(got)
	}
}

type full struct{}

var errFull = errors.New("no space left on device")

func (full) Write([]byte) (int, error) { return 0, errFull }

// TestComparisonHandsOnErrors of the writer.
func TestComparisonHandsOnErrors(t *testing.T) {
	if err := Comparison(full{}, three(), Text); !errors.Is(err, errFull) {
		t.Errorf("error %v", err)
	}
}
