package server

import (
	"net/netip"
	"sync"
	"time"

	"dilna/models"
)

// rush keeps links open to the world from being flooded: what is sent by one link
// is counted, in all and from each network address. A hall of fifty phones behind
// one address, three inputs each, is not slowed down; who fills a letterbox from one
// place needs hours, in which somebody shuts it (docs/reliability.md, TM-14).
type rush struct {
	mu      sync.Mutex
	clients *allowances // by link and network address
	links   *allowances // by link
}

func newRush(now clock) *rush {
	return &rush{
		clients: newAllowances(now, allowance{every: 30 * time.Second, burst: 200}),
		links:   newAllowances(now, allowance{every: time.Second, burst: 600}),
	}
}

// take takes one input off both allowances; `letterbox-rush` where one is spent.
func (r *rush) take(client netip.Addr, token string) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	from, by := r.clients.of(token+" "+network(client)), r.links.of(token)
	if from.failures < 1 || by.failures < 1 {
		return models.Fail(models.KindTooMany, models.CodeLetterboxRush)
	}
	from.failures--
	by.failures--
	return nil
}
