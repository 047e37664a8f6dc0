// Package verdict evaluates claims on what a run leaves behind, and fills the
// values of an answer.
//
//	found := verdict.Check(expr, known)              // before a run: what could never be decided
//	needs := verdict.NeedsOf(horizon, expr)          // what must be solved
//	v, err := verdict.Evaluate(expr, evidence, 0.01) // holds, fails, or undecided
//	text, err := verdict.Answer(answer, evidence)    // "… is 27.8 % (27.4–28.2 %)"
//
// [Margins] is how far a claim is from turning, and [Turns] finds the
// assumption that most nearly turns it.
//
// # Values
//
// A value is a mean over cases of the exact outcome. A year that is not among
// those of the cases is read from the monthly curve, straight between months;
// limited(p, year) has none and knows whole years and the horizon alone.
// risk_ratio is the ratio of the two means, within median, quantile and share
// that of the two risks of the case; 0/0 is 1, for the two are the same, and
// x/0 infinite. rank is one more than the number of packages with a lower
// risk, so that equals share the better place, and best() = p is rank(p) = 1;
// where one package must be taken of equals, it is the first in the scenario.
// hazard_peak is the year, 1 for the first, with the largest hazard of the mean
// curve, a last part of a year as a yearly rate. A comparison with a value that
// is not defined holds in no case.
//
// # Decisions
//
// A comparison is decided on d = left − right, whose error is that of the
// delete-a-group jackknife of the whole difference: packages are compared on
// the same cases. The interval is Student's at the error rate asked for, and
// the comparison is undecided where it holds for a part of it only. What the
// jackknife cannot see widens the interval:
//
//   - share: Clopper and Pearson's interval; a share of 0 or 1 in the sample
//     is not known exactly.
//   - median and quantile: the distribution-free interval between order
//     statistics, which a tie or a far tail does not narrow.
//   - better: Clopper and Pearson's interval over futures, and over cases where
//     every future of every case went the same way.
//   - rank, hazard_peak, best() as an argument: all places, years and packages
//     that paired comparisons leave open (Bonferroni). They jump, so that the
//     jackknife holds them fixed.
//
// The interval never leaves the range in which the value must lie. Two packages
// that are the same in every case differ by exactly 0: the one is not below the
// other, and at most as high. A mean of values that are the same in every case
// is known exactly, too.
//
// # The error rate
//
// Evaluate decides a claim wrongly with a probability of at most alpha. A
// conjunction holds wrongly only if a part that is false is found to hold, and
// any one may be; so each part may hold wrongly with the whole rate, and fail
// wrongly with its share of it, by its number of comparisons. With or it is the
// other way round, and not changes the two. (For holds this is the
// intersection–union test of R. L. Berger, Technometrics 24, 1982; the division
// is Bonferroni's.) Over several claims and over repeated looks at a growing
// sample the caller divides.
package verdict
