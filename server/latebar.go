package server

import (
	"bytes"
	"context"
	"html/template"
	"time"

	"dilna/models"
)

// lateBar says on the published minutes where late inputs are sent to, while they
// are; nothing otherwise.
func (s *Server) lateBar(ctx context.Context, v Visit, w models.WorkshopID) ([]byte, error) {
	token, closes, err := s.store.LateToken(ctx, w)
	if err != nil || token == "" {
		return nil, err
	}
	words := wordsOf(v.language).published
	var bar bytes.Buffer
	err = lateTemplate.Execute(&bar, struct{ Language, Title, Href, Link, Until string }{
		v.language.String(), words.late, letterboxPage + token, words.lateLink, words.lateUntil(time.UnixMilli(closes)),
	})
	return bar.Bytes(), err
}

var lateTemplate = template.Must(template.New("late").Parse(`<aside lang="{{.Language}}" class="dilna-downloads" aria-labelledby="dilna-late">
<h2 id="dilna-late">{{.Title}}</h2>
<p><a href="{{.Href}}">{{.Link}}</a></p>
<p>{{.Until}}</p>
</aside>
`))
