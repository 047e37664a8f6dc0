package schema

// A LegalForm says how firmly a military promise binds and how long it takes
// to enter into force.
type LegalForm struct {
	Name      string
	Logits    float64 // added to `legal`
	LagMonths float64 // from the start to entry into force, unless `from` is given
	Meaning   string
}

// LegalForms returns the legal forms, the weakest first. The numbers are
// starting values: the order follows how many institutions must agree to the
// form, and so how many would have to agree to leave it; the lags are rounded
// times from signature to entry into force of comparable acts.
func LegalForms() []LegalForm {
	return []LegalForm{
		{"declaration", 0, 0, "a political declaration, in force when it is made"},
		{"memorandum", 0, 0, "a memorandum of understanding, as in Budapest in 1994"},
		{"eu_law", .5, 6, "an act of European Union law"},
		{"agreement", .5, 9, "an intergovernmental agreement that no parliament ratifies"},
		{"treaty", 1, 18, "a treaty ratified by parliaments"},
		{"integrated_command", 1.5, 24, "a ratified treaty with forces under an integrated command"},
	}
}

func legalFormNames() []string {
	var names []string
	for _, l := range LegalForms() {
		names = append(names, l.Name)
	}
	return names
}

func legalForm(name string) (LegalForm, bool) {
	for _, l := range LegalForms() {
		if l.Name == name {
			return l, true
		}
	}
	return LegalForm{}, false
}
