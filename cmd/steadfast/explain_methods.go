package main

import "steadfast/sim/result"

// A sensitivityMethod is what explain says of a method.
type sensitivityMethod struct {
	name, short string
	text        string // what it measures, and what it assumes
	source      string
}

// sensitivityMethods lists the methods in the order of a report.
func sensitivityMethods() []sensitivityMethod {
	return []sensitivityMethod{
		{result.MethodTornado, "The mean with a factor at its 5 % and its 95 % point, all else drawn.", `The mean of the number with one factor at its 5 % and at its 95 % point, all others
drawn as ever, on the same cases; the difference is paired. It has a sign and a unit,
and misses what rises and falls between the two points. Parameters that are drawn
together move together; a text takes the words that lie there.`,
			"S. Eschenbach, Interfaces 22 (1992); here over draws instead of one central case"},
		{result.MethodMorris, "Screening by elementary effects along random paths.", `Random paths on which one factor after the other makes a step; mu* is the mean size of
the effect of a step, mu the mean with its sign, sigma how far the effect depends on
the rest, by interactions or curvature. It ranks with few solves, and divides no
variance. Parameters that are drawn together make their step together.`,
			"M. D. Morris, Technometrics 33 (1991); F. Campolongo and others, Environmental Modelling & Software 22 (2007)"},
		{result.MethodSobol, "Shares of the variance: a factor alone (first), and with its interactions (total).", `First is the share of the variance over cases that would vanish, on average, if the
factor were known; total the share that would remain if all others were. Totals add up
to more than 100 % where factors interact. Nothing is assumed of the form of the
dependence; discrete factors are as good as others. Factors must be independent of
each other, so parameters that are drawn together count as one. It also says what
drives the ranking of all packages. Intervals come from replicates or the bootstrap;
where the totals at a quarter and at half of the points differ, raise --base.`,
			"I. M. Sobol' (1993); A. Saltelli and others, Computer Physics Communications 181 (2010); M. J. W. Jansen, 117 (1999)"},
		{result.MethodPRCC, "Partial rank correlation: how closely the number rises or falls with a parameter.", `The correlation of the ranks of the number and of a parameter, once the ranks of all
other parameters are taken out of both: from −1 to 1. It assumes that the number rises
or falls throughout, and sees nothing of a factor that works both ways. It is valid
with correlated parameters; a word counts as its place in the file's list.`,
			"S. Marino and others, Journal of Theoretical Biology 254 (2008)"},
		{result.MethodGiven, "First-order shares of the variance from the cases of a run.", `The share of the variance over cases that follows from one parameter alone, by a smooth
curve through the cases of a run: no points of its own. Interactions are not in it. Of
a correlated parameter it is the share of the parameter and of what goes with it, which
need not be its own doing. A driver is one whose dependence is beyond chance at a level
that accounts for the number of parameters.`,
			"E. Plischke, E. Borgonovo and C. L. Smith, European Journal of Operational Research 226 (2013)"},
		{result.MethodPAWN, "How far the whole distribution moves with a parameter.", `The distance (Kolmogorov–Smirnov, 0 to 1) between the distribution of the number and
that within a slice of a parameter's range: its median and its maximum over slices. It
looks at the whole distribution, so that it also sees what moves the spread or the
tails alone. It comes from the cases of a run; of correlated parameters the same holds
as for given. With few cases chance alone makes it positive: compare with driver.`,
			"F. Pianosi and T. Wagener, Environmental Modelling & Software 67 (2015) and 108 (2018)"},
	}
}

// method explains a method of sensitivity.
func (t *explainText) method(m sensitivityMethod) {
	t.heading("sensitivity method "+m.name, m.short)
	t.paragraph("what it says, and what it assumes", m.text)
	t.paragraph("source", m.source)
}
