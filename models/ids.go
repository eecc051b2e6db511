package models

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/base32"
	"encoding/base64"
	"encoding/hex"
	"regexp"
	"strings"

	"dilna/models/voting"
)

// An id is 128 random bits in lower-case base32: 26 letters and digits that
// tell nothing about time or order. Clients make the ids of what they add, so
// that sending the same thing again is harmless (docs/design.md, section 5).
type (
	WorkshopID string
	StepID     string
	TopicID    string
	EntryID    = voting.EntryID
	RoundID    string
	BallotID   string // of a ballot on paper
	SeatID     string
	AccountID  string
	LinkID     string
	DivisionID string
	PartID     string // of a part of a division

	LateInputID string
)

// Revision numbers the changes of one workshop: dense, from 1, in commit order.
type Revision int64

const idLength = 26

var idEncoding = base32.NewEncoding("abcdefghijklmnopqrstuvwxyz234567").WithPadding(base32.NoPadding)

var idPattern = regexp.MustCompile(`^[a-z2-7]{26}$`)

// NewID returns a fresh random id.
func NewID[ID ~string]() ID {
	var b [16]byte
	_, _ = rand.Read(b[:]) // never fails since Go 1.24
	return ID(idEncoding.EncodeToString(b[:]))
}

// CheckID refuses an id that NewID could not have made. The code is `invalid`,
// field names the member of the request.
func CheckID[ID ~string](field string, id ID) error {
	if len(id) != idLength || !idPattern.MatchString(string(id)) {
		return Fail(KindInvalid, CodeInvalid).At(field, ReasonID)
	}
	return nil
}

// NewSecret returns a fresh secret of 256 bits, for a cookie or a link.
func NewSecret() string {
	var b [32]byte
	_, _ = rand.Read(b[:]) // never fails since Go 1.24
	return base64.RawURLEncoding.EncodeToString(b[:])
}

// HashSecret is what the store knows of a secret: a stolen database opens
// nothing.
func HashSecret(secret string) string {
	sum := sha256.Sum256([]byte(secret))
	return hex.EncodeToString(sum[:])
}

// Code is what people type to join: six symbols of an alphabet of 28 without
// look-alikes (0 O 1 I L) and without vowels, so that it spells no word
// (docs/reliability.md, TM-02).
type Code string

const codeAlphabet = "23456789BCDFGHJKMNPQRSTVWXYZ"

// CodeLength is the number of symbols of a Code.
const CodeLength = 6

// NewCode returns a fresh random code, each symbol equally likely.
func NewCode() Code { return Code(symbols(CodeLength)) }

// ParseCode reads a code as people type it: small letters, spaces and hyphens
// are forgiven. What cannot be a code is `code-unknown`, the same answer as a
// code nobody has.
func ParseCode(typed string) (Code, error) {
	code := tidySymbols(typed)
	if len(code) != CodeLength || strings.Trim(code, codeAlphabet) != "" {
		return "", Fail(KindNotFound, CodeCodeUnknown).At("code", ReasonCode)
	}
	return Code(code), nil
}
