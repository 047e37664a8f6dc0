// Package history reads the historical record: guarantees and ceasefires since
// 1839, one row each, with the instruments that stood behind them, when they
// began and ended, and when, if ever, they were breached.
//
//	arrangements, found := history.Read("cases.csv", file)
//	months, broken := arrangements[0].Major()
//
// The format is a table of comma-separated values. [Columns] lists what each
// column holds; a name that is none of them is an error, and so is a cell that
// cannot be right. Everything wrong is reported at once, with row and column,
// and then nothing is returned.
package history
