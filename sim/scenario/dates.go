package scenario

import (
	"math"
	"time"
)

// monthsAfter is the number of whole months from start to date: the calendar
// months, plus the difference of the day numbers in mean months of 30.4375
// days, rounded to the nearest (model, section 6).
func monthsAfter(start, date time.Time) int {
	months := float64((date.Year()-start.Year())*12 + int(date.Month()) - int(start.Month()))
	return int(math.Round(months + float64(date.Day()-start.Day())/30.4375))
}
