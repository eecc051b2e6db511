package exports

import (
	"strings"

	"dilna/models"
)

// defaultLanguage is the language of a record that does not say its own.
const defaultLanguage = "cs"

// words is what the minutes themselves say in one language.
type words struct {
	title        func(number int) string // 0: not numbered
	group        string
	date         string
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
	chosen     string
	author     func(name string) string
	merged     func(text string) string
	votes      string
	round      func(n int) string
	turnout    func(t turnout) string

	fishbone func(effect string, bones, causes int) string

	decision, votesFor, votesAgainst, abstained, result string
	task, owners, due, state                            string
	states                                              map[models.TaskState]string

	page, of string
}

// languages are the languages the minutes can be framed in; English stands in
// for every other. A new language is a new entry.
var languages = map[string]words{"cs": czech, "en": english}

// wordsIn finds the words for a BCP 47 tag by its primary subtag.
func wordsIn(tag string) words {
	primary, _, _ := strings.Cut(strings.ToLower(tag), "-")
	if w, ok := languages[primary]; ok {
		return w
	}
	return languages["en"]
}
