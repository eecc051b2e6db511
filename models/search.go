package models

import (
	"fmt"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// LinePlace says what a line of a record is.
type LinePlace string

const (
	LineHead     LinePlace = "head"
	LineHeading  LinePlace = "heading"
	LineTopic    LinePlace = "topic"
	LineIdea     LinePlace = "idea"
	LineEffect   LinePlace = "effect"
	LineCause    LinePlace = "cause"
	LineText     LinePlace = "text"
	LineDecision LinePlace = "decision"
	LineTask     LinePlace = "task"
)

// Line is one text of a record that can be found.
type Line struct {
	Place LinePlace
	Step  string // heading of the step it is in; empty for the head
	Text  string
}

// Finding is where the words that were looked for are.
type Finding struct {
	Place  LinePlace `json:"place" enum:"head,heading,topic,idea,effect,cause,text,decision,task"`
	Step   string    `json:"step" doc:"heading of the step; empty for the head"`
	Before string    `json:"before" doc:"what the found words follow, shortened"`
	Match  string    `json:"match"`
	After  string    `json:"after" doc:"what follows them, shortened"`
}

// firstMark is the first character that goes over or under another.
const firstMark = '\u0300'

// Fold writes a text the way it is compared: small letters without accents, so
// that "Příčina" is found by "pricina".
func Fold(text string) string {
	return strings.Map(func(r rune) rune {
		if r >= firstMark && unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(strings.ToLower(text)))
}

// Wanted are the words of a query as Find takes them; what stands between
// quotation marks of any kind is one.
func Wanted(query string) []string {
	parts := strings.FieldsFunc(" "+Fold(query)+" ", func(r rune) bool { return strings.ContainsRune(quotationMarks, r) })
	var words []string
	for i, part := range parts {
		if phrase := strings.Join(strings.Fields(part), " "); i%2 == 1 && i < len(parts)-1 && phrase != "" {
			words = append(words, phrase)
		} else {
			words = append(words, strings.Fields(part)...)
		}
	}
	return words
}

const quotationMarks = "\"„“”«»"

// czechMonths as a date says them.
var czechMonths = [...]string{"ledna", "února", "března", "dubna", "května", "června", "července", "srpna", "září", "října", "listopadu", "prosince"}

// DayAsPrinted is a day in each of the ways minutes and people write it; what
// is no day ("konec listopadu") is as it stands.
func DayAsPrinted(date string) []string {
	day, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return []string{date}
	}
	return []string{
		fmt.Sprintf("%d. %s %d", day.Day(), czechMonths[day.Month()-1], day.Year()),
		day.Format("2. 1. 2006"), day.Format("2.1.2006"), day.Format("2 January 2006"), date,
	}
}

// HoldsAll says whether a folded text holds every word, each anywhere, also
// inside a longer one: Czech words change their ends.
func HoldsAll(folded string, words []string) bool {
	for _, word := range words {
		if !strings.Contains(folded, word) {
			return false
		}
	}
	return true
}

// maxFindings is how many places of one workshop are shown.
const maxFindings = 3

// Find is where the words are in the lines: those with most of them first, in
// the order of the record.
func Find(lines []Line, words []string) []Finding {
	byCount := make([][]Finding, len(words)+1)
	for _, line := range lines {
		folded := Fold(line.Text)
		count, first := 0, ""
		for _, word := range words {
			if strings.Contains(folded, word) {
				count++
				if first == "" {
					first = word
				}
			}
		}
		if count > 0 && len(byCount[count]) < maxFindings {
			byCount[count] = append(byCount[count], excerpt(line, first))
		}
	}
	var found []Finding
	for count := len(words); count > 0; count-- {
		found = append(found, byCount[count]...)
	}
	return found[:min(len(found), maxFindings)]
}

// How many characters of a line are shown around what was found.
const (
	shownBefore = 40
	shownAfter  = 90
)

// excerpt shows a line around the place of a folded word.
func excerpt(line Line, word string) Finding {
	from, to := whereIs(line.Text, word)
	return Finding{
		Place: line.Place, Step: line.Step,
		Before: lastPart(line.Text[:from]), Match: line.Text[from:to], After: firstPart(line.Text[to:]),
	}
}

// whereIs is the part of the text that folds to the word. Folding changes how
// long letters are, so it is followed letter by letter.
func whereIs(text, word string) (from, to int) {
	at := strings.Index(Fold(text), word)
	folded := 0
	from = len(text)
	for i, r := range text {
		if folded == at+len(word) && !unicode.Is(unicode.Mn, r) {
			return from, i
		}
		if folded <= at {
			from = i
		}
		folded += len(Fold(string(r)))
	}
	return from, len(text)
}

func lastPart(text string) string {
	all := []rune(text)
	if len(all) <= shownBefore {
		return text
	}
	part := string(all[len(all)-shownBefore:])
	if _, rest, cut := strings.Cut(part, " "); cut {
		part = rest
	}
	return "…" + part
}

func firstPart(text string) string {
	if utf8.RuneCountInString(text) <= shownAfter {
		return text
	}
	part := string([]rune(text)[:shownAfter])
	if at := strings.LastIndexByte(part, ' '); at > 0 {
		part = part[:at]
	}
	return part + "…"
}
