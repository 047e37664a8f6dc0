package plots

// The margins of every figure, in design units.
const (
	marginX      = 64
	marginTop    = 44
	marginBottom = 30
)

// frame draws title, subtitle and footer, and returns the room between them.
func (p *page) frame(title, subtitle, footer string) box {
	t := p.theme
	room := box{marginX, marginTop, p.w - marginX, p.h - marginBottom}

	head := style{bold, t.Title, t.Ink}
	ls := p.wrap(title, head, room.width())
	for len(ls) > 2 && head.size > t.Label {
		head.size -= 2
		ls = p.wrap(title, head, room.width())
	}
	room.y0 = p.lines(ls, room.x0, room.y0, left, head) + 10

	sub := style{regular, t.Subtitle, t.Quiet}
	ls = p.wrap(subtitle, sub, room.width())
	for len(ls) > 2 && sub.size > t.Least+2 {
		sub.size--
		ls = p.wrap(subtitle, sub, room.width())
	}
	room.y0 = p.lines(ls, room.x0, room.y0, left, sub) + 26

	foot := style{regular, t.Footer, t.Quiet}
	ls = p.wrap(footer, foot, room.width())
	room.y1 -= blockHeight(len(ls), foot.size)
	p.lines(ls, room.x0, room.y1, left, foot)
	room.y1 -= 22
	return room
}
