package models

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"math"
	"slices"
	"strconv"
	"time"
)

// QuestionID names a question of the feedback.
type QuestionID string

// QuestionKind is how a question is answered.
type QuestionKind string

const (
	QuestionScale QuestionKind = "scale" // 1 to MostScore
	QuestionText  QuestionKind = "text"
)

// MostScore is the best score of a scale; the worst is 1.
const MostScore = 5

// MaxQuestions is how many questions a workshop's feedback may have.
const MaxQuestions = 10

// FeedbackTime is how long the feedback stays open after the workshop has ended.
const FeedbackTime = 24 * time.Hour

// FewAnswers is how many answers there have to be before anybody reads a text of
// one while the feedback is open: of the only one it is known whose it is.
const FewAnswers = 3

// Question is what people are asked about the workshop when it ends.
type Question struct {
	ID   QuestionID   `json:"id"`
	Text string       `json:"text"`
	Kind QuestionKind `json:"kind" enum:"scale,text"`
	Low  string       `json:"low,omitempty" doc:"what 1 on the scale means"`
	High string       `json:"high,omitempty" doc:"what 5 on the scale means"`
	Off  bool         `json:"off,omitempty" doc:"not asked"`
}

// Feedback is what the workshop asks, and until when.
type Feedback struct {
	Questions []Question `gorm:"serializer:json"` // nil: the usual ones
	Ends      int64      // Unix milliseconds; 0: it has never been open
}

// usualQuestions are what a workshop asks that nobody has prepared questions
// for: thirty seconds, no more. Their ids are always the same.
func usualQuestions(say saying) []Question {
	return []Question{
		{
			ID: usualQuestion("overall"), Kind: QuestionScale,
			Text: say("Jak se vám dnešní jednání líbilo?", "How did you like today's workshop?"),
			Low:  say("vůbec", "not at all"), High: say("velmi", "very much"),
		},
		{ID: usualQuestion("good"), Kind: QuestionText, Text: say("Co bylo dobré?", "What was good?")},
		{ID: usualQuestion("better"), Kind: QuestionText, Text: say("Co příště zlepšit?", "What should we improve next time?")},
	}
}

func usualQuestion(name string) QuestionID {
	sum := sha256.Sum256([]byte("dilna question " + name))
	return QuestionID(idEncoding.EncodeToString(sum[:16]))
}

// Questions are all the workshop may ask, also those that are off.
func (w Workshop) Questions() []Question {
	if w.Feedback.Questions != nil {
		return w.Feedback.Questions
	}
	say, _ := sayingIn(w.Head.Language)
	return usualQuestions(say)
}

// OwnQuestions are the questions where they are not the usual ones: what copies,
// templates and files carry.
func (w Workshop) OwnQuestions() []Question {
	say, _ := sayingIn(w.Head.Language)
	if QuestionsSum(w.Questions()) == QuestionsSum(usualQuestions(say)) {
		return nil
	}
	return w.Feedback.Questions
}

// QuestionsSum tells questions from others.
func QuestionsSum(questions []Question) string {
	said, _ := json.Marshal(questions) // texts: it cannot fail
	sum := sha256.Sum256(said)
	return hex.EncodeToString(sum[:])
}

// Asked are the questions people are asked.
func Asked(questions []Question) []Question {
	return slices.DeleteFunc(slices.Clone(questions), func(q Question) bool { return q.Off })
}

// OpenFeedback opens the feedback for a day, if anything is asked. What is asked
// is kept from then on, in whatever language the minutes will be.
func (w *Workshop) OpenFeedback(now time.Time) {
	if len(Asked(w.Questions())) > 0 {
		w.Feedback.Questions = w.Questions()
		w.Feedback.Ends = now.Add(FeedbackTime).UnixMilli()
	}
}

// FeedbackOpen says whether people can answer now.
func (w Workshop) FeedbackOpen(now time.Time) bool {
	return w.State == WorkshopEnded && now.UnixMilli() < w.Feedback.Ends
}

// MayAnswer says whether the actor may say what she thinks of the workshop, or
// say it otherwise: who has a seat, while the feedback is open. Codes:
// `not-yours`, `feedback-closed`.
func (w Workshop) MayAnswer(by Actor, now time.Time) error {
	switch {
	case by.Role != RoleParticipant:
		return Fail(KindForbidden, CodeNotYours)
	case !w.FeedbackOpen(now):
		return Fail(KindClosed, CodeFeedbackClosed)
	}
	return nil
}

// FeedbackMove opens the feedback for another day, or closes it at once.
type FeedbackMove struct {
	Open bool `json:"open"`
}

// Move makes it of the workshop. Codes: `workshop-not-ended`,
// `nothing-asked` where every question is off.
func (w *Workshop) Move(m FeedbackMove, now time.Time) error {
	switch {
	case !m.Open && w.FeedbackOpen(now):
		w.Feedback.Ends = now.UnixMilli()
	case !m.Open || w.FeedbackOpen(now):
	case w.State != WorkshopEnded:
		return Fail(KindConflict, CodeWorkshopNotEnded)
	case len(Asked(w.Questions())) == 0:
		return Fail(KindConflict, CodeNothingAsked)
	default:
		w.OpenFeedback(now)
	}
	return nil
}

// NewQuestions are what a workshop asks from now on, in their order.
type NewQuestions struct {
	Questions []Question `json:"questions" doc:"10 at most"`
	From      string     `json:"from,omitempty" doc:"the sum of the questions the caller saw; without it, whatever they are. If they are others by now: changed-since"`
}

// Check tidies and checks the command. The code is `invalid`.
func (n *NewQuestions) Check() error {
	var c checker
	c.within("questions", len(n.Questions), 0, MaxQuestions)
	known := map[QuestionID]bool{}
	for i := range n.Questions {
		q := &n.Questions[i]
		at := "questions." + strconv.Itoa(i) + "."
		c.id(at+"id", string(q.ID))
		if known[q.ID] {
			c.add(Field{Name: at + "id", Reason: ReasonDuplicate})
		}
		known[q.ID] = true
		oneOf(&c, at+"kind", q.Kind, QuestionScale, QuestionText)
		c.needed(at+"text", &q.Text, MaxHeading)
		c.text(at+"low", &q.Low, MaxHeading)
		c.text(at+"high", &q.High, MaxHeading)
	}
	return c.result()
}

// Ask has the workshop ask other questions. What people have answered must stay
// what they were asked: then the questions can only be put on and off. Codes:
// `changed-since`, `feedback-answered`.
func (w *Workshop) Ask(n NewQuestions, answered bool) error {
	if n.From != "" && n.From != QuestionsSum(w.Questions()) {
		return Fail(KindConflict, CodeChangedSince)
	}
	if answered && QuestionsSum(allOn(n.Questions)) != QuestionsSum(allOn(w.Questions())) {
		return Fail(KindConflict, CodeFeedbackAnswered)
	}
	w.Feedback.Questions = append([]Question{}, n.Questions...)
	return nil
}

func allOn(questions []Question) []Question {
	all := slices.Clone(questions)
	for i := range all {
		all[i].Off = false
	}
	return all
}

// Answer is what one person says to one question: a score or a text.
type Answer struct {
	Question QuestionID `json:"question"`
	Score    int        `json:"score,omitempty" doc:"1 to 5; absent: none"`
	Text     string     `json:"text,omitempty" doc:"2000 characters at most"`
}

// MyFeedback is all that one person says of the workshop. Seq grows with each
// change on her device, from 1: a change at or below the newest that counted
// changes nothing and is answered with what counts.
type MyFeedback struct {
	Seq     int64    `json:"seq"`
	Answers []Answer `json:"answers" doc:"questions that are not named are not answered"`
}

// Check tidies and checks the command. The code is `invalid`.
func (m *MyFeedback) Check() error {
	var c checker
	c.within("seq", int(m.Seq), 1, math.MaxInt32)
	c.within("answers", len(m.Answers), 1, MaxQuestions)
	known := map[QuestionID]bool{}
	for i := range m.Answers {
		a := &m.Answers[i]
		at := "answers." + strconv.Itoa(i) + "."
		c.id(at+"question", string(a.Question))
		if known[a.Question] {
			c.add(Field{Name: at + "question", Reason: ReasonDuplicate})
		}
		known[a.Question] = true
		c.within(at+"score", a.Score, 0, MostScore)
		c.text(at+"text", &a.Text, MaxIdea)
		if a.Score == 0 && a.Text == "" {
			c.add(Field{Name: at + "text", Reason: ReasonEmpty})
		}
	}
	return c.result()
}

// Fit refuses answers to what is not asked, or of another kind than it is asked
// for. Code `invalid`.
func (m MyFeedback) Fit(questions []Question) error {
	asked := map[QuestionID]QuestionKind{}
	for _, q := range Asked(questions) {
		asked[q.ID] = q.Kind
	}
	for i, a := range m.Answers {
		kind, known := asked[a.Question]
		scored := a.Score > 0 && a.Text == ""
		if !known || (kind == QuestionScale) != scored || (kind == QuestionText) != (a.Score == 0) {
			return Fail(KindInvalid, CodeInvalid).At("answers."+strconv.Itoa(i)+".question", ReasonUnknown)
		}
	}
	return nil
}

// SeatSecret is what a device shows to be let to its seat. It is kept there and
// nowhere else: the store knows its hash.
type SeatSecret string

// Hash is what the store knows of the secret.
func (s SeatSecret) Hash() string { return HashSecret(string(s)) }

// Pseudonym is what the device is called in one question of a workshop, and, for
// no question, among those who have answered. Only the secret leads from a seat
// to it, and from one pseudonym to another (docs/adr/0035).
func (s SeatSecret) Pseudonym(w WorkshopID, q QuestionID) string {
	mac := hmac.New(sha256.New, []byte(s))
	mac.Write([]byte("feedback." + string(w) + "." + string(q)))
	return hex.EncodeToString(mac.Sum(nil)[:16])
}

// FeedbackView is the feedback as people and facilitators are told of it.
type FeedbackView struct {
	Ends      int64      `json:"ends" doc:"Unix milliseconds; 0: it has never been open"`
	Questions []Question `json:"questions"`
	Sum       string     `json:"sum,omitempty" doc:"tells these questions from others; facilitators"`
}

// FeedbackFor is the feedback as facilitators are told of it.
func (w Workshop) FeedbackFor() FeedbackView {
	return FeedbackView{Ends: w.Feedback.Ends, Questions: w.Questions(), Sum: QuestionsSum(w.Questions())}
}

// feedbackFor is what the audience is told of the feedback: people once it has
// been open, the wall nothing.
func (w Workshop) feedbackFor(a Audience) *FeedbackView {
	switch {
	case a == Facilitators:
		v := w.FeedbackFor()
		return &v
	case a == Participants && w.State == WorkshopEnded && w.Feedback.Ends > 0:
		return &FeedbackView{Ends: w.Feedback.Ends, Questions: Asked(w.Questions())}
	}
	return nil
}
