package store

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/sha256"
	"errors"
	"fmt"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"dilna/models"
)

// LeastSecret is how long, in bytes, the secret has to be that seals the keys of
// open rounds in a database that several instances share.
const LeastSecret = 32

// ErrSecret: the secret is too short, or not the one that the keys are sealed with.
var ErrSecret = errors.New("not the secret that the keys of open rounds are sealed with")

// keyRows are keys in the database that several instances share, sealed with a
// secret that the instances have and the database does not. They are read each
// time: another instance may have closed the round and opened it anew.
type keyRows struct{ seal cipher.AEAD }

// keyRow is the sealed key of an open round.
type keyRow struct {
	WorkshopID models.WorkshopID `gorm:"primaryKey"`
	RoundID    models.RoundID    `gorm:"primaryKey"`
	Sealed     []byte
}

func (keyRow) TableName() string { return "round_keys" }

func openKeyRows(secret []byte) (*keyRows, error) {
	if len(secret) < LeastSecret {
		return nil, fmt.Errorf("%w: it needs %d bytes", ErrSecret, LeastSecret)
	}
	sum := sha256.Sum256(secret)
	block, err := aes.NewCipher(sum[:])
	if err != nil {
		return nil, err
	}
	seal, err := cipher.NewGCMWithRandomNonce(block)
	return &keyRows{seal}, err
}

// sealedWith is a word that the first instance sealed, for others to find out
// whether they were given the same secret.
type sealedWith struct {
	Word   string `gorm:"primaryKey"`
	Sealed []byte
}

func (sealedWith) TableName() string { return "sealed_with" }

// mustFit refuses another secret than the one that is in use: ErrSecret.
func (k *keyRows) mustFit(db *gorm.DB) error {
	word := sealedWith{Word: "dilna"}
	word.Sealed = k.seal.Seal(nil, nil, []byte(word.Word), nil) //nolint:gosec // the seal makes a nonce of its own each time
	err := db.Clauses(clause.OnConflict{DoNothing: true}).Create(&word).Error
	if err == nil {
		err = db.Take(&word).Error
	}
	if err != nil {
		return err
	}
	if _, err := k.seal.Open(nil, nil, word.Sealed, nil); err != nil {
		return ErrSecret
	}
	return nil
}

func (k *keyRows) key(db *gorm.DB, round models.Round) ([]byte, error) {
	var row keyRow
	err := db.Where("workshop_id = ? AND round_id = ?", round.WorkshopID, round.ID).Take(&row).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return nil, models.Fail(models.KindClosed, models.CodeRoundInterrupted).Because(err)
	}
	if err != nil {
		return nil, err
	}
	key, err := k.seal.Open(nil, nil, row.Sealed, row.names())
	if err != nil {
		return nil, damaged() // the secret is the right one: it was tried at the start
	}
	return key, nil
}

func (k *keyRows) make(t *tx, round models.Round) error {
	row := keyRow{WorkshopID: round.WorkshopID, RoundID: round.ID}
	row.Sealed = k.seal.Seal(nil, nil, freshKey(), row.names()) //nolint:gosec // the seal makes a nonce of its own each time
	return t.db.Clauses(clause.OnConflict{UpdateAll: true}).Create(&row).Error
}

func (k *keyRows) destroy(t *tx, round models.Round) error {
	return t.db.Delete(&keyRow{WorkshopID: round.WorkshopID, RoundID: round.ID}).Error
}

// noKeys are those of a program that was given no secret.
type noKeys struct{}

func (noKeys) key(*gorm.DB, models.Round) ([]byte, error) { return nil, ErrSecret }
func (noKeys) make(*tx, models.Round) error               { return ErrSecret }
func (noKeys) destroy(*tx, models.Round) error            { return ErrSecret }

// names tie a sealed key to its round.
func (r keyRow) names() []byte { return []byte(string(r.WorkshopID) + "." + string(r.RoundID)) }
