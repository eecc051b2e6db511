package exports

import (
	"fmt"
	"strings"

	"dilna/models"
)

// defaultLanguage is the language of a record that does not say its own.
const defaultLanguage = "cs"

// words is what the minutes themselves say in one language.
type words struct {
	tongue       string                  // what language it is
	title        func(number int) string // 0: not numbered
	group        string
	date         string
	time         string // where there are hours and no date
	when         func(date, start, end string) string
	place        string
	count        string
	attended     func(participants, observers *int) string
	facilitators func(how int) string
	present      string
	excused      string
	guests       string
	nextMeeting  string

	step        func(n int) string // for a step without heading
	topic       func(n int) string
	nothing     string
	fromHarvest string
	sentLate    string
	source      func(source string) string

	markLegend func(perTopic int) string // 0: no limit known
	marked     string
	chosen     string
	author     func(name string) string
	merged     func(text string) string
	proposed   string                  // of an idea that came while people voted
	agreeing   func(people int) string // how many others agree with an idea; at least one
	agreeHead  string                  // of their column in a sheet
	voted      string                  // before the wording that was voted on
	votedElse  string                  // where that is left out of the minutes
	votes      string
	round      func(n int) string
	turnout    func(t turnout) string
	uncounted  string // what the sign of a missing number means

	caption  func(effect string) string
	fishbone func(effect string, bones, causes int) string

	decision, votesFor, votesAgainst, abstained, result string
	task, owners, due, state                            string
	states                                              map[models.TaskState]string

	page, of string

	version              func(n int) string // small, in the foot
	approval             func(day, by string) string
	draft                string // the watermark
	changes              func(since int) string
	remark               string
	resolution, approved string // before the number of a decision; before an approval
	agreed               agreedWords
	introduction         string
	divided              string                    // ways the room was divided that have no name
	ranks                func(from, to int) string // of those that share them

	where, what, now string
	frame, layout    string // where a change is in no step
	whole            string // likewise
	kinds            map[models.ChangeKind]string
	members          map[string]string // of the options, the language and the letterhead

	lateInputs, lateInput, sentBy, settlement string
	settlements                               map[models.Settlement]string

	leftOut              string // what the sign of something left out means
	zerosHidden          func(how int) string
	standing, rank       string
	ballots, ballotHead  string
	ballotsOf            func(step, round string) string
	ballot               func(n int) string
	asCollected, byVotes string
	drawn                func(effect, outline string) string // a fishbone without its outline

	contents, tasksByOwner string
	essence                essenceWords
	promises               promiseWords

	feedback feedbackWords

	sheets  sheetWords
	slips   slipWords
	tickets ticketWords
}

// languages are the languages the minutes can be framed in; English stands in
// for every other. A new language is a new entry.
var languages = map[string]words{"cs": czech, "en": english, "sk": slovak, "de": german, "uk": ukrainian}

// wordsIn finds the words for a BCP 47 tag by its primary subtag.
func wordsIn(tag string) words {
	return languages[frameOf(tag)]
}

// frameOf is the language there are words in for a tag: its own, or English.
func frameOf(tag string) string {
	primary, _, _ := strings.Cut(strings.ToLower(tag), "-")
	if _, ok := languages[primary]; ok {
		return primary
	}
	return "en"
}

// shared are ranks in one pattern alone, and in another where several share them.
func shared(one, several string) func(from, to int) string {
	return func(from, to int) string {
		if from == to {
			return fmt.Sprintf(one, from)
		}
		return fmt.Sprintf(several, from, to)
	}
}

func (w words) roundLabel(r heldRound, rounds int) string {
	switch {
	case strings.TrimSpace(r.Label) != "":
		return r.Label
	case rounds == 1:
		return w.votes
	}
	return w.round(r.index + 1)
}
