package sheets

import (
	"context"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"

	"dilna/exports"
	"dilna/models"
)

// byteOrderMark tells Excel that the file is UTF-8.
const byteOrderMark = "\ufeff"

// CSV writes all sheets of a version of the minutes to w as one: UTF-8, fields
// parted by semicolons, as Excel opens it in Czechia, decimals as the language of
// the minutes writes them; nothing unless it can write the whole. It stops early
// when ctx ends.
func CSV(ctx context.Context, e models.Edition, w io.Writer) error {
	if err := ctx.Err(); err != nil {
		return fmt.Errorf("make the CSV: %w", err)
	}
	return writeCSV(exports.OneSheet(e), w)
}

func writeCSV(one exports.Sheet, w io.Writer) error {
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
			b.WriteString(field(cell, one.Point))
		}
		b.WriteString("\r\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// field is a cell as a field; texts are always quoted. The point marks decimals.
func field(c exports.Cell, point string) string {
	switch {
	case c.Number != nil:
		return strconv.Itoa(*c.Number)
	case c.Real != nil:
		return strings.Replace(strconv.FormatFloat(*c.Real, 'f', -1, 64), ".", point, 1)
	case c.Text == "":
		return ""
	}
	return `"` + quoting.Replace(guarded(c.Text)) + `"`
}

var quoting = strings.NewReplacer(`"`, `""`, "\n", "\r\n")

// starts are where a spreadsheet may see the start of a formula: that of a
// text, and that of a line or after a sign that parts fields somewhere else,
// since quotes are of no help to who opens the file with other signs. Wide
// signs count for theirs.
var starts = regexp.MustCompile(`(^|[\n,;\t])([=+\-@\t\r＝＋－＠])`)

// guarded is a text with an apostrophe before whatever a spreadsheet would
// take for a formula.
func guarded(text string) string { return starts.ReplaceAllString(text, "${1}'${2}") }
