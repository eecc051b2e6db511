package server_test

import (
	"context"
	"io"
	"strings"
	"testing"

	"dilna/models"
	"dilna/server"
)

// tellingAddresses are minutes that say nothing but where they are read.
var tellingAddresses = []server.Renderer{{Ending: "html", Render: func(_ context.Context, e models.Edition, w io.Writer) error {
	_, err := io.WriteString(w, "<p>"+e.Address+"</p>")
	return err
}}}

// Minutes say where everybody reads them once they are published, where it is asked
// for, and where it is known how we are called.
func TestMinutesSayWhereTheyArePublished(t *testing.T) {
	for name, row := range map[string]struct {
		public, options string
		says            bool
	}{
		"asked for":                {"https://dilna.example.cz", `{"published_address":true}`, true},
		"not asked for":            {"https://dilna.example.cz", `{}`, false},
		"where nobody knows where": {"", `{"published_address":true}`, false},
	} {
		t.Run(name, func(t *testing.T) {
			r := newWorld(t, func(cfg *server.Config) { cfg.PublicURL, cfg.Minutes = row.public, tellingAddresses }).room("a")
			hasEnded(r)
			r.coordinator = r.account("coordinator", "coordinator")
			r.draft(`{"options":` + row.options + `}`)
			r.approve()
			inside := r.path("/editions/1/minutes.html")
			if strings.Contains(r.said(r.facilitator, inside), "/minutes/") {
				t.Error("it says an address before it is published")
			}
			r.publish(1, "published")
			address := row.public + "/minutes/" + r.work().Link
			public := "/minutes/" + r.work().Link + "/1/minutes.html"
			for _, route := range []string{inside, public} {
				if strings.Contains(r.said(r.facilitator, route), address+"<") != row.says {
					t.Errorf("%s says %q: want %v", route, address, row.says)
				}
			}
		})
	}
}
