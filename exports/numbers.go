package exports

import (
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// notCounted is printed for a total nobody counted, which is not 0.
const notCounted = "–"

// number prints n with a real minus sign: where it stands in an order, or names a thing.
// How many or how much something is, is an amount.
func number(n int) string {
	return strings.Replace(strconv.Itoa(n), "-", "−", 1)
}

// thousandsApart is what a language writes between the thousands of an amount.
var thousandsApart = in{"cs": heldSpace, "en": ",", "sk": heldSpace, "de": ".", "uk": heldSpace}

// amount says how many or how much something is, as the language writes it.
func amount(tongue string, n int) string {
	said := number(n)
	first := strings.IndexAny(said, "0123456789")
	for at := len(said) - 3; at > first; at -= 3 {
		said = said[:at] + thousandsApart[tongue] + said[at:]
	}
	return said
}

// counted is the amount of what may not have been counted.
func (w words) counted(n *int) string {
	if n == nil {
		return notCounted
	}
	return amount(w.tongue, *n)
}

func amounts(tongue string, list []int) string {
	printed := make([]string, len(list))
	for i, n := range list {
		printed[i] = amount(tongue, n)
	}
	return strings.Join(printed, ", ")
}

// dayOf reads a date of the record, YYYY-MM-DD.
func dayOf(date string) (time.Time, bool) {
	day, err := time.Parse(time.DateOnly, date)
	return day, err == nil
}

// wholeHour says whether a time of the record, HH:MM, is a whole hour; no time
// at all disturbs no whole hours.
func wholeHour(hhmm string) bool {
	t, err := time.Parse("15:04", hhmm)
	return hhmm == "" || err == nil && t.Minute() == 0
}

// clock prints a time of the record without its leading zero, whole hours
// without minutes where asked.
func clock(hhmm string, whole bool) string {
	t, err := time.Parse("15:04", hhmm)
	switch {
	case err != nil:
		return hhmm
	case whole:
		return strconv.Itoa(t.Hour())
	}
	return strconv.Itoa(t.Hour()) + t.Format(":04")
}

// attended says "14 (+1 host)" from what is known.
func attended(tongue string, participants *int, guests string) string {
	switch {
	case participants == nil:
		return guests
	case guests == "":
		return amount(tongue, *participants)
	}
	return amount(tongue, *participants) + " (+" + guests + ")"
}

// sentence joins parts to one sentence after a label.
func sentence(label string, parts []string) string {
	if len(parts) == 0 {
		return ""
	}
	text := strings.Join(parts, ", ") + "."
	if label != "" {
		return label + ": " + text
	}
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(first)) + text[size:]
}
