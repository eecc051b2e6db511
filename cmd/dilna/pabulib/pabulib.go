// Package pabulib reads elections of participatory budgeting as they are published
// (.pb files): sections META, PROJECTS and VOTES, each with a row of names, their
// fields apart by semicolons. An election becomes a workshop of one step with one
// round; who voted is not kept.
package pabulib

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

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

// Read makes a workshop of a .pb file. A file that cannot be read is a *Broken.
func Read(data []byte, language string) (models.Minutes, error) {
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
	section, names := "", []string(nil)
	for {
		fields, err := in.Read()
		if errors.Is(err, io.EOF) {
			return f, f.check()
		}
		if parse, wrong := errors.AsType[*csv.ParseError](err); wrong {
			return f, broken(parse.Line, "uvozovky tu nejsou ukončené; opravte je", "quotation marks are not closed here; correct them")
		} else if err != nil {
			return f, err
		}
		line, _ := in.FieldPos(0)
		f.last = line
		first := strings.ToUpper(strings.TrimSpace(fields[0]))
		switch {
		case len(fields) == 1 && (first == "META" || first == "PROJECTS" || first == "VOTES"):
			section, names = first, nil
		case section == "":
			return f, broken(line, "soubor má začínat oddílem META", "the file must begin with the section META")
		case names == nil:
			names = trimmed(fields)
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

func (f *file) add(section string, line int, names, fields []string) error {
	if len(fields) > len(names) {
		return broken(line, "je tu %d údajů, oddíl %s jich má %d; opravte řádek", "there are %d fields, the section %s has %d; correct the line", len(fields), section, len(names))
	}
	r := row{line: line, fields: map[string]string{}}
	for i, field := range fields {
		r.fields[strings.ToLower(names[i])] = field
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

// check says which section is missing.
func (f *file) check() error {
	for name, rows := range map[string]int{"META": len(f.meta), "PROJECTS": len(f.projects), "VOTES": len(f.votes)} {
		if rows == 0 {
			return broken(max(1, f.last), "v souboru nic není v oddílu %s", "the file has nothing in the section %s", name)
		}
	}
	return nil
}

func (f *file) said(key string) string { return f.meta[key].fields["value"] }

// number is a whole number of META; missing is 0. Money with decimals that are none
// is whole, too.
func (f *file) number(key string) (int, error) {
	said := f.said(key)
	if said == "" {
		return 0, nil
	}
	return whole(f.meta[key].line, key, said)
}

func whole(line int, name, said string) (int, error) {
	digits, decimals, _ := strings.Cut(strings.ReplaceAll(said, ",", "."), ".")
	n, err := strconv.Atoi(digits)
	if err != nil || strings.Trim(decimals, "0") != "" {
		return 0, broken(line, "%s má být celé číslo, je tu „%s“; opravte to", "%s must be a whole number, here it is “%s”; correct it", name, said)
	}
	return n, nil
}
