package report

import (
	"fmt"
	"strings"

	"steadfast/sim/estimate"

	"steadfast/sim/result"
)

// limits says what so few cases cannot show.
func (p *leaf) limits() {
	b := p.of
	s, ok := headlineScore(b)
	if !ok {
		return
	}
	p.text("## What n = %d cannot show", s.Arrangements)
	if base := s.BrierSkill.Base; estimate.Finite(base.Value) {
		line := fmt.Sprintf("**Whether the model forecasts at all.** %s in %s and %s leave an interval of the skill that is %.1f wide. A true skill anywhere from %s to %s would often come out like this.",
			upperFirst(counted(s.Events, "war")), counted(s.Arrangements, "arrangement"), counted(s.Dyads, "dyad"), base.Hi-base.Lo, hundredths(base.Lo), hundredths(base.Hi))
		if s.IfRight != nil {
			line += fmt.Sprintf(" Even forecasts that were right, as confident as these, would score anywhere from %s to %s.", hundredths(s.IfRight.Skill.Lo), hundredths(s.IfRight.Skill.Hi))
		}
		if h := b.HeadlineSkill; h != nil {
			line += fmt.Sprintf(" Other draws of the reference class would give from %s to %s", hundredths(h.Lo), hundredths(h.Hi))
			if h.Hi-h.Lo < (base.Hi-base.Lo)/2 {
				line += ", which the draws know better than the record does."
			} else {
				line += ": take more draws before the record is blamed."
			}
		}
		p.point("%s", line)
	}
	var names []string
	for _, a := range furthest(b, 6) {
		names = append(names, fmt.Sprintf("%s (%s, war within %d years forecast at %s)", a.ID, fate(a.Outcomes[0]), headline, wholePercent(a.Risks[result.ByHalves][0].By(headline))))
	}
	if len(names) > 0 {
		p.point("**Which arrangement made the difference.** %s", strings.TrimSpace(hangs(b)+" Furthest from what happened were "+strings.Join(names, "; ")+"."))
	}
	p.point("**What an instrument does.** Instruments are sent where war is thought likely, and troops where their senders dare to send them. That no war came where 10,000 troops stood is an association. The rule forecasts from the instruments; a good score would not show that they caused the peace, nor a bad one that they did not.")
	p.point("**Which parameter is wrong.** %s are fitted to %s a half or fewer; the prior decides much of each (below).", upperFirst(counted(len(b.FitAll.Parameters), "median")), counted((dyadCount(b)+1)/2, "dyad"))
	p.point("**Anything about a challenger that is not average.** The rule knows no rival, no quarrel and no leader. A scenario argues these; no row of the record tests that argument.")
	if p.page.Shipped {
		p.point("**The coding.** Most of the dates of these %s were coded from general knowledge and graded (`conf`). A limited breach is where somebody drew the line at 25 dead. The reference class was fitted to wars of neighbours after 1945, some of which are rows here, too.", counted(len(b.Arrangements), "row"))
	}
	p.grid(rightGrid(b))
}

// dyadCount is how many dyads a backtest has.
func dyadCount(b *result.Backtest) int {
	seen := map[string]bool{}
	for _, a := range b.Arrangements {
		seen[a.Dyad] = true
	}
	return len(seen)
}

// fitted shows what the halves fit.
func (p *leaf) fitted() {
	b, of := p.of, p.of.Posterior
	p.text("## What the halves fit")
	p.text("Half A has the dyads at odd places in the order of their earliest start, half B the others; no rivalry stands in both. A forecast of half A rests on ranges fitted to half B, and the other way round. Fitted are the medians, by maximum a posteriori; the prior of each is its own range. The error is what other draws of the reference class would change, by leaving out each of the %d scrambles of the design in turn; how far the record leaves a median open is the range of the posterior.", b.Run.Replicates)
	p.grid(fitGrid(b))
	p.text("Half A has %s, half B %s. All forecasts after a fit weigh the same draws, %s at the ranges as shipped and more about a first fit; the smallest effective number behind one is %.0f.",
		counted(b.FitA.Arrangements, "arrangement"), counted(b.FitB.Arrangements, "arrangement"), grouped(b.Run.Cases), b.LeastDraws)
	folder := ""
	if p.page.Shipped {
		folder = "steadfast:historical/"
	}
	p.text("`%s` has %s joint draws of %s for a new member of the reference class, given the whole record: a walk through the posterior of the medians (%.0f %% of steps taken; at least %.0f effective draws of a median; at one place in twenty the likelihood itself rests on fewer than %.0f effective draws), and the parameters drawn at each. `%s` has the same draws with %s beside them, for scenarios that extend `steadfast:historical/arrangements.toml`. The rows put the average challenger of the class in the place of a scenario's own: they suit a scenario that knows nothing better. It draws from them by\n\n```toml\n[sample]\nfile = \"%s%s\"\n```%s",
		result.PosteriorCSV, grouped(of.Draws), strings.Join(of.Paths[:of.Shared], ", "), 100*of.Accepted, of.Effective, of.LeastDraws,
		result.RulePosteriorCSV, strings.Join(of.Paths[of.Shared:], ", "), folder, result.PosteriorCSV, p.example())
}

// example names the scenario that draws from the shipped posterior.
func (p *leaf) example() string {
	if !p.page.Shipped {
		return ""
	}
	return "\n\nas `updated.toml` in this folder does from the second."
}

// provenance says where the record comes from, and what its columns mean.
func (p *leaf) provenance() {
	p.text("## Provenance of %s.csv", p.of.Scenario.Name)
	if p.page.Shipped {
		p.text("The rows were coded for this project from public history and graded by confidence (`conf`: H, M, L) and by what they rest on (`verified`); observation ends on 2025-12-31. Added here: the row ISR75; the columns `legal_code`, `dyad`, `capability_ratio` with `capability_source`, and `coding_note`, which gives the reason of every correction and doubtful code.")
		p.text("`capability_ratio` is the challenger's over the protégé's Composite Index of National Capability in the year of the start, 2007 where that is later: Correlates of War, National Material Capabilities v4.0 (J. D. Singer, S. Bremer and J. Stuckey, 1972; J. D. Singer, International Interactions 14, 1987). Rows without a state on either side, with either side as challenger, or whose index was not at hand have none, and then the reference's ranges stand.")
	} else {
		p.text("The record is a user's own; steadfast does not know how it was coded. Its SHA-256 is `%s`.", p.of.Scenario.Hash)
	}
	var b strings.Builder
	b.WriteString("| column | meaning |\n| --- | --- |")
	for _, c := range p.page.Columns {
		fmt.Fprintf(&b, "\n| `%s` | %s |", c.Name, c.Meaning)
	}
	p.text("%s", b.String())
}

// point adds an item of a list.
func (p *leaf) point(format string, args ...any) { p.text("* "+format, args...) }

// upperFirst writes the first letter as a capital.
func upperFirst(s string) string {
	for i, r := range s {
		return strings.ToUpper(string(r)) + s[i+len(string(r)):]
	}
	return s
}
