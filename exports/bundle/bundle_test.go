package bundle

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"testing"
)

func TestTheSameFilesMakeTheSameBytesAndComeOutAgain(t *testing.T) {
	files := []File{{"mimetype", []byte("text/plain"), true}, {"složka/zápis.txt", bytes.Repeat([]byte("ahoj "), 500), false}}
	var one, two bytes.Buffer
	if err := errors.Join(Write(&one, files), Write(&two, files)); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(one.Bytes(), two.Bytes()) {
		t.Error("the bytes differ")
	}
	archive, err := zip.NewReader(bytes.NewReader(one.Bytes()), int64(one.Len()))
	if err != nil {
		t.Fatal(err)
	}
	for i, file := range archive.File {
		in, err := file.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(in)
		if err != nil || file.Name != files[i].Name || !bytes.Equal(content, files[i].Content) {
			t.Errorf("%s came out as %d bytes (%v)", file.Name, len(content), err)
		}
	}
	if !bytes.Contains(one.Bytes()[:80], []byte("mimetypetext/plain")) {
		t.Error("what must not be compressed is, or has more in its header than a name") // ODF asks for it
	}
}
