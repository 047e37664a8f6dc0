package estimate

import (
	"encoding/json"
	"math"
)

// An Interval is a statistic with the range of it at the level of Confidence,
// where no standard error describes it, such as a ratio over resamples.
type Interval struct {
	Value float64
	Lo    float64
	Hi    float64
}

// Excludes says whether x lies outside the range.
func (i Interval) Excludes(x float64) bool { return x < i.Lo || x > i.Hi }

// intervalJSON is an Interval in a file: what is not finite, such as the skill
// over a baseline without error, is null.
type intervalJSON struct {
	Value *float64 `json:"value"`
	Lo    *float64 `json:"lo"`
	Hi    *float64 `json:"hi"`
}

// MarshalJSON writes a number that is not finite as null.
func (i Interval) MarshalJSON() ([]byte, error) {
	number := func(x float64) *float64 {
		if !Finite(x) {
			return nil
		}
		return &x
	}
	return json.Marshal(intervalJSON{number(i.Value), number(i.Lo), number(i.Hi)})
}

// UnmarshalJSON reads null as NaN.
func (i *Interval) UnmarshalJSON(data []byte) error {
	var read intervalJSON
	if err := json.Unmarshal(data, &read); err != nil {
		return err
	}
	number := func(x *float64) float64 {
		if x == nil {
			return math.NaN()
		}
		return *x
	}
	*i = Interval{number(read.Value), number(read.Lo), number(read.Hi)}
	return nil
}
