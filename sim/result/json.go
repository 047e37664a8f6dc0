package result

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// Write writes the set as result.json.
func (s *Set) Write(w io.Writer) error {
	data, err := json.MarshalIndent(s, "", " ")
	if err != nil {
		return fmt.Errorf("result: %w", err)
	}
	_, err = w.Write(append(data, '\n'))
	return err
}

// Errors of Read.
var (
	ErrNotResult = errors.New("not a result of steadfast")
	ErrNewer     = errors.New("result of a newer steadfast")
)

// Read reads a result.json. Its errors wrap ErrNotResult or ErrNewer where
// that is what is wrong.
func Read(r io.Reader) (*Set, error) {
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	schema, err := schemaOf(data)
	if err != nil {
		return nil, err
	}
	if schema > Schema {
		return nil, fmt.Errorf("%w: its schema is %d, this steadfast reads up to %d; update steadfast", ErrNewer, schema, Schema)
	}
	set := new(Set)
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	if err := dec.Decode(set); err != nil {
		return nil, fmt.Errorf("%w: %v", ErrNotResult, err)
	}
	if len(set.Packages) == 0 {
		return nil, fmt.Errorf("%w: it has no packages", ErrNotResult)
	}
	return set, nil
}

// schemaOf is the schema of a result of any version. It fails, wrapping
// ErrNotResult, where the bytes are none.
func schemaOf(data []byte) (int, error) {
	var head struct {
		Schema   *int
		Scenario *struct{ Hash, Flat *string }
	}
	if err := json.Unmarshal(data, &head); err != nil {
		return 0, fmt.Errorf("%w: %v; was it cut off or edited? run the scenario again", ErrNotResult, err)
	}
	if head.Schema == nil || head.Scenario == nil || head.Scenario.Hash == nil || head.Scenario.Flat == nil {
		return 0, fmt.Errorf("%w: it has no schema or no scenario", ErrNotResult)
	}
	if *head.Schema < 1 {
		return 0, fmt.Errorf("%w: its schema is %d, and they count from 1", ErrNotResult, *head.Schema)
	}
	return *head.Schema, nil
}
