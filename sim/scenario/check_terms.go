package scenario

// checkTerms refuses a term of consent whose partner is missing or useless.
func (m *merged) checkTerms() {
	for _, pair := range [][2]string{{"challenger.deal_noise", "challenger.fight_on"}, {"protege.accept_noise", "protege.accept_risk"}} {
		noise, term := m.shared.thing(pair[0]), m.shared.thing(pair[1])
		if noise != nil && term == nil {
			m.warn(noise.node.keyRange(), noise.node.src, pair[0], pair[0]+" has no use without "+pair[1], "add "+pair[1]+", or remove it")
		}
	}
}
