package exports

// partResultWords say what parts of the room gave in a round (docs/adr/0051).
type partResultWords struct {
	by    string // by which division, before what that is called
	sheet string
	whole string // the column of everybody
	part  string
	given string // what a choice has in a cell
	how   string // what the numbers of people are, and what is not told apart
	none  string // where no part is told
}

var partResultSaid = map[string]partResultWords{
	"cs": {
		"Výsledek podle částí", "Výsledky podle částí", "Všichni", "Část", "Uvedeno je: pro / proti / zdrželi se.",
		"V závorce je, kolik lístků se započetlo. Zvlášť se uvádějí jen části, ze kterých jich bylo aspoň %d; ostatní jsou ve sloupci Všichni.",
		"Podle částí se výsledek neuvádí: nehlasovalo v nich dost lidí, aby zůstalo tajné, kdo jak hlasoval.",
	},
	"en": {
		"Result by part", "Results by part", "Everybody", "Part", "The cells say: for / against / abstained.",
		"In brackets is how many ballots were counted. Only parts of at least %d are told apart; the others are in the column Everybody.",
		"The result is not told by part: too few people voted in them to keep it secret who voted how.",
	},
	"sk": {
		"Výsledok podľa častí", "Výsledky podľa častí", "Všetci", "Časť", "Uvedené je: za / proti / zdržali sa.",
		"V zátvorke je, koľko lístkov sa započítalo. Zvlášť sa uvádzajú len časti, z ktorých ich bolo aspoň %d; ostatné sú v stĺpci Všetci.",
		"Podľa častí sa výsledok neuvádza: nehlasovalo v nich dosť ľudí, aby zostalo tajné, kto ako hlasoval.",
	},
	"de": {
		"Ergebnis nach Teilen", "Ergebnisse nach Teilen", "Alle", "Teil", "Angegeben ist: dafür / dagegen / Enthaltungen.",
		"In Klammern steht, wie viele Stimmzettel gezählt wurden. Einzeln stehen nur Teile mit mindestens %d; die übrigen sind in der Spalte Alle.",
		"Das Ergebnis wird nicht nach Teilen angegeben: es haben zu wenige abgestimmt, als dass geheim bliebe, wer wie gestimmt hat.",
	},
	"uk": {
		"Результат за частинами", "Результати за частинами", "Усі", "Частина", "Зазначено: за / проти / утрималися.",
		"У дужках – скільки бюлетенів зараховано. Окремо подано лише частини, де їх було щонайменше %d; решта – у стовпці «Усі».",
		"За частинами результат не подано: голосувало замало людей, щоб залишилося таємним, хто як голосував.",
	},
}
