package model

import "math"

// probabilityFloor bounds the probabilities whose log-odds are taken.
const probabilityFloor = 1e-9

// timeTolerance is added wherever a year is compared with a date of the case,
// so that month m of the year m/12 counts in full.
const timeTolerance = 1e-9

// logistic is Λ(x) = 1/(1+e^−x).
func logistic(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

// logit is ln(p/(1−p)) of p clamped to [1e−9, 1−1e−9].
func logit(p float64) float64 {
	p = min(max(p, probabilityFloor), 1-probabilityFloor)
	return math.Log(p / (1 - p))
}

// kept is the probability that a promise is kept, the one formula for every
// promise of the model:
//
//	kept(c; bonus, α, d, A) = Λ( logit(c) + bonus − (1−α)·(H·[hollow] + d·g + φ·⌊A⌋) ),  0 where c = 0
//
// c is a probability, bonus in logits, doubt = H·[hollow] + d·g + φ·⌊A⌋ in
// logits, automaticity α in 0 … 1.
func kept(c, bonus, automaticity, doubt float64) float64 {
	if c == 0 {
		return 0
	}
	return keptLogit(logit(c)+bonus, automaticity, doubt)
}

// keptLogit is kept for a credibility and bonus given as their sum in logits.
func keptLogit(base, automaticity, doubt float64) float64 {
	return logistic(base - (1-automaticity)*doubt)
}

// wholeYears is ⌊A⌋, with the tolerance of the model.
func wholeYears(a float64) float64 { return math.Floor(a + timeTolerance) }

// inForce says whether an instrument is in force at year y: from ≤ y < until.
func (in *Instrument) inForce(y float64) bool {
	return y >= in.FromYears-timeTolerance && !in.lapsed(y)
}

// lapsed says whether the instrument's end lies at or before year y, or it
// ends before it begins.
func (in *Instrument) lapsed(y float64) bool {
	if in.UntilYears == 0 {
		return false
	}
	return in.UntilYears <= in.FromYears || y >= in.UntilYears-timeTolerance
}

// promiseLapsed says whether the instrument's promise, apart from its relief,
// has ended by year y.
func (in *Instrument) promiseLapsed(y float64) bool {
	return in.PromiseUntilYears != 0 && y >= in.PromiseUntilYears-timeTolerance
}

// at is the trajectory's value at year y.
func (t Trajectory) at(y float64) float64 {
	if t.HalfLifeYears <= 0 {
		return t.End
	}
	return t.End - (t.End-t.Start)*halved(y/t.HalfLifeYears)
}

// gain is the capability that an instrument adds at year y: while in force
// G(y − from), G(t) = gain·(1 − 2^(−t/half-life)); after it lapses
// G(until − from)·2^(−(y − until)/decay), nothing if the decay is 0.
func (in *Instrument) gain(y float64) float64 {
	if in.CapabilityGain == 0 || y < in.FromYears-timeTolerance {
		return 0
	}
	if !in.lapsed(y) {
		return in.built(y - in.FromYears)
	}
	if in.UntilYears <= in.FromYears || in.GainDecayHalfLifeYears <= 0 {
		return 0
	}
	return in.built(in.UntilYears-in.FromYears) * halved((y-in.UntilYears)/in.GainDecayHalfLifeYears)
}

// built is G(t), the capability added after t years in force.
func (in *Instrument) built(t float64) float64 {
	if in.GainHalfLifeYears <= 0 {
		return in.CapabilityGain
	}
	return in.CapabilityGain * (1 - halved(t/in.GainHalfLifeYears))
}

// halved is 2^−x, what is left after x half-lives.
func halved(x float64) float64 { return math.Exp(-math.Ln2 * x) }
