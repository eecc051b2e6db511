package exports

import (
	"cmp"
	"strings"

	"dilna/models"
)

// nobodySaid is what stands where the result of a round would that nobody voted in. It is true of
// one, too, whose ballots were lost with the key (docs/design.md, section 7): that nobody voted is not.
var nobodySaid = in{
	"cs": "hlasování proběhlo, nezapočítal se ani jeden hlas", "en": "a vote was held, not one vote was counted", "sk": "hlasovanie prebehlo, nezapočítal sa ani jeden hlas",
	"de": "es wurde abgestimmt, gezählt wurde keine Stimme", "uk": "голосування відбулося, не зараховано жодного голосу",
}

// nobodyVoted says of the rounds of a step that nobody voted in that they were held: a list
// alone would say that there was none.
func (d *draft) nobodyVoted(s models.StepMinutes) {
	_, empty := roundsOf(s)
	for _, r := range among(empty, d.divisions) {
		label := cmp.Or(strings.TrimSpace(r.Label), strings.Join(r.voting, ", "))
		if label == "" && len(s.Rounds) > 1 {
			label = d.words.round(r.index + 1)
		}
		d.add(Paragraph{Text: d.words.nobody(label), Tone: Quiet, Tied: true, Lang: d.langOf(r)})
	}
}

func (w words) nobody(label string) string { return sentence(label, []string{nobodySaid[w.tongue]}) }

// nobodyVoted lists such rounds.
func (l *listing) nobodyVoted(s models.StepMinutes) {
	_, empty := roundsOf(s)
	for _, r := range empty {
		l.add(roundSheet, l.place(s, text(l.words.roundIn(s, r.index)), known(r.Dots), known(r.PerIdea), Cell{Number: r.Voters}, Cell{}, text(l.words.nobody("")))...)
	}
}
