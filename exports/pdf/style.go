package pdf

import (
	"dilna/exports"
	"dilna/exports/fonts"
)

// The paper is A4; all measures are in millimetres.
const (
	paperShort = 210.0
	paperLong  = 297.0
	sideMargin = 22.0
	topMargin  = 20.0
	footMargin = 24.0 // below the body: the foot of the page stands in it
	footRule   = 16.0 // from the lower edge of the paper
	footBase   = 11.5 // the base line of the foot, likewise

	textWidth  = paperShort - 2*sideMargin
	textHeight = paperLong - topMargin - footMargin
)

// paper is one page: its size and the height of its body.
type paper struct{ width, height float64 }

var (
	upright = paper{paperShort, paperLong}
	lying   = paper{paperLong, paperShort}
)

func (p paper) body() exports.Frame {
	return exports.Frame{Width: p.width - 2*sideMargin, Height: p.height - topMargin - footMargin}
}

// tint is a colour by what it is for. Texts have a contrast of at least 6 : 1
// on white.
type tint int

const (
	inkText tint = iota
	inkStrong
	inkQuiet
	inkBullet // not read
	inkRule
	inkWash
	inkPaper
	inkDraft // not read either
	inkBar
)

// style is how a text is set: face, colour, from base line to base line, and
// from the top of a line to its base line.
type style struct {
	face    exports.Face
	tint    tint
	leading float64
	rise    float64
}

// styled derives leading and base line from the size of a text in points.
func styled(size float64, bold bool, t tint) style {
	leading := size * 1.4 * fonts.Millimetre
	return style{exports.Face{Bold: bold, Size: size}, t, leading, leading * 0.74}
}

var (
	titleStyle     = styled(23, true, inkStrong)
	publicityStyle = styled(8, false, inkQuiet)
	programmeStyle = styled(9.5, false, inkQuiet)
	groupWordStyle = styled(11.5, false, inkQuiet)
	groupStyle     = styled(11.5, true, inkText)
	labelStyle     = styled(10, false, inkQuiet)
	valueStyle     = styled(10, false, inkText)
	stepStyle      = styled(13.5, true, inkStrong)
	topicStyle     = styled(10.5, true, inkText)
	subtopicStyle  = styled(10, true, inkQuiet)
	bodyStyle      = styled(10, false, inkText)
	bulletStyle    = styled(10, false, inkBullet)
	strongStyle    = styled(11, true, inkText)
	quietStyle     = styled(8.5, false, inkQuiet)
	tableHeadStyle = styled(8.5, true, inkQuiet)
	cellStyle      = styled(9.5, false, inkText)
	remarkStyle    = styled(8.5, false, inkQuiet)
	footStyle      = styled(8, false, inkQuiet)
)

// markStyle is the style of the mark in a line of another.
func markStyle(line style) style {
	line.face.Size *= 1.4
	line.tint = inkStrong
	return line
}

// headingStyle is the style of a heading by its level.
func headingStyle(level int) style {
	switch level {
	case 1:
		return stepStyle
	case 2:
		return topicStyle
	}
	return subtopicStyle
}
