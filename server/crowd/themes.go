package crowd

import (
	"strings"

	"dilna/models"
)

// theme is what a step asks about, known by beginnings of words in its heading
// or question, and what people answer.
type theme struct {
	asked []string
	ideas []string
}

// about are the answers that fit the step: those of the theme its heading asks
// about, else its question; where neither is known, what fits nearly any.
func (w words) about(step models.Step) []string {
	for _, text := range []string{step.Heading, step.Prompt} {
		text = strings.ToLower(text)
		for _, theme := range w.themes {
			for _, asked := range theme.asked {
				if strings.Contains(text, asked) {
					return theme.ideas
				}
			}
		}
	}
	return w.ideas
}

// czechThemes and englishThemes: the narrower theme stands before the wider one.
var czechThemes = []theme{
	{[]string{"kolečko", "odcházíte", "přicházíte", "asociac", "vybaví"}, []string{
		"Naděje", "Spolupráce", "Únava, ale dobrá", "Hodně práce před námi", "Lidé", "Domov", "Pomoc", "Čas", "Trpělivost", "Odvaha", "Rodina", "Důvěra",
	}},
	{[]string{"potřeb", "očekáv"}, []string{
		"Vědět, na koho se obrátit", "Služba blízko domova", "Cena, kterou unesou", "Někdo, kdo je vyslechne", "Pomoc i o víkendu", "Srozumitelné informace",
		"Jistota, že služba nezmizí", "Čas na odpočinek", "Respekt a soukromí", "Doprava k lékaři", "Méně formulářů", "Rozhodovat o sobě",
	}},
	{[]string{"zájmové skupiny", "cílov", "koho se"}, []string{
		"Senioři, kteří žijí sami", "Rodiny s malými dětmi", "Pečující o blízkého doma", "Lidé s duševním onemocněním", "Obce a jejich starostové", "Praktičtí lékaři",
		"Poskytovatelé služeb", "Lidé bez domova", "Mladí odcházející z dětských domovů", "Úřad práce", "Školy", "Dobrovolníci",
	}},
	{[]string{"vize", "vypad", "deset let", "budoucn"}, []string{
		"Každý ví, kam se obrátit", "Starší lidé mohou zůstat doma", "Na službu se nečeká déle než měsíc", "Lékaři a sociální služby si předávají informace", "Obce plánují společně",
		"Pečující mají volný víkend v měsíci", "Práce v péči je vážená a dobře placená", "Do služby se dojede autobusem", "Peníze jsou jisté na tři roky", "Sousedé si pomáhají",
	}},
	{[]string{"nefung", "problém", "nedostat", "slab", "hroz", "brání", "trápí", "nepovedlo", "chyb"}, []string{
		"Na pobytové služby se čeká rok", "Chybí terénní služba na venkově", "Lidé nevědí, na co mají nárok", "Pečující si nemají kdy odpočinout", "Peníze jsou jisté jen na rok", "Není dost pracovníků v přímé péči",
		"Po propuštění z nemocnice péče nenavazuje", "Za službou se nedá dojet", "Organizace o sobě nevědí", "Moc papírování", "Chybí dostupné bydlení", "Krizová pomoc jen v pracovní dny",
	}},
	{[]string{"daří", "funguj", "siln", "pyšn", "povedlo"}, []string{
		"Terénní pečovatelky, které znají každého", "Setkání poskytovatelů jednou za čtvrt roku", "Ochotní dobrovolníci", "Půjčovna pomůcek", "Dobrá spolupráce s obcemi", "Linka, kde vždycky někdo zvedne telefon",
		"Denní stacionář má skvělé jméno", "Společné školení pracovníků", "Zkušený tým", "Důvěra klientů", "Osobní přístup", "Rychlá pomoc s dávkami",
	}},
}

var englishThemes = []theme{
	{[]string{"closing round", "taking away", "how do you arrive", "associations"}, []string{
		"Hope", "Working together", "Tired, in a good way", "A lot of work ahead", "People", "Home", "Help", "Time", "Patience", "Courage", "Family", "Trust",
	}},
	{[]string{"need", "expect"}, []string{
		"To know whom to turn to", "A service close to home", "A price they can bear", "Somebody who listens", "Help at weekends too", "Plain information",
		"To be sure the service stays", "Time to rest", "Respect and privacy", "A ride to the doctor", "Fewer forms", "To decide for themselves",
	}},
	{[]string{"stakeholder", "target group", "whom do"}, []string{
		"Older people who live alone", "Families with small children", "People who care for somebody at home", "People with a mental illness", "Municipalities and their mayors", "Family doctors",
		"Providers of services", "People without a home", "Young people leaving care", "The job centre", "Schools", "Volunteers",
	}},
	{[]string{"vision", "look like", "ten years", "future"}, []string{
		"Everybody knows where to turn", "Older people can stay at home", "Nobody waits longer than a month", "Doctors and social services pass on what they know", "Municipalities plan together",
		"Carers have a weekend off each month", "Care work is respected and well paid", "A bus goes to every service", "Money is certain for three years", "Neighbours help each other",
	}},
	{[]string{"does not work", "did not work", "problem", "weak", "threat", "stands in the way", "trouble", "missing", "lacking"}, []string{
		"A year of waiting for residential care", "No home visits in the countryside", "People do not know what they are entitled to", "Carers never get a rest", "Money is certain for one year only", "Too few people in direct care",
		"No care follows after hospital", "Services cannot be reached", "Organisations do not know of each other", "Too much paperwork", "No affordable housing", "Crisis help on working days only",
	}},
	{[]string{"works", "worked", "strength", "strong", "proud"}, []string{
		"Home carers who know everybody", "Providers meeting every quarter", "Willing volunteers", "Lending of aids", "Good work with municipalities", "A helpline that always answers",
		"A day centre with a fine name", "Joint training of staff", "An experienced team", "Clients who trust us", "A personal approach", "Quick help with benefits",
	}},
}
