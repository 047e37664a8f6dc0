package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"

	"steadfast/sim/scenario"
)

// rewrite puts ranges into a file: a temporary file beside it, which is read
// back and then renamed, so that the file is never half written.
func rewrite(path string, r ranges) error {
	old, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	text, err := replaceRanges(string(old), r)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	tmp, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+".*")
	if err != nil {
		return err
	}
	defer os.Remove(tmp.Name())
	if _, err := tmp.WriteString(text); err != nil {
		return err
	}
	if err := tmp.Chmod(0o644); err != nil {
		return err
	}
	if err := tmp.Close(); err != nil {
		return err
	}
	if _, list := scenario.Load(tmp.Name(), scenario.Options{}); list.HasErrors() {
		return fmt.Errorf("the fitted ranges are not allowed in %s, which is left as it was: %s", path, list[0].Message())
	}
	return os.Rename(tmp.Name(), path)
}

// replaceRanges replaces mean and sd of each range in a scenario's text; every
// other byte stays.
func replaceRanges(text string, r ranges) (string, error) {
	for _, f := range r {
		section, key, _ := strings.Cut(f.Path, ".")
		header := regexp.MustCompile(`(?m)^\[` + section + `\][ \t]*(#.*)?$`).FindStringIndex(text)
		if header == nil {
			return "", fmt.Errorf("there is no section [%s]", section)
		}
		end := len(text)
		if next := regexp.MustCompile(`(?m)^\[`).FindStringIndex(text[header[1]:]); next != nil {
			end = header[1] + next[0]
		}
		line := regexp.MustCompile(`(?m)^(` + key + `[ \t]*=[ \t]*\{[ \t]*normal[ \t]*=[ \t]*\[)[^\]\n]*(\])`)
		body := text[header[1]:end]
		at := line.FindStringSubmatchIndex(body)
		if at == nil {
			return "", fmt.Errorf("%s is not written as %s = { normal = [mean, sd], … }", f.Path, key)
		}
		numbers := strconv.FormatFloat(f.Mean, 'g', -1, 64) + ", " + strconv.FormatFloat(f.SD, 'g', -1, 64)
		text = text[:header[1]] + body[:at[3]] + numbers + body[at[4]:] + text[end:]
	}
	return text, nil
}
