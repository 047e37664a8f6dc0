package plots

// DarkTheme is for slides with a dark ground. There the colours of Okabe and Ito
// stand out as they are, so that areas, lines and marks have the same; the words
// of two of them are lightened.
func DarkTheme() Theme {
	t := DefaultTheme()
	t.Paper, t.Ink, t.Quiet = hex(0x15191E), hex(0xF2F4F6), hex(0xB4BAC2)
	t.Grid, t.Axis = hex(0x2B3138), hex(0x8A929C)
	t.Palette = []Ink{
		{hex(0xE69F00), hex(0xE69F00), hex(0xE69F00)},
		{hex(0x56B4E9), hex(0x56B4E9), hex(0x56B4E9)},
		{hex(0x009E73), hex(0x009E73), hex(0x1DB587)},
		{hex(0x0072B2), hex(0x0072B2), hex(0x4A9DDC)},
		{hex(0xD55E00), hex(0xD55E00), hex(0xE8731C)},
		{hex(0xCC79A7), hex(0xCC79A7), hex(0xD68BB4)},
	}
	t.Baseline = Ink{hex(0x9AA1AB), hex(0x9AA1AB), hex(0xA9B0B8)}
	t.Held, t.Limited, t.Major = hex(0x67717D), hex(0xB4BAC2), hex(0xFF7A70)
	return t
}
