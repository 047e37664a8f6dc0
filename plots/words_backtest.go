package plots

// CalibrationWords are those of Calibration.
type CalibrationWords struct {
	Title, Subtitle Template
	Core, All       Template // of a panel
	Score           Template // below its name
	Skill, NoSkill  Template
	X, Y            Template
	Bin             Template // how many wars of how many arrangements
	Alt             Template
	AltPanel        Template
	AltBin          Template
}

// HistoryWords are those of History.
type HistoryWords struct {
	Title, Subtitle Template
	War, NoWar      Template // what became of a model
	ByDate          Template // the chance of war by the time it came, or by the end of watching
	X               Template
	Alt, AltRow     Template
}
