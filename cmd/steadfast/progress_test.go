package main

import (
	"testing"
	"time"
)

// TestPace: rate and time left are those of the blocks that were computed,
// whatever an interrupted command left, and of the stretch that runs.
func TestPace(t *testing.T) {
	begin := time.Date(2027, 1, 1, 0, 0, 0, 0, time.UTC)
	at := func(seconds float64) time.Time { return begin.Add(time.Duration(seconds * float64(time.Second))) }
	p := pace{restored: 60, began: begin}
	if got := p.text(at(1)); got != "" {
		t.Errorf("nothing is done, and it says %q", got)
	}
	p.update(50, 100, at(1))
	p.update(60, 100, at(2))
	if got := p.text(at(3)); got != "" {
		t.Errorf("only restored blocks are done, and it says %q", got)
	}
	p.update(80, 100, at(12))
	if got, want := p.text(at(12)), "2.0/s, 10s left"; got != want {
		t.Errorf("20 blocks in 10 s: got %q, want %q", got, want)
	}
	p.update(0, 1000, at(20))
	p.update(500, 1000, at(30))
	if got, want := p.text(at(30)), "50/s, 10s left"; got != want {
		t.Errorf("a second stretch: got %q, want %q", got, want)
	}
}

// TestProgressOfNoTerminal is none.
func TestProgressOfNoTerminal(t *testing.T) {
	p := newProgress(nil, "x", "cases", 0)
	p.update(1, 2)
	p.stop()
	if p.bar != nil {
		t.Error("a line is drawn where there is no terminal")
	}
}
