package pdf

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
)

var (
	fontName  = regexp.MustCompile(`/(BaseFont|FontName) /(\S+)`)
	toUnicode = regexp.MustCompile(`/ToUnicode (\d+) 0 R`)
)

// nameFonts gives each font the letters it has been cut to: a name that says
// it is a part, and the way from its codes back to letters, which gofpdf writes
// for all codes there are, the impossible ones too.
func (o *objects) nameFonts(used map[bool]map[rune]bool) {
	for n, object := range o.list {
		name := fontName.FindSubmatch(object)
		if name == nil {
			continue
		}
		bold := bytes.HasSuffix(name[2], []byte("B"))
		letters, weight := used[bold], map[bool]string{true: "-Bold"}[bold]
		o.list[n] = fontName.ReplaceAll(object, []byte("/$1 /"+partPrefix(letters)+"+DejaVuSansCondensed"+weight))
		if m := toUnicode.FindSubmatch(object); m != nil {
			o.list[atoi(m[1])-1] = packed("", codesOf(letters))
		}
	}
}

// partPrefix is six capitals that two parts of one font do not share.
func partPrefix(letters map[rune]bool) string {
	sum := sha256.Sum256([]byte(string(slices.Sorted(maps.Keys(letters)))))
	prefix := make([]byte, 6)
	for i := range prefix {
		prefix[i] = 'A' + sum[i]%26
	}
	return string(prefix)
}

// entriesMost is how many entries may stand in one list.
const entriesMost = 100

// codesOf says which letter each code of a font means: codes are letters of
// UTF-16, one unit each. A range keeps the first byte of its codes.
func codesOf(letters map[rune]bool) []byte {
	var ranges []string
	sorted := slices.Sorted(maps.Keys(letters))
	for i := 0; i < len(sorted); {
		j := i
		for j+1 < len(sorted) && sorted[j+1] == sorted[j]+1 && sorted[j+1]&0xff != 0 {
			j++
		}
		ranges = append(ranges, fmt.Sprintf("<%04X> <%04X> <%04[1]X>\n", sorted[i], sorted[j]))
		i = j + 1
	}
	return codeMap("<0000> <FFFF>", "bfrange", ranges)
}

// codeMap is the way from the codes of a font to letters.
func codeMap(codes, kind string, entries []string) []byte {
	var b bytes.Buffer
	b.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo <</Registry (Adobe)/Ordering (UCS)/Supplement 0>> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n" + codes + "\nendcodespacerange\n")
	for list := range slices.Chunk(entries, entriesMost) {
		fmt.Fprintf(&b, "%d begin%s\n%send%[2]s\n", len(list), kind, strings.Join(list, ""))
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend")
	return b.Bytes()
}
