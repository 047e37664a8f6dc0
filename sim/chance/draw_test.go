package chance

import "testing"

func TestDrawPutsNamesWhereItSays(t *testing.T) {
	want := Block([2]uint64{11, uint64(Probing)}, [4]uint64{55, 44, 33, 22})
	if got := Draw(11, Probing, 22, 33, 44, 55); got != want {
		t.Errorf("Draw = %#x, want %#x", got, want)
	}
}

func TestUnitIsStrictlyInside(t *testing.T) {
	lo, hi := Unit(0), Unit(1<<64-1)
	if !(lo > 0) || !(hi < 1) {
		t.Errorf("Unit spans [%g, %g], want strictly inside (0, 1)", lo, hi)
	}
	if lo != 1-hi {
		t.Errorf("Unit is not symmetric: smallest %g, 1 − largest %g", lo, 1-hi)
	}
	if got := Unit(1 << 63); got != 0.5+0x1p-53 {
		t.Errorf("Unit(2⁶³) = %g, want the middle of the cell above ½", got)
	}
}

func TestDrawDoesNotAllocate(t *testing.T) {
	n := testing.AllocsPerRun(100, func() { sink += Draw(1, Action, 2, 3, 4, 5)[0] })
	if n != 0 {
		t.Errorf("Draw allocates %g times a call, want 0", n)
	}
}

func BenchmarkDraw(b *testing.B) {
	var sum, n uint64
	for b.Loop() {
		n++
		w := Draw(1, Action, 3, 4, 5, n)
		sum += w[0] ^ w[3]
	}
	sink = sum
}
