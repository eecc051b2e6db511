package main

import (
	"fmt"
	"runtime"
)

type versionCommand struct{}

// Run prints what the program was built of.
func (c *versionCommand) Run(t *terminal) error {
	_, err := fmt.Fprintf(t.out, "dilna %s (%s, %s/%s)\n", programVersion(), runtime.Version(), runtime.GOOS, runtime.GOARCH)
	return err
}
