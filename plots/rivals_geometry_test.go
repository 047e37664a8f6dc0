package plots

import (
	"fmt"
	"testing"

	"steadfast/sim/result"
)

// oneSpot makes every package the same but for id and name.
func oneSpot(s *result.Set) {
	for i := range s.Packages {
		id, name := s.Packages[i].ID, s.Packages[i].Name
		s.Packages[i] = s.Packages[len(s.Packages)-1]
		s.Packages[i].ID, s.Packages[i].Name = id, name
	}
	pairUp(s)
}

// Every change with every number of packages, and sizes and names in turn.
func TestRivalsCollideNowhere(t *testing.T) {
	t.Parallel()
	sizes := []Size{Slide, {1080, 1080}, {1080, 1350}, {2400, 900}, Print}
	counts := []int{2, 6, 12}
	if testing.Short() {
		counts = []int{6}
	}
	changes := map[string]func(s *result.Set){
		"as it is": func(*result.Set) {},
		"no futures": func(s *result.Set) {
			s.Run.Futures = 0
		},
		"all tied": func(s *result.Set) {
			for i := range s.Pairs {
				s.Pairs[i].Tied = true
			}
		},
		"identical": oneSpot,
		"nothing costs": func(s *result.Set) {
			for i := range s.Packages {
				s.Packages[i].Cost = s.Packages[0].Cost
			}
		},
		"negative costs": func(s *result.Set) {
			for i := range s.Packages {
				c := &s.Packages[i].Cost
				c.Mean, c.P10, c.P90 = c.Mean-120, c.P10-120, c.P90-120
			}
		},
		"certain adoption": func(s *result.Set) {
			for i := range s.Packages {
				s.Packages[i].Feasibility = s.Packages[0].Feasibility
			}
		},
		"no chance": func(s *result.Set) {
			for i := range s.Packages {
				f := &s.Packages[i].Feasibility
				f.Mean, f.P10, f.P90 = 0, 0, 0
			}
		},
		"worse than the baseline": func(s *result.Set) {
			s.Scenario.Baseline = s.Packages[1].ID
		},
	}
	r := newRota()
	for what, change := range changes {
		for _, n := range counts {
			for _, figure := range []string{"difference", "tradeoff", "cost"} {
				for _, k := range next(r, figure, "names", namings()[:2], 1) {
					s := synthetic(n, k.name)
					change(s)
					f := build(t, figure, s)
					for _, size := range next(r, figure, "sizes", sizes, 1) {
						of := fmt.Sprintf("%s, %s of %d packages with names of %s", what, figure, n, k.kind)
						p := collide(t, f, size, of)
						for _, pkg := range s.Packages {
							if figure != "difference" && !named(p, pkg) {
								t.Errorf("%s at %v: %s is not named", of, size, nameOf(pkg))
							}
						}
					}
				}
			}
		}
	}
	r.complete(t)
}

// named says whether a package's name begins somewhere on the page.
func named(p *page, pkg result.Package) bool {
	for _, w := range p.words {
		if len(w.text) >= 3 && len(nameOf(pkg)) >= len(w.text) && nameOf(pkg)[:len(w.text)] == w.text {
			return true
		}
	}
	return false
}
