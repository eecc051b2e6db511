package markup

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
)

func TestWhatPeopleTypeIsTextAndNothingElse(t *testing.T) {
	var w Writer
	w.Open("p", "title", "\"a\" <b>\n&", "lang", "")
	w.Text("]]><script>\x00\ufffe&amp;")
	w.Empty("br")
	w.Element("b", "c")
	w.Close()
	want := `<p title="&quot;a&quot; &lt;b&gt;&#10;&amp;">]]&gt;&lt;script&gt;&amp;amp;<br/><b>c</b></p>`
	if w.String() != want {
		t.Errorf("got %s", w.String())
	}
}

func FuzzText(f *testing.F) {
	for _, text := range []string{"", "]]>", "<script>", "&#0;", "\x00\x0b", "abc\xff", "\ufffe\uffff", "😀 שלום", "a\r\n\n\nb"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var w Writer
		w.Element("p", text, "title", text)
		read, value := "", ""
		decoder := xml.NewDecoder(strings.NewReader(w.String()))
		for {
			token, err := decoder.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatal(err)
			}
			switch token := token.(type) {
			case xml.CharData:
				read += string(token)
			case xml.StartElement:
				for _, a := range token.Attr {
					value = a.Value
				}
			}
		}
		if want := legal(text); read != want || value != want {
			t.Fatalf("%q and %q were read for %q", read, value, want)
		}
	})
}
