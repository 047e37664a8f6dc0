package scenario

import (
	"io/fs"
	"strings"
)

// setName is the file name under which diagnostics speak of Options.Set.
const setName = "--set"

// Options says where files come from and what is overridden.
type Options struct {
	// Shipped holds the files that come with the program: "steadfast:…" in
	// extends, and names without a folder that are no files. Nil: none.
	Shipped fs.FS
	// Set overrides parameters, each "path=value" with the value in TOML
	// syntax: "coalition.resolve=0.5", "package.trip.coalition.resolve=0.4".
	Set []string
	// ReadFile reads a file of the user's; nil: os.ReadFile.
	ReadFile func(string) ([]byte, error)
}

// Source returns the text of a file as a diagnostic names it, for
// [steadfast/sim/diag.WriteText]; nil where it cannot be read.
func (o Options) Source(name string) []byte {
	if name == setName {
		return o.setText()
	}
	open := newOpener(o)
	if rest, ok := strings.CutPrefix(name, shippedPrefix); ok {
		if src, err := open.openShipped(rest); err == nil {
			return src.data
		}
		return nil
	}
	data, err := open.readFile(name)
	if err != nil {
		return nil
	}
	return data
}

// setText is Options.Set as a TOML file, one override a line.
func (o Options) setText() []byte {
	var b strings.Builder
	for _, s := range o.Set {
		b.WriteString(strings.NewReplacer("\n", " ", "\r", " ").Replace(s))
		b.WriteByte('\n')
	}
	return []byte(b.String())
}
