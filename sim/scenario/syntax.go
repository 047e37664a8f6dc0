package scenario

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/BurntSushi/toml"
	"github.com/pelletier/go-toml/v2/unstable"

	"steadfast/sim/diag"
)

// maxRepairs bounds how many syntax errors of one file are reported.
const maxRepairs = 50

// repair reports every syntax error it can find. Each offending value is
// replaced by a zero of the same length, so that positions stay true, and the
// parser tries again: the mistakes behind it come to light, too. It returns
// the text that parses and the offsets of the replaced values; ok is false
// where there is no way on.
func repair(src *source, list *diag.List) (text []byte, patches map[int]bool, ok bool) {
	if len(src.data) > maxBytes && !src.unbounded {
		list.Add(diag.Diagnostic{Summary: fmt.Sprintf("the file is longer than %d bytes", maxBytes),
			Detail: "split it, and join the parts by extends", File: src.name})
		return nil, nil, false
	}
	if !utf8.Valid(src.data) {
		at := 0
		for at < len(src.data) {
			r, size := utf8.DecodeRune(src.data[at:])
			if r == utf8.RuneError && size == 1 {
				break
			}
			at += size
		}
		list.Add(diag.Diagnostic{Summary: "the text is not UTF-8", Detail: "save the file with the encoding UTF-8",
			File: src.name, Range: src.at(at, at+1)})
		return nil, nil, false
	}
	text = src.data
	patches = map[int]bool{}
	last := -1
	for range maxRepairs {
		at, err := firstSyntaxError(text)
		if err == nil {
			return text, patches, true
		}
		if at <= last {
			break
		}
		last = at
		from, to := tokenAt(text, at)
		cure := ""
		if beginsValue(text, from) {
			cure = valueCure(string(text[from:to]))
		}
		d := diag.Diagnostic{File: src.name}
		var value [2]int
		if cure != "" {
			d.Summary = "cannot read the value " + string(text[from:to])
			d.Detail = cure
			d.Range = src.at(from, to)
			value = [2]int{from, to}
		} else {
			var decoded map[string]any
			_, better := toml.Decode(string(text), &decoded)
			d = syntaxError(src, better)
			if better == nil || d.Range.Start.Line != src.loc.Pos(at).Line {
				d = diag.Diagnostic{Summary: "this is not TOML: " + err.Error(), File: src.name, Range: src.at(at, at+1)}
			}
			value = valueOnLine(text, at)
		}
		list.Add(d)
		if value[1] <= value[0] {
			return nil, nil, false
		}
		text = bytes.Clone(text)
		text[value[0]] = '0'
		for i := value[0] + 1; i < value[1]; i++ {
			text[i] = ' '
		}
		patches[value[0]] = true
	}
	return nil, nil, false
}

// firstSyntaxError returns the byte offset of the first error, and the error.
func firstSyntaxError(text []byte) (at int, err error) {
	var p unstable.Parser
	p.Reset(text)
	for p.NextExpression() {
	}
	err = p.Error()
	var pe *unstable.ParserError
	if errors.As(err, &pe) && len(pe.Highlight) > 0 {
		at = offsetOf(&p, pe.Highlight)
	}
	if err != nil {
		err = errors.New(err.Error())
	}
	return at, err
}

// offsetOf finds a part of the parser's text in it. The parser panics on
// other slices, which an error's highlight may be: the start is then the best
// that is known.
func offsetOf(p *unstable.Parser, part []byte) (at int) {
	defer func() {
		if recover() != nil {
			at = 0
		}
	}()
	return int(p.Range(part).Offset)
}

// tokenAt returns the word around a byte offset; a per cent sign takes the
// number before it along.
func tokenAt(text []byte, at int) (from, to int) {
	stop := func(c byte) bool { return strings.IndexByte(" \t\r\n,[]{}=#", c) >= 0 }
	from = min(at, len(text))
	to = from
	for from > 0 && !stop(text[from-1]) {
		from--
	}
	for to < len(text) && !stop(text[to]) {
		to++
	}
	if to > from && text[from] == '%' {
		i := from
		for i > 0 && text[i-1] == ' ' {
			i--
		}
		if i < from && i > 0 && !stop(text[i-1]) {
			from, _ = tokenAt(text, i-1)
		}
	}
	if to < len(text) && text[to] == ',' && to > from && decimalComma.Match(text[from:lineEnd(text, to)]) {
		m := decimalComma.FindIndex(text[from:lineEnd(text, to)])
		to = from + m[1]
	}
	return from, to
}

// beginsValue reports whether a value may begin at an offset.
func beginsValue(text []byte, at int) bool {
	before := bytes.TrimRight(text[:at], " \t\r\n")
	return len(before) > 0 && strings.IndexByte("=[,", before[len(before)-1]) >= 0
}

var (
	decimalComma = regexp.MustCompile(`^[0-9]+,[0-9]+`)
	noLeadZero   = regexp.MustCompile(`^([+-]?)(\.[0-9][0-9_]*)$`)
	noTailDigit  = regexp.MustCompile(`^([+-]?[0-9][0-9_]*)\.$`)
	percent      = regexp.MustCompile(`^([+-]?[0-9]*\.?[0-9]+)\s*%$`)
	leadingZeros = regexp.MustCompile(`^([+-]?)0+([0-9]+(\.[0-9]+)?)$`)
	noSuchDay    = regexp.MustCompile(`^[0-9]{4}-[0-9]{2}-[0-9]{2}$`)
	bareWord     = regexp.MustCompile(`^[A-Za-z][A-Za-z_-]*$`)
	keyAndValue  = regexp.MustCompile(`^\s*(?:[A-Za-z0-9_-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[A-Za-z0-9_-]+|"[^"]*"|'[^']*'))*\s*=\s*`)
)

// valueCure says what to write instead of a value that is not TOML, "" where
// it cannot tell.
func valueCure(text string) string {
	if m := noLeadZero.FindStringSubmatch(text); m != nil {
		return "write " + m[1] + "0" + m[2]
	}
	if m := noTailDigit.FindStringSubmatch(text); m != nil {
		return "write " + m[1] + ".0"
	}
	if fraction, ok := perCent(text); ok {
		return "write " + fraction
	}
	if m := leadingZeros.FindStringSubmatch(text); m != nil {
		return "write " + m[1] + m[2] + ", without leading zeros"
	}
	if decimalComma.MatchString(text) {
		return "write " + strings.Replace(text, ",", ".", 1) + ", with a decimal point"
	}
	switch strings.ToLower(text) {
	case "true", "yes", "on":
		return "write true"
	case "false", "no", "off":
		return "write false"
	case "inf", "nan", "infinity":
		return ""
	}
	if strings.ContainsAny(text, "“”„‘’") {
		return `write straight quotes: "`
	}
	if noSuchDay.MatchString(text) {
		return "there is no such day; a date is written year-month-day, such as 2027-01-31"
	}
	if bareWord.MatchString(text) {
		return "text stands in quotes: write " + quote(text)
	}
	return ""
}

// perCent turns "5%" into "0.05".
func perCent(text string) (string, bool) {
	m := percent.FindStringSubmatch(strings.TrimSpace(text))
	if m == nil {
		return "", false
	}
	x, err := strconv.ParseFloat(m[1], 64)
	if err != nil {
		return "", false
	}
	return strconv.FormatFloat(x/100, 'g', 12, 64), true
}

// valueOnLine returns the bytes of the value on the line of an offset, up to
// a closing comma; empty where the line is not key = value.
func valueOnLine(text []byte, at int) [2]int {
	from := bytes.LastIndexByte(text[:min(at, len(text))], '\n') + 1
	to := lineEnd(text, from)
	m := keyAndValue.FindIndex(text[from:to])
	if m == nil {
		return [2]int{}
	}
	start := from + m[1]
	end := start + len(bytes.TrimRight(text[start:to], " \t\r"))
	if end > start+1 && text[end-1] == ',' {
		end--
	}
	return [2]int{start, end}
}

func lineEnd(text []byte, at int) int {
	if i := bytes.IndexByte(text[at:], '\n'); i >= 0 {
		return at + i
	}
	return len(text)
}

// syntaxError turns what BurntSushi/toml says into a diagnostic.
func syntaxError(src *source, err error) diag.Diagnostic {
	d := diag.Diagnostic{File: src.name, Summary: "this is not TOML: " + message(err)}
	switch {
	case strings.Contains(d.Summary, "strings cannot contain newlines"), strings.Contains(d.Summary, "expected '\"'"):
		d.Detail = "close the text with a quotation mark on the same line; a longer text stands between three of them on either side"
	case strings.Contains(d.Summary, "expected key separator '='"):
		d.Detail = "write key = value"
	}
	var pe toml.ParseError
	if errors.As(err, &pe) {
		d.Range = src.at(pe.Position.Start, pe.Position.Start+max(1, pe.Position.Len))
		d.Path = pe.LastKey
	}
	return d
}

// message is the error without its own place.
func message(err error) string {
	var pe toml.ParseError
	if errors.As(err, &pe) {
		return pe.Message
	}
	if err == nil {
		return "unknown error"
	}
	return err.Error()
}

func lineText(n *node) string { return strconv.Itoa(n.line()) }
