package exports

import (
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"
)

// Passage is a part of a text in letters that the document's languages are not
// written in, and the language in which it has to be read aloud.
type Passage struct {
	Span
	Lang string // BCP 47
}

// Voices are those that read letters which none of a document's languages has.
type Voices []voice

// voice reads letters that tell their language, or the likeliest of several.
type voice struct {
	letters   []*unicode.RangeTable
	scripts   []string // of languages that are written in them (ISO 15924)
	lang      string
	otherwise string          // the language where there are letters that only it has
	only      func(rune) bool // those
}

// voices are all there are. Cyrillic is Ukrainian unless its letters say Russian:
// that is who lives in Czechia.
var voices = Voices{
	{letters: letters(unicode.Cyrillic), scripts: []string{"Cyrl"}, lang: "uk", otherwise: "ru", only: oneOf("ыэёъЫЭЁЪ")},
	{letters: letters(unicode.Arabic), scripts: []string{"Arab"}, lang: "ar", otherwise: "fa", only: oneOf("پچژگ")},
	{letters: letters(unicode.Hebrew), scripts: []string{"Hebr"}, lang: "he"},
	{letters: letters(unicode.Greek), scripts: []string{"Grek"}, lang: "el"},
	{letters: letters(unicode.Devanagari), scripts: []string{"Deva"}, lang: "hi"},
	{letters: letters(unicode.Hangul), scripts: []string{"Kore"}, lang: "ko"},
	{letters: letters(unicode.Han, unicode.Hiragana, unicode.Katakana), scripts: []string{"Hans", "Hant", "Jpan"}, lang: "zh", otherwise: "ja", only: isKana},
}

func letters(tables ...*unicode.RangeTable) []*unicode.RangeTable { return tables }

func oneOf(letters string) func(rune) bool {
	return func(r rune) bool { return strings.ContainsRune(letters, r) }
}

func isKana(r rune) bool { return unicode.In(r, unicode.Hiragana, unicode.Katakana) }

// VoicesBeside are those for letters that none of the languages has: the frame's,
// and that of what people wrote.
func VoicesBeside(tags ...string) Voices {
	return slices.DeleteFunc(slices.Clone(voices), func(v voice) bool { return slices.ContainsFunc(tags, v.writes) })
}

// writes says whether a language is written in the letters.
func (v voice) writes(tag string) bool {
	script, _ := language.Make(tag).Script()
	return slices.Contains(v.scripts, script.String())
}

// Passages are the parts of a text that the voices read, in its order. A single
// letter is a sign, as in "α"; digits, spaces and punctuation are of the voice that
// has the letters on both sides, or all there are.
func (all Voices) Passages(text string) []Passage {
	if !strings.ContainsFunc(text, beyondLatin) {
		return nil
	}
	var passages []Passage
	reading, read := -1, 0 // the voice of the last passage, and how many letters
	own := false           // there are letters that no voice reads
	end := func() {
		if reading >= 0 && read < 2 {
			passages = passages[:len(passages)-1]
		}
		reading, read = -1, 0
	}
	for i, r := range text {
		v := all.of(r)
		if v < 0 && (!unicode.IsLetter(r) || unicode.Is(unicode.Common, r)) {
			continue
		}
		if v != reading {
			end()
		}
		if v < 0 {
			own = true
			continue
		}
		if reading < 0 {
			passages, reading = append(passages, Passage{Span{From: i}, all[v].lang}), v
		}
		last := &passages[len(passages)-1]
		last.To, read = i+marked(text[i:]), read+1
		if all[v].only != nil && all[v].only(r) {
			last.Lang = all[v].otherwise
		}
	}
	end()
	if len(passages) == 1 && !own {
		passages[0].Span = Span{0, len(text)}
	}
	return passages
}

// beyondLatin is true from the first letters of another script on.
func beyondLatin(r rune) bool { return r >= 0x370 }

// of is the voice of a letter; -1: none.
func (all Voices) of(r rune) int {
	if !beyondLatin(r) {
		return -1
	}
	return slices.IndexFunc(all, func(v voice) bool { return unicode.IsLetter(r) && unicode.IsOneOf(v.letters, r) })
}

// marked is how many bytes the first letter of a text takes with the marks on it.
func marked(text string) int {
	_, size := utf8.DecodeRuneInString(text)
	for i, r := range text[size:] {
		if !unicode.Is(unicode.M, r) {
			return size + i
		}
	}
	return len(text)
}

// Voiced are the stretches of a text, each with the language of its own; empty:
// that of what it stands in.
func (all Voices) Voiced(text string) iter.Seq2[string, string] {
	return func(yield func(stretch, lang string) bool) {
		at := 0
		for _, p := range all.Passages(text) {
			if at < p.From && !yield(text[at:p.From], "") || !yield(text[p.From:p.To], p.Lang) {
				return
			}
			at = p.To
		}
		if at < len(text) {
			yield(text[at:], "")
		}
	}
}
