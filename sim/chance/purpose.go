package chance

// A Purpose names what a draw decides. Draws of different purposes come from
// different keys of the generator and so are independent of one another: a
// draw that is added for one purpose shifts none of another.
type Purpose uint64

// The purposes. Their numbers are part of every published result: a new one is
// added at the end, and none is ever renumbered.
const (
	Resolve     Purpose = 1 + iota // whether the coalition is resolute
	Backstop                       // the move of the backstop at an election
	Opportunity                    // whether a month brings an opportunity
	Action                         // hold, probe or break at an opportunity
	Probing                        // what comes of a probe: its four words decide whether it escalates, is detected, is answered, and between which two rungs the belief falls
	Belief                         // between which two rungs the initial belief falls
	Accident                       // whether an accident ends the ceasefire
	Willing                        // which guarantors say yes at a breach
	Rounding                       // between which two grid points a number falls
	Promise                        // which punishments are imposed at a breach
	Prevail                        // whether the challenger prevails
	Sampling                       // random and Latin designs
	Scramble                       // the scrambles of a Sobol' design
	Weighing                       // draws of the weights of the appraisal
	Bootstrap                      // which base points of a random design a resample takes
	Trajectory                     // where a trajectory of a screening starts, and the order in which its factors move
	Ordering                       // the orders in which the players of a Shapley division join
	Reversal                       // which responses end with a breach that failed
)
