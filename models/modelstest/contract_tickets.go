package modelstest

import (
	"context"
	"testing"

	"pgregory.net/rapid"

	"dilna/models"
	"dilna/models/store"
	"dilna/models/voting"
)

// holder is a device that came in with a ticket, now or once.
type holder struct {
	models.Actor
	ticket, number int
}

// ticketed is a room with two tables where people come in with two tickets only, on
// ever more devices, as random commands have it.
type ticketed struct {
	*Scene
	tb      rapid.TB
	tables  models.Division
	idea    models.Entry
	tickets map[int]models.Ticket // by number, as they are printed now
	holders []holder
	rounds  []*ticketRound
	sat     map[int]models.PartID // by ticket: the table as which its ballot was counted
	seq     int64
}

// ticketRound is an open round of everybody, or of a table.
type ticketRound struct {
	id    models.RoundID
	part  models.PartID
	voted map[int]bool // by which tickets, taken back since or not
}

// oneTicketOneBallot: however tickets are shown, handed on, issued anew, given up,
// taken out and let back in, while the way in changes and two rounds are open side by
// side, a round never has more ballots than tickets that voted in it; and a ticket
// that was counted at one table does not vote at the other.
func oneTicketOneBallot(t *testing.T, s *store.Store) {
	rapid.Check(t, func(t *rapid.T) {
		r := &ticketed{Scene: NewScene(t, s, 0), tb: t, tickets: map[int]models.Ticket{}, sat: map[int]models.PartID{}}
		r.begin()
		t.Repeat(map[string]func(*rapid.T){
			"come": r.come, "vote": r.vote, "vote again": r.vote, "hand on": r.handOn, "leave": r.leave, "issue anew": r.issueAnew,
			"take out": r.move("out"), "let in": r.move("in"), "another way": r.anotherWay, "close": r.close, "": r.check,
		})
	})
}

func (r *ticketed) begin() {
	ctx := context.Background()
	part := func(heading string) models.DivisionPart {
		return models.DivisionPart{ID: models.NewID[models.PartID](), Heading: heading}
	}
	var err error
	r.tables, err = r.Store.AddDivision(ctx, r.Facilitator, Key(), models.NewDivision{
		ID: models.NewID[models.DivisionID](), Heading: "Kde sedíte", Parts: []models.DivisionPart{part("Stůl 1"), part("Stůl 2")},
	})
	must(r.tb, err)
	_, err = r.Store.AddTickets(ctx, r.Facilitator, Key(), models.NewTickets{Count: 2})
	must(r.tb, err)
	sheet, err := r.Store.TicketSheet(ctx, r.Facilitator, 0)
	must(r.tb, err)
	for _, ticket := range sheet.Tickets {
		r.tickets[ticket.Number] = ticket
	}
	r.idea = r.Idea(r.tb, r.Step(r.tb, models.MethodCollect).ID, "podnět")
	r.open("")
	r.open(r.tables.Parts[0].ID)
}

// open opens a round beside the others.
func (r *ticketed) open(part models.PartID) {
	ctx, round := context.Background(), &ticketRound{id: models.NewID[models.RoundID](), part: part, voted: map[int]bool{}}
	in := models.NewRound{ID: round.id, Dots: 1, PerIdea: 1}
	if part != "" {
		in.Parts = []models.PartID{part}
	}
	_, err := r.Store.AddRound(ctx, r.Facilitator, Key(), r.idea.StepID, in)
	must(r.tb, err)
	_, err = r.Store.SetRoundState(ctx, r.Facilitator, Key(), round.id, models.RoundMove{State: models.RoundOpen, Beside: true})
	must(r.tb, err)
	r.rounds = append(r.rounds, round)
}

func (r *ticketed) holder(t *rapid.T) holder {
	if len(r.holders) == 0 {
		t.Skip("nobody came yet")
	}
	return rapid.SampledFrom(r.holders).Draw(t, "holder")
}

// come shows a ticket on a device that has no seat, and sits down at a table.
func (r *ticketed) come(t *rapid.T) {
	ctx, number := context.Background(), rapid.IntRange(1, 2).Draw(t, "ticket")
	seat, err := r.Store.JoinByTicket(ctx, r.tickets[number], string(Key()), "")
	if err != nil {
		return
	}
	h := holder{models.Actor{Role: models.RoleParticipant, Workshop: r.ID, Seat: seat.ID}, number, seat.Number}
	r.holders = append(r.holders, h)
	to := rapid.SampledFrom(r.tables.Parts).Draw(t, "table")
	_, _ = r.Store.ChoosePart(ctx, h.Actor, r.tables.ID, models.ChosenPart{Part: to.ID}) // she may be held at the other
}

// vote has a device vote, though it may be gone.
func (r *ticketed) vote(t *rapid.T) {
	by, round := r.holder(t), rapid.SampledFrom(r.rounds).Draw(t, "round")
	r.seq++
	if _, err := r.ballot(t, by.Actor, round.id, r.seq, voting.Vote{Entry: r.idea.ID, Value: 1}); err != nil {
		return
	}
	round.voted[by.ticket] = true
	if sat := r.sat[by.ticket]; sat != "" && round.part != "" && sat != round.part {
		t.Fatalf("ticket %d was counted at one table and votes at the other", by.ticket)
	}
}

func (r *ticketed) handOn(t *rapid.T) {
	_, _ = r.Store.HandOn(context.Background(), r.holder(t).Actor, string(Key()))
}

func (r *ticketed) leave(t *rapid.T) {
	_, _ = r.Store.Leave(context.Background(), r.holder(t).Actor, models.SeatSecret(Key()), models.Leaving{})
}

func (r *ticketed) issueAnew(t *rapid.T) {
	number := rapid.IntRange(1, 2).Draw(t, "ticket")
	ticket, _, err := r.Store.ReissueTicket(context.Background(), r.Facilitator, number)
	must(t, err)
	r.tickets[number] = ticket
}

func (r *ticketed) move(state string) func(*rapid.T) {
	return func(t *rapid.T) {
		move := models.DevicesMove{State: state, Numbers: []int{r.holder(t).number}}
		_, err := r.Store.MoveDevices(context.Background(), r.Facilitator, move)
		must(t, err)
	}
}

func (r *ticketed) anotherWay(t *rapid.T) {
	way := rapid.SampledFrom([]models.Way{models.WayOpen, models.WayTickets, models.WayLobby}).Draw(t, "way")
	_, err := r.Store.ChangeAdmission(context.Background(), r.Facilitator, Key(), models.AdmissionChange{Way: &way})
	must(t, err)
}

// close counts the first open round, and opens another: of the other table where it
// was of one.
func (r *ticketed) close(t *rapid.T) {
	round := r.rounds[0]
	view, err := r.Store.SetRoundState(context.Background(), r.Facilitator, Key(), round.id, models.RoundMove{State: models.RoundClosed})
	must(t, err)
	if *view.Voters > len(round.voted) {
		t.Fatalf("%d tickets have %d ballots", len(round.voted), *view.Voters)
	}
	if round.part != "" && *view.Voters == len(round.voted) {
		for ticket := range round.voted {
			r.sat[ticket] = round.part
		}
	}
	next := map[models.PartID]models.PartID{r.tables.Parts[0].ID: r.tables.Parts[1].ID, r.tables.Parts[1].ID: r.tables.Parts[0].ID}
	r.rounds = r.rounds[1:]
	r.open(next[round.part])
}

// check is run after each command.
func (r *ticketed) check(t *rapid.T) {
	p, err := r.Store.Progress(context.Background(), r.ID)
	must(t, err)
	for _, round := range r.rounds {
		for _, count := range p.Ballots {
			if count.Round == round.id && count.Count > len(round.voted) {
				t.Fatalf("%d tickets have %d ballots", len(round.voted), count.Count)
			}
		}
	}
}

// goneVotesNoMore: a ballot that was on its way when its seat went is refused, with
// the reason; two rounds are open, and the seat's ballots in both are gone.
func goneVotesNoMore(t *testing.T, s *store.Store) {
	for name, row := range map[string]struct {
		way  models.Way
		goes func(*Scene, models.Actor, models.Seat) error
		code models.ErrorCode
		kept int // ballots in each round
	}{
		"taken out": {models.WayOpen, func(r *Scene, _ models.Actor, seat models.Seat) error { return r.moveDevices(t, "out", seat.Number) }, models.CodeDeviceOut, 0},
		"given up": {models.WayOpen, func(_ *Scene, by models.Actor, _ models.Seat) error {
			_, err := s.Leave(t.Context(), by, models.SeatSecret(Key()), models.Leaving{})
			return err
		}, models.CodeSeatMissing, 0},
		"issued anew": {models.WayTickets, func(r *Scene, _ models.Actor, _ models.Seat) error {
			_, _, err := s.ReissueTicket(t.Context(), r.Facilitator, 1)
			return err
		}, models.CodeSeatMissing, 0},
		"handed on": {models.WayTickets, func(_ *Scene, by models.Actor, _ models.Seat) error {
			_, err := s.HandOn(t.Context(), by, string(Key()))
			return err
		}, models.CodeSeatMissing, 1},
	} {
		r := NewScene(t, s, 0)
		r.admit(t, row.way, 0)
		seat, err := s.JoinByTicket(t.Context(), r.tickets(t, 1)[0], string(Key()), "")
		if row.way == models.WayOpen {
			seat, err = s.Join(t.Context(), r.ID, string(Key()))
		}
		must(t, err)
		by := models.Actor{Role: models.RoleParticipant, Workshop: r.ID, Seat: seat.ID}
		first := r.vote1(t, by)
		second, err := s.AddRound(t.Context(), r.Facilitator, Key(), first.StepID, models.NewRound{ID: models.NewID[models.RoundID](), Dots: 1, PerIdea: 1})
		must(t, err)
		_, err = s.SetRoundState(t.Context(), r.Facilitator, Key(), second.ID, models.RoundMove{State: models.RoundOpen, Beside: true})
		must(t, err)
		idea := r.firstIdea(t, first.StepID).ID
		_, err = r.ballot(t, by, second.ID, 1, voting.Vote{Entry: idea, Value: 1})
		must(t, err)
		must(t, row.goes(r, by, seat))
		for _, round := range []models.RoundID{first.ID, second.ID} {
			_, err = r.ballot(t, by, round, 2, voting.Vote{Entry: idea, Value: 1})
			if models.CodeOf(err) != row.code {
				t.Errorf("%s, a late ballot is answered %v", name, err)
			}
			_, err = s.PlaceDots(t.Context(), by, round, idea, models.SetDots{Count: 1, Seq: 3})
			if models.CodeOf(err) != row.code {
				t.Errorf("%s, a late dot is answered %v", name, err)
			}
		}
		for _, count := range r.progress(t).Ballots {
			if count.Count != row.kept {
				t.Errorf("%s, there are %d ballots, not %d", name, count.Count, row.kept)
			}
		}
	}
}

// ticketsKeepTables: whoever comes in with a ticket sits where the one before her did
// who had it.
func ticketsKeepTables(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 0)
	d := r.tables(t, false, "Stůl 1", "Stůl 2", "Hosté")
	r.admit(t, models.WayTickets, 0)
	ticket := r.tickets(t, 1)[0]
	by, err := r.byTicket(t, ticket)
	must(t, err)
	_, err = s.ChoosePart(t.Context(), by, d.ID, models.ChosenPart{Part: d.Parts[1].ID})
	must(t, err)
	for name, goes := range map[string]func() error{
		"given up": func() error {
			_, err := s.Leave(t.Context(), by, models.SeatSecret(Key()), models.Leaving{})
			return err
		},
		"handed on":   func() error { _, err := s.HandOn(t.Context(), by, string(Key())); return err },
		"issued anew": func() (err error) { ticket, _, err = s.ReissueTicket(t.Context(), r.Facilitator, 1); return err },
	} {
		must(t, goes())
		by, err = r.byTicket(t, ticket)
		must(t, err)
		if parts := r.mineOf(t, by).Parts; len(parts) != 1 || parts[0] != d.Parts[1].ID {
			t.Errorf("%s, the next sits in %v", name, parts)
		}
	}
}

// turnedAway: who was not let in from the lobby is told so, who was in is told that
// she was taken out, whenever she came.
func turnedAway(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 0)
	r.admit(t, models.WayLobby, 0)
	tokens := []string{string(Key()), string(Key())}
	for _, token := range tokens {
		_, err := s.Join(t.Context(), r.ID, token)
		must(t, err)
	}
	must(t, r.moveDevices(t, "in", 2))
	must(t, r.moveDevices(t, "out", 1, 2))
	for i, want := range []models.Stands{models.StandsRefused, models.StandsOut} {
		place, err := s.MyPlace(t.Context(), r.ID, tokens[i])
		must(t, err)
		if listed := r.devices(t).Devices[i]; place.State != want || listed.State != want {
			t.Errorf("device %d is told %+v and listed as %+v", i+1, place, listed)
		}
	}
}
