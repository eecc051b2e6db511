package workshopfile

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"dilna/models"
)

// mostProblems are told of one file: who reads a hundred knows what to do
// about the rest, and a file broken on purpose must not fill the memory.
const mostProblems = 100

// Problem is one thing to correct in a workshop file. Its Name is the JSON
// path, like steps[3].ideas[0].text; empty for the whole file.
type Problem struct {
	models.Field
	Line int // in the file, from 1; 0 is not known
	text wording
}

// In is the problem as a person corrects it, in Czech ("cs") or English.
func (p Problem) In(lang string) string {
	where := p.Name
	if p.Line > 0 {
		where = strings.TrimSpace(fmt.Sprintf("%s (%s %d)", p.Name, wording{"řádek", "line"}.in(lang), p.Line))
	}
	if where == "" {
		return p.text.in(lang)
	}
	return where + ": " + p.text.in(lang)
}

// Problems is everything found wrong with one file, in the order of the file.
type Problems []Problem

func (p Problems) Error() string { return p.in("en") }

func (p Problems) in(lang string) string {
	lines := make([]string, len(p))
	for i, problem := range p {
		lines[i] = problem.In(lang)
	}
	return strings.Join(lines, "\n")
}

// Explain says what is wrong with a file that Decode refused, one line a
// problem, in Czech ("cs") or English. Any other error says itself.
func Explain(err error, lang string) string {
	if problems, ok := errors.AsType[Problems](err); ok {
		return problems.in(lang)
	}
	return err.Error()
}

// malformed refuses what is no workshop file. Line 0 is not known.
func malformed(line int, text wording) error {
	field := models.Field{Reason: models.ReasonFormat, Detail: text.en}
	return refuse(models.KindMalformed, models.CodeMalformed, Problems{{Field: field, Line: line, text: text}})
}

func refuse(kind models.Kind, code models.ErrorCode, problems Problems) error {
	refusal := models.Fail(kind, code)
	for _, problem := range problems {
		refusal = refusal.AtField(problem.Field)
	}
	return refusal.Because(problems)
}

// finding is a problem before its place in the file is looked up. A member
// that is missing stands nowhere: at is then what lacks it, member its name.
type finding struct {
	at     path
	member string
	field  models.Field
	text   wording
	offset int // where at begins; notLocated before it is looked up
}

const notLocated = -1

// findings gathers problems as the checks come upon them.
type findings struct {
	list []finding
	more bool // than mostProblems
}

func (f *findings) add(at path, reason models.Reason, text wording) {
	f.addField(at, models.Field{Reason: reason}, text)
}

func (f *findings) addField(at path, field models.Field, text wording) {
	f.gather(finding{at: at, field: field, text: text})
}

func (f *findings) addMissing(at path, member string) {
	f.gather(finding{at: at, member: member, field: models.Field{Reason: models.ReasonEmpty}, text: missingMember})
}

func (f *findings) gather(found finding) {
	if len(f.list) == mostProblems {
		f.more = true
		return
	}
	found.at = found.at.with() // the reader's path moves on
	found.offset = notLocated
	f.list = append(f.list, found)
}

// inOrder are the problems with their lines, as they stand in the file.
func (f *findings) inOrder(data []byte) Problems {
	if len(f.list) == 0 {
		return nil
	}
	f.locate(data)
	slices.SortStableFunc(f.list, func(a, b finding) int {
		return cmp.Or(cmp.Compare(a.offset, b.offset), cmp.Compare(a.member, b.member))
	})
	problems := make(Problems, len(f.list))
	for i, found := range f.list {
		at := found.at
		if found.member != "" {
			at = at.with(found.member)
		}
		line := lineOf(data, max(found.offset, 0)) // a wrong line is better than no answer
		problem := Problem{Field: found.field, Line: line, text: found.text}
		problem.Name, problem.Detail = at.String(), found.text.en
		problems[i] = problem
	}
	problems = slices.Compact(problems) // a time is checked twice: by the schema and by the clock
	if f.more {
		field := models.Field{Reason: models.ReasonFormat, Detail: moreProblems.en}
		problems = append(problems, Problem{Field: field, text: moreProblems})
	}
	return problems
}

// locate reads data again for the offsets at which the found values begin: so
// that a file without problems, and that is nearly every one, pays nothing.
func (f *findings) locate(data []byte) {
	missing := len(f.list)
	again := newReader(data)
	again.visit = func(at path, offset int) {
		for i := range f.list {
			found := &f.list[i]
			if found.offset == notLocated && found.at.same(at) {
				found.offset = offset
				missing--
			}
		}
		if missing == 0 {
			again.visit = nil
		}
	}
	_, _ = again.value() // it was read without an error before
}
