// Package pabulib reads elections of participatory budgeting as they are published
// (.pb files): sections META, PROJECTS and VOTES, each with a row of names, their
// fields apart by semicolons. An election becomes a workshop of one step with one
// round; who voted is not kept.
package pabulib

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"dilna/models"
)

// Broken says where a file cannot be read and why, in both languages.
type Broken struct {
	Line   int
	cs, en string
}

func (b *Broken) Error() string { return fmt.Sprintf("line %d: %s", b.Line, b.en) }

// Explain says it to a person.
func (b *Broken) Explain(language string) string {
	if strings.HasPrefix(language, "cs") {
		return fmt.Sprintf("řádek %d: %s", b.Line, b.cs)
	}
	return fmt.Sprintf("line %d: %s", b.Line, b.en)
}

func broken(line int, cs, en string, values ...any) error {
	return &Broken{Line: line, cs: fmt.Sprintf(cs, values...), en: fmt.Sprintf(en, values...)}
}

// row is a row of a section: its fields by their names, and where it stands.
type row struct {
	line   int
	fields map[string]string
}

// file is what stands in the sections.
type file struct {
	meta            map[string]row // by key
	projects, votes []row
	last            int // line
}

// columns are what a section cannot be read without.
var columns = map[string]string{"META": "value", "PROJECTS": "project_id", "VOTES": "vote"}

// Read makes a workshop of a .pb file. A file that cannot be read is a *Broken.
func Read(data []byte, language string) (models.Minutes, error) {
	for n, line := range bytes.Split(data, []byte("\n")) {
		if !utf8.Valid(line) {
			return models.Minutes{}, broken(n+1, "soubor není v kódování UTF-8; uložte ho v něm", "the file is not UTF-8; store it as that")
		}
	}
	f, err := sections(strings.TrimPrefix(string(data), "\ufeff"))
	if err != nil {
		return models.Minutes{}, err
	}
	e := election{file: f, language: language, at: map[string]int{}}
	return e.minutes()
}

// sections reads the rows of all sections.
func sections(text string) (file, error) {
	f := file{meta: map[string]row{}}
	in := csv.NewReader(strings.NewReader(text))
	in.Comma, in.FieldsPerRecord, in.LazyQuotes = ';', -1, true
	section, needed := "", ""
	var names, begun []string
	for {
		fields, err := in.Read()
		if errors.Is(err, io.EOF) {
			return f, f.check()
		}
		if err != nil {
			return f, err
		}
		line, _ := in.FieldPos(0)
		f.last = line
		first := strings.ToUpper(strings.TrimSpace(fields[0]))
		column, begins := columns[first]
		switch {
		case begins && len(fields) == 1 && slices.Contains(begun, first):
			return f, broken(line, "oddíl %s je v souboru dvakrát; jeden odstraňte", "the section %s is there twice; remove one", first)
		case begins && len(fields) == 1:
			section, needed, names, begun = first, column, nil, append(begun, first)
		case section == "":
			return f, broken(line, "soubor má začínat oddílem META", "the file must begin with the section META")
		case names == nil:
			if names = lowered(fields); !slices.Contains(names, needed) {
				return f, broken(line, "oddíl %s nemá sloupec %s; doplňte ho", "the section %s has no column %s; add it", section, needed)
			}
		default:
			if err := f.add(section, line, names, trimmed(fields)); err != nil {
				return f, err
			}
		}
	}
}

func trimmed(fields []string) []string {
	for i := range fields {
		fields[i] = strings.TrimSpace(fields[i])
	}
	return fields
}

// lowered are names of columns, as they are compared.
func lowered(fields []string) []string {
	for i, name := range trimmed(fields) {
		fields[i] = strings.ToLower(name)
	}
	return fields
}

// add takes a row. One that is cut short would be a ballot that says less, and one
// that goes on over lines has swallowed those after it: both are refused.
func (f *file) add(section string, line int, names, fields []string) error {
	switch {
	case len(fields) > len(names), section != "META" && len(fields) < len(names):
		return broken(line, "počet údajů je tu %d, oddíl %s jich má mít %d; opravte řádek", "there are %d fields, the section %s has %d; correct the line", len(fields), section, len(names))
	case section == "VOTES" && slices.ContainsFunc(fields, func(field string) bool { return strings.Contains(field, "\n") }):
		return broken(line, "uvozovky tu nejsou ukončené; opravte je", "quotation marks are not closed here; correct them")
	}
	r := row{line: line, fields: map[string]string{}}
	for i, field := range fields {
		r.fields[names[i]] = field
	}
	switch section {
	case "META":
		f.meta[strings.ToLower(fields[0])] = row{line: line, fields: map[string]string{"value": r.fields["value"]}}
	case "PROJECTS":
		f.projects = append(f.projects, r)
	default:
		f.votes = append(f.votes, r)
	}
	return nil
}

// check says which section is missing, or is not whole: a file may be cut short.
func (f *file) check() error {
	for _, section := range []struct {
		name, count string
		rows        int
	}{{"META", "", len(f.meta)}, {"PROJECTS", "num_projects", len(f.projects)}, {"VOTES", "num_votes", len(f.votes)}} {
		if section.rows == 0 {
			return broken(max(1, f.last), "v souboru nic není v oddílu %s", "the file has nothing in the section %s", section.name)
		}
		promised, err := f.number(section.count)
		if err != nil {
			return err
		}
		if promised > 0 && promised != section.rows {
			return broken(f.meta[section.count].line, "%s je %d, ale oddíl %s má řádků %d; soubor není celý", "%s is %d, but the section %s has %d lines; the file is not whole",
				section.count, promised, section.name, section.rows)
		}
	}
	return nil
}

func (f *file) said(key string) string { return f.meta[key].fields["value"] }

// number is a whole number of META; missing is 0.
func (f *file) number(key string) (int, error) {
	said := f.said(key)
	if said == "" {
		return 0, nil
	}
	return whole(f.meta[key].line, key, said)
}

// whole reads a whole number. Money with decimals that are none is whole, too; three
// noughts may be thousands.
func whole(line int, name, said string) (int, error) {
	digits, decimals, _ := strings.Cut(strings.ReplaceAll(said, ",", "."), ".")
	n, err := strconv.Atoi(digits)
	if err != nil || strings.Trim(decimals, "0") != "" || len(decimals) > 2 {
		return 0, broken(line, "%s má být celé číslo, je tu „%s“; opravte to", "%s must be a whole number, here it is “%s”; correct it", name, said)
	}
	return n, nil
}
