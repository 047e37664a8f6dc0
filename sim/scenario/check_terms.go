package scenario

import "strings"

// consentTerms pairs what a side asks for with how blurred its choice is.
var consentTerms = [][2]string{{"challenger.fight_on", "challenger.deal_noise"}, {"protege.accept_risk", "protege.accept_noise"}}

// checkTerms warns of a noise without the term it belongs to, and refuses a
// term that a package sets where nobody says how sharp it is.
func (m *merged) checkTerms() {
	for _, pair := range consentTerms {
		term, noise := m.shared.thing(pair[0]), m.shared.thing(pair[1])
		asked := term != nil
		for _, p := range m.packages {
			own := p.set.thing(pair[0])
			if own == nil {
				continue
			}
			asked = true
			if noise == nil && p.set.thing(pair[1]) == nil {
				section, key, _ := strings.Cut(pair[1], ".")
				m.onKey(own, pair[0]+" is set without "+pair[1], "add "+key+" = … to ["+section+"] or to this package's set")
			}
		}
		if noise != nil && !asked {
			m.warn(noise.node.keyRange(), noise.node.src, pair[1], pair[1]+" has no use without "+pair[0], "add "+pair[0]+", or remove it")
		}
	}
}
