package server

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"encoding/base64"
	"fmt"
	"net/netip"
	"strings"
	"sync"
	"time"

	"golang.org/x/crypto/argon2"

	"dilna/models"
)

// How dear a password is to try: one pass over 46 MiB takes about a tenth of a
// second. Two at once are as many as a small machine can afford
// (docs/reliability.md, TM-18).
const (
	argonPasses  = 1
	argonMemory  = 46 << 10 // KiB
	argonThreads = 1
	argonSize    = 32 // bytes
	argonAtOnce  = 2
)

// hashWait is how long a sign-in waits for its turn.
const hashWait = 10 * time.Second

// passwords hashes passwords and guards them against guessing.
type passwords struct {
	turns   chan struct{}
	nobody  string // the hash of a password nobody has
	mu      sync.Mutex
	clients *allowances
	logins  *allowances
}

func newPasswords(now clock) *passwords {
	return &passwords{
		turns:   make(chan struct{}, argonAtOnce),
		nobody:  encodeHash(newSalt(), make([]byte, argonSize)),
		clients: newAllowances(now, allowance{every: 6 * time.Second, burst: 20}),
		logins:  newAllowances(now, allowance{every: 20 * time.Second, burst: 10}),
	}
}

// guard runs try, which checks a password, when its turn has come and if
// neither the client nor the login has failed too often (`slow-down`). Only
// `sign-in-failed` counts as a failure.
func (p *passwords) guard(ctx context.Context, client netip.Addr, login string, try func() error) error {
	if err := p.take(ctx); err != nil {
		return err
	}
	defer p.give()
	if err := p.mustHaveLeft(client, login); err != nil {
		return err
	}
	err := try()
	if models.CodeOf(err) == models.CodeSignInFailed {
		p.failed(client, login)
	}
	return err
}

func (p *passwords) mustHaveLeft(client netip.Addr, login string) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	return mustHaveLeft(p.clients.of(network(client)), p.logins.of(fold(login)))
}

func (p *passwords) failed(client netip.Addr, login string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.clients.of(network(client)).spend()
	p.logins.of(fold(login)).spend()
}

// fold makes one of all ways to write a login.
func fold(login string) string { return strings.ToLower(strings.TrimSpace(login)) }

// take waits for a turn to hash; `busy` if it does not come.
func (p *passwords) take(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, hashWait)
	defer cancel()
	select {
	case p.turns <- struct{}{}:
		return nil
	case <-ctx.Done():
		return models.Fail(models.KindUnavailable, models.CodeBusy).Because(context.Cause(ctx))
	}
}

func (p *passwords) give() { <-p.turns }

// hash makes what the store keeps of a password.
func (p *passwords) hash(ctx context.Context, password string) (string, error) {
	if err := p.take(ctx); err != nil {
		return "", err
	}
	defer p.give()
	salt := newSalt()
	return encodeHash(salt, argon(password, salt)), nil
}

// match says whether the password is the one hash was made of. An empty hash,
// of an account that does not exist, takes as long and never matches.
func (p *passwords) match(hash, password string) bool {
	if hash == "" {
		hash = p.nobody
	}
	salt, sum, err := decodeHash(hash)
	if err != nil {
		return false
	}
	return subtle.ConstantTimeCompare(argon(password, salt), sum) == 1
}

func argon(password string, salt []byte) []byte {
	return argon2.IDKey([]byte(password), salt, argonPasses, argonMemory, argonThreads, argonSize)
}

func newSalt() []byte {
	salt := make([]byte, 16)
	_, _ = rand.Read(salt) // never fails since Go 1.24
	return salt
}

const hashFormat = "$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s"

func encodeHash(salt, sum []byte) string {
	b64 := base64.RawStdEncoding
	return fmt.Sprintf(hashFormat, argon2.Version, argonMemory, argonPasses, argonThreads,
		b64.EncodeToString(salt), b64.EncodeToString(sum))
}

// decodeHash reads a hash made with today's parameters.
func decodeHash(hash string) (salt, sum []byte, err error) {
	parts := strings.Split(hash, "$")
	if len(parts) != 6 || encodeHash(nil, nil) != strings.Join(parts[:4], "$")+"$$" {
		return nil, nil, fmt.Errorf("not a password hash of ours")
	}
	b64 := base64.RawStdEncoding
	if salt, err = b64.DecodeString(parts[4]); err != nil {
		return nil, nil, err
	}
	sum, err = b64.DecodeString(parts[5])
	return salt, sum, err
}
