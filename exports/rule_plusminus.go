package exports

import (
	"fmt"

	"dilna/models/voting"
)

func plusMinusSaid(w words, rule voting.Rule) string {
	t := turnout{dots: rule.Dots, perIdea: rule.PerEntry}
	if rule.Minus != nil {
		t.minus = *rule.Minus
	}
	said := w.turnout(t)
	if rule.After > 0 {
		said += " " + afterSaid(w.tongue, rule.After)
	}
	return said
}

// afterSaid says from when on minus dots may be given.
func afterSaid(tongue string, after int) string {
	return fmt.Sprintf(in{
		"cs": "Záporný hlas směl dát, kdo dal aspoň tolik kladných: %d.", "en": "Negative dots only after so many others: %d.",
		"sk": "Záporný hlas smel dať, kto dal aspoň toľko kladných: %d.", "de": "Gegenstimmen erst nach so vielen anderen: %d.",
		"uk": "Голос проти лише після стількох голосів за: %d.",
	}[tongue], after)
}

func plusMinusSlip(tongue string, rule voting.Rule) string {
	if rule.After == 0 {
		return "" // as before there were rules
	}
	said := wordsIn(tongue).slips.mark(roundOf(rule), false)
	return said + " " + fmt.Sprintf(in{
		"cs": "Záporné platí, jen když rozdáte aspoň tolik kladných: %d.", "en": "Minus dots count only if you give at least so many others: %d.",
		"sk": "Záporné platia, len keď rozdáte aspoň toľko kladných: %d.", "de": "Gegenstimmen gelten nur, wenn Sie mindestens so viele andere geben: %d.",
		"uk": "Голоси проти зараховуються, лише якщо голосів за щонайменше: %d.",
	}[tongue], rule.After)
}
