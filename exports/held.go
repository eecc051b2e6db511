package exports

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// held are words that stay on the line of the next one: titles, and what comes
// before a number. Units stay on the line of the number before them.
var (
	held  = strings.Fields("Ing. Mgr. Bc. MUDr. JUDr. PhDr. RNDr. MVDr. PaedDr. ThDr. Dr. doc. prof. arch. p. č. čj. str. odst. písm. čl. § ul. nám. sv. Mr. Mrs. Ms. No. Nr. Art. р. №")
	units = strings.Fields("Kč EUR € $ % ‰ km m cm mm m² m³ ha kg g t l hod. hod h min. min s let roků rok roky tis. mil. mld. ks Uhr Jahre years hours грн год.")
)

// months stand in dates that begin with a number and end with one.
var months = strings.Fields("January February March April May June July August September October November December " +
	"Januar Februar März Mai Juni Juli Oktober Dezember")

// holds says whether a word stays on the line of what follows it, by the rules
// of typesetting: parts of a date, a number and its unit, an ordinal and its word,
// an initial and its name.
func holds(word, next string) bool {
	if word == "" || next == "" {
		return false
	}
	first, _ := utf8.DecodeRuneInString(next)
	if slices.Contains(months, word) {
		return unicode.IsDigit(first)
	}
	if number, ordinal := numeral(word); number {
		switch {
		case len(word) <= len("31.") && slices.Contains(months, wordOf(next)):
			return true
		case ordinal:
			return len(word) <= len("31.") && unicode.IsDigit(first) || len(word) <= len("150.") && unicode.IsLower(first)
		case unicode.IsDigit(first):
			return len(word) <= 3 && thousands(next)
		}
		return slices.Contains(units, strings.TrimRight(wordOf(next), ",;:)")) || slices.Contains(units, wordOf(next))
	}
	return slices.Contains(held, word) || initial(word) && unicode.IsUpper(first)
}

// numeral says whether a word is a number, and whether it is an ordinal one.
func numeral(word string) (number, ordinal bool) {
	digits := strings.TrimSuffix(word, ".")
	for i, r := range digits {
		if !unicode.IsDigit(r) && (i == 0 || r != ',' && r != '.' && r != ':') {
			return false, false
		}
	}
	return digits != "", digits != word
}

// thousands says whether a text begins with three digits that go on a number.
func thousands(next string) bool {
	digits := 0
	for _, r := range next {
		if !unicode.IsDigit(r) {
			break
		}
		digits++
	}
	return digits == 3
}

func wordOf(text string) string {
	word, _, _ := strings.Cut(text, " ")
	return word
}

// initial is a letter that stands for a name.
func initial(word string) bool {
	r, size := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r) && word[size:] == "."
}

const heldSpace = "\u00a0"

// alone says whether a word is of one letter, which Czech typography keeps on the line
// of the next word, also behind what opens brackets or quotes: "k lékaři", "(v obci)".
func alone(word string) bool {
	r, size := utf8.DecodeLastRuneInString(word)
	before, _ := utf8.DecodeLastRuneInString(word[:len(word)-size])
	return unicode.IsLetter(r) && (size == len(word) || !unicode.IsLetter(before) && (before == '"' || before == '\u00a0' || opens(before)))
}

// Held is the document with spaces that no line is broken at, where the minutes
// themselves say dates, counts and names. What people typed stays as it is.
func (d Document) Held() Document {
	d.Blocks = each(d.Blocks, heldIn)
	return d
}

func heldIn(b Block) Block {
	switch b := b.(type) {
	case Fields:
		return each(b, Field.held)
	case Paragraph:
		if b.Tone == Quiet {
			b.Text = heldWords(b.Text)
		}
		return b
	case List:
		b.Bullets = each(b.Bullets, Bullet.held)
		return b
	case Table:
		return b.held()
	case Panels:
		return b.each(func(panel []Block) []Block { return each(panel, heldIn) })
	}
	return b
}

func (f Field) held() Field {
	if f.Names {
		f.Value = heldNames(f.Value)
	} else if f.Lang == "" {
		f.Value = heldWords(f.Value)
	}
	return f
}

// held keeps each thing that the minutes say of a line in one piece: "pro 17", "12. 3. 2026".
func (b Bullet) held() Bullet {
	b.Word, b.Bullets = heldNames(b.Word), each(b.Bullets, Bullet.held)
	return b
}

const (
	headShort = 12 // letters of a head over numbers that is not broken
	headsFew  = 6  // where no more stand beside each other than so many
)

func (t Table) held() Table {
	if len(t.Heads) <= headsFew {
		t.Heads = slices.Clone(t.Heads)
		for i, h := range t.Heads {
			if h.Numbers && utf8.RuneCountInString(h.Text) <= headShort {
				t.Heads[i].Text = strings.ReplaceAll(h.Text, " ", heldSpace)
			}
		}
	}
	if !slices.ContainsFunc(t.Heads, func(h TableHead) bool { return h.Names }) {
		return t
	}
	t.Rows = each(t.Rows, func(r TableRow) TableRow {
		r.Cells = slices.Clone(r.Cells)
		for i, head := range t.Heads {
			if head.Names {
				r.Cells[i].Text = heldNames(r.Cells[i].Text)
			}
		}
		return r
	})
	return t
}

// heldNames keeps each name of a list of names on a line; longer ones are no
// names but words about people.
func heldNames(list string) string {
	names := strings.Split(list, ", ")
	for i, name := range names {
		if strings.Count(name, " ") < 3 {
			names[i] = strings.ReplaceAll(name, " ", heldSpace)
		}
	}
	return strings.Join(names, ", ")
}

// heldWords keeps together what the rules hold together.
func heldWords(text string) string {
	words := strings.Split(text, " ")
	var b strings.Builder
	for i, word := range words {
		b.WriteString(word)
		switch {
		case i == len(words)-1:
		case holds(word[strings.LastIndexAny(word, "\n(")+1:], words[i+1]) || i+2 < len(words) && holds(word, words[i+1]+" "+words[i+2]):
			b.WriteString(heldSpace)
		default:
			b.WriteByte(' ')
		}
	}
	return b.String()
}
