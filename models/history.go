package models

import (
	"encoding/json"
	"slices"
	"unicode/utf8"
)

// HistoryKind says whether an entry of the history is something new, or the
// undoing of another entry.
type HistoryKind string

const (
	HistoryDone   HistoryKind = "done"
	HistoryUndone HistoryKind = "undone" // undoes what was done
	HistoryRedone HistoryKind = "redone" // undoes the undoing
)

// Undoing is the kind of the entry that undoes one of this kind.
func (k HistoryKind) Undoing() HistoryKind {
	if k == HistoryUndone {
		return HistoryRedone
	}
	return HistoryUndone
}

// Done is what a facilitator's command did, in a word.
type Done string

const (
	DoneAdded     Done = "added"
	DoneRemoved   Done = "removed"
	DoneRestored  Done = "restored"
	DoneMerged    Done = "merged"
	DoneSeparated Done = "separated"
	DoneReworded  Done = "reworded"
	DoneMoved     Done = "moved"
	DoneMarked    Done = "marked"
	DoneUnmarked  Done = "unmarked"
	DoneChosen    Done = "chosen"
	DoneUnchosen  Done = "unchosen"
	DoneOpened    Done = "opened"
	DoneClosed    Done = "closed"
	DoneDrawn     Done = "drawn"  // a lot
	DoneErased    Done = "erased" // for good
	DoneChanged   Done = "changed"
)

// PartWorkshop is the head of the workshop, where the history speaks of it.
const PartWorkshop Part = "workshops"

// MaxHistory is how many of its newest entries a workshop keeps.
const MaxHistory = 500

// maxSubject is how much of a text the history repeats, in characters.
const maxSubject = 80

// HistoryEntry is one thing a facilitator did to the content of a workshop.
type HistoryEntry struct {
	Revision Revision `json:"revision" doc:"names the entry"`
	At       int64    `json:"at" doc:"Unix milliseconds"`
	By       string   `json:"by" doc:"name of the account"`
	Mine     bool     `json:"mine" doc:"whether the caller did it"`

	SpokenFor PartID `json:"spoken_for,omitempty" doc:"the part whose spokesperson did it, in place of an account"`

	Kind    HistoryKind `json:"kind" enum:"done,undone,redone"`
	Done    Done        `json:"done" enum:"added,removed,restored,merged,separated,reworded,moved,marked,unmarked,chosen,unchosen,opened,closed,drawn,erased,changed"`
	Part    Part        `json:"part" enum:"workshops,steps,topics,ideas,causes,decisions,tasks,rounds,combinations,photos,divisions,drafts,questions"`
	Subject string      `json:"subject" doc:"the beginning of its text; empty where it has none"`
	Was     string      `json:"was,omitempty" doc:"the text that it replaced, as far as 400 characters; empty where it replaced none"`
	Count   int         `json:"count" doc:"how many of the part it was done to in one act"`
	Offered bool        `json:"offered" doc:"whether it can be taken back, unless somebody changes it first"`
	Photo   PhotoID     `json:"photo,omitempty" doc:"the photo that it took out and that would come back, which can be erased for good in place of that; empty: none"`
}

// History is a page of entries, the newest first.
type History struct {
	Entries []HistoryEntry `json:"entries"`
	More    bool           `json:"more" doc:"whether there are older ones"`
}

// RowChange is what one command changed of one row: members with their values
// before and after. A new row is one that was removed before.
type RowChange struct {
	Part   Part                       `json:"part"`
	ID     string                     `json:"id"`
	Before map[string]json.RawMessage `json:"before"`
	After  map[string]json.RawMessage `json:"after"`
	New    bool                       `json:"new,omitempty"`
	Erased bool                       `json:"erased,omitempty"` // whoever wrote the row erased it: nothing is known of it any more
	Text   string                     `json:"-"`                // of the row, for the subject
	Called Part                       `json:"-"`                // what people call the row
}

// PhotoTakenOut is the photo that the changes removed; empty where they removed
// something else, or where it is erased by now.
func PhotoTakenOut(changes []RowChange) PhotoID {
	if len(changes) != 1 || changes[0].Part != PartPhotos || string(changes[0].After["removed"]) != string(Yes) {
		return ""
	}
	return PhotoID(changes[0].ID)
}

// Erase is the change without all it says.
func (c RowChange) Erase() RowChange { return RowChange{Part: c.Part, ID: c.ID, Erased: true} }

// Texts are the wordings of the row that the change tells of.
func (c RowChange) Texts() []string {
	var texts []string
	for _, values := range []map[string]json.RawMessage{c.Before, c.After} {
		for _, column := range []string{"text", "original", "note", "result", "reason"} {
			var text string
			if json.Unmarshal(values[column], &text) == nil && text != "" {
				texts = append(texts, text)
			}
		}
		if c.Part == PartDraft {
			texts = append(texts, c.wordings(values[draftValue])...)
		}
	}
	return texts
}

// Turned is the change that undoes this one.
func (c RowChange) Turned() RowChange {
	c.Before, c.After, c.New = c.After, c.Before, false
	return c
}

// Has says whether the column changed.
func (c RowChange) Has(column string) bool {
	_, has := c.After[column]
	return has
}

// Becomes says whether the column changed to the value, as JSON.
func (c RowChange) Becomes(column, value string) bool { return string(c.After[column]) == value }

// What a column that says yes or no changes to.
var Yes, No = json.RawMessage("true"), json.RawMessage("false")

// Turns says whether the column changed from no to yes.
func (c RowChange) Turns(column string) bool { return c.Becomes(column, string(Yes)) }

// Removes says whether the row is no longer there because of the change.
func (c RowChange) Removes() bool { return c.Turns("removed") }

// Restores says whether the row is there again because of the change.
func (c RowChange) Restores() bool { return c.Becomes("removed", string(No)) }

// MayBeUndone says whether changes can be taken back at all: the state of a
// round cannot, because with it its key and ballots are gone, nor can what
// everybody has seen of its result, nor a lot: who does not like how it fell must
// not draw again.
func MayBeUndone(changes []RowChange) bool {
	return len(changes) > 0 && !slices.ContainsFunc(changes, func(c RowChange) bool {
		return c.Part == PartRounds && (c.Has("state") || c.Has("voters") || c.Has("shown_from") || c.Has("draws"))
	})
}

// historyParts are the parts in the order in which a command that changed
// several is told about.
var historyParts = append(slices.Clone(Parts), PartWorkshop, PartDraft, PartQuestions)

// Subject is the change a command is told by: of the greatest part, the first.
func Subject(changes []RowChange) RowChange {
	return slices.MinFunc(changes, func(a, b RowChange) int {
		return slices.Index(historyParts, a.Part) - slices.Index(historyParts, b.Part)
	})
}

// CountOf is how many rows of a part the changes are of.
func CountOf(part Part, changes []RowChange) int {
	count := 0
	for _, c := range changes {
		if c.Part == part.Rows() {
			count++
		}
	}
	return count
}

// DoneTo says in a word what the changes did.
func DoneTo(changes []RowChange) Done {
	for _, c := range changes {
		if c.Has("merged_into") {
			if c.Becomes("merged_into", `""`) {
				return DoneSeparated
			}
			return DoneMerged
		}
	}
	c := Subject(changes)
	for _, word := range []struct {
		done Done
		is   bool
	}{
		{DoneAdded, c.New},
		{DoneRemoved, c.Removes()},
		{DoneRestored, c.Has("removed")},
		{DoneDrawn, c.Has("draws")},
		{DoneOpened, c.Part != PartEntries && c.Becomes("state", `"open"`)},
		{DoneClosed, c.Part != PartEntries && c.Has("state")},
		{DoneAdded, c.isLateInput() && c.was(draftValue, nothing)},
		{DoneRemoved, c.isLateInput() && c.Becomes(draftValue, string(nothing))},
		{DoneReworded, c.Part != PartWorkshop && (c.Has("text") || c.Has("heading"))},
		{DoneMoved, c.Has("topic") || c.Has("parent") || c.Has("position")},
		{DoneMarked, c.Turns("marked")},
		{DoneUnmarked, c.Has("marked")},
		{DoneChosen, c.Turns("chosen")},
		{DoneUnchosen, c.Has("chosen")},
	} {
		if word.is {
			return word.done
		}
	}
	return DoneChanged
}

// maxWas is how much of a text that was replaced the history shows, in characters.
const maxWas = 400

// Was is the text that the changes replaced: of the change they are told by.
// Empty where there was none, or more happened than a rewording.
func Was(changes []RowChange) string {
	c := Subject(changes)
	if c.Part == PartDraft {
		return cut(c.wording(c.Before[draftValue]), maxWas)
	}
	for _, column := range []string{"text", "heading", "label", "prompt", "effect", "note"} {
		var text string
		if c.Has(column) && json.Unmarshal(c.Before[column], &text) == nil {
			return cut(text, maxWas)
		}
	}
	return ""
}

// Shortened is the beginning of a text, as the history repeats it.
func Shortened(text string) string { return cut(text, maxSubject) }

func cut(text string, most int) string {
	if utf8.RuneCountInString(text) <= most {
		return text
	}
	return string([]rune(text)[:most-1]) + "…"
}

// Continues says whether a change goes on with the one before it: a long text
// saves itself while somebody writes, and that is one thing done. Clearing the
// text, or writing another one in its place, is not: the old one can be had back.
func Continues(before, now []RowChange) bool {
	was, ok := typed(before)
	is, okNow := typed(now)
	return ok && okNow && now[0].savesItself() && before[0].Part == now[0].Part && before[0].ID == now[0].ID && was.after == is.before && goesOn(is.before, is.after)
}

// savesItself says whether a row's text is saved while somebody writes: ideas
// and causes are saved once, when they are ready.
func (c RowChange) savesItself() bool {
	return c.Part != PartEntries || c.Called == PartDecisions || c.Called == PartTasks
}

// typing is a long text before and after it saved itself.
type typing struct{ before, after string }

// typed is what the changes do to one long text; false where they do anything else.
func typed(changes []RowChange) (typing, bool) {
	if len(changes) != 1 || len(changes[0].After) != 1 {
		return typing{}, false
	}
	c, column := changes[0], ""
	switch {
	case c.Part == PartSteps, c.Part == PartEntries:
		column = "text"
	case c.Part == PartDraft && c.isTypedText():
		column = draftValue
	}
	var t typing
	if !c.Has(column) || json.Unmarshal(c.Before[column], &t.before) != nil || json.Unmarshal(c.After[column], &t.after) != nil {
		return typing{}, false
	}
	return t, true
}

// goesOn says whether the one text is the other, written on: they begin and end
// alike for half of the shorter one.
func goesOn(before, after string) bool {
	a, b := []rune(before), []rune(after)
	shorter := min(len(a), len(b))
	begin := 0
	for begin < shorter && a[begin] == b[begin] {
		begin++
	}
	end := 0
	for end < shorter-begin && a[len(a)-1-end] == b[len(b)-1-end] {
		end++
	}
	return shorter > 0 && 2*(begin+end) >= shorter
}
