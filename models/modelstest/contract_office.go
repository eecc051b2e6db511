package modelstest

import (
	"reflect"
	"testing"
	"time"

	"dilna/models"
	"dilna/models/store"
)

// officeContract is what the store promises of what an office adds to minutes.
var officeContract = map[string]func(*testing.T, *store.Store){
	"what an office adds is in the record, and comes back from it":   officeInRecord,
	"the next meeting of a programme is offered what its office was": officeOffered,
	"who wrote the minutes and who files them do not collide":        officeOfTwo,
	"what there is to look at before approval leads to its row":      concernsLead,
	"what the minutes lack is offered once the meeting has ended":    missingOffered,
}

func (r *Scene) office(t *testing.T, change models.OfficeChange) {
	t.Helper()
	must(t, r.Store.ChangeDraft(t.Context(), r.Facilitator, Key(), models.DraftChange{Office: &change}))
}

func officeInRecord(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 0)
	r.office(t, models.OfficeChange{FileNumber: new(" KUZL 1/2026 "), Distribution: new("členové\nodbor")})
	wanted := &models.Office{FileNumber: "KUZL 1/2026", Distribution: "členové\nodbor"}
	m, err := s.Minutes(t.Context(), r.ID)
	must(t, err)
	id, err := s.Import(t.Context(), m)
	must(t, err)
	for name, w := range map[string]models.WorkshopID{"written": r.ID, "imported": id} {
		e, err := s.DraftEdition(t.Context(), w)
		must(t, err)
		if !reflect.DeepEqual(e.Office, wanted) || !reflect.DeepEqual(e.WorkshopFile().Office, wanted) {
			t.Errorf("%s, the minutes are of %+v", name, e.Office)
		}
	}
}

func officeOffered(t *testing.T, s *store.Store) {
	of := func(programme, day string) *Scene {
		r := NewScene(t, s, 0)
		_, err := s.ChangeHead(t.Context(), r.Facilitator, Key(), models.HeadChange{Programme: &programme, Date: &day})
		must(t, err)
		return r
	}
	older, newer, other, here := of("Plán", "2026-01-10"), of("Plán", "2026-02-10"), of("Jiný", "2026-03-10"), of("Plán", "2026-04-10")
	for r, taker := range map[*Scene]string{older: "starší", newer: "novější", other: "jiného programu"} {
		r.office(t, models.OfficeChange{FileNumber: new("1"), MinuteTaker: &taker})
	}
	must(t, s.ChangeDraft(t.Context(), newer.Facilitator, Key(), models.DraftChange{Options: &models.MinutesOptions{SigningLines: true}}))
	stranger := here.Facilitator
	stranger.Account = models.NewID[models.AccountID]()
	for name, c := range map[string]struct {
		by     models.Actor
		wanted models.OfficeOffer
	}{
		"the newest of the programme":         {here.Facilitator, models.OfficeOffer{Office: models.Office{MinuteTaker: "novější"}, SigningLines: true}},
		"never its own":                       {newer.Facilitator, models.OfficeOffer{Office: models.Office{MinuteTaker: "starší"}}},
		"nothing of another programme":        {other.Facilitator, models.OfficeOffer{}},
		"nothing where there is no programme": {NewScene(t, s, 0).Facilitator, models.OfficeOffer{}},
		"nothing of meetings she may not run": {stranger, models.OfficeOffer{}},
	} {
		got, err := s.OfferedOffice(t.Context(), c.by)
		must(t, err)
		if got != c.wanted {
			t.Errorf("%s: offered %+v, want %+v", name, got, c.wanted)
		}
	}
}

func officeOfTwo(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 0)
	change := func(office models.OfficeChange, from models.MadeFrom) error {
		return s.ChangeDraft(t.Context(), r.Facilitator, Key(), models.DraftChange{Office: &office, MadeFrom: from})
	}
	must(t, change(models.OfficeChange{MinuteTaker: new("Jana")}, models.MadeFrom{}))
	must(t, change(models.OfficeChange{Verifier: new("Petr")}, models.MadeFrom{}))
	want(t, change(models.OfficeChange{MinuteTaker: new("Eva")}, models.MadeFrom{}), models.CodeChangedSince)
	work, err := s.MinutesWork(t.Context(), r.ID)
	must(t, err)
	if work.Draft.Office != (models.Office{MinuteTaker: "Jana", Verifier: "Petr"}) {
		t.Errorf("the office is %+v", work.Draft.Office)
	}
}

// missingOffered: each thing is offered once the meeting has ended, and goes when it is
// said, and comes back with undo.
func missingOffered(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 3)
	concerns := func() []models.Concern {
		work, err := s.MinutesWork(t.Context(), r.ID)
		must(t, err)
		return work.Concerns
	}
	if before := concerns(); len(before) > 0 {
		t.Errorf("before the end there is to look at %+v", before)
	}
	began := time.Now().UnixMilli()
	r.become(t, models.WorkshopEnded)
	missing := concerns()
	if len(missing) != 2 || missing[0] != (models.Concern{Kind: models.ConcernPeople, Count: 3}) ||
		missing[1].Kind != models.ConcernEnd || missing[1].At < began || missing[1].At > time.Now().UnixMilli() {
		t.Fatalf("after the end there is to look at %+v", missing)
	}
	for name, change := range map[string]models.HeadChange{
		"people": {Attendance: &models.Attendance{Printed: "3"}}, "end": {End: new("16:40")},
	} {
		_, err := s.ChangeHead(t.Context(), r.Facilitator, Key(), change)
		must(t, err)
		if now := concerns(); len(now) != 1 {
			t.Errorf("%s said, there is to look at %+v", name, now)
		}
		must(t, s.Undo(t.Context(), r.Facilitator, Key(), r.newest(t).Revision))
		if now := concerns(); len(now) != 2 {
			t.Errorf("%s taken back, there is to look at %+v", name, now)
		}
	}
}

func concernsLead(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 0)
	empty, full := r.Step(t, models.MethodCollect), r.Step(t, models.MethodCollect)
	idea := r.Idea(t, full.ID, "Jana Nová to zařídí")
	_, err := s.ChangeHead(t.Context(), r.Facilitator, Key(), models.HeadChange{Attendance: &models.Attendance{Present: []string{"Jana Nová, Charita"}}})
	must(t, err)
	late := models.LateInput{ID: models.NewID[models.LateInputID](), Text: "víc lůžek", Source: "paní Nová"}
	must(t, s.ChangeDraft(t.Context(), r.Facilitator, Key(), models.DraftChange{
		Introduction: new("Hostila nás Jana Nová."), LateInputs: []models.LateInput{late},
	}))
	work, err := s.MinutesWork(t.Context(), r.ID)
	must(t, err)
	wanted := []models.Concern{
		{Kind: models.ConcernName, Part: models.PartOfHead, Said: "Jana Nová", Around: "Hostila nás Jana Nová."},
		{Kind: models.ConcernEmpty, Step: empty.ID, Heading: "KROK"},
		{Kind: models.ConcernName, Step: full.ID, Row: string(idea.ID), Heading: "KROK", Said: "Jana Nová", Around: "Jana Nová to zařídí"},
		{Kind: models.ConcernName, Part: models.PartOfLate, Row: string(late.ID), Said: "Jana Nová", Around: "paní Nová"},
	}
	if !reflect.DeepEqual(work.Concerns, wanted) {
		t.Errorf("there is to look at %+v, want %+v", work.Concerns, wanted)
	}
}
