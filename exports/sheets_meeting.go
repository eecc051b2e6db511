package exports

import (
	"strings"

	"dilna/models"
)

// meeting lists what meeting it is and how much is in its minutes, then the texts
// of the steps: nothing is lost to who opens only the spreadsheet.
func (l *listing) meeting(e models.Edition) {
	said := func(label, value string) {
		if strings.TrimSpace(value) != "" {
			l.add(meetingSheet, text(label), text(value))
		}
	}
	said(l.words.sheets.programme, e.Programme)
	said(l.words.group, e.Group)
	if e.Number > 0 {
		l.add(meetingSheet, text(l.words.sheets.meetingNumber), count(e.Number))
	}
	said(l.words.sheets.heading, e.Title)
	d := draft{words: l.words}
	for _, f := range d.headFields(e.Minutes, false) {
		said(f.Label, f.Value)
	}
	if e.Version > 0 {
		said(l.words.sheets.version, l.words.version(e.Version))
	}
	if e.Approval != nil {
		said(l.words.approved, l.words.approvedBy(e.Approval))
	}
	for _, f := range d.officeLines(e) {
		said(f.Label, f.Value)
	}
}

// counts says how many there are of what the sheets list.
func (l *listing) counts() {
	for _, sheet := range []int{ideaSheet, causeSheet, decisionSheet, taskSheet, lateSheet} {
		if n := len(l.sheets[sheet].Rows); n > 0 {
			l.add(meetingSheet, text(l.sheets[sheet].Name), count(n))
		}
	}
}

// text lists a text that people typed, as it reads.
func (l *listing) text(number Cell, where, typed string) {
	if said, _ := bolded(typed); strings.TrimSpace(said) != "" {
		l.add(textSheet, number, text(where), text(said))
	}
}
