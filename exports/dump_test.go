package exports_test

import (
	"fmt"
	"strings"

	"dilna/exports"
)

// dump says all a document says, as plain text.
func dump(d exports.Document) string {
	var b strings.Builder
	fmt.Fprintf(&b, "language %s | title %s | author %s | day %s | foot %s | %s 1 %s 2\n",
		d.Language, d.Title, d.Author, d.Date.Format("2006-01-02"), d.Foot, d.Page, d.Of)
	if d.Version != "" {
		fmt.Fprintf(&b, "version %s | approval %s | draft %s\n", d.Version, d.Approval, d.Draft)
	}
	for _, block := range d.Blocks {
		dumpBlock(&b, block)
	}
	return b.String()
}

func dumpBlock(b *strings.Builder, block exports.Block) {
	switch block := block.(type) {
	case exports.Masthead:
		if block.Logo != nil {
			fmt.Fprintf(b, "[logo %d × %d: %s]\n", block.Logo.Width, block.Logo.Height, block.Logo.Alt)
		}
		for _, line := range block.Publicity {
			fmt.Fprintf(b, "[publicity] %s\n", line)
		}
		fmt.Fprintf(b, "%s\n%s\n%s %s\n", block.Programme, block.Title, block.GroupWord, block.Group)
	case exports.Fields:
		for _, f := range block {
			fmt.Fprintf(b, "%s: %s\n", f.Label, f.Value)
		}
	case exports.Heading:
		fmt.Fprintf(b, "\n%s %s\n", strings.Repeat("=", block.Level), block.Text)
	case exports.Paragraph:
		tied := map[bool]string{true: ", tied"}[block.Tied]
		fmt.Fprintf(b, "[%s%s] %s\n", []string{"plain", "strong", "quiet"}[block.Tone], tied, block.Text)
	case exports.List:
		dumpBullets(b, "- ", block.Bullets)
	case exports.Table:
		dumpTable(b, block)
	case exports.Figure:
		fmt.Fprintf(b, "[figure: %s] %s\n", block.Alt, block.Effect)
	}
}

func dumpBullets(b *strings.Builder, sign string, bullets []exports.Bullet) {
	for _, bullet := range bullets {
		fmt.Fprintf(b, "%s%s\n", sign, dumpLine(bullet.Line))
		dumpBullets(b, "  "+sign, bullet.Bullets)
	}
}

func dumpTable(b *strings.Builder, t exports.Table) {
	for _, h := range t.Heads {
		fmt.Fprintf(b, "| %s%s ", h.Text, map[bool]string{true: " (#)"}[h.Numbers])
	}
	b.WriteString("|\n")
	for _, row := range t.Rows {
		b.WriteString(strings.Repeat(">", row.Depth))
		for _, c := range row.Cells {
			fmt.Fprintf(b, "| %s ", dumpLine(c))
		}
		b.WriteString("|\n")
	}
}

func dumpLine(l exports.Line) string {
	said := strings.TrimLeft(l.Number+" "+l.Text, " ")
	if l.Sign != "" {
		said += " " + l.Sign
	}
	if l.Word != "" {
		said += " (" + l.Word + ")"
	}
	for _, remark := range l.Remarks {
		said += " // " + remark
	}
	return said
}
