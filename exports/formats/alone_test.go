package formats

import (
	"strings"
	"testing"

	"dilna/models"
)

// Where a word of one letter is typed × format whose lines its reader breaks.
func TestAWordOfOneLetterIsHeldWhereverItIsTyped(t *testing.T) {
	e := minutesIn("cs",
		models.StepMinutes{Method: models.MethodCollect, Heading: "PÉČE V OBCI", Text: "k lékaři\n\n- s **dětmi** a k **zubaři**\n\n| z města | do |\n| u školy | po |", Ideas: []models.IdeaMinutes{{
			Text: "o víkendu", Note: "i v létě", Ideas: []models.IdeaMinutes{{Text: "(v zimě)"}},
		}}},
		models.StepMinutes{Method: models.MethodCollect, Heading: "HLASY", Ideas: []models.IdeaMinutes{{Text: "a lavičky", Votes: []*int{new(3)}}}, Rounds: []models.RoundMinutes{{Dots: 1}}},
		models.StepMinutes{Method: models.MethodFishbone, Heading: "KOST", Effect: "s časem", Causes: []models.CauseMinutes{{Text: "u vody", Causes: []models.CauseMinutes{{Text: "k lesu"}}}}},
		models.StepMinutes{Method: models.MethodDecisions, Heading: "USNESENÍ", Decisions: []models.DecisionMinutes{{Text: "o plánu"}}},
		models.StepMinutes{Method: models.MethodTasks, Heading: "ÚKOLY", Tasks: []models.TaskMinutes{{Text: "z obcí"}}},
	)
	e.Title, e.Place = "Setkání v kraji", "Sál u radnice"
	for _, f := range All {
		if !strings.Contains("docx odt html", f.Ending) {
			continue
		}
		said := saidIn(t, f, rendered(t, f, e))
		for _, held := range []string{
			"PÉČE V_OBCI", "k_lékaři", "s_dětmi a_k_zubaři", "z_města", "u_školy", "o_víkendu", "i_v_létě", "(v_zimě)", "a_lavičky", "s_časem", "u_vody", "k_lesu",
			"o_plánu", "z_obcí", "Setkání v_kraji", "Sál u_radnice",
		} {
			if !strings.Contains(said, strings.ReplaceAll(held, "_", "\u00a0")) {
				t.Errorf("%s does not hold %q together", f.Ending, held)
			}
		}
	}
}
