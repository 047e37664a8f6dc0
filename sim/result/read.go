package result

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// Errors of reading a result.
var (
	ErrNotResult = errors.New("not a result of steadfast")
	ErrNewer     = errors.New("result of a newer steadfast")
)

// writeJSON writes a result as a file of its kind.
func writeJSON(w io.Writer, result any) error {
	data, err := json.MarshalIndent(result, "", " ")
	if err != nil {
		return fmt.Errorf("result: %w", err)
	}
	_, err = w.Write(append(data, '\n'))
	return err
}

// readJSON reads a result of any kind. Its errors wrap ErrNotResult or
// ErrNewer where that is what is wrong.
func readJSON(r io.Reader, result any) error {
	data, err := io.ReadAll(r)
	if err != nil {
		return err
	}
	schema, err := schemaOf(data)
	if err != nil {
		return err
	}
	if schema > Schema {
		return fmt.Errorf("%w: its schema is %d, this steadfast reads up to %d; update steadfast", ErrNewer, schema, Schema)
	}
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	if err := dec.Decode(result); err != nil {
		return fmt.Errorf("%w: %v", ErrNotResult, err)
	}
	return nil
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
