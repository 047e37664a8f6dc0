package verdict

import "steadfast/sim/claim"

// Margins returns how far a claim holds on the values as measured: [0] on all
// cases, [1+g] without group g, for the jackknife (estimate.Sampler.Groups). A
// margin is above 0 where the claim holds and below where it fails; at 0 it is
// at its boundary. Of a comparison it is the difference in the unit of its
// values, of = and != the distance to equality (±½ nearer for places and years,
// which hold exactly), of best() and top_driver the lead on the next, of
// monotone the weakest step; of and the least of its parts, of or the largest,
// of not the opposite.
func Margins(e *claim.Expr, ev *Evidence) ([]float64, error) {
	j, root, err := prepare(e, ev)
	if err != nil {
		return nil, err
	}
	out := []float64{root.margin(j.all)}
	for _, v := range j.without {
		out = append(out, root.margin(v))
	}
	return out, nil
}
