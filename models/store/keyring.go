package store

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"

	"gorm.io/gorm"

	"dilna/models"
)

// keyring holds the secrets of open rounds where a copy of the database does not
// have them: such a copy alone cannot tell who votes for what, and once a round
// is closed and its key destroyed nobody can (docs/design.md, section 7).
type keyring interface {
	// key is that of an open round. Code `round-interrupted` where it is gone:
	// the database is a backup made while the round was open.
	key(db *gorm.DB, round models.Round) ([]byte, error)
	// make keeps a fresh key before the round opens. An older one of a round
	// whose opening was never committed is replaced.
	make(t *tx, round models.Round) error
	// destroy has the key go with what t commits.
	destroy(t *tx, round models.Round) error
}

func freshKey() []byte {
	key := make([]byte, 32)
	_, _ = rand.Read(key) // never fails
	return key
}

// pseudonym is what a seat is called in a round. Code `round-interrupted`.
func (s *Store) pseudonym(db *gorm.DB, round models.Round, seat models.SeatID) (string, error) {
	key, err := s.keys.key(db, round)
	if err != nil {
		return "", err
	}
	mac := hmac.New(sha256.New, key)
	mac.Write([]byte(seat))
	return hex.EncodeToString(mac.Sum(nil)[:16]), nil
}
