package schema

// A Section is a table of the scenario file.
type Section struct {
	Name    string // first element of its fields' paths; "" for what stands above all sections
	Header  string // as written in a file
	Meaning string // one sentence
}

// Sections returns the sections in the order of the documentation.
func Sections() []Section {
	return []Section{
		{"", "(top of the file)", "What the scenario is called, what it asks, when it starts and how long it runs."},
		{"challenger", "[challenger]", "The state that chooses, month after month, to hold to the ceasefire, to probe it, or to break it."},
		{"protege", "[protege]", "The state that the guarantors protect."},
		{"battle", "[battle]", "How strength decides a war."},
		{"coalition", "[coalition]", "What the guarantors share: their resolve, and how they decide."},
		{"guarantor", "[guarantor.ID]", "A state that may fight for the protégé."},
		{"backstop", "[backstop]", "The politics of the decisive guarantor, which move at elections."},
		{"watch", "[watch]", "What sees and answers probes without any instrument."},
		{"instrument", "[instrument.ID]", "One measure of a guarantee, of one of the kinds."},
		{"package", "[[package]]", "A set of instruments to be compared with others."},
		{"correlate", "[[correlate]]", "Two uncertain parameters that are drawn together."},
		{"sample", "[sample]", "Joint draws made elsewhere."},
		{"weights", "[weights]", "What a unit of each outcome costs in the appraisal."},
		{"run", "[run]", "How many draws are made, and how."},
		{"sweep", "[[sweep]]", "Parameters that take values in turn: over a grid, or as a sample of many."},
		{"expect", "[[expect]]", "A conclusion that is tested on the result."},
		{"scale", "[scale]", "What verbal probabilities mean, where none of the published scales serves."},
	}
}
