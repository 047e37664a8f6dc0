package scenario

// sweepDecl is one [[sweep]] as one file gives it.
type sweepDecl struct {
	id    string
	node  *node
	title *node
	// How the points are chosen; nil: not given.
	design, points *node
	drop           bool
	vary           []*node
}

// varyKeys are the keys of [[sweep.vary]].
var varyKeys = []string{"path", "values", "from", "to", "steps", "log"}

// pairDecl is one [[correlate]].
type pairDecl struct {
	node    *node
	between *node
	rank    *node
}

// expectDecl is one [[expect]].
type expectDecl struct{ node, claim, that *node }

// sweeps reads [[sweep]].
func (w *walker) sweeps(f *node) []*sweepDecl {
	var out []*sweepDecl
	first := map[string]*node{}
	for _, t := range w.tableList(f, "sweep") {
		id, ok := w.id(t, "sweep")
		if !ok {
			continue
		}
		if old := first[id]; old != nil {
			w.at(t.child("id").valueRange(), t.src, []string{"sweep", id},
				"sweep "+quote(id)+" is given twice in this file; the first is on line "+lineText(old), "give one of them another id, or remove it")
			continue
		}
		first[id] = t.child("id")
		parts := []string{"sweep", id}
		w.known(t, parts, "id", "title", "drop", "design", "points", "vary")
		s := &sweepDecl{id: id, node: t, title: t.child("title"), design: t.child("design"), points: t.child("points")}
		s.drop, _ = valueOf(t.child("drop")).(bool)
		if v := t.child("vary"); v != nil {
			s.vary = w.tableList(v, "sweep.vary")
			for _, x := range s.vary {
				w.known(x, below(parts, "vary"), varyKeys...)
			}
		}
		out = append(out, s)
	}
	return out
}

// pair reads one [[correlate]].
func (w *walker) pair(t *node) *pairDecl {
	w.known(t, []string{"correlate"}, "between", "rank")
	return &pairDecl{node: t, between: t.child("between"), rank: t.child("rank")}
}

// expect reads one [[expect]].
func (w *walker) expect(t *node) *expectDecl {
	w.known(t, []string{"expect"}, "claim", "that")
	return &expectDecl{node: t, claim: t.child("claim"), that: t.child("that")}
}
