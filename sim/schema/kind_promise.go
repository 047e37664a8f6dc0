package schema

import "steadfast/sim/model"

// economicPromise are the rows of a promise to punish, stated or voted.
func economicPromise() []Field {
	stated := probability("credibility", "The probability that a resolute coalition keeps the promise, the backstop supportive.")
	stated.Group = stated.Path
	return append([]Field{
		severity("What the punishment costs the challenger if it is imposed."),
		stated,
	}, append(voteFields(),
		automaticity("How far the punishment triggers itself rather than waits for a political decision."),
		reliance(),
		delay("How long after the breach the punishment takes hold.").or(0, noEffect),
	)...)
}

// promise reads them.
func (r *reader) promise(in *model.Instrument) {
	in.Severity = r.number("severity")
	in.Credibility = r.credibility()
	in.Automaticity = r.number("automaticity")
	in.BackstopReliance = r.number("backstop_reliance")
	in.DelayYears, _ = r.years("delay")
	in.FromYears, _ = r.years("from")
	in.PromiseUntilYears, _ = r.years("until")
}
