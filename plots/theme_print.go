package plots

// PrintTheme is for paper, in grey as well: neighbouring colours differ by at
// least 15 of the 100 steps of lightness from black to white, and neighbours have
// different dashes beside their markers. The colours were found by search: near
// those of the light theme, lighter and darker in turn, far apart to every eye.
func PrintTheme() Theme {
	t := DefaultTheme()
	t.Ink, t.Quiet = hex(0x000000), hex(0x3F444A)
	t.Grid, t.Axis = hex(0xD9DDE1), hex(0x7A8089)
	t.Palette = []Ink{
		{hex(0xC48800), hex(0xC48800), hex(0x8F6300)},
		{hex(0x296494), hex(0x296494), hex(0x296494)},
		{hex(0x379889), hex(0x379889), hex(0x27776B)},
		{hex(0x0A2F55), hex(0x0A2F55), hex(0x0A2F55)},
		{hex(0xA8644C), hex(0xA8644C), hex(0x9A583F)},
		{hex(0x873042), hex(0x873042), hex(0x873042)},
	}
	t.DashEach = true
	return t
}
