package main

import (
	_ "embed"
	"fmt"
	"path"
	"text/template"

	"steadfast/sim"
	"steadfast/sim/report"
	"steadfast/sim/result"
)

//go:embed scenarios.md.tmpl
var scenariosText string

//go:embed figures.md.tmpl
var figuresText string

var (
	scenariosPage = pageTemplate("scenarios", scenariosText)
	figuresPage   = pageTemplate("figures", figuresText)
)

func pageTemplate(name, text string) *template.Template {
	return template.Must(template.New(name).Funcs(template.FuncMap{"md": markdown, "code": code, "anchor": anchor}).Parse(text))
}

// A figuresView is what the page of figures shows.
type figuresView struct {
	Scenario, Title, Size string
	Kinds                 []kind
}

// A pictureView is a picture on a page.
type pictureView struct {
	Figure                              string // its name
	Title, Subtitle, Alt, File, Command string
}

func viewOf(p *picture, folder string) pictureView {
	return pictureView{p.Name, p.Title, p.Subtitle, p.Alt(), path.Join(folder, p.file), p.command}
}

// An answersView is what the page of scenarios shows.
type answersView struct {
	CheckCases            int
	ErrorPercent          float64
	Answers, Worlds, List []answerView
}

// An answerView is one scenario on the page.
type answerView struct {
	Number                  int // of the question; 0: not one of the list
	Name, File, Hash        string
	Title, Question, Answer string
	Size, Ran, Check        string
	Charts                  []pictureView
	Claims                  []claimView
}

// A claimView is a claim and what became of it.
type claimView struct {
	Claim, That, Status string
	Cases               int
	Reason              []string // nil where it holds
}

// answers draws the charts of all scenarios and writes their page.
func (w *workshop) answers(made *files, studies []*study) error {
	plan := sim.CICheck()
	view := answersView{CheckCases: plan.MaxCases, ErrorPercent: 100 * plan.ErrorRate}
	for _, s := range studies {
		for _, chart := range s.charts {
			if err := chart.draw(made, chartsDir); err != nil {
				return fmt.Errorf("%s: %w", s.file, err)
			}
		}
		a := answerOf(s)
		view.List = append(view.List, a)
		if s.base() {
			view.Worlds = append(view.Worlds, a)
		} else {
			view.Answers = append(view.Answers, a)
		}
	}
	return made.page(path.Join(scenariosDir, "README.md"), scenariosPage, view)
}

// answerOf is a study as the page shows it.
func answerOf(s *study) answerView {
	from := s.set.Scenario
	a := answerView{
		Number: s.number, Name: s.name, File: s.file, Hash: s.hash,
		Title: from.Title, Question: from.Question, Answer: from.Answer, Size: report.RunSize(s.set.Run), Ran: s.ran,
	}
	for _, chart := range s.charts {
		a.Charts = append(a.Charts, viewOf(chart, path.Base(chartsDir)))
	}
	if s.check == nil {
		return a
	}
	a.Check = "steadfast check " + s.command() + " --ci"
	for _, c := range s.check.Claims {
		v := claimView{Claim: c.Claim, That: c.That, Status: c.Status, Cases: c.Cases}
		if c.Status != result.Holds {
			v.Reason = report.Reason(c)[1:] // the first line repeats the claim
		}
		a.Claims = append(a.Claims, v)
	}
	return a
}
