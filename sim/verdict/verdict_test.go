package verdict

import (
	"errors"
	"math"
	"slices"
	"strings"
	"testing"

	"steadfast/sim/claim"
)

func near(t *testing.T, what string, got, want float64) {
	t.Helper()
	within(t, what, got, want, 1e-12)
}

func within(t *testing.T, what string, got, want, tolerance float64) {
	t.Helper()
	if !(math.Abs(got-want) <= tolerance) {
		t.Errorf("%s = %.15g, want %.15g", what, got, want)
	}
}

// TestValues evaluates every function on two cases whose values are known.
func TestValues(t *testing.T) {
	ev := evidence(1, []string{"a", "b", "c"}, []float64{0.1, 0.2, 0.3, 0.4}, []float64{0.4, 0.4, 0.2, 0.2}, []float64{0.5, 0.5, 0.5, 0.5})
	ev.Futures = 2
	ev.Better = func(a, b string) ([]float64, error) { return []float64{0, 0.5, 0.5, 1}, nil }
	for _, test := range []struct {
		value string
		want  float64
	}{
		{"risk(a)", 0.25}, {"risk(a, 1)", 0.125}, {"risk(a, 2)", 0.25}, {"risk(a, horizon)", 0.25},
		{"limited(a)", 0.5}, {"limited(a, 1)", 0.25}, {"clash(a)", 0.125}, {"defeat(a)", 0.0625}, {"peace(a)", 0.75}, {"loss(a)", 2.5},
		{"stopped(a)", 0.03125}, {"lasting(a)", 0.015625}, {"stopped(a) / (stopped(a) + lasting(a))", 2.0 / 3},
		{"peace_if_agreed(a)", 0.375}, {"signs(a)", 0.075}, {"accepts(a)", 0.575}, {"share(signs(a) < accepts(a))", 1},
		{"risk_ratio(a, b)", 0.25 / 0.3}, {"difference(a, b)", -0.05}, {"rank(a)", 1}, {"rank(c)", 3}, {"risk(best())", 0.25}, {"loss(best())", 2.5},
		{"difference(c, best())", 0.25}, {"rank(best())", 1}, {"hazard_peak(best())", 2},
		{"median(risk(a))", 0.25}, {"quantile(risk(a), 0.9)", 0.37}, {"median(risk_ratio(a, b))", 1}, {"median(difference(a, b))", -0.05},
		{"median(risk(best()))", 0.2}, {"median(rank(a))", 1.5}, {"median(-risk(a) * 2 + horizon)", 1.5},
		{"share(risk(a) < risk(b))", 0.5}, {"share(risk(a) >= 0.2)", 0.75}, {"share(best() = a)", 0.5}, {"share(a != best())", 0.5},
		{"share(rank(a) = 1 or risk(a) in [0.3, 0.35])", 0.75}, {"share(not 0.1 < risk(a) < 0.4)", 0.5}, {"share(risk(a) > 0.1 and risk(a) != 0.4)", 0.5},
		{"better(a, b)", 0.5}, {"hazard_peak(a)", 2}, {"horizon", 2}, {"1 - risk(a) / 2", 0.875}, {"-risk(a) + 20 %", -0.05},
	} {
		v := evaluate(t, test.value+" < risk(c)", ev)
		near(t, test.value, v.Atoms[0].Left.Mean, test.want)
		near(t, test.value+" − risk(c)", v.Atoms[0].Difference.Mean, test.want-0.5)
	}
	// The monthly curve is kept in single precision.
	for value, want := range map[string]float64{"risk(a, 1.5)": 0.1875, "risk(a, 0.25/6)": 0.25 / 48, "risk(a, 1.52)": 0.19} {
		within(t, value, evaluate(t, value+" < 1", ev).Atoms[0].Left.Mean, want, 1e-7)
	}
}

// TestEveryFunctionIsEvaluated goes through the language.
func TestEveryFunctionIsEvaluated(t *testing.T) {
	for _, f := range claim.Functions() {
		var args []string
		for _, a := range f.Args {
			switch a.Kind {
			case claim.Package:
				args = append(args, map[string]string{"b": "far"}[a.Name])
				if args[len(args)-1] == "" {
					args[len(args)-1] = "a"
				}
			case claim.Path:
				args = append(args, "x.top")
			case claim.Direction:
				args = append(args, "rising")
			case claim.Claim:
				args = append(args, "risk(a) < risk(n)")
			case claim.Value:
				args = append(args, map[string]string{"year": "1", "level": "0.9", "n": "1", "value": "risk(n)"}[a.Name])
			}
		}
		call := f.Name + "(" + strings.Join(args, ", ") + ")"
		if f.Result != claim.Claim {
			a, err := claim.ParseAnswer("{" + call + "}")
			if err != nil {
				t.Errorf("%s: %v", call, err)
				continue
			}
			if text, err := Answer(a, mixed()); err != nil || text == "" || text == "not defined" {
				t.Errorf("%s is written %q: %v", call, text, err)
			}
		}
		src := map[claim.Kind]string{claim.Value: call + " < 5", claim.Package: call + " = a", claim.Path: call + " = x.top", claim.Claim: call}[f.Result]
		if src == "" {
			continue // words
		}
		if v := evaluate(t, src, mixed()); v.Status != Holds {
			t.Errorf("%s %v", src, v.Status)
		}
	}
}

func TestStatus(t *testing.T) {
	for _, test := range []struct {
		src  string
		want Status
	}{
		// Operators, on what is clear, on what is exact, and on what is open.
		{"risk(n) < risk(far)", Holds}, {"risk(far) < risk(n)", Fails}, {"risk(n) < 0.5", Undecided},
		{"risk(n) <= risk(far)", Holds}, {"risk(far) <= risk(n)", Fails}, {"risk(n) <= 0.5", Undecided},
		{"risk(far) > risk(n)", Holds}, {"risk(n) > risk(far)", Fails}, {"risk(n) > 0.5", Undecided},
		{"risk(far) >= risk(n)", Holds}, {"risk(n) >= risk(far)", Fails}, {"risk(n) >= 0.5", Undecided},
		{"risk(a) < risk(b)", Fails}, {"risk(a) <= risk(b)", Holds}, {"risk(a) > risk(b)", Fails}, {"risk(a) >= risk(b)", Holds},
		{"risk(a) = risk(b)", Holds}, {"risk(a) != risk(b)", Fails}, {"risk(n) = risk(far)", Fails}, {"risk(n) != risk(far)", Holds},
		{"risk(n) = 0.5", Undecided}, {"risk(n) != 0.5", Undecided}, {"risk(n) = risk(n)", Holds}, {"risk(n) < risk(n)", Fails},
		{"0.4 < risk(n) < 0.6", Holds}, {"0.6 < risk(n) < 0.7", Fails}, {"0.4 < risk(n) < 0.5", Undecided}, {"0.6 > risk(n) >= 0.4", Holds},
		{"risk(n) in [0.4, 0.6]", Holds}, {"risk(n) in [0, 0.4]", Fails}, {"risk(n) in [0.5, 0.6]", Undecided},
		// Packages are paired: low is below n by much less than their spread.
		{"risk(low) < risk(n)", Holds}, {"difference(low, n) < 0", Holds}, {"risk_ratio(low, n) < 1", Holds}, {"risk_ratio(a, b) = 1", Holds},
		{"risk(low) + 0.01 in [0, risk(n)]", Undecided}, // equal but for rounding
		// Shares are never known exactly.
		{"share(risk(a) <= risk(b)) >= 1", Undecided}, {"share(risk(a) <= risk(b)) > 0.9", Holds}, {"share(risk(a) <= risk(b)) > 0.95", Undecided},
		{"share(risk(a) < risk(b)) < 0.1", Holds}, {"share(risk(a) < risk(b)) <= 0", Undecided}, {"share(risk(low) < 0.5) in [0.9, 1]", Fails},
		{"share(risk(a) <= risk(b)) in [0.9, 1]", Holds}, {"share(risk(n) < 0.5) in [0.3, 0.7]", Holds},
		{"better(a, far) > 0.5", Holds}, {"better(far, a) < 0.1", Holds}, {"better(far, a) < 0.05", Undecided}, {"better(a, a) = 0", Holds},
		// Quantiles.
		{"median(risk(n)) in [0.4, 0.6]", Holds}, {"median(risk(n)) < 0.5", Undecided}, {"quantile(risk(n), 0.99) < 0.75", Undecided},
		{"quantile(risk(a), 0.99) < 0.75", Undecided}, // 1 % of the cases may be anywhere
		{"median(rank(low)) = 3", Holds}, {"median(risk_ratio(low, n)) < 1", Holds},
		// Places.
		{"rank(a) = 1", Holds}, {"rank(b) = 1", Holds}, {"rank(low) = 3", Holds}, {"rank(n) = 4", Holds}, {"rank(n) = 3", Fails}, {"rank(far) <= 3", Fails},
		{"rank(far) - rank(a) = 4", Holds}, {"rank(low) < rank(n)", Holds},
		{"best() = a", Holds}, {"best() = b", Holds}, {"best() = n", Fails}, {"best() != a", Fails}, {"n != best()", Holds}, {"best() = best()", Holds},
		{"risk(best()) <= risk(b)", Holds}, {"limited(best()) < limited(n)", Holds},
		{"hazard_peak(a) = 2", Holds}, {"hazard_peak(a) < 2", Fails}, {"hazard_peak(n) > 1", Holds}, {"hazard_peak(n) in [2, horizon]", Holds},
		// Drivers.
		{"top_driver(a) = x.top", Holds}, {"top_driver(a) = x.second", Fails}, {"top_driver(a, 2) = x.second", Undecided}, {"top_driver(a, 2) = x.top", Fails},
		{"top_driver(a, 4) = x.none", Undecided}, {"top_driver(a, 3) = x.none", Fails}, {"top_driver(a) != x.top", Fails}, {"top_driver(a) = x.absent", Fails},
		{"top_driver(a) = top_driver(n)", Holds}, {"top_driver(a) = top_driver(n, 2)", Fails}, {"top_driver(a, 2) = top_driver(n, 3)", Undecided},
		// Trends.
		{"monotone(a, x.straight, rising)", Holds}, {"monotone(a, x.straight, falling)", Fails}, {"monotone(a, x.bent, rising)", Fails},
		{"monotone(a, x.bent, falling)", Fails}, {"monotone(a, x.flat, rising)", Holds}, {"monotone(a, x.flat, falling)", Holds},
		{"monotone(a, x.noisy, rising)", Undecided}, {"not monotone(a, x.straight, falling)", Holds},
	} {
		v := evaluate(t, test.src, mixed())
		if v.Status != test.want {
			t.Errorf("%s %v, want %v: %+v", test.src, v.Status, test.want, v.Atoms)
		}
		for _, a := range v.Atoms {
			if a.Text == "" || a.Used.Lo > a.Used.Hi || !(a.Used.Level >= 0.95 && a.Used.Level < 1) {
				t.Errorf("%s: %+v", test.src, a)
			}
		}
	}
}

// TestKleene checks the tables of three-valued logic.
func TestKleene(t *testing.T) {
	atoms := map[Status]string{Holds: "risk(a) < 0.3", Fails: "risk(a) > 0.3", Undecided: "risk(n) < 0.5"}
	all := []Status{Fails, Undecided, Holds} // from the least to the most true
	for i, x := range all {
		if got := evaluate(t, "not "+atoms[x], mixed()).Status; got != all[2-i] {
			t.Errorf("not %v: %v", x, got)
		}
		for k, y := range all {
			if got := evaluate(t, atoms[x]+" and "+atoms[y], mixed()).Status; got != all[min(i, k)] {
				t.Errorf("%v and %v: %v", x, y, got)
			}
			if got := evaluate(t, atoms[x]+" or "+atoms[y], mixed()).Status; got != all[max(i, k)] {
				t.Errorf("%v or %v: %v", x, y, got)
			}
			if got := evaluate(t, "not ("+atoms[x]+" and not "+atoms[y]+")", mixed()).Status; got != all[max(2-i, k)] {
				t.Errorf("not (%v and not %v): %v", x, y, got)
			}
		}
	}
}

func TestTheRateIsDivided(t *testing.T) {
	levels := func(src string) []float64 {
		var out []float64
		for _, a := range evaluate(t, src, mixed()).Atoms {
			out = append(out, math.Round(1e6*(1-a.Used.Level))/1e6)
		}
		return out
	}
	for _, test := range []struct {
		src  string
		want []float64
	}{
		// What holds in a conjunction holds at the whole rate; what fails or is
		// open is judged at its share.
		{"risk(a) < 0.3 and risk(a) < 0.4 and risk(n) < 0.5", []float64{0.05, 0.05, 0.016667}},
		{"risk(a) > 0.3 and risk(a) > 0.4", []float64{0.025, 0.025}},
		{"risk(a) > 0.3 or risk(a) < 0.4", []float64{0.05, 0.025}},
		{"not (risk(a) > 0.3 or risk(a) > 0.4)", []float64{0.05, 0.05}},
		{"risk(a) in [0.3, 0.5]", []float64{0.025, 0.05}},
	} {
		if got := levels(test.src); !slices.Equal(got, test.want) {
			t.Errorf("%s: decided at %v, want %v", test.src, got, test.want)
		}
	}
}

func TestTurning(t *testing.T) {
	for _, test := range []struct{ src, want string }{
		{"risk(a) < 0.3 and risk(a) < 0.25", "risk(a) < 0.25"},
		{"risk(a) > 0.3 and risk(a) > 0.25 and risk(n) < 0.1", "risk(n) < 0.1"},
		{"risk(a) < 0.3 and risk(n) < 0.5 and risk(far) < 0.9", "risk(n) < 0.5"},
		{"risk(a) > 0.3 or risk(a) > 0.25", "risk(a) > 0.25"},
		{"risk(a) < 0.25 or risk(a) < 0.3", "risk(a) < 0.3"},
		{"not (risk(a) > 0.3 or risk(a) > 0.25)", "risk(a) > 0.25"},
		{"0.1 < risk(a) < 0.21", "risk(a) < 0.21"},
		{"risk(a) in [0.19, 0.5]", "risk(a) >= 0.19"},
	} {
		v := evaluate(t, test.src, mixed())
		if got := v.Atoms[v.Turning].Text; got != test.want {
			t.Errorf("%s turns on %s, want %s", test.src, got, test.want)
		}
		for _, a := range v.Atoms {
			if !strings.HasPrefix(test.src[a.Offset:], strings.SplitN(a.Text, " ", 2)[0]) {
				t.Errorf("%s: %s is said to stand at byte %d", test.src, a.Text, a.Offset)
			}
		}
	}
}

func TestRatioOfNothing(t *testing.T) {
	ev := evidence(1, []string{"a", "b", "z"}, []float64{0, 0.1, 0.2, 0.3}, []float64{0, 0.1, 0, 0.1}, repeat(0, 4))
	near(t, "median ratio", evaluate(t, "quantile(risk_ratio(a, b), 0.1) < 5", ev).Atoms[0].Left.Mean, 1)
	if v := evaluate(t, "risk_ratio(z, z) = 1", ev); v.Status != Holds {
		t.Errorf("0/0: %v", v.Status)
	}
	v := evaluate(t, "risk_ratio(a, z) > 5", ev)
	if v.Status != Undecided || !strings.Contains(v.Atoms[0].Note, "divided by 0") || math.IsInf(v.Atoms[0].Left.Mean, 0) {
		t.Errorf("x/0: %+v", v)
	}
	near(t, "an undefined comparison holds in no case", evaluate(t, "share(risk(z) / risk(z) < 5) < 1", ev).Atoms[0].Left.Mean, 0)
}

// TestOrderOfPackages checks that nothing depends on it.
func TestOrderOfPackages(t *testing.T) {
	forth := mixed()
	back := mixed()
	slices.Reverse(back.Cases.Packages)
	for i := range back.Cases.Rows {
		slices.Reverse(back.Cases.Rows[i].Outcomes)
	}
	for _, src := range []string{"risk(low) < risk(n)", "rank(n) = 4", "best() = a", "risk(best()) < 0.3", "share(best() = a) > 0.5", "median(risk(best())) < 0.5"} {
		a, b := evaluate(t, src, forth), evaluate(t, src, back)
		if a.Status != b.Status || a.Atoms[0].Difference != b.Atoms[0].Difference {
			t.Errorf("%s: %+v, and with the packages turned round %+v", src, a, b)
		}
	}
}

func TestErrorsHaveAPlace(t *testing.T) {
	for _, test := range []struct{ src, want string }{
		{"risk(^nobody) < 1", "there is no package nobody"}, {"risk(a, ^5) < 1", "after the horizon of 2 years: write 2 or less"},
		{"limited(a, ^0.5) < 1", "end of whole years"}, {"risk(a, ^horizon - 3) < 1", "must be a number of years above 0"},
		{"quantile(risk(a), ^horizon) < 1", "must be a probability"}, {"top_driver(a, ^horizon * 0.7) = x.y", "whole number"},
		{"^better(a, b) < 1", "needs futures"}, {"better(a, ^best()) < 1", "write the id"}, {"^top_driver(a) = x.y", "analysis"},
		{"^monotone(a, x.y, rising)", "needs the risk along a parameter"}, {"monotone(^best(), x.y, rising)", "write the id"},
	} {
		at := strings.Index(test.src, "^")
		ev := mixed()
		ev.Better, ev.Drivers, ev.Steps = nil, nil, nil
		if strings.Contains(test.want, "whole number") {
			ev = mixed()
		}
		_, err := Evaluate(parse(t, strings.Replace(test.src, "^", "", 1)), ev, 0.05)
		var ce *claim.Error
		if !errors.As(err, &ce) || ce.Offset != at || !strings.Contains(ce.Msg, test.want) {
			t.Errorf("%s: %v", test.src, err)
		}
	}
	ev := mixed()
	ev.Replicates = 3
	if _, err := Evaluate(parse(t, "risk(a) < 1"), ev, 0.05); err == nil || !strings.Contains(err.Error(), "replicate") {
		t.Errorf("64 cases in 3 replicates: %v", err)
	}
}
