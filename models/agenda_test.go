package models_test

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"dilna/models"
	"dilna/models/modelstest"
)

func TestTheAgendaOfARecordHasNothingThatAnybodySaid(t *testing.T) {
	for _, full := range modelstest.ModelRecord().FullSteps() {
		got := full.Agenda()
		if !reflect.DeepEqual(got.Agenda(), got) {
			t.Errorf("%s: an agenda has a smaller agenda", full.Step.Heading)
		}
		want := planned(full.Parts)
		want.Text = ""
		if len(got.Parts.Ideas)+len(got.Parts.Causes) > 0 || got.Step.Effect+got.Step.Text != "" ||
			!reflect.DeepEqual(got.Parts.Topics, want.Topics) {
			t.Errorf("%s keeps %+v", full.Step.Heading, got)
		}
		if got.Step.Heading != want.Heading || got.Step.Prompt != want.Prompt || got.Step.MarksPerTopic != want.MarksPerTopic {
			t.Errorf("%s is planned as %+v", want.Heading, got.Step)
		}
		for i, round := range got.Parts.Rounds {
			rule := full.Parts.Rounds[i]
			if round.Voters != nil || round.Ballots != nil || round.Dots != rule.Dots || round.Label != rule.Label {
				t.Errorf("%s: the round %+v was %+v", full.Step.Heading, round, rule)
			}
		}
	}
}

func TestWhatIsCarriedOverIsTextNotVotes(t *testing.T) {
	for _, full := range modelstest.ModelRecord().FullSteps() {
		got := full.Carried(models.Workshop{Head: models.Head{Language: "cs", Number: 1}})
		before, after := full.Parts.ReadingOrder(), got.Parts.ReadingOrder()
		if len(before) != len(after) {
			t.Fatalf("%s: %d ideas of %d come along", full.Step.Heading, len(after), len(before))
		}
		for i, idea := range after {
			if idea.Text != before[i].Text || idea.Votes != nil || idea.Marked || idea.Chosen {
				t.Errorf("%+v comes along as %+v", before[i], idea)
			}
		}
		fromThere := full.Step.Origin == "" || full.Step.Origin == models.OriginMeeting
		if fromThere != (got.Step.Source == "1. jednání" && got.Step.Origin == models.OriginHarvest) {
			t.Errorf("%s says it comes from %q (%s)", full.Step.Heading, got.Step.Source, got.Step.Origin)
		}
		if !reflect.DeepEqual(got.Parts.Causes, full.Parts.Causes) || got.Step.Effect != full.Step.Effect || got.Step.Text != full.Step.Text {
			t.Errorf("%s loses what was written", full.Step.Heading)
		}
	}
}

func TestTheNextMeetingHasTheNextNumberAndNoDate(t *testing.T) {
	came := 14
	this := models.Head{Language: "cs", Group: "SOCIÁLNÍ SLUŽBY 2", Number: 1, Title: "Zahájení", Date: "2025-11-19", Start: "13:00",
		End: "16:00", Place: "Liberec", Attendance: &models.Attendance{Participants: &came}, NextMeeting: "v lednu"}
	want := models.Head{Language: "cs", Group: "SOCIÁLNÍ SLUŽBY 2", Number: 2, Start: "13:00", End: "16:00", Place: "Liberec"}
	if got := this.Next(); !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v", got)
	}
	this.Number = 0
	if got := this.Next(); got.Number != 0 || got.Title != "Zahájení" {
		t.Errorf("a meeting without a number becomes %+v", got)
	}
}

func TestARehearsalSaysSoInItsTitle(t *testing.T) {
	for head, want := range map[*models.Head]string{
		{Language: "cs", Number: 1}:                              "Zkouška nanečisto – 1. jednání",
		{Language: "en", Number: 2}:                              "Rehearsal – workshop 2",
		{Language: "cs", Title: "Zahájení"}:                      "Zkouška nanečisto – Zahájení",
		{Language: "cs"}:                                         "Zkouška nanečisto",
		{Language: "cs", Title: strings.Repeat("Zahájení ", 33)}: "Zkouška nanečisto",
	} {
		if got := head.Rehearsed().Title; got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestHowLongAStepShouldTakeAndNotesOnItAreTheFacilitatorsOwnAffair(t *testing.T) {
	changes := models.Changes{
		Workshop: models.Workshop{ID: "w", RehearsalOf: "other", HeadRevision: 1, Checklist: models.NewChecklist([]string{"Projektor"})},
		Steps:    []models.Step{{Row: models.Row{Revision: 1}, ID: "s", State: models.StepOpen, PlannedMinutes: 20, Notes: "Rozdat pastelky"}},
	}
	for _, audience := range models.Audiences {
		body, err := json.Marshal(changes.For(audience))
		if err != nil {
			t.Fatal(err)
		}
		for _, secret := range []string{"planned_minutes", "Rozdat pastelky", "rehearsal_of", "Projektor"} {
			if told := strings.Contains(string(body), secret); told != (audience == models.Facilitators) {
				t.Errorf("audience %d is told of %s: %v", audience, secret, told)
			}
		}
	}
}

func TestAChecklistTakesFiftyPoints(t *testing.T) {
	var w models.Workshop
	first := models.NewID[models.PointID]()
	for i := range models.MaxPoints {
		id := first
		if i > 0 {
			id = models.NewID[models.PointID]()
		}
		if _, err := w.SetPoint(id, models.PointChange{Text: "Projektor"}); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := w.SetPoint(models.NewID[models.PointID](), models.PointChange{Text: "Fixy"}); models.CodeOf(err) != models.CodeWorkshopFull {
		t.Errorf("one more: %v", err)
	}
	if _, err := w.SetPoint(first, models.PointChange{Text: "Projektor", Done: true}); err != nil || !w.Checklist[0].Done {
		t.Errorf("ticking one of a full list: %v", err)
	}
	w.RemovePoint(first)
	w.RemovePoint(first)
	if len(w.Checklist) != models.MaxPoints-1 {
		t.Errorf("%d points are left", len(w.Checklist))
	}
}
