package store_test

import (
	"flag"
	"os"
	"strconv"
	"testing"
)

// TestMain plays fewer random games than rapid would: each of them is hundreds
// of commands, every one of which waits for a disk. `make soak` plays more.
func TestMain(m *testing.M) {
	played := false
	flag.Parse()
	flag.Visit(func(f *flag.Flag) { played = played || f.Name == "rapid.checks" })
	if !played {
		games = 15
		play(games)
	}
	os.Exit(m.Run())
}

// games is how many are played on a database; 0: as many as the command line says.
var games int

func play(games int) {
	if err := flag.Set("rapid.checks", strconv.Itoa(games)); err != nil {
		panic(err)
	}
}

// fewGames plays a third of the games for the rest of the test: on PostgreSQL a
// command is several ways there and back.
func fewGames(t *testing.T) {
	if games > 0 {
		play(games / 3)
		t.Cleanup(func() { play(games) })
	}
}
