// Package calendar writes the days by which tasks are to be done as an iCalendar
// file (RFC 5545), which calendars of offices open. Each is an event of a whole
// day: the tasks that RFC 5545 has, too (VTODO), neither Outlook nor Google
// Calendar shows. It takes up nobody's time (TRANSPARENT).
package calendar

import (
	"context"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode/utf8"

	"dilna/exports"
	"dilna/models"
)

// Promises writes a list of promises to w, those that have a day and are still to
// be done. A promise has the same UID in every file, through all its workshops: a
// calendar that takes in a newer file changes what it has.
func Promises(ctx context.Context, l models.PromiseList, w io.Writer) error {
	if err := ctx.Err(); err != nil {
		return fmt.Errorf("make the calendar: %w", err)
	}
	var b file
	b.line("BEGIN", "VCALENDAR")
	b.line("VERSION", "2.0")
	b.line("PRODID", "-//Dilna//Dilna//CS")
	b.line("METHOD", "PUBLISH")
	for _, p := range l.Promises {
		due, is := exports.DueOf(p, l.Language)
		day, err := time.Parse(time.DateOnly, due.Day)
		if !is || err != nil {
			continue
		}
		b.event(p.Begun, day, due, l.Made)
	}
	b.line("END", "VCALENDAR")
	_, err := io.WriteString(w, b.text.String())
	return err
}

// file is an iCalendar file being written.
type file struct{ text strings.Builder }

const dateForm = "20060102"

func (f *file) event(begun models.Beginning, day time.Time, due exports.Due, made time.Time) {
	f.line("BEGIN", "VEVENT")
	f.line("UID", string(begun.Entry)+"-"+string(begun.Workshop)+"@dilna")
	f.line("DTSTAMP", made.UTC().Format(dateForm+"T150405Z"))
	f.line("DTSTART;VALUE=DATE", day.Format(dateForm))
	f.line("DTEND;VALUE=DATE", day.AddDate(0, 0, 1).Format(dateForm)) // the day after: the end is no part of it
	f.line("SUMMARY", escaped.Replace(due.Summary))
	f.line("DESCRIPTION", escaped.Replace(due.Details))
	f.line("TRANSP", "TRANSPARENT")
	f.line("END", "VEVENT")
}

// escaped are the signs that mean something in a text (RFC 5545, 3.3.11).
var escaped = strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\n", `\n`)

// mostOctets is how long a line may be; a longer one goes on in the next, which
// begins with a space (RFC 5545, 3.1).
const mostOctets = 75

func (f *file) line(name, value string) {
	length := 0
	for _, letter := range name + ":" + value {
		if length+utf8.RuneLen(letter) > mostOctets {
			f.text.WriteString("\r\n ")
			length = 1
		}
		f.text.WriteRune(letter)
		length += utf8.RuneLen(letter)
	}
	f.text.WriteString("\r\n")
}
