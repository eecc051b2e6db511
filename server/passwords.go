package server

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"encoding/base64"
	"errors"
	"fmt"
	"net/netip"
	"strings"
	"time"

	"golang.org/x/crypto/argon2"

	"dilna/models"
)

// hashed says how a password is hashed, and how dear it is to try one.
type hashed struct {
	memory  uint32 // KiB
	passes  uint32
	threads uint8
}

// today is how passwords are hashed now: one pass over 46 MiB takes about a
// tenth of a second. Two at once are as many as a small machine can afford
// (docs/reliability.md, TM-18).
var today = hashed{memory: 46 << 10, passes: 1, threads: 1}

const (
	argonSize   = 32 // bytes
	argonAtOnce = 2
)

// Bounds of what a hash may ask for: a database from elsewhere must not exhaust
// the machine.
const (
	maxMemory = 256 << 10 // KiB
	maxPasses = 20
)

// hashWait is how long a sign-in waits for its turn.
const hashWait = 10 * time.Second

// passwords hashes passwords and guards them against guessing.
type passwords struct {
	how    hashed // is hashed anew
	turns  chan struct{}
	nobody string // the hash of a password nobody has
	guard  *guard

	// Browsers that are known wait for no failures but those of other known ones.
	known      *guard
	knownTurns chan struct{}
}

func newPasswords(now clock, how hashed) *passwords {
	return &passwords{
		how:    how,
		turns:  make(chan struct{}, argonAtOnce),
		nobody: encodeHash(how, newSalt(), make([]byte, argonSize)),
		guard:  newPasswordGuard(now),
		known:  newPasswordGuard(now), knownTurns: make(chan struct{}, 1),
	}
}

// try runs check, which checks a password of the login, past the guard and when
// its turn to hash has come. Only `sign-in-failed` counts as a failure. Whoever
// signs in where she has before stands in no queue of strangers.
func (p *passwords) try(ctx context.Context, client netip.Addr, login string, known bool, check func() error) error {
	guard, turns := p.guard, p.turns
	if known {
		guard, turns = p.known, p.knownTurns
	}
	return guard.try(ctx, client, fold(login), func() error {
		if err := take(ctx, turns); err != nil {
			return err
		}
		defer give(turns)
		return check()
	})
}

// fold makes one of all ways to write a login.
func fold(login string) string { return strings.ToLower(strings.TrimSpace(login)) }

// take waits for a turn to hash; `busy` if it does not come.
func take(ctx context.Context, turns chan<- struct{}) error {
	ctx, cancel := context.WithTimeout(ctx, hashWait)
	defer cancel()
	select {
	case turns <- struct{}{}:
		return nil
	case <-ctx.Done():
		return models.Fail(models.KindUnavailable, models.CodeBusy).Because(context.Cause(ctx))
	}
}

func give(turns <-chan struct{}) { <-turns }

// hash makes what the store keeps of a password.
func (p *passwords) hash(ctx context.Context, password string) (string, error) {
	if err := take(ctx, p.turns); err != nil {
		return "", err
	}
	defer give(p.turns)
	return p.fresh(password), nil
}

// fresh is the hash of a password as hashes are made now.
func (p *passwords) fresh(password string) string {
	salt := newSalt()
	return encodeHash(p.how, salt, p.how.of(password, salt, argonSize))
}

// match says whether the password is the one hash was made of. An empty hash,
// of an account that does not exist, takes as long and never matches. renewed is
// the hash as it would be made now, where hash was made otherwise.
func (p *passwords) match(hash, password string) (ok bool, renewed string) {
	if hash == "" {
		hash = p.nobody
	}
	how, salt, sum, err := decodeHash(hash)
	if err != nil {
		return false, ""
	}
	for _, typed := range spellings(password) {
		if subtle.ConstantTimeCompare(how.of(typed, salt, len(sum)), sum) == 1 {
			ok = true
			break
		}
	}
	if ok && (how != p.how || len(sum) != argonSize) {
		renewed = p.fresh(models.Opaque(password))
	}
	return ok, renewed
}

// spellings are the forms in which a password may have been hashed: as Unicode
// has it in one way (models.Opaque), and as it was typed, which older versions
// hashed.
func spellings(password string) []string {
	opaque := models.Opaque(password)
	if opaque == password {
		return []string{password}
	}
	return []string{opaque, password}
}

func (h hashed) of(password string, salt []byte, size int) []byte {
	return argon2.IDKey([]byte(password), salt, h.passes, h.memory, h.threads, uint32(size)) //nolint:gosec // decodeHash bounds it
}

func newSalt() []byte {
	salt := make([]byte, 16)
	_, _ = rand.Read(salt) // never fails since Go 1.24
	return salt
}

const hashFormat = "$argon2id$v=%d$m=%d,t=%d,p=%d$"

func encodeHash(h hashed, salt, sum []byte) string {
	b64 := base64.RawStdEncoding
	return fmt.Sprintf(hashFormat, argon2.Version, h.memory, h.passes, h.threads) + b64.EncodeToString(salt) + "$" + b64.EncodeToString(sum)
}

var errNoHash = errors.New("not a password hash of ours")

// decodeHash reads a hash with the parameters it says.
func decodeHash(hash string) (h hashed, salt, sum []byte, err error) {
	parts := strings.Split(hash, "$")
	if len(parts) != 6 {
		return h, nil, nil, errNoHash
	}
	var version int
	if _, err := fmt.Sscanf(strings.Join(parts[:4], "$")+"$", hashFormat, &version, &h.memory, &h.passes, &h.threads); err != nil {
		return h, nil, nil, err
	}
	if version != argon2.Version || h.memory > maxMemory || h.passes < 1 || h.passes > maxPasses || h.threads < 1 {
		return h, nil, nil, errNoHash
	}
	b64 := base64.RawStdEncoding
	salt, err = b64.DecodeString(parts[4])
	if err != nil {
		return h, nil, nil, err
	}
	sum, err = b64.DecodeString(parts[5])
	if err == nil && (len(sum) < 16 || len(sum) > 64) {
		err = errNoHash
	}
	return h, salt, sum, err
}
