package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"

	"dilna/models/store"
)

// folder is the data in the hands of this program: a folder, or a database that
// it shares with others.
type folder struct {
	store  *store.Store
	shared bool     // a database on a server: it is nobody's alone
	lock   *os.File // nil: another program holds the folder, and we only look in
	holder holder
}

// holder is who has the folder, as the lock file says it.
type holder struct {
	pid     int
	version string
	console string // address of the facilitator's console, also of the last run; empty before the first
}

// take opens the folder for this program alone; a second one is refused
// (docs/reliability.md, FM-12).
func (t *terminal) take(ctx context.Context, dir string, log *slog.Logger) (*folder, error) {
	if err := t.makeFolder(dir); err != nil {
		return nil, err
	}
	lock, last, err := t.lock(dir)
	if err != nil {
		return nil, err
	}
	opened, err := t.open(ctx, dir, store.Options{Log: log, Ballast: ballast})
	if err != nil {
		return nil, errors.Join(err, lock.Close())
	}
	return &folder{store: opened, lock: lock, holder: last}, nil
}

func (t *terminal) makeFolder(dir string) error {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return t.fail(err, "Složku %s nejde založit. Zvolte jinou přepínačem --data, nebo k ní získejte právo zápisu.",
			"The folder %s cannot be made. Choose another with --data, or get the right to write there.", dir)
	}
	return nil
}

func (t *terminal) noData(dir string) error {
	return t.fail(nil, "Ve složce %s žádná data Dílny nejsou. Zkontrolujte přepínač --data.",
		"There is no data of Dílna in the folder %s. Check --data.", dir)
}

// join opens the folder also while another program of the same version serves
// it: for reading, and for what touches no workshop that somebody looks at.
func (t *terminal) join(ctx context.Context, dir string) (*folder, error) {
	lock, holder, err := t.lock(dir)
	if errors.Is(err, errHeld) {
		if holder.version != programVersion() {
			return nil, t.fail(nil, "Nad složkou %s běží jiná verze Dílny (%s). Použijte stejnou, nebo běžící Dílnu zastavte.",
				"Another version of Dílna (%[2]s) runs on the folder %[1]s. Use the same one, or stop it.", dir, holder.version)
		}
	} else if err != nil {
		return nil, err
	}
	opened, err := t.open(ctx, dir, store.Options{Guest: lock == nil, Log: t.log(slog.LevelWarn)})
	if err != nil && lock != nil {
		err = errors.Join(err, lock.Close())
	}
	return &folder{store: opened, lock: lock, holder: holder}, err
}

// held says whether another program serves the folder.
func (f *folder) held() bool { return f.lock == nil }

// console is where the console was served last; "" before the first time.
func (f *folder) console(ctx context.Context) (string, error) {
	if f.shared {
		return f.store.Console(ctx)
	}
	return f.holder.console, nil
}

// ballast is how many bytes are kept free for a full disk: enough for closing and
// ending what is open in every workshop of a region.
const ballast = 4 << 20

const databaseName = "dilna.db"

func (t *terminal) open(ctx context.Context, dir string, opts store.Options) (*store.Store, error) {
	if store.Unfinished(dir) {
		return nil, t.fail(nil, "Obnova zálohy do složky %s se nedokončila. Spusťte „dilna restore“ znovu; původní data jsou v její podsložce replaced-….",
			"Restoring a backup into the folder %s was not finished. Run “dilna restore” again; the data that was there is in its folder replaced-….", dir)
	}
	opened, err := store.Open(ctx, dir, opts)
	switch {
	case err == nil:
		return opened, nil
	case errors.Is(err, fs.ErrPermission) || strings.Contains(err.Error(), "readonly") || strings.Contains(err.Error(), "unable to open"):
		return nil, t.unwritable(err, dir)
	case errors.Is(err, store.ErrNewer):
		return nil, t.newer(err, source{Data: dir})
	case errors.Is(err, store.ErrDamaged):
		return nil, t.fail(err, "Data ve složce %s jsou poškozená. Co přesně, vypíše „dilna doctor“; obnovte zálohu.",
			"The data in the folder %s is damaged. “dilna doctor” lists what exactly; restore a backup.", dir)
	}
	return nil, t.fail(err, "Data ve složce %s nejde otevřít.", "The data in the folder %s cannot be opened.", dir)
}

func (t *terminal) newer(err error, s source) error {
	return t.fail(err, "Data %s založila novější verze Dílny. Spusťte tu, tato by je poškodila.",
		"The data %s was made by a newer version of Dílna. Start that one: this one would damage it.", s.inside(t.say))
}

// close lets the last commands finish and lets go of the folder.
func (f *folder) close() error {
	err := f.store.Close()
	if f.lock != nil {
		err = errors.Join(err, f.lock.Close())
	}
	return err
}

// errHeld: another program holds the folder.
var errHeld = errors.New("the folder is held")

// lock takes the folder's lock file and tells what the last holder wrote into
// it. The system lets go of the lock when the program ends, however that
// happens. With errHeld the holder is the one that has it now.
func (t *terminal) lock(dir string) (*os.File, holder, error) {
	path := filepath.Join(dir, "dilna.lock")
	file, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, holder{}, t.unwritable(err, dir)
	}
	var last holder
	_, _ = fmt.Fscanln(file, &last.pid, &last.version, &last.console) // a fresh one says nothing, a short one no console
	if tryLock(file) != nil {
		held := t.fail(errHeld, "Nad složkou %s už běží jiná Dílna (proces %d). Nejdřív ji zastavte (Ctrl+C), nebo zvolte jinou složku přepínačem --data.",
			"Another Dílna (process %[2]d) runs on the folder %[1]s already. Stop it first (Ctrl+C), or choose another folder with --data.", dir, last.pid)
		return nil, last, errors.Join(held, file.Close())
	}
	mine := holder{pid: os.Getpid(), version: programVersion(), console: last.console}
	if err := mine.write(file); err != nil {
		return nil, last, errors.Join(t.unwritable(err, dir), file.Close())
	}
	return file, mine, nil
}

func (h holder) write(file *os.File) error {
	if err := file.Truncate(0); err != nil {
		return err
	}
	_, err := file.WriteAt(fmt.Appendf(nil, "%d %s %s\n", h.pid, h.version, h.console), 0)
	return err
}

// serveAt notes down where the console is, for `dilna user link`.
func (f *folder) serveAt(ctx context.Context, console string) error {
	if f.shared {
		return f.store.ServeAt(ctx, console)
	}
	f.holder.console = console
	return f.holder.write(f.lock)
}

func (t *terminal) unwritable(err error, dir string) error {
	return t.fail(err, "Do složky %s nejde zapisovat. Získejte k ní právo zápisu, nebo zvolte jinou přepínačem --data.",
		"The folder %s cannot be written to. Get the right to write there, or choose another with --data.", dir)
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
