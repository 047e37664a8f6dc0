package scenario

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"steadfast/sim/model"
)

// caseJSON is the published form of resolved cases: one world, and the
// packages resolved in it.
type caseJSON struct {
	model.Case
	Packages []model.Package `json:"packages"`
}

// MarshalCase returns one resolved case as JSON: the world, with the case's
// package alone in `packages`. The guarantors' discount rate is left out where
// no instrument costs anything, for it then has no effect.
func MarshalCase(c model.Case) ([]byte, error) {
	costs := false
	for _, in := range c.Package.Instruments {
		costs = costs || in.CostPerYear != 0 || in.CostIfCalled != 0
	}
	if !costs {
		c.CostDiscountRate = 0
	}
	if c.Guarantors == nil {
		c.Guarantors = []model.Guarantor{}
	}
	if c.Package.Instruments == nil {
		c.Package.Instruments = []model.Instrument{}
	}
	return json.Marshal(caseJSON{Case: c, Packages: []model.Package{c.Package}})
}

// WriteCases writes resolved cases as a JSON list, one entry a package, each
// in the form of MarshalCase.
func WriteCases(w io.Writer, cases []model.Case) error {
	list := make([]json.RawMessage, len(cases))
	for i, c := range cases {
		raw, err := MarshalCase(c)
		if err != nil {
			return fmt.Errorf("write case %d: %w", i, err)
		}
		list[i] = raw
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	return enc.Encode(list)
}

// ReadCases reads resolved cases, one for each package: a list as WriteCases
// writes it, a single case with one or more packages, or an object that holds
// them under `case` or `resolved`. An unknown field is an error, so that a
// misspelt channel is not taken for an absent one.
func ReadCases(r io.Reader) ([]model.Case, error) {
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("read cases: %w", err)
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	entries, err := caseEntries(data)
	if err != nil {
		return nil, fmt.Errorf("read cases: %w", err)
	}
	var out []model.Case
	for i, raw := range entries {
		var c caseJSON
		dec := json.NewDecoder(bytes.NewReader(raw))
		dec.DisallowUnknownFields()
		if err := dec.Decode(&c); err != nil {
			return nil, fmt.Errorf("read cases: entry %d: %s", i+1, jsonCure(err))
		}
		if len(c.Packages) == 0 {
			return nil, fmt.Errorf("read cases: entry %d has no packages: give \"packages\": [{\"id\": …, \"instruments\": […]}]", i+1)
		}
		for _, p := range c.Packages {
			one := c.Case
			one.Package = p
			if err := one.Check(); err != nil {
				return nil, fmt.Errorf("read cases: entry %d, package %q: %w", i+1, p.ID, err)
			}
			out = append(out, one)
		}
	}
	return out, nil
}

// caseEntries finds the cases in a document.
func caseEntries(data []byte) ([]json.RawMessage, error) {
	trimmed := bytes.TrimSpace(data)
	if len(trimmed) == 0 {
		return nil, errors.New("the file is empty: it must hold a resolved case or a list of them")
	}
	if trimmed[0] == '[' {
		var list []json.RawMessage
		if err := json.Unmarshal(trimmed, &list); err != nil {
			return nil, errors.New(place(trimmed, err))
		}
		if len(list) == 0 {
			return nil, errors.New("the list is empty: it must hold at least one resolved case")
		}
		return list, nil
	}
	var object map[string]json.RawMessage
	if err := json.Unmarshal(trimmed, &object); err != nil {
		return nil, errors.New(place(trimmed, err))
	}
	for _, key := range []string{"case", "resolved"} {
		if inner, ok := object[key]; ok {
			if bytes.HasPrefix(bytes.TrimSpace(inner), []byte("[")) {
				return caseEntries(inner)
			}
			return []json.RawMessage{inner}, nil
		}
	}
	return []json.RawMessage{trimmed}, nil
}

// place adds the line to a syntax error.
func place(data []byte, err error) string {
	var se *json.SyntaxError
	if errors.As(err, &se) {
		line := 1 + bytes.Count(data[:min(int(se.Offset), len(data))], []byte("\n"))
		return fmt.Sprintf("line %d: %s: a resolved case is JSON, as `show --json` prints it", line, se.Error())
	}
	return jsonCure(err)
}

// jsonCure says in plain words what is wrong with a field.
func jsonCure(err error) string {
	var te *json.UnmarshalTypeError
	if errors.As(err, &te) {
		return fmt.Sprintf("%s is a %s: a %s is needed", te.Field, te.Value, te.Type)
	}
	text := strings.TrimPrefix(err.Error(), "json: ")
	if strings.HasPrefix(text, "unknown field") {
		return text + ": field names are those of the model; check the spelling"
	}
	return text
}
