package main

import (
	"fmt"
	"strings"

	"github.com/alecthomas/kong"

	"dilna/cmd/dilna/language"
)

// meaning is what a command, an argument or a flag does, in both languages.
type meaning struct{ cs, en string }

// meanings has all of them: a command by its name, what belongs to it after a
// dot. A test keeps it complete; docs/settings.md is made of it.
var meanings = map[string]meaning{
	"": {
		"Dílna vede participativní jednání: sběr podnětů, hlasování puntíky, rybí kost a hotový zápis.",
		"Dílna runs participatory workshops: collecting ideas, dot voting, a fishbone, and minutes that are ready at the end.",
	},
	"help": {"Vypíše tuto nápovědu.", "Prints this help."},

	"any.data": {"Složka s daty.", "Folder of the data."},
	"any.database-url": {
		"Adresa databáze PostgreSQL (15 a novější), místo složky s daty: postgres://dilna:heslo@server:5432/dilna. Smí ji mít otevřenou víc instancí najednou.",
		"Address of a PostgreSQL database (15 or newer), instead of a folder: postgres://dilna:password@server:5432/dilna. Several instances may have it open at once.",
	},
	"any.secret": {
		"Tajemství, kterým se v databázi pečetí klíče otevřených hlasování; stejné pro všechny instance. Lépe v souboru nebo v DILNA_SECRET.",
		"The secret that seals the keys of open votes in the database; the same for all instances. Better in a file or in DILNA_SECRET.",
	},
	"any.secret-file": {
		"Soubor s tímto tajemstvím, aspoň 32 znaků. Nikdy neleží v databázi ani v její záloze.",
		"File of that secret, at least 32 characters. It is never in the database or its backup.",
	},

	"serve": {
		"Spustí Dílnu a vypíše adresu, na kterou se lidé ve stejné síti připojí. Bez příkazu se dělá toto.",
		"Starts Dílna and prints the address people in the same network can open. This is what happens without a command.",
	},
	"serve.addr": {"Adresa a port, na kterých se čeká na spojení; bez adresy na všech.", "Address and port to wait for connections on; without an address on all."},
	"serve.data": {"Složka s daty; když není, založí se.", "Folder of the data; it is made if it is not there."},
	"serve.public-url": {
		"Adresa, kterou lidé zadávají, je-li jiná než adresa tohoto počítače, třeba https://dilna.example.cz.",
		"Address people type, where it is not this computer's own, like https://dilna.example.cz.",
	},
	"serve.trusted-proxies": {
		"Adresy nebo sítě (CIDR) proxy serverů, jimž se věří, kdo a jak se ptá; oddělené čárkou. Bez nastavení žádné.",
		"Addresses or networks (CIDR) of proxies that are believed who asks and how, with commas between. None unless set.",
	},
	"serve.tls-cert": {"Soubor s certifikátem TLS (PEM); pak se mluví jen přes HTTPS.", "File of a TLS certificate (PEM); then only HTTPS is spoken."},
	"serve.tls-key":  {"Soubor s klíčem k certifikátu TLS (PEM).", "File of the key of the TLS certificate (PEM)."},
	"serve.operator": {
		"Kdo Dílnu provozuje, třeba Liberecký kraj; stojí v prohlášení o přístupnosti.",
		"Who runs this Dílna, like a region; named in the accessibility statement.",
	},
	"serve.accessibility-contact": {
		"Kam psát o přístupnosti (e-mail, telefon); stojí v prohlášení o přístupnosti.",
		"Where to write about accessibility (e-mail, telephone); given in the accessibility statement.",
	},
	"serve.backups": {
		"Složka automatických denních záloh; bez nastavení backups ve složce s daty. Každá Dílna má mít svou. none: žádné se nedělají.",
		"Folder of the automatic daily backups; unless set, backups in the folder of the data. Each Dílna needs its own. none: there are none.",
	},
	"serve.log-level": {
		"Co se vypisuje o běhu: debug (i každý požadavek), info, warn nebo error.",
		"What is told about the work: debug (each request, too), info, warn or error.",
	},

	"import": {
		"Zkontroluje soubor jednání a uloží ho jako nové jednání; na posledním řádku vypíše jeho id.",
		"Checks a workshop file and stores it as a new workshop; the last line printed is its id.",
	},
	"import.data": {"Složka s daty; když není, založí se.", "Folder of the data; it is made if it is not there."},
	"import.file": {"Soubor jednání (JSON), zápis v PDF s přiloženým souborem jednání, nebo zveřejněné hlasování o rozpočtu (.pb); - čte jednání ze standardního vstupu.", "The workshop file (JSON), minutes as PDF with the workshop file inside, or a published vote on a budget (.pb); - reads a workshop from the standard input."},

	"export":    {"Zapíše jednání do souboru: jako zápis v kterémkoli formátu, nebo jako soubor jednání v JSON.", "Writes a workshop to a file: as minutes in any format, or as a workshop file in JSON."},
	"export.id": {"Id jednání; bez něj se vypíše seznam.", "Id of the workshop; without one they are listed."},
	"export.format": {
		"pdf, docx, odt, html, md, xlsx, csv, json, pictures.zip (diagramy a výsledky jako SVG a PNG) nebo zip (všechno najednou).",
		"pdf, docx, odt, html, md, xlsx, csv, json, pictures.zip (diagrams and results as SVG and PNG) or zip (all of them).",
	},
	"export.version": {
		"Schválená verze zápisu; bez ní to, co říká návrh příští. Soubor jednání (json) je vždy celý: i se jmény a lístky; bez verze drží jednání samo, jak bylo.",
		"The approved version of the minutes; without it what the draft of the next one says. A workshop file (json) is always whole, names and ballots included; without a version it holds the workshop itself, as it was.",
	},
	"export.output": {"Kam zapsat; - je standardní výstup.", "Where to write; - is the standard output."},

	"rehearse": {
		"Zahraje soubor jednání naživo: simulovaný facilitátor, telefony a plátno projdou celé jednání a zkontroluje se, " +
			"že se nic neztratilo. Generálka pro facilitátory, zátěžová zkouška pro provozovatele.",
		"Plays a workshop file live: a simulated facilitator, phones and a wall go through the whole workshop, and it is " +
			"checked that nothing was lost. A dress rehearsal for facilitators, a load test for operators.",
	},
	"rehearse.file": {"Soubor jednání (JSON), nebo zápis v PDF, do kterého je přiložen; - čte standardní vstup.", "The workshop file (JSON), or minutes as PDF with it inside; - reads the standard input."},
	"rehearse.server": {
		"Adresa běžící Dílny; jednání v ní zůstane. Běží-li na jedné databázi víckrát, uveďte ji tolikrát: telefony se střídají u všech. Bez ní se spustí vlastní na dočasné složce.",
		"Address of a running Dílna; the workshop stays there. Said several times for several instances on one database: phones take them in turn. Without it one is started on a temporary folder.",
	},
	"rehearse.participants": {
		"Kolik telefonů se zúčastní; bez nastavení jako v souboru, nebo kolik je pro jeho výsledky potřeba.",
		"How many phones take part; unless set as the file says, or as many as its results need.",
	},
	"rehearse.minutes":  {"Kam uložit zápis v PDF.", "Where to keep the minutes in PDF."},
	"rehearse.link":     {"Jednorázový odkaz, kterým se facilitátor přihlásí k --server (vypíše ho dilna user link).", "One-time link to sign in to --server with (dilna user link prints one)."},
	"rehearse.login":    {"Přihlašovací jméno k --server.", "Login at --server."},
	"rehearse.password": {"Heslo k --server; lépe v DILNA_PASSWORD.", "Password at --server; better in DILNA_PASSWORD."},
	"rehearse.seed":     {"Semínko náhody: stejné číslo, stejné rozdělení lístků.", "Seed of chance: the same number deals the same ballots."},
	"rehearse.patience": {"Jak dlouho smí trvat, než změnu uvidí všichni.", "How long a change may take to be seen by everyone."},
	"verify": {
		"Přepočítá z lístků v souboru výsledky všech kol hlasování a vypíše, co nesouhlasí; bez serveru a bez sítě.",
		"Counts all rounds of a file again from its ballots and says what differs; without a server or a network.",
	},
	"verify.file":          {"Soubor jednání (JSON), zápis v PDF s přiloženým souborem jednání, nebo zveřejněné hlasování o rozpočtu (.pb); - čte jednání ze standardního vstupu.", "The workshop file (JSON), minutes as PDF with the workshop file inside, or a published vote on a budget (.pb); - reads a workshop from the standard input."},
	"verify.json":          {"Vypíše výsledek jako JSON.", "Prints the report as JSON."},
	"rehearse.json":        {"Vypíše výsledek jako JSON.", "Prints the report as JSON."},
	"rehearse.cpu-profile": {"Kam uložit profil procesoru (pprof).", "Where to keep a CPU profile (pprof)."},

	"doctor": {
		"Zkontroluje všechna uložená data proti kontrolním součtům a vypíše po jednáních, co je poškozené. " +
			"Nic nemění a smí běžet vedle Dílny. Skončí s 0, když je vše v pořádku, s 1, když není.",
		"Compares all stored data with their checksums and lists by workshop what is damaged. It changes " +
			"nothing and may run beside Dílna. It ends with 0 where all is well, with 1 where it is not.",
	},
	"doctor.backups": {"Složka automatických záloh, pokud ji Dílna má jinde (--backups).", "Folder of the automatic backups, where Dílna has it elsewhere (--backups)."},

	"backup": {
		"Zazálohuje všechna data do jednoho souboru a zkontroluje ho. Smí běžet vedle Dílny, nikdo na něj nečeká. Databázi PostgreSQL zálohuje pomocí pg_dump.",
		"Backs up all data into one file and checks it. It may run beside Dílna: nobody waits for it. A PostgreSQL database is backed up with pg_dump.",
	},
	"backup.file":    {"Kam zálohu uložit, nejlépe na jiný disk.", "Where to keep the backup, best on another disk."},
	"backup.replace": {"Přepíše soubor, když už tam je.", "Replaces the file if there is one."},

	"restore": {
		"Obnoví data ze zálohy, kterou předem i potom zkontroluje. Dílna nad nimi při tom neběží. Zálohu databáze PostgreSQL obnoví pomocí pg_restore do prázdné databáze.",
		"Restores the data of a backup, which it checks before and after. No Dílna runs on it meanwhile. The backup of a PostgreSQL database is restored with pg_restore into an empty one.",
	},
	"restore.file":    {"Soubor zálohy.", "The file of the backup."},
	"restore.replace": {"Obnoví i do složky, ve které data jsou; ta se odloží stranou.", "Restores into a folder with data, too; they are set aside."},

	"move": {
		"Přesune všechno ze složky do databáze PostgreSQL, nebo zpět, a porovná, že je to totéž. Původní data zůstanou. Nic nad nimi při tom neběží.",
		"Moves everything from a folder to a PostgreSQL database, or back, and compares that it is the same. The old data stays. Nothing runs on either meanwhile.",
	},
	"move.from":      {"Odkud: složka s daty, nebo adresa databáze (postgres://…).", "Where from: the folder of the data, or the address of a database (postgres://…)."},
	"move.to":        {"Kam: složka nebo databáze, ve které žádná jednání nejsou.", "Where to: a folder or a database without workshops."},
	"move.interrupt": {"Přesune i při hlasování; otevřená kola se tím uzavřou.", "Moves while people vote, too; that closes the rounds."},

	"user": {
		"Účty, když se nikdo nemůže přihlásit: vypíše je, pozve, pustí zpět, změní roli, odebere.",
		"Accounts, when nobody can sign in: lists them, invites, lets back in, changes roles, removes.",
	},
	"user list": {"Vypíše účty.", "Lists the accounts."},
	"user add": {
		"Vypíše jednorázový odkaz, kterým si někdo založí účet a zvolí heslo.",
		"Prints a one-time link with which somebody makes an account and chooses a password.",
	},
	"user add.role": {"facilitator (jen svá jednání), nebo coordinator (všechna). První účet je vždy coordinator.", "facilitator (own workshops) or coordinator (all of them). The first account is always a coordinator's."},
	"user link": {
		"Vypíše jednorázový přihlašovací odkaz, když si někdo nepamatuje heslo; dokud není žádný účet, odkaz na založení prvního.",
		"Prints a one-time link to sign in, for those who are locked out; while there is no account, a link to make the first.",
	},
	"user link.login":   {"Přihlašovací jméno; je-li účet jediný, netřeba.", "The login; not needed while there is one account only."},
	"user role":         {"Změní roli účtu; zablokovaný účet se tím odblokuje.", "Changes the role of an account; a disabled one is enabled."},
	"user role.login":   {"Přihlašovací jméno.", "The login."},
	"user role.role":    {"facilitator, nebo coordinator.", "facilitator or coordinator."},
	"user remove":       {"Odebere účet; jeho jednání zůstanou koordinátorům. Posledního koordinátora odebrat nejde.", "Removes an account; coordinators keep its workshops. The last coordinator cannot be removed."},
	"user remove.login": {"Přihlašovací jméno.", "The login."},

	"licences": {"Vypíše licence všeho, co je v programu od jiných: knihoven a písem.", "Prints the licences of everything in the program that others made: libraries and fonts."},

	"version": {"Vypíše verzi programu.", "Prints the version of the program."},
}

// explain writes the meanings into kong's model.
func explain(model *kong.Application, say language.Language) error {
	model.Help = meanings[""].in(say)
	for _, command := range allCommands(model.Node) {
		command.Help = meanings[nameOf(command)].in(say)
		for _, value := range append(flagValues(command.Flags), command.Positional...) {
			value.Help = meaningOf(command, value.Name).in(say)
		}
	}
	if model.HelpFlag != nil {
		model.HelpFlag.Help = meanings["help"].in(say)
	}
	return nil
}

// meaningOf is what a flag or an argument means for a command, or for every one
// that has it.
func meaningOf(command *kong.Node, name string) meaning {
	if own, ok := meanings[nameOf(command)+"."+name]; ok {
		return own
	}
	return meanings["any."+name]
}

// allCommands are those under a node, each before the ones under itself.
func allCommands(node *kong.Node) []*kong.Node {
	var all []*kong.Node
	for _, command := range node.Children {
		all = append(append(all, command), allCommands(command)...)
	}
	return all
}

// nameOf is how a command is written after the program's name: "user link".
func nameOf(command *kong.Node) string {
	if command.Parent == nil || command.Parent.Type == kong.ApplicationNode {
		return command.Name
	}
	return nameOf(command.Parent) + " " + command.Name
}

func flagValues(flags []*kong.Flag) []*kong.Value {
	values := make([]*kong.Value, 0, len(flags))
	for _, flag := range flags {
		values = append(values, flag.Value)
	}
	return values
}

func (m meaning) in(say language.Language) string { return say.Say(m.cs, m.en) }

// printHelp prints the help of the selected command, or of the program.
func printHelp(t *terminal, c *kong.Context) error {
	var b strings.Builder
	if selected := c.Selected(); selected != nil && named(c, selected) {
		writeCommandHelp(&b, t.say, selected)
	} else {
		fmt.Fprintf(&b, "%s\n\n%s\n", wrap(c.Model.Help, "", width), t.say.Say("Příkazy:", "Commands:"))
		writeCommands(&b, t.say, c.Model.Node)
		fmt.Fprintf(&b, "\n%s\n", t.say.Say("Přepínače příkazu vypíše „dilna PŘÍKAZ --help“.", "“dilna COMMAND --help” lists the flags of a command."))
	}
	_, err := fmt.Fprint(t.out, b.String())
	return err
}

func writeCommands(b *strings.Builder, say language.Language, under *kong.Node) {
	for _, command := range under.Children {
		fmt.Fprintf(b, "  %s\n%s\n", usage(command, say), wrap(command.Help, "      ", width))
	}
}

// named says whether the command was written out: serve also stands for
// nothing, and then the whole program is explained.
func named(c *kong.Context, command *kong.Node) bool {
	for _, arg := range c.Args {
		if arg == command.Name {
			return true
		}
	}
	return false
}

const width = 90

func writeCommandHelp(b *strings.Builder, say language.Language, command *kong.Node) {
	fmt.Fprintf(b, "%s\n\n%s\n", usage(command, say), wrap(command.Help, "", width))
	if len(command.Children) > 0 {
		fmt.Fprintf(b, "\n%s\n", say.Say("Příkazy:", "Commands:"))
		writeCommands(b, say, command)
	}
	if len(command.Positional) > 0 {
		fmt.Fprintf(b, "\n%s\n", say.Say("Argumenty:", "Arguments:"))
	}
	for _, argument := range command.Positional {
		fmt.Fprintf(b, "  %s\n%s\n", strings.ToUpper(argument.Name), wrap(argument.Help, "      ", width))
	}
	if len(command.Flags) > 0 {
		fmt.Fprintf(b, "\n%s\n", say.Say("Přepínače (v závorce proměnná prostředí):", "Flags (the environment variable in brackets):"))
	}
	for _, flag := range command.Flags {
		fmt.Fprintf(b, "  %s  (%s)\n%s\n", flagUsage(flag), strings.Join(flag.Envs, ", "), wrap(flag.Help+preset(flag, say), "      ", width))
	}
}

// preset is what a flag is unless set.
func preset(flag *kong.Flag, say language.Language) string {
	if !flag.HasDefault {
		return ""
	}
	return say.Say(" Výchozí: %s.", " Default: %s.", flag.Default)
}

// usage is how a command is written.
func usage(command *kong.Node, say language.Language) string {
	parts := []string{"dilna", nameOf(command)}
	if len(command.Children) > 0 {
		parts = append(parts, say.Say("PŘÍKAZ", "COMMAND"))
	}
	for _, argument := range command.Positional {
		name := strings.ToUpper(argument.Name)
		if !argument.Required {
			name = "[" + name + "]"
		}
		parts = append(parts, name)
	}
	for _, flag := range command.Flags {
		if flag.Required {
			parts = append(parts, flagUsage(flag))
		}
	}
	if len(command.Flags) > 0 {
		parts = append(parts, say.Say("[přepínače]", "[flags]"))
	}
	return strings.Join(parts, " ")
}

func flagUsage(flag *kong.Flag) string {
	if flag.IsBool() {
		return "--" + flag.Name
	}
	return "--" + flag.Name + " " + strings.ToUpper(flag.PlaceHolder)
}

// wrap breaks a text into lines of at most so many characters.
func wrap(text, indent string, width int) string {
	var lines []string
	line := indent
	for _, word := range strings.Fields(text) {
		if line != indent && len([]rune(line))+1+len([]rune(word)) > width {
			lines = append(lines, line)
			line = indent
		}
		if line != indent {
			line += " "
		}
		line += word
	}
	return strings.Join(append(lines, line), "\n")
}
