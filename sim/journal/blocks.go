package journal

import "fmt"

// Restore gives the kept results of a job's blocks, as an engine.Job wants
// them; several jobs share a journal, and this one's blocks come after so many
// of those before it. It is nil where j is.
func Restore[T any](j *Journal, before int) func(block int) (T, bool, error) {
	if j == nil {
		return nil
	}
	return func(block int) (result T, ok bool, err error) {
		payload, ok, err := j.Get(before + block)
		if !ok || err != nil {
			return result, false, err
		}
		if result, err = Decode[T](payload); err != nil {
			return result, false, fmt.Errorf("journal %s: block %d: %w; run without --resume to start over", j.path, before+block, err)
		}
		return result, true, nil
	}
}

// Keep appends results to the journal, as an engine.Job wants it; before as in
// Restore. It is nil where j is.
func Keep[T any](j *Journal, before int) func(block int, result T) error {
	if j == nil {
		return nil
	}
	return func(block int, result T) error {
		payload, err := Encode(result)
		if err != nil {
			return err
		}
		return j.Append(before+block, payload)
	}
}
