package diag

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// WriteGitHub writes the list as workflow commands, one a line, which GitHub
// Actions shows at the lines of a pull request:
//
//	::error file=a.toml,line=3,col=7,endLine=3,endColumn=12::unknown key …
//
// Values are escaped as the Actions toolkit does it: per cent signs and line
// ends everywhere, colons and commas in properties.
func WriteGitHub(w io.Writer, l List) error {
	out := bufio.NewWriter(w)
	for _, d := range l {
		var properties []string
		add := func(name, value string) {
			properties = append(properties, name+"="+propertyEscaper.Replace(value))
		}
		if d.File != "" {
			add("file", d.File)
		}
		if at := d.Range; at.Start.Line > 0 {
			add("line", fmt.Sprint(at.Start.Line))
			add("col", fmt.Sprint(max(1, at.Start.Column)))
			if at.End.Line > 0 {
				add("endLine", fmt.Sprint(at.End.Line))
			}
			if at.End.Line == at.Start.Line && at.End.Column > at.Start.Column {
				add("endColumn", fmt.Sprint(at.End.Column))
			}
		}
		command := "::" + d.Severity.String()
		if len(properties) > 0 {
			command += " " + strings.Join(properties, ",")
		}
		fmt.Fprintf(out, "%s::%s\n", command, dataEscaper.Replace(d.Message()))
	}
	return out.Flush()
}

var (
	dataEscaper     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	propertyEscaper = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)
