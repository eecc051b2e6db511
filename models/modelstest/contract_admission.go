package modelstest

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"dilna/models"
	"dilna/models/store"
	"dilna/models/voting"
)

// admissionContract is what holds of how people get in (docs/adr/0043).
var admissionContract = map[string]func(*testing.T, *store.Store){
	"each door lets in whom the way of the workshop does":              admissionDoors,
	"TM-01 a ticket gives one seat, however many show it at once":      oneTicketOneSeat,
	"TM-01 fifty phones at a limit: as many come in as there are":      mostDevices,
	"who waits in the lobby is nobody yet, and is let in or refused":   lobby,
	"TM-01 a device taken out loses its open ballots and may be back":  deviceOut,
	"a ticket issued anew ends the old one and its seat":               reissued,
	"INV-03 one ticket has one ballot in each round, whatever happens": oneTicketOneBallot,
	"INV-03 a seat that is gone votes no more":                         goneVotesNoMore,
	"a ticket keeps its table":                                         ticketsKeepTables,
	"who was turned away is told, and listed, as turned away":          turnedAway,
	"people at one device are told apart by their tickets alone":       handedOn,
	"TM-03 who has voted is told where enough have, and never of what": whoVoted,
	"copies, templates and files keep the way in, and no ticket":       admissionKept,
}

// admit changes how people get in.
func (r *Scene) admit(t *testing.T, way models.Way, most int) {
	t.Helper()
	_, err := r.Store.ChangeAdmission(t.Context(), r.Facilitator, Key(), models.AdmissionChange{Way: &way, Most: &most})
	must(t, err)
}

// tickets makes tickets and returns all that are unused.
func (r *Scene) tickets(t *testing.T, count int) []models.Ticket {
	t.Helper()
	_, err := r.Store.AddTickets(t.Context(), r.Facilitator, Key(), models.NewTickets{Count: count})
	must(t, err)
	return r.unused(t)
}

func (r *Scene) unused(t *testing.T) []models.Ticket {
	t.Helper()
	sheet, err := r.Store.TicketSheet(t.Context(), r.Facilitator, 0)
	must(t, err)
	return sheet.Tickets
}

// byTicket comes in with a ticket on a device of its own.
func (r *Scene) byTicket(t *testing.T, ticket models.Ticket) (models.Actor, error) {
	t.Helper()
	seat, err := r.Store.JoinByTicket(t.Context(), ticket, string(Key()), "")
	return models.Actor{Role: models.RoleParticipant, Workshop: r.ID, Seat: seat.ID}, err
}

func (r *Scene) devices(t *testing.T) models.Devices {
	t.Helper()
	all, err := r.Store.Devices(t.Context(), r.Facilitator)
	must(t, err)
	return all
}

func (r *Scene) moveDevices(t *testing.T, state string, numbers ...int) error {
	t.Helper()
	_, err := r.Store.MoveDevices(t.Context(), r.Facilitator, models.DevicesMove{State: state, Numbers: numbers})
	return err
}

func admissionDoors(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 0)
	in := models.NewCopy{ID: models.NewID[models.WorkshopID](), Rehearsal: true}
	_, err := s.CopyWorkshop(t.Context(), r.Facilitator, Key(), in)
	must(t, err)
	played := &Scene{Store: s, ID: in.ID, Facilitator: models.Actor{Role: models.RoleFacilitator, Account: r.Account.ID, Workshop: in.ID}}
	for way, doors := range map[models.Way]struct {
		code, link models.ErrorCode
		state      models.SeatState
	}{
		models.WayOpen:    {},
		models.WayTickets: {code: models.CodeTicketNeeded, link: models.CodeSeatFirst},
		models.WayLobby:   {link: models.CodeSeatFirst, state: models.SeatWaiting},
	} {
		r.admit(t, way, 0)
		played.admit(t, way, 0)
		seat, err := s.Join(t.Context(), r.ID, string(Key()))
		want(t, err, doors.code)
		if seat.State != doors.state {
			t.Errorf("%s: by the code one is %q", way, seat.State)
		}
		_, err = s.JoinByLink(t.Context(), r.ID, string(Key()))
		want(t, err, doors.link)
		_, err = r.byTicket(t, r.tickets(t, 1)[0])
		must(t, err)
		_, err = s.JoinPretending(t.Context(), r.ID, string(Key()))
		want(t, err, doors.code)
		seat, err = s.JoinPretending(t.Context(), in.ID, string(Key()))
		must(t, err)
		if seat.Removed || seat.Came != way {
			t.Errorf("%s: pretend people are %+v", way, seat)
		}
	}
}

func oneTicketOneSeat(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 0)
	r.admit(t, models.WayTickets, 0)
	ticket := r.tickets(t, 1)[0]
	came := 0
	for _, err := range together(50, func(int) error { _, err := r.byTicket(t, ticket); return err }) {
		if err == nil {
			came++
			continue
		}
		want(t, err, models.CodeTicketUsed)
	}
	if used, err := s.Tickets(t.Context(), r.Facilitator); err != nil || came != 1 || !slices.Equal(used.Used, []int{1}) {
		t.Fatalf("%d came in with one ticket, used are %+v (%v)", came, used, err)
	}
}

func mostDevices(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 3)
	r.admit(t, models.WayOpen, 20)
	came := 0
	for _, err := range together(50, func(int) error { _, err := s.Join(t.Context(), r.ID, string(Key())); return err }) {
		if err == nil {
			came++
			continue
		}
		want(t, err, models.CodeDoorFull)
	}
	if came != 17 {
		t.Fatalf("beside three of twenty %d came in", came)
	}
	r.admit(t, models.WayOpen, 10) // who is inside stays
	if p := r.progress(t); p.Seats != 20 {
		t.Fatalf("with a smaller most there are %d", p.Seats)
	}
}

func lobby(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 1)
	r.admit(t, models.WayLobby, 3)
	tokens := make([]string, 4)
	for i := range tokens {
		tokens[i] = string(Key())
		_, err := s.Join(t.Context(), r.ID, tokens[i])
		must(t, err)
		_, err = s.SeatByToken(t.Context(), r.ID, tokens[i])
		want(t, err, models.CodeSeatWaiting)
	}
	p := r.progress(t)
	if p.Seats != 1 || p.Waiting != 4 || p.For(models.Participants).Waiting+p.For(models.Wall).Waiting != 0 {
		t.Fatalf("with four in the lobby counted %+v", p)
	}
	must(t, r.moveDevices(t, "out", 2))
	_, err := s.SeatByToken(t.Context(), r.ID, tokens[0])
	want(t, err, models.CodeNotLetIn)
	must(t, r.moveDevices(t, "in", 3, 4, 5)) // there is room for two: the first two
	for i, code := range []models.ErrorCode{models.CodeNotLetIn, "", "", models.CodeSeatWaiting} {
		_, err := s.SeatByToken(t.Context(), r.ID, tokens[i])
		want(t, err, code)
	}
	want(t, r.moveDevices(t, "in", 5), models.CodeDoorFull)
	r.admit(t, models.WayOpen, 0) // and who still waits comes in
	place, err := s.MyPlace(t.Context(), r.ID, tokens[3])
	must(t, err)
	if p := r.progress(t); p.Seats != 4 || p.Waiting != 0 || place.State != "in" || place.Number != 5 {
		t.Fatalf("with the door open counted %+v, the last is %+v", p, place)
	}
}

// vote1 opens a round on one idea, in which those vote.
func (r *Scene) vote1(t *testing.T, voters ...models.Actor) models.Round {
	t.Helper()
	step := r.Step(t, models.MethodCollect)
	idea := r.Idea(t, step.ID, "podnět")
	round := r.Round(t, step.ID, 1, 1)
	for _, by := range voters {
		_, err := r.ballot(t, by, round.ID, 1, voting.Vote{Entry: idea.ID, Value: 1})
		must(t, err)
	}
	return round
}

func deviceOut(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 1)
	token := string(Key())
	seat, err := s.Join(t.Context(), r.ID, token)
	must(t, err)
	by := models.Actor{Role: models.RoleParticipant, Workshop: r.ID, Seat: seat.ID}
	before := r.vote1(t, by, r.Seats[0])
	r.setRound(t, before.ID, models.RoundClosed)
	open := r.vote1(t, by, r.Seats[0])
	_, err = s.SeatByToken(t.Context(), r.ID, token) // now it is kept in memory
	must(t, err)
	must(t, r.moveDevices(t, "out", seat.Number))
	_, err = s.SeatByToken(t.Context(), r.ID, token)
	want(t, err, models.CodeDeviceOut)
	_, err = s.Join(t.Context(), r.ID, string(Key()))
	must(t, err) // a private window is another device: that is what an open door proves
	p := r.progress(t)
	if p.Seats != 2 || p.Ballots[0].Count != 1 {
		t.Fatalf("with one taken out counted %+v", p)
	}
	must(t, r.moveDevices(t, "in", seat.Number))
	back, err := s.SeatByToken(t.Context(), r.ID, token)
	must(t, err)
	if back.ID != seat.ID || len(r.mineOf(t, by).Ballots[0].Votes) != 0 {
		t.Fatalf("let back in it is %+v", back)
	}
	view, err := s.SetRoundState(t.Context(), r.Facilitator, Key(), open.ID, models.RoundMove{State: models.RoundClosed})
	must(t, err)
	changes, err := s.Changes(t.Context(), r.ID, 0)
	must(t, err)
	if *view.Voters != 1 || *changes.Rounds[0].Voters+*changes.Rounds[1].Voters != 3 {
		t.Fatalf("what was counted of %s did not stay as it was: %+v", before.ID, changes.Rounds)
	}
}

func (r *Scene) mineOf(t *testing.T, by models.Actor) models.Mine {
	t.Helper()
	mine, err := r.Store.Mine(t.Context(), by)
	must(t, err)
	return mine
}

func reissued(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 0)
	r.admit(t, models.WayTickets, 0)
	old := r.tickets(t, 2)[0]
	by, err := r.byTicket(t, old)
	must(t, err)
	r.vote1(t, by)
	_, gone, err := s.ReissueTicket(t.Context(), r.Facilitator, old.Number)
	must(t, err)
	if len(gone) != 1 || gone[0].ID != by.Seat || r.progress(t).Ballots[0].Count != 0 {
		t.Fatalf("gone with the ticket are %+v", gone)
	}
	_, err = s.TicketByToken(t.Context(), old.Token)
	want(t, err, models.CodeCodeUnknown)
	_, err = s.TicketByCode(t.Context(), old.Code)
	want(t, err, models.CodeCodeUnknown)
	_, err = r.byTicket(t, old) // looked up a moment before
	want(t, err, models.CodeCodeUnknown)
	anew := r.unused(t)[0]
	if anew.Number != old.Number || anew.Code == old.Code {
		t.Fatalf("issued anew it is %+v", anew)
	}
	next, err := r.byTicket(t, anew)
	must(t, err)
	must(t, r.moveDevices(t, "in", 1)) // back in, the old seat would be a second ballot of one ticket
	if p := r.progress(t); p.Seats != 1 || len(r.devices(t).Devices) != 1 {
		t.Fatalf("beside the new seat %s counted are %+v", next.Seat, p)
	}
	_, _, err = s.ReissueTicket(t.Context(), r.Facilitator, 99)
	want(t, err, models.CodeNotFound)
}

func handedOn(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 0)
	r.admit(t, models.WayTickets, 0)
	tickets := r.tickets(t, 3)
	var people []models.Actor
	for _, ticket := range tickets {
		by, err := r.byTicket(t, ticket)
		must(t, err)
		people = append(people, by)
	}
	round := r.vote1(t, people[:2]...)
	next, err := s.HandOn(t.Context(), people[0], string(Key()))
	must(t, err)
	if p := r.progress(t); next != nil || p.Seats != 2 || p.Ballots[0].Count != 2 || p.Ballots[0].Seats != 3 {
		t.Fatalf("handed on with a ticket, the next is %+v, counted %+v", next, p)
	}
	_, err = r.byTicket(t, tickets[0]) // who comes back could read the ballot, or cast another
	want(t, err, models.CodeTicketVoted)
	r.setRound(t, round.ID, models.RoundClosed)
	again, err := r.byTicket(t, tickets[0])
	must(t, err)
	if mine := r.mineOf(t, again); len(mine.Ideas)+len(mine.Ballots) != 0 {
		t.Fatalf("who comes back is told %+v", mine)
	}

	r.admit(t, models.WayOpen, 0)
	token := string(Key())
	seat, err := s.Join(t.Context(), r.ID, token)
	must(t, err)
	tablet := models.Actor{Role: models.RoleParticipant, Workshop: r.ID, Seat: seat.ID}
	round = r.vote1(t, tablet)
	_, err = s.HandOn(t.Context(), tablet, string(Key()))
	want(t, err, models.CodeDeviceVoted)
	r.setRound(t, round.ID, models.RoundClosed)
	next, err = s.HandOn(t.Context(), tablet, string(Key()))
	must(t, err)
	_, err = s.SeatByToken(t.Context(), r.ID, token)
	want(t, err, models.CodeSeatMissing)
	if next == nil || next.ID == seat.ID || next.Number != seat.Number || r.progress(t).Seats != 4 {
		t.Fatalf("without tickets the next is %+v", next)
	}
	if came := r.record(t).Admission.Came; *came != (models.Came{Open: 1, Tickets: 3}) {
		t.Fatalf("the record counts %+v", came)
	}
}

func whoVoted(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 6)
	round := r.vote1(t, r.Seats[:4]...)
	if told := r.devices(t); len(told.Told) != 0 || slices.ContainsFunc(told.Devices, func(d models.Device) bool { return d.Voted != nil }) {
		t.Fatalf("of four ballots is told %+v", told)
	}
	_, err := r.ballot(t, r.Seats[4], round.ID, 1, voting.Vote{Entry: r.firstIdea(t, round.StepID).ID, Value: 1})
	must(t, err)
	told := r.devices(t)
	for i, device := range told.Devices {
		if voted := device.Voted != nil; voted != (i < 5) || device.Number != i+1 {
			t.Fatalf("device %d is told as %+v", i+1, device)
		}
	}
	said, err := json.Marshal(told)
	must(t, err)
	for _, seat := range r.Seats {
		if strings.Contains(string(said), string(seat.Seat)) {
			t.Fatalf("the facilitator is told the seat: %s", said)
		}
	}
	r.setRound(t, round.ID, models.RoundClosed)
	if told := r.devices(t); len(told.Told) != 0 || told.Devices[0].Voted != nil {
		t.Fatalf("of a closed round is told %+v", told)
	}
	_, err = s.Devices(t.Context(), r.Seats[0])
	want(t, err, models.CodeFacilitatorOnly)
}

func admissionKept(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 0)
	r.admit(t, models.WayTickets, 40)
	r.tickets(t, 2)
	wanted := models.Admission{Way: models.WayTickets, Most: 40}
	ways := map[string]models.WorkshopID{}
	for name, in := range map[string]models.NewCopy{"a copy": {}, "a rehearsal": {Rehearsal: true}} {
		in.ID = models.NewID[models.WorkshopID]()
		_, err := s.CopyWorkshop(t.Context(), r.Facilitator, Key(), in)
		must(t, err)
		ways[name] = in.ID
	}
	template, err := s.SaveTemplate(t.Context(), r.Facilitator, Key(), models.NewTemplate{ID: models.NewID[models.TemplateID](), Name: "vzor"})
	must(t, err)
	ways["a template"] = models.NewID[models.WorkshopID]()
	_, err = s.CreateWorkshop(t.Context(), r.Account, Key(), models.NewWorkshop{ID: ways["a template"], Template: template.ID})
	must(t, err)
	ways["a file"], err = s.Import(t.Context(), r.record(t))
	must(t, err)
	for name, id := range ways {
		w, err := s.Workshop(t.Context(), id)
		must(t, err)
		tickets, err := s.Tickets(t.Context(), models.Actor{Role: models.RoleFacilitator, Account: r.Account.ID, Workshop: id})
		must(t, err)
		if w.Admission != wanted || tickets.Count != 0 {
			t.Errorf("%s lets in by %+v and has %d tickets", name, w.Admission, tickets.Count)
		}
	}
}
