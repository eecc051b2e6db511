package main

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"time"

	"dilna/models"
	"dilna/models/store"
)

// How long one-time links work, unless they are used.
const (
	firstAccountTime = 24 * time.Hour
	signInTime       = time.Hour
)

// newLink stores a fresh one-time link and returns its secret, which is stored
// nowhere.
func newLink(ctx context.Context, s *store.Store, purpose models.LinkPurpose, account models.AccountID, valid time.Duration) (string, error) {
	random := make([]byte, 32)
	_, _ = rand.Read(random) // never fails since Go 1.24
	secret := base64.RawURLEncoding.EncodeToString(random)
	hash := sha256.Sum256([]byte(secret))
	return secret, s.AddLink(ctx, models.Link{
		Hash: hex.EncodeToString(hash[:]), Purpose: purpose, AccountID: account,
		Expires: time.Now().Add(valid).UnixMilli(),
	})
}
