package uncertain

// Constant is a number that is known: P(X = Value) = 1.
type Constant struct{ Value float64 }

// NewConstant returns the known number v. It fails unless v is finite.
func NewConstant(v float64) (Number, error) {
	if err := finite("number", parameter{"value", v}); err != nil {
		return nil, err
	}
	return Constant{v}, nil
}

// Quantile returns the value, whatever u.
func (c Constant) Quantile(float64) float64 { return c.Value }

// CDF returns [x ≥ Value].
func (c Constant) CDF(x float64) float64 {
	if x >= c.Value {
		return 1
	}
	return 0
}

// Support returns the value twice.
func (c Constant) Support() (lo, hi float64) { return c.Value, c.Value }

// Mean returns the value.
func (c Constant) Mean() float64 { return c.Value }

func (c Constant) String() string { return text(c.Value) }

func (c Constant) atoms() []float64 { return []float64{c.Value} }

func (c Constant) partialMean(lo, hi float64) float64 {
	if lo <= c.Value && c.Value <= hi {
		return c.Value
	}
	return 0
}
