package model

import "testing"

// central is the ten packages of testdata/central.json at a 15-year horizon.
func central(t testing.TB) []Case {
	t.Helper()
	for _, v := range readVectors(t) {
		if v.name == "central.json" {
			for i := range v.cases {
				v.cases[i].HorizonYears = 15
			}
			return v.cases
		}
	}
	t.Fatal("no central.json")
	return nil
}

// BenchmarkSolve is terms, policy and exact outcomes of one package of one
// case: the mean over the ten packages of central.json.
func BenchmarkSolve(b *testing.B) {
	cases := central(b)
	g := NewGame()
	var out Outcome
	for i := range cases {
		g.Solve(&cases[i])
		g.Exact(&out)
	}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		g.Solve(&cases[i%len(cases)])
		g.Exact(&out)
	}
}
