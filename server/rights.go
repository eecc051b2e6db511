package server

import (
	"context"
	"slices"
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
// program has taken away: `dilna user`, or another instance. What is taken away
// through the API ends there, at once, and other instances are told
// (docs/reliability.md, INV-19); where they may not have heard it, they look at
// everybody's right, seats included. It returns when ctx ends.
func (s *Server) KeepRights(ctx context.Context, looks <-chan time.Time) {
	known, err := s.store.WrittenElsewhere(ctx)
	for again, doubtful := false, false; ; {
		if err != nil && ctx.Err() == nil {
			s.log.ErrorContext(ctx, "it is not known who may still follow", "err", err)
		}
		select {
		case <-looks:
		case <-s.hub.Doubts():
			doubtful = true
		case <-ctx.Done():
			return
		}
		if doubtful {
			if err = s.endForbidden(ctx, models.Audiences...); err != nil {
				continue
			}
			doubtful = false
		}
		var now int64
		if now, err = s.store.WrittenElsewhere(ctx); err != nil {
			continue
		}
		// Once more at the next look: a stream may have begun during this one.
		changed := now != known
		if changed || again {
			err = s.endForbidden(ctx, models.Facilitators)
		}
		if err == nil {
			known, again = now, changed
		}
	}
}

// endForbidden ends the streams of those who could not begin them now. Who has
// several windows open is looked at once.
func (s *Server) endForbidden(ctx context.Context, as ...models.Audience) error {
	looked := map[live.Follower]bool{}
	for _, f := range s.hub.Followers() {
		if !slices.Contains(as, f.Audience) || looked[f] {
			continue
		}
		looked[f] = true
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
	if f.Audience != models.Facilitators {
		_, err := s.store.SeatByToken(ctx, f.Workshop, f.Token)
		return err
	}
	account, err := s.store.AccountByToken(ctx, f.Token)
	if err != nil {
		return err
	}
	_, err = s.store.RoleOf(ctx, account, f.Workshop)
	return err
}
