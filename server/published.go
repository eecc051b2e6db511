package server

import (
	"bytes"
	"cmp"
	"context"
	"html/template"
	"net/http"
	"strconv"

	"github.com/gin-gonic/gin"

	"dilna/models"
)

// publicationStore is what the public pages need of the store.
type publicationStore interface {
	PublishedMinutes(ctx context.Context, token string) (models.Published, error)
	MinutesAddress(ctx context.Context, w models.WorkshopID) (string, error)
}

// documentPolicy is for documents that bring their own style and pictures:
// nothing else, and no script.
const documentPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// minutesPath is where published minutes stand, before the secret part.
const minutesPath = "/minutes/"

func (s *Server) publicationRoutes() {
	within(s, op("getMinutesAddress", "GET /api/workshops/{w}/minutes/address", "Where everybody reads the published minutes"), watchers, s.minutesAddress)
	s.engine.GET(minutesPath+":token", s.publicly(s.showMinutes))
	for _, renderer := range s.renderers {
		s.engine.GET(minutesPath+":token/:version/minutes."+renderer.Ending, s.publicly(func(c *gin.Context, found models.Published) error {
			for _, edition := range found.Editions {
				if strconv.Itoa(edition.Version) == c.Param("version") {
					c.Header("Cache-Control", "no-cache") // caches ask each time: it may be withdrawn
					return s.sendPrint(c, renderer, edition, s.publicRenders)
				}
			}
			for _, version := range found.Damaged {
				if strconv.Itoa(version) == c.Param("version") {
					return models.Fail(models.KindInternal, models.CodeDamaged)
				}
			}
			return models.Fail(models.KindNotFound, models.CodeNotFound)
		}))
	}
}

// minutesAddress is where people read minutes that are published.
type minutesAddress struct {
	URL string `json:"url" doc:"what the QR code says"`
	QR  qrCode `json:"qr"`
}

func (s *Server) minutesAddress(ctx context.Context, by models.Actor, in *doorInput) (*Body[minutesAddress], error) {
	token, err := s.store.MinutesAddress(ctx, by.Workshop)
	if err != nil {
		return nil, err
	}
	base := s.base(in.Visit)
	link := base.String() + minutesPath + token
	code, err := qrOf(link)
	return answer(minutesAddress{URL: link, QR: code}, err)
}

// publicly hands on what is published behind the address. Who has followed an
// old or a wrong one is told on a page, not by a problem; search engines are
// asked to leave the pages to the office that links to them.
func (s *Server) publicly(show func(*gin.Context, models.Published) error) gin.HandlerFunc {
	return func(c *gin.Context) {
		c.Header("Content-Security-Policy", documentPolicy)
		c.Header("X-Robots-Tag", "noindex")
		leave, err := s.readers.enter(network(visitOf(c.Request.Context()).client))
		if err != nil {
			s.refuse(c, err)
			return
		}
		defer leave()
		found, err := s.store.PublishedMinutes(c.Request.Context(), c.Param("token"))
		for i := range found.Editions {
			found.Editions[i] = s.addressed(found.Editions[i], c.Param("token"))
		}
		if err == nil {
			err = show(c, found)
		}
		switch {
		case models.CodeOf(err) == models.CodeNotFound:
			s.noSuchMinutes(c)
		case err != nil:
			s.refuse(c, err)
		}
	}
}

// showMinutes is the newest version as a page, with everything it can be had as.
// Where a version is damaged, the page says so before anything else.
func (s *Server) showMinutes(c *gin.Context, found models.Published) error {
	writeWithin(c, minutesTime)
	renderer, err := s.pages()
	if err != nil {
		return err
	}
	made, err := s.printed(c.Request.Context(), renderer, found.Editions[0], s.publicRenders)
	if err != nil {
		return err
	}
	v := visitOf(c.Request.Context())
	bar, err := s.downloadsBar(v, c.Param("token"), found.Editions)
	if err != nil {
		return err
	}
	warning, err := damagedBar(v, found.Damaged)
	if err != nil {
		return err
	}
	late, err := s.lateBar(c.Request.Context(), v, found.Editions[0].Workshop)
	if err != nil {
		return err
	}
	top, err := s.topBar(v, c.Param("token"), found.Editions[0], made.bytes)
	if err != nil {
		return err
	}
	page := before(made.bytes, "</head>", []byte(publicHead))
	page = after(page, "<body", append(warning, top...))
	c.Header("Vary", "Accept-Language")
	c.Data(http.StatusOK, "text/html; charset=utf-8", before(page, "</body>", append(late, bar...)))
	return nil
}

// topBar is what a reader on a phone looks for first: the minutes as a PDF, what
// stands where, and everything else there is.
func (s *Server) topBar(v Visit, token string, newest models.Edition, page []byte) ([]byte, error) {
	words := wordsOf(v.language).published
	bar := struct{ Language, Title, PDF, PDFWord, Contents, Formats string }{Language: v.language.String(), Title: words.downloads, Formats: words.formats}
	for _, r := range s.renderers {
		if r.Ending == "pdf" && r.Makes(newest) {
			bar.PDF, bar.PDFWord = publishedFileOf(token, newest, r), words.pdf
		}
	}
	if bytes.Contains(page, []byte(`id="contents"`)) {
		bar.Contents = words.contents
	}
	var said bytes.Buffer
	err := top.Execute(&said, bar)
	return said.Bytes(), err
}

// publishedFileOf is where a version is had in a format.
func publishedFileOf(token string, edition models.Edition, r Renderer) string {
	return minutesPath + token + "/" + strconv.Itoa(edition.Version) + "/minutes." + r.Ending
}

var top = template.Must(template.New("top").Parse(`<nav lang="{{.Language}}" class="dilna-top" aria-label="{{.Title}}">
{{with .PDF}}<a class="dilna-pdf" href="{{.}}" type="application/pdf" download>{{$.PDFWord}}</a>
{{end}}{{with .Contents}}<a href="#contents">{{.}}</a>
{{end}}<a href="#dilna-downloads">{{.Formats}}</a>
</nav>
`))

// after puts more into a page, after where its first such tag ends.
func after(page []byte, tag string, more []byte) []byte {
	at := bytes.Index(page, []byte(tag))
	if at < 0 {
		return append(more, page...)
	}
	at += bytes.IndexByte(page[at:], '>') + 1
	return bytes.Join([][]byte{page[:at], more, page[at:]}, nil)
}

// damagedBar names the versions that are not shown; nothing where all are.
func damagedBar(v Visit, versions []int) ([]byte, error) {
	if len(versions) == 0 {
		return nil, nil
	}
	words := wordsOf(v.language).published
	said := make([]string, len(versions))
	for i, version := range versions {
		said[i] = words.damaged(version)
	}
	var bar bytes.Buffer
	err := damagedVersions.Execute(&bar, struct {
		Language string
		Said     []string
	}{v.language.String(), said})
	return bar.Bytes(), err
}

var damagedVersions = template.Must(template.New("damaged").Parse(`<aside lang="{{.Language}}" role="alert" class="dilna-damaged">
{{range .Said}}<p>{{.}}</p>
{{end}}</aside>
`))

// before puts more into a page, before where its last such tag stands.
func before(page []byte, tag string, more []byte) []byte {
	at := bytes.LastIndex(page, []byte(tag))
	if at < 0 {
		at = len(page)
	}
	return bytes.Join([][]byte{page[:at], more, page[at:]}, nil)
}

// published is what the bar says.
type published struct {
	Language, Title, Made string
	Versions              []publishedVersion
}

type publishedVersion struct {
	Name, Approval string
	Files          []publishedFile
}

type publishedFile struct{ Name, Href, MediaType string }

// downloadsBar is everything that is published, to be downloaded.
func (s *Server) downloadsBar(v Visit, token string, editions []models.Edition) ([]byte, error) {
	words := wordsOf(v.language).published
	bar := published{Language: v.language.String(), Title: words.downloads, Made: words.made}
	for _, edition := range editions {
		version := publishedVersion{Name: words.version(edition.Version), Approval: words.approval(*edition.Approval)}
		for _, r := range s.renderers {
			if !r.Makes(edition) {
				continue
			}
			version.Files = append(version.Files, publishedFile{
				Name: cmp.Or(map[string]string{"en": r.English}[bar.Language], r.Czech), MediaType: r.ContentType,
				Href: publishedFileOf(token, edition, r),
			})
		}
		bar.Versions = append(bar.Versions, version)
	}
	var said bytes.Buffer
	err := downloads.Execute(&said, bar)
	return said.Bytes(), err
}

// publicHead is what a page has on the web only: its icon, and how its bars look.
const publicHead = pageIcon + `<style>
.dilna-top, .dilna-downloads { --dilna-ink: #2b2622; --dilna-wash: #f7f3ec; --dilna-link: #0f5a48; --dilna-strong: #1f6f5c; --dilna-on: #fff; font: 1rem/1.5 system-ui, sans-serif; color: var(--dilna-ink); background: var(--dilna-wash); }
.dilna-damaged { --dilna-ink: #2b2622; --dilna-wash: #fdf0ed; }
.dilna-top { display: flex; flex-wrap: wrap; align-items: center; gap: 0 min(1.25rem, 2vw); padding: .5rem max(min(1.25rem, 4vw), 50% - 22.75rem); font-size: clamp(.875rem, 3.8vw, 1rem); }
.dilna-downloads { max-width: 46rem; margin: 3rem auto 2rem; padding: 1.5rem; border-top: 3px solid var(--dilna-strong); }
.dilna-downloads h2 { margin: 0 0 .5rem; font-size: 1.25rem; color: inherit; }
.dilna-downloads h3 { margin: 1rem 0 0; font-size: 1rem; color: inherit; }
.dilna-downloads ul { display: flex; flex-wrap: wrap; gap: 0 1.5rem; margin: 0; padding: 0; list-style: none; }
.dilna-top a, .dilna-downloads a { display: inline-block; min-height: 44px; padding-block: 10px; color: var(--dilna-link); }
.dilna-top .dilna-pdf { padding-inline: min(1rem, 2.8vw); border-radius: .5rem; background: var(--dilna-strong); color: var(--dilna-on); font-weight: 600; text-decoration: none; }
.dilna-damaged { max-width: 46rem; margin: 1rem auto; padding: .5rem 1.5rem; border: 2px solid #9b2226; font: 1rem/1.5 system-ui, sans-serif; color: var(--dilna-ink); background: var(--dilna-wash); }
@media screen and (prefers-color-scheme: dark) {
.dilna-top, .dilna-downloads { --dilna-ink: #f2ece4; --dilna-wash: #26221e; --dilna-link: #8fd6bd; --dilna-strong: #8fd6bd; --dilna-on: #10251e; }
.dilna-damaged { --dilna-ink: #f2ece4; --dilna-wash: #3a1f1d; border-color: #f0a8a0; }
}
@media (max-width: 30rem) { .dilna-top { justify-content: space-between; } }
@media print { .dilna-top, .dilna-downloads { display: none; } }
</style>
`

// pageIcon is the icon of the program, within the page: documents load nothing.
const pageIcon = `<link rel="icon" href="data:image/svg+xml,%3Csvg%20xmlns='http://www.w3.org/2000/svg'%20viewBox='0%200%2032%2032'%3E%3Crect%20width='32'%20height='32'%20rx='7'%20fill='%231d5c50'/%3E%3Cg%20fill='%23fffdf9'%3E%3Ccircle%20cx='10'%20cy='21'%20r='3.6'/%3E%3Ccircle%20cx='22'%20cy='21'%20r='3.6'/%3E%3C/g%3E%3Ccircle%20cx='16'%20cy='10.5'%20r='3.6'%20fill='%23f0a277'/%3E%3C/svg%3E">
`

var downloads = template.Must(template.New("downloads").Parse(`<aside lang="{{.Language}}" class="dilna-downloads" aria-labelledby="dilna-downloads">
<h2 id="dilna-downloads">{{.Title}}</h2>
{{range .Versions}}<h3>{{.Name}} – {{.Approval}}</h3>
<ul>{{range .Files}}<li><a href="{{.Href}}" type="{{.MediaType}}" download>{{.Name}}</a></li>{{end}}</ul>
{{end}}<p>{{.Made}}</p>
</aside>
`))

// noSuchMinutes tells who has followed an address that is good for nothing.
func (s *Server) noSuchMinutes(c *gin.Context) {
	v := visitOf(c.Request.Context())
	said := wordsOf(v.language).published
	c.Header("Content-Language", v.language.String())
	c.Header("Content-Type", "text/html; charset=utf-8")
	c.Header("Vary", "Accept-Language")
	c.Status(http.StatusNotFound)
	_ = noMinutesPage.Execute(c.Writer, struct{ Language, Title, Detail, Advice string }{
		v.language.String(), said.gone, said.goneDetail, said.goneAdvice,
	}) // who hung up reads no page
}

var noMinutesPage = template.Must(template.New("no minutes").Parse(`<!doctype html>
<html lang="{{.Language}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{.Title}} – Dílna</title>
` + pageIcon + `<style>
:root { color-scheme: light dark; }
body { display: grid; min-height: 90vh; margin: 0; place-content: center; padding: 1.5rem; font: 1.125rem/1.6 system-ui, sans-serif; color: #2b2622; background: #f7f3ec; }
main { max-width: 34rem; }
h1 { line-height: 1.2; }
@media (prefers-color-scheme: dark) { body { color: #f2ece4; background: #1d1a17; } }
</style>
</head>
<body>
<main>
<h1>{{.Title}}</h1>
<p>{{.Detail}}</p>
<p>{{.Advice}}</p>
</main>
</body>
</html>
`))
