package models_test

import (
	"strings"
	"testing"

	"dilna/models"
	"dilna/models/modelstest"
)

// named are the names that are found in a text of minutes whose meeting these people
// attended.
func namedIn(text string, came ...string) string {
	e := models.Edition{Minutes: models.Minutes{Head: models.Head{Attendance: &models.Attendance{Present: came}}}, Introduction: text}
	var names []string
	for _, c := range e.Concerns() {
		names = append(names, c.Said)
	}
	return strings.Join(names, "; ")
}

// Each case of the declension, and each way to write a name.
func TestANameIsFoundInEveryCaseOfCzech(t *testing.T) {
	for name, texts := range map[string][]string{
		"Jan Novák": {
			"Jan Novák", "bez Jana Nováka", "k Janu Novákovi", "Jane Nováku!", "o Janovi Novákovi", "s Janem Novákem,", "(s Janem Novákem)",
			"Novák Jan", "JAN NOVÁK", "J. Novák", "s J. Novákem", "J.Novák", "pan Novák", "panu Novákovi", "s panem Novákem", "Ing. Novák", "Mgr. Novák", "p. Novák", "Mr Novák", "Mr. Novak",
			"s Janem\u00a0Novákem", "s  Janem  Novákem", "Jan Novak", "Ing. Jan Novák, Ph.D.", "„Jan Novák“", "Jana Nováka-mladšího", "s Janom Novákom",
		},
		"Jana Nováková":                         {"od Jany Novákové", "s Janou Novákovou", "k Janě Novákové", "paní Nováková", "paní Novákové", "s paní Novákovou", "kolegyně Nováková", "Mgr. Nováková", "od Jany Novákovej", "Frau Nováková", "Nováková J."},
		"Petra Hybnerová":                       {"Petru Hybnerovou", "Petře Hybnerové"},
		"Pavel Němec":                           {"s Pavlem Němcem", "Pavla Němce", "Pavlovi Němcovi"},
		"Marek Čapek":                           {"s Markem Čapkem", "Marka Čapka"},
		"Zdeněk Svoboda":                        {"se Zdeňkem Svobodou", "Zdeňka Svobody", "Zdeňkovi Svobodovi"},
		"Jiří Krejčí":                           {"s Jiřím Krejčím", "Jiřího Krejčího", "Jiřímu Krejčímu"},
		"Petr Malý":                             {"s Petrem Malým", "Petra Malého", "Petru Malému", "pana Malého"},
		"Monika Procházka":                      {"Monice Procházce", "Moniku Procházku"},
		"Olga Říhová":                           {"Olze Říhové"},
		"Marie Malá":                            {"Marii Malé", "s Marií Malou"},
		"Karel Petrů":                           {"Karlu Petrů", "s Karlem Petrů"},
		"Lucie Nová Veselá, Charita Zlín":       {"Lucii Veselé", "Lucie Nové Veselé"},
		"Eva Nováková-Malá":                     {"s Evou Novákovou-Malou", "Eva Malá", "Eva Nováková"},
		"Mgr. Bc. Iva Dvořáková, DiS., Charita": {"Ivě Dvořákové"},
		"Олена Шевченко":                        {"Олена Шевченко", "пані Шевченко"},
		"Jane Smith":                            {"Jane Smith’s", "Mrs Smith", "Ms. Smith"},
	} {
		for _, text := range texts {
			listed, _, _ := strings.Cut(name, ",")
			if got := namedIn("V úvodu "+text+" a dál.", name); got != listed {
				t.Errorf("in %q it finds %q of %s", text, got, name)
			}
		}
	}
}

// What is no name of those who came is not held to be one.
func TestWordsThatOnlyLookLikeANameAreNone(t *testing.T) {
	came := []string{"Jan Novák", "Jana Nová", "Petr Malý", "Marie Zelená", "Eva Králová", "Josef Město"}
	for _, text := range []string{
		"nová služba pro malé děti", "Nová služba", "Jana. Nová služba začne", "Jana, Nová Ves", "Nový Jičín", "Jana Novotná", "Jana Nováková",
		"jana nová", "v Janově Nové Vsi", "Zelená linka", "na Královu Lhotu", "Jan\nNovák", "pan starosta", "pan Malíř", "Město Zlín", "Janáček Novákův",
		"Petrklíč Malý", "Mgr. Nováček",
	} {
		if got := namedIn("Text: "+text+".", came...); got != "" {
			t.Errorf("in %q it finds %q", text, got)
		}
	}
}

// The minutes of a real meeting name nobody who came, whoever it was.
func TestTheModelRecordNamesNobody(t *testing.T) {
	m := modelstest.ModelRecord()
	m.Attendance = &models.Attendance{Present: []string{
		"Jan Novák", "Jana Nová", "Petr Malý", "Marie Sociální", "Karel Město", "Eva Dobrá", "Josef Stát", "Anna Veselá", "Pavel Rodina", "Alena Služba", "Věra Pomoc", "Lidé Zdraví",
	}}
	for _, c := range (models.Edition{Minutes: m}).Concerns() {
		if c.Kind == models.ConcernName {
			t.Errorf("it finds %s in %q", c.Said, c.Around)
		}
	}
}
