package scenario

import (
	"fmt"
	"strings"

	"steadfast/sim/schema"
)

// joinPath writes path elements as one TOML path, quoting where TOML would.
func joinPath(parts ...string) string { return schema.JoinPath(parts) }

// below returns a copy of parts with one more element.
func below(parts []string, key string) []string {
	return append(append(make([]string, 0, len(parts)+1), parts...), key)
}

// concrete fills the ids of a path into a pattern of the field table:
// "instrument.*.until_years" with instrument.x.until gives
// "instrument.x.until_years".
func concrete(pattern string, parts []string) string {
	names := strings.Split(pattern, ".")
	for i, name := range names {
		if name == "*" && i < len(parts) {
			names[i] = parts[i]
		}
	}
	return joinPath(names...)
}

// quote writes a TOML basic string.
func quote(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case r == '\r':
			b.WriteString(`\r`)
		case r < 0x20 || r == 0x7f:
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// badID says why an id cannot be used, "" if it can. Ids stand in paths and in
// claims, so dots, quotes and what cannot be seen are out.
func badID(id string) string {
	switch {
	case id == "":
		return "an id is empty"
	case len(id) > 64:
		return "an id is longer than 64 bytes"
	case strings.TrimSpace(id) != id:
		return "an id begins or ends with a space"
	}
	for _, r := range id {
		if r < 0x20 || r == 0x7f || strings.ContainsRune(`."'\,{}[]()*`, r) {
			return fmt.Sprintf("the id %q contains %q", id, r)
		}
	}
	return ""
}
