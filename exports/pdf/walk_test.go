package pdf

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// walked is a PDF taken apart by qpdf, to be walked by somebody who did not
// write it.
type walked struct {
	t       testing.TB
	objects map[string]struct {
		Value  any
		Stream struct {
			Dict map[string]any
			Data string
		}
	}
	pages []string // "7 0 R"
}

type dict = map[string]any

func walk(t testing.TB, file []byte) walked {
	t.Helper()
	out := tool(t, "qpdf", "--json=2", "--json-stream-data=inline", "--decode-level=all", saved(t, file))
	var told struct {
		QPDF [2]json.RawMessage
	}
	if err := json.Unmarshal(out, &told); err != nil {
		t.Fatal(err)
	}
	w := walked{t: t}
	if err := json.Unmarshal(told.QPDF[1], &w.objects); err != nil {
		t.Fatal(err)
	}
	for _, page := range w.dict(w.catalog()["/Pages"])["/Kids"].([]any) {
		w.pages = append(w.pages, page.(string))
	}
	return w
}

func (w walked) catalog() dict {
	trailer := w.objects["trailer"].Value.(dict)
	return w.dict(trailer["/Root"])
}

// follow is what a reference leads to, or the value itself.
func (w walked) follow(v any) any {
	if name, ok := v.(string); ok && strings.HasSuffix(name, " 0 R") {
		return w.objects["obj:"+name].Value
	}
	return v
}

func (w walked) dict(v any) dict {
	d, _ := w.follow(v).(dict)
	return d
}

func (w walked) stream(v any) string {
	content, err := base64.StdEncoding.DecodeString(w.objects["obj:"+v.(string)].Stream.Data)
	if err != nil {
		w.t.Fatal(err)
	}
	return string(content)
}

// stretch is one marked stretch of a page's content.
type stretchOf struct {
	page string
	mcid int
}

// token finds strings, dictionaries, numbers, names and operators.
var token = regexp.MustCompile(`(?s)\((?:[^\\()]|\\.)*\)|<<|>>|<[0-9A-Fa-f]*>|/[^\s/<>\[\]()]+|[\[\]]|[^\s/<>\[\]()]+`)

// shows are the operators that leave ink.
var shows = strings.Fields(`Tj TJ ' " S s f F f* B B* b b* Do sh`)

// stretches are the marked stretches of all pages; it is an error where ink is
// neither content nor declared to be none, and where marks do not close.
func (w walked) stretches() map[stretchOf]string {
	found := map[stretchOf]string{}
	for _, page := range w.pages {
		var open []string
		var before []string
		for _, tok := range token.FindAllString(w.stream(w.dict(page)["/Contents"]), -1) {
			switch {
			case tok == "BDC" || tok == "BMC":
				name := operands(before)
				open = append(open, name)
				var tag string
				var mcid int
				if n, _ := fmt.Sscanf(name, "/%s << /MCID %d >>", &tag, &mcid); n == 2 {
					at := stretchOf{page, mcid}
					if _, twice := found[at]; twice {
						w.t.Errorf("page %s: stretch %d is there twice", page, mcid)
					}
					found[at] = tag
				}
			case tok == "EMC" && len(open) == 0:
				w.t.Fatalf("page %s: EMC without a beginning", page)
			case tok == "EMC":
				open = open[:len(open)-1]
			case slices.Contains(shows, tok) && !slices.ContainsFunc(open, func(o string) bool {
				return strings.HasPrefix(o, "/Artifact") || strings.Contains(o, "/MCID")
			}):
				w.t.Errorf("page %s: %s outside of any tag, after %v", page, tok, open)
			}
			before = append(before[max(0, len(before)-8):], tok)
		}
		if len(open) > 0 {
			w.t.Errorf("page %s ends within %v", page, open)
		}
	}
	return found
}

// operands are those of the operator that follows: a name, perhaps with a
// dictionary.
func operands(before []string) string {
	from := len(before) - 1
	for before[from] == ">>" || before[from][0] != '/' || from > 0 && before[from-1] == "<<" {
		from--
	}
	return strings.Join(before[from:], " ")
}

// element is one of the structure tree.
type element struct {
	name, number string
	dict         dict
	kids         []*element
	stretches    []stretchOf
	links        int
}

func (w walked) tree() *element {
	return w.element(w.dict(w.catalog()["/StructTreeRoot"])["/K"].(string))
}

func (w walked) element(number string) *element {
	d := w.dict(number)
	e := &element{name: d["/S"].(string)[1:], number: number, dict: d}
	kids, _ := d["/K"].([]any)
	for _, kid := range kids {
		page, _ := d["/Pg"].(string)
		if mcid, ok := kid.(float64); ok {
			e.stretches = append(e.stretches, stretchOf{page, int(mcid)})
			continue
		}
		k := w.dict(kid)
		switch k["/Type"] {
		case "/MCR":
			e.stretches = append(e.stretches, stretchOf{k["/Pg"].(string), int(k["/MCID"].(float64))})
		case "/OBJR":
			e.links++
			w.link(e, k)
		default:
			if k["/P"] != number {
				w.t.Errorf("%s %s says its parent is %v", k["/S"], kid, k["/P"])
			}
			e.kids = append(e.kids, w.element(kid.(string)))
		}
	}
	return e
}

// link checks the link an element leads to: on its page, back to the element,
// to an address that is no program.
func (w walked) link(e *element, objr dict) {
	annotation := w.dict(objr["/Obj"])
	if on, _ := w.dict(objr["/Pg"])["/Annots"].([]any); !slices.Contains(on, objr["/Obj"]) {
		w.t.Errorf("link %v is not on its page", objr["/Obj"])
	}
	if back := w.parents()[int(annotation["/StructParent"].(float64))]; back != e.number {
		w.t.Errorf("link %v leads back to %v, not to %s", objr["/Obj"], back, e.number)
	}
	uri, _ := w.dict(annotation["/A"])["/URI"].(string)
	if dest, ok := annotation["/Dest"].([]any); ok && slices.Contains(w.pages, dest[0].(string)) {
		uri = "u:https:" // within the document
	}
	if !regexp.MustCompile(`^u:(https?|mailto):`).MatchString(uri) || annotation["/Contents"] == "" || annotation["/F"] != 4.0 {
		w.t.Errorf("link %v", annotation)
	}
}

// parents is the way back from pages and links to elements.
func (w walked) parents() map[int]any {
	nums := w.dict(w.dict(w.catalog()["/StructTreeRoot"])["/ParentTree"])["/Nums"].([]any)
	found := map[int]any{}
	for i := 0; i < len(nums); i += 2 {
		found[int(nums[i].(float64))] = nums[i+1]
	}
	return found
}

// visit calls do for an element and all within it.
func (e *element) visit(do func(e *element)) {
	do(e)
	for _, kid := range e.kids {
		kid.visit(do)
	}
}

// names are those of the element's kids.
func (e *element) names() string {
	var names []string
	for _, kid := range e.kids {
		names = append(names, kid.name)
	}
	return strings.Join(names, " ")
}
