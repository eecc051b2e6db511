package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"log/slog"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"dilna/models/store/sqlite"
)

// dump backs up a database that instances share with PostgreSQL's own tool: as
// of one moment, while they work, without the keys of open rounds.
func (c *backupCommand) dump(ctx context.Context, t *terminal) error {
	if err := c.mayWrite(t); err != nil {
		return err
	}
	temp, err := os.CreateTemp(filepath.Dir(c.File), "."+filepath.Base(c.File)+"-*") // nobody else may read it
	if err != nil {
		return t.unreachable(err, c.File)
	}
	defer func() { _ = os.Remove(temp.Name()) }() // it is there only where something failed
	err = c.run(ctx, t, "pg_dump", "--format=custom", "--no-owner", "--no-privileges", "--exclude-table-data=round_keys",
		"--file="+temp.Name(), "--dbname="+c.withoutPassword())
	if err == nil {
		err = c.run(ctx, t, "pg_restore", "--file="+os.DevNull, temp.Name()) // reads all of it
	}
	if err != nil {
		return err
	}
	if err := errors.Join(temp.Sync(), temp.Close()); err != nil {
		return t.unreachable(err, c.File)
	}
	if err := os.Rename(temp.Name(), c.File); err != nil {
		return t.unreachable(err, c.File)
	}
	t.print("Záloha databáze %s je v souboru %s a dá se přečíst. Obnoví ji „dilna restore“ do prázdné databáze.",
		"The backup of the database %s is in the file %s and can be read. “dilna restore” restores it into an empty database.", c.database(), c.File)
	t.print("Klíče otevřených kol hlasování v ní nejsou; tajemství (--secret-file) uložte jinam než zálohu.",
		"The keys of open rounds are not in it; keep the secret (--secret-file) elsewhere than the backup.")
	return sqlite.SyncFolder(filepath.Dir(c.File))
}

// undump restores such a backup into an empty database.
func (c *restoreCommand) undump(ctx context.Context, t *terminal) (err error) {
	if err := c.mustBeDump(t); err != nil {
		return err
	}
	if _, err := t.secret(c.sharing); err != nil {
		return err
	}
	if err := t.mustBeAlone(ctx, c.source); err != nil {
		return err
	}
	err = c.run(ctx, t, "pg_restore", "--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges",
		"--dbname="+c.withoutPassword(), c.File)
	if err != nil {
		return err
	}
	data, err := t.takeData(ctx, c.source, c.sharing, t.log(slog.LevelWarn))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, data.close()) }()
	closed, err := data.store.Settle(ctx)
	if err != nil {
		return err
	}
	t.print("Záloha je obnovená v databázi %s.", "The backup is restored in the database %s.", c.database())
	t.printSettled(closed)
	return nil
}

// mustBeDump refuses what pg_dump has not written.
func (c *restoreCommand) mustBeDump(t *terminal) error {
	file, err := os.Open(c.File)
	if err != nil {
		return t.noBackup(err, c.File)
	}
	defer func() { _ = file.Close() }() // it was only read
	head := make([]byte, 5)
	if _, err := io.ReadFull(file, head); err != nil || !bytes.Equal(head, []byte("PGDMP")) {
		return t.fail(nil, "Soubor %s není záloha databáze PostgreSQL. Zálohu složky obnovte do složky (--data) a pak ji přesuňte (dilna move).",
			"The file %s is no backup of a PostgreSQL database. Restore the backup of a folder into a folder (--data), then move it (dilna move).", c.File)
	}
	return nil
}

// run runs one of PostgreSQL's tools, or says how to do without us.
func (s source) run(ctx context.Context, t *terminal, tool string, args ...string) error {
	path, err := exec.LookPath(tool)
	if err != nil {
		return t.fail(nil, "K tomu je potřeba %[1]s, nástroj PostgreSQL; tady není. Nainstalujte ho (v Debianu postgresql-client), nebo tam, kde je, spusťte: %[1]s %[2]s",
			"That needs %[1]s, a tool of PostgreSQL, which is not here. Install it (in Debian postgresql-client), or run where it is: %[1]s %[2]s", tool, strings.Join(args, " "))
	}
	var said bytes.Buffer
	command := exec.CommandContext(ctx, path, args...) //nolint:gosec // one of PostgreSQL's own, with what the operator said
	command.Stderr = &said
	command.Env = append(os.Environ(), s.passwordVariable()...)
	if err := command.Run(); err != nil {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		return t.fail(errors.New(said.String()), "%s to odmítl a nic se nezměnilo. Obnovuje se jen do prázdné databáze; nástroj nesmí být starší než server.",
			"%s refused, and nothing was changed. Only an empty database can be restored into; the tool must not be older than the server.", tool)
	}
	return nil
}

// withoutPassword is the address as others on this computer may see it in the
// list of programs.
func (s source) withoutPassword() string {
	address, err := url.Parse(s.DatabaseURL)
	if err != nil || address.User == nil {
		return s.DatabaseURL
	}
	address.User = url.User(address.User.Username())
	return address.String()
}

// passwordVariable hands the password over where nobody sees it.
func (s source) passwordVariable() []string {
	address, err := url.Parse(s.DatabaseURL)
	if err != nil || address.User == nil {
		return nil
	}
	if password, has := address.User.Password(); has {
		return []string{"PGPASSWORD=" + password}
	}
	return nil
}
