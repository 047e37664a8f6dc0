package scenario

import (
	"steadfast/sim/diag"
)

// reporter collects diagnostics.
type reporter struct{ list *diag.List }

// at reports an error at a place.
func (r *reporter) at(where diag.Range, src *source, parts []string, summary, detail string) {
	r.list.Add(diag.Diagnostic{Summary: summary, Detail: detail, File: src.name, Range: where, Path: joinPath(parts...)})
}

// onKey reports an error at a setting's key.
func (r *reporter) onKey(s *setting, summary, detail string) {
	r.list.Add(diag.Diagnostic{Summary: summary, Detail: detail, File: s.node.src.name, Range: s.node.keyRange(), Path: s.name()})
}

// onValue reports an error at a setting's value.
func (r *reporter) onValue(s *setting, summary, detail string) {
	r.onNode(s, s.node, summary, detail)
}

// onNode reports an error at a part of a setting's value.
func (r *reporter) onNode(s *setting, n *node, summary, detail string) {
	r.list.Add(diag.Diagnostic{Summary: summary, Detail: detail, File: n.src.name, Range: n.valueRange(), Path: s.name()})
}

// warn reports a warning at a place.
func (r *reporter) warn(where diag.Range, src *source, path, summary, detail string) {
	r.list.Add(diag.Diagnostic{Severity: diag.Warning, Summary: summary, Detail: detail, File: src.name, Range: where, Path: path})
}
