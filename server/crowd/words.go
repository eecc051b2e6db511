package crowd

import "strings"

// words are what pretend people write: what one hears at such meetings, worded
// so that it can answer nearly any question.
type words struct {
	ideas, causes []string
	themes        []theme
}

// wordsIn is Czech where the workshop does not say its language, English for
// all others.
func wordsIn(lang string) words {
	if primary, _, _ := strings.Cut(lang, "-"); primary == "" || primary == "cs" {
		return czech
	}
	return english
}

var czech = words{
	themes: czechThemes,
	ideas: []string{
		"Dostupnost terénních služeb na venkově", "Spolupráce s praktickými lékaři", "Doprava za službami i večer a o víkendu",
		"Odlehčovací služby pro pečující rodiny", "Srozumitelné informace na jednom místě", "Návaznost péče po propuštění z nemocnice",
		"Čekací doby na pobytové služby", "Dluhové poradenství blíž lidem", "Bydlení pro mladé odcházející z dětských domovů",
		"Setkávání poskytovatelů mezi obory", "Podpora dobrovolníků", "Práce s celou rodinou",
		"Financování na více než jeden rok", "Sdílení pracovníků mezi organizacemi", "Bezbariérový přístup na úřad",
		"Denní stacionář pro lidi s demencí", "Pomoc s vyřizováním dávek", "Komunitní centrum otevřené všem generacím",
		"Méně papírování v přímé péči", "Peer konzultanti v týmech", "Osvěta ve školách",
		"Krizová pomoc bez objednání", "Tlumočení pro lidi s jiným mateřským jazykem", "Podporované zaměstnávání",
		"Péče o duševní zdraví pracovníků", "Sousedská výpomoc", "Jednotný postup obcí v regionu", "Podpora neformálních pečujících",
		"Služby pro děti s odkladem a poruchou učení", "Domácí paliativní péče",
	},
	causes: []string{
		"Nízké platy v přímé péči", "Nejisté financování", "Málo lidí v oboru", "Velké vzdálenosti", "Roztříštěné kompetence",
		"Chybějící data o potřebách", "Neznalost nabídky služeb", "Stud říct si o pomoc", "Nedostatek času na spolupráci",
		"Složité žádosti a vykazování", "Slabá návaznost zdravotních a sociálních služeb", "Krátkodobé projekty",
		"Chybí bydlení pro zaměstnance", "Malá podpora vedení", "Vyhoření", "Nedůvěra mezi organizacemi",
		"Stárnutí obyvatel", "Zastaralé vybavení",
	},
}

var english = words{
	themes: englishThemes,
	ideas: []string{
		"Home visits in the countryside", "Working with family doctors", "Transport to services in the evening and at weekends",
		"Respite care for families", "Plain information in one place", "Care that goes on after hospital",
		"Waiting times for residential care", "Debt advice closer to people", "Housing for young people leaving care",
		"Providers of all fields meeting each other", "Support for volunteers", "Working with the whole family",
		"Funding for more than a year", "Organisations sharing staff", "Step-free access to the town hall",
		"A day centre for people with dementia", "Help with applying for benefits", "A community centre for all generations",
		"Less paperwork in direct care", "Peer workers in the staff", "Talks in schools",
		"Crisis help without an appointment", "Interpreting for people with another first language", "Supported employment",
		"Looking after the staff's mental health", "Neighbours helping each other", "Municipalities going the same way",
		"Support for informal carers", "Services for children with learning difficulties", "Palliative care at home",
	},
	causes: []string{
		"Low pay in direct care", "Unsure funding", "Few people in the field", "Long distances", "Scattered responsibilities",
		"No data on needs", "Services nobody has heard of", "Shame to ask for help", "No time to work together",
		"Complicated applications and returns", "Health and social services that do not meet", "Short-lived projects",
		"No housing for staff", "Little backing from management", "Burn-out", "Distrust between organisations",
		"An ageing population", "Outdated equipment",
	},
}
