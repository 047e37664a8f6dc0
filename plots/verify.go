package plots

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
)

// An Outcome is what the comparison of a picture with one made again found.
type Outcome int

const (
	Identical    Outcome = iota // to the last pixel, word and digit
	SameNumbers                 // numbers to nine digits, and what is seen; another platform made it
	Differs                     // in something that the platform does not explain
	OtherVersion                // another version made it, so that a difference decides nothing
)

// String is the outcome in words.
func (o Outcome) String() string {
	switch o {
	case Identical:
		return "identical"
	case SameNumbers:
		return "same numbers to nine digits, other platform"
	case OtherVersion:
		return "other version"
	}
	return "differs"
}

// A Verdict is an outcome with what there is to say of it, a line each.
type Verdict struct {
	Outcome Outcome
	Details []string
}

// Verify compares a picture with the one that was made again from what it
// carries. Where neither version nor platform differ, anything but the same
// bytes of what is drawn is a difference.
func Verify(picture, again *Picture) Verdict {
	one, two := &picture.Provenance, &again.Provenance
	texts := textDifferences(picture.Texts, again.Texts)
	if !sameOrigin(*one, *two) {
		texts = append(texts, "what it says of its run and its options is not what they are")
	}
	numbers := numberDifferences(picture.Numbers, again.Numbers)
	seen := picture.hash == again.hash
	var v Verdict
	switch {
	case one.Version != two.Version:
		v.Outcome = OtherVersion
		v.Details = append(v.Details, fmt.Sprintf("it was drawn by steadfast %s, and this is %s", one.Version, two.Version))
	case seen && len(texts) == 0 && picture.Numbers == again.Numbers:
		return v
	case otherPlatform(one, two) && len(texts) == 0 && numbers.count == 0 && looksSame(picture, again):
		v.Outcome = SameNumbers
	default:
		v.Outcome = Differs
	}
	if otherPlatform(one, two) {
		v.Details = append(v.Details, fmt.Sprintf("it was drawn on %s with %s, and this is %s with %s", one.Arch, one.Go, two.Arch, two.Go))
	}
	switch {
	case numbers.count > 0:
		v.Details = append(v.Details, numbers.words()...)
	case picture.Numbers != again.Numbers:
		v.Details = append(v.Details, "all its numbers agree to nine digits, not to the last")
		if v.Outcome == Differs && !otherPlatform(one, two) {
			v.Details = append(v.Details, "its result may have been computed on another platform than it was drawn on")
		}
	default:
		v.Details = append(v.Details, "all its numbers agree to the last digit")
	}
	v.Details = append(v.Details, texts...)
	if v.Outcome == Differs && !seen && numbers.count == 0 {
		v.Details = append(v.Details, "what is drawn is not what these numbers give")
	}
	return v
}

// sameOrigin compares what pictures say of how they were made, but for the
// platform, the version, and what was made.
func sameOrigin(a, b Provenance) bool {
	for _, p := range []*Provenance{&a, &b} {
		p.Version, p.Go, p.Arch, p.Picture, p.Numbers = "", "", "", "", ""
	}
	one, errOne := json.Marshal(a)
	two, errTwo := json.Marshal(b)
	return errOne == nil && errTwo == nil && bytes.Equal(one, two)
}

func otherPlatform(a, b *Provenance) bool { return a.Arch != b.Arch || a.Go != b.Go }

// textDifferences lists where the plain words of pictures differ, the version
// left out, of which Verify speaks.
func textDifferences(a, b []Text) []string {
	var out []string
	said := func(texts []Text, key string) string {
		for _, t := range texts {
			if t.Key == key {
				return t.Value
			}
		}
		return ""
	}
	seen := map[string]bool{"Software": true, "steadfast.version": true}
	for _, t := range append(append([]Text(nil), a...), b...) {
		if seen[t.Key] {
			continue
		}
		seen[t.Key] = true
		if one, two := said(a, t.Key), said(b, t.Key); one != two {
			out = append(out, fmt.Sprintf("its %s is %q, made again %q", strings.TrimPrefix(t.Key, "steadfast."), shortened(one), shortened(two)))
		}
	}
	return out
}

// shortened is the beginning of a text.
func shortened(s string) string {
	const most = 80
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}
