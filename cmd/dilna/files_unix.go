//go:build unix

package main

import "syscall"

// openFilesLimit is how many files this process may have open. The Go runtime
// has raised the soft limit to the hard one when the program started.
func openFilesLimit() (int, error) {
	var limit syscall.Rlimit
	err := syscall.Getrlimit(syscall.RLIMIT_NOFILE, &limit)
	return int(min(uint64(limit.Cur), 1<<30)), err //nolint:unconvert,gosec // signed on some systems; at most 1<<30
}
