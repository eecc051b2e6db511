package models

// How people get into a workshop is chosen by who facilitates it: each way proves
// something else, and says so where it is chosen (docs/adr/0043).

// Way is how people get in.
type Way string

const (
	WayOpen    Way = "open"    // whoever has the code
	WayTickets Way = "tickets" // one ticket, one seat
	WayLobby   Way = "lobby"   // whom the facilitator lets in
)

// MaxDevices is the greatest most of devices.
const MaxDevices = 5_000

// Admission is how people get into a workshop, and how many devices at most.
type Admission struct {
	Way  Way `json:"way" enum:"open,tickets,lobby"`
	Most int `json:"most,omitempty" doc:"how many devices have a seat at most; 0: as many as come"`
}

// AdmissionChange changes the members of an admission that are not nil. Who is
// inside stays there.
type AdmissionChange struct {
	Way  *Way `json:"way,omitempty" enum:"open,tickets,lobby" doc:"open: who waits in the lobby comes in"`
	Most *int `json:"most,omitempty" doc:"0 to 5000; 0: as many as come"`
}

// Check checks the command.
func (a AdmissionChange) Check() error {
	var c checker
	if a.Way != nil {
		oneOf(&c, "way", *a.Way, WayOpen, WayTickets, WayLobby)
	}
	if a.Most != nil {
		c.within("most", *a.Most, 0, MaxDevices)
	}
	return c.result()
}

// Apply writes the change into the admission.
func (a *Admission) Apply(change AdmissionChange) {
	set(&a.Way, change.Way)
	set(&a.Most, change.Most)
}

// Holds refuses, with `door-full`, one more device than the most.
func (a Admission) Holds(inside int) error {
	if a.Most > 0 && inside >= a.Most {
		return Fail(KindClosed, CodeDoorFull, a.Most)
	}
	return nil
}

// MayEnter refuses who has no seat yet: `workshop-ended`, `workshop-not-open`,
// `door-locked`.
func (w Workshop) MayEnter() error {
	switch {
	case w.State == WorkshopEnded:
		return Fail(KindClosed, CodeWorkshopEnded)
	case w.State != WorkshopOpen:
		return Fail(KindClosed, CodeWorkshopNotOpen)
	case w.Locked:
		return Fail(KindClosed, CodeDoorLocked)
	}
	return nil
}

// MayEnterByCode refuses who has no seat yet and knows the code of the door alone.
// Codes: those of MayEnter, and `ticket-needed`.
func (w Workshop) MayEnterByCode() error {
	if err := w.MayEnter(); err != nil {
		return err
	}
	if w.Admission.Way == WayTickets {
		return Fail(KindClosed, CodeTicketNeeded)
	}
	return nil
}

// MayEnterByLink refuses who has no seat yet and a spokesperson's link alone: it
// must not let in whom the door would not. Codes: those of MayEnter, and
// `seat-first`.
func (w Workshop) MayEnterByLink() error {
	if err := w.MayEnter(); err != nil {
		return err
	}
	if w.Admission.Way != WayOpen {
		return Fail(KindClosed, CodeSeatFirst)
	}
	return nil
}

// AdmissionMinutes is how people came in, as a record has it: who they were,
// nobody knows.
type AdmissionMinutes struct {
	Way  Way   `json:"way"`
	Most int   `json:"most,omitempty"`
	Came *Came `json:"came,omitempty" doc:"how many devices came in each way; absent: none yet"`
}

// Came is how many devices came in each way: one ticket counts once.
type Came struct {
	Open    int `json:"open,omitempty"`
	Tickets int `json:"tickets,omitempty"`
	Lobby   int `json:"lobby,omitempty"`
}

// All is how many came in whatever way.
func (c Came) All() int { return c.Open + c.Tickets + c.Lobby }

// IsNone says whether nobody came.
func (c Came) IsNone() bool { return c == Came{} }

// Minutes is the admission as a record has it; nil where there is nothing to say.
func (a Admission) Minutes(came Came) *AdmissionMinutes {
	m := AdmissionMinutes{Way: a.Way, Most: a.Most}
	if !came.IsNone() {
		m.Came = &came
	}
	if m == (AdmissionMinutes{Way: WayOpen}) {
		return nil
	}
	return &m
}

// Counted is how many came in each way, where the record says it.
func (m *AdmissionMinutes) Counted() *Came {
	if m == nil {
		return nil
	}
	return m.Came
}

// Agenda is the admission as the next workshop starts from it.
func (m *AdmissionMinutes) Agenda() Admission {
	if m == nil {
		return Admission{Way: WayOpen}
	}
	return Admission{Way: m.Way, Most: m.Most}
}

// VotedOnPhones says whether people of the workshop voted in the round on their
// phones, and the round is over.
func (r Round) VotedOnPhones() bool {
	return r.State == RoundClosed && !r.Imported && r.CastBy != CastTyped && r.Voters != nil && *r.Voters > r.Paper
}
