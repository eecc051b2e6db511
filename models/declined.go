package models

import (
	"slices"
	"strings"
	"unicode"
)

// declinedNames finds people in texts, in whatever case Czech puts their names. A text
// names somebody where two words of the name, each with a capital letter, stand side by
// side (the first name may be its initial), or where one but the first follows a title:
// "s Janem Novákem", "J. Novák", "paní Novákové". A surname alone is none: "Nová",
// "Malý" and "Král" are words, too.
type declinedNames map[string][]nameWord // by the folded form of a word

// nameWord is a word of a listed name.
type nameWord struct {
	name  string
	place int
}

// declined are these names in all their cases.
func declined(names []string) declinedNames {
	forms := declinedNames{}
	for _, name := range names {
		place := 0
		for _, w := range wordsIn(name) {
			if titles[Fold(w.text)] {
				continue
			}
			cases := formsOf(w.text)
			if place == 0 {
				cases = append(cases, Fold(string([]rune(w.text)[:1])))
			}
			for _, form := range cases {
				forms[form] = append(forms[form], nameWord{name, place})
			}
			place++
		}
	}
	return forms
}

// in are the names that stand in texts of one place, each once, as concerns of that
// place.
func (d declinedNames) in(at Concern, texts ...string) []Concern {
	var found []Concern
	for _, text := range texts {
		words := wordsIn(text)
		for i := 1; i < len(words); i++ {
			one, other := words[i-1], words[i]
			if !one.besides(other, text) {
				continue
			}
			for _, name := range d.named(one, other) {
				if !slices.ContainsFunc(found, func(c Concern) bool { return c.Said == name }) {
					c := at.of(ConcernName)
					c.Said, c.Around = name, around(text, one.from, other.to)
					found = append(found, c)
				}
			}
		}
	}
	return found
}

// named are the names that two words side by side are.
func (d declinedNames) named(one, other textWord) []string {
	if !other.isCapital() {
		return nil
	}
	title := titles[Fold(one.text)]
	if !title && !one.isCapital() {
		return nil
	}
	var names []string
	first := d[Fold(one.text)]
	for _, b := range d[Fold(other.text)] {
		together := slices.ContainsFunc(first, func(a nameWord) bool { return a.name == b.name && a.place != b.place })
		if together || title && b.place > 0 {
			names = append(names, b.name)
		}
	}
	return names
}

// textWord is a word of a text and where it stands in it.
type textWord struct {
	text     string
	from, to int
}

func wordsIn(text string) []textWord {
	var words []textWord
	from := -1
	for i, r := range text + " " {
		switch inWord := unicode.IsLetter(r) || unicode.Is(unicode.Mn, r); {
		case inWord && from < 0:
			from = i
		case !inWord && from >= 0:
			words = append(words, textWord{text[from:i], from, i})
			from = -1
		}
	}
	return words
}

// besides says whether the next word of the text follows at once: across a space, a
// hyphen, or the dot of an initial or a title.
func (w textWord) besides(next textWord, text string) bool {
	between := strings.Trim(text[w.to:next.from], " \u00a0\u202f-")
	return between == "" || between == "." && (len([]rune(w.text)) == 1 || titles[Fold(w.text)])
}

func (w textWord) isCapital() bool { return unicode.IsUpper([]rune(w.text)[0]) }

// around is a part of a text with some words before it and after it, in one line.
func around(text string, from, to int) string {
	return strings.Join(strings.Fields(lastPart(text[:from])+text[from:to]+firstPart(text[to:])), " ")
}

// caseEndings are what the end of a name becomes in the cases of Czech and Slovak, for
// each way it may end. All that fit are tried: "Daniel" keeps its e, "Pavel" does not.
var caseEndings = []struct{ end, cases string }{
	{"á", "é ou ej ú"},
	{"ý", "ého ému ém ým"},
	{"í", "ího ímu ím"},
	{"a", "y i ě e u o ou ovi"},
	{"ka", "ce"}, {"ga", "ze"}, {"ha", "ze"}, {"cha", "še"}, {"ra", "ře"},
	{"e", "i í"},
	{"o", "a u ovi em"},
	{"ek", "ka ku kovi kem"}, {"ěk", "ka ku kovi kem"}, {"ec", "ce ci covi cem če"},
	{"el", "la lu lovi lem le"}, {"er", "ra ru rovi rem"},
}

// afterConsonant are the endings of names that end with a consonant.
const afterConsonant = "a u e i y ovi em om"

// formsOf are the folded forms of a name's word in all cases, the first among them.
func formsOf(word string) []string {
	word = strings.ToLower(word)
	forms := []string{word}
	add := func(stem, cases string) {
		for _, ending := range strings.Fields(cases) {
			forms = append(forms, stem+ending)
		}
	}
	for _, e := range caseEndings {
		if stem, fits := strings.CutSuffix(word, e.end); fits {
			add(stem, e.cases)
		}
	}
	if end := Fold(word); !strings.ContainsAny(end[len(end)-1:], "aeiouy") {
		add(word, afterConsonant)
	}
	for i := range forms {
		forms[i] = Fold(forms[i])
	}
	slices.Sort(forms)
	return slices.Compact(forms)
}

// titles are what stands before a surname, folded.
var titles = func() map[string]bool {
	set := map[string]bool{}
	for _, title := range strings.Fields(
		"pan pana panu panem pane pani p slecna slecny slecne slecnu slecnou " +
			"kolega kolegy kolegovi kolegu kolegou kolegyne kolegyni kolegyn " +
			"mgr ing bc dr mudr mddr judr phdr rndr paeddr thdr mvdr pharmdr doc prof " +
			"mr mrs ms miss herr herrn frau пан пана пану пані") {
		set[title] = true
	}
	return set
}()
