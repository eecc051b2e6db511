package modelstest

import (
	"reflect"
	"slices"
	"testing"

	"dilna/models"
	"dilna/models/store"
)

// wordingContract is what stands of a text once a group has worked with it
// (docs/adr/0014).
var wordingContract = map[string]func(*testing.T, *store.Store){
	"a wording the group has worked with stands on every phone":        standsOnPhones,
	"a wording that was voted on is told whatever is changed after":    votedIsTold,
	"each round tells the wording it was held on":                      eachRoundTells,
	"corrected typed totals are of the wording first voted on":         typedKeepWording,
	"an editor of the minutes rewords nothing that was voted on":       editedIsTold,
	"what came merged from a file is taken back to a file":             mergedFromFile,
	"merging, nesting and taking out in any order lose no wording":     anyOrderOfMerging,
	"who wrote an idea never erases its wording before a correction":   firstWordingStays,
	"a change that changes nothing is no revision and nothing to undo": sameIsNoChange,
}

// voted is a step with an idea of the first seat that its round has counted.
func (r *Scene) voted(t *testing.T, text string) (models.Step, models.Entry) {
	t.Helper()
	step := r.Step(t, models.MethodCollect)
	idea := r.write(t, r.Seats[0], step.ID, text)
	r.vote(t, step, idea)
	return step, idea
}

// vote holds a round in which the first seat gives the idea one dot.
func (r *Scene) vote(t *testing.T, step models.Step, idea models.Entry) models.Round {
	t.Helper()
	round := r.Round(t, step.ID, 3, 1)
	_, err := r.Store.PlaceDots(t.Context(), r.Seats[0], round.ID, idea.ID, models.SetDots{Count: 1, Seq: 1})
	must(t, err)
	r.setRound(t, round.ID, models.RoundClosed)
	return round
}

func (r *Scene) merge(t *testing.T, into, merged models.Entry) {
	t.Helper()
	_, err := r.Store.Merge(t.Context(), r.Facilitator, Key(), into.ID, models.MergedIdeas{Ideas: []models.EntryID{merged.ID}})
	must(t, err)
}

// minutesOf is an idea of the first step as the minutes have it.
func (r *Scene) minutesOf(t *testing.T, index int) models.IdeaMinutes {
	t.Helper()
	minutes, err := r.Store.Minutes(t.Context(), r.ID)
	must(t, err)
	return minutes.Steps[0].Ideas[index]
}

// standsOnPhones: what a group does with an idea × what its writer tries.
func standsOnPhones(t *testing.T, s *store.Store) {
	yes := true
	for _, c := range []struct {
		name           string
		use            func(*testing.T, *Scene, models.Step, models.Entry)
		reword, remove models.ErrorCode
		kept           int // of what she leaves with "remove what I wrote"
	}{
		{"nothing", func(*testing.T, *Scene, models.Step, models.Entry) {}, "", "", 0},
		{"voted on", func(t *testing.T, r *Scene, step models.Step, idea models.Entry) { r.vote(t, step, idea) },
			models.CodeWordingStands, models.CodeIdeaHasVotes, 1},
		{"voted on, then merged into another of hers", func(t *testing.T, r *Scene, step models.Step, idea models.Entry) {
			other := r.Idea(t, step.ID, "jiný")
			r.vote(t, step, other)
			r.merge(t, idea, other)
		}, models.CodeWordingStands, models.CodeIdeaHasVotes, 1},
		{"marked", func(t *testing.T, r *Scene, step models.Step, idea models.Entry) {
			three := 3
			_, err := r.Store.ChangeStep(t.Context(), r.Facilitator, Key(), step.ID, models.StepChange{MarksPerTopic: &three})
			must(t, err)
			r.change(t, idea.ID, models.EntryChange{Marked: &yes})
		}, models.CodeWordingStands, "", 0},
		{"chosen", func(t *testing.T, r *Scene, _ models.Step, idea models.Entry) {
			r.change(t, idea.ID, models.EntryChange{Chosen: &yes})
		}, models.CodeWordingStands, "", 0},
		{"others merged into it", func(t *testing.T, r *Scene, step models.Step, idea models.Entry) {
			r.merge(t, idea, r.Idea(t, step.ID, "jiný"))
		}, models.CodeWordingStands, models.CodeWordingStands, 1},
		{"taken over as a topic", func(t *testing.T, r *Scene, _ models.Step, idea models.Entry) {
			next, err := r.Store.AddStep(t.Context(), r.Facilitator, Key(), models.NewStep{ID: models.NewID[models.StepID](), Method: models.MethodCollect, Heading: "DALŠÍ"})
			must(t, err)
			_, err = r.Store.AddTopic(t.Context(), r.Facilitator, Key(), next.ID, models.NewTopic{ID: models.NewID[models.TopicID](), FromIdea: idea.ID})
			must(t, err)
		}, models.CodeWordingStands, "", 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := NewScene(t, s, 2)
			step := r.Step(t, models.MethodCollect)
			idea := r.write(t, r.Seats[0], step.ID, "Nenavazují služby")
			c.use(t, r, step, idea)
			other, same := "Postavit bazén", idea.Text
			_, err := s.ChangeEntry(t.Context(), r.Seats[0], Key(), models.MethodCollect, idea.ID, models.EntryChange{Text: &same})
			must(t, err)
			_, err = s.ChangeEntry(t.Context(), r.Seats[0], Key(), models.MethodCollect, idea.ID, models.EntryChange{Text: &other})
			want(t, err, c.reword)
			_, err = s.ChangeEntry(t.Context(), r.Facilitator, Key(), models.MethodCollect, idea.ID, models.EntryChange{Text: &same})
			must(t, err)
			want(t, s.Remove(t.Context(), r.Seats[0], Key(), models.PartIdeas, string(idea.ID)), c.remove)
			if c.remove == "" {
				must(t, s.Restore(t.Context(), r.Seats[0], Key(), models.PartIdeas, string(idea.ID)))
			}
			left, err := s.Leave(t.Context(), r.Seats[0], "-", models.Leaving{Remove: true})
			must(t, err)
			if left.Kept != c.kept {
				t.Fatalf("of what she wrote %d stays, not %d", left.Kept, c.kept)
			}
		})
	}
}

// votedIsTold: each door through which a text can change after the vote.
func votedIsTold(t *testing.T, s *store.Store) {
	const was, now = "Nenavazují služby", "Postavit bazén"
	reword := func(text string) models.EntryChange { return models.EntryChange{Text: &text} }
	for _, c := range []struct {
		name   string
		change func(*testing.T, *Scene, models.Step, models.Entry)
		told   []string
	}{
		{"nothing is changed", func(*testing.T, *Scene, models.Step, models.Entry) {}, nil},
		{"reworded", func(t *testing.T, r *Scene, _ models.Step, idea models.Entry) { r.change(t, idea.ID, reword(now)) }, []string{was}},
		{"reworded twice", func(t *testing.T, r *Scene, _ models.Step, idea models.Entry) {
			r.change(t, idea.ID, reword("mezitím"))
			r.change(t, idea.ID, reword(now))
		}, []string{was}},
		{"reworded and put back", func(t *testing.T, r *Scene, _ models.Step, idea models.Entry) {
			r.change(t, idea.ID, reword(now))
			r.change(t, idea.ID, reword(was))
		}, nil},
		{"reworded, undone and redone", func(t *testing.T, r *Scene, _ models.Step, idea models.Entry) {
			r.change(t, idea.ID, reword(now))
			must(t, r.undo(t, r.newest(t)))
			must(t, r.undo(t, r.newest(t)))
		}, []string{was}},
		{"reworded under another", func(t *testing.T, r *Scene, step models.Step, idea models.Entry) {
			above := r.Idea(t, step.ID, "nad ním")
			change := reword(now)
			change.Parent = &above.ID
			r.change(t, idea.ID, change)
		}, []string{was}},
		{"removed with its step and restored", func(t *testing.T, r *Scene, step models.Step, idea models.Entry) {
			r.change(t, idea.ID, reword(now))
			must(t, s.Remove(t.Context(), r.Facilitator, Key(), models.PartSteps, string(step.ID)))
			must(t, s.Restore(t.Context(), r.Facilitator, Key(), models.PartSteps, string(step.ID)))
		}, []string{was}},
		{"written alone and revealed", func(t *testing.T, r *Scene, step models.Step, idea models.Entry) {
			r.change(t, idea.ID, reword(now))
			for _, blind := range []bool{true, false} {
				_, err := s.ChangeStep(t.Context(), r.Facilitator, Key(), step.ID, models.StepChange{Blind: &blind})
				must(t, err)
			}
		}, []string{was}},
		{"another merged into it", func(t *testing.T, r *Scene, step models.Step, idea models.Entry) {
			r.change(t, idea.ID, reword(now))
			r.merge(t, idea, r.Idea(t, step.ID, "jiný"))
		}, []string{was}},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := NewScene(t, s, 1)
			step, idea := r.voted(t, was)
			screens := map[models.Audience]*Screen{}
			for _, a := range models.Audiences {
				screens[a] = r.Look(t, a)
			}
			c.change(t, r, step, idea)
			for a, screen := range screens {
				changes, err := s.Changes(t.Context(), r.ID, screen.Revision)
				must(t, err)
				screen.Apply(t, changes.For(a))
				told := c.told
				if a == models.Wall && len(told) > 0 {
					told = []string{""}
				}
				if got := screen.idea(t, idea.ID).Voted; !slices.Equal(got, told) {
					t.Errorf("audience %d is told %q, not %q", a, got, told)
				}
			}
			minutes, err := s.Minutes(t.Context(), r.ID)
			must(t, err)
			r.checkFile(t, minutes)
			if got := textsOf(minutes); !slices.Equal(got, c.told) {
				t.Errorf("the minutes tell %q, not %q", got, c.told)
			}
		})
	}
}

// textsOf are all wordings that minutes tell beside texts.
func textsOf(m models.Minutes) []string {
	var texts []string
	for _, step := range m.Steps {
		for _, idea := range step.ReadingOrder() {
			for _, voted := range idea.Voted {
				texts = append(texts, voted.Text)
			}
		}
	}
	return texts
}

// checkFile: imported, minutes say of the wordings what they said.
func (r *Scene) checkFile(t *testing.T, m models.Minutes) {
	t.Helper()
	again, err := r.Store.Import(t.Context(), m)
	must(t, err)
	back, err := r.Store.Minutes(t.Context(), again)
	must(t, err)
	for i, step := range m.Steps {
		want, got := step.ReadingOrder(), back.Steps[i].ReadingOrder()
		for j := range want {
			if !reflect.DeepEqual(want[j].Voted, got[j].Voted) || !slices.Equal(want[j].Merged, got[j].Merged) {
				t.Errorf("imported, %+v says %+v", want[j], got[j])
			}
		}
	}
}

func eachRoundTells(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 1)
	step, idea := r.voted(t, "první")
	second, third := "druhé", "třetí"
	r.change(t, idea.ID, models.EntryChange{Text: &second})
	r.vote(t, step, idea)
	r.vote(t, step, idea)
	r.change(t, idea.ID, models.EntryChange{Text: &third})
	told := r.minutesOf(t, 0).Voted
	if want := []models.VotedWording{{Text: "první", Rounds: []int{0}}, {Text: "druhé", Rounds: []int{1, 2}}}; !reflect.DeepEqual(told, want) {
		t.Fatalf("told is %+v", told)
	}

	// What was voted on with another merged into it was voted on in both wordings.
	other := r.Idea(t, step.ID, "sloučený")
	r.merge(t, idea, other)
	r.vote(t, step, idea)
	_, err := s.TakeOut(t.Context(), r.Facilitator, Key(), other.ID)
	must(t, err)
	told = r.minutesOf(t, 0).Voted
	if want := (models.VotedWording{Text: "sloučený", Rounds: []int{3}}); len(told) != 3 || !reflect.DeepEqual(told[2], want) {
		t.Fatalf("after taking out what was merged, told is %+v", told)
	}
	if got := r.minutesOf(t, 1); got.Voted != nil || got.Votes != nil {
		t.Fatalf("what was taken out says %+v", got)
	}
	minutes, err := s.Minutes(t.Context(), r.ID)
	must(t, err)
	r.checkFile(t, minutes)
}

func typedKeepWording(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 0)
	step := r.Step(t, models.MethodCollect)
	idea, added := r.Idea(t, step.ID, "původní"), "opravené"
	round, err := s.AddRound(t.Context(), r.Facilitator, Key(), step.ID,
		models.NewRound{ID: models.NewID[models.RoundID](), CastBy: models.CastTyped, Dots: 1, PerIdea: 1})
	must(t, err)
	typeIn := func(points int) {
		_, err := s.TypeTotals(t.Context(), r.Facilitator, Key(), round.ID, models.TypedTotals{Totals: []models.Total{{EntryID: idea.ID, Points: &points}}})
		must(t, err)
	}
	typeIn(4)
	r.change(t, idea.ID, models.EntryChange{Text: &added})
	typeIn(5)
	if told := r.minutesOf(t, 0); *told.Votes[0] != 5 || len(told.Voted) != 1 || told.Voted[0].Text != "původní" {
		t.Fatalf("the minutes say %+v", told)
	}
}

// editedIsTold: the editor changes what is printed, not what was voted on; a
// name in it she need not print.
func editedIsTold(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 1)
	_, idea := r.voted(t, "Paní Nováková čeká")
	for _, c := range []struct {
		name string
		edit models.Edit
		told []models.VotedWording
	}{
		{"no edit", models.Edit{}, nil},
		{"corrected", models.Edit{Text: "Klientka čeká"}, []models.VotedWording{{Text: "Paní Nováková čeká", Rounds: []int{0}}}},
		{"corrected without the wording", models.Edit{Text: "Klientka čeká", Unvoted: true}, []models.VotedWording{{Rounds: []int{0}}}},
		{"nothing to be kept silent", models.Edit{Unvoted: true}, nil},
		{"left out", models.Edit{LeftOut: "osobní údaj"}, nil},
	} {
		coordinator := models.Actor{Role: models.RoleCoordinator, Account: r.Account.ID, Workshop: r.ID}
		must(t, s.ChangeDraft(t.Context(), coordinator, Key(), models.DraftChange{Edits: map[string]models.Edit{string(idea.ID): c.edit}}))
		edition, err := s.DraftEdition(t.Context(), r.ID)
		must(t, err)
		if got := edition.Steps[0].Ideas[0].Voted; !reflect.DeepEqual(got, c.told) {
			t.Errorf("%s: told is %+v, not %+v", c.name, got, c.told)
		}
	}
}

func mergedFromFile(t *testing.T, s *store.Store) {
	points := 7
	id, err := s.Import(t.Context(), models.Minutes{Steps: []models.StepMinutes{{
		Method: models.MethodCollect, Heading: "KROK", Rounds: []models.RoundMinutes{{Dots: 3}},
		Ideas: []models.IdeaMinutes{{Text: "a", Votes: []*int{&points}, Merged: []string{"b", "b"}}, {Text: "c"}},
	}}})
	must(t, err)
	r := &Scene{Store: s, ID: id, Facilitator: models.Actor{Role: models.RoleFacilitator, Account: FirstAccount(t, s).ID, Workshop: id}}
	changes, err := s.Changes(t.Context(), id, 0)
	must(t, err)
	a, c := changes.Ideas[0], changes.Ideas[1]
	r.merge(t, c, a)
	if got := r.Look(t, models.Participants).idea(t, c.ID).Merged; !slices.Equal(got, []string{"a", "b", "b"}) {
		t.Fatalf("merged are %q", got)
	}
	_, err = s.TakeOut(t.Context(), r.Facilitator, Key(), a.ID)
	must(t, err)
	if got := r.minutesOf(t, 0); !slices.Equal(got.Merged, []string{"b", "b"}) || *got.Votes[0] != points {
		t.Fatalf("taken out, it says %+v", got)
	}
}

func firstWordingStays(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 1)
	idea := r.write(t, r.Seats[0], r.Step(t, models.MethodCollect).ID, "moje")
	change := func(by models.Actor, text, original string, reworded bool) {
		t.Helper()
		now, err := s.ChangeEntry(t.Context(), by, Key(), models.MethodCollect, idea.ID, models.EntryChange{Text: &text})
		must(t, err)
		if now.Original != original || now.Reworded != reworded {
			t.Fatalf("worded %q, the first wording kept is %q, told as the facilitator's %t", text, now.Original, now.Reworded)
		}
	}
	change(r.Seats[0], "moje druhé", "", false)
	change(r.Facilitator, "opravené", "moje druhé", true)
	change(r.Seats[0], "moje třetí", "moje druhé", false)
	change(r.Facilitator, "opravené znovu", "moje druhé", true)
	change(r.Seats[0], "moje druhé", "", false)
}

// sameIsNoChange: row by row, the same said again.
func sameIsNoChange(t *testing.T, s *store.Store) {
	r := NewScene(t, s, 1)
	bone, step := r.Step(t, models.MethodFishbone), r.Step(t, models.MethodCollect)
	idea := r.write(t, r.Seats[0], step.ID, "podnět")
	topic, err := s.AddTopic(t.Context(), r.Facilitator, Key(), step.ID, models.NewTopic{ID: models.NewID[models.TopicID](), Heading: "okruh"})
	must(t, err)
	cause, err := s.AddEntry(t.Context(), r.Facilitator, Key(), models.MethodFishbone, bone.ID, models.NewEntry{ID: models.NewID[models.EntryID](), Text: "příčina"})
	must(t, err)
	round, err := s.AddRound(t.Context(), r.Facilitator, Key(), step.ID, models.NewRound{ID: models.NewID[models.RoundID](), Label: "kolo", Dots: 3, PerIdea: 1})
	must(t, err)
	no, group, none := false, "skupina", ""
	_, err = s.ChangeHead(t.Context(), r.Facilitator, Key(), models.HeadChange{Group: &group})
	must(t, err)
	before, was := r.Look(t, models.Facilitators), r.newest(t)
	for name, again := range map[string]func() error{
		"an idea": func() error {
			_, err := s.ChangeEntry(t.Context(), r.Facilitator, Key(), models.MethodCollect, idea.ID, models.EntryChange{Text: &idea.Text, Marked: &no, Topic: &idea.TopicID})
			return err
		},
		"one's own idea": func() error {
			_, err := s.ChangeEntry(t.Context(), r.Seats[0], Key(), models.MethodCollect, idea.ID, models.EntryChange{Text: &idea.Text})
			return err
		},
		"a topic": func() error {
			_, err := s.ChangeTopic(t.Context(), r.Facilitator, Key(), topic.ID, models.TopicChange{Heading: topic.Heading})
			return err
		},
		"a cause": func() error {
			_, err := s.ChangeEntry(t.Context(), r.Facilitator, Key(), models.MethodFishbone, cause.ID, models.EntryChange{Text: &cause.Text})
			return err
		},
		"a round": func() error {
			_, err := s.ChangeRound(t.Context(), r.Facilitator, Key(), round.ID, models.RoundChange{Label: &round.Label, Dots: &round.Dots})
			return err
		},
		"a step": func() error {
			_, err := s.ChangeStep(t.Context(), r.Facilitator, Key(), step.ID, models.StepChange{Heading: &step.Heading, Blind: &no})
			return err
		},
		"the head": func() error {
			_, err := s.ChangeHead(t.Context(), r.Facilitator, Key(), models.HeadChange{Group: &group, Place: &none})
			return err
		},
	} {
		must(t, again())
		if now := r.Look(t, models.Facilitators); now.Digest(t) != before.Digest(t) || r.newest(t) != was {
			t.Errorf("%s said again is a change", name)
		}
	}
}
