package modelstest

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"dilna/models"
	"dilna/models/store"
)

// feedbackContract is what every database must keep of what people say of a
// workshop.
var feedbackContract = map[string]func(*testing.T, *store.Store){
	"feedback is answered once, and changed while it is open":                 answeredOnce,
	"feedback answers hang on no seat, and on no other answer (INV-25)":       answersAreNobodys,
	"feedback is closed at once, and opened again with what was said":         closedAndOpened,
	"texts of few wait until the feedback is closed":                          fewWait,
	"questions stay what people have answered":                                questionsStay,
	"questions that were changed are taken back until they are answered":      questionsBack,
	"hidden and removed texts are in no minutes":                              hiddenTexts,
	"who leaves and removes what is hers leaves no feedback":                  leavingFeedback,
	"questions go along with copies and templates":                            questionsGoAlong,
	"feedback is imported and exported the same":                              feedbackTravels,
	"the minutes say what people said of the workshop only where it is asked": feedbackInMinutes,
	"screens are told where the minutes are read, while they are":             toldWherePublished,
	"a group's workshops stand beside each other":                             groupLine,
}

// spoken is a workshop that has ended, with the secrets of its phones.
type spoken struct {
	*Scene
	secrets   []models.SeatSecret
	questions []models.Question
}

func newSpoken(t *testing.T, s *store.Store, people int) spoken {
	t.Helper()
	r := spoken{Scene: NewScene(t, s, 0)}
	for range people {
		secret := models.SeatSecret(models.NewSecret())
		seat, err := s.Join(t.Context(), r.ID, secret.Hash())
		must(t, err)
		r.Seats = append(r.Seats, models.Actor{Role: models.RoleParticipant, Seat: seat.ID, Workshop: r.ID})
		r.secrets = append(r.secrets, secret)
	}
	r.end(t)
	w, err := s.Workshop(t.Context(), r.ID)
	must(t, err)
	r.questions = w.Questions()
	return r
}

func (r spoken) end(t *testing.T) {
	t.Helper()
	_, err := r.Store.SetWorkshopState(t.Context(), r.Facilitator, Key(), models.WorkshopMove{State: models.WorkshopEnded})
	must(t, err)
}

func (r spoken) answer(t *testing.T, who int, seq int64, score int, text string) (models.MyFeedback, error) {
	t.Helper()
	in := models.MyFeedback{Seq: seq, Answers: []models.Answer{{Question: r.questions[0].ID, Score: score}}}
	if text != "" {
		in.Answers = append(in.Answers, models.Answer{Question: r.questions[1].ID, Text: text})
	}
	return r.Store.AnswerFeedback(t.Context(), r.Seats[who], r.secrets[who], in)
}

func (r spoken) says(t *testing.T, who int, seq int64, score int, text string) {
	t.Helper()
	_, err := r.answer(t, who, seq, score, text)
	must(t, err)
}

func (r spoken) move(t *testing.T, open bool) {
	t.Helper()
	_, err := r.Store.MoveFeedback(t.Context(), r.Facilitator, Key(), models.FeedbackMove{Open: open})
	must(t, err)
}

func (r spoken) summary(t *testing.T) models.FeedbackSummary {
	t.Helper()
	summary, err := r.Store.Feedback(t.Context(), r.Facilitator)
	must(t, err)
	return summary
}

func (r spoken) texts(t *testing.T) []string {
	t.Helper()
	var texts []string
	for _, q := range r.summary(t).Questions {
		for _, said := range q.Texts {
			texts = append(texts, said.Text)
		}
	}
	return texts
}

func answeredOnce(t *testing.T, s *store.Store) {
	r := newSpoken(t, s, 2)
	errs := together(10, func(int) error { _, err := r.answer(t, 0, 1, 5, "jídlo"); return err })
	for _, err := range errs {
		must(t, err)
	}
	r.says(t, 0, 2, 3, "")
	late, err := r.answer(t, 0, 1, 1, "předešlé") // overtaken on its way
	must(t, err)
	summary := r.summary(t)
	if summary.Answered != 1 || !slices.Equal(summary.Questions[0].Scores, []int{0, 0, 1, 0, 0}) || summary.Questions[0].Mean != 3 {
		t.Errorf("the summary is %+v", summary)
	}
	if late.Seq != 2 || len(late.Answers) != 1 || late.Answers[0].Score != 3 {
		t.Errorf("an overtaken change is answered with %+v", late)
	}
	if mine, err := s.MyFeedback(t.Context(), r.Seats[0], r.secrets[0]); err != nil || !reflect.DeepEqual(mine, late) {
		t.Errorf("mine is %+v, %v", mine, err)
	}
	_, err = s.AnswerFeedback(t.Context(), r.Facilitator, "", models.MyFeedback{Seq: 1, Answers: late.Answers})
	want(t, err, models.CodeNotYours)
	_, err = r.answer(t, 1, 1, 6, "")
	want(t, err, models.CodeInvalid)
	_, err = r.answer(t, 1, 1, 4, strings.Repeat("ž", 3_000))
	want(t, err, models.CodeInvalid)
}

// answersAreNobodys reads all there is of the answers: nothing there leads to a
// seat, nor from one answer to another of the same person.
func answersAreNobodys(t *testing.T, s *store.Store) {
	r := newSpoken(t, s, 3)
	for who := range r.Seats {
		r.says(t, who, 1, who+1, "text")
	}
	summary, seen := r.summary(t), map[string]bool{}
	for _, q := range summary.Questions {
		for _, said := range q.Texts {
			seen[said.ID] = true
		}
	}
	if len(seen) != 3 {
		t.Fatalf("three wrote: %v", seen)
	}
	for who, seat := range r.Seats {
		secret := r.secrets[who]
		for _, known := range []string{string(seat.Seat), secret.Hash()} {
			if seen[models.SeatSecret(known).Pseudonym(r.ID, r.questions[1].ID)] {
				t.Errorf("what the store knows of a seat leads to its answer")
			}
		}
		for _, other := range []models.QuestionID{"", r.questions[0].ID} {
			if seen[secret.Pseudonym(r.ID, other)] {
				t.Errorf("one pseudonym is used twice")
			}
		}
	}
}

func closedAndOpened(t *testing.T, s *store.Store) {
	r := newSpoken(t, s, 2)
	r.says(t, 0, 1, 5, "")
	r.move(t, false)
	_, err := r.answer(t, 0, 2, 1, "")
	want(t, err, models.CodeFeedbackClosed)
	r.move(t, true)
	r.says(t, 0, 2, 4, "")
	if summary := r.summary(t); summary.Answered != 1 || summary.Questions[0].Mean != 4 {
		t.Errorf("after it was opened again: %+v", summary)
	}
	_, err = s.SetWorkshopState(t.Context(), r.Facilitator, Key(), models.WorkshopMove{State: models.WorkshopOpen})
	must(t, err)
	_, err = r.answer(t, 1, 1, 1, "") // the workshop goes on
	want(t, err, models.CodeFeedbackClosed)
	_, err = s.MoveFeedback(t.Context(), r.Facilitator, Key(), models.FeedbackMove{Open: true})
	want(t, err, models.CodeWorkshopNotEnded)
}

func fewWait(t *testing.T, s *store.Store) {
	r := newSpoken(t, s, 3)
	r.says(t, 0, 1, 5, "první")
	r.says(t, 1, 1, 4, "druhý")
	if summary := r.summary(t); !summary.Withheld || len(r.texts(t)) > 0 || summary.Questions[0].Mean != 4.5 {
		t.Errorf("two have answered: %+v", summary)
	}
	r.move(t, false)
	if len(r.texts(t)) != 2 {
		t.Error("at the end texts are still withheld")
	}
	r.move(t, true)
	r.says(t, 2, 1, 4, "třetí")
	if len(r.texts(t)) != 3 {
		t.Error("three have answered, and texts are withheld")
	}
}

func questionsStay(t *testing.T, s *store.Store) {
	r := newSpoken(t, s, 1)
	set := func(in models.NewQuestions) error {
		_, err := s.SetQuestions(t.Context(), r.Facilitator, Key(), in)
		return err
	}
	own := slices.Clone(r.questions)
	own[0].Text = "Jak se vám dařilo?"
	must(t, set(models.NewQuestions{Questions: own, From: models.QuestionsSum(r.questions)}))
	want(t, set(models.NewQuestions{Questions: own, From: models.QuestionsSum(r.questions)}), models.CodeChangedSince)
	r.says(t, 0, 1, 5, "")
	other := slices.Clone(own)
	other[0].Text = "Přišli byste znovu?"
	want(t, set(models.NewQuestions{Questions: other}), models.CodeFeedbackAnswered)
	off := slices.Clone(own)
	off[0].Off = true
	must(t, set(models.NewQuestions{Questions: off}))
	_, err := r.answer(t, 0, 2, 4, "") // not asked any more
	want(t, err, models.CodeInvalid)
	want(t, set(models.NewQuestions{Questions: append(own, own[0])}), models.CodeInvalid)
}

func questionsBack(t *testing.T, s *store.Store) {
	r := newSpoken(t, s, 1)
	own := slices.Clone(r.questions)
	own[0].Text = "Jak se vám dařilo?"
	ask := func(questions []models.Question) {
		_, err := s.SetQuestions(t.Context(), r.Facilitator, Key(), models.NewQuestions{Questions: questions})
		must(t, err)
	}
	asks := func(want []models.Question) {
		t.Helper()
		w, err := s.Workshop(t.Context(), r.ID)
		must(t, err)
		if models.QuestionsSum(w.Questions()) != models.QuestionsSum(want) {
			t.Errorf("it asks %+v, not %+v", w.Questions(), want)
		}
	}
	ask(own)
	if entry := r.newest(t); entry.Part != models.PartQuestions || entry.Done != models.DoneChanged || !entry.Offered {
		t.Errorf("the history says %+v", entry)
	}
	must(t, r.undo(t, r.newest(t)))
	asks(r.questions)
	must(t, r.undo(t, r.newest(t)))
	asks(own)
	reworded := r.newest(t)
	off := slices.Clone(own)
	off[2].Off = true
	ask(off)
	want(t, r.undo(t, reworded), models.CodeChangedSince)
	must(t, r.undo(t, r.newest(t)))
	asks(own)
	ask(r.questions)
	r.says(t, 0, 1, 5, "")
	want(t, r.undo(t, r.newest(t)), models.CodeFeedbackAnswered)
	asks(r.questions)
}

func hiddenTexts(t *testing.T, s *store.Store) {
	r := newSpoken(t, s, 3)
	for who, text := range []string{"dobré", "jmenuje Nováka", "urážka"} {
		r.says(t, who, 1, 5, text)
	}
	id := func(who int) string { return r.secrets[who].Pseudonym(r.ID, r.questions[1].ID) }
	must(t, s.HideAnswer(t.Context(), r.Facilitator, Key(), id(1), true))
	must(t, s.RemoveAnswer(t.Context(), r.Facilitator, Key(), id(2)))
	want(t, s.RemoveAnswer(t.Context(), r.Facilitator, Key(), id(2)), models.CodeNotFound)
	want(t, s.HideAnswer(t.Context(), r.Seats[0], Key(), id(0), true), models.CodeFacilitatorOnly)
	if len(r.texts(t)) != 2 {
		t.Errorf("who runs the workshop reads %q", r.texts(t))
	}
	minutes, err := s.Minutes(t.Context(), r.ID)
	must(t, err)
	if said := minutes.Feedback.Questions[1].Texts; !slices.Equal(said, []string{"dobré"}) {
		t.Errorf("the record says %q", said)
	}
}

func leavingFeedback(t *testing.T, s *store.Store) {
	r := newSpoken(t, s, 2)
	r.says(t, 0, 1, 1, "moje")
	r.says(t, 1, 1, 5, "jiné")
	_, err := s.Leave(t.Context(), r.Seats[0], r.secrets[0], models.Leaving{Remove: true})
	must(t, err)
	r.move(t, false)
	if summary := r.summary(t); summary.Answered != 1 || summary.Questions[0].Mean != 5 || !slices.Equal(r.texts(t), []string{"jiné"}) {
		t.Errorf("of who left there still is %+v", summary)
	}
}

func questionsGoAlong(t *testing.T, s *store.Store) {
	r := newSpoken(t, s, 0)
	own := []models.Question{{ID: models.NewID[models.QuestionID](), Kind: models.QuestionText, Text: "Co si odnášíte?"}}
	_, err := s.SetQuestions(t.Context(), r.Facilitator, Key(), models.NewQuestions{Questions: own})
	must(t, err)
	copied, err := s.CopyWorkshop(t.Context(), r.Facilitator, Key(), models.NewCopy{ID: models.NewID[models.WorkshopID]()})
	must(t, err)
	template, err := s.SaveTemplate(t.Context(), r.Facilitator, Key(), models.NewTemplate{ID: models.NewID[models.TemplateID](), Name: "Naše"})
	must(t, err)
	made, err := s.CreateWorkshop(t.Context(), r.Account, Key(), models.NewWorkshop{ID: models.NewID[models.WorkshopID](), Template: template.ID})
	must(t, err)
	for _, id := range []models.WorkshopID{copied.ID, made.ID} {
		w, err := s.Workshop(t.Context(), id)
		must(t, err)
		if !reflect.DeepEqual(w.Questions(), own) {
			t.Errorf("it asks %+v", w.Questions())
		}
	}
}

// FeedbackRecord is the model record with feedback.
func FeedbackRecord() models.Minutes {
	m := ModelRecord()
	m.Feedback = &models.FeedbackMinutes{Answered: 4, Questions: []models.QuestionMinutes{
		{Text: "Jak se vám dnešní jednání líbilo?", Kind: models.QuestionScale, Low: "vůbec", High: "velmi", Scores: []int{0, 0, 1, 1, 2}},
		{Text: "Co bylo dobré?", Kind: models.QuestionText, Texts: []string{"Že jsme se poznali.", "Oběd 🥟", "Že jsme se poznali."}},
		{Text: "Co příště zlepšit?", Kind: models.QuestionText, Off: true},
	}}
	return m
}

func feedbackTravels(t *testing.T, s *store.Store) {
	w, err := s.Import(t.Context(), FeedbackRecord())
	must(t, err)
	minutes, err := s.Minutes(t.Context(), w)
	must(t, err)
	came, err := json.Marshal(minutes)
	must(t, err)
	if went, err := json.Marshal(FeedbackRecord()); err != nil || string(came) != string(went) {
		t.Errorf("the record came back as %s, %v", came, err)
	}
}

func feedbackInMinutes(t *testing.T, s *store.Store) {
	w, err := s.Import(t.Context(), FeedbackRecord())
	must(t, err)
	by := models.Actor{Role: models.RoleCoordinator, Account: FirstAccount(t, s).ID, Workshop: w}
	draft, err := s.DraftEdition(t.Context(), w)
	must(t, err)
	if draft.Feedback != nil || draft.WorkshopFile().Feedback == nil {
		t.Error("feedback is in the minutes unasked, or not in the file")
	}
	must(t, s.ChangeDraft(t.Context(), by, Key(), models.DraftChange{Options: &models.MinutesOptions{Feedback: true}}))
	_, err = s.ApproveMinutes(t.Context(), by, Key(), models.DraftSeen{})
	must(t, err)
	first, err := s.Edition(t.Context(), w, 1)
	must(t, err)
	if !reflect.DeepEqual(first.Feedback, FeedbackRecord().Feedback) {
		t.Errorf("the minutes say %+v", first.Feedback)
	}
	summary, err := s.Feedback(t.Context(), by)
	must(t, err)
	must(t, s.SetEditionState(t.Context(), by, Key(), 1, models.EditionMove{State: models.MinutesPublished}))
	must(t, s.HideAnswer(t.Context(), by, Key(), summary.Questions[1].Texts[1].ID, true))
	_, err = s.ApproveMinutes(t.Context(), by, Key(), models.DraftSeen{})
	must(t, err)
	// What was taken out is still read in the older public version.
	want(t, s.SetEditionState(t.Context(), by, Key(), 2, models.EditionMove{State: models.MinutesPublished}), models.CodeOlderVersions)
}

func toldWherePublished(t *testing.T, s *store.Store) {
	by := minutesScene(t, s)
	told := func(since models.Revision, a models.Audience) (string, models.Revision) {
		changes, err := s.Changes(t.Context(), by.Workshop, since)
		must(t, err)
		view := changes.For(a)
		if view.Workshop == nil {
			return "not told", view.Revision
		}
		return view.Workshop.Minutes, view.Revision
	}
	_, err := s.ApproveMinutes(t.Context(), by, Key(), models.DraftSeen{})
	must(t, err)
	_, at := told(0, models.Participants)
	must(t, s.SetEditionState(t.Context(), by, Key(), 1, models.EditionMove{State: models.MinutesPublished}))
	work, err := s.MinutesWork(t.Context(), by.Workshop)
	must(t, err)
	for _, a := range models.Audiences {
		if link, _ := told(at, a); link != work.Link || link == "" {
			t.Errorf("audience %d is told %q, the address is %q", a, link, work.Link)
		}
	}
	_, at = told(0, models.Participants)
	must(t, s.SetEditionState(t.Context(), by, Key(), 1, models.EditionMove{State: models.MinutesApproved}))
	if link, _ := told(at, models.Participants); link != "" {
		t.Errorf("withdrawn, they are told %q", link)
	}
}

func groupLine(t *testing.T, s *store.Store) {
	earlier := FeedbackRecord()
	earlier.Number, earlier.Date = 1, "2025-10-01"
	earlier.Feedback.Questions[0].Scores = []int{1, 0, 0, 0, 0}
	for _, m := range []models.Minutes{FeedbackRecord(), earlier} {
		_, err := s.Import(t.Context(), m)
		must(t, err)
	}
	another := FeedbackRecord()
	another.Group = "Jiná skupina"
	_, err := s.Import(t.Context(), another)
	must(t, err)
	last := FeedbackRecord()
	last.Number, last.Date = 3, time.Date(2026, 1, 8, 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
	w, err := s.Import(t.Context(), last)
	must(t, err)
	summary, err := s.Feedback(t.Context(), models.Actor{Role: models.RoleCoordinator, Account: FirstAccount(t, s).ID, Workshop: w})
	must(t, err)
	var means []float64
	for _, one := range summary.Group {
		means = append(means, one.Mean)
	}
	if !slices.Equal(means, []float64{1, 4.25, 4.25}) || summary.Group[0].Given != 1 {
		t.Errorf("the group found its workshops %+v", summary.Group)
	}
}
