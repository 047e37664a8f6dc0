package scenario

// BackstopStates are the names of the backstop's states in order, shared by
// all packages; one without a name where the scenario has no backstop.
func (s *Scenario) BackstopStates() []string {
	if t := s.merged.shared.thing("backstop.states"); t != nil {
		return t.value.texts
	}
	return []string{""}
}
