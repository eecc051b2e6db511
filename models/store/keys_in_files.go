package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"gorm.io/gorm"

	"dilna/models"
)

// keyFiles are keys in a folder beside the database of one program.
type keyFiles struct {
	dir  string
	mu   sync.Mutex
	keys map[string][]byte // by the name of the file
}

func openKeyFiles(dir string) (*keyFiles, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, fmt.Errorf("keys of open rounds: %w", err)
	}
	return &keyFiles{dir: dir, keys: map[string][]byte{}}, nil
}

func (k *keyFiles) key(_ *gorm.DB, round models.Round) ([]byte, error) {
	name := keyFile(round)
	k.mu.Lock()
	defer k.mu.Unlock()
	if key, ok := k.keys[name]; ok {
		return key, nil
	}
	key, err := os.ReadFile(filepath.Join(k.dir, name))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, models.Fail(models.KindClosed, models.CodeRoundInterrupted).Because(err)
	}
	if err != nil {
		return nil, fmt.Errorf("key of an open round: %w", err)
	}
	k.keys[name] = key
	return key, nil
}

// make has the key on disk before the round opens.
func (k *keyFiles) make(_ *tx, round models.Round) error {
	key, name := freshKey(), keyFile(round)
	k.mu.Lock()
	defer k.mu.Unlock()
	file, err := os.OpenFile(filepath.Join(k.dir, name), os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return fmt.Errorf("key of a round: %w", err)
	}
	_, err = file.Write(key)
	if err := errors.Join(err, file.Sync(), file.Close()); err != nil {
		return fmt.Errorf("key of a round: %w", err)
	}
	k.keys[name] = key
	return nil
}

// destroy waits for the commit: until then the round may stay open.
func (k *keyFiles) destroy(t *tx, round models.Round) error {
	t.after = append(t.after, func() error { return k.remove(keyFile(round)) })
	return nil
}

func (k *keyFiles) remove(name string) error {
	k.mu.Lock()
	defer k.mu.Unlock()
	delete(k.keys, name)
	err := os.Remove(filepath.Join(k.dir, name))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// keyFile names a round by its workshop, too: another may have one of the same id.
func keyFile(round models.Round) string {
	return filepath.Base(string(round.WorkshopID)) + "." + filepath.Base(string(round.ID)) + ".key"
}

// forgetOld destroys keys of rounds that are not open: the program was killed
// between closing a round and destroying its key. Those of open rounds that
// carry no workshop in their name, as they once did, get it.
func (k *keyFiles) forgetOld(db *gorm.DB) error {
	var open []models.Round
	if err := db.Where("state = ?", models.RoundOpen).Find(&open).Error; err != nil {
		return err
	}
	wanted, renamed := map[string]bool{}, map[string]string{}
	for _, round := range open {
		wanted[keyFile(round)] = true
		renamed[filepath.Base(string(round.ID))+".key"] = keyFile(round)
	}
	files, err := os.ReadDir(k.dir) // no pattern: the folder may be called anything
	for _, file := range files {
		name := file.Name()
		switch {
		case wanted[name] || !strings.HasSuffix(name, ".key"):
		case renamed[name] != "":
			err = errors.Join(err, os.Rename(filepath.Join(k.dir, name), filepath.Join(k.dir, renamed[name])))
		default:
			err = errors.Join(err, k.remove(name))
		}
	}
	return err
}
