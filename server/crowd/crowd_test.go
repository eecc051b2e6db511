package crowd_test

import (
	"context"
	"log/slog"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"dilna/models"
	"dilna/models/modelstest"
	"dilna/models/store"
	"dilna/server/crowd"
)

// stage is a rehearsal with people in it, and its facilitator.
type stage struct {
	t      *testing.T
	store  *store.Store
	crowds *crowd.Crowds
	scene  *modelstest.Scene
	news   chan struct{} // something was committed
	logged *strings.Builder
	agreed atomic.Int32 // how often somebody agreed
}

// overheard is the store, and the stage counts who agrees.
type overheard struct {
	*store.Store
	stage *stage
}

func (o overheard) Agree(ctx context.Context, by models.Actor, idea models.EntryID, in models.SetAgreement) (models.Agreement, error) {
	told, err := o.Store.Agree(ctx, by, idea, in)
	if err == nil {
		o.stage.agreed.Add(1)
		o.stage.tell()
	}
	return told, err
}

func (s *stage) Changed(models.WorkshopID, models.Revision) { s.tell() }
func (s *stage) Progressed(models.WorkshopID)               { s.tell() }

func (s *stage) tell() {
	select {
	case s.news <- struct{}{}:
	default:
	}
}

func newStage(t *testing.T) *stage {
	t.Helper()
	s := &stage{t: t, news: make(chan struct{}, 1), logged: &strings.Builder{}}
	var err error
	s.store, err = store.Open(t.Context(), t.TempDir(), store.Options{Publisher: s})
	must(t, err)
	s.scene = modelstest.NewScene(t, s.store, 0)
	s.crowds = crowd.New(overheard{s.store, s}, slog.New(slog.NewTextHandler(s.logged, nil)), time.Millisecond)
	t.Cleanup(func() {
		s.crowds.Close()
		must(t, s.store.Close())
		if s.logged.Len() > 0 {
			t.Errorf("logged: %s", s.logged)
		}
	})
	return s
}

// until waits for commits until the workshop is as it should be.
func (s *stage) until(what string, is func(models.Changes, models.Progress) bool) {
	s.t.Helper()
	enough, cancel := context.WithTimeout(s.t.Context(), time.Minute)
	defer cancel()
	for {
		changes, err := s.store.Changes(s.t.Context(), s.scene.ID, 0)
		must(s.t, err)
		progress, err := s.store.Progress(s.t.Context(), s.scene.ID)
		must(s.t, err)
		if is(changes, progress) {
			return
		}
		select {
		case <-s.news:
		case <-enough.Done():
			s.t.Fatalf("never seen: %s", what)
		}
	}
}

// people is how many play in a workshop.
func (s *stage) people(w models.WorkshopID) int {
	people, _, _ := s.crowds.Stands(w)
	return people
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestPretendPeopleComeWriteVoteAndAskWhy(t *testing.T) {
	s, ctx := newStage(t), t.Context()
	s.crowds.Set(s.scene.ID, 9)
	s.until("nine people", func(_ models.Changes, p models.Progress) bool { return p.Seats == 9 })
	if _, got, _ := s.crowds.Stands(s.scene.ID); got != 9 {
		t.Errorf("of nine people %d are counted as connected", got)
	}

	step := s.scene.Step(t, models.MethodCollect)
	s.until("two ideas of each", func(c models.Changes, _ models.Progress) bool { return len(c.Ideas) == 18 })

	by := s.scene.Facilitator
	round := s.scene.Round(t, step.ID, 3, 1)
	s.until("a ballot of everybody", func(_ models.Changes, p models.Progress) bool { return len(p.Ballots) == 1 && p.Ballots[0].Count == 9 })
	closed, err := s.store.SetRoundState(ctx, by, modelstest.Key(), round.ID, models.RoundMove{State: models.RoundClosed})
	must(t, err)
	for _, place := range closed.Standing {
		if *place.Points > 9 {
			t.Errorf("nine people with one dot an idea gave one %d", *place.Points)
		}
	}

	s.scene.Step(t, models.MethodFishbone)
	s.until("causes under causes", func(c models.Changes, _ models.Progress) bool {
		deep := 0
		for _, cause := range c.Causes {
			if cause.ParentID != "" {
				deep++
			}
		}
		return deep == 10 && len(c.Causes) == 14
	})
}

func TestPretendPeopleSitDownAndWorkAtTheirTables(t *testing.T) {
	s, ctx := newStage(t), t.Context()
	by := s.scene.Facilitator
	tables := models.NewDivision{ID: models.NewID[models.DivisionID](), Heading: "Kde sedíte?", Parts: []models.DivisionPart{
		{ID: models.NewID[models.PartID](), Heading: "Stůl 1"},
		{ID: models.NewID[models.PartID](), Heading: "Stůl 2"},
		{ID: models.NewID[models.PartID](), Heading: "Host", Guests: true},
	}}
	_, err := s.store.AddDivision(ctx, by, modelstest.Key(), tables)
	must(t, err)
	ofTable := map[models.StepID]int{}
	for i, part := range tables.Parts[:2] {
		in := models.NewStep{ID: models.NewID[models.StepID](), Method: models.MethodCollect, Heading: part.Heading, Part: part.ID}
		_, err := s.store.AddStep(ctx, by, modelstest.Key(), in)
		must(t, err)
		_, err = s.store.SetStepState(ctx, by, modelstest.Key(), in.ID, models.StepMove{State: models.StepOpen})
		must(t, err)
		ofTable[in.ID] = i
	}
	s.crowds.Set(s.scene.ID, 6)
	s.until("two ideas of three people at each table", func(c models.Changes, _ models.Progress) bool {
		var written [2]int
		for _, idea := range c.Ideas {
			written[ofTable[idea.StepID]]++
		}
		return written == [2]int{6, 6}
	})
}

func TestPretendPeopleVoteOnWhatASecondRoundIsAbout(t *testing.T) {
	s, ctx := newStage(t), t.Context()
	step := s.scene.Step(t, models.MethodCollect)
	for range 200 {
		s.scene.Idea(t, step.ID, "podnět")
	}
	tied := []models.EntryID{s.scene.Idea(t, step.ID, "a").ID, s.scene.Idea(t, step.ID, "b").ID}
	in := models.NewRound{ID: models.NewID[models.RoundID](), Dots: 1, PerIdea: 1, Ideas: tied, Open: true}
	_, err := s.store.AddRound(ctx, s.scene.Facilitator, modelstest.Key(), step.ID, in)
	must(t, err)
	s.crowds.Set(s.scene.ID, 5)
	s.until("a ballot of everybody", func(_ models.Changes, p models.Progress) bool { return len(p.Ballots) == 1 && p.Ballots[0].Count == 5 })
}

func TestPeopleWhoAreSentAwayStopAndComeBackToTheirSeats(t *testing.T) {
	s := newStage(t)
	s.crowds.Set(s.scene.ID, 3)
	s.until("three people", func(_ models.Changes, p models.Progress) bool { return p.Seats == 3 })
	s.crowds.Set(s.scene.ID, 0)
	if n := s.people(s.scene.ID); n != 0 {
		t.Fatalf("%d play on", n)
	}
	s.scene.Step(t, models.MethodCollect)
	s.crowds.Set(s.scene.ID, 4)
	s.until("ideas of four", func(c models.Changes, p models.Progress) bool { return len(c.Ideas) == 8 && p.Seats == 4 })
}

func TestPeopleGoHomeWhenTheRehearsalEnds(t *testing.T) {
	for name, end := range map[string]func(*stage) error{
		"ended": func(s *stage) error {
			_, err := s.store.SetWorkshopState(s.t.Context(), s.scene.Facilitator, modelstest.Key(), models.WorkshopMove{State: models.WorkshopEnded})
			return err
		},
		"removed": func(s *stage) error {
			return s.store.RemoveRehearsal(s.t.Context(), s.scene.Facilitator)
		},
	} {
		t.Run(name, func(t *testing.T) {
			s := newStage(t)
			in := models.NewCopy{ID: models.NewID[models.WorkshopID](), Rehearsal: true}
			_, err := s.store.CopyWorkshop(t.Context(), s.scene.Facilitator, modelstest.Key(), in)
			must(t, err)
			s.scene.ID, s.scene.Facilitator.Workshop = in.ID, in.ID
			s.crowds.Set(in.ID, 2)
			s.until("two people", func(_ models.Changes, p models.Progress) bool { return p.Seats == 2 })
			must(t, end(s))
			left := time.NewTicker(time.Millisecond)
			defer left.Stop()
			for s.people(in.ID) > 0 {
				select {
				case <-left.C:
				case <-t.Context().Done():
					t.Fatal("they play on")
				}
			}
		})
	}
}

func TestNobodyIsLeftWhenTheServerStops(t *testing.T) {
	s := newStage(t)
	s.scene.Step(t, models.MethodCollect)
	s.crowds.Set(s.scene.ID, 2)
	s.until("an idea", func(c models.Changes, _ models.Progress) bool { return len(c.Ideas) > 0 })
	s.crowds.Close()
	before, err := s.store.Workshop(t.Context(), s.scene.ID)
	must(t, err)
	s.crowds.Set(s.scene.ID, 5)
	s.crowds.Close()
	after, err := s.store.Workshop(t.Context(), s.scene.ID)
	must(t, err)
	if before.Revision != after.Revision || s.people(s.scene.ID) == 5 {
		t.Errorf("somebody wrote from revision %d to %d", before.Revision, after.Revision)
	}
}

func TestPretendPeopleAgreeWithWhatOthersWroteWhereTheyMay(t *testing.T) {
	s, ctx := newStage(t), t.Context()
	step := s.scene.Step(t, models.MethodCollect)
	_, err := s.store.ChangeStep(ctx, s.scene.Facilitator, modelstest.Key(), step.ID, models.StepChange{Agreeing: new(true)})
	must(t, err)
	s.crowds.Set(s.scene.ID, 6)
	s.until("two ideas of each", func(c models.Changes, _ models.Progress) bool { return len(c.Ideas) == 12 })
	s.until("people who agree", func(models.Changes, models.Progress) bool { return s.agreed.Load() >= 9 })
	s.crowds.Set(s.scene.ID, 0)

	_, err = s.store.SetStepState(ctx, s.scene.Facilitator, modelstest.Key(), step.ID, models.StepMove{State: models.StepClosed})
	must(t, err)
	s.until("as many told as agreed", func(c models.Changes, _ models.Progress) bool {
		told := 0
		for _, idea := range c.Ideas {
			told += *idea.Agreed
		}
		return told == int(s.agreed.Load())
	})
}
