package chance

import "testing"

// TestSequencesNeverChange pins, for every purpose, one block, and a stream, a
// uniform and a name. If this test fails, every published number changes: the
// code is wrong, not the test.
func TestSequencesNeverChange(t *testing.T) {
	for i, want := range pinned {
		p := Purpose(i + 1)
		if got := Draw(20270101, p, 3, 5, 7, 11); got != want {
			t.Errorf("Draw of purpose %d = %#x, want %#x", p, got, want)
		}
	}
	if got, want := Reversal, Purpose(len(pinned)); got != want {
		t.Errorf("the last purpose is %d, but %d are pinned", got, want)
	}

	s := New(20270101, Sampling, Name("challenger.war_cost"), 0, 0)
	for i, want := range pinnedUnits {
		if got := s.Unit(); got != want {
			t.Errorf("uniform %d of the stream = %v, want %v", i, got, want)
		}
	}
	if got, want := Name("challenger.war_cost"), uint64(0x0a2ba0f6c040dbf4); got != want {
		t.Errorf("Name = %#x, want %#x", got, want)
	}
}

// pinned holds Draw(20270101, p, 3, 5, 7, 11) for p = Resolve … Reversal.
var pinned = [][4]uint64{
	Resolve - 1:     {0x9d816f9df673589b, 0xdc50dc53deb2f68a, 0x22a18c7ecc7db56f, 0x0606f80567bc63d4},
	Backstop - 1:    {0x843d230ff47359b6, 0x491f87db7efc56e2, 0xf923990ee75f4831, 0xd893dcfd78aebc1e},
	Opportunity - 1: {0xa034aeab32e3a564, 0x5c11d38748969f1c, 0x42bef4386c61c09d, 0x8cada9dfb6313e49},
	Action - 1:      {0xda2c4915e23d8fae, 0x1741c39c5c69cb37, 0x8157cbba263ddd4b, 0xc648b825ab3cddad},
	Probing - 1:     {0x2358c1a77fe69494, 0xb004d01c44d5973c, 0xde232b89bc53496a, 0x710f87ae3ea5f75e},
	Belief - 1:      {0xd6541dfce6f33656, 0x4ff83cf7c6a3c9a4, 0x9d1153f062ddb39b, 0xb1d8f018e4add773},
	Accident - 1:    {0x2efb5e6b925f4f2d, 0xaeb85eadba2237d7, 0x384d073dd19e96df, 0x6a5ab5408900ae34},
	Willing - 1:     {0x599247daafb254a9, 0x05008cdbafcc3525, 0xb6a8306b7ab95a31, 0xfde674c052b726e5},
	Rounding - 1:    {0x472d87486c315224, 0x2e211d883b59ebc2, 0xc1b0d4ac9dd4fdfa, 0x530667970e9a50f1},
	Promise - 1:     {0x9b512729e7d3b3ea, 0xa83570c3a73865e0, 0x1a1448c271263b76, 0x3d6e6511a8a8be1d},
	Prevail - 1:     {0x8e7a3eef60e80a90, 0xf211c4e508217596, 0xa7c6a7569d94d667, 0x57997d3418180862},
	Sampling - 1:    {0xce237657ebeeb697, 0xdf7b35f9df5d61f8, 0x1fbd598559444f0f, 0xdfe04c74f37d93d9},
	Scramble - 1:    {0x29c6315353d8be56, 0x601c8e0290f3d4ab, 0x0d59c785bca89748, 0xb3e15aeb1352c56c},
	Weighing - 1:    {0x7dfcabcbeace512f, 0xc366da68f722b62e, 0x88cac7db8d01d122, 0xb21cb3e34e1fec85},
	Bootstrap - 1:   {0x5ddb3b782c624d5b, 0x48db14e299dbb8cb, 0xfc2f97edd842ed9b, 0xdd6272dbfe285a49},
	Trajectory - 1:  {0x49c6f29265100c9b, 0x5f3d12689d16050d, 0x98c47a8717d6f4ed, 0x87e50429791a7ab4},
	Ordering - 1:    {0xee13c5d425e67c3a, 0x0eca50cf3ff13d32, 0x1340bcc04a6a8614, 0xb0caffcdd1f80682},
	Reversal - 1:    {0xd2b49c6f4c183a01, 0x35a285abcf918aef, 0x8fdd862899970bdc, 0x252d704dd948bd15},
}

// pinnedUnits holds the first uniforms of a stream; the sixth is of its second
// block.
var pinnedUnits = []float64{
	0.4021036065768816,
	0.5978759679152462,
	0.8939213049848104,
	0.026310578257018213,
	0.7745087477924363,
	0.5406700298942252,
}
