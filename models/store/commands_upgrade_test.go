package store

import (
	"context"
	"crypto/sha256"
	"fmt"
	"strings"
	"testing"

	"dilna/models"
)

// What the commands of sentBefore are about.
const (
	ideaBefore, causeBefore   = "iiiiiiiiiiiiiiiiiiiiiiiiii", "cccccccccccccccccccccccccc"
	topicBefore, parentBefore = "tttttttttttttttttttttttttt", "pppppppppppppppppppppppppp"
)

// sentBefore are commands as the program before entries kept them: who sent them,
// what it called them, what was in them as it wrote that down, and what it
// answered; and the same sent to the program of today. It could carry out none of
// them: what they are about is not there.
var sentBefore = []struct {
	by               models.Actor
	name, in, answer string
	again            sends
}{
	{
		by:     models.Actor{Role: models.RoleParticipant, Seat: "seat", Workshop: "w"},
		name:   "add idea s",
		in:     `{"id":"` + ideaBefore + `","topic":"` + topicBefore + `","text":"podnět"}`,
		answer: `{"position":1,"id":"` + ideaBefore + `","step":"s","topic":"` + topicBefore + `","text":"podnět"}`,
		again:  adds(models.MethodCollect, "s", models.NewEntry{ID: ideaBefore, Topic: topicBefore, Text: "podnět"}),
	},
	{
		by: runsBefore, name: "add cause f",
		in:     `{"id":"` + causeBefore + `","parent":"` + parentBefore + `","index":0,"text":"kost"}`,
		answer: `{"position":1,"id":"` + causeBefore + `","step":"f","parent":"` + parentBefore + `","text":"kost"}`,
		again:  adds(models.MethodFishbone, "f", models.NewEntry{ID: causeBefore, Parent: parentBefore, Index: new(0), Text: "kost"}),
	},
	{
		by: runsBefore, name: "add ideas s", in: `{"ideas":[{"id":"` + ideaBefore + `","parent":"` + parentBefore + `","text":"podnět"}]}`, answer: `{}`,
		again: func(ctx context.Context, s *Store, by models.Actor, key models.Key) (models.Entry, error) {
			ideas := models.NewEntries{Ideas: []models.NewEntry{{ID: ideaBefore, Parent: parentBefore, Text: "podnět"}}}
			return models.Entry{}, s.AddEntries(ctx, by, key, models.MethodCollect, "s", ideas)
		},
	},
	{
		by: runsBefore, name: "change idea " + ideaBefore,
		in:     `{"text":"nově","topic":"","parent":"","index":0,"marked":true,"chosen":true,"note":"n","author":"a","hidden":true,"made_from":{"text":"podnět"}}`,
		answer: `{"position":1,"id":"` + ideaBefore + `","step":"s","text":"nově"}`,
		again: changes(models.MethodCollect, ideaBefore, models.EntryChange{
			Text: new("nově"), Topic: new(models.TopicID), Parent: new(models.EntryID), Index: new(0), Marked: new(true), Chosen: new(true),
			Note: new("n"), Author: new("a"), Hidden: new(true), MadeFrom: models.MadeFrom{"text": "podnět"},
		}),
	},
	{
		by: runsBefore, name: "change cause " + causeBefore,
		in:     `{"text":"kost","parent":"","index":0}`,
		answer: `{"position":1,"id":"` + causeBefore + `","step":"f","text":"kost"}`,
		again:  changes(models.MethodFishbone, causeBefore, models.EntryChange{Text: new("kost"), Parent: new(models.EntryID), Index: new(0)}),
	},
}

var runsBefore = models.Actor{Role: models.RoleFacilitator, Account: "f", Workshop: "w"}

type sends func(context.Context, *Store, models.Actor, models.Key) (models.Entry, error)

func adds(method models.Method, step models.StepID, in models.NewEntry) sends {
	return func(ctx context.Context, s *Store, by models.Actor, key models.Key) (models.Entry, error) {
		return s.AddEntry(ctx, by, key, method, step, in)
	}
}

func changes(method models.Method, id models.EntryID, change models.EntryChange) sends {
	return func(ctx context.Context, s *Store, by models.Actor, key models.Key) (models.Entry, error) {
		return s.ChangeEntry(ctx, by, key, method, id, change)
	}
}

// TestACommandSentAgainAfterAnUpgradeIsKnownINV10: what a phone or a console sent
// to an older program, and sends again because the answer was lost, gets the first
// answer and adds nothing.
func TestACommandSentAgainAfterAnUpgradeIsKnownINV10(t *testing.T) {
	var kept strings.Builder
	key := func(i int) models.Key { return models.Key(fmt.Sprintf("before-entries-%02d", i)) }
	for i, sent := range sentBefore {
		fmt.Fprintf(&kept, "INSERT INTO commands (workshop_id, actor, key, digest, answer) VALUES ('w', '%s', '%s', X'%x', X'%x');\n",
			sent.by.Name(), key(i), sha256.Sum256([]byte(sent.name+"\n"+sent.in)), sent.answer)
	}
	for name, s := range upgradedFrom(t, 15, beforeEntries+kept.String()) {
		t.Run(name, func(t *testing.T) {
			before, err := s.Workshop(t.Context(), "w")
			must(t, err)
			for i, sent := range sentBefore {
				entry, err := sent.again(t.Context(), s, sent.by, key(i))
				if err != nil || entry.ID != "" && !strings.Contains(sent.answer, `"text":"`+entry.Text+`"`) {
					t.Errorf("%s, sent again: %+v, %v", sent.name, entry, err)
				}
			}
			now, err := s.Workshop(t.Context(), "w")
			must(t, err)
			if now.Revision != before.Revision {
				t.Errorf("something was done a second time: from revision %d it went to %d", before.Revision, now.Revision)
			}
		})
	}
}
