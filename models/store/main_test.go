package store_test

import (
	"flag"
	"os"
	"testing"
)

// TestMain plays fewer random games than rapid would: each of them is hundreds
// of commands, every one of which waits for a disk. `make soak` plays more.
func TestMain(m *testing.M) {
	played := false
	flag.Parse()
	flag.Visit(func(f *flag.Flag) { played = played || f.Name == "rapid.checks" })
	if !played {
		if err := flag.Set("rapid.checks", "15"); err != nil {
			panic(err)
		}
	}
	os.Exit(m.Run())
}
