package plots

// A timeline is what lines over the years are set between: their labels at the
// right end, and the events below the axis.
type timeline struct {
	column endLabels
	placed []placedEvent
	more   int // events without room
	x      scale
}

// fitTimeline makes room in a plot for the labels of its lines, which begin
// beside units right of it, and for the events below the row of ticks. Labels need the height
// that the events leave, which need the width that the labels leave: a second
// round settles it. It returns what is left of the plot.
func (p *page) fitTimeline(labels []endLabel, events []event, horizon float64, in, plot box, beside, tickRow float64) (box, timeline, error) {
	var (
		t   timeline
		err error
	)
	bottom := plot.y1
	for range 2 {
		if t.column, err = p.fitEndLabels(labels, plot.y1-plot.y0+tickRow/2); err != nil {
			return plot, t, err
		}
		plot.x1 = in.x1 - t.column.width - beside
		t.x = scale{0, horizon, plot.x0, plot.x1}
		t.placed, t.more = p.placeEvents(p.joinEvents(events, 0.42*in.width()), t.x, in)
		plot.y1 = bottom - float64(rowsOf(t.placed, t.more))*eventRow
	}
	return plot, t, nil
}
