// Package markup writes XML and HTML. Whatever people typed goes through it
// escaped, so that what comes out is always well-formed.
package markup

import "strings"

// Header is the first line of an XML file.
const Header = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

// Writer writes elements into each other. The zero Writer is ready.
type Writer struct {
	out  strings.Builder
	open []string
}

// String is what was written.
func (w *Writer) String() string { return w.out.String() }

// Open starts an element; attributes are names and values in turn. One whose
// value is empty is left out.
func (w *Writer) Open(name string, attributes ...string) {
	w.start(name, attributes)
	w.out.WriteByte('>')
	w.open = append(w.open, name)
}

// Close ends the element opened last.
func (w *Writer) Close() {
	last := len(w.open) - 1
	w.out.WriteString("</")
	w.out.WriteString(w.open[last])
	w.out.WriteByte('>')
	w.open = w.open[:last]
}

// Empty writes an element without content.
func (w *Writer) Empty(name string, attributes ...string) {
	w.start(name, attributes)
	w.out.WriteString("/>")
}

// Element writes an element with nothing but text in it.
func (w *Writer) Element(name, text string, attributes ...string) {
	w.Open(name, attributes...)
	w.Text(text)
	w.Close()
}

// Text writes what somebody typed, without the signs that XML forbids.
func (w *Writer) Text(text string) { w.out.WriteString(inText.Replace(legal(text))) }

// Raw writes markup of our own as it stands.
func (w *Writer) Raw(markup string) { w.out.WriteString(markup) }

func (w *Writer) start(name string, attributes []string) {
	w.out.WriteByte('<')
	w.out.WriteString(name)
	for i := 0; i+1 < len(attributes); i += 2 {
		if attributes[i+1] == "" {
			continue
		}
		w.out.WriteByte(' ')
		w.out.WriteString(attributes[i])
		w.out.WriteString(`="`)
		w.out.WriteString(inValue.Replace(legal(attributes[i+1])))
		w.out.WriteByte('"')
	}
}

var (
	inText  = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")
	inValue = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "\n", "&#10;", "\t", "&#9;")
)

// legal is a text without the signs that XML has no way to say.
func legal(text string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || r == 0xfffe || r == 0xffff {
			return -1
		}
		return r
	}, strings.ToValidUTF8(text, "\ufffd"))
}
