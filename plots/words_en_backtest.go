package plots

func (w *Words) speakBacktest() {
	w.Calibration = CalibrationWords{
		Title: "When the model forecast war within {horizon}, how often did it come?",
		Subtitle: "Each half of the record is forecast by ranges fitted to the other. Dots: five bins of rising forecasts, with the number of wars in them; " +
			"bars: 95~% interval of how often war came (Kaplan–Meier). Strokes: single arrangements, at the top with war, at the bottom without. Broken line: as often as forecast.",
		Core: "The core, {arrangements}", All: "All {arrangements}",
		Score: "{wars}, {dyads}; {skill}",
		Skill: "Brier skill over the base rate {skill} ({lo}~to~{hi})", NoSkill: "no Brier skill over the base rate",
		X: "war forecast", Y: "war came",
		Bin:      "{wars}~of~{arrangements}",
		Alt:      "Dots of how often war came within {horizon} against how often it was forecast: {panels}.",
		AltPanel: "{set}: {bins}", AltBin: "{observed} where {forecast} was forecast",
	}
	w.History = HistoryWords{
		Title: "What chance did the model give to what happened?",
		Subtitle: "The models that the debate names: war within {horizon} (red square), later (red ring), or none in the time observed (grey ring). " +
			"Discs: chance of that by the rule of the backtest, fitted without that dyad. Diamonds: by the scenario that argues the model. Broken line: one in ten.",
		War: "war after {years}", NoWar: "no war in {years}",
		ByDate: "war by then, by the rule: {chance}",
		X:      "chance of what happened",
		Alt:    "Rows with the chance of what happened within {horizon} or the time observed, by the rule and by the model’s own scenario: {rows}.",
		AltRow: "{model}, {fate}, {rule} and {scenario}",
	}
}
