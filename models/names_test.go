package models_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"dilna/models"
)

// What may name somebody is printed as its own option says, and by default not
// in what is published: each name × each option × published or not.
func TestEachThingThatMayNameSomebodyHasAnOptionOfItsOwnN11(t *testing.T) {
	named := models.Edition{Minutes: models.Minutes{
		Head: models.Head{
			Facilitators: []string{"Facilitátorka"},
			Attendance:   &models.Attendance{Printed: "14 (+1 Nováková)", Participants: new(14), Present: []string{"Přítomná"}, Excused: []string{"Omluvená"}, Guests: []string{"Host"}},
		},
		Steps: []models.StepMinutes{{
			Topics: []models.TopicMinutes{{Ideas: []models.IdeaMinutes{{Text: "podnět", Author: "Autorka", Ideas: []models.IdeaMinutes{{Author: "Spoluautor"}}}}}},
			Tasks:  []models.TaskMinutes{{Text: "zavolat", Tasks: []models.TaskMinutes{{Task: models.Task{Owners: []string{"Pomocnice"}}}}, Task: models.Task{Owners: []string{"Zodpovědný"}}}},
		}},
	}}
	groups := []struct {
		names []string
		set   func(*models.MinutesOptions, models.NamesShown)
	}{
		{[]string{"Přítomná", "Omluvená", "Host", "Autorka", "Spoluautor"}, func(o *models.MinutesOptions, s models.NamesShown) { o.Names = s }},
		{[]string{"Zodpovědný", "Pomocnice"}, func(o *models.MinutesOptions, s models.NamesShown) { o.Owners = s }},
		{[]string{"Nováková"}, func(o *models.MinutesOptions, s models.NamesShown) { o.Attendance = s }},
	}
	for at, chosen := range groups {
		for _, shown := range []models.NamesShown{models.NamesUnpublished, models.NamesEverywhere, models.NamesNowhere} {
			e := copied(named)
			chosen.set(&e.Options, shown)
			public, internal := said(e.Public()), said(e.Internal())
			for of, group := range groups {
				inPublic := of == at && shown == models.NamesEverywhere
				inside := of != at || shown != models.NamesNowhere
				for _, name := range group.names {
					if strings.Contains(public, name) != inPublic || strings.Contains(internal, name) != inside {
						t.Errorf("option %d %q: %s is published: %v, is inside: %v", at, shown, name, !inPublic, !inside)
					}
				}
			}
			if !strings.Contains(public, "Facilitátorka") || !strings.Contains(public, `"participants":14`) {
				t.Errorf("published is %s", public)
			}
		}
	}
}

// TM-03: ballots of a few are printed nowhere, not even those that a file brought.
func TestBallotsOfAFewAreListedNowhereTM03(t *testing.T) {
	for cast, listed := range map[int]bool{4: false, 5: true} {
		round := models.RoundMinutes{Ballots: make([][]models.CastVote, cast)}
		e := models.Edition{Minutes: models.Minutes{Steps: []models.StepMinutes{{Rounds: []models.RoundMinutes{round}}}}}
		e.Options.BallotsListed = true
		for _, told := range []models.Edition{e.Public(), e.Internal()} {
			if got := told.Steps[0].Rounds[0]; (len(got.Ballots) > 0) != listed || !listed && *got.Voters != cast {
				t.Errorf("of %d ballots it lists %d", cast, len(got.Ballots))
			}
		}
		if got := e.Internal().WorkshopFile().Steps[0].Rounds[0].Ballots; len(got) != cast {
			t.Errorf("the workshop file has %d of %d ballots", len(got), cast)
		}
	}
}

func TestNumbersAloneNameNobody(t *testing.T) {
	for printed, kept := range map[string]bool{"14": true, "14 (+1)": true, "14 (+1 ORK)": false, "Jana, Karel": false} {
		e := models.Edition{Minutes: models.Minutes{Head: models.Head{Attendance: &models.Attendance{Printed: printed}}}}
		if got := e.Public().Attendance.Printed; (got != "") != kept {
			t.Errorf("%q is published as %q", printed, got)
		}
	}
}

func said(e models.Edition) string {
	kept, err := json.Marshal(e)
	if err != nil {
		return fmt.Sprint(err)
	}
	return string(kept)
}
