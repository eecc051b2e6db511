//go:build linux || darwin || freebsd

package store

import "golang.org/x/sys/unix"

// freeBytes is how much may be written to the disk a folder is on.
func freeBytes(dir string) (int64, error) {
	var disk unix.Statfs_t
	err := unix.Statfs(dir, &disk)
	return int64(disk.Bavail) * int64(disk.Bsize), err //nolint:unconvert,gosec // other types on other systems
}
