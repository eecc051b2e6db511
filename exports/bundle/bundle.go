// Package bundle puts files into a ZIP: the same files, the same bytes.
package bundle

import (
	"archive/zip"
	"fmt"
	"hash/crc32"
	"io"
)

// File is a file to be put into a bundle. A name with slashes stands in
// folders.
type File struct {
	Name    string
	Content []byte
	Stored  bool // not compressed: pictures are already, and a mimetype must not be
}

// firstDay is the date of every file, the first that ZIP knows, 1. 1. 1980: a
// bundle knows of no clock.
const firstDay = 1<<5 | 1

// Write puts the files into w in their order.
func Write(w io.Writer, files []File) error {
	archive := zip.NewWriter(w)
	for _, f := range files {
		// The fields of the header say the date: Modified would add one more to
		// each, which a mimetype must not have.
		header := zip.FileHeader{Name: f.Name, Method: zip.Deflate, ModifiedDate: firstDay} //nolint:staticcheck // see above
		if err := add(archive, f, &header); err != nil {
			return fmt.Errorf("bundle %s: %w", f.Name, err)
		}
	}
	return archive.Close()
}

func add(archive *zip.Writer, f File, header *zip.FileHeader) error {
	create := archive.CreateHeader
	if f.Stored {
		header.Method = zip.Store
		header.CRC32 = crc32.ChecksumIEEE(f.Content)
		header.UncompressedSize64 = uint64(len(f.Content))
		header.CompressedSize64 = header.UncompressedSize64
		create = archive.CreateRaw
	}
	file, err := create(header)
	if err == nil {
		_, err = file.Write(f.Content)
	}
	return err
}
