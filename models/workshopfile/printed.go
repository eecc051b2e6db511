package workshopfile

import (
	"bytes"
	"compress/zlib"
	"errors"
	"io"
	"regexp"
)

// Minutes printed as PDF may carry their workshop file inside. Of the PDF nothing else
// is looked at: whoever signs or stamps it leaves the streams of files as they are.
var (
	isPrinted  = []byte("%PDF-")
	embedded   = []byte("/EmbeddedFile")
	streamHead = regexp.MustCompile(`>>\s*stream\r?\n`)
	fileBegins = regexp.MustCompile(`^\s*\{\s*"format"\s*:\s*"dilna\.workshop/`)
)

// Bounds against PDFs made to exhaust the machine (docs/reliability.md, TM-14).
const (
	mostEmbedded = 100   // places of one PDF that are looked at for a file, the last ones
	longestHead  = 4_096 // bytes between what a stream is and where it begins
	peeked       = 256   // bytes by which a workshop file is known
)

// fromPrinted is the workshop file inside a PDF, the last one where there are several: who
// changes a PDF adds at its end. Codes as of Decode.
func fromPrinted(pdf []byte) ([]byte, error) {
	at := len(pdf)
	for range mostEmbedded {
		if at = bytes.LastIndex(pdf[:at], embedded); at < 0 {
			break
		}
		packed := streamAfter(pdf[at:])
		if !fileBegins.Match(unpacked(packed, peeked).said) {
			continue
		}
		file := unpacked(packed, MaxSize+1)
		if file.err != nil {
			return nil, malformed(0, brokenPrinted)
		}
		return file.said, nil
	}
	if !bytes.Contains(pdf[max(0, len(pdf)-1024):], []byte("%%EOF")) {
		return nil, malformed(0, brokenPrinted)
	}
	return nil, malformed(0, nothingInPrinted)
}

// streamAfter is what stands from the next stream on; nil where none begins soon.
func streamAfter(pdf []byte) []byte {
	head := streamHead.FindIndex(pdf[:min(len(pdf), longestHead)])
	if head == nil {
		return nil
	}
	return pdf[head[1]:]
}

// stretch is the beginning of what was compressed; the error is that of its end.
type stretch struct {
	said []byte
	err  error
}

// unpacked gives so many bytes at most; a stream that goes on after them is no error.
func unpacked(packed []byte, most int) stretch {
	z, err := zlib.NewReader(bytes.NewReader(packed))
	if err != nil {
		return stretch{err: err}
	}
	said, err := io.ReadAll(io.LimitReader(z, int64(most)))
	return stretch{said, errors.Join(err, z.Close())}
}
