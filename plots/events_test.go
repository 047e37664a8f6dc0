package plots

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"steadfast/sim/result"
)

func TestEventsOfOneLabelAreJoined(t *testing.T) {
	s := twelve()
	s.Scenario.Marks = []result.Mark{
		{Years: 5, Kind: "election", Label: "US election"},
		{Years: 1, Kind: "election", Label: " US  election "},
		{Years: 2, Kind: "entry", Label: "pact", Packages: []string{"p1"}},
		{Years: 3, Kind: "entry", Label: "pact", Packages: []string{"p1"}},
		{Years: 2, Kind: "entry", Label: "force", Packages: []string{"p1"}},
		{Years: 3, Kind: "entry", Label: "force", Packages: []string{"p2"}},
		{Years: 15.01, Kind: "expiry", Label: "too late"},
		{Years: -1, Kind: "expiry", Label: "too early"},
	}
	want := []event{
		{kind: "election", label: "US election", years: []float64{1, 5}},
		{kind: "entry", label: "pact", years: []float64{2, 3}, pkg: "p1"},
		{kind: "entry", label: "force", years: []float64{2, 3}},
	}
	if diff := cmp.Diff(want, eventsOf(s), cmp.AllowUnexported(event{})); diff != "" {
		t.Error(diff)
	}
}

// What does not fit is counted, not dropped.
func TestEventsWithoutRoomAreCounted(t *testing.T) {
	p := blank()
	var es []event
	for i := range 40 {
		es = append(es, event{kind: "entry", label: fmt.Sprintf("event number %d", i), years: []float64{float64(i) / 40}})
	}
	placed, left := p.placeEvents(es, scale{0, 1, 200, 800}, box{64, 0, 1000, 0})
	if len(placed)+left != 40 || left == 0 || rowsOf(placed, left) != eventRows+1 {
		t.Errorf("%d placed in %d rows, %d left", len(placed), rowsOf(placed, left), left)
	}
}

func TestEventsOfOneMonthAreJoined(t *testing.T) {
	p := blank()
	at := func(kind, label, pkg string, years ...float64) event {
		return event{kind: kind, label: label, pkg: pkg, years: years}
	}
	es := []event{
		at("entry", "Treaty in force", "p1", 1.5),
		at("entry", "Tripwire in force", "p1", 1.51),
		at("entry", "Snapback in force", "p2", 1.5),
		at("entry", "Pact in force", "p1", 2),
		at("expiry", "Treaty at an end", "p1", 10),
		at("expiry", "Snapback lapsed", "p1", 10),
		at("election", "election", "", 1.5),
	}
	want := []event{
		at("entry", "Treaty, Tripwire, Snapback in force", "", 1.5),
		es[3], es[4], es[5], es[6],
	}
	if diff := cmp.Diff(want, p.joinEvents(es, 800), cmp.AllowUnexported(event{})); diff != "" {
		t.Error(diff)
	}
	if got := len(p.joinEvents(es, 320)); got != 6 {
		t.Errorf("%d events where only two labels fit together, want 6", got)
	}
}
