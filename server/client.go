package server

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"net/http"
	"path"
	"slices"
	"strings"
	"time"

	"github.com/gin-gonic/gin"
)

// file is one file of the web client.
type file struct {
	content []byte
	tag     string // ETag
}

// client is the built web client by the names of its files: pages, assets, and
// what the build compressed of them in advance (.br, .gz).
type client map[string]file

// pages are the addresses people open.
var pages = map[string]string{
	"/": "index.html", "/console": "console.html", "/wall": "wall.html", "/help": "help.html", "/accessibility": "help.html",
	"/input": "input.html", "/licences": "licences.txt",
}

// kinds are the media types of the client's files. The system's own table is
// not asked: it differs between machines.
var kinds = map[string]string{
	".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8",
	".json": "application/json", ".webmanifest": "application/manifest+json", ".map": "application/json",
	".svg": "image/svg+xml", ".png": "image/png", ".ico": "image/x-icon", ".woff2": "font/woff2", ".txt": "text/plain; charset=utf-8",
}

// unbuilt is shown where somebody forgot a step.
const unbuilt = "Webový klient není sestavený: spusťte `make build`.\nThe web client is not built: run `make build`.\n"

// newClient reads the client once; no files at all are a client not built.
func newClient(files fs.FS) (client, error) {
	c := client{}
	if files == nil {
		return c, nil
	}
	return c, fs.WalkDir(files, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := fs.ReadFile(files, name)
		sum := sha256.Sum256(content)
		c[name] = file{content: content, tag: `"` + hex.EncodeToString(sum[:16]) + `"`}
		return err
	})
}

// hasPictures says whether the pictures of the help page were taken (`make
// pictures`); without them it shows none.
func (cl client) hasPictures() bool {
	for name := range cl {
		if strings.HasPrefix(name, "help/") {
			return true
		}
	}
	return false
}

// clientOrNothing answers what is no route of the API.
func (s *Server) clientOrNothing(c *gin.Context) {
	address := c.Request.URL.Path
	name := strings.TrimPrefix(address, "/")
	if page, ok := pages[address]; ok {
		name = page
	}
	_, built := s.client["index.html"]
	_, exists := s.client[name]
	switch {
	case strings.HasPrefix(address, "/api/"), built && !exists:
		s.noRoute(c)
	case c.Request.Method != http.MethodGet && c.Request.Method != http.MethodHead:
		c.Header("Allow", "GET, HEAD")
		s.noMethod(c)
	case !built:
		c.String(http.StatusServiceUnavailable, unbuilt)
	default:
		if address == "/wall" { // the console shows a small picture of it
			c.Header("Content-Security-Policy", framed(contentPolicy))
		}
		s.client.send(c, name)
	}
}

// send sends a file in the smallest form the browser takes. Assets carry a
// hash in their names and never change; all else is asked for each time.
func (cl client) send(c *gin.Context, name string) {
	h := c.Writer.Header()
	h.Set("Cache-Control", "no-cache")
	if strings.HasPrefix(name, "assets/") {
		h.Set("Cache-Control", "public, max-age=31536000, immutable")
	}
	h.Set("Content-Type", kinds[path.Ext(name)])
	h.Set("Vary", "Accept-Encoding")
	found := cl[name]
	for _, encoding := range []struct{ name, ending string }{{"br", ".br"}, {"gzip", ".gz"}} {
		packed, exists := cl[name+encoding.ending]
		if exists && accepts(c.Request.Header.Get("Accept-Encoding"), encoding.name) {
			found = packed
			h.Set("Content-Encoding", encoding.name)
			break
		}
	}
	h.Set("ETag", found.tag)
	http.ServeContent(c.Writer, c.Request, name, time.Time{}, bytes.NewReader(found.content))
}

// accepts says whether a header like "gzip, br;q=0.5" names the encoding.
func accepts(header, encoding string) bool {
	return slices.ContainsFunc(strings.Split(header, ","), func(part string) bool {
		name, quality, _ := strings.Cut(strings.TrimSpace(part), ";")
		return strings.EqualFold(name, encoding) && strings.TrimSpace(quality) != "q=0"
	})
}
