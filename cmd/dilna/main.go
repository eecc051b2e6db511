// Command dilna serves participatory workshops, and imports, exports and
// rehearses them. Each command is a file; --help explains them all.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	ctx, stop := untilStopped(context.Background())
	// The first signal asks to finish in order, the second ends at once.
	context.AfterFunc(ctx, stop)
	os.Exit(run(ctx, newTerminal(), os.Args[1:]))
}

// untilStopped ends at Ctrl+C, when the system asks, and when the terminal is
// closed, unless that was not to count (nohup).
func untilStopped(ctx context.Context) (context.Context, context.CancelFunc) {
	signals := []os.Signal{os.Interrupt, syscall.SIGTERM}
	if !signal.Ignored(syscall.SIGHUP) {
		signals = append(signals, syscall.SIGHUP)
	}
	return signal.NotifyContext(ctx, signals...)
}

// commands is the command line. Every flag can also be set by the environment:
// DILNA_ and its name. What it means is said in help.go.
type commands struct {
	Serve    serveCommand    `cmd:"" default:"withargs"`
	Import   importCommand   `cmd:""`
	Export   exportCommand   `cmd:""`
	Rehearse rehearseCommand `cmd:""`
	Verify   verifyCommand   `cmd:""`
	Doctor   doctorCommand   `cmd:""`
	Backup   backupCommand   `cmd:""`
	Restore  restoreCommand  `cmd:""`
	Move     moveCommand     `cmd:""`
	User     userCommand     `cmd:""`
	Licences licencesCommand `cmd:""`
	Version  versionCommand  `cmd:""`
}

// run does what the arguments say and returns the exit code: 0 for done, 1 for
// failed, 2 for arguments that make no sense, 130 for interrupted.
func run(ctx context.Context, t *terminal, args []string) int {
	parsed, err := parse(t, args)
	if err == nil && parsed == nil {
		return 0 // help was asked for
	}
	if err != nil {
		t.complain(err)
		return 2
	}
	parsed.BindTo(ctx, (*context.Context)(nil))
	err = parsed.Run(t)
	switch {
	case err == nil:
		return 0
	case ctx.Err() != nil && errors.Is(err, context.Canceled):
		fmt.Fprintln(t.err, t.say.Say("Přerušeno.", "Interrupted."))
		return 130 // 128 and the number of the signal, as shells have it
	}
	t.complain(err)
	return 1
}
