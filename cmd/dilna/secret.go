package main

import (
	"context"
	"time"

	"dilna/models"
	"dilna/models/store"
)

// newLink stores a fresh one-time link and returns its secret, which is stored
// nowhere.
func newLink(ctx context.Context, s *store.Store, link models.Link) (string, error) {
	secret := models.NewSecret()
	link.Hash = models.HashSecret(secret)
	link.Expires = time.Now().Add(link.Purpose.Lasts()).UnixMilli()
	return secret, s.AddLink(ctx, link)
}
