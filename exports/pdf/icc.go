package pdf

import (
	"bytes"
	"encoding/binary"
	"math"
)

// srgbName is how the colours of the pages are called.
const srgbName = "sRGB IEC61966-2.1"

// srgb is the profile that says which colours the numbers mean: a display with
// the primaries of sRGB, adapted to D50, and its curve (ICC.1:2001-04).
func srgb() []byte {
	curve := iccCurve()
	tags := []struct {
		name    string
		content []byte
	}{
		{"desc", iccDescription(srgbName)},
		{"cprt", append([]byte("text\x00\x00\x00\x00CC0"), 0)},
		{"wtpt", iccXYZ(0.9642, 1, 0.8249)},
		{"rXYZ", iccXYZ(0.43607, 0.22249, 0.01392)},
		{"gXYZ", iccXYZ(0.38515, 0.71687, 0.09708)},
		{"bXYZ", iccXYZ(0.14307, 0.06061, 0.71410)},
		{"rTRC", curve}, {"gTRC", curve}, {"bTRC", curve},
	}
	const header, entry = 128, 12
	table := binary.BigEndian.AppendUint32(nil, uint32(len(tags)))
	var content bytes.Buffer
	from := header + len(table) + entry*len(tags)
	for i, t := range tags {
		if i == 0 || &t.content[0] != &tags[i-1].content[0] { // the three curves are one
			from = header + 4 + entry*len(tags) + content.Len()
			content.Write(t.content)
			content.Write(make([]byte, -len(t.content)&3))
		}
		table = append(table, t.name...)
		table = binary.BigEndian.AppendUint32(table, uint32(from))
		table = binary.BigEndian.AppendUint32(table, uint32(len(t.content)))
	}
	head := iccHeader(header + len(table) + content.Len())
	return append(append(head, table...), content.Bytes()...)
}

func iccHeader(size int) []byte {
	h := make([]byte, 128)
	binary.BigEndian.PutUint32(h, uint32(size))
	copy(h[8:], "\x02\x10\x00\x00mntrRGB XYZ ")
	copy(h[24:], "\x07\xea\x00\x01\x00\x01") // 1 January 2026
	copy(h[36:], "acsp")
	copy(h[68:], iccXYZ(0.9642, 1, 0.8249)[8:])
	return h
}

func iccXYZ(x, y, z float64) []byte {
	b := []byte("XYZ \x00\x00\x00\x00")
	for _, v := range []float64{x, y, z} {
		b = binary.BigEndian.AppendUint32(b, uint32(math.Round(v*0x10000)))
	}
	return b
}

func iccDescription(name string) []byte {
	b := binary.BigEndian.AppendUint32([]byte("desc\x00\x00\x00\x00"), uint32(len(name)+1))
	b = append(append(b, name...), 0)
	return append(b, make([]byte, 4+4+2+1+67)...) // not in Unicode, not in ScriptCode
}

// iccCurve is the curve of sRGB at 256 places.
func iccCurve() []byte {
	const places = 256
	b := binary.BigEndian.AppendUint32([]byte("curv\x00\x00\x00\x00"), places)
	for i := range places {
		v := float64(i) / (places - 1)
		if v <= 0.04045 {
			v /= 12.92
		} else {
			v = math.Pow((v+0.055)/1.055, 2.4)
		}
		b = binary.BigEndian.AppendUint16(b, uint16(math.Round(v*math.MaxUint16)))
	}
	return b
}
