package store

import (
	"context"
	crypto "crypto/rand"
	"encoding/binary"
	"math/rand/v2"
	"slices"

	"dilna/models"
)

// DrawLot has a lot decide in which order those stand that share a place of a
// closed round, revealed or not. It is drawn once and stays: it is never drawn
// again, and cannot be taken back. Others are told when they are told the places.
// Facilitators only. Codes: those of NewDraw.Check and Round.MayDraw, `data-damaged`.
func (s *Store) DrawLot(ctx context.Context, by models.Actor, key models.Key, id models.RoundID, in models.NewDraw) (models.RoundView, error) {
	if err := firstOf(by.MustFacilitate(), in.Check()); err != nil {
		return models.RoundView{}, err
	}
	return command(ctx, s, by, key, "draw lot "+string(id), in, func(t *tx) (models.RoundView, error) {
		round, err := find[models.Round](t, by.Workshop, id)
		if err != nil {
			return models.RoundView{}, err
		}
		if err := mustCount(t.db, round); err != nil {
			return models.RoundView{}, err
		}
		totals, err := t.totalsOf(round)
		if err := firstOf(err, round.MayDraw(in, round.Standing(totals))); err != nil {
			return models.RoundView{}, err
		}
		round.Draws = append(round.Draws, models.Draw{Place: in.Place, Order: drawn(in.Among), At: s.now().UnixMilli()})
		if err := t.save(&round); err != nil {
			return models.RoundView{}, err
		}
		return t.roundView(by, round)
	})
}

// drawn are the entries in an order that nobody can know from before; the one they
// came in is no part of it.
func drawn(among []models.EntryID) []models.EntryID {
	order := slices.Sorted(slices.Values(among))
	rand.New(dice{}).Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] }) //nolint:gosec // the dice are crypto/rand
	return order
}

// dice are crypto/rand, for which math/rand knows how to shuffle without favour.
type dice struct{}

func (dice) Uint64() uint64 {
	var face [8]byte
	_, _ = crypto.Read(face[:]) // never fails
	return binary.NativeEndian.Uint64(face[:])
}
