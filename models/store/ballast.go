package store

import (
	"errors"
	"io/fs"
	"log/slog"
	"math/rand/v2"
	"os"
	"path/filepath"
	"time"
)

// ballastTry is between two attempts to take ballast on board again.
const ballastTry = time.Second

// ballast is room that is kept for a full disk: a file that is given up when
// nothing else can be written, because SQLite needs room to delete, too
// (docs/reliability.md, 0.9 and FM-05). While it is gone only what ends and
// removes is written, so that others do not take the room it left. Only the
// writer uses it.
type ballast struct {
	path  string
	size  int64 // bytes; 0: none is kept
	log   *slog.Logger
	gone  bool
	tried time.Time
}

func newBallast(dir string, opts Options) *ballast {
	return &ballast{path: filepath.Join(dir, "ballast"), size: opts.Ballast, log: opts.Log}
}

// load takes the ballast on board at the start.
func (b *ballast) load() {
	if b.size == 0 {
		return
	}
	if info, err := os.Stat(b.path); err == nil && info.Size() == b.size {
		return
	}
	if err := b.make(); err != nil {
		b.gone, b.tried = true, time.Now()
		b.log.Warn("the disk is as good as full: what ends and removes works, all else is refused", "err", err)
	}
}

// inPlace says whether anything may be written. Where the ballast is gone, it is
// tried to take it on board again.
func (b *ballast) inPlace() bool {
	if !b.gone {
		return true
	}
	if time.Since(b.tried) < ballastTry {
		return false
	}
	if b.tried = time.Now(); b.make() != nil {
		return false
	}
	b.gone = false
	b.log.Warn("there is room on the disk again")
	return true
}

// release gives the ballast up; false: there is none any more.
func (b *ballast) release() bool {
	if b.size == 0 || b.gone {
		return false
	}
	b.gone, b.tried = true, time.Now()
	err := os.Remove(b.path)
	b.log.Warn("the disk is full: what ends and removes works, all else is refused", "err", err)
	return err == nil
}

// make writes the file twice as long as it stays: where there is not that much
// room, the next write would have to give it up again. It is noise, so that a
// disk that compresses keeps the room, too.
func (b *ballast) make() error {
	file, err := os.OpenFile(b.path, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	noise := rand.NewChaCha8([32]byte{})
	chunk := make([]byte, 64<<10)
	for written := int64(0); err == nil && written < 2*b.size; written += int64(len(chunk)) {
		_, _ = noise.Read(chunk)
		_, err = file.Write(chunk)
	}
	if err == nil {
		err = file.Sync()
	}
	if err == nil {
		err = file.Truncate(b.size)
	}
	if err = errors.Join(err, file.Close()); err != nil {
		return errors.Join(err, b.drop())
	}
	return nil
}

func (b *ballast) drop() error {
	err := os.Remove(b.path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}
