package exports

import (
	"fmt"

	"dilna/models/voting"
)

// majorities are what decides a choice, and how that is said of what has passed.
// Only absolute and two-thirds majorities are counted from who is present.
var majorities = map[string]map[voting.Majority][2]string{
	"cs": {
		voting.Simple: {"prostá většina", "prostou většinou"}, voting.Absolute: {"nadpoloviční většina", "nadpoloviční většinou"},
		voting.TwoThirds: {"dvoutřetinová většina", "dvoutřetinovou většinou"}, voting.Consensus: {"že nikdo není proti", "nikdo nebyl proti"},
	},
	"en": {
		voting.Simple: {"a simple majority", "by a simple majority"}, voting.Absolute: {"an absolute majority", "by an absolute majority"},
		voting.TwoThirds: {"a two-thirds majority", "by a two-thirds majority"}, voting.Consensus: {"that nobody is against", "nobody was against"},
	},
	"sk": {
		voting.Simple: {"prostá väčšina", "prostou väčšinou"}, voting.Absolute: {"nadpolovičná väčšina", "nadpolovičnou väčšinou"},
		voting.TwoThirds: {"dvojtretinová väčšina", "dvojtretinovou väčšinou"}, voting.Consensus: {"že nikto nie je proti", "nikto nebol proti"},
	},
	"de": {
		voting.Simple: {"die einfache Mehrheit", "mit einfacher Mehrheit"}, voting.Absolute: {"die absolute Mehrheit", "mit absoluter Mehrheit"},
		voting.TwoThirds: {"die Zweidrittelmehrheit", "mit Zweidrittelmehrheit"}, voting.Consensus: {"dass niemand dagegen ist", "niemand war dagegen"},
	},
	"uk": {
		voting.Simple: {"проста більшість", "простою більшістю"}, voting.Absolute: {"абсолютна більшість", "абсолютною більшістю"},
		voting.TwoThirds: {"більшість у дві третини", "більшістю у дві третини"}, voting.Consensus: {"що ніхто не проти", "ніхто не був проти"},
	},
}

// choiceWords say what came of a choice.
var choiceWords = map[string]struct{ passed, failed, decides, cast, present string }{
	"cs": {"přijato", "nepřijato", "rozhoduje", " z odevzdaných hlasů", " z přítomných (%s)"},
	"en": {"carried", "not carried", "it takes", " of the votes cast", " of those present (%s)"},
	"sk": {"prijaté", "neprijaté", "rozhoduje", " z odovzdaných hlasov", " z prítomných (%s)"},
	"de": {"angenommen", "abgelehnt", "es entscheidet", " der abgegebenen Stimmen", " der Anwesenden (%s)"},
	"uk": {"ухвалено", "не ухвалено", "вирішує", " від поданих голосів", " від присутніх (%s)"},
}

// majority is what decides, or how it is said of what has passed, with what it is
// counted from.
func majority(w words, rule voting.Rule, passed bool) string {
	name := rule.Majority
	if name == "" {
		name = voting.Simple
	}
	said, words := majorities[w.tongue][name][0], choiceWords[w.tongue]
	if passed {
		said = majorities[w.tongue][name][1]
	}
	switch {
	case name == voting.Consensus:
		return said
	case rule.Of == voting.Present && name != voting.Simple:
		return said + fmt.Sprintf(words.present, amount(w.tongue, rule.Present))
	}
	return said + words.cast
}

// choiceOutcome says whether an entry has passed, and by what.
func choiceOutcome(w words, rule voting.Rule, d voting.Details) string {
	said := choiceWords[w.tongue]
	switch {
	case d.Passed == nil:
		return ""
	case *d.Passed && rule.Majority == voting.Consensus:
		return said.passed + ", " + majority(w, rule, true)
	case *d.Passed:
		return said.passed + " " + majority(w, rule, true)
	}
	return said.failed + " (" + said.decides + " " + majority(w, rule, false) + ")"
}

func choiceSaid(w words, rule voting.Rule) string {
	return sentence("", []string{choiceWords[w.tongue].decides + " " + majority(w, rule, false)})
}

func choiceColumns(w words, _ heldRound) []column {
	return []column{
		{head: w.votesFor, numbers: true, bars: true, cell: w.countCell(func(t told) *int { return t.For })},
		{head: w.votesAgainst, numbers: true, cell: w.countCell(func(t told) *int { return t.Against })},
		{head: w.abstained, numbers: true, cell: w.countCell(func(t told) *int { return t.Abstain })},
		{head: w.result, cell: func(t told) Line {
			switch {
			case t.Passed == nil:
				return Line{Text: notCounted}
			case *t.Passed:
				return Line{Text: choiceWords[w.tongue].passed}
			}
			return Line{Text: choiceWords[w.tongue].failed}
		}},
	}
}

func choiceSlip(tongue string, _ voting.Rule) string {
	return in{
		"cs": "Ke každému číslu napište A (jsem pro), N (jsem proti), nebo Z (zdržuji se).",
		"en": "Beside each number write Y (for), N (against) or A (I abstain).",
		"sk": "Ku každému číslu napíšte A (som za), N (som proti) alebo Z (zdržiavam sa).",
		"de": "Schreiben Sie zu jeder Nummer J (dafür), N (dagegen) oder E (Enthaltung).",
		"uk": "Біля кожного номера напишіть З (за), П (проти) або У (утримуюся).",
	}[tongue]
}
