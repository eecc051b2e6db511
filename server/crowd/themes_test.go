package crowd

import (
	"slices"
	"testing"

	"dilna/models"
)

// TestPretendPeopleAnswerWhatTheStepAsks takes the agenda of the main template
// in both languages: what is written fits the heading, and nobody is asked for
// more than there is to say twice.
func TestPretendPeopleAnswerWhatTheStepAsks(t *testing.T) {
	for _, c := range []struct{ cs, en, example, exampleEN string }{
		{"ASOCIACE", "ASSOCIATIONS", "Naděje", "Hope"},
		{"ZÁJMOVÉ SKUPINY", "STAKEHOLDERS", "Praktičtí lékaři", "Family doctors"},
		{"OČEKÁVÁNÍ A POTŘEBY ZÁJMOVÝCH STRAN", "EXPECTATIONS AND NEEDS OF STAKEHOLDERS", "Méně formulářů", "Fewer forms"},
		{"PROBLÉMOVÉ OBLASTI", "PROBLEM AREAS", "Moc papírování", "Too much paperwork"},
		{"PŘÍLEŽITOSTI KE ZLEPŠENÍ", "OPPORTUNITIES FOR IMPROVEMENT", "Podpora dobrovolníků", "Support for volunteers"},
		{"CO SE DAŘÍ", "WHAT WORKS WELL", "Ochotní dobrovolníci", "Willing volunteers"},
		{"CO SE NEPOVEDLO", "WHAT DID NOT WORK", "Moc papírování", "Too much paperwork"},
		{"JAK BY TO MOHLO VYPADAT / VIZE", "WHAT IT COULD LOOK LIKE / VISION", "Sousedé si pomáhají", "Neighbours help each other"},
	} {
		for language, asked := range map[string][2]string{"cs": {c.cs, c.example}, "en": {c.en, c.exampleEN}} {
			said := wordsIn(language).about(models.Step{Heading: asked[0]})
			if !slices.Contains(said, asked[1]) {
				t.Errorf("%s: people say %q", asked[0], said)
			}
		}
	}
}

func TestNobodyRepeatsAnotherAndTheSameWorkshopIsPlayedTheSame(t *testing.T) {
	one, again := newCompany("w"), newCompany("w")
	seen := map[string]bool{}
	for range czech.causes {
		text, ok := one.say("s", czech.causes)
		same, _ := again.say("s", czech.causes)
		if !ok || seen[text] || text != same {
			t.Fatalf("%q (%v) after %v, another time %q", text, ok, seen, same)
		}
		seen[text] = true
	}
	if text, ok := one.say("s", czech.causes); ok {
		t.Errorf("all has been said, and still somebody says %q", text)
	}
}
