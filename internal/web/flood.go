package web

import (
	"crypto/subtle"
	"net/netip"
	"strings"
	"time"

	"github.com/gofiber/fiber/v2"

	"phatngon/internal/desk"
	"phatngon/internal/edge"
	"phatngon/internal/flow/index"
	"phatngon/internal/limits"
	"phatngon/internal/web/problem"
)

// addressesKept bounds what one limit remembers.
const addressesKept = 20_000

// perAddress allows n requests a minute from one address. Many people of a
// mobile network share one, so it only stops floods.
func (s *site) perAddress(n int) fiber.Handler {
	return limit(n, time.Minute, edge.ClientAddress, problem.ErrTooMany)
}

// perUser allows n requests a minute to one logged-in person.
func (s *site) perUser(n int) fiber.Handler {
	return limit(n, time.Minute, byRequester, problem.ErrTooMany)
}

// filesADay allows n pictures a day to one logged-in person: so long they are kept without
// a report.
func (s *site) filesADay(n int) fiber.Handler {
	return limit(n, 24*time.Hour, byRequester, problem.ErrManyFiles)
}

func byRequester(c *fiber.Ctx) string { return requester(c).ID }

func limit(n int, window time.Duration, key func(*fiber.Ctx) string, refusal error) fiber.Handler {
	counts := limits.New(window, addressesKept)
	return func(c *fiber.Ctx) error {
		if !counts.Allow(time.Now(), key(c), n) {
			return refusal
		}
		return c.Next()
	}
}

// Searches of people who are not signed in, a minute: of one address, and of all
// together those whose words are sent to the embeddings server.
const (
	strangersSearches  = 120
	strangersEmbedding = 60
)

// searching limits searches: whoever is signed in as a person, others by
// address. What strangers search costs no embeddings over their budget.
func (s *site) searching() fiber.Handler {
	byUser, byAddress, embedded := limits.New(time.Minute, addressesKept), limits.New(time.Minute, addressesKept), limits.New(time.Minute, 1)
	return func(c *fiber.Ctx) error {
		if strings.TrimSpace(c.Query("q")) == "" {
			return c.Next()
		}
		now, who := time.Now(), requester(c).ID
		switch {
		case who != "" && !byUser.Allow(now, who, strangersSearches),
			who == "" && !byAddress.Allow(now, edge.ClientAddress(c), strangersSearches):
			return problem.ErrTooMany
		case who == "" && !embedded.Allow(now, "", strangersEmbedding):
			c.SetUserContext(index.WithoutVector(c.UserContext()))
		}
		return c.Next()
	}
}

// watcher lets in who may read the numbers: with the token, or without one set,
// a program on this machine that did not come through a proxy. Others find
// nothing.
func (s *site) watcher(c *fiber.Ctx) error {
	if s.MetricsToken != "" {
		given := strings.TrimPrefix(c.Get(fiber.HeaderAuthorization), "Bearer ")
		if subtle.ConstantTimeCompare([]byte(given), []byte(s.MetricsToken)) == 1 {
			return c.Next()
		}
		return desk.ErrNotFound
	}
	peer, err := netip.ParseAddr(c.Context().RemoteIP().String())
	if err != nil || !peer.Unmap().IsLoopback() || c.Get(fiber.HeaderXForwardedFor)+c.Get("Forwarded")+c.Get("X-Real-Ip") != "" {
		return desk.ErrNotFound
	}
	return c.Next()
}
