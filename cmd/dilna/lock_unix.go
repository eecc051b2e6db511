//go:build unix

package main

import (
	"os"
	"syscall"
)

// tryLock locks the file for this program, or fails at once.
func tryLock(file *os.File) error {
	return syscall.Flock(int(file.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
}
