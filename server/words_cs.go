package server

import (
	"fmt"
	"time"

	"dilna/models"
)

// czechCount picks the Czech form for a number and puts the number before it.
func czechCount(n int, one, few, many string) string {
	form := many
	switch {
	case n == 1:
		form = one
	case n >= 2 && n <= 4:
		form = few
	}
	return grouped(n, "\u00a0") + "\u00a0" + form
}

var czech = words{
	missing: "CHYBÍ",
	limited: func(f models.Field) string {
		switch f.Reason {
		case models.ReasonTooLong:
			return "Zkraťte text na nejvýše " + czechCount(f.Limit, "znak", "znaky", "znaků") + "."
		case models.ReasonTooShort:
			return "Napište aspoň " + czechCount(f.Least, "znak", "znaky", "znaků") + "."
		case models.ReasonRange:
			return fmt.Sprintf("Zadejte číslo od %s do %s.", grouped(f.Least, "\u00a0"), grouped(f.Limit, "\u00a0"))
		}
		return ""
	},
	formats: map[string]string{
		"date":                   "Zapište datum jako rok-měsíc-den, třeba 2025-11-19.",
		"due_date":               "Zapište termín jako den, který v kalendáři je: rok-měsíc-den, třeba 2025-11-19.",
		"start":                  "Zapište čas jako hodiny:minuty, třeba 13:00.",
		"end":                    "Zapište čas jako hodiny:minuty, třeba 16:30.",
		"header:Idempotency-Key": "Pošlete klíč o 16 až 64 písmenech, číslicích, pomlčkách a podtržítkách.",
	},
	published: publishedWords{
		downloads: "Zápis ke stažení", made: "Zápis vznikl v programu Dílna.",
		pdf: "Zápis v PDF", contents: "Obsah", formats: "Další formáty",
		version:  func(n int) string { return fmt.Sprintf("Verze %d", n) },
		approval: func(a models.Approval) string { return "schváleno " + dayIn(a.On, "2. 1. 2006") },
		damaged: func(n int) string {
			return fmt.Sprintf("Verze %d tu teď chybí: její uložená data jsou poškozená. Požádejte o ni toho, kdo zápis zveřejnil.", n)
		},
		late: "Chybí v zápisu něco?", lateLink: "Poslat podnět k zápisu",
		lateUntil:  func(at time.Time) string { return "Podněty přijímáme do " + at.Format("2. 1. 2006 15:04") + "." },
		gone:       "Tento zápis tu není",
		goneDetail: "Odkaz neplatí: zveřejnění zápisu bylo zrušeno, nebo je v adrese překlep.",
		goneAdvice: "Požádejte o nový odkaz toho, kdo vám tento poslal.",
	},
	reasons: map[models.Reason]string{
		models.ReasonID:         "Pošlete identifikátor o 26 znacích a–z a 2–7.",
		models.ReasonCode:       "Zadejte šest znaků kódu, jak je vidíte na plátně.",
		models.ReasonEmpty:      "Vyplňte tento údaj.",
		models.ReasonEncoding:   "Pošlete text v kódování UTF-8.",
		models.ReasonCommon:     "Takové heslo zkouší každý jako první. Zvolte jiné, třeba tři slova, která k sobě nepatří.",
		models.ReasonChoice:     "Zvolte jednu z nabízených možností.",
		models.ReasonFormat:     "Zapište údaj v očekávaném tvaru.",
		models.ReasonUnknown:    "Nic takového tu není, nebo už bylo odebráno. Vyberte něco jiného.",
		models.ReasonOrder:      "Nastavte konec až po začátku.",
		models.ReasonDuplicate:  "Uveďte stejnou věc jen jednou.",
		models.ReasonWrong:      "Nesouhlasí s dosavadním heslem.",
		models.ReasonUnexpected: "Tento údaj sem nepatří, vynechte ho.",
		models.ReasonType:       "Zapište údaj správného druhu (text, číslo, ano/ne, seznam).",
	},
	problems: together(czechRights, czechAdmission, czechVoting, map[models.ErrorCode]told{
		models.CodeInternal: {
			title:  "Něco se pokazilo",
			detail: "Na serveru nastala chyba, se kterou jsme nepočítali. Zkuste to za chvíli znovu; co už bylo potvrzeno, se neztratilo.",
			page:   "Příčinu zná jen záznam serveru. Správce ji v něm najde podle označení, které stojí v odpovědi za slovy urn:request.",
		},
		models.CodeMalformed: {
			title:  "Požadavek nelze přečíst",
			detail: "Tělo požadavku není takový JSON, jaký čekáme. Obnovte stránku a zkuste to znovu.",
			page:   "Tělo má být jeden objekt JSON v UTF-8, každý údaj v něm nejvýše jednou a za ním nic dalšího.",
		},
		models.CodeInvalid: {
			title:  "Něco je třeba opravit",
			detail: "Opravte označené údaje a odešlete je znovu.",
			page:   "Odpověď u každého údaje říká, kde je (pointer), co mu chybí (reason) a co s tím (detail).",
		},
		models.CodeKeyReused: {
			title:  "Klíč už patří jinému příkazu",
			detail: "Obnovte stránku a změnu proveďte znovu.",
			page:   "Hlavička Idempotency-Key označuje jeden příkaz. Stejný klíč s jiným obsahem odmítáme, aby se jeden příkaz nevydával za druhý.",
		},
		models.CodeNotFound: {
			title:  "Nic tu není",
			detail: "Hledané tu není, bylo odebráno, nebo k němu nemáte přístup.",
			page:   "O tom, co nepatří vám, se nedozvíte ani to, zda existuje.",
		},
		models.CodeMethodNotAllowed: {
			title:  "Takhle to nejde",
			detail: "Tato adresa zvolený způsob požadavku nezná.",
			page:   "Které způsoby adresa zná, říká hlavička Allow v odpovědi.",
		},
		models.CodeIDTaken: {
			title:  "Identifikátor je obsazený",
			detail: "Něco s tímto identifikátorem už existuje. Obnovte stránku a zkuste to znovu.",
			page:   "Identifikátory vytváří klient náhodně; dva stejné znamenají chybu v něm.",
		},
		models.CodeWorkshopNotOpen: {
			title:  "Jednání není otevřené",
			detail: "Přidávat a hlasovat můžete, jen když facilitátor jednání otevře.",
			page:   "Po skončení doplňuje zápis už jen facilitátor.",
		},
		models.CodeWorkshopEnded: {
			title:  "Jednání už skončilo",
			detail: "Toto jednání už skončilo a nikdo nový se k němu nepřipojí. Na zápis se prosím zeptejte toho, kdo jednání vedl.",
			page:   "Kdo na jednání byl, vrátí se k němu na svém zařízení i po skončení.",
		},
		models.CodeDoorLocked: {
			title:  "Dveře jsou zamčené",
			detail: "Jednání už běží a nikdo nový se teď nepřipojuje. Řekněte prosím facilitátorovi, že chcete dovnitř. Jakmile odemkne, vstoupíte sami.",
			page:   "Kdo už uvnitř byl, vrátí se na svém zařízení i zamčenými dveřmi.",
		},
		models.CodeTimerMissing: {
			title:  "Žádný odpočet neběží",
			detail: "Odpočet mezitím někdo zastavil. Spusťte nový.",
			page:   "Odpočet zastaví facilitátor nebo přechod na další krok.",
		},
		models.CodeStepBlind: {
			title:  "Podněty ještě nejsou vidět",
			detail: "V tomto kroku píše každý sám za sebe. Nejdřív podněty ukažte všem, pak o nich dejte hlasovat.",
			page:   "Nikdo nemá hlasovat o tom, co nevidí.",
		},
		models.CodeWorkshopNotEnded: {
			title:  "Jednání ještě neskončilo",
			detail: "Zápis se schvaluje až po jednání. Nejdřív ho na kartě Jednání ukončete; ukončené jde i znovu otevřít.",
			page:   "Schválená verze zápisu se už nemění, proto se schvaluje po skončení jednání.",
		},
		models.CodeFeedbackClosed: {
			title:  "Zpětná vazba už není otevřená",
			detail: "Odpovědi už se nepřijímají. Co jste napsali, vám na telefonu zůstává; můžete to říct přímo tomu, kdo jednání vede.",
			page:   "Zpětná vazba je otevřená den po skončení jednání, nebo dokud ji ten, kdo jednání vede, neuzavře.",
		},
		models.CodeFeedbackAnswered: {
			title:  "Lidé už odpovídali",
			detail: "Otázky, na které už někdo odpověděl, se nedají přepsat, přidat ani přeskládat: odpovědi by přestaly sedět. Jde jen vypnout a zapnout.",
			page:   "Dokud nikdo neodpověděl, dají se otázky zpětné vazby libovolně měnit.",
		},
		models.CodeNothingAsked: {
			title:  "Není na co se ptát",
			detail: "Všechny otázky zpětné vazby jsou vypnuté. Nejdřív na kartě Příprava některou zapněte.",
			page:   "Zpětná vazba se otevře, jen když je zapnutá aspoň jedna otázka.",
		},
		models.CodeMinutesUnchanged: {
			title:  "Nic se nezměnilo",
			detail: "Návrh říká totéž co poslední schválená verze. Novou verzi schválíte, až v něm bude nějaká změna.",
			page:   "Nová verze zápisu má smysl, jen když říká něco jiného než ta předchozí.",
		},
		models.CodeNothingToDraw: {
			title:  "Není co kreslit",
			detail: "V tomto zápisu není žádné hlasování ani rybí kost, obrázky z něj nejsou. Stáhněte si ho v jiném formátu.",
			page:   "Obrázky se kreslí z výsledků hlasování a z rybích kostí. Kde nic z toho není, nabízejí se jen ostatní formáty.",
		},
		models.CodeDraftChanged: {
			title:  "Návrh zápisu se mezitím změnil",
			detail: "Od chvíle, kdy jste návrh viděli, ho někdo upravil. Nic se neschválilo; projděte si prosím, co říká teď, a schvalte ho znovu.",
			page:   "Kdo zápis schvaluje, posílá s příkazem, který návrh viděl. Když už zápis říká něco jiného, neschválí se.",
		},
		models.CodeOlderVersions: {
			title:  "Rozhodněte o starších verzích",
			detail: "Tato verze už něco neříká, ale starší zveřejněné verze ano. Zvolte, jestli mají zůstat veřejné.",
			page:   "Co z nové verze zápisu zmizelo, je dál ke čtení ve starších zveřejněných verzích, dokud jejich zveřejnění nezrušíte. Proto se na ně při zveřejnění ptáme.",
		},
		models.CodePictureUnusable: {
			title:  "Obrázek nejde použít",
			detail: "Logo má být obrázek PNG nebo JPEG do 1 MB, nejvýše 8 000 bodů široký i vysoký. Uložte ho menší a zkuste to znovu.",
			page:   "Nahraný obrázek Dílna překreslí; přijímá PNG a JPEG do 1 MB, nejvýše 16 milionů bodů a 8 000 bodů na šířku i na výšku.",
		},
		models.CodePhotoUnusable: {
			title:  "Fotografii nejde použít",
			detail: "Fotka má být obrázek JPEG nebo PNG do 12 MB a nejvýše 25 milionů bodů (PNG 16 milionů). Vyfoťte nebo uložte ji menší a zkuste to znovu.",
			page:   "Fotografii Dílna překreslí a z původního souboru nenechá nic, ani kde a kdy vznikla. Přijímá JPEG a PNG do 12 MB, nejvýše 25 milionů bodů; PNG 16 milionů.",
		},
		models.CodePhotoHEIC: {
			title:  "Fotografie je ve formátu HEIC",
			detail: "Tento formát neumí otevřít každý prohlížeč. V iPhonu zvolte Nastavení → Fotoaparát → Formáty → Nejvíce kompatibilní a vyfoťte to znovu, nebo fotku uložte jako JPEG.",
			page:   "iPhony fotí do formátu HEIC, který Dílna nepřijímá. Pomůže přepnout fotoaparát na nejvíce kompatibilní formát nebo fotku uložit jako JPEG.",
		},
		models.CodePhotosFull: {
			title:  "U kroku je fotek dost",
			detail: "K jednomu kroku patří nejvýše 6 fotek. Některou odeberte, nebo novou přidejte k jinému kroku.",
			page:   "Počet fotek u kroku je omezený, aby se na telefonech rychle načetly a zápis zůstal přehledný.",
		},
		models.CodePhotosHeavy: {
			title:  "Fotky už zabírají moc místa",
			detail: "Všechny fotky jednání dohromady smějí mít 9 MB, aby se zápis dal poslat datovou zprávou i e-mailem. Některou odeberte a zkuste to znovu.",
			page:   "Fotky celého jednání mají společný limit 9 MB, aby se zápis v PDF dal poslat datovou zprávou i e-mailem.",
		},
		models.CodeFileUnusable: {
			title:  "Toto není soubor Wordu, který umíme použít",
			detail: "Šablona má být soubor .docx nebo .dotx do 2 MB, se stránkami, na které se vejde text široký aspoň 9 cm. Uložte ji ve Wordu znovu jako dokument nebo šablonu a zkuste to ještě jednou.",
			page:   "Zápis ve Wordu přebírá ze šablony úřadu styly, stránku, záhlaví a zápatí. Přijímáme .docx a .dotx do 2 MB; soubory poškozené, zaheslované a z jiných programů otevřít nejde.",
		},
		models.CodeFileMacros: {
			title:  "V šabloně jsou makra nebo vložené objekty",
			detail: "Takový soubor nebereme, mohl by něco spustit u každého, kdo zápis otevře. Uložte šablonu jako .docx nebo .dotx bez maker a vložených objektů.",
			page:   "Šablona s makry, ovládacími prvky nebo vloženými objekty se nepřijímá: šířila by se s každým staženým zápisem.",
		},
		models.CodeFileOutside: {
			title:  "Šablona sahá po souborech mimo sebe",
			detail: "Obrázek nebo jiná část šablony leží na síti nebo na disku. Vložte ji přímo do šablony a nahrajte ji znovu.",
			page:   "Části šablony, které leží jinde, by se u každého čtenáře zápisu stahovaly odjinud. Přijímáme jen šablony, které mají všechno v sobě.",
		},
		models.CodeWorkshopOpen: {
			title:  "Jednání je otevřené",
			detail: "Nejdřív jednání ukončete, nebo zavřete dveře. Pak ho můžete odebrat.",
			page:   "Jednání, ve kterém právě sedí lidé, odebrat nejde.",
		},
		models.CodeTransition: {
			title:  "Toto teď udělat nelze",
			detail: "Stav se mezitím změnil. Podívejte se na aktuální stav a rozhodněte se znovu.",
			page:   "Jednání se připravuje, otevírá a končí; ukončené lze znovu otevřít. Jiné přechody nejsou.",
		},
		models.CodeAlreadyDone: {
			title:  "Už je hotovo",
			detail: "Někdo to udělal chvilku před vámi, nebo stisk přišel dvakrát. Stalo se to jen jednou.",
			page:   "Kdo vede jednání, posílá s příkazem i to, co viděl. Když už platí, co chtěl, nic dalšího se nestane.",
		},
		models.CodeMovedOn: {
			title:  "Jednání je už jinde",
			detail: "Než váš příkaz dorazil, někdo udělal něco jiného. Nic se nezměnilo; podívejte se, kde jednání je, a rozhodněte se znovu.",
			page:   "Kdo vede jednání, posílá s příkazem i to, co viděl. Když to už neplatí, příkaz se neprovede.",
		},
		models.CodeStepNotOpen: {
			title:  "Krok není otevřený",
			detail: "V tomto kroku se teď nepracuje. Počkejte, až ho facilitátor otevře.",
			page:   "Co jste napsali, zůstává ve vašem zařízení. Pozdě zaslané podněty může doplnit facilitátor.",
		},
		models.CodeStepBegun: {
			title:  "Na kroku se už pracovalo",
			detail: "Komu je krok určen, jde změnit jen dřív, než se poprvé otevře. Přidejte nový krok.",
			page:   "Co v kroku stojí, napsali ti, komu byl určen.",
		},
		models.CodeGuestWatches: {
			title:  "Hosté se dívají",
			detail: "Sedíte mezi hosty: vidíte všechno, ale nepíšete a nehlasujete. Pokud k hostům nepatříte, vyberte na telefonu jinou část.",
			page:   "Hosté nemají hlasy a do zápisu nic nepíšou. Kdo si část vybral omylem, může ji změnit.",
		},
		models.CodeOtherPart: {
			title:  "Tento krok je pro jiné lidi",
			detail: "V tomto kroku píšou a hlasují ti, komu je určen. Vy se můžete dívat.",
			page:   "Krok může být otevřený jen pro jeden stůl nebo jednu skupinu. Vidí ho všichni.",
		},
		models.CodeRoundOfOthers: {
			title:  "Teď hlasují jiní",
			detail: "V tomto kole hlasují jen ti, komu je určeno. Vy se můžete dívat.",
			page:   "Kolo hlasování může být jen pro část lidí, třeba pro porotu. Že hlasují, vidí všichni.",
		},
		models.CodePartSettled: {
			title:  "Tady už zůstaňte",
			detail: "U svého stolu nebo ve své skupině jste už něco napsali, nebo se tam hlasovalo. Jinam už přesednout nejde.",
			page:   "Kdyby lidé přesedali potom, mohl by někdo hlasovat u dvou stolů.",
		},
		models.CodePartInUse: {
			title:  "Někdo tu má krok",
			detail: "Pro tuto část je v jednání krok nebo kolo hlasování. Nejdřív je odeberte.",
			page:   "Krok, který by nebyl pro nikoho, by nikdo neotevřel, a v kole pro nikoho by nikdo nehlasoval.",
		},
		models.CodePartGone: {
			title:  "Tato část už není",
			detail: "Ten, kdo vede jednání, ji mezitím zrušil. Vyberte jinou.",
			page:   "Rozdělení sálu se může během jednání změnit.",
		},
		models.CodeWrongMethod: {
			title:  "Do tohoto kroku to nepatří",
			detail: "Krok se pracuje jinou metodou. Zvolte krok, do kterého to patří.",
			page:   "Podněty a hlasování patří do sběru podnětů, příčiny do rybí kosti. Kolo se zapsanými výsledky se neotevírá.",
		},
		models.CodeMarksSpent: {
			title:  "Všechna označení jsou vyčerpaná",
			detail: "Nejdřív některé označení v okruhu zrušte.",
			counts: func(n []int) string {
				return "V jednom okruhu lze označit nejvýše " + czechCount(n[0], "podnět", "podněty", "podnětů") + ". Nejdřív některé označení zrušte."
			},
			page: "Označení je společné ano/ne skupiny a kolik jich okruh snese, určuje krok.",
		},
		models.CodeWordingStands: {
			title:  "S podnětem už skupina pracuje",
			detail: "Skupina už s tímto zněním pracuje, proto ho jeho autor nemůže změnit ani odebrat. Opravit ho může facilitátor.",
			page:   "Znění platí od chvíle, kdy se o něm hlasovalo, skupina ho označila nebo vybrala, sloučila s jiným nebo z něj udělala okruh. Když ho pak facilitátor opraví, znění, o kterém se hlasovalo, zůstane v zápisu.",
		},
		models.CodePromiseHere: {
			title:  "Úkol už tu je",
			detail: "Tento úkol se do jednání převedl už dřív. Každý úkol tu může být jen jednou.",
			page:   "Úkol je jedna věc, i když prochází více jednáními. V jednom jednání proto stojí jen jednou.",
		},
		models.CodePromiseGoneOn: {
			title:  "Úkol už pokračuje jinde",
			detail: "Tento úkol mezitím převzalo jiné jednání. Převezměte ho odtamtud.",
			page:   "Úkol je jedna věc: dál se s ním pracuje v tom jednání, které ho převzalo naposled.",
		},
		models.CodePromiseSettled: {
			title:  "Úkol už je vyřízený",
			detail: "Úkol je mezitím splněný nebo zrušený, není s čím pokračovat.",
			page:   "Do dalšího jednání se převádějí jen úkoly, které zbývá udělat.",
		},
		models.CodeIdeaCycle: {
			title:  "Podnět nemůže být sám pod sebou",
			detail: "Zvolte podnět, který neleží pod tím, který přesouváte nebo slučujete.",
			page:   "Podněty pod podnětem tvoří strom: každý leží nejvýše pod jedním dalším a žádný pod sebou.",
		},
		models.CodeChangedSince: {
			title:  "Mezitím se to změnilo",
			detail: "Od té doby to změnil někdo jiný, a proto se nic nepřepsalo. Podívejte se, co tam stojí teď.",
			page:   "Přepsat nebo vrátit jde jen to, co je pořád tak, jak to bylo, když jste s úpravou začali. Jinak by zmizela novější práce někoho jiného. Chcete-li vrátit starší změnu, vraťte nejdřív ty novější.",
		},
		models.CodeEntryCycle: {
			title:  "Nic nemůže být samo pod sebou",
			detail: "Zvolte místo, které neleží pod tím, co přesouváte.",
			page:   "Rozhodnutí i úkoly tvoří strom: každé leží nejvýše pod jedním dalším a žádné pod sebou.",
		},
		models.CodeCauseCycle: {
			title:  "Příčina nemůže být sama pod sebou",
			detail: "Zvolte příčinu, která neleží pod tou, kterou přesouváte.",
			page:   "Příčiny tvoří strom: každá leží nejvýše pod jednou další a žádná pod sebou.",
		},
		models.CodeTooDeep: {
			title:  "Hlouběji už to nejde",
			detail: "Pod sebou může být nejvýše 20 úrovní. Přidejte to o úroveň výš.",
			page:   "Strom příčin, okruhů a podnětů má nejvýše 20 úrovní, aby se dal přečíst na obrazovce i v zápisu.",
		},
		models.CodeTooLarge: {
			title:  "Příliš mnoho najednou",
			detail: "Text zkraťte nebo rozdělte.",
			counts: func(n []int) string {
				return fmt.Sprintf("Najednou přijmeme nejvýše %d\u00a0KiB. Text zkraťte nebo rozdělte.", n[0])
			},
			page: "Meze chrání ostatní: jeden požadavek nemá zaměstnat celý server.",
		},
		models.CodeWorkshopFull: {
			title:  "Víc se do jednání nevejde",
			detail: "Odeberte, co už není potřeba, nebo pokračujte v dalším jednání.",
			page:   "Mez je desetkrát vyšší, než měl největší zápis, který známe. Chrání před omylem a zlým úmyslem.",
		},
		models.CodeTextFull: {
			title:  "Do textu se to už nevejde",
			detail: "Vyberte toho méně, nebo text zkraťte.",
			counts: func(n []int) string {
				return fmt.Sprintf("Text kroku má nejvýše %d znaků. Vyberte toho méně, nebo text zkraťte. Nic se nezměnilo.", n[0])
			},
			page: "Co se přenáší do kroku s textem, připíše se na jeho konec. Text by pak byl delší, než kolik krok pojme.",
		},
		models.CodeNotRehearsal: {
			title:  "Toto není zkouška nanečisto",
			detail: "Předstíraní účastníci a smazání celého jednání patří jen ke zkoušce nanečisto. Skutečné jednání zůstalo, jak bylo.",
			page:   "Zkouška nanečisto je kopie jednání, ve které si facilitátor vyzkouší, co se bude dít. Poznáte ji podle názvu. Skutečné jednání se takto smazat nedá.",
		},
		models.CodeSlowDown: {
			title:  "Zpomalte, prosím",
			detail: "Bylo příliš mnoho neúspěšných pokusů. Zkuste to za chvíli znovu.",
			page:   "Počítáme jen nezdařené pokusy, aby kódy a hesla nešlo hádat. Za jak dlouho to zkusit, říká hlavička Retry-After.",
		},
		models.CodeDatabaseAway: {
			title:  "Databáze teď neodpovídá",
			detail: "Dokud databáze neodpoví, nic nového se neuloží ani nenačte. Co je uložené, o to nikdo nepřijde, a co píšete, zůstane na obrazovce. Dílna se k ní připojí sama. Trvá-li to dlouho, řekněte to tomu, kdo Dílnu provozuje.",
			page:   "Dílna běží, ale databázový server (PostgreSQL) je vypnutý, teprve startuje, nebo k němu nevede spojení. Jakmile odpoví, jde všechno samo dál: telefony pošlou, co čeká, a každý hlas se započítá jednou. Dílnu není potřeba restartovat.",
		},
		models.CodeDraining: {
			title:  "Dílna se tu právě ukončuje",
			detail: "Tato Dílna se právě ukončuje. Zkuste to za chvilku znovu, odpoví jiná nebo nově spuštěná.",
			page:   "Běží-li Dílna na víc počítačích zároveň, dá se jeden z nich ukončit za provozu: telefony a plátna přejdou samy na ostatní a nikdo o nic nepřijde.",
		},
		models.CodeCrowded: {
			title:  "Víc zařízení se teď nevejde",
			detail: "Dílna má plno: tento počítač jí nedovolí víc spojení. Kdo jednání vede, ten se dostane dál. Řekněte tomu, kdo Dílnu provozuje, ať povolí víc otevřených souborů (ulimit -n).",
			page:   "Každý telefon drží jedno spojení a každé spojení je pro počítač otevřený soubor. Poslední místa jsou pro toho, kdo jednání vede, a pro plátno.",
		},
		models.CodeHostUnknown: {
			title:  "Pod touto adresou Dílna není",
			detail: "Otevřete Dílnu na adrese, kterou vám dali ti, kdo ji provozují.",
			page:   "Dílna má nastavenou veřejnou adresu (--public-url) a na žádnou jinou neodpovídá. Chyba bývá v proxy serveru, který nepředává hlavičku Host.",
		},
		models.CodeBusy: {
			title:  "Server má teď moc práce",
			detail: "Změna se zatím neuložila. Zkuste to za chvíli znovu, nic se tím nezdvojí.",
			page:   "Stejný příkaz se stejným klíčem můžete poslat kolikrát chcete: započítá se jednou.",
		},
		models.CodeDiskFull: {
			title:  "Na disku už není místo",
			detail: "Nic dalšího teď nejde uložit. Řekněte tomu, kdo Dílnu provozuje, ať na disku uvolní místo. Co už je uložené, o to nikdo nepřijde.",
			page:   "Číst, odebírat a končit jde i na plném disku. Jakmile se místo uvolní, Dílna sama pokračuje.",
		},
		models.CodeErased: {
			title:  "Toto už vrátit nejde",
			detail: "Někdo to smazal natrvalo: svůj text ten, kdo ho napsal, nebo fotku facilitátor. Všechno ostatní zůstalo.",
			page:   "Když člověk odchází a smaže, co napsal, zmizí to i z historie. Zůstane jen to, o čem se hlasovalo nebo na čem stavěli druzí, a schválený zápis. Fotka, kterou facilitátor smaže natrvalo, zmizí i ze schválených zápisů.",
		},
		models.CodeCopyMissing: {
			title:  "Dnešní záloha se neudělala",
			detail: "Na jednání to nic nemění, všechno se ukládá. Řekněte tomu, kdo Dílnu provozuje, ať se podívá na místo na disku a do složky se zálohami.",
			page:   "Dílna každý den sama zálohuje svá data. Když na zálohu není místo nebo se do složky nedá zapisovat, zkouší to znovu a starší zálohy nechá být. Proč to nejde, je v záznamu o běhu.",
		},
		models.CodeDamaged: {
			title:  "Uložená data jsou poškozená",
			detail: "Toto už není to, co se uložilo, a proto to neukážeme. Řekněte tomu, kdo Dílnu provozuje, ať obnoví zálohu. Co přesně je poškozené, vypíše příkaz dilna doctor.",
			page:   "U výsledků hlasování a schválených zápisů hlídáme kontrolní součet. Když nesedí, raději neukážeme nic než něco jiného, než bylo sečteno nebo schváleno.",
		},
		models.CodeLetterboxUnknown: {
			title:  "Tento odkaz nikam nevede",
			detail: "Odkaz neplatí: jednání nebo krok už tu není, nebo je v adrese překlep. Požádejte o nový toho, kdo vám ho poslal.",
			page:   "Odkaz pro podněty platí, dokud je jeho krok v jednání a dokud jednání nikdo nesmazal.",
		},
		models.CodeLetterboxEarly: {
			title:  "Podněty se zatím nesbírají",
			detail: "Odkaz se teprve otevře. Kdy, je napsáno na stránce; co jste napsali, na ní zatím zůstane.",
			page:   "Odkaz pro podněty je otevřený jen mezi dvěma okamžiky, které určil ten, kdo ho připravil.",
		},
		models.CodeLetterboxClosed: {
			title:  "Podněty se už nesbírají",
			detail: "Odkaz je zavřený a nic dalšího nepřijímá. Co jste napsali, zůstalo na stránce; můžete to zkopírovat a poslat e-mailem tomu, kdo jednání vede.",
			page:   "Odkaz se zavírá sám v určený čas, nebo ho zavře ten, kdo ho připravil. Co přišlo dřív, zůstalo uložené.",
		},
		models.CodeLetterboxFull: {
			title:  "Víc podnětů už odkaz nepřijme",
			detail: "Přišlo jich tolik, kolik jich mohlo být. Co jste napsali, zůstalo na stránce; řekněte o tom tomu, kdo vám odkaz poslal.",
			page:   "Kolik podnětů odkaz přijme, určuje ten, kdo ho připravil. Může počet zvýšit.",
		},
		models.CodeLetterboxRush: {
			title:  "Odtud teď přišlo hodně podnětů naráz",
			detail: "Chvilku počkejte a pošlete podnět znovu. Co jste napsali, zůstalo na stránce a nic se nezdvojí.",
			page:   "Z jednoho místa přijmeme nejvýše 200 podnětů naráz a pak další každou půlminutu: odkaz je otevřený všem a nikdo ho nemá zahltit.",
		},
		models.CodeBodyIncomplete: {
			title:  "Požadavek nedorazil celý",
			detail: "Spojení je pomalé nebo se přerušilo. Pošlete to znovu, nic se tím nezdvojí.",
			page:   "Na celé tělo požadavku čekáme deset sekund.",
		},
		models.CodeJSONExpected: {
			title:  "Čekáme JSON",
			detail: "Pošlete požadavek s hlavičkou Content-Type: application/json.",
			page:   "Jiný typ těla nepřijímáme: formuláře umí odeslat i cizí stránka.",
		},
	}),
}
