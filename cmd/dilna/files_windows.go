package main

// openFilesLimit is how many files this process may have open: Windows knows
// no limit for sockets but its memory.
func openFilesLimit() (int, error) { return 1 << 20, nil }
