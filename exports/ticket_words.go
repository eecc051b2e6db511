package exports

// ticketWords are the words of tickets, and of how people came in.
type ticketWords struct {
	tickets, ticket         string // the sheets; before a number
	scan, open, once        string
	came                    string // the label
	byCode, byTicket, letIn func(count int) string
}

var czechTickets = ticketWords{
	tickets: "Vstupenky", ticket: "Vstupenka č.",
	scan: "Načtěte kód telefonem.", open: "Nebo otevřete", once: "Platí pro jedno zařízení. Kód nikomu neukazujte.",
	came: "Vstup",
	byCode: func(n int) string {
		return "volně s kódem (" + czechCount(n, "zařízení", "zařízení", "zařízení") + ")"
	},
	byTicket: func(n int) string {
		return "se vstupenkou, každá pro jedno zařízení (" + czechCount(n, "vstupenka", "vstupenky", "vstupenek") + ")"
	},
	letIn: func(n int) string {
		return "po jednom, jak je pouštěl facilitátor (" + czechCount(n, "zařízení", "zařízení", "zařízení") + ")"
	},
}

var englishTickets = ticketWords{
	tickets: "Tickets", ticket: "Ticket no.",
	scan: "Scan the code with your phone.", open: "Or open", once: "Good for one device. Do not show the code to anybody.",
	came:     "Admission",
	byCode:   func(n int) string { return "open to all with the code (" + englishCount(n, "device") + ")" },
	byTicket: func(n int) string { return "with a ticket, one device each (" + englishCount(n, "ticket") + ")" },
	letIn:    func(n int) string { return "let in one by one by the facilitator (" + englishCount(n, "device") + ")" },
}

var slovakTickets = ticketWords{
	tickets: "Vstupenky", ticket: "Vstupenka č.",
	scan: "Načítajte kód telefónom.", open: "Alebo otvorte", once: "Platí pre jedno zariadenie. Kód nikomu neukazujte.",
	came: "Vstup",
	byCode: func(n int) string {
		return "voľne s kódom (" + czechCount(n, "zariadenie", "zariadenia", "zariadení") + ")"
	},
	byTicket: func(n int) string {
		return "so vstupenkou, každá pre jedno zariadenie (" + czechCount(n, "vstupenka", "vstupenky", "vstupeniek") + ")"
	},
	letIn: func(n int) string {
		return "po jednom, ako ich púšťal facilitátor (" + czechCount(n, "zariadenie", "zariadenia", "zariadení") + ")"
	},
}

var germanTickets = ticketWords{
	tickets: "Eintrittskarten", ticket: "Eintrittskarte Nr.",
	scan: "Scannen Sie den Code mit dem Telefon.", open: "Oder öffnen Sie", once: "Gilt für ein Gerät. Zeigen Sie den Code niemandem.",
	came:   "Einlass",
	byCode: func(n int) string { return "frei mit dem Code (" + germanCount(n, "Gerät", "Geräte") + ")" },
	byTicket: func(n int) string {
		return "mit Eintrittskarte, je eine für ein Gerät (" + germanCount(n, "Karte", "Karten") + ")"
	},
	letIn: func(n int) string {
		return "einzeln von der Moderation eingelassen (" + germanCount(n, "Gerät", "Geräte") + ")"
	},
}

var ukrainianTickets = ticketWords{
	tickets: "Квитки", ticket: "Квиток №",
	scan: "Зчитайте код телефоном.", open: "Або відкрийте", once: "Дійсний для одного пристрою. Нікому не показуйте код.",
	came: "Вхід",
	byCode: func(n int) string {
		return "вільно за кодом (пристроїв: " + amount("uk", n) + ")"
	},
	byTicket: func(n int) string {
		return "за квитком, один на пристрій (квитків: " + amount("uk", n) + ")"
	},
	letIn: func(n int) string {
		return "по одному, як впускав фасилітатор (пристроїв: " + amount("uk", n) + ")"
	},
}
