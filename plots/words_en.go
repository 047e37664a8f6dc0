package plots

// English is the language in which figures are written unless another is chosen.
func English() Words {
	w := Words{
		Numbers: Numbers{
			Decimal: ".", Thousands: ",", Minus: "−", Plus: "+",
			Power: "{mantissa}e{exponent}", Percent: "{n}~%", Points: "{n}~points",
			Billions: "{n}~bn~EUR", Millions: "{n}~m~EUR",
			Below: "<{n}", Above: ">{n}", About: "≈{n}", WithError: "{number}~±~{error}", Range: "{lo}–{hi}",
			Plural: oneOrOther,
		},
		Calendar: Calendar{
			MonthNames: [12]string{"January", "February", "March", "April", "May", "June",
				"July", "August", "September", "October", "November", "December"},
			ShortMonthNames: [12]string{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"},
			MonthOfYear:     "{month}~{year}",
		},
		Counts: Counts{
			Years:         Forms{One: "{n}~year", Other: "{n}~years"},
			Months:        Forms{One: "{n}~month", Other: "{n}~months"},
			Cases:         Forms{One: "{n}~case", Other: "{n}~cases"},
			Futures:       Forms{One: "{n}~future", Other: "{n}~futures"},
			Packages:      Forms{One: "{n}~package", Other: "{n}~packages"},
			OtherPackages: Forms{One: "{n}~other package", Other: "{n}~other packages"},
			Pairs:         Forms{One: "{n}~pair", Other: "{n}~pairs"},
			Factors:       Forms{One: "{n}~factor", Other: "{n}~factors"},
			Parameters:    Forms{One: "{n}~parameter", Other: "{n}~parameters"},
			Values:        Forms{One: "{n}~value", Other: "{n}~values"},
			Trajectories:  Forms{One: "{n}~trajectory", Other: "{n}~trajectories"},
			BasePoints:    Forms{One: "{n}~base point", Other: "{n}~base points"},
			Draws:         Forms{One: "{n}~draw", Other: "{n}~draws"},
			Arrangements:  Forms{One: "{n}~arrangement", Other: "{n}~arrangements"},
			Dyads:         Forms{One: "{n}~dyad", Other: "{n}~dyads"},
			Wars:          Forms{One: "{n}~war", Other: "{n}~wars"},
			Probes:        "{n}~probes", Stakes: "{n}~stakes", Span: "{n}~years", Rank: "{n}~ranks",
		},
		Lists: Lists{Comma: ", ", Semicolon: "; ", Space: " "},
		Terms: Terms{
			Ceasefire:        "the ceasefire",
			CeasefireBetween: "the ceasefire between {challenger} and {protege}",
			Challenger:       "the challenger", Protege: "the protégé",
			Tied:         "tied",
			MeanAfter:    "Probability that {ceasefire} has ended after {horizon}",
			MeanBy:       "Probability that {ceasefire} has ended by {date}",
			OfCases:      "80~% of cases",
			Bands:        "Bands: the 80~% range over cases.",
			BarsAtTheEnd: "Bars at the right: the 80~% range over cases, at the end.",
			Followed:     "{number},",
			WithUnit:     "{parameter} ({unit})",
			MoreEvents:   "and {n} more, in the data of this figure",
			InForce:      "{what} in force", AtAnEnd: "{what} at an end", Lapsed: "{what} lapsed",
			TiesKnownAt: "Which packages are tied is known for {horizon} only.",
		},
		Footer: FooterWords{
			Line:           "{scenario} · {hash} · seed {seed} · {size} · steadfast {version}",
			CasesOfFutures: "{cases} × {futures}",
		},
	}
	w.speakRun()
	w.speakSweeps()
	w.speakDrivers()
	w.speakBacktest()
	return w
}

// oneOrOther is the plural of English and of many other languages.
func oneOrOther(f Forms, n float64) Template {
	if n == 1 {
		return f.One
	}
	return f.Other
}
