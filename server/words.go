package server

import (
	"maps"
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/language"

	"dilna/models"
)

// words are all the sentences the server says in one language.
type words struct {
	problems  map[models.ErrorCode]told
	reasons   map[models.Reason]string
	published publishedWords
	missing   string                      // name of the file in a ZIP that says what is not in it
	formats   map[string]string           // how a field must be written, for ReasonFormat, by its own name wherever it is
	limited   func(f models.Field) string // reasons with a number in them; empty for others
}

// publishedWords are those of the public pages.
type publishedWords struct {
	downloads, made              string
	pdf, contents, formats       string
	version                      func(n int) string
	approval                     func(models.Approval) string
	damaged                      func(version int) string
	gone, goneDetail, goneAdvice string
	late, lateLink               string
	lateUntil                    func(at time.Time) string
}

// together are all of the words for refusals.
func together(parts ...map[models.ErrorCode]told) map[models.ErrorCode]told {
	all := map[models.ErrorCode]told{}
	for _, part := range parts {
		maps.Copy(all, part)
	}
	return all
}

// told is what people read about one code.
type told struct {
	title  string
	detail string                    // what happened and what to do
	counts func(values []int) string // the detail where the numbers are known
	named  func(name string) string  // the detail where the name is known
	page   string                    // more, for /problems/{code}
}

func wordsOf(tag language.Tag) words {
	if tag == language.English {
		return english
	}
	return czech
}

// problem is what to say about e; the detail has its numbers or its name in it.
func (w words) problem(e *models.Error) told {
	said := w.problems[e.Code]
	var values []int
	for _, value := range e.Values {
		switch value := value.(type) {
		case int:
			values = append(values, value)
		case string:
			if said.named != nil && value != "" {
				said.detail = said.named(value)
			}
		}
	}
	if said.counts != nil && len(values) > 0 {
		said.detail = said.counts(values)
	}
	return said
}

// reason says what to do about a field.
func (w words) reason(f models.Field) string {
	if sentence := w.limited(f); sentence != "" {
		return sentence
	}
	if sentence, ok := w.formats[f.Name[strings.LastIndex(f.Name, ".")+1:]]; ok && f.Reason == models.ReasonFormat {
		return sentence
	}
	return w.reasons[f.Reason]
}

// dayIn writes a day of ours, YYYY-MM-DD, as people of a language do.
func dayIn(day, layout string) string {
	read, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return day
	}
	return read.Format(layout)
}

// grouped writes a number with its thousands apart.
func grouped(n int, between string) string {
	digits := strconv.Itoa(n)
	var b strings.Builder
	for i, digit := range digits {
		if left := len(digits) - i; i > 0 && left%3 == 0 {
			b.WriteString(between)
		}
		b.WriteRune(digit)
	}
	return b.String()
}
