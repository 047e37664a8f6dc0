package sim

import (
	"context"
	"errors"
	"fmt"
	"math"

	"steadfast/sim/claim"
	"steadfast/sim/design"
	"steadfast/sim/result"
	"steadfast/sim/scenario"
	"steadfast/sim/verdict"
)

// A CheckPlan says how claims are tested.
type CheckPlan struct {
	FirstCases int     // of the first look; each further one has twice as many
	MaxCases   int     // of the last look
	ErrorRate  float64 // that any claim is decided wrongly, 0 < rate < 1
	// GivenDrivers takes top_driver from given-data indices of the same cases
	// instead of total indices from points of its own: quick, and first-order.
	GivenDrivers bool
}

// DefaultCheck is the plan where nobody says.
func DefaultCheck() CheckPlan { return CheckPlan{FirstCases: 128, MaxCases: 8192, ErrorRate: 0.01} }

// CICheck is the plan of a quick check: few cases, and drivers from the same.
func CICheck() CheckPlan {
	return CheckPlan{FirstCases: 128, MaxCases: 512, ErrorRate: 0.01, GivenDrivers: true}
}

// looks are the sample sizes at which claims are looked at.
func (p CheckPlan) looks() []int {
	var looks []int
	for n := max(2, p.FirstCases); n < p.MaxCases; n *= 2 {
		looks = append(looks, n)
	}
	return append(looks, p.MaxCases)
}

// share is the part of the error rate that a look may use: twice that of the
// look before. What is plain needs little of it, and what is not is decided on
// the largest sample, where most of it is.
func (p CheckPlan) share(look int) float64 {
	looks := len(p.looks())
	return p.ErrorRate * math.Exp2(float64(look)) / (math.Exp2(float64(looks)) - 1)
}

// Check tests the expectations of a scenario by sequential sampling: it draws
// cases until every claim is decided, or until MaxCases. The error rate is
// divided over the claims, evenly, and over the looks at the sample (Bonferroni),
// so that stopping when a claim is decided favours no side. A random or Sobol'
// design grows; a Latin one cannot, and gives way to a Sobol' one.
//
// It fails with an [*UndecidableError] for claims that no sample can decide,
// where the plan makes no sense, and as [Run] does.
func Check(ctx context.Context, sc *scenario.Scenario, plan CheckPlan, opt Options) (*result.Check, error) {
	if !(plan.ErrorRate > 0 && plan.ErrorRate < 1) {
		return nil, fmt.Errorf("error rate is %g: it must lie between 0 and 1, both excluded, as 0.01 does", plan.ErrorRate)
	}
	if plan.MaxCases < 2 {
		return nil, fmt.Errorf("at most %d cases: a claim needs 2 or more; raise --max-cases", plan.MaxCases)
	}
	claims, err := parseClaims(sc)
	if err != nil {
		return nil, err
	}
	out := &result.Check{
		Schema: result.Schema, Version: Version, Scenario: describe(sc), ErrorRate: plan.ErrorRate,
		Claims: make([]result.CheckedClaim, len(claims)),
	}
	s, err := newCheckSample(sc, claims, plan)
	if err != nil {
		return nil, err
	}
	looks := plan.looks()
	open := len(claims)
	for look, size := range looks {
		if open == 0 {
			break
		}
		if err := s.grow(ctx, size, opt); err != nil {
			return nil, err
		}
		out.Looks = append(out.Looks, s.size())
		open = 0
		for i, c := range claims {
			if status := out.Claims[i].Status; status == result.Holds || status == result.Fails {
				continue
			}
			v, err := verdict.Evaluate(c, s.evidence(), plan.share(look)/float64(len(claims)))
			if err != nil {
				return nil, inClaim(sc, i, err)
			}
			out.Claims[i] = s.checked(sc.Expects[i], v)
			if v.Status == verdict.Undecided {
				open++
			}
		}
	}
	for i, c := range claims {
		if out.Claims[i].Status == result.Holds {
			continue
		}
		if out.Claims[i].Turn, err = s.turn(sc, c); err != nil {
			return nil, inClaim(sc, i, err)
		}
	}
	out.Run = s.study.describe()
	out.Run.Cases, out.Asked, out.Done = s.size(), s.asked, s.done
	out.Drivers = s.driversFrom()
	return out, nil
}

// UndecidableError lists the claims that could never be decided.
type UndecidableError struct {
	Claims []scenario.Expect
	Found  []*claim.Error // one or more a claim
	Of     []int          // by error: the place of its claim
}

func (e *UndecidableError) Error() string {
	return fmt.Sprintf("%d of the claims could never be decided: %v", len(e.Claims), e.Found[0])
}

// parseClaims reads the expectations and finds what could never be decided.
func parseClaims(sc *scenario.Scenario) ([]*claim.Expr, error) {
	known := verdict.Known{
		Horizon: sc.HorizonYears, Years: reportedYears(sc.HorizonYears), Futures: sc.Run.Futures > 0,
		Uncertain: func(p, path string) bool { return columnOf(sc, p, path) >= 0 },
	}
	var exprs []*claim.Expr
	bad := &UndecidableError{}
	for i, e := range sc.Expects {
		expr, err := claim.Parse(e.That)
		if err != nil {
			return nil, inClaim(sc, i, err)
		}
		nameColumns(sc, expr)
		exprs = append(exprs, expr)
		found := verdict.Check(expr, known)
		if len(found) > 0 {
			bad.Claims = append(bad.Claims, e)
		}
		for _, f := range found {
			bad.Found, bad.Of = append(bad.Found, f), append(bad.Of, len(bad.Claims)-1)
		}
	}
	if len(bad.Claims) > 0 {
		return nil, bad
	}
	return exprs, nil
}

// nameColumns writes the parameters that are said to drive a package as the
// columns are called that it draws them from: instrument.x.y under p, which sets
// it, is package.p.instrument.x.y.
func nameColumns(sc *scenario.Scenario, expr *claim.Expr) {
	claim.Walk(expr.Root, func(n claim.Node) {
		link, ok := n.(*claim.Compare)
		if !ok || len(link.Operands) != 2 {
			return
		}
		for i, n := range link.Operands {
			path, named := n.(*claim.Name)
			top, called := link.Operands[1-i].(*claim.Call)
			if !named || !called || path.Kind != claim.Path || len(top.Args) == 0 {
				continue
			}
			pack, named := top.Args[0].(*claim.Name)
			if !named || pack.Kind != claim.Package {
				continue
			}
			at := columnOf(sc, pack.Parts[0], path.Path())
			if at >= 0 && sc.Columns()[at].Path != path.Path() {
				path.Parts = append([]string{"package", pack.Parts[0]}, path.Parts...)
			}
		}
	})
}

// columnOf is the place of the column from which a package draws a parameter;
// −1: it is not uncertain there.
func columnOf(sc *scenario.Scenario, pack, path string) int {
	shared := -1
	for i, c := range sc.Columns() {
		if c.Package == pack && (c.Path == path || replaced(&c) == path) {
			return i
		}
		if c.Path == path {
			shared = i
		}
	}
	return shared
}

// inClaim says in which claim an error is.
func inClaim(sc *scenario.Scenario, i int, err error) error {
	var at *claim.Error
	if errors.As(err, &at) {
		return fmt.Errorf("%s:%d: claim %q: %w", sc.Expects[i].Origin.File, sc.Expects[i].Origin.Line, sc.Expects[i].That, err)
	}
	return err
}

// growing is the design of a sample that grows.
func growing(kind string) string {
	if design.Kind(kind) == design.Latin {
		return string(design.Sobol)
	}
	return kind
}

// checked puts a verdict into the result.
func (s *checkSample) checked(e scenario.Expect, v verdict.Verdict) result.CheckedClaim {
	out := result.CheckedClaim{
		Claim: e.Claim, That: e.That, File: e.Origin.File, Line: e.Origin.Line, Column: e.Origin.Column,
		Status: v.Status.String(), Cases: s.size(), Turning: v.Turning,
	}
	for _, a := range v.Atoms {
		out.Comparisons = append(out.Comparisons, result.Comparison{
			Text: a.Text, Status: a.Status.String(), LeftText: a.LeftText, RightText: a.RightText,
			Left: a.Left, Right: a.Right, Difference: a.Difference,
			UsedLo: a.Used.Lo, UsedHi: a.Used.Hi, Level: a.Used.Level, Note: a.Note,
		})
	}
	return out
}

// turn finds the assumption that most nearly turns a claim.
func (s *checkSample) turn(sc *scenario.Scenario, c *claim.Expr) (*result.Turn, error) {
	t, ok, err := verdict.Turns(c, s.evidence())
	if err != nil || !ok {
		return nil, err
	}
	out := &result.Turn{Path: t.Path, Lo: t.Lo, Hi: t.Hi, Word: t.Word, Cases: t.Cases, Margin: t.Margin, All: t.All, Past: t.Past, Clear: t.Clear}
	for _, col := range sc.Columns() {
		if col.Path == t.Path {
			out.Unit = col.Unit
		}
	}
	if math.IsNaN(out.Margin) {
		return nil, nil
	}
	return out, nil
}
