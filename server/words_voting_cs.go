package server

import (
	"fmt"

	"dilna/models"
)

// czechVoting are the words for what is refused about rounds and ballots: a new
// rule that refuses ballots in a way of its own adds its own here.
var czechVoting = map[models.ErrorCode]told{
	models.CodeRuleNotPlayed: {
		title:  "Tady se podle tohoto pravidla hlasovat nedá",
		detail: "Kolo má pravidlo, které tato stránka nezná. Načtěte ji znovu. Na papíře se hlasovat dá vždy.",
		page:   "Telefon, který má stránku načtenou z doby před novou verzí programu, umí jen hlasy (puntíky). Po novém načtení zná všechna pravidla.",
	},
	models.CodeRuleMissing: {
		title:  "Chybí počet hlasů",
		detail: "Nejdřív řekněte, kolik hlasů každý má. Pak hlasování spusťte.",
		page:   "Kolo se spustí, až je známo, kolik hlasů každý má.",
	},
	models.CodeNoVote: {
		title:  "Krok nemá připravené hlasování",
		detail: "Lístky říkají, kolik má každý hlasů. Nejdřív v kroku připravte hlasování, pak je vytiskněte.",
		page:   "Hlasovací lístky se tisknou pro krok, ve kterém hlasování teprve bude nebo právě běží.",
	},
	models.CodeReceiptTaken: {
		title:  "Jiný lístek už má toto kontrolní číslo",
		detail: "Každý lístek má své kontrolní číslo. Pošlete ho s jiným.",
		page:   "Kontrolní číslo si zařízení vymýšlí samo a náhodně. Dvě stejná znamenají, že jedno je opsané: podle něj by dva lidé našli týž lístek.",
	},
	models.CodeBallotsNotListed: {
		title:  "Seznam lístků tu není",
		detail: "Lístky se ukazují jednotlivě, až když hlasování skončí, a jen když jich je aspoň pět.",
		page:   "Z několika málo lístků by se dalo poznat, kdo jak hlasoval. Kde jsou opsané jen součty, jednotlivé lístky nejsou.",
	},
	models.CodeRoundOpen: {
		title:  "Právě se hlasuje",
		detail: "Dokud je kolo hlasování otevřené, nic z toho, o čem se hlasuje, se nemění. Počkejte, až kolo skončí.",
		page:   "Nikdo nemá hlasovat pro něco, co se mu pod rukama změní.",
	},
	models.CodeRoundNotOpen: {
		title:  "Hlasování ještě nezačalo",
		detail: "Počkejte, až facilitátor kolo otevře.",
		page:   "Připravené kolo vidí jen facilitátor.",
	},
	models.CodeRoundClosed: {
		title:  "Hlasování skončilo",
		detail: "Kolo je uzavřené a jeho výsledek se už nemění.",
		page:   "Komu hlas dorazil po uzavření, tomu se nezapočítá a server mu to řekne. Hlasovat znovu lze v novém kole.",
	},
	models.CodeNoResult: {
		title:  "Kolo nemá výsledek",
		detail: "Společné pořadí se počítá z kol, která jsou uzavřená a v nichž někdo hlasoval. Nejdřív hlasování uzavřete.",
		page:   "Společné pořadí se počítá z výsledků nejméně dvou kol jednoho kroku. Kolo, které se teprve chystá, ve kterém se právě hlasuje nebo ve kterém nikdo nehlasoval, výsledek nemá.",
	},
	models.CodeNothingInCommon: {
		title:  "Kola nemají žádný společný podnět",
		detail: "O žádném podnětu se nehlasovalo ve všech vybraných kolech. Vyberte kola, ve kterých se hlasovalo o týchž podnětech.",
		page:   "Do společného pořadí se počítá jen to, o čem se hlasovalo v každém z vybraných kol. Kola o různých podnětech dohromady počítat nejde.",
	},
	models.CodeNotRevealed: {
		title:  "Výsledek ještě nebyl ukázán",
		detail: "Výsledek hlasování zatím vidíte jen vy. Nejdřív ho ukažte všem, pak pokračujte.",
		page:   "Uzavřené hlasování vidí jen ten, kdo jednání vede, dokud výsledek neukáže. Do té doby se zápis s ním neschválí a nejlepší podněty z něj nikam nejdou.",
	},
	models.CodeLimitInUse: {
		title:  "Tak nízko už limit snížit nejde",
		detail: "Někdo už rozdal víc. Čí lístek to je, Dílna neřekne. Zvýšit limit můžete dál.",
		page:   "Dokud se hlasuje, smí se limit zvýšit vždy, a snížit jen tak, aby se do něj vešlo, co už kdo rozdal. Kolik nejvýše na jeden podnět nebo okruh a jaký je rozpočet, se po prvním hlasu jen zvyšuje: z odmítnutí by se dalo poznat, kam hlasy šly.",
	},
	models.CodeNoProposals: {
		title:  "Tady se během hlasování navrhovat nedá",
		detail: "Vlastní návrhy jde povolit, kde podnět získává tím, co dostane: u hlasů, souhlasu, bodů a pořadí.",
		page:   "Kdo přijde později, může tam mít jen méně. Průměr, většinu nebo záporné hlasy od několika málo lidí by ale pozdní návrh mohl mít lepší než to, co posoudili všichni. U rozpočtu by chyběla cena.",
	},
	models.CodeProposalsSpent: {
		title:  "Víc vlastních návrhů už přidat nejde",
		detail: "Během hlasování jich každý může přidat jen několik.",
		counts: func(n []int) string {
			return "Během hlasování můžete navrhnout nejvýše " + czechCount(n[0], "podnět", "podněty", "podnětů") + "."
		},
		page: "Aby návrhy jednoho člověka nevytlačily z lístku, co napsali ostatní.",
	},
	models.CodeAgreeingOff: {
		title:  "Souhlas se v tomto kroku nesbírá",
		detail: "Kdo jednání vede, souhlas s podněty ostatních tady nezapnul, nebo ho mezitím vypnul.",
		page:   "Souhlasit s podněty ostatních jde jen v krocích, kde to facilitátor zapnul.",
	},
	models.CodeOwnIdea: {
		title:  "Toto je váš vlastní podnět",
		detail: "Souhlasit můžete s podněty ostatních.",
		page:   "Kdo podnět napsal, s tím souhlasí už tím. Počítá se, kolik lidí souhlasí kromě něj.",
	},
	models.CodeAgreementsCounted: {
		title:  "Souhlas s tímto podnětem je už sečtený",
		detail: "Krok se mezitím uzavřel. Zůstal jen počet, a kdo souhlasil, už nezjistí nikdo.",
		page:   "Když se krok uzavře, zbude u podnětu jen počet. Po novém otevření kroku se dá souhlasit jen s podněty, které přibyly potom, jinak by se někdo mohl započítat dvakrát.",
	},
	models.CodeNotTied: {
		title:  "Na tomto místě taková shoda není",
		detail: "Výsledek se mezitím změnil, nebo se o místo dělí jiné podněty. Podívejte se na výsledek a losujte znovu.",
		page:   "Losuje se jen mezi všemi, kdo se dělí o jedno místo ve výsledku. Kde se hlasuje pro a proti, místa nejsou.",
	},
	models.CodeLotDrawn: {
		title:  "Los už padl",
		detail: "O tomto místě už los rozhodl. Platí, znovu se nelosuje.",
		page:   "Losuje se jednou. Kdyby šlo losovat znovu, vybíral by výsledek ten, kdo losuje.",
	},
	models.CodeDotsSpent: {
		title:  "Všechny hlasy jsou rozdané",
		detail: "Nejdřív některý hlas vezměte zpět z jiného podnětu.",
		counts: func(n []int) string {
			if len(n) < 2 {
				n = append(n, n[0])
			}
			return fmt.Sprintf("Máte %s, %d už leží jinde. Nejdřív některý vezměte zpět.", czechCount(n[0], "hlas", "hlasy", "hlasů"), n[1])
		},
		page: "Kolik hlasů kdo má, určuje pravidlo kola. Vzít hlas zpět lze, dokud je kolo otevřené.",
	},
	models.CodeDotsPerIdea: {
		title:  "Tento podnět už víc vašich hlasů nepojme",
		detail: "Zbylé hlasy dejte jinému podnětu.",
		counts: func(n []int) string {
			return "Na jeden podnět můžete dát nejvýše " + czechCount(n[0], "hlas", "hlasy", "hlasů") + ". Zbylé dejte jinému podnětu."
		},
		page: "Kolik hlasů smí jeden člověk dát jednomu podnětu, určuje pravidlo kola.",
	},
	models.CodeBallotOverBudget: {
		title:  "Na lístku je víc hlasů, než kolik jich každý má",
		detail: "Vezměte zpět, co je navíc. Lístek na papíře opravte s tím, kdo ho odevzdal.",
		counts: func(n []int) string {
			if len(n) < 2 {
				n = append(n, n[0])
			}
			return fmt.Sprintf("Lístek má %s, každý ale smí rozdat nejvýše %d. Vezměte zpět, co je navíc. Lístek na papíře opravte s tím, kdo ho odevzdal.",
				czechCount(n[0], "hlas", "hlasy", "hlasů"), n[1])
		},
		page: "Kolik hlasů kdo má, určuje pravidlo kola: stejně pro telefony i pro lístky na papíře.",
	},
	models.CodeDotsPerTopic: {
		title:  "Tento okruh už víc vašich hlasů nepojme",
		detail: "Zbylé hlasy dejte podnětům v jiném okruhu.",
		counts: func(n []int) string {
			return "V jednom okruhu můžete rozdat nejvýše " + czechCount(n[len(n)-1], "hlas", "hlasy", "hlasů") + ". Zbylé dejte podnětům v jiném okruhu."
		},
		page: "Kolik hlasů smí jeden člověk rozdat v jednom okruhu, určuje pravidlo kola.",
	},
	models.CodeCostOverBudget: {
		title:  "Vybrané podněty stojí víc, než kolik je v rozpočtu",
		detail: "Některý podnět z výběru vyřaďte.",
		counts: func(n []int) string {
			if len(n) < 2 {
				n = append(n, n[0])
			}
			return fmt.Sprintf("Výběr stojí %s, rozpočet je %s. Některý podnět z výběru vyřaďte.", grouped(n[0], "\u00a0"), grouped(n[1], "\u00a0"))
		},
		page: "Co který podnět stojí a jaký je rozpočet, určuje pravidlo kola.",
	},
	models.CodeMinusOverBudget: {
		title:  "Na lístku je víc záporných hlasů, než kolik jich každý má",
		detail: "Některý záporný hlas vezměte zpět.",
		counts: func(n []int) string {
			return "Každý má nejvýše " + czechCount(n[len(n)-1], "záporný hlas", "záporné hlasy", "záporných hlasů") + ". Některý vezměte zpět."
		},
		page: "Kolik záporných hlasů kdo má, určuje pravidlo kola.",
	},
	models.CodeMinusTooEarly: {
		title:  "Na záporné hlasy je ještě brzy",
		detail: "Nejdřív rozdejte hlasy pro.",
		counts: func(n []int) string {
			return "Záporné hlasy můžete dát, až rozdáte aspoň " + czechCount(n[len(n)-1], "hlas pro", "hlasy pro", "hlasů pro") + "."
		},
		page: "Kolik hlasů pro musí na lístku být, než smí přibýt záporný, určuje pravidlo kola.",
	},
	models.CodeValueTwice: {
		title:  "Stejné body nebo místo jste dali dvakrát",
		detail: "Jeden z obou podnětů změňte.",
		counts: func(n []int) string {
			return fmt.Sprintf("Hodnotu %d jste dali dvěma podnětům, smí ji mít jen jeden. Jeden z nich změňte.", n[0])
		},
		page: "Každé body z pravidla kola, a každé místo v pořadí, lze dát jen jednou.",
	},
	models.CodePlaceMissing: {
		title:  "V pořadí chybí místo",
		detail: "Seřaďte podněty od prvního místa bez mezer.",
		counts: func(n []int) string {
			return fmt.Sprintf("V pořadí není nic na %d. místě. Seřaďte podněty od prvního místa bez mezer.", n[0])
		},
		page: "Pořadí jde od prvního místa a žádné nevynechává.",
	},
	models.CodeIdeaHasVotes: {
		title:  "Podnět už má hlasy",
		detail: "Podnět, o kterém se hlasovalo, odebrat nelze: hlasy by zmizely ze zápisu.",
		page:   "Upravit jeho znění facilitátor může; znění, o kterém se hlasovalo, v zápisu zůstane.",
	},
	models.CodeNothingToVoteOn: {
		title:  "Není o čem hlasovat",
		detail: "Nejdřív do kroku přidejte aspoň jeden podnět.",
		page:   "Hlasuje se o podnětech toho kroku, ke kterému kolo patří.",
	},
	models.CodeRoundInterrupted: {
		title:  "Hlasování bylo přerušeno",
		detail: "Dílna běží nad zálohou z doby, kdy se hlasovalo, a v tomto kole už pokračovat nejde. Facilitátor nebo facilitátorka ho uzavře; započítá se, co bylo odevzdáno do chvíle zálohy.",
		page:   "Klíč otevřeného kola se do zálohy neukládá, aby z ní nikdo nepoznal, kdo jak hlasoval. Bez klíče nejde poznat, čí který lístek je: kolo jde jen uzavřít.",
	},
}
