package uncertain

// ICD203 returns the scale of the United States intelligence community:
// Intelligence Community Directive 203, Analytic Standards, 2015, section
// D.6.e(2)(a), with its second row of terms as synonyms.
func ICD203() Scale {
	return Scale{Name: "icd203", Bands: []Band{
		{Word: "almost no chance", Synonyms: []string{"remote"}, Lo: 0.01, Hi: 0.05},
		{Word: "very unlikely", Synonyms: []string{"highly improbable"}, Lo: 0.05, Hi: 0.20},
		{Word: "unlikely", Synonyms: []string{"improbable"}, Lo: 0.20, Hi: 0.45},
		{Word: "roughly even chance", Synonyms: []string{"roughly even odds"}, Lo: 0.45, Hi: 0.55},
		{Word: "likely", Synonyms: []string{"probable", "probably"}, Lo: 0.55, Hi: 0.80},
		{Word: "very likely", Synonyms: []string{"highly probable"}, Lo: 0.80, Hi: 0.95},
		{Word: "almost certain", Synonyms: []string{"almost certainly", "nearly certain"}, Lo: 0.95, Hi: 0.99},
	}}
}

// PHIA returns the probability yardstick of the United Kingdom's Professional
// Head of Intelligence Assessment. It has gaps between its bands.
func PHIA() Scale {
	return Scale{Name: "phia", Bands: []Band{
		{Word: "remote chance", Lo: 0, Hi: 0.05},
		{Word: "highly unlikely", Lo: 0.10, Hi: 0.20},
		{Word: "unlikely", Lo: 0.25, Hi: 0.35},
		{Word: "realistic possibility", Lo: 0.40, Hi: 0.50},
		{Word: "likely", Synonyms: []string{"probable", "likely or probable"}, Lo: 0.55, Hi: 0.75},
		{Word: "highly likely", Lo: 0.80, Hi: 0.90},
		{Word: "almost certain", Lo: 0.95, Hi: 1},
	}}
}

// NATO returns the scale of NATO's Allied Joint Doctrine for Intelligence
// Procedures, AJP-2.1.
func NATO() Scale {
	return Scale{Name: "nato", Bands: []Band{
		{Word: "highly unlikely", Lo: 0, Hi: 0.10},
		{Word: "unlikely", Lo: 0.10, Hi: 0.40},
		{Word: "even chance", Lo: 0.40, Hi: 0.60},
		{Word: "likely", Lo: 0.60, Hi: 0.90},
		{Word: "highly likely", Lo: 0.90, Hi: 1},
	}}
}

// NamedScale returns the scale of a name (icd203, phia, nato) and whether
// there is one.
func NamedScale(name string) (Scale, bool) {
	for _, s := range []Scale{ICD203(), PHIA(), NATO()} {
		if s.Name == name {
			return s, true
		}
	}
	return Scale{}, false
}
