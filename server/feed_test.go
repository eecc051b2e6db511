package server_test

import (
	"fmt"
	"net/http"

	"dilna/models"
	"dilna/server/live"
)

// frame asks the feed once and waits for news.
func (r *room) frame(c *caller, since models.Revision) live.Frame {
	r.t.Helper()
	var f live.Frame
	r.do(c, fmt.Sprintf("GET %s?since=%d&wait=25s", r.path("/feed"), since), "").want(http.StatusOK, "").into(&f)
	return f
}
