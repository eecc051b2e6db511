package exports

import (
	"fmt"
	"strings"

	"dilna/models"
	"dilna/models/voting"
)

// receiptHead is over the numbers by which people find their own ballots.
var receiptHead = in{"cs": "Kontrolní číslo", "en": "Receipt", "sk": "Kontrolné číslo", "de": "Kontrollnummer", "uk": "Контрольний номер"}

// receiptSaid stands before a list of ballots that have receipts.
var receiptSaid = in{
	"cs": "Lístky jsou v náhodném pořadí. Kdo hlasoval, najde svůj podle kontrolního čísla, které mu ukázal telefon nebo které má opsané z lístku.",
	"en": "The ballots are in random order. Who voted finds hers by the receipt that her phone has shown, or that is written on her slip.",
	"sk": "Lístky sú v náhodnom poradí. Kto hlasoval, nájde svoj podľa kontrolného čísla, ktoré mu ukázal telefón alebo ktoré má opísané z lístka.",
	"de": "Die Stimmzettel stehen in zufälliger Reihenfolge. Wer abgestimmt hat, findet den eigenen an der Kontrollnummer, die das Telefon gezeigt hat oder die auf dem Zettel steht.",
	"uk": "Бюлетені наведено у випадковому порядку. Хто голосував, знайде свій за контрольним номером, який показав телефон або який записано на папері.",
}

// ballotsSheet names the list of ballots in a spreadsheet.
var ballotsSheet = in{"cs": "Hlasovací lístky", "en": "Ballots", "sk": "Hlasovacie lístky", "de": "Stimmzettel", "uk": "Бюлетені"}

// spaced is a receipt as people read it: 4821 9930 1174.
func spaced(receipt models.Receipt) string {
	var groups []string
	for s := string(receipt); s != ""; s = s[min(4, len(s)):] {
		groups = append(groups, s[:min(4, len(s))])
	}
	return strings.Join(groups, " ")
}

// votedTexts are what the ballots of a step name by their index.
func votedTexts(s models.StepMinutes) []string {
	var texts []string
	if s.Method == models.MethodDecisions {
		for _, decision := range s.DecisionsInOrder() {
			texts = append(texts, decision.Text)
		}
		return texts
	}
	for _, idea := range s.ReadingOrder() {
		texts = append(texts, idea.Text)
	}
	return texts
}

// saidOf is what a ballot says of an entry, by its rule; empty where naming it says
// all.
func (w words) saidOf(rule *voting.Rule, vote models.CastVote) string {
	switch {
	case rule == nil:
		return w.cast(vote)
	case rule.Name == voting.Choice:
		return w.choiceCast(vote.Value)
	case rule.Name == voting.Approval || rule.Name == voting.Budget:
		return ""
	case rule.Name == voting.Places:
		return fmt.Sprintf(placeGiven[w.tongue], vote.Value)
	}
	return w.cast(vote)
}

// placeGiven is the place that a ballot gives an entry.
var placeGiven = in{"cs": "%d.", "en": "place %d", "sk": "%d.", "de": "%d.", "uk": "місце %d"}

// abstainedOnce says that one person abstained.
var abstainedOnce = in{"cs": "zdržel se", "en": "abstained", "sk": "zdržal sa", "de": "Enthaltung", "uk": "утримався"}

// choiceCast is what a ballot of for and against says.
func (w words) choiceCast(value int) string {
	switch {
	case value > 0:
		return strings.ToLower(w.votesFor)
	case value < 0:
		return strings.ToLower(w.votesAgainst)
	}
	return abstainedOnce[w.tongue]
}

// castCell is what a ballot says of an entry, a number where it is one.
func (l *listing) castCell(rule *voting.Rule, vote models.CastVote) Cell {
	switch {
	case rule != nil && rule.Name == voting.Choice:
		return text(l.words.choiceCast(vote.Value))
	case vote.Values != nil:
		return text(l.words.cast(vote))
	}
	return count(vote.Value)
}

// receiptOf is the receipt of the ballot of that index; empty where it has none.
func receiptOf(r models.RoundMinutes, ballot int) string {
	if ballot < len(r.Receipts) {
		return spaced(r.Receipts[ballot])
	}
	return ""
}

// ballots lists what every ballot says of every entry.
func (l *listing) ballots(s models.StepMinutes, r heldRound, label string) {
	if !l.listed || len(r.Ballots) < models.MinBallots {
		return
	}
	texts, rule := votedTexts(s), r.Followed()
	for i, ballot := range r.Ballots {
		for _, vote := range ballot {
			if vote.Entry < 0 || vote.Entry >= len(texts) {
				continue
			}
			l.add(ballotSheet, l.place(s, text(label), count(i+1), text(receiptOf(r.RoundMinutes, i)), text(texts[vote.Entry]), l.castCell(rule, vote))...)
		}
	}
}
