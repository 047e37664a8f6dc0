package model

import (
	"crypto/sha256"
	"encoding/binary"
	"math"
	"slices"
)

// A Fingerprint is equal for two cases if and only if every number, rule and
// id of theirs is: what one of them comes to, the other does. (It is a SHA-256:
// two cases that differ share one with a probability of 2⁻¹²⁸ or less.)
type Fingerprint [sha256.Size]byte

// A Fingerprinter takes fingerprints, reusing its memory. The zero value is
// ready. It is not safe for concurrent use.
type Fingerprinter struct{ text []byte }

// Of returns the fingerprint of a case.
func (f *Fingerprinter) Of(c *Case) Fingerprint {
	f.text = f.text[:0]
	f.numbers(c.HorizonYears, c.CostDiscountRate)
	ch := &c.Challenger
	f.numbers(ch.OpportunitiesPerYear, ch.Noise, ch.DiscountRate, ch.PlanningYears, ch.StatusQuoPerYear, ch.WarCost,
		ch.ClashCost, ch.ProbeGain, ch.ProbeCost, ch.ProbeEscalation)
	f.trajectory(ch.Forces)
	f.trajectory(c.Protege.Forces)
	f.numbers(c.Battle.Exponent, c.Battle.FaitAccompliDays)
	f.numbers(c.Coalition.Resolve, c.Coalition.Reputation, c.Coalition.HollowPenalty, c.Coalition.FatiguePerYear)
	f.word(string(c.Coalition.DecisionRule))
	f.count(len(c.Guarantors))
	for i := range c.Guarantors {
		g := &c.Guarantors[i]
		f.word(g.ID)
		f.numbers(g.Capability, g.Willingness, g.BackstopReliance)
	}
	f.backstop(&c.Backstop)
	f.numbers(c.Watch.Detection, c.Watch.ProbeResponse)
	f.word(c.Package.ID)
	f.count(len(c.Package.Instruments))
	for i := range c.Package.Instruments {
		f.instrument(&c.Package.Instruments[i])
	}
	return sha256.Sum256(f.text)
}

func (f *Fingerprinter) numbers(values ...float64) {
	for _, x := range values {
		f.text = binary.LittleEndian.AppendUint64(f.text, math.Float64bits(x))
	}
}

func (f *Fingerprinter) count(n int) { f.text = binary.LittleEndian.AppendUint64(f.text, uint64(n)) }

// word writes a text after its length, so that no two lists of words read the
// same.
func (f *Fingerprinter) word(s string) {
	f.count(len(s))
	f.text = append(f.text, s...)
}

func (f *Fingerprinter) trajectory(t Trajectory) { f.numbers(t.Start, t.End, t.HalfLifeYears) }

func (f *Fingerprinter) backstop(b *Backstop) {
	f.count(len(b.Gaps))
	f.numbers(b.Gaps...)
	f.count(b.Initial)
	f.numbers(b.FirstElectionYears, b.ElectionEveryYears)
	f.count(len(b.Transition))
	for _, row := range b.Transition {
		f.count(len(row))
		f.numbers(row...)
	}
}

func (f *Fingerprinter) instrument(in *Instrument) {
	f.word(in.ID)
	f.numbers(in.FromYears, in.UntilYears, in.PromiseUntilYears)
	f.numbers(in.Share, in.Legal, in.Presence, in.ResponseDays, in.ProbeResponse, in.Detection)
	f.count(len(in.Entanglement))
	if len(in.Entanglement) > 0 {
		ids := make([]string, 0, len(in.Entanglement))
		for id := range in.Entanglement {
			ids = append(ids, id)
		}
		slices.Sort(ids)
		for _, id := range ids {
			f.word(id)
			f.numbers(in.Entanglement[id])
		}
	}
	f.numbers(in.Severity, in.ReliefPerYear, in.Credibility, in.Automaticity, in.BackstopReliance, in.DelayYears,
		in.Reversibility, in.ReversalYears)
	f.numbers(in.CapabilityGain, in.GainHalfLifeYears, in.GainDecayHalfLifeYears, in.LocalCapability, in.WarningDays,
		in.StatusQuoPerYear, in.AccidentsPerYear)
	multiplier := 1.0
	if in.AccidentMultiplier != nil {
		multiplier = *in.AccidentMultiplier
	}
	f.numbers(multiplier, in.CostPerYear, in.CostIfCalled)
}
