package result

import (
	"errors"
	"os"
	"syscall"
)

// lockFile opens a file that no other process may open meanwhile, or fails
// with ErrBusy.
func lockFile(path string) (*os.File, error) {
	name, err := syscall.UTF16PtrFromString(path)
	if err != nil {
		return nil, err
	}
	const shareNothing = 0
	handle, err := syscall.CreateFile(name, syscall.GENERIC_READ|syscall.GENERIC_WRITE, shareNothing, nil,
		syscall.OPEN_ALWAYS, syscall.FILE_ATTRIBUTE_NORMAL, 0)
	const sharingViolation = syscall.Errno(32)
	if errors.Is(err, sharingViolation) {
		return nil, ErrBusy
	}
	if err != nil {
		return nil, &os.PathError{Op: "open", Path: path, Err: err}
	}
	return os.NewFile(uintptr(handle), path), nil
}

// unlockFile lets go of a locked file and removes it, in this order: an open
// file cannot be removed. If another run holds it by then, it cannot be either.
func unlockFile(file *os.File) {
	file.Close()
	os.Remove(file.Name())
}
