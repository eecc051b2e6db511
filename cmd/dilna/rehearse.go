package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net/url"
	"os"
	"runtime/pprof"
	"strings"
	"time"

	"dilna/cmd/dilna/rehearsal"
	"dilna/models"
)

// rehearseCommand is what `dilna rehearse` is told; help.go says what it means.
type rehearseCommand struct {
	File         string        `arg:""`
	Server       []string      `placeholder:"URL" sep:","`
	Participants int           `placeholder:"N"`
	Minutes      string        `placeholder:"FILE"`
	Link         string        `placeholder:"URL"`
	Login        string        `placeholder:"LOGIN"`
	Password     string        `placeholder:"PASSWORD"`
	Seed         uint64        `default:"1" placeholder:"N"`
	Patience     time.Duration `default:"30s" placeholder:"TIME"`
	JSON         bool          `name:"json"`
	CPUProfile   string        `name:"cpu-profile" placeholder:"FILE"`
}

// Run plays the file and fails if anything acknowledged is not there, once, as
// it was acknowledged.
func (c *rehearseCommand) Run(ctx context.Context, t *terminal) error {
	file, err := t.readWorkshop(c.File)
	if err != nil {
		return err
	}
	prepared, err := c.prepare(t, file)
	if err != nil {
		return err
	}
	stop, err := c.profile(t)
	if err != nil {
		return err
	}
	report, err := c.play(ctx, t, prepared)
	err = errors.Join(err, stop())
	if report != nil && report.Workshop != "" {
		err = errors.Join(err, c.tell(t, report)) // of two complaints the first is told: the one that says why
	}
	return err
}

func (c *rehearseCommand) prepare(t *terminal, file models.Minutes) (*rehearsal.Rehearsal, error) {
	if c.Participants < 0 {
		return nil, t.fail(nil, "--participants má být kladné číslo.", "--participants should be a positive number.")
	}
	prepared, err := rehearsal.Prepare(file, rehearsal.Options{
		Participants: c.Participants, Seed: c.Seed, Patience: c.Patience, Say: t.say, Progress: newProgress(t),
	})
	if unplayable, ok := errors.AsType[*rehearsal.Unplayable](err); ok {
		return nil, t.fail(nil, "%s", "%s", unplayable.Text)
	}
	if err != nil {
		return nil, err
	}
	return prepared, t.enoughFiles(prepared, len(c.Server))
}

// enoughFiles refuses more phones than the system lets one process connect, to
// so many servers; none: one in this process.
func (t *terminal) enoughFiles(prepared *rehearsal.Rehearsal, servers int) error {
	limit, err := openFilesLimit()
	if err != nil {
		return err
	}
	if needed := prepared.OpenFiles(max(servers, 1), servers == 0); needed > limit {
		return t.fail(nil, "Pro %d telefonů je potřeba %d otevřených souborů, systém dovolí %d. Zvyšte limit (ulimit -n), nebo uberte --participants.",
			"%d phones need %d open files, the system allows %d. Raise the limit (ulimit -n), or lower --participants.",
			prepared.Participants(), needed, limit)
	}
	return nil
}

func (c *rehearseCommand) play(ctx context.Context, t *terminal, prepared *rehearsal.Rehearsal) (*rehearsal.Report, error) {
	if len(c.Server) == 0 {
		return playAtHome(ctx, t, prepared)
	}
	door := rehearsal.Door{Login: c.Login, Password: c.Password}
	for _, server := range c.Server {
		if base, err := url.Parse(server); err != nil || base.Host == "" {
			return nil, t.fail(err, "--server %s není adresa. Má být jako http://localhost:8080.", "--server %s is no address. It should be like http://localhost:8080.", server)
		}
		door.Servers = append(door.Servers, strings.TrimSuffix(server, "/"))
	}
	if _, secret, found := strings.Cut(c.Link, "#link="); found {
		door.Link = secret
	} else if c.Login == "" || c.Password == "" {
		return nil, t.fail(nil, "Řekněte, jak se facilitátor přihlásí: --link ODKAZ (vypíše ho dilna user link), nebo --login a --password.",
			"Say how the facilitator signs in: --link LINK (dilna user link prints one), or --login and --password.")
	}
	report, err := prepared.Play(ctx, door)
	return report, c.why(t, err)
}

// why says to a person why a rehearsal on a server ended before its end.
func (c *rehearseCommand) why(t *terminal, err error) error {
	if errors.Is(err, rehearsal.ErrAccountNeeded) {
		return t.fail(nil, "Tento odkaz zakládá první účet: řekněte i jeho --login a --password.",
			"This link makes the first account: say its --login and --password, too.")
	}
	if unreachable, ok := errors.AsType[*rehearsal.Unreachable](err); ok {
		return t.fail(unreachable.Cause, "Na adrese %s žádná Dílna neodpovídá. Běží? Zkontrolujte --server.", "No Dílna answers at %s. Is it running? Check --server.", unreachable.Server)
	}
	if refusal, ok := errors.AsType[*rehearsal.Refusal](err); ok && refusal.Detail != "" {
		return t.fail(err, "Server odmítl: %s", "The server refused: %s", refusal.Said())
	}
	if _, lost := errors.AsType[*url.Error](err); lost {
		return t.fail(err, "Server %s přestal odpovídat, zkouška nedošla do konce.", "The server %s stopped answering; the rehearsal did not get to its end.", strings.Join(c.Server, ", "))
	}
	return err
}

// playAtHome plays on a server of our own, on a temporary folder.
func playAtHome(ctx context.Context, t *terminal, prepared *rehearsal.Rehearsal) (report *rehearsal.Report, err error) {
	dir, err := os.MkdirTemp("", "dilna-rehearsal-")
	if err != nil {
		return nil, t.fail(err, "Dočasnou složku nejde založit.", "A temporary folder cannot be made.")
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	door, leave, err := openHouse(ctx, t, serveCommand{source: source{Data: dir}})
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, leave()) }()
	return prepared.Play(ctx, door)
}

// openHouse serves data on a free port of this machine, wired as serve does it,
// with the way in for the first account. leave ends it.
func openHouse(ctx context.Context, t *terminal, serve serveCommand) (door rehearsal.Door, leave func() error, err error) {
	log := t.log(slog.LevelWarn)
	data, err := t.takeData(ctx, serve.source, serve.sharing, log)
	if err != nil {
		return door, nil, err
	}
	secret, err := newLink(ctx, data.store, models.Link{Purpose: models.LinkFirstAccount})
	if err != nil {
		return door, nil, errors.Join(err, data.close())
	}
	listener, err := t.listen("127.0.0.1:0")
	if err != nil {
		return door, nil, errors.Join(err, data.close())
	}
	house, err := serve.open(t, data, log, listener.Addr())
	if err != nil {
		return door, nil, errors.Join(err, listener.Close(), data.close())
	}
	serving, stop := context.WithCancel(context.WithoutCancel(ctx))
	ended := make(chan error, 1)
	go func() { ended <- house.serve(serving, listener) }()
	leave = func() error {
		stop()
		return errors.Join(<-ended, data.close())
	}
	password := string(models.NewID[models.AccountID]())
	return rehearsal.Door{Servers: []string{"http://" + listener.Addr().String()}, Link: secret, Login: "rehearsal", Password: password}, leave, nil
}

// tell prints the report and keeps the minutes. A rehearsal that found
// something wrong is an error.
func (c *rehearseCommand) tell(t *terminal, report *rehearsal.Report) error {
	if c.JSON {
		encoder := json.NewEncoder(t.out)
		encoder.SetIndent("", "  ")
		if err := encoder.Encode(report); err != nil {
			return err
		}
	} else if err := report.Write(t.out); err != nil {
		return err
	}
	if c.Minutes != "" && len(report.PDF) > 0 {
		if err := t.writeFile(c.Minutes, report.PDF); err != nil {
			return err
		}
	}
	if !report.Passed() {
		return t.fail(nil, "Zkouška neprošla, chyby jsou výše.", "The rehearsal failed; what was wrong is told above.")
	}
	return nil
}

// profile starts a CPU profile, if one is wanted; stop ends it.
func (c *rehearseCommand) profile(t *terminal) (stop func() error, err error) {
	if c.CPUProfile == "" {
		return func() error { return nil }, nil
	}
	file, err := os.Create(c.CPUProfile)
	if err != nil {
		return nil, t.fail(err, "Soubor %s nejde zapsat.", "The file %s cannot be written.", c.CPUProfile)
	}
	if err := pprof.StartCPUProfile(file); err != nil {
		return nil, errors.Join(err, file.Close())
	}
	return func() error {
		pprof.StopCPUProfile()
		return file.Close()
	}, nil
}

// newProgress shows what a rehearsal does: on a terminal in one line that is
// written over, elsewhere only the lines that are to be kept.
func newProgress(t *terminal) func(line string, final bool) {
	var last time.Time
	return func(line string, final bool) {
		switch {
		case final && t.live:
			fmt.Fprintf(t.err, "\r\x1b[K%s\n", line)
		case final:
			fmt.Fprintln(t.err, line)
		case t.live && time.Since(last) > 100*time.Millisecond:
			last = time.Now()
			fmt.Fprintf(t.err, "\r\x1b[K%s", line)
		}
	}
}
