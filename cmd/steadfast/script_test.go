package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestMain lets scripts call the command: the test binary runs as steadfast
// where that is its name.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"steadfast": main})
}

// TestScript runs the sessions of testdata/script.
func TestScript(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"exits": exits, "grows": grows, "valid-json": validJSON,
		},
		// Every session has the small world in its folder.
		Setup: func(e *testscript.Env) error {
			data, err := os.ReadFile(smallWorld)
			if err != nil {
				return err
			}
			return os.WriteFile(filepath.Join(e.WorkDir, "small.toml"), data, 0o666)
		},
	})
}

// grows is `grows FILE BYTES`: it waits until a file is as long.
func grows(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: grows FILE BYTES")
	}
	bytes, err := strconv.Atoi(args[1])
	ts.Check(err)
	for range 3000 {
		if info, err := os.Stat(ts.MkAbs(args[0])); err == nil && info.Size() >= int64(bytes) {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	ts.Fatalf("%s does not grow to %d bytes", args[0], bytes)
}

// validJSON is `valid-json FILE`.
func validJSON(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: valid-json FILE")
	}
	if !json.Valid([]byte(ts.ReadFile(args[0]))) {
		ts.Fatalf("%s is not JSON", args[0])
	}
}

// exits is `exits STATUS COMMAND…`: it runs a command and demands an exit
// status.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits STATUS COMMAND...")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		var failed *exec.ExitError
		if !errors.As(err, &failed) {
			ts.Fatalf("%v", err)
		}
		got = failed.ExitCode()
	}
	if got != want {
		ts.Fatalf("%s: exit status %d, want %d", strings.Join(args[1:], " "), got, want)
	}
}

// command runs a command line in this process.
func command(t *testing.T, args ...string) (stdout, stderr string, status int) {
	t.Helper()
	var out, talk bytes.Buffer
	status = run(context.Background(), args, strings.NewReader(""), &out, &talk)
	return out.String(), talk.String(), status
}
