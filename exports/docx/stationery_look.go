package docx

import (
	"strconv"
	"strings"

	"github.com/beevik/etree"

	"dilna/exports"
	"dilna/models"
)

// shown are the styles that a person looks at to see whether a file is the right
// one, in the order a page shows them; those of ours that no office has are not
// among them.
var shown = []struct{ id, name string }{
	{styleTitle, "Title"}, {styleGroup, "Subtitle"}, {styleHeading + "1", "heading 1"}, {styleHeading + "2", "heading 2"},
	{styleHeading + "3", "heading 3"}, {styleBody, "Normal"}, {styleList, "List Bullet"}, {styleCaption, "caption"},
}

// LookOf says what minutes would take from a Word file. Codes: `stationery-unusable`
// with how many MB there may be, `stationery-macros`, `stationery-outside`.
func LookOf(file []byte) (models.StationeryLook, error) {
	s, err := readStationery(file)
	if err != nil {
		return models.StationeryLook{}, err
	}
	p, err := s.paper(exports.Document{}, "cs-CZ")
	if err != nil {
		return models.StationeryLook{}, err
	}
	look := models.StationeryLook{
		Width:  millimetres(measure(s.section, "pgSz", "w", paperWide)),
		Height: millimetres(measure(s.section, "pgSz", "h", paperHigh)),
		Head:   s.has(referenceToHead),
		Foot:   s.has(referenceToFoot),
	}
	letters := p.letters()
	for _, style := range shown {
		one := models.StationeryStyle{Name: style.name, Own: !p.added[style.id]}
		letters.lay(&one, p.id(style.id))
		look.Styles = append(look.Styles, one)
	}
	return look, nil
}

func millimetres(twentieths int) int { return int(float64(twentieths)/perMillimetre + 0.5) }

// letters are how the letters of all styles of a paper look.
type letters struct{ styles, theme *etree.Element }

const themeType = "application/vnd.openxmlformats-officedocument.theme+xml"

func (p paper) letters() letters {
	l := letters{styles: etree.NewElement("w:styles"), theme: etree.NewElement("a:theme")}
	for _, part := range p.parts {
		doc := etree.NewDocument()
		if err := doc.ReadFromBytes(part.content); err != nil || doc.Root() == nil {
			continue
		}
		switch part.contentType {
		case wordPart + "styles+xml":
			l.styles = doc.Root()
		case themeType:
			l.theme = doc.Root()
		}
	}
	return l
}

// lay says how a style looks: what it does not say, the one it is based on does, and
// last what holds for all.
func (l letters) lay(look *models.StationeryStyle, id string) {
	said := map[string]bool{}
	for depth := 0; depth < 20; depth++ { // a file may lead in a circle
		style := styleOf(l.styles, id)
		if style == nil {
			break
		}
		l.say(look, said, style.SelectElement("w:rPr"))
		id = valueOf(style, "w:basedOn")
	}
	l.say(look, said, l.styles.FindElement("w:docDefaults/w:rPrDefault/w:rPr"))
}

// say adds what a style says and none before it has said.
func (l letters) say(look *models.StationeryStyle, said map[string]bool, says *etree.Element) {
	if says == nil {
		return
	}
	for _, e := range says.ChildElements() {
		name, value := e.FullTag(), e.SelectAttrValue("w:val", "")
		if said[name] {
			continue
		}
		said[name] = true
		switch name {
		case "w:rFonts":
			look.Font = l.font(e)
		case "w:sz":
			n, err := strconv.ParseFloat(value, 64)
			if said[name] = err == nil; err == nil {
				look.Size = n / 2
			}
		case "w:b":
			look.Bold = value != "0" && value != "false"
		case "w:i":
			look.Italic = value != "0" && value != "false"
		case "w:color":
			look.Colour = strings.TrimPrefix(value, "auto")
		}
	}
}

// font is the name of a font; a theme calls its two by what they are for.
func (l letters) font(says *etree.Element) string {
	which := "minorFont"
	switch theme := says.SelectAttrValue("w:asciiTheme", ""); {
	case theme == "":
		return says.SelectAttrValue("w:ascii", "")
	case strings.HasPrefix(theme, "major"):
		which = "majorFont"
	}
	if e := l.theme.FindElement(".//a:" + which + "/a:latin"); e != nil {
		return e.SelectAttrValue("typeface", "")
	}
	return ""
}
