package workshopfile

import (
	"fmt"
	"slices"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// wording is a text in both languages of the product.
type wording struct{ cs, en string }

// in is the text in lang: Czech for "cs", else English.
func (w wording) in(lang string) string {
	if lang == "cs" {
		return w.cs
	}
	return w.en
}

// Every sentence says what is wrong, then what to do about it.
var (
	emptyFile = wording{
		"soubor je prázdný; vyberte soubor jednání znovu",
		"the file is empty; choose the workshop file again",
	}
	tooLarge = wording{
		"soubor je větší než 16 MB; rozdělte ho na více jednání",
		"the file is larger than 16 MB; split it into several workshops",
	}
	tooLargePrinted = wording{
		"PDF je větší než 24 MB; vyberte soubor jednání (.json), který z něj jde uložit, nebo o něj požádejte toho, kdo zápis dělal",
		"the PDF is larger than 24 MB; choose the workshop file (.json), which can be saved from it, or ask who made the minutes for it",
	}
	nothingInPrinted = wording{
		"v tomto PDF žádný soubor jednání není; vyberte soubor .json, nebo zápis, do kterého byl při schválení přiložen",
		"there is no workshop file inside this PDF; choose a .json file, or minutes that were approved with it inside",
	}
	brokenPrinted = wording{
		"PDF je poškozené nebo neúplné a soubor jednání z něj přečíst nejde; stáhněte ho znovu",
		"the PDF is damaged or incomplete and its workshop file cannot be read; download it again",
	}
	notUTF8 = wording{
		"soubor není v kódování UTF-8; otevřete ho v editoru a uložte jako UTF-8",
		"the file is not in UTF-8; open it in an editor and save it as UTF-8",
	}
	endsTooEarly = wording{
		"soubor končí dřív, než má; zřejmě se nezkopíroval celý, stáhněte ho znovu",
		"the file ends too early; it was probably not copied whole, download it again",
	}
	textAfterEnd = wording{
		"za koncem jednání je ještě další text; soubor smí obsahovat jen jedno jednání, zbytek smažte",
		"there is more text after the end of the workshop; a file holds one workshop, remove the rest",
	}
	notJSON = wording{
		"tady text přestává být JSON; nejčastěji chybí čárka, uvozovka nebo závorka, případně jedna přebývá",
		"here the text stops being JSON; most often a comma, a quote or a bracket is missing, or there is one too many",
	}
	notWorkshopFile = wording{
		`toto není soubor jednání: má začínat {"format": "` + Version1 + `", …}; vyberte soubor stažený z Dílny`,
		`this is not a workshop file: it should begin {"format": "` + Version1 + `", …}; choose a file downloaded from Dílna`,
	}
	saidTwice = wording{
		"tento údaj je tu dvakrát; nechte jen jeden",
		"is said twice; keep only one of them",
	}
	brokenEscape = wording{
		`v textu je jen půlka znaku (osamocené \uD8…); napište znak znovu`,
		`the text holds half a character (a lone \uD8…); write the character again`,
	}
	missingMember = wording{
		"tento údaj chybí; doplňte ho",
		"is missing; add it",
	}
	unknownMember = wording{
		"takový údaj tu formát nezná; opravte jeho název, nebo ho smažte",
		"the format knows no such member here; correct its name or remove it",
	}
	notDate = wording{
		"má to být skutečné datum ve tvaru RRRR-MM-DD; napište například 2025-11-19",
		"must be a real date as YYYY-MM-DD; write for example 2025-11-19",
	}
	notTime = wording{
		"má to být čas od 00:00 do 23:59 ve tvaru HH:MM; napište například 09:30",
		"must be a time from 00:00 to 23:59 as HH:MM; write for example 09:30",
	}
	emptyText = wording{
		"text je prázdný; doplňte ho, nebo smažte celou položku",
		"the text is empty; write it or remove the whole entry",
	}
	notPair = wording{
		"má to být dvojice [pořadí podnětu od 0, body]; napište například [0, 2]",
		"must be a pair [index of the idea from 0, points]; write for example [0, 2]",
	}
	drawnTwice = wording{
		"los tu jmenuje totéž dvakrát; nechte jen jednou",
		"the lot names the same thing twice; keep it once",
	}
	drawnOfOne = wording{
		"los rozhoduje aspoň mezi dvěma; doplňte je, nebo celý los smažte",
		"a lot is drawn among at least two; add them, or remove the lot",
	}
	wordingTwice = wording{
		"totéž znění tu už je; spojte kola do jednoho „rounds“",
		"this wording is there already; put its rounds into one “rounds”",
	}
	wordingOfNoRound = wording{
		"chybí kolo, ve kterém se o tomto znění hlasovalo; doplňte jeho pořadí od 0, nebo celé znění smažte",
		"the round that was held on this wording is missing; add its index from 0, or remove the wording",
	}
	notScores = wording{
		"má to být pět čísel otázky na stupnici: kolik lidí dalo 1, 2 až 5; doplňte je, nebo údaj smažte",
		"must be five numbers of a question on a scale: how many gave 1, 2 and so on to 5; complete them or remove the member",
	}
	notTexts = wording{
		"texty patří jen k otázce druhu „text“; opravte druh otázky, nebo texty smažte",
		"texts belong to a question of kind “text” only; correct its kind or remove the texts",
	}
	moreProblems = wording{
		"a další chyby; opravte nejdřív tyto a zkuste to znovu",
		"and more; correct these first and try again",
	}
)

func tooManyValues(most int) wording {
	return wording{
		fmt.Sprintf("soubor má více než %d údajů; rozdělte ho na více jednání", most),
		fmt.Sprintf("the file holds more than %d values; split it into several workshops", most),
	}
}

func tooDeep(most int) wording {
	return wording{
		fmt.Sprintf("závorky jsou zanořené hlouběji než %d úrovní; zjednodušte strom", most),
		fmt.Sprintf("brackets are nested deeper than %d levels; make the tree simpler", most),
	}
}

func otherFormat(format any) wording {
	shown := shortened(fmt.Sprint(format))
	return wording{
		fmt.Sprintf("soubor má formát %s, tato Dílna čte %s a %s; pokud je z novější verze, aktualizujte Dílnu", shown, Version1, Version2),
		fmt.Sprintf("the format of the file is %s, this Dílna reads %s and %s; if a newer version wrote it, update Dílna", shown, Version1, Version2),
	}
}

func numberTooLarge(most int) wording {
	return wording{
		fmt.Sprintf("číslo je mimo rozsah −%d až %d; opravte ho", most, most),
		fmt.Sprintf("the number is outside −%d to %d; correct it", most, most),
	}
}

func tooSmall(least int) wording {
	return wording{
		fmt.Sprintf("nejmenší povolené číslo je %d; opravte ho, nebo údaj smažte", least),
		fmt.Sprintf("the least number allowed is %d; correct it or remove the member", least),
	}
}

func tooLong(length, most int) wording {
	return wording{
		fmt.Sprintf("text má %s, povoleno je nejvýše %d; zkraťte ho", counted(length, "znak", "znaky", "znaků"), most),
		fmt.Sprintf("the text has %d characters, at most %d are allowed; shorten it", length, most),
	}
}

func notAllowed(allowed []any) wording {
	words := make([]string, len(allowed))
	for i, word := range allowed {
		words[i] = fmt.Sprint(word)
	}
	list := strings.Join(words, ", ")
	return wording{
		"tato hodnota není povolená; vyberte jednu z těchto: " + list,
		"this value is not allowed; choose one of: " + list,
	}
}

var noSuchPart = wording{
	"krok je pro část, která v rozdělení sálu není; opravte čísla [rozdělení, část], počítejte od 0",
	"the step is for a part that is in no division; correct the numbers [division, part], count from 0",
}

var noSuchVoters = wording{
	"kolo je pro část, která v rozdělení sálu není; opravte čísla [rozdělení, část], počítejte od 0",
	"the round is for a part that is in no division; correct the numbers [division, part], count from 0",
}

var votersTwice = wording{
	"tato část je u kola už uvedená; jednu z nich smažte",
	"this part is named for the round already; remove one of them",
}

var combinedTwice = wording{
	"toto kolo je ve společném pořadí už uvedené; jednou ho smažte",
	"this round is in the combination already; remove one of them",
}

var notAPhoto = wording{
	"toto není fotografie, jak ji Dílna ukládá; smažte ji ze souboru a přidejte ji pak u kroku znovu",
	"this is no photo as Dílna keeps them; remove it from the file and add it to the step again afterwards",
}

func notAShareEach(shares, rounds int) wording {
	return wording{
		fmt.Sprintf("podílů je tu %d, kol je ve společném pořadí %d; ke každému kolu patří jeden", shares, rounds),
		fmt.Sprintf("there are %d shares, and %s in the combination; each has one", shares, plural(rounds, "round")),
	}
}

func noSuchIdea(index, ideas int) wording {
	if ideas == 0 {
		return wording{
			"lístek ukazuje na podnět, ale krok žádné nemá; doplňte podněty, nebo lístky smažte",
			"the ballot points at an idea, but the step has none; add the ideas or remove the ballots",
		}
	}
	return wording{
		fmt.Sprintf("lístek ukazuje na podnět %d, ale krok má %s; počítejte od 0, poslední je %d",
			index, counted(ideas, "podnět", "podněty", "podnětů"), ideas-1),
		fmt.Sprintf("the ballot points at idea %d, but the step has %s; count from 0, the last is %d",
			index, plural(ideas, "idea"), ideas-1),
	}
}

var notReceipt = wording{
	"kontrolní číslo lístku má 12 číslic; opravte ho",
	"the receipt of a ballot has 12 digits; correct it",
}

var receiptTwice = wording{
	"dva lístky mají stejné kontrolní číslo; jeden z nich do souboru nepatří, nebo má číslo jiné",
	"two ballots have the same receipt; one of them does not belong into the file, or has another receipt",
}

func notAReceiptEach(receipts, ballots int) wording {
	return wording{
		fmt.Sprintf("kolo má %s a %s; každý lístek má mít jedno, nebo žádný",
			counted(ballots, "lístek", "lístky", "lístků"), counted(receipts, "kontrolní číslo", "kontrolní čísla", "kontrolních čísel")),
		fmt.Sprintf("the round has %s and %s; each ballot must have one, or none of them", plural(ballots, "ballot"), plural(receipts, "receipt")),
	}
}

func tooManyVotes(votes, rounds int) wording {
	return wording{
		fmt.Sprintf("podnět má %s, ale krok má %s; přebytečné smažte, nebo doplňte kolo do „rounds“",
			counted(votes, "součet hlasů", "součty hlasů", "součtů hlasů"), counted(rounds, "kolo", "kola", "kol")),
		fmt.Sprintf("the idea has %s, but the step has %s; remove what is too many, or add the round to “rounds”",
			plural(votes, "total"), plural(rounds, "round")),
	}
}

func noSuchRound(index, rounds int) wording {
	return wording{
		fmt.Sprintf("kolo %d krok nemá, má jich %d a počítají se od 0; opravte číslo, nebo kolo doplňte do „rounds“", index, rounds),
		fmt.Sprintf("the step has no round %d: it has %s, counted from 0; correct the number or add the round to “rounds”", index, plural(rounds, "round")),
	}
}

func tooManyQuestions(most int) wording {
	return wording{
		fmt.Sprintf("zpětná vazba má nejvýše %s; ostatní smažte", counted(most, "otázku", "otázky", "otázek")),
		fmt.Sprintf("feedback has at most %s; remove the others", plural(most, "question")),
	}
}

func tooManyAnswers(people int) wording {
	return wording{
		fmt.Sprintf("otázka má víc odpovědí, než kolik lidí podle „answered“ odpovědělo (%d); opravte to", people),
		fmt.Sprintf("the question has more answers than people answered by “answered” (%d); correct it", people),
	}
}

// unforeseen is a problem of a keyword that the schema did not have when this
// was written; a test keeps it from happening.
func unforeseen(invalid *jsonschema.ValidationError) wording {
	return wording{
		"údaj neodpovídá formátu (" + invalid.Error() + "); opravte ho",
		"does not fit the format (" + invalid.Error() + "); correct it",
	}
}

// typeNames are what people call the types of JSON.
var typeNames = map[string]wording{
	"string":  {"text v uvozovkách", "a text in quotes"},
	"integer": {"celé číslo", "a whole number"},
	"number":  {"číslo", "a number"},
	"boolean": {"true nebo false", "true or false"},
	"array":   {"seznam v hranatých závorkách", "a list in square brackets"},
	"object":  {"záznam ve složených závorkách", "an entry in braces"},
	"null":    {"null", "null"},
}

func wrongType(want []string, got string) wording {
	var cs, en []string
	for _, name := range want {
		cs = append(cs, typeNames[name].cs)
		en = append(en, typeNames[name].en)
	}
	found := typeNames[got]
	if got == "number" && slices.Contains(want, "integer") {
		found = wording{"desetinné číslo", "a number with decimals"}
	}
	return wording{
		fmt.Sprintf("má tu být %s, ale je tu %s; opravte to", strings.Join(cs, " nebo "), found.cs),
		fmt.Sprintf("must be %s, not %s; correct it", strings.Join(en, " or "), found.en),
	}
}

// counted is n with the Czech noun in its right form: 1 kolo, 2 kola, 5 kol.
func counted(n int, one, few, many string) string {
	switch {
	case n == 1:
		return "1 " + one
	case n >= 2 && n <= 4:
		return fmt.Sprintf("%d %s", n, few)
	}
	return fmt.Sprintf("%d %s", n, many)
}

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

var noSuchDivision = wording{
	"výsledek je podle rozdělení sálu, které v souboru není; opravte číslo, počítejte od 0",
	"the result is told by a division that is not in the file; correct the number, count from 0",
}

var noDivisionSaid = wording{
	"chybí, podle kterého rozdělení sálu výsledky částí jsou; doplňte jeho číslo, počítejte od 0",
	"it is missing by which division the results of parts are; add its number, count from 0",
}

var noSuchPartTold = wording{
	"výsledek je za část, která v tom rozdělení sálu není; opravte číslo, počítejte od 0",
	"the result is of a part that is not in the division; correct the number, count from 0",
}

var partToldTwice = wording{
	"výsledek této části je u kola už uvedený; jeden z nich smažte",
	"the result of this part is there already; remove one of them",
}

var entryToldTwice = wording{
	"o tomto podnětu je v tomto výsledku už jeden řádek; jeden z nich smažte",
	"this result has a line of this entry already; remove one of them",
}
