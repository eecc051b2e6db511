package sheets

import (
	"context"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"dilna/exports"
	"dilna/models"
)

// byteOrderMark tells Excel that the file is UTF-8.
const byteOrderMark = "\ufeff"

// CSV writes all sheets of a version of the minutes to w as one: UTF-8, fields
// parted by semicolons, as Excel opens it in Czechia; nothing unless it can
// write the whole. It stops early when ctx ends.
func CSV(ctx context.Context, e models.Edition, w io.Writer) error {
	if err := ctx.Err(); err != nil {
		return fmt.Errorf("make the CSV: %w", err)
	}
	one := exports.OneSheet(e)
	var b strings.Builder
	b.WriteString(byteOrderMark)
	heads := make([]exports.Cell, len(one.Heads))
	for i, head := range one.Heads {
		heads[i].Text = head
	}
	for _, row := range append([][]exports.Cell{heads}, one.Rows...) {
		for i, cell := range row {
			if i > 0 {
				b.WriteByte(';')
			}
			b.WriteString(field(cell))
		}
		b.WriteString("\r\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// field is a cell as a field. Every text is quoted: a spreadsheet that parts
// fields by other signs must not find the start of a formula within one.
func field(c exports.Cell) string {
	switch {
	case c.Number != nil:
		return strconv.Itoa(*c.Number)
	case c.Text == "":
		return ""
	}
	return `"` + strings.NewReplacer(`"`, `""`, "\n", "\r\n").Replace(guarded(c.Text)) + `"`
}

// guarded is a text with an apostrophe before what a spreadsheet would take
// for a formula; wide signs count for theirs.
func guarded(text string) string {
	first, _ := utf8.DecodeRuneInString(text)
	if strings.ContainsRune("=+-@\t\r＝＋－＠", first) {
		return "'" + text
	}
	return text
}
