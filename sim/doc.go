// Package sim joins the parts of steadfast: it draws the cases of a scenario,
// solves every package in each, plays its futures, and returns what they come
// to.
//
//	sc, found := scenario.Load("ukraine-options", options)
//	set, cases, err := sim.Run(ctx, sc, sim.Options{})
//	report.Comparison(os.Stdout, set, report.Text)
//
// # The tour
//
// One way leads from a user's file to a user's picture, and nothing flows back:
//
//		scenario.toml ─► scenario.Scenario ─► design point ─► model.Case ─► model.Game ─┬► exact outcome ─┐
//		  (diag.List)     what was written     a row of u     all numbers    policy     └► futures       ─┴► result.Set ─► table · figure
//
//	  - [steadfast/sim/diag]: what is wrong in a user's file, where, and the cure.
//	  - [steadfast/sim/schema]: the table of every field, and the instrument kinds that become the model's channels.
//	  - [steadfast/sim/claim]: the claim language: parse with positions.
//	  - [steadfast/sim/verdict]: what a result says of a claim: holds, fails, undecided; answers filled.
//	  - [steadfast/sim/uncertain]: an uncertain number as its quantile function; verbal scales.
//	  - [steadfast/sim/chance]: named random streams.
//	  - [steadfast/sim/design]: points in the unit cube.
//	  - [steadfast/sim/scenario]: TOML to Scenario, and a design point to resolved cases.
//	  - [steadfast/sim/model]: one resolved case: terms, policy, exact outcome, one future.
//	  - [steadfast/sim/engine]: blocks of work on several workers, merged in order.
//	  - [steadfast/sim/journal]: finished blocks kept in a file, so that an interrupted job continues.
//	  - [steadfast/sim/estimate]: numbers with their intervals.
//	  - [steadfast/sim/sensitivity]: which input drives which output, on matrices alone.
//	  - [steadfast/sim/appraise]: adoption, consent, peace that holds, loss.
//	  - [steadfast/sim/result]: what a run leaves behind, written and read.
//	  - [steadfast/sim/report]: a result as tables and key judgements.
//	  - [steadfast/sim/history]: the historical record, read and checked.
//	  - [steadfast/sim/score]: scores of forecasts, with censoring.
//	  - [steadfast/sim/backtest]: the model held against the record.
//	  - [steadfast/sim/page]: a result as one HTML page, to be mailed and printed.
//	  - steadfast/plots: figures, from results alone.
//	  - steadfast/cmd/steadfast: the commands, one file each.
//
// Start at [Run]. A case is a row of the design; within it every package meets
// the same fates (model.Fate), so that packages differ by what they are and
// not by luck. Blocks of cases are merged in order, so the bytes of a result
// do not depend on the number of workers.
//
// # The analyses
//
// All of them ask what happens at other points, on the same cases: a study
// holds one scenario or several variants of one, a solver computes its points
// and solves no resolved case twice, and work spreads blocks of points over
// workers and keeps them in a journal.
//
//   - [Sweep]: every package at every value of one parameter or several.
//   - [Sensitivity]: which assumption drives which number; [SensitivityOf] from an existing run.
//   - [Threshold]: the values at which a claim turns.
//   - [Check]: whether the claims of a scenario hold, on a sample that grows until they are decided.
//   - [Diff]: what each edit between two scenarios accounts for.
package sim
