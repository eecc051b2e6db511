package rehearsal

import (
	"context"
	"slices"

	"dilna/models"
	"dilna/models/voting"
)

// makeReceipts makes one for each ballot, or takes those of the file, so that the
// record comes out as it was played.
func (r *plannedRound) makeReceipts() {
	r.receipts = slices.Clone(r.file.Receipts)
	for len(r.receipts) < len(r.ballots) {
		r.receipts = append(r.receipts, models.NewReceipt())
	}
}

// checkReceipts has each phone look for its ballot in the list of a closed round.
func (s *stage) checkReceipts(ctx context.Context, r *plannedRound, voters []int) error {
	if r.voted() < models.MinBallots {
		return nil
	}
	var list models.BallotList
	if err := s.phones[voters[0]].device.fetch(ctx, s.workshop+"/rounds/"+string(r.id)+"/ballots", &list); err != nil {
		return err
	}
	listed := map[models.Receipt]voting.Ballot{}
	for _, b := range list.Ballots {
		listed[b.Receipt] = b.Votes
	}
	if len(listed) != r.voted() {
		s.findings.add(findingDoubled, s.options.Say.Say("%s: seznam má %d lístků, odevzdáno bylo %d",
			"%s: the list has %d ballots, cast were %d", r.path, len(listed), r.voted()))
	}
	for n, voter := range voters {
		p := s.phones[voter]
		cast := r.ballots[n].votes().Sorted()
		if found, there := listed[r.receipts[n]]; len(cast) > 0 && (!there || !slices.EqualFunc(found, cast, voting.Vote.Equal)) {
			s.findings.add(findingLost, s.options.Say.Say("%s: lístek v seznamu říká %v, odevzdáno bylo %v",
				"%s: the ballot in the list says %v, cast was %v", p.screen.name, found, cast))
		}
	}
	return nil
}
