package plots

import (
	"image/color"
	"math"
	"testing"
)

// A sight is how an eye sees colours: a matrix over linear RGB.
type sight struct {
	name   string
	matrix [3][3]float64
}

// sights are normal sight and the two kinds of colour blindness that are not
// rare, simulated at full severity: Machado, Oliveira and Fernandes, A
// physiologically-based model for simulation of color vision deficiency (2009),
// table of matrices, 1.0.
func sights() []sight {
	return []sight{
		{"normal", [3][3]float64{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}},
		{"protanope", [3][3]float64{
			{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998},
		}},
		{"deuteranope", [3][3]float64{
			{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881},
		}},
	}
}

// linear is a channel of sRGB in linear light (IEC 61966-2-1).
func linear(v uint8) float64 {
	x := float64(v) / 255
	if x <= 0.04045 {
		return x / 12.92
	}
	return math.Pow((x+0.055)/1.055, 2.4)
}

// lab is what the eye sees of a colour, in CIELAB under D65.
func (s sight) lab(c color.RGBA) [3]float64 {
	in := [3]float64{linear(c.R), linear(c.G), linear(c.B)}
	var rgb [3]float64
	for i, row := range s.matrix {
		for j, m := range row {
			rgb[i] += m * in[j]
		}
		rgb[i] = min(max(rgb[i], 0), 1)
	}
	r, g, b := rgb[0], rgb[1], rgb[2]
	f := func(t float64) float64 {
		const d = 6.0 / 29
		if t > d*d*d {
			return math.Cbrt(t)
		}
		return t/(3*d*d) + 4.0/29
	}
	x := f((0.4124564*r + 0.3575761*g + 0.1804375*b) / 0.95047)
	y := f(0.2126729*r + 0.7151522*g + 0.0721750*b)
	z := f((0.0193339*r + 0.1191920*g + 0.9503041*b) / 1.08883)
	return [3]float64{116*y - 16, 500 * (x - y), 200 * (y - z)}
}

// ciede2000 is how far apart two colours look: Sharma, Wu and Dalal, The
// CIEDE2000 color-difference formula: implementation notes (2005).
func ciede2000(one, two [3]float64) float64 {
	const deg = math.Pi / 180
	c7 := func(c float64) float64 { return math.Sqrt(math.Pow(c, 7) / (math.Pow(c, 7) + math.Pow(25, 7))) }
	meanC := (math.Hypot(one[1], one[2]) + math.Hypot(two[1], two[2])) / 2
	g := 0.5 * (1 - c7(meanC))
	a1, a2 := (1+g)*one[1], (1+g)*two[1]
	c1, c2 := math.Hypot(a1, one[2]), math.Hypot(a2, two[2])
	hue := func(b, a float64) float64 {
		if a == 0 && b == 0 {
			return 0
		}
		return math.Mod(math.Atan2(b, a)/deg+360, 360)
	}
	h1, h2 := hue(one[2], a1), hue(two[2], a2)

	dh, meanH := h2-h1, h1+h2
	switch {
	case c1*c2 == 0:
		dh = 0
	case math.Abs(h1-h2) <= 180:
		meanH /= 2
	default:
		if dh > 180 {
			dh -= 360
		} else {
			dh += 360
		}
		if meanH < 360 {
			meanH += 360
		} else {
			meanH -= 360
		}
		meanH /= 2
	}
	dL, dC, dH := two[0]-one[0], c2-c1, 2*math.Sqrt(c1*c2)*math.Sin(dh*deg/2)
	meanL, meanCC := (one[0]+two[0])/2, (c1+c2)/2
	t := 1 - 0.17*math.Cos((meanH-30)*deg) + 0.24*math.Cos(2*meanH*deg) + 0.32*math.Cos((3*meanH+6)*deg) - 0.20*math.Cos((4*meanH-63)*deg)
	turn := 30 * math.Exp(-math.Pow((meanH-275)/25, 2))
	l50 := (meanL - 50) * (meanL - 50)
	sL := 1 + 0.015*l50/math.Sqrt(20+l50)
	sC, sH := 1+0.045*meanCC, 1+0.015*meanCC*t
	rT := -math.Sin(2*turn*deg) * 2 * c7(meanCC)
	return math.Sqrt(math.Pow(dL/sL, 2) + math.Pow(dC/sC, 2) + math.Pow(dH/sH, 2) + rT*(dC/sC)*(dH/sH))
}

// The formula against the pairs that its authors publish, which reach every
// branch of it.
func TestCIEDE2000(t *testing.T) {
	for _, c := range []struct {
		one, two [3]float64
		want     float64
	}{
		{[3]float64{50, 2.6772, -79.7751}, [3]float64{50, 0, -82.7485}, 2.0425},
		{[3]float64{50, 3.1571, -77.2803}, [3]float64{50, 0, -82.7485}, 2.8615},
		{[3]float64{50, 2.8361, -74.0200}, [3]float64{50, 0, -82.7485}, 3.4412},
		{[3]float64{50, -1.3802, -84.2814}, [3]float64{50, 0, -82.7485}, 1.0000},
		{[3]float64{50, -0.9009, -85.5211}, [3]float64{50, 0, -82.7485}, 1.0000},
		{[3]float64{50, 0, 0}, [3]float64{50, -1, 2}, 2.3669},
		{[3]float64{50, 2.4900, -0.0010}, [3]float64{50, -2.4900, 0.0009}, 7.1792},
		{[3]float64{50, 2.4900, -0.0010}, [3]float64{50, -2.4900, 0.0011}, 7.2195},
		{[3]float64{50, -0.0010, 2.4900}, [3]float64{50, 0.0009, -2.4900}, 4.8045},
		{[3]float64{50, -0.0010, 2.4900}, [3]float64{50, 0.0011, -2.4900}, 4.7461},
		{[3]float64{50, 2.5, 0}, [3]float64{50, 0, -2.5}, 4.3065},
		{[3]float64{50, 2.5, 0}, [3]float64{73, 25, -18}, 27.1492},
		{[3]float64{50, 2.5, 0}, [3]float64{61, -5, 29}, 22.8977},
		{[3]float64{50, 2.5, 0}, [3]float64{56, -27, -3}, 31.9030},
		{[3]float64{50, 2.5, 0}, [3]float64{58, 24, 15}, 19.4535},
		{[3]float64{60.2574, -34.0099, 36.2677}, [3]float64{60.4626, -34.1751, 39.4387}, 1.2644},
		{[3]float64{63.0109, -31.0961, -5.8663}, [3]float64{62.8187, -29.7946, -4.0864}, 1.2630},
		{[3]float64{22.7233, 20.0904, -46.6940}, [3]float64{23.0331, 14.9730, -42.5619}, 2.0373},
		{[3]float64{90.8027, -2.0831, 1.4410}, [3]float64{91.1528, -1.6435, 0.0447}, 1.4441},
		{[3]float64{2.0776, 0.0795, -1.1350}, [3]float64{0.9033, -0.0636, -0.5514}, 0.9082},
	} {
		for _, got := range []float64{ciede2000(c.one, c.two), ciede2000(c.two, c.one)} {
			if math.Abs(got-c.want) > 0.00005 {
				t.Errorf("%v and %v are %.4f apart, want %.4f", c.one, c.two, got, c.want)
			}
		}
	}
}

// Greys look the same to everyone; what a colour-blind eye confuses comes
// together, and what it does not stays apart.
func TestSights(t *testing.T) {
	if got := sights()[0].lab(hex(0xFF0000)); math.Abs(got[0]-53.24) > 0.01 || math.Abs(got[1]-80.09) > 0.01 || math.Abs(got[2]-67.20) > 0.01 {
		t.Errorf("red of sRGB is %.2f in CIELAB, want 53.24 80.09 67.20", got)
	}
	for _, s := range sights() {
		for _, grey := range []uint32{0, 0x6E6E6E, 0xFFFFFF} {
			if lab := s.lab(hex(grey)); math.Hypot(lab[1], lab[2]) > 0.05 {
				t.Errorf("%s: grey %06X is seen as %.2f", s.name, grey, lab)
			}
		}
		reds := ciede2000(s.lab(hex(0xA05A2C)), s.lab(hex(0x5F7A2C)))
		if blind := s.name != "normal"; blind != (reds < 15) {
			t.Errorf("%s: brown and olive are %.1f apart", s.name, reds)
		}
		if blues := ciede2000(s.lab(hex(0xE69F00)), s.lab(hex(0x0072B2))); blues < 40 {
			t.Errorf("%s: orange and blue are only %.1f apart", s.name, blues)
		}
	}
}
