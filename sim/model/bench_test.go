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

// BenchmarkPlay is one future of one package, its random draws included, where
// each future is replayed over ten packages.
func BenchmarkPlay(b *testing.B) {
	cases := central(b)
	games := make([]*Game, len(cases))
	for i := range cases {
		games[i] = NewGame()
		games[i].Solve(&cases[i])
	}
	var fate Fate
	for _, g := range games {
		fate.Cast(1, 0, 0)
		g.Play(&fate)
	}
	b.ReportAllocs()
	future, ended := 0, 0
	for i := 0; b.Loop(); i++ {
		at := i % len(games)
		if at == 0 {
			future++
			fate.Cast(1, 0, future)
		}
		if f := games[at].Play(&fate); f.Month >= 0 {
			ended++
		}
	}
	b.ReportMetric(float64(ended)/float64(b.N), "breaches/op")
}
