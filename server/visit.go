package server

import (
	"context"
	"net/http"
	"net/netip"

	"github.com/danielgtaylor/huma/v2"
	"github.com/gin-gonic/gin"
	"golang.org/x/text/language"

	"dilna/models"
)

// Visit is how a request came, apart from what it asks for. It is exported
// because huma fills only exported members of an input.
type Visit struct {
	id       string       // names the request in the log and in problems
	language language.Tag // the reader's: one of languages
	secure   bool         // over TLS, as far as anybody we trust can tell
	client   netip.Addr   // who sent it; behind a trusted proxy, whom the proxy names
	local    bool         // sent on this very machine
	host     string
	cookies  []*http.Cookie
}

// Resolve fills the visit of an input (huma.Resolver).
func (v *Visit) Resolve(ctx huma.Context) []error {
	*v = visitOf(ctx.Context())
	return nil
}

// languages are what people are spoken to in; the first one is for those who
// do not say.
var (
	languages       = []language.Tag{language.Czech, language.English}
	languageMatcher = language.NewMatcher(languages)
)

type visitKey struct{}

// visitOf is the visit that arrive noted down; a zero one speaks Czech.
func visitOf(ctx context.Context) Visit {
	v, ok := ctx.Value(visitKey{}).(Visit)
	if !ok {
		v.language = languages[0]
	}
	return v
}

// arrive notes down how each request came, before anything else happens to it.
func (s *Server) arrive(c *gin.Context) {
	r := c.Request
	parsed, _ := netip.ParseAddr(c.ClientIP()) // invalid where unknown: never this machine
	client := parsed.Unmap()
	_, preferred := language.MatchStrings(languageMatcher, r.Header.Get("Accept-Language"))
	trusted := s.proxies.trust(r)
	v := Visit{
		id:       models.NewID[string](),
		language: languages[preferred],
		secure:   r.TLS != nil || trusted && r.Header.Get("X-Forwarded-Proto") == "https",
		client:   client,
		// What a proxy hands on was not sent here, unless it is one we believe and
		// says that it was.
		local:   client.IsLoopback() && (trusted && forwarded(r) || !trusted && s.direct(r)),
		host:    r.Host,
		cookies: r.Cookies(),
	}
	c.Request = r.WithContext(context.WithValue(r.Context(), visitKey{}, v))
	if s.connections.crowded() {
		c.Header("Connection", "close") // its place is needed as soon as it is answered
	}
}

func forwarded(r *http.Request) bool {
	return r.Header.Get("X-Forwarded-For") != "" || r.Header.Get("Forwarded") != ""
}

// cookie is the value of a cookie, empty where there is none.
func (v Visit) cookie(name string) string {
	for _, c := range v.cookies {
		if c.Name == name {
			return c.Value
		}
	}
	return ""
}

// proxies are the networks whose word about a request counts.
type proxies []netip.Prefix

func parseProxies(networks []string) (proxies, error) {
	var trusted proxies
	for _, network := range networks {
		prefix, err := netip.ParsePrefix(network)
		if err != nil {
			addr, errAddr := netip.ParseAddr(network)
			if errAddr != nil {
				return nil, err
			}
			prefix = netip.PrefixFrom(addr, addr.BitLen())
		}
		trusted = append(trusted, prefix)
	}
	return trusted, nil
}

func (p proxies) trust(r *http.Request) bool {
	peer, err := netip.ParseAddrPort(r.RemoteAddr)
	if err != nil {
		return false
	}
	for _, prefix := range p {
		if prefix.Contains(peer.Addr().Unmap()) {
			return true
		}
	}
	return false
}
