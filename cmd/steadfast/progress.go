package main

import (
	"fmt"
	"io"
	"os"
	"sync"
	"time"

	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"
	"golang.org/x/term"
)

// A progress is a line on a terminal with rate and time left; elsewhere it is
// nothing.
type progress struct {
	container *mpb.Progress
	bar       *mpb.Bar

	mu   sync.Mutex
	pace pace
}

// newProgress begins a line for blocks of work, "cases" or "blocks", of which
// an interrupted command has left so many done.
func newProgress(w io.Writer, name, things string, restored int) *progress {
	file, ok := w.(*os.File)
	if !ok || !term.IsTerminal(int(file.Fd())) {
		return &progress{}
	}
	p := &progress{container: mpb.New(mpb.WithOutput(w), mpb.WithWidth(40)), pace: pace{restored: restored, began: time.Now()}}
	p.bar = p.container.AddBar(0,
		mpb.PrependDecorators(decor.Name(name+" ")),
		mpb.AppendDecorators(
			decor.CountersNoUnit("%d of %d "+things+" "),
			decor.Any(func(decor.Statistics) string {
				p.mu.Lock()
				defer p.mu.Unlock()
				return p.pace.text(time.Now())
			}),
		),
		mpb.BarRemoveOnComplete(),
	)
	return p
}

// update says that so many of all blocks are done.
func (p *progress) update(done, all int) {
	if p.bar == nil {
		return
	}
	p.mu.Lock()
	p.pace.update(done, all, time.Now())
	p.mu.Unlock()
	p.bar.SetTotal(int64(all), false)
	p.bar.SetCurrent(int64(done))
}

// stop removes the line.
func (p *progress) stop() {
	if p.bar != nil {
		p.bar.Abort(true)
		p.container.Wait()
	}
}

// A pace is how fast blocks are finished, those apart that an interrupted
// command left done: they cost no time and say nothing of the rest.
type pace struct {
	done, all int
	restored  int
	began     time.Time // when the first block was computed
}

func (p *pace) update(done, all int, now time.Time) {
	if done < p.done { // the sample grows: another stretch, counted from 0
		p.restored = max(0, p.restored-p.done)
		p.began = now
	}
	if done <= p.restored {
		p.began = now
	}
	p.done, p.all = done, all
}

// text is the rate and the time left; empty while nothing is known of them.
func (p *pace) text(now time.Time) string {
	computed, took := p.done-p.restored, now.Sub(p.began)
	if computed <= 0 || took <= 0 {
		return ""
	}
	rate := float64(computed) / took.Seconds()
	left := time.Duration(float64(p.all-p.done) / rate * float64(time.Second)).Round(time.Second)
	if rate < 10 {
		return fmt.Sprintf("%.1f/s, %v left", rate, left)
	}
	return fmt.Sprintf("%.0f/s, %v left", rate, left)
}
