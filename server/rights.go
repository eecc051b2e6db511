package server

import (
	"context"
	"time"

	"dilna/models"
	"dilna/server/live"
)

// rightStore is what looking after open streams needs of the store.
type rightStore interface {
	// WrittenElsewhere is a number that changes when another program has
	// written, and stays when only we have.
	WrittenElsewhere(ctx context.Context) (int64, error)
}

// KeepRights ends, at each look, the streams of accounts whose right another
// program has taken away: `dilna user` on the same data folder. What is taken
// away through the API ends there, at once (docs/reliability.md, INV-19). It
// returns when ctx ends.
func (s *Server) KeepRights(ctx context.Context, looks <-chan time.Time) {
	known, err := s.store.WrittenElsewhere(ctx)
	for again := false; ; {
		if err != nil && ctx.Err() == nil {
			s.log.ErrorContext(ctx, "it is not known who may still follow", "err", err)
		}
		select {
		case <-looks:
		case <-ctx.Done():
			return
		}
		var now int64
		if now, err = s.store.WrittenElsewhere(ctx); err != nil {
			continue
		}
		// Once more at the next look: a stream may have begun during this one.
		changed := now != known
		if changed || again {
			err = s.endForbidden(ctx)
		}
		if err == nil {
			known, again = now, changed
		}
	}
}

// endForbidden ends the streams of accounts that could not begin them now.
func (s *Server) endForbidden(ctx context.Context) error {
	for _, f := range s.hub.Followers(models.Facilitators) {
		switch err := s.mayFollow(ctx, f); {
		case isRefusal(err):
			s.hub.Revoke(f.Holder)
		case err != nil:
			return err
		}
	}
	return nil
}

func (s *Server) mayFollow(ctx context.Context, f live.Follower) error {
	account, err := s.store.AccountByToken(ctx, f.Holder)
	if err != nil {
		return err
	}
	_, err = s.store.RoleOf(ctx, account, f.Workshop)
	return err
}
