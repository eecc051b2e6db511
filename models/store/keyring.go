package store

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
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

// keyring holds the secrets of open rounds in files beside the database, never
// in it: a copy of the database alone cannot tell who votes for what, and once
// a round is closed and its key destroyed nobody can (docs/design.md, section 7).
type keyring struct {
	dir  string
	mu   sync.Mutex
	keys map[models.RoundID][]byte
}

func openKeyring(dir string) (*keyring, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, fmt.Errorf("keys of open rounds: %w", err)
	}
	return &keyring{dir: dir, keys: map[models.RoundID][]byte{}}, nil
}

// pseudonym is what a seat is called in a round. Code `round-interrupted` where
// the round's key is gone: the database is a backup made while it was open.
func (k *keyring) pseudonym(round models.RoundID, seat models.SeatID) (string, error) {
	key, err := k.key(round)
	if err != nil {
		return "", err
	}
	mac := hmac.New(sha256.New, key)
	mac.Write([]byte(seat))
	return hex.EncodeToString(mac.Sum(nil)[:16]), nil
}

func (k *keyring) key(round models.RoundID) ([]byte, error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if key, ok := k.keys[round]; ok {
		return key, nil
	}
	key, err := os.ReadFile(k.path(round))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, models.Fail(models.KindClosed, models.CodeRoundInterrupted).Because(err)
	}
	if err != nil {
		return nil, fmt.Errorf("key of an open round: %w", err)
	}
	k.keys[round] = key
	return key, nil
}

// make writes a fresh key to disk before the round opens. An older one of a
// round whose opening was never committed is replaced.
func (k *keyring) make(round models.RoundID) error {
	key := make([]byte, 32)
	_, _ = rand.Read(key)
	k.mu.Lock()
	defer k.mu.Unlock()
	file, err := os.OpenFile(k.path(round), os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return fmt.Errorf("key of a round: %w", err)
	}
	_, err = file.Write(key)
	if err := errors.Join(err, file.Sync(), file.Close()); err != nil {
		return fmt.Errorf("key of a round: %w", err)
	}
	k.keys[round] = key
	return nil
}

func (k *keyring) destroy(round models.RoundID) error {
	k.mu.Lock()
	defer k.mu.Unlock()
	delete(k.keys, round)
	err := os.Remove(k.path(round))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

func (k *keyring) path(round models.RoundID) string {
	return filepath.Join(k.dir, filepath.Base(string(round))+".key")
}

// forgetOldKeys destroys keys of rounds that are not open: the program was
// killed between closing a round and destroying its key.
func (s *Store) forgetOldKeys() error {
	files, err := os.ReadDir(s.keys.dir) // no pattern: the folder may be called anything
	if err != nil {
		return err
	}
	for _, file := range files {
		round := models.RoundID(strings.TrimSuffix(file.Name(), ".key"))
		var open int64
		err := s.readers.Model(&models.Round{}).Where("id = ? AND state = ?", round, models.RoundOpen).Count(&open).Error
		if err != nil && !errors.Is(err, gorm.ErrRecordNotFound) {
			return err
		}
		if open == 0 {
			if err := s.keys.destroy(round); err != nil {
				return err
			}
		}
	}
	return nil
}
