package main

import (
	"context"
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
	secret := models.NewSecret()
	return secret, s.AddLink(ctx, models.Link{
		Hash: models.HashSecret(secret), Purpose: purpose, AccountID: account,
		Expires: time.Now().Add(valid).UnixMilli(),
	})
}
