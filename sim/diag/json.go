package diag

import (
	"encoding/json"
	"io"
)

// document is the layout of WriteJSON.
type document struct {
	Errors      int     `json:"errors"`
	Warnings    int     `json:"warnings"`
	Diagnostics []entry `json:"diagnostics"`
}

type entry struct {
	Severity string `json:"severity"`
	Summary  string `json:"summary"`
	Detail   string `json:"detail,omitempty"`
	File     string `json:"file,omitempty"`
	Range    *Range `json:"range,omitempty"`
	Path     string `json:"path,omitempty"`
	Context  string `json:"context,omitempty"`
}

// WriteJSON writes the list as one JSON object:
//
//	{
//	  "errors": 1,                        how many are errors
//	  "warnings": 0,                      how many are warnings
//	  "diagnostics": [                    in the list's order; never null
//	    {
//	      "severity": "error",            or "warning"
//	      "summary": "…",                 what is wrong
//	      "detail": "…",                  the cure; absent where empty
//	      "file": "…",                    as the user named it; absent where unknown
//	      "range": {                      absent where unknown; end is exclusive
//	        "start": {"line": 1, "column": 1, "byte": 0},
//	        "end":   {"line": 1, "column": 9, "byte": 8}
//	      },
//	      "path": "challenger.war_cost",  TOML path; absent where none
//	      "context": "…"                  absent where none
//	    }
//	  ]
//	}
//
// Lines and columns count from 1, columns in characters; bytes count from 0.
// Fields may be added, none is renamed or removed.
func WriteJSON(w io.Writer, l List) error {
	doc := document{Errors: l.Errors(), Warnings: l.Warnings(), Diagnostics: []entry{}}
	for _, d := range l {
		e := entry{
			Severity: d.Severity.String(), Summary: d.Summary, Detail: d.Detail,
			File: d.File, Path: d.Path, Context: d.Context,
		}
		if d.Range.Start.Line > 0 {
			at := d.Range
			e.Range = &at
		}
		doc.Diagnostics = append(doc.Diagnostics, e)
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(doc)
}
