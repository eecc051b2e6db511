package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"

	"dilna/models/store"
)

// folder is the data folder in the hands of this program.
type folder struct {
	store *store.Store
	lock  *os.File // nil: another program holds the folder, and we only look in
}

// take opens the folder for this program alone; a second one is refused
// (reliability.md, FM-12).
func (t *terminal) take(ctx context.Context, dir string) (*folder, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, t.fail(err, "Složku %s nejde založit. Zvolte jinou přepínačem --data, nebo k ní získejte právo zápisu.",
			"The folder %s cannot be made. Choose another with --data, or get the right to write there.", dir)
	}
	lock, err := t.lock(dir)
	if err != nil {
		return nil, err
	}
	opened, err := t.open(ctx, dir)
	if err != nil {
		return nil, errors.Join(err, lock.Close())
	}
	return &folder{store: opened, lock: lock}, nil
}

// lookIn opens the folder also while another program of the same version
// serves it: for reading, and for what touches no workshop.
func (t *terminal) lookIn(ctx context.Context, dir string) (*folder, error) {
	if _, err := os.Stat(filepath.Join(dir, databaseName)); errors.Is(err, fs.ErrNotExist) {
		return nil, t.fail(nil, "Ve složce %s žádná data Dílny nejsou. Zkontrolujte přepínač --data.",
			"There is no data of Dílna in the folder %s. Check --data.", dir)
	}
	lock, err := t.lock(dir)
	if held, ok := errors.AsType[*heldError](err); ok {
		if held.version != programVersion() {
			return nil, t.fail(nil, "Nad složkou %s běží jiná verze Dílny (%s). Použijte stejnou, nebo běžící Dílnu zastavte.",
				"Another version of Dílna (%[2]s) runs on the folder %[1]s. Use the same one, or stop it.", dir, held.version)
		}
		lock = nil
	} else if err != nil {
		return nil, err
	}
	opened, err := t.open(ctx, dir)
	if err != nil && lock != nil {
		err = errors.Join(err, lock.Close())
	}
	return &folder{store: opened, lock: lock}, err
}

const databaseName = "dilna.db"

func (t *terminal) open(ctx context.Context, dir string) (*store.Store, error) {
	opened, err := store.Open(ctx, dir, store.Options{})
	switch {
	case err == nil:
		return opened, nil
	case errors.Is(err, fs.ErrPermission) || strings.Contains(err.Error(), "readonly") || strings.Contains(err.Error(), "unable to open"):
		return nil, t.fail(err, "Do složky %s nejde zapisovat. Získejte k ní právo zápisu, nebo zvolte jinou přepínačem --data.",
			"The folder %s cannot be written to. Get the right to write there, or choose another with --data.", dir)
	case strings.Contains(err.Error(), "newer version"):
		return nil, t.fail(err, "Data ve složce %s založila novější verze Dílny. Spusťte tu, tahle by je poškodila.",
			"The data in the folder %s was made by a newer version of Dílna. Start that one: this one would damage it.", dir)
	}
	return nil, t.fail(err, "Data ve složce %s nejde otevřít.", "The data in the folder %s cannot be opened.", dir)
}

// close lets the last commands finish and lets go of the folder.
func (f *folder) close() error {
	err := f.store.Close()
	if f.lock != nil {
		err = errors.Join(err, f.lock.Close())
	}
	return err
}

// heldError: another program holds the folder.
type heldError struct {
	complaint
	version string
}

func (h *heldError) Unwrap() error { return &h.complaint }

// lock takes the folder's lock file. The system lets go of it when the program
// ends, however that happens; what is written in it tells others who holds it.
func (t *terminal) lock(dir string) (*os.File, error) {
	path := filepath.Join(dir, "dilna.lock")
	file, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, t.fail(err, "Do složky %s nejde zapisovat. Získejte k ní právo zápisu, nebo zvolte jinou přepínačem --data.",
			"The folder %s cannot be written to. Get the right to write there, or choose another with --data.", dir)
	}
	if err := tryLock(file); err != nil {
		return nil, errors.Join(t.heldBy(file, dir), file.Close())
	}
	if err := file.Truncate(0); err != nil {
		return nil, errors.Join(err, file.Close())
	}
	if _, err := fmt.Fprintf(file, "%d %s\n", os.Getpid(), programVersion()); err != nil {
		return nil, errors.Join(err, file.Close())
	}
	return file, nil
}

func (t *terminal) heldBy(file *os.File, dir string) error {
	var pid int
	var version string
	_, _ = fmt.Fscan(file, &pid, &version) // a lock just taken may say nothing yet
	said := t.say.Say("Nad složkou %s už běží jiná Dílna (proces %d). Nejdřív ji zastavte (Ctrl+C), nebo zvolte jinou složku přepínačem --data.",
		"Another Dílna (process %[2]d) runs on the folder %[1]s already. Stop it first (Ctrl+C), or choose another folder with --data.", dir, pid)
	return &heldError{complaint: complaint{text: said}, version: version}
}

// programVersion names what this program was built of.
func programVersion() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	version := info.Main.Version
	for _, setting := range info.Settings {
		if setting.Key == "vcs.revision" && (version == "" || version == "(devel)") {
			version = setting.Value
		}
	}
	return strings.Trim(version, "()")
}
