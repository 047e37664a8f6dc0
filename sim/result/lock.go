package result

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// ErrBusy is wrapped where another process is writing into a folder.
var ErrBusy = errors.New("another run of steadfast is writing into it")

// lockName is the file, inside the staging folder, that the process which
// writes there holds locked. The system lets go of the lock when the process
// ends, however it ends.
const lockName = "lock"

// attempts is how often acquire tries where the folder goes away under it,
// which it does only when another run ends at that moment.
const attempts = 100

// acquire makes the staging folder and locks it for this process, or fails at
// once, with ErrBusy where another has it.
func acquire(staging string) (file *os.File, err error) {
	for range attempts {
		file, err = lockFolder(staging)
		if !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, fs.ErrExist) {
			return file, err
		}
	}
	return nil, err
}

// lockFolder is one attempt. It fails with fs.ErrNotExist, or from MkdirAll
// with fs.ErrExist, where what it made or found was removed meanwhile.
func lockFolder(staging string) (*os.File, error) {
	if err := os.MkdirAll(staging, 0o755); err != nil {
		return nil, err
	}
	path := filepath.Join(staging, lockName)
	file, err := lockFile(path)
	if err != nil {
		return nil, err
	}
	mine, err := file.Stat()
	if err == nil {
		var there fs.FileInfo
		// The file may have been removed between our opening and our locking it;
		// then the lock is on nothing.
		if there, err = os.Stat(path); err == nil && !os.SameFile(mine, there) {
			err = fs.ErrNotExist
		}
	}
	if err != nil {
		file.Close()
		return nil, err
	}
	return file, nil
}
