package exports

import (
	"cmp"
	"slices"
	"strings"

	"dilna/models"
)

// Room to write by hand, in millimetres.
const (
	handDay  = 26.0
	handName = 55.0
)

// signer is one of those who stand behind minutes.
type signer struct{ role, name, day string }

// signers are those who wrote, verified and approved the minutes, as far as they are
// named; where lines to sign are wanted and nobody is named, all three.
func (d *draft) signers(e models.Edition) []signer {
	w, of := officeSaid[d.words.tongue], officeOf(e)
	approver := signer{role: w.approver, name: of.Approver}
	if e.Approval != nil {
		approver = signer{w.approved, cmp.Or(of.Approver, e.Approval.By), d.words.when(e.Approval.On, "", "")}
	}
	all := []signer{{role: w.minuteTaker, name: of.MinuteTaker}, {role: w.verifier, name: of.Verifier}, approver}
	isNamed := func(s signer) bool { return strings.TrimSpace(s.name) != "" }
	switch {
	case of.MinuteTaker+of.Verifier+of.Approver != "":
		return slices.DeleteFunc(all, func(s signer) bool { return !isNamed(s) })
	case e.Options.SigningLines:
		return all
	}
	return nil // the head says who approved
}

func officeOf(e models.Edition) models.Office {
	if e.Office == nil {
		return models.Office{}
	}
	return *e.Office
}

// office adds what stands under minutes of an office: who stands behind them, to whom
// they go, where they are published.
func (d *draft) office(e models.Edition) {
	w, before := officeSaid[d.words.tongue], len(d.blocks)
	if signers := d.signers(e); e.Options.SigningLines {
		d.add(signingTable(w, d.written, signers))
	} else if len(signers) > 0 {
		var fields Fields
		for _, s := range signers {
			fields = append(fields, Field{Label: s.role, Value: s.said(), Lang: d.written})
		}
		d.add(fields)
	}
	if to := named(strings.Split(officeOf(e).Distribution, "\n")); len(to) > 0 {
		d.add(Paragraph{Text: w.distribution, Tone: Strong, Heads: true})
		d.add(d.names(to))
	}
	if e.Address != "" {
		d.add(Paragraph{Text: w.published + ": " + e.Address, Heads: true})
		d.add(Figure{Address: e.Address, Alt: w.code + ": " + e.Address})
	}
	if len(d.blocks) > before {
		d.blocks = slices.Insert(d.blocks, before, Block(Heading{Level: 1, Text: w.title}))
	}
}

// said is the signer's name, and the day where it is known.
func (s signer) said() string { return strings.Join(named([]string{s.name, s.day}), ", ") }

// signingTable has a line to sign for each.
func signingTable(w officeWords, written string, signers []signer) Table {
	t := Table{Heads: []TableHead{{Text: w.role, Short: true}, {Text: w.name, Names: true}, {Text: w.day, Hand: handDay, Short: true}, {Text: w.signature, Hand: handName, Short: true}}}
	for _, s := range signers {
		t.Rows = append(t.Rows, TableRow{Cells: []Line{{Text: s.role}, {Text: s.name, Lang: written}, {Text: s.day}, {}}})
	}
	return t
}

// filed is the file number with what it is, for the foot.
func (w words) filed(of models.Office) string {
	if number := strings.TrimSpace(of.FileNumber); number != "" {
		return officeSaid[w.tongue].inFoot + " " + number
	}
	return ""
}

// officeLines are what a spreadsheet says of the office.
func (d *draft) officeLines(e models.Edition) Fields {
	w, of := officeSaid[d.words.tongue], officeOf(e)
	lines := Fields{{Label: w.fileNumber, Value: of.FileNumber}, {Label: w.address, Value: of.Address}}
	for _, s := range d.signers(e) {
		lines = append(lines, Field{Label: s.role, Value: s.said()})
	}
	return append(lines, Field{Label: w.distribution, Value: of.Distribution}, Field{Label: w.published, Value: e.Address})
}

// officeWords are what the minutes say of an office.
type officeWords struct {
	title, fileNumber, inFoot, address       string
	minuteTaker, verifier                    string
	approver, approved                       string // before the version is approved, and after
	distribution, role, name, day, signature string
	published, code                          string
}

var officeSaid = map[string]officeWords{
	"cs": {
		title: "Vyhotovení zápisu", fileNumber: "Č. j.", inFoot: "č. j.", address: "Adresa úřadu",
		minuteTaker: "Zapsal/a", verifier: "Ověřil/a", approver: "Schvaluje", approved: "Schválil/a",
		distribution: "Rozdělovník", role: "Kdo", name: "Jméno", day: "Dne", signature: "Podpis",
		published: "Zveřejněno na adrese", code: "QR kód s adresou zveřejněného zápisu",
	},
	"en": {
		title: "Who stands behind the minutes", fileNumber: "File no.", inFoot: "file no.", address: "Office address",
		minuteTaker: "Minutes taken by", verifier: "Verified by", approver: "To be approved by", approved: "Approved by",
		distribution: "Distribution list", role: "Role", name: "Name", day: "Date", signature: "Signature",
		published: "Published at", code: "QR code with the address of the published minutes",
	},
	"sk": {
		title: "Vyhotovenie zápisnice", fileNumber: "Č. s.", inFoot: "č. s.", address: "Adresa úradu",
		minuteTaker: "Zapísal/a", verifier: "Overil/a", approver: "Schvaľuje", approved: "Schválil/a",
		distribution: "Rozdeľovník", role: "Kto", name: "Meno", day: "Dňa", signature: "Podpis",
		published: "Zverejnené na adrese", code: "QR kód s adresou zverejnenej zápisnice",
	},
	"de": {
		title: "Ausfertigung des Protokolls", fileNumber: "Aktenzeichen", inFoot: "Az.", address: "Anschrift der Behörde",
		minuteTaker: "Protokoll", verifier: "Geprüft", approver: "Zu genehmigen durch", approved: "Genehmigt",
		distribution: "Verteiler", role: "Wer", name: "Name", day: "Datum", signature: "Unterschrift",
		published: "Veröffentlicht unter", code: "QR-Code mit der Adresse des veröffentlichten Protokolls",
	},
	"uk": {
		title: "Оформлення протоколу", fileNumber: "Реєстраційний №", inFoot: "реєстр. №", address: "Адреса установи",
		minuteTaker: "Протокол вів / вела", verifier: "Перевірив / перевірила", approver: "Затверджує", approved: "Затвердив / затвердила",
		distribution: "Список розсилки", role: "Хто", name: "Ім’я", day: "Дата", signature: "Підпис",
		published: "Опубліковано за адресою", code: "QR-код з адресою опублікованого протоколу",
	},
}
