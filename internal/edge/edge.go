// Package edge is what the two faces of the program share, the public one
// (internal/web) and the panel (internal/admin): where a request comes from,
// its form, dates and deadlines in Vietnamese, a statement as people read it,
// pages and their files, and what an error means over HTTP.
package edge

import (
	"net/netip"
	"strings"

	"github.com/gofiber/fiber/v2"
)

// ClientAddress is the peer's address, or, when the peer is a proxy beside us
// (loopback or a private network), the last address that the proxy added.
// Otherwise all people behind the proxy would share one limit of attempts.
func ClientAddress(c *fiber.Ctx) string {
	peer := c.Context().RemoteIP().String()
	addr, err := netip.ParseAddr(peer)
	if err != nil || !addr.Unmap().IsLoopback() && !addr.Unmap().IsPrivate() {
		return peer
	}
	chain := strings.Split(c.Get(fiber.HeaderXForwardedFor), ",")
	if last, err := netip.ParseAddr(strings.TrimSpace(chain[len(chain)-1])); err == nil {
		return last.String()
	}
	return peer
}
