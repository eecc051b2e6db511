package pdf

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"
)

// objects are the numbered objects of a PDF, each without "n 0 obj" and
// "endobj"; the first is number 1.
type objects struct {
	list          [][]byte
	catalog, info int
	pages         []int // numbers of the pages in their order
}

var (
	reference  = regexp.MustCompile(`(\d+) 0 R`)
	kidsOfTree = regexp.MustCompile(`(?s)/Kids \[(.*?)\]`)
	trailerHas = regexp.MustCompile(`/(Root|Info) (\d+) 0 R`)
)

// parse reads a file as gofpdf writes it: every object whole, one table of
// their places at the end, the tree of pages flat in object 1.
func parse(file []byte) (*objects, error) {
	start := bytes.LastIndex(file, []byte("xref\n0 "))
	if start < 0 {
		return nil, fmt.Errorf("read the drawn PDF: no table of its objects")
	}
	o := &objects{}
	places := placesOf(file[start:])
	ends := append(slices.Sorted(slices.Values(places)), start)
	for _, from := range places {
		i, _ := slices.BinarySearch(ends, from)
		_, body, found := bytes.Cut(file[from:ends[i+1]], []byte(" 0 obj\n"))
		if !found {
			return nil, fmt.Errorf("read the drawn PDF: no object at byte %d", from)
		}
		o.list = append(o.list, bytes.TrimSpace(bytes.TrimSuffix(bytes.TrimSpace(body), []byte("endobj"))))
	}
	for _, m := range trailerHas.FindAllSubmatch(file[start:], -1) {
		switch n := atoi(m[2]); string(m[1]) {
		case "Root":
			o.catalog = n
		case "Info":
			o.info = n
		}
	}
	kids := kidsOfTree.FindSubmatch(o.list[0])
	if kids == nil || o.catalog == 0 || o.info == 0 {
		return nil, fmt.Errorf("read the drawn PDF: no pages, catalog or properties")
	}
	for _, m := range reference.FindAllSubmatch(kids[1], -1) {
		o.pages = append(o.pages, atoi(m[1]))
	}
	return o, nil
}

var contentOfPage = regexp.MustCompile(`/Contents (\d+) 0 R`)

// packPages compresses what is drawn on the pages.
func (o *objects) packPages() {
	for _, page := range o.pages {
		n := atoi(contentOfPage.FindSubmatch(o.get(page))[1])
		_, content, _ := bytes.Cut(o.get(n), []byte("stream\n"))
		o.list[n-1] = packed("", bytes.TrimSuffix(content, []byte("endstream")))
	}
}

// placesOf are the places of the objects 1, 2, … in a table of them.
func placesOf(table []byte) []int {
	var places []int
	for _, line := range bytes.Split(table, []byte("\n")) {
		if place, used := bytes.CutSuffix(line, []byte(" 00000 n ")); used {
			places = append(places, atoi(place))
		}
	}
	return places
}

func atoi(digits []byte) int {
	n, _ := strconv.Atoi(string(digits)) // the callers matched digits
	return n
}

// add appends an object and gives its number.
func (o *objects) add(format string, args ...any) int {
	o.list = append(o.list, fmt.Appendf(nil, format, args...))
	return len(o.list)
}

// reserve appends an object to be set later.
func (o *objects) reserve() int { return o.add("null") }

func (o *objects) set(n int, format string, args ...any) {
	o.list[n-1] = fmt.Appendf(nil, format, args...)
}

func (o *objects) get(n int) []byte { return o.list[n-1] }

// addStream appends a stream with the entries of its dictionary.
func (o *objects) addStream(entries string, content []byte) int {
	return o.add("<<%s/Length %d>>\nstream\n%s\nendstream", entries, len(content), content)
}

// textString is a text as the dictionaries of a PDF hold it.
func textString(text string) string { return "<FEFF" + utf16Hex(text) + ">" }

func utf16Hex(text string) string {
	var b strings.Builder
	for _, unit := range utf16.Encode([]rune(text)) {
		fmt.Fprintf(&b, "%04X", unit)
	}
	return b.String()
}

// references lists objects.
func references(numbers []int) string {
	var b strings.Builder
	for _, n := range numbers {
		fmt.Fprintf(&b, "%d 0 R ", n)
	}
	return strings.TrimSuffix(b.String(), " ")
}
