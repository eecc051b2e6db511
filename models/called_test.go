package models

import "testing"

// TestAMeetingIsCalledInTheLanguageItsMinutesAreFramedIn: English where there
// are no words of a language.
func TestAMeetingIsCalledInTheLanguageItsMinutesAreFramedIn(t *testing.T) {
	for language, want := range map[string]struct{ name, rehearsed, file string }{
		"":      {"3. jednání", "Zkouška nanečisto – 3. jednání", "zapis-3"},
		"cs":    {"3. jednání", "Zkouška nanečisto – 3. jednání", "zapis-3"},
		"cs-CZ": {"3. jednání", "Zkouška nanečisto – 3. jednání", "zapis-3"},
		"en":    {"workshop 3", "Rehearsal – workshop 3", "minutes-3"},
		"sk":    {"3. rokovanie", "Skúška nanečisto – 3. rokovanie", "zapisnica-3"},
		"de-AT": {"3. Sitzung", "Probelauf – 3. Sitzung", "protokoll-3"},
		"uk":    {"засідання 3", "Репетиція – засідання 3", "protokol-3"},
		"fr":    {"workshop 3", "Rehearsal – workshop 3", "minutes-3"},
	} {
		h := Head{Language: language, Number: 3}
		file := h.FileName()
		if got := h.Name(); got != want.name || h.Rehearsed().Title != want.rehearsed || file != want.file {
			t.Errorf("%s: %q, %q, %q", language, got, h.Rehearsed().Title, file)
		}
	}
}
