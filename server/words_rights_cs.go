package server

import "dilna/models"

// czechRights are the words for who is let in, and who may do what.
var czechRights = map[models.ErrorCode]told{
	models.CodeSignInNeeded: {
		title:  "Přihlaste se",
		detail: "Toto je pro přihlášené. Přihlaste se a pokračujte.",
		page:   "Přihlášení na jednom zařízení platí čtrnáct dní. Účastníci jednání se nepřihlašují, těm stačí kód.",
	},
	models.CodeSeatMissing: {
		title:  "Zatím tu nemáte místo",
		detail: "Připojte se kódem, který je vidět na plátně.",
		page:   "Místo dostane zařízení, které zadá kód jednání, a drží ho třicet dní. Soukromé okno prohlížeče je jiné zařízení.",
	},
	models.CodeSignInFailed: {
		title:  "Přihlášení se nezdařilo",
		detail: "Přihlašovací jméno nebo heslo nesouhlasí. Zkontrolujte je a zkuste to znovu.",
		page:   "Kdo heslo zapomněl, přihlásí se jednorázovým odkazem, který mu vydá koordinátor nebo správce, a zvolí si nové.",
	},
	models.CodeLinkUsed: {
		title:  "Odkaz už neplatí",
		detail: "Odkaz lze použít jen jednou a jen do určité doby. Požádejte o nový.",
		page:   "Nový odkaz vydá koordinátor, facilitátor jednání, nebo správce na počítači, kde Dílna běží.",
	},
	models.CodeFacilitatorOnly: {
		title:  "Jen pro facilitátora",
		detail: "Toto může udělat jen ten, kdo jednání vede.",
		page:   "Oprávnění vést jednání se uděluje účtu. Nezíská se tím, že ostatní odejdou.",
	},
	models.CodeLastCoordinator: {
		title:  "Poslední koordinátor zůstává",
		detail: "Nejdřív dejte roli koordinátora někomu dalšímu.",
		page:   "Aby k jednáním nikdo neztratil přístup, musí tu být vždy aspoň jeden koordinátor, který se může přihlásit.",
	},
	models.CodeLastFacilitator: {
		title:  "Jste tu poslední",
		detail: "Nejdřív přizvěte někoho dalšího, nebo požádejte koordinátora.",
		page:   "Jednání nezůstane bez facilitátora tím, že odejde. Poslední oprávnění může odebrat jen koordinátor.",
	},
	models.CodeFounderStays: {
		title:  "Kdo jednání založil, u něj zůstává",
		detail: "Oprávnění toho, kdo jednání založil, může odebrat jen on sám nebo koordinátor.",
		page:   "Přizvaný pomocník nemá připravit o jednání toho, kdo ho k němu přizval.",
	},
	models.CodeRightTaken: {
		title:  "Toto jednání už nevedete",
		detail: "Oprávnění vést toto jednání vám někdo odebral. Je-li to omyl, domluvte se s těmi, kdo jednání vedou: do 24 hodin vám ho mohou vrátit jedním stiskem.",
		named: func(name string) string {
			return "Oprávnění vést toto jednání vám odebral účet " + name + ". Je-li to omyl, domluvte se: do 24 hodin vám ho může vrátit jedním stiskem."
		},
		page: "Odebrané oprávnění vrátí do 24 hodin kdokoli, kdo jednání vede, a koordinátor kdykoli. Napsané zůstalo, jak bylo.",
	},
	models.CodeAccountDisabled: {
		title:  "Účet je zablokovaný",
		detail: "Obraťte se na koordinátora, odblokovat vás může on.",
		page:   "Zablokovaný účet se nepřihlásí. Jednání, která k němu patří, zůstávají.",
	},
	models.CodeNotYours: {
		title:  "Není to vaše",
		detail: "Toto může jen účastník, kterému to patří.",
		page:   "Účastníci mění jen to, co sami napsali, a hlasují jen svými hlasy. Ostatní upravuje facilitátor.",
	},
	models.CodeCrossOrigin: {
		title:  "Požadavek přišel z cizí stránky",
		detail: "Otevřete Dílnu přímo na její adrese a zkuste to znovu.",
		page:   "Změny přijímáme jen ze stránek Dílny samotné, aby za vás nemohla jednat cizí stránka.",
	},
	models.CodeInsecureOrigin: {
		title:  "Spojení není zabezpečené",
		detail: "Heslo po nezabezpečené síti neposíláme. Přihlaste se na počítači, na kterém Dílna běží (adresa localhost), nebo přes https.",
		page:   "Po obyčejném http si heslo může přečíst kdokoli na stejné Wi-Fi. Účastníků se to netýká: hesla nemají.",
	},
	models.CodeCodeUnknown: {
		title:  "Tento kód nikam nevede",
		detail: "Zkontrolujte kód na plátně. Platí, jen dokud je jednání otevřené.",
		page:   "Stejně odpovídáme na kód překlepnutý, ještě neplatný i už neplatný, aby kódy nešlo hádat.",
	},
	models.CodeLoginTaken: {
		title:  "Přihlašovací jméno je obsazené",
		detail: "Zvolte jiné přihlašovací jméno.",
		page:   "Na velikosti písmen nezáleží.",
	},
	models.CodeCoordinatorOnly: {
		title:  "To může jen koordinátor",
		detail: "Tuto věc dělají koordinátoři. Požádejte některého z nich.",
		page:   "Koordinátoři schvalují a zveřejňují zápisy a spravují účty.",
	},
}
