package plots

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"strings"
)

// A Text is one text chunk of a PNG: a key of 1–79 Latin-1 characters and its
// value.
type Text struct {
	Key, Value string
}

const pngHeader = "\x89PNG\r\n\x1a\n"

// compressed says of which texts the values are compressed: those that are as
// long as a scenario.
func compressed(key string) bool {
	return key == provenanceKey || key == flatKey || key == numbersKey
}

// insertText puts text chunks behind the image header of an encoded PNG: tEXt
// where the value is ASCII, iTXt (UTF-8) where it is not, or is compressed.
func insertText(png []byte, texts []Text) []byte {
	const ihdr = len(pngHeader) + 4 + 4 + 13 + 4
	var out bytes.Buffer
	out.Write(png[:ihdr])
	for _, t := range texts {
		switch {
		case compressed(t.Key):
			// key, compressed, method 0, no language, no translated key
			writeChunk(&out, "iTXt", []byte(t.Key+"\x00\x01\x00\x00\x00"+string(deflate(t.Value))))
		case isASCII(t.Value):
			writeChunk(&out, "tEXt", []byte(t.Key+"\x00"+t.Value))
		default:
			// key, not compressed, method 0, no language, no translated key
			writeChunk(&out, "iTXt", []byte(t.Key+"\x00\x00\x00\x00\x00"+t.Value))
		}
	}
	out.Write(png[ihdr:])
	return out.Bytes()
}

func writeChunk(w *bytes.Buffer, kind string, data []byte) {
	var word [4]byte
	binary.BigEndian.PutUint32(word[:], uint32(len(data)))
	w.Write(word[:])
	w.WriteString(kind)
	w.Write(data)
	crc := crc32.NewIEEE()
	io.WriteString(crc, kind)
	crc.Write(data)
	binary.BigEndian.PutUint32(word[:], crc.Sum32())
	w.Write(word[:])
}

// ErrAltered is wrapped where a picture was changed after it was drawn.
var ErrAltered = errors.New("the file was altered")

// ReadText returns the text chunks of a PNG in their order. It reads every chunk
// to the end, and fails where the file is no PNG, is cut short, or, wrapping
// ErrAltered, where a checksum is wrong: a picture that was altered does not
// vouch for its origin.
func ReadText(r io.Reader) ([]Text, error) {
	head := make([]byte, len(pngHeader))
	if _, err := io.ReadFull(r, head); err != nil || string(head) != pngHeader {
		return nil, errors.New("not a PNG: the file does not start with the PNG signature; give a picture written by steadfast")
	}
	var out []Text
	for {
		kind, data, err := readChunk(r)
		if err != nil {
			return nil, err
		}
		switch kind {
		case "IEND":
			return out, nil
		case "tEXt":
			key, value, _ := strings.Cut(string(data), "\x00")
			out = append(out, Text{key, value})
		case "iTXt":
			t, err := parseInternational(string(data))
			if err != nil {
				return nil, err
			}
			out = append(out, t)
		}
	}
}

func readChunk(r io.Reader) (kind string, data []byte, err error) {
	var head [8]byte
	if _, err := io.ReadFull(r, head[:]); err != nil {
		return "", nil, fmt.Errorf("PNG cut short before its end chunk: %w", err)
	}
	kind = string(head[4:])
	var buf bytes.Buffer
	crc := crc32.NewIEEE()
	crc.Write(head[4:])
	n := int64(binary.BigEndian.Uint32(head[:4]))
	if _, err := io.CopyN(io.MultiWriter(&buf, crc), r, n); err != nil {
		return "", nil, fmt.Errorf("PNG cut short in chunk %q of %d bytes: %w", kind, n, err)
	}
	var sum [4]byte
	if _, err := io.ReadFull(r, sum[:]); err != nil {
		return "", nil, fmt.Errorf("PNG cut short in the checksum of chunk %q: %w", kind, err)
	}
	if got, want := crc.Sum32(), binary.BigEndian.Uint32(sum[:]); got != want {
		return "", nil, fmt.Errorf("PNG chunk %q has checksum %08x, its bytes give %08x: %w; redraw it", kind, want, got, ErrAltered)
	}
	return kind, buf.Bytes(), nil
}

func parseInternational(s string) (Text, error) {
	key, rest, ok := strings.Cut(s, "\x00")
	if !ok || len(rest) < 2 {
		return Text{}, errors.New("PNG chunk \"iTXt\" is malformed: no keyword; redraw the picture")
	}
	flag, method := rest[0], rest[1]
	_, rest, ok1 := strings.Cut(rest[2:], "\x00") // language
	_, value, ok2 := strings.Cut(rest, "\x00")    // translated key
	if !ok1 || !ok2 || flag > 1 || method != 0 {
		return Text{}, fmt.Errorf("PNG chunk \"iTXt\" with key %q is malformed; redraw the picture", key)
	}
	if flag == 1 {
		var err error
		if value, err = inflate([]byte(value)); err != nil {
			return Text{}, fmt.Errorf("PNG chunk \"iTXt\" with key %q is compressed and cannot be read: %w; redraw the picture", key, err)
		}
	}
	return Text{key, value}, nil
}

// deflate compresses a text (RFC 1950).
func deflate(s string) []byte {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	io.WriteString(w, s) // writing to a buffer cannot fail
	w.Close()
	return b.Bytes()
}

// inflateMost bounds what is made of a compressed text: a few bytes can stand
// for millions.
const inflateMost = 64 << 20

// inflate is the text that deflate compressed.
func inflate(data []byte) (string, error) {
	r, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		return "", err
	}
	text, err := io.ReadAll(io.LimitReader(r, inflateMost+1))
	if err != nil {
		return "", err
	}
	if len(text) > inflateMost {
		return "", fmt.Errorf("it holds more than %d MiB", inflateMost>>20)
	}
	return string(text), nil
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}
