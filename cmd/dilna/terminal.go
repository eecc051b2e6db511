package main

import (
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"strings"

	"dilna/cmd/dilna/language"
)

// terminal is where the program is run: what it reads, writes and speaks.
type terminal struct {
	in     io.Reader
	out    io.Writer
	err    io.Writer
	say    language.Language
	colour bool // out is a terminal, not a file or a pipe
	live   bool // err is a terminal: a line may be written over
}

func newTerminal() *terminal {
	return &terminal{
		in: os.Stdin, out: os.Stdout, err: os.Stderr, say: language.FromEnvironment(os.Getenv),
		colour: isTerminal(os.Stdout), live: isTerminal(os.Stderr),
	}
}

func isTerminal(file *os.File) bool {
	info, err := file.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// log is for what the program tells about its work.
func (t *terminal) log(level slog.Level) *slog.Logger {
	return slog.New(slog.NewTextHandler(t.err, &slog.HandlerOptions{Level: level}))
}

func (t *terminal) print(cs, en string, values ...any) {
	fmt.Fprintln(t.out, t.say.Say(cs, en, values...))
}

// complaint is an error told to a person: what is wrong and what to do.
type complaint struct {
	text  string
	cause error
}

func (c *complaint) Error() string { return c.text }
func (c *complaint) Unwrap() error { return c.cause }

// fail makes a complaint in the language of the terminal.
func (t *terminal) fail(cause error, cs, en string, values ...any) error {
	return &complaint{text: t.say.Say(cs, en, values...), cause: cause}
}

// complain tells an error: a sentence of ours as it is, anything unforeseen
// with its technical words.
func (t *terminal) complain(err error) {
	if told, ok := errors.AsType[*complaint](err); ok {
		fmt.Fprintln(t.err, "dilna: "+told.text)
		if told.cause != nil && !errors.Is(told.cause, errHeld) {
			fmt.Fprintln(t.err, t.say.Say("       (podrobnosti: %s)", "       (details: %s)", oneLine(told.cause)))
		}
		return
	}
	fmt.Fprintln(t.err, t.say.Say("dilna: nepodařilo se to: %s", "dilna: that failed: %s", oneLine(err)))
}

func oneLine(err error) string { return strings.Join(strings.Fields(err.Error()), " ") }
