package server

import (
	"fmt"

	"dilna/models"
)

// czechAdmission are the words for how people get in, and for their devices.
var czechAdmission = map[models.ErrorCode]told{
	models.CodeDoorFull: {
		title:  "Jednání je plné",
		detail: "Uvnitř je tolik zařízení, kolik facilitátor povolil. Řekněte mu, že chcete dovnitř. Jakmile se místo uvolní, vstoupíte sami.",
		counts: func(n []int) string {
			return "Dovnitř smí nejvýše " + czechCount(n[0], "zařízení", "zařízení", "zařízení") + " a tolik jich už tam je. Řekněte facilitátorovi, že chcete dovnitř. Jakmile se místo uvolní, vstoupíte sami."
		},
		page: "Kolik zařízení smí dovnitř, určuje facilitátor a může to během jednání změnit.",
	},
	models.CodeTicketNeeded: {
		title:  "Vstupuje se se vstupenkou",
		detail: "Na toto jednání se vstupuje se vstupenkou. Načtěte kód z ní, nebo opište jejích osm znaků. Vstupenku dostanete od facilitátora.",
		page:   "Každá vstupenka pustí dovnitř jedno zařízení.",
	},
	models.CodeTicketUsed: {
		title:  "Vstupenka je už použitá",
		detail: "S touto vstupenkou už někdo vstoupil na jiném zařízení. Jestli to nejste vy nebo jste zařízení vyměnili, požádejte facilitátora o novou vstupenku.",
		page:   "Nová vstupenka má stejné číslo a jiný kód. Kdo vstoupil s tou starou, ztratí místo i lístky v otevřených hlasováních.",
	},
	models.CodeTicketVoted: {
		title:  "S touto vstupenkou se už hlasovalo",
		detail: "V hlasování, které teď běží, už je lístek od této vstupenky. Až hlasování skončí, můžete s ní znovu vstoupit.",
		page:   "Na společném zařízení se odevzdaný lístek už nedá změnit: nikdo by nepoznal, že ho mění ten, kdo ho odevzdal.",
	},
	models.CodeSeatFirst: {
		title:  "Nejdřív vstupte do jednání",
		detail: "Odkaz pro mluvčí sám dovnitř nepustí. Vstupte do jednání jako ostatní a pak odkaz otevřete znovu.",
		page:   "Platí to, když se vstupuje se vstupenkou nebo když lidi pouští facilitátor.",
	},
	models.CodeSeatWaiting: {
		title:  "Čekáte, až vás facilitátor pustí dál",
		detail: "Facilitátor pouští lidi postupně. Nechte tuto stránku otevřenou, vstoupíte sami.",
		page:   "Číslo, které zařízení při čekání ukazuje, vidí i facilitátor.",
	},
	models.CodeNotLetIn: {
		title:  "Facilitátor vás nepustil dál",
		detail: "Facilitátor toto zařízení do jednání nepustil. Jestli je to omyl, řekněte mu to: může vás pustit dodatečně.",
		counts: func(n []int) string {
			return fmt.Sprintf("Facilitátor toto zařízení do jednání nepustil. Jestli je to omyl, řekněte mu to: má číslo %d a může vás pustit dodatečně.", n[0])
		},
		page: "Nechte stránku otevřenou: jakmile vás pustí, vstoupíte sami.",
	},
	models.CodeDeviceOut: {
		title:  "Facilitátor toto zařízení vyřadil",
		detail: "Facilitátor toto zařízení z jednání vyřadil, i s lístky v otevřených hlasováních. Jestli je to omyl, řekněte mu to: může vás pustit zpátky.",
		counts: func(n []int) string {
			return fmt.Sprintf("Facilitátor toto zařízení z jednání vyřadil, i s lístky v otevřených hlasováních. Jestli je to omyl, řekněte mu to: má číslo %d a může vás pustit zpátky.", n[0])
		},
		page: "Nechte stránku otevřenou: jakmile vás pustí, vstoupíte sami. Co jste napsali, v jednání zůstalo.",
	},
	models.CodeDeviceTaken: {
		title:  "Na tomto zařízení už někdo je",
		detail: "Toto zařízení teď používá někdo s jinou vstupenkou. Má-li sloužit i vám, ať nejdřív stiskne Další člověk, a pak vstupenku načtěte znovu.",
		page:   "Tlačítko Další člověk je v nabídce jednání.",
	},
	models.CodeDeviceVoted: {
		title:  "Z tohoto zařízení se už hlasovalo",
		detail: "Bez vstupenek má zařízení v každém hlasování jeden lístek a ten už je odevzdaný. Dalšímu člověku ho předejte, až hlasování skončí.",
		page:   "Zvlášť se lidé u jednoho zařízení počítají, jen když každý vstoupí se svou vstupenkou.",
	},
	models.CodeTooManyTickets: {
		title:  "Tolik vstupenek nejde vytvořit",
		detail: "Jedno jednání má nejvýše 1 000 vstupenek. Zvolte menší počet.",
		page:   "Vstupenky, se kterými nikdo nevstoupil, jde vytisknout znovu.",
	},
}
