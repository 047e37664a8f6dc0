package appraise

import (
	"math"
	"testing"
)

// TestPeaceThatHolds is the check of §5 of the model: the risks of snap and
// none are those of the vector central by year 20.
func TestPeaceThatHolds(t *testing.T) {
	snap := Adoption{Feasibility: .75, Signs: .4, Accepts: 1, Risk: .4}
	none := Adoption{Feasibility: 1, Signs: .5, Accepts: 1, Risk: .9}
	near(t, "without consent", snap.Peace(none, false), .75*.6+.25*.1)
	near(t, "with consent", snap.Peace(none, true), .75*.4*.6+.25*.5*.1)
	near(t, "adjusted", snap.Adjusted(none), .75*.4+.25*.9)
	snap.Accepts = .5
	near(t, "protégé's consent", snap.Peace(none, false), .75*.5*.6+.25*.1)
}

func TestConsent(t *testing.T) {
	near(t, "indifferent", Signs(.2, .2, .1), .5)
	near(t, "one noise better", Signs(.3, .2, .1), 1/(1+math.Exp(-1)))
	near(t, "safer than asked", Accepts(.1, .3, .1), 1/(1+math.Exp(-2)))
}

func TestLoss(t *testing.T) {
	w := Weights{1, 10, 100, 1000, 1e4, 1e5, 1e6}
	near(t, "loss", w.Loss(Account{1, 2, 3, 4, 5, 6, 7}), 7654321)
}

func near(t *testing.T, what string, got, want float64) {
	t.Helper()
	if !(math.Abs(got-want) <= 1e-9*max(1, math.Abs(want))) {
		t.Errorf("%s = %v, want %v", what, got, want)
	}
}
