package store

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"slices"

	"gorm.io/gorm"

	"dilna/models"
	"dilna/models/voting"
)

// openBallot is a ballot of an open round, whole in one row: so it is judged
// whole, under the lock of its workshop. Voter is a keyed pseudonym of the seat,
// or the id of a ballot on paper.
type openBallot struct {
	voter  string
	paper  int // its number on paper; 0: of a phone
	votes  []openVote
	seq    int64 // of the newest whole ballot
	stored bool

	receipt models.Receipt
}

// openVote is a vote of an open ballot. Seq is that of its own change where it
// came alone (PlaceDots); then a value of 0 says only that it was taken back.
type openVote struct {
	voting.Vote
	Seq int64 `json:"seq,omitempty"`
}

// ballot is what the open ballot says.
func (b openBallot) ballot() voting.Ballot {
	said := make(voting.Ballot, 0, len(b.votes))
	for _, vote := range b.votes {
		if vote.Value != 0 || vote.Seq == 0 {
			said = append(said, vote.Vote)
		}
	}
	return said
}

// newest is the seq of the newest change that counted.
func (b openBallot) newest() int64 {
	newest := b.seq
	for _, vote := range b.votes {
		newest = max(newest, vote.Seq)
	}
	return newest
}

// on is what the ballot says of an entry, and the seq of the newest change of it.
func (b openBallot) on(entry models.EntryID) openVote {
	for _, vote := range b.votes {
		if vote.Entry == entry {
			vote.Seq = max(vote.Seq, b.seq)
			return vote
		}
	}
	return openVote{Vote: voting.Vote{Entry: entry}, Seq: b.seq}
}

// replace has the ballot say something else.
func (b *openBallot) replace(said voting.Ballot, seq int64) {
	b.votes, b.seq = make([]openVote, len(said)), seq
	for i, vote := range said.Sorted() {
		b.votes[i] = openVote{Vote: vote}
	}
}

// with is the ballot with one vote changed alone.
func (b openBallot) with(vote openVote) openBallot {
	b.votes = slices.DeleteFunc(slices.Clone(b.votes), func(v openVote) bool { return v.Entry == vote.Entry })
	b.votes = append(b.votes, vote)
	slices.SortFunc(b.votes, func(a, b openVote) int { return cmp.Compare(a.Entry, b.Entry) })
	return b
}

// told is the ballot as its voter is told it.
func (b openBallot) told(r models.Round) models.Ballot {
	said := b.ballot()
	m := r.Rule.Measure(said)
	told := models.Ballot{Round: r.ID, Votes: said, Seq: b.newest(), Left: m.Left(), Dots: []models.Dots{}}
	for _, vote := range b.votes {
		told.Dots = append(told.Dots, models.Dots{Idea: vote.Entry, Count: vote.Value, Seq: max(vote.Seq, b.seq)})
	}
	return told
}

// CastBallot sets the actor's whole ballot of a round. It is absolute and ordered
// by seq, so that repeating, reordering and two tabs are harmless; it leaves no
// record in the commands, which would tie the seat to its vote. Participants only.
// Codes: those of CastBallot.Check, Round.MayVote, Seat.Refusal, Step.MayTakePart,
// Round.MayTakePart and Round.Judge, `invalid` for an entry that is not voted on, `receipt-taken`.
//
// This is the path a full room takes at once: plain SQL, every statement
// served by a key.
func (s *Store) CastBallot(ctx context.Context, by models.Actor, round models.RoundID, in models.CastBallot) (models.Ballot, error) {
	var told models.Ballot
	if err := in.Check(); err != nil {
		return told, err
	}
	err := s.writer.do(ctx, by.Workshop, func(t *tx) error {
		r, among, err := t.votable(by, round, in.Votes.Entries())
		if err != nil {
			return err
		}
		if !among {
			return t.mustBeVotedOn(r, in.Votes)
		}
		b, err := s.myBallot(t.db, r, by.Seat)
		if err != nil {
			return err
		}
		if in.Seq > b.newest() {
			if err := t.judge(r, in.Votes); err != nil {
				return err
			}
			b.replace(in.Votes, in.Seq)
			if err := t.takeReceipt(r, &b, in.Receipt); err != nil {
				return err
			}
			if err := t.writeBallot(r, b); err != nil {
				return err
			}
		}
		told = b.told(r)
		return nil
	})
	return told, err
}

// PlaceDots sets how many dots of the actor lie on one idea, and leaves the rest
// of her ballot: CastBallot for phones loaded before there were rules. Seq orders
// the changes of one idea. Participants only. Codes: those of SetDots.Check,
// Round.MayVote, Seat.Refusal, Step.MayTakePart, Round.MayTakePart and Round.JudgeDots, `not-found` for an idea that is not voted on.
func (s *Store) PlaceDots(ctx context.Context, by models.Actor, round models.RoundID, idea models.EntryID, in models.SetDots) (models.DotsPlaced, error) {
	var placed models.DotsPlaced
	if err := in.Check(); err != nil {
		return placed, err
	}
	err := s.writer.do(ctx, by.Workshop, func(t *tx) error {
		r, among, err := t.votable(by, round, []models.EntryID{idea})
		if err != nil {
			return err
		}
		if !among {
			return models.Fail(models.KindNotFound, models.CodeNotFound)
		}
		b, err := s.myBallot(t.db, r, by.Seat)
		if err != nil {
			return err
		}
		if in.Seq > b.on(idea).Seq {
			changed := b.with(openVote{Vote: voting.Vote{Entry: idea, Value: in.Count}, Seq: in.Seq})
			topics, err := t.topicsOf(r)
			if err := firstOf(err, r.JudgeDots(changed.ballot(), topics, in)); err != nil {
				return err
			}
			if err := t.writeBallot(r, changed); err != nil {
				return err
			}
			b = changed
		}
		now := b.on(idea)
		placed = models.DotsPlaced{Dots: models.Dots{Idea: idea, Count: now.Value, Seq: now.Seq}, Left: b.told(r).Left}
		return nil
	})
	return placed, err
}

// votable is the round, if the actor may vote in it; among: all entries are voted on.
func (t *tx) votable(by models.Actor, round models.RoundID, entries []models.EntryID) (r models.Round, among bool, err error) {
	r = models.Round{Row: models.Row{WorkshopID: by.Workshop}, ID: round}
	var w models.Workshop
	var step models.Step
	var there int
	var in, sits bool
	var rule, ideas, parts []byte
	row := t.db.Raw(`SELECT w.state, s.state, s.part_id, r.state, r.step_id, COALESCE(r.rule, 'null'), COALESCE(r.ideas, 'null'), COALESCE(r.parts, 'null'),
			(SELECT COUNT(*) FROM entries i WHERE i.workshop_id = r.workshop_id AND i.id IN ? AND i.step_id = r.step_id AND NOT i.removed),
			EXISTS (SELECT 1 FROM seats q WHERE q.workshop_id = r.workshop_id AND q.id = ? AND NOT q.removed),
			EXISTS (SELECT 1 FROM sittings p WHERE p.workshop_id = r.workshop_id AND p.seat_id = ?)
		FROM rounds r
		JOIN steps s ON s.workshop_id = r.workshop_id AND s.id = r.step_id
		JOIN workshops w ON w.id = r.workshop_id
		WHERE r.workshop_id = ? AND r.id = ? AND NOT r.removed`, entries, by.Seat, by.Seat, by.Workshop, round).Row()
	if err := row.Scan(&w.State, &step.State, &step.PartID, &r.State, &r.StepID, &rule, &ideas, &parts, &there, &in, &sits); err != nil {
		return r, false, notFound(err)
	}
	err = firstOf(json.Unmarshal(rule, &r.Rule), json.Unmarshal(ideas, &r.Ideas), json.Unmarshal(parts, &r.Parts))
	if err := firstOf(err, r.MayVote(by, w, step), t.mustBeIn(by, in), t.mustVoteHere(by, step, r, sits)); err != nil {
		return r, false, err
	}
	among = there == len(entries) && !slices.ContainsFunc(entries, func(e models.EntryID) bool { return !r.VotesOn(e) })
	return r, among, err
}

// mustBeIn refuses who has no seat any more: it went while her ballot was on its way.
// Codes: those of Seat.Refusal.
func (t *tx) mustBeIn(by models.Actor, in bool) error {
	if in {
		return nil
	}
	seat := models.Seat{Removed: true}
	err := t.db.Where("workshop_id = ? AND id = ?", by.Workshop, by.Seat).Limit(1).Find(&seat).Error
	return firstOf(err, seat.Refusal())
}

// mustBeVotedOn refuses a ballot that names an entry the round is not about.
func (t *tx) mustBeVotedOn(r models.Round, b voting.Ballot) error {
	of, err := t.ideasOf(r)
	for i, vote := range b {
		if err == nil && !of[vote.Entry] {
			return unknown(models.VoteField(i, "entry"))
		}
	}
	return err
}

// judge says whether one person may cast the ballot. Codes: those of Round.Judge.
func (t *tx) judge(r models.Round, b voting.Ballot) error {
	topics, err := t.topicsOf(r)
	return firstOf(err, r.Judge(b, topics))
}

// topicsOf are the topics of a round's entries, where its rule asks.
func (t *tx) topicsOf(r models.Round) (voting.Topics, error) {
	if !r.Rule.AsksTopics() {
		return nil, nil
	}
	var entries []models.Entry
	err := t.db.Model(&models.Entry{}).Select("id", "topic_id").
		Where("workshop_id = ? AND step_id = ? AND NOT removed", r.WorkshopID, r.StepID).Find(&entries).Error
	topics := make(voting.Topics, len(entries))
	for _, entry := range entries {
		topics[entry.ID] = string(entry.TopicID)
	}
	return topics, err
}

// myBallot is the seat's ballot in an open round; one that said nothing so far
// is empty.
func (s *Store) myBallot(db *gorm.DB, r models.Round, seat models.SeatID) (openBallot, error) {
	voter, err := s.pseudonym(db, r, seat)
	if err != nil {
		return openBallot{}, err
	}
	return ballotOf(db, r, voter)
}

func ballotOf(db *gorm.DB, r models.Round, voter string) (openBallot, error) {
	b := openBallot{voter: voter}
	var votes []byte
	err := db.Raw("SELECT paper, votes, seq, receipt FROM ballots WHERE workshop_id = ? AND round_id = ? AND voter = ?",
		r.WorkshopID, r.ID, voter).Row().Scan(&b.paper, &votes, &b.seq, &b.receipt)
	if errors.Is(err, sql.ErrNoRows) {
		return b, nil
	}
	if err != nil {
		return b, err
	}
	b.stored = true
	return b, json.Unmarshal(votes, &b.votes)
}

// ballotsIn are the ballots of an open round in the order of their voters, or of
// their numbers.
func ballotsIn(db *gorm.DB, r models.Round, order string) ([]openBallot, error) {
	rows, err := db.Raw("SELECT voter, paper, votes, seq, receipt FROM ballots WHERE workshop_id = ? AND round_id = ? ORDER BY "+order,
		r.WorkshopID, r.ID).Rows()
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var ballots []openBallot
	for rows.Next() {
		b := openBallot{stored: true}
		var votes []byte
		if err := rows.Scan(&b.voter, &b.paper, &votes, &b.seq, &b.receipt); err != nil {
			return nil, err
		}
		if err := json.Unmarshal(votes, &b.votes); err != nil {
			return nil, err
		}
		ballots = append(ballots, b)
	}
	return ballots, rows.Err()
}

func (t *tx) writeBallot(r models.Round, b openBallot) error {
	votes, err := json.Marshal(b.votes)
	if err != nil {
		return err
	}
	t.progressed[r.WorkshopID] = true
	m := r.Rule.Measure(b.ballot())
	return t.db.Exec(`INSERT INTO ballots (workshop_id, round_id, voter, used, budget, highest, most, paper, votes, seq, receipt)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (workshop_id, round_id, voter)
		DO UPDATE SET used = excluded.used, highest = excluded.highest, votes = excluded.votes, seq = excluded.seq, receipt = excluded.receipt`,
		r.WorkshopID, r.ID, b.voter, m.Used, m.Budget, m.Highest, m.Most, b.paper, string(votes), b.seq, b.receipt).Error
}
