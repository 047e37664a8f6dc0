// Package scenario turns TOML files into a [Scenario] in force and a point of
// the design into resolved cases. [Load] reads a file with everything it
// extends, checks it against the field table of package schema and reports all
// that is wrong at once; [Scenario.Resolver] gives what turns draws into
// model.Case values, one a package; [Scenario.Flat] writes the whole as one
// file that loads to the same. [Scenario.With] is the same scenario under further
// overrides, without reading a file; [Scenario.ParseVary] and the sweeps of a
// file say which; [Edits] and [Mix] take apart what differs between two
// scenarios. [ReadCases] and [WriteCases] exchange resolved
// cases as JSON.
//
// A file goes through these steps, a file of this package each: syntax
// (repair, so that one slip does not hide the next), document (a tree with the
// place of every key), walk (keys sorted by the field table), merge (the
// strongest last), value and distribution (what was written, read by type),
// check_… (everything as a whole), compile (settings to slots), columns (slots
// to the design), resolve.
//
// # What a file may say beyond the field table
//
// Any value may stand in a table with its source: { value = 0.5, source = "…",
// note = "…" }. A distribution may be a section of its own. Percentiles are
// named p05, p50, p97_5. The scale in force reads every word, inherited ones
// included. Of the spellings of one thing (from_months, from_years, from; vote,
// credibility) the stronger file's replaces the weaker's. `packages` keeps, in
// its order, what is there when its own file has been read; a file that extends
// it may add more. A file that several extend counts once, where it is first
// needed.
//
// Two keys are written by Flat and may be written by hand: run.columns, a list
// of paths, gives the order of the design, which else follows the files; and
// sample.paths with sample.rows, a list of lists, is a joint sample without a
// file of its own.
//
// What a sweep varies may be any parameter that a run computes with, and its
// values whatever a file may say for it: numbers, words of the scale, dates,
// distributions, lists of ids. A package's own value is package.ID.PATH. From
// and to span a grid of steps values or, in a sweep whose design is latin or
// sobol, the range of a sample of its points.
package scenario
