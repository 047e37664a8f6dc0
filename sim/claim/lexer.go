package claim

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

type tokenKind int

const (
	end tokenKind = iota
	number
	word   // a bare name or a word of the language
	quoted // a quoted name
	mark   // an operator or a bracket, in its canonical spelling
)

type token struct {
	kind   tokenKind
	offset int
	text   string // as written; of mark, canonical; of quoted, without quotes
	value  float64
}

// shown is the token as a message shows it.
func (t token) shown() string {
	switch t.kind {
	case end:
		return "the end"
	case quoted:
		return strconv.Quote(t.text)
	}
	return t.text
}

// lexer reads src[pos:limit]; offsets count from the start of src.
type lexer struct {
	src   string
	pos   int
	limit int
}

// marks are the spellings of operators and brackets, and the canonical ones.
var marks = [...][2]string{
	{"<=", "<="}, {">=", ">="}, {"==", "="}, {"!=", "!="}, {"≤", "<="}, {"≥", ">="}, {"≠", "!="},
	{"<", "<"}, {">", ">"}, {"=", "="}, {"+", "+"}, {"-", "-"}, {"−", "-"}, {"*", "*"}, {"/", "/"}, {"%", "%"},
	{"(", "("}, {")", ")"}, {"[", "["}, {"]", "]"}, {",", ","}, {".", "."},
}

// strangers are what other languages write, and what is written here.
var strangers = [...][2]string{
	{"&&", "write and"}, {"||", "write or"}, {"<>", "write !="}, {"=<", "write <="}, {"=>", "write >="}, {"&", "write and"}, {"|", "write or"}, {"!", "write not"},
	{"×", "write *"}, {"·", "write *"}, {"÷", "write /"}, {"–", "write - or −"}, {"—", "write - or −"}, {"^", "powers are not part of the language"},
	{"“", `write straight quotes, "`}, {"”", `write straight quotes, "`}, {"„", `write straight quotes, "`}, {"‘", "write straight quotes, '"}, {"’", "write straight quotes, '"},
	{"`", `write straight quotes, "`}, {"{", "braces stand in an answer only, around a value"}, {"}", "braces stand in an answer only, around a value"},
}

func (l *lexer) next() (token, *Error) {
	for l.pos < l.limit {
		r, size := utf8.DecodeRuneInString(l.src[l.pos:l.limit])
		if !unicode.IsSpace(r) {
			break
		}
		l.pos += size
	}
	at, rest := l.pos, l.src[l.pos:l.limit]
	if rest == "" {
		return token{kind: end, offset: at}, nil
	}
	c := rest[0]
	switch {
	case isDigit(c), c == '.' && len(rest) > 1 && isDigit(rest[1]):
		return l.number(rest)
	case isLetter(c):
		n := 1
		for n < len(rest) && (isLetter(rest[n]) || isDigit(rest[n])) {
			n++
		}
		l.pos += n
		return token{kind: word, offset: at, text: rest[:n]}, nil
	case c == '"' || c == '\'':
		return l.quoted(rest)
	}
	m, s := longest(marks[:], rest), longest(strangers[:], rest)
	if len(s[0]) > len(m[0]) {
		return token{}, errorf(at, "%q is not part of the language: %s", s[0], s[1])
	}
	if m[0] != "" {
		l.pos += len(m[0])
		return token{kind: mark, offset: at, text: m[1]}, nil
	}
	r, size := utf8.DecodeRuneInString(rest)
	if r == utf8.RuneError && size <= 1 {
		return token{}, errorf(at, "a byte is not valid UTF-8: write the text in UTF-8")
	}
	if unicode.IsLetter(r) {
		return token{}, errorf(at, "%q cannot stand in a bare id: ids are lower-case letters, digits and _, quote any other", r)
	}
	return token{}, errorf(at, "%q is not part of the language", r)
}

func (l *lexer) number(rest string) (token, *Error) {
	at := l.pos
	n := digits(rest, 0)
	if n < len(rest) && rest[n] == '.' && n+1 < len(rest) && isDigit(rest[n+1]) {
		n = digits(rest, n+1)
	}
	if n < len(rest) && (rest[n] == 'e' || rest[n] == 'E') {
		m := n + 1
		if m < len(rest) && (rest[m] == '+' || rest[m] == '-') {
			m++
		}
		if m < len(rest) && isDigit(rest[m]) {
			n = digits(rest, m)
		}
	}
	text := rest[:n]
	if n < len(rest) && isLetter(rest[n]) {
		m := n
		for m < len(rest) && (isLetter(rest[m]) || isDigit(rest[m])) {
			m++
		}
		return token{}, errorf(at, "%s is neither a number nor an id: quote an id that begins with a digit, %q", rest[:m], rest[:m])
	}
	if strings.HasSuffix(text, "_") || strings.Contains(text, "__") {
		return token{}, errorf(at, "%s: _ stands between two digits", text)
	}
	v, err := strconv.ParseFloat(strings.ReplaceAll(text, "_", ""), 64)
	if err != nil {
		return token{}, errorf(at, "%s is not a number that can be held: it is too large", text)
	}
	l.pos += n
	return token{kind: number, offset: at, text: text, value: v}, nil
}

func (l *lexer) quoted(rest string) (token, *Error) {
	at, quote := l.pos, rest[0]
	var b strings.Builder
	for i := 1; i < len(rest); i++ {
		switch c := rest[i]; {
		case c == quote:
			if b.Len() == 0 {
				return token{}, errorf(at, "an id is empty: write the id of a package")
			}
			if !utf8.ValidString(b.String()) {
				return token{}, errorf(at, "an id is not valid UTF-8: write the text in UTF-8")
			}
			l.pos += i + 1
			return token{kind: quoted, offset: at, text: b.String()}, nil
		case c == '\\' && quote == '"':
			if i+1 == len(rest) || rest[i+1] != '"' && rest[i+1] != '\\' {
				return token{}, errorf(at+i, `a backslash in quotes: write \" for a quote and \\ for a backslash`)
			}
			i++
			b.WriteByte(rest[i])
		default:
			b.WriteByte(c)
		}
	}
	return token{}, errorf(at, "a quoted id does not end: close it with %c", quote)
}

// longest returns the entry with the longest spelling that text begins with.
func longest(entries [][2]string, text string) (found [2]string) {
	for _, e := range entries {
		if len(e[0]) > len(found[0]) && strings.HasPrefix(text, e[0]) {
			found = e
		}
	}
	return found
}

// digits returns the end of the digits (and _ between them) from i on.
func digits(s string, i int) int {
	for i < len(s) && (isDigit(s[i]) || s[i] == '_') {
		i++
	}
	return i
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func isLetter(c byte) bool { return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c == '_' }
