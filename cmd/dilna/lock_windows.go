package main

import (
	"os"
	"syscall"
	"unsafe"
)

var lockFileEx = syscall.NewLazyDLL("kernel32.dll").NewProc("LockFileEx")

// What LockFileEx is asked for.
const (
	failImmediately = 1
	exclusive       = 2
	farAway         = 1 << 30 // Windows would keep others from reading the locked bytes: lock one nobody reads
)

// tryLock locks the file for this program, or fails at once.
func tryLock(file *os.File) error {
	at := syscall.Overlapped{Offset: farAway}
	done, _, err := lockFileEx.Call(file.Fd(), failImmediately|exclusive, 0, 1, 0, uintptr(unsafe.Pointer(&at)))
	if done == 0 {
		return err
	}
	return nil
}
