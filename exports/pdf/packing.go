package pdf

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"sync"
)

// packMost is how many objects are compressed together: who wants to read one
// has to unpack all of them.
const packMost = 200

// place is where an object is: at a byte of the file, or in a pack.
type place struct {
	at    int
	pack  int // number of the pack, 0 for none
	index int // in the pack
}

// packing writes objects into a file, most of them compressed: the thousands of
// small ones that the tags are take a tenth (ISO 32000-1, 7.5.7 and 7.5.8).
type packing struct {
	file   bytes.Buffer
	places []place // of the objects 1, 2, …
}

// file is the whole PDF. What identifies it hangs on nothing but its content.
func (o *objects) file() []byte {
	var p packing
	p.file.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	p.places = make([]place, len(o.list))
	var small []int
	for i, object := range o.list {
		if bytes.HasSuffix(object, []byte("endstream")) {
			p.places[i] = place{at: p.write(i+1, object)}
			continue
		}
		if small = append(small, i); len(small) == packMost {
			p.pack(o, small)
			small = small[:0]
		}
	}
	if len(small) > 0 {
		p.pack(o, small)
	}
	p.end(o)
	return p.file.Bytes()
}

func (p *packing) write(number int, object []byte) (at int) {
	at = p.file.Len()
	fmt.Fprintf(&p.file, "%d 0 obj\n%s\nendobj\n", number, object)
	return at
}

// writeNext writes a further object after all others.
func (p *packing) writeNext(object []byte) {
	at := p.write(len(p.places)+1, object)
	p.places = append(p.places, place{at: at})
}

// pack writes small objects as one.
func (p *packing) pack(o *objects, small []int) {
	var index, content bytes.Buffer
	pack := len(p.places) + 1
	for n, i := range small {
		p.places[i] = place{pack: pack, index: n}
		fmt.Fprintf(&index, "%d %d ", i+1, content.Len())
		content.Write(o.list[i])
		content.WriteByte('\n')
	}
	entries := fmt.Sprintf("/Type/ObjStm/N %d/First %d", len(small), index.Len())
	p.writeNext(packed(entries, append(index.Bytes(), content.Bytes()...)))
}

// compressors are kept: each holds more memory than most documents need.
var compressors = sync.Pool{New: func() any { return zlib.NewWriter(nil) }}

// packed is a compressed stream.
func packed(entries string, content []byte) []byte {
	z := compressors.Get().(*zlib.Writer)
	defer compressors.Put(z)
	var b bytes.Buffer
	z.Reset(&b)
	_, err := z.Write(content)
	if err := errors.Join(err, z.Close()); err != nil {
		panic(err) // a buffer takes everything
	}
	return fmt.Appendf(nil, "<<%s/Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream", entries, b.Len(), b.Bytes())
}

// end writes the table of the places, which is an object itself.
func (p *packing) end(o *objects) {
	number, at := len(p.places)+1, p.file.Len()
	id := sha256.Sum256(p.file.Bytes())
	table := make([]byte, 7, 7*(number+1)) // object 0 is free
	for _, place := range append(p.places, place{at: at}) {
		if place.pack > 0 {
			table = append(table, 2)
			table = binary.BigEndian.AppendUint32(table, uint32(place.pack))
		} else {
			table = append(table, 1)
			table = binary.BigEndian.AppendUint32(table, uint32(place.at))
		}
		table = binary.BigEndian.AppendUint16(table, uint16(place.index))
	}
	entries := fmt.Sprintf("/Type/XRef/W[1 4 2]/Size %d/Root %d 0 R/Info %d 0 R/ID[<%x><%[4]x>]", number+1, o.catalog, o.info, id[:16])
	p.write(number, packed(entries, table))
	fmt.Fprintf(&p.file, "startxref\n%d\n%%%%EOF\n", at)
}
