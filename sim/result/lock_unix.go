//go:build unix

package result

import (
	"errors"
	"os"
	"syscall"
)

// lockFile opens a file and locks it (flock), or fails with ErrBusy. Where the
// file system knows no locks, as some network drives do, there is none: that
// is no reason to refuse results.
func lockFile(path string) (*os.File, error) {
	file, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o644)
	if err != nil {
		return nil, err
	}
	for {
		err = syscall.Flock(int(file.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
		if !errors.Is(err, syscall.EINTR) {
			break
		}
	}
	switch {
	case err == nil, errors.Is(err, errors.ErrUnsupported), errors.Is(err, syscall.ENOLCK):
		return file, nil
	case errors.Is(err, syscall.EWOULDBLOCK):
		err = ErrBusy
	}
	file.Close()
	return nil, err
}

// unlockFile removes a locked file and lets go of it, in this order: once it
// is let go, the file may be another run's.
func unlockFile(file *os.File) {
	os.Remove(file.Name())
	file.Close()
}
