package main

import (
	"io"
	"os"

	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"
	"golang.org/x/term"
)

// A progress is a line on a terminal with rate and time left; elsewhere it is
// nothing.
type progress struct {
	container *mpb.Progress
	bar       *mpb.Bar
}

func newProgress(w io.Writer, name string) *progress {
	file, ok := w.(*os.File)
	if !ok || !term.IsTerminal(int(file.Fd())) {
		return &progress{}
	}
	p := &progress{container: mpb.New(mpb.WithOutput(w), mpb.WithWidth(40))}
	p.bar = p.container.AddBar(0,
		mpb.PrependDecorators(decor.Name(name+" ")),
		mpb.AppendDecorators(
			decor.CountersNoUnit("%d of %d cases "),
			decor.AverageSpeed(0, "%.0f/s "),
			decor.AverageETA(decor.ET_STYLE_GO),
		),
		mpb.BarRemoveOnComplete(),
	)
	return p
}

// update says that so many of all cases are done.
func (p *progress) update(done, cases int) {
	if p.bar != nil {
		p.bar.SetTotal(int64(cases), false)
		p.bar.SetCurrent(int64(done))
	}
}

// stop removes the line.
func (p *progress) stop() {
	if p.bar != nil {
		p.bar.Abort(true)
		p.container.Wait()
	}
}
