package scenario

import (
	"cmp"
	"math"
	"slices"
)

// Mark is an event on the time axis at the medians.
type Mark struct {
	Years    float64
	Kind     string // "election", "entry", "expiry"
	Label    string
	Packages []string // ids of the packages it concerns; nil: all
}

// Marks returns elections, entries into force and expiries within the
// horizon, at the medians, by year. What is in force from the start has no
// mark.
func (s *Scenario) Marks() []Mark {
	var r Resolved
	if err := s.Resolver().Resolve(s.Medians(), &r); err != nil || len(r.Packages) == 0 {
		return nil
	}
	var marks []Mark
	add := func(years float64, kind, label, pkg string) {
		if years <= 1e-9 || years >= s.HorizonYears {
			return
		}
		for i := range marks {
			m := &marks[i]
			if m.Kind == kind && m.Label == label && math.Abs(m.Years-years) < 1e-9 {
				if pkg != "" && !slices.Contains(m.Packages, pkg) {
					m.Packages = append(m.Packages, pkg)
				}
				return
			}
		}
		m := Mark{Years: years, Kind: kind, Label: label}
		if pkg != "" {
			m.Packages = []string{pkg}
		}
		marks = append(marks, m)
	}
	b := r.Packages[0].Case.Backstop
	if len(b.Gaps) > 1 && b.ElectionEveryYears > 0 {
		first, every := math.Round(12*b.FirstElectionYears), max(1, math.Round(12*b.ElectionEveryYears))
		for month := first; month < math.Round(12*s.HorizonYears); month += every {
			add(month/12, "election", "election in the decisive guarantor", "")
		}
	}
	names := map[string]string{}
	for _, in := range s.Instruments {
		names[in.ID] = in.Name
	}
	for _, p := range r.Packages {
		for _, in := range p.Case.Package.Instruments {
			add(in.FromYears, "entry", names[in.ID]+" in force", p.ID)
			add(in.UntilYears, "expiry", names[in.ID]+" at an end", p.ID)
			add(in.PromiseUntilYears, "expiry", names[in.ID]+" lapsed", p.ID)
		}
	}
	slices.SortStableFunc(marks, func(a, b Mark) int {
		return cmp.Or(cmp.Compare(a.Years, b.Years), cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Label, b.Label))
	})
	return marks
}
