package web

import (
	"context"
	"strings"
	"time"

	"github.com/gofiber/fiber/v2"
)

// observe is the outermost handler: it turns errors into answers, so that what
// is counted is what the client got.
func (s *site) observe(c *fiber.Ctx) error {
	begin := time.Now()
	err := c.Next()
	if err != nil {
		err = s.fail(c, err)
	}
	s.metrics.Count(c, time.Since(begin))
	return err
}

// Content policies: programs load nothing, pages only our own files.
const (
	bareCSP = "default-src 'none'; frame-ancestors 'none'"
	pageCSP = "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
	// zmp-ui positions its sheets with inline styles.
	appCSP = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob: https:; font-src 'self' data:; " +
		"connect-src 'self' https:; form-action 'none'; base-uri 'none'; frame-ancestors 'self'"
)

// harden sets what every answer carries; pages replace the policy by theirs.
// The simulator sets its own.
func (s *site) harden(c *fiber.Ctx) error {
	if strings.HasPrefix(c.Path(), "/dev/zalo") {
		return c.Next()
	}
	c.Set(fiber.HeaderXContentTypeOptions, "nosniff")
	c.Set(fiber.HeaderReferrerPolicy, "strict-origin-when-cross-origin")
	c.Set(fiber.HeaderContentSecurityPolicy, bareCSP)
	c.Set("Cross-Origin-Opener-Policy", "same-origin")
	if s.secure() {
		c.Set(fiber.HeaderStrictTransportSecurity, "max-age=31536000")
	}
	return c.Next()
}

// within gives the handlers after it a deadline: Fiber's own context never
// ends, not even when the client has left.
func within(d time.Duration) fiber.Handler {
	return func(c *fiber.Ctx) error {
		ctx, cancel := context.WithTimeout(c.UserContext(), d)
		defer cancel()
		c.SetUserContext(ctx)
		return c.Next()
	}
}

// cors lets the Mini App inside Zalo call the API: its two origins, Android's
// and the web's, and iOS's (Zalo Mini App documentation), and no others.
func (s *site) cors(c *fiber.Ctx) error {
	c.Vary(fiber.HeaderOrigin)
	origin := c.Get(fiber.HeaderOrigin)
	if origin == "https://h5.zdn.vn" || origin == "zbrowser://h5.zdn.vn" {
		c.Set(fiber.HeaderAccessControlAllowOrigin, origin)
	}
	if c.Method() != fiber.MethodOptions {
		return c.Next()
	}
	c.Set(fiber.HeaderAccessControlAllowMethods, "GET, POST")
	c.Set(fiber.HeaderAccessControlAllowHeaders, "Authorization, Content-Type, Idempotency-Key")
	c.Set(fiber.HeaderAccessControlMaxAge, "3600")
	return c.SendStatus(fiber.StatusNoContent)
}
