package server

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"dilna/models"
	"dilna/server/live"
)

func (s *Server) feedRoutes() {
	s.plain(http.MethodGet, "/api/workshops/{w}/feed", watchers, s.feed)
}

// feed hands the connection to the hub, which decides all the rest. Who
// follows with an account follows with one sign-in of it: signing out there
// ends this stream and no other.
func (s *Server) feed(c *gin.Context, by models.Actor) error {
	if by.Role == models.RoleParticipant {
		if err := s.connections.health(); err != nil {
			return err // the last places are for those who run the workshop
		}
	}
	v := visitOf(c.Request.Context())
	token := v.tokenHash()
	holder := token
	if by.Account == "" {
		token = models.HashSecret(v.cookie(seatCookie(v.secure, by.Role, by.Workshop)))
		holder = string(by.Seat)
	}
	return s.hub.Serve(c.Writer, c.Request, live.Follower{
		Workshop: by.Workshop, Audience: by.Audience(), Holder: holder, Token: token,
		Counts: by.Role == models.RoleParticipant,
	})
}
