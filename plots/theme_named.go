package plots

// themes by name, the one for who does not choose first.
func themes() []choice[func() Theme] {
	return []choice[func() Theme]{{"light", DefaultTheme}, {"dark", DarkTheme}, {"print", PrintTheme}}
}

// ThemeNames lists the names of the themes.
func ThemeNames() []string { return namesOf(themes()) }

// ThemeNamed is the theme of a name: light is DefaultTheme, dark DarkTheme,
// print PrintTheme. It fails for an unknown one.
func ThemeNamed(name string) (Theme, error) {
	make, err := find("theme", name, themes())
	if err != nil {
		return Theme{}, err
	}
	return make(), nil
}
