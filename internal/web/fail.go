package web

import (
	"errors"
	"runtime/debug"
	"strings"

	"github.com/gofiber/fiber/v2"

	"phatngon/internal/web/problem"
)

// fail answers err: a problem document to programs, a page to people. It is
// the only place of this package that logs.
func (s *site) fail(c *fiber.Ctx, err error) error {
	p := problem.Explain(err)
	if p.Status >= 500 {
		s.Log.ErrorContext(c.UserContext(), "request failed", "method", c.Method(), "route", c.Route().Path, "status", p.Status, "error", err)
	}
	if errors.Is(err, problem.ErrManyFiles) {
		c.Set(fiber.HeaderRetryAfter, "86400")
	} else if p.Status == fiber.StatusTooManyRequests || p.Status == fiber.StatusServiceUnavailable {
		c.Set(fiber.HeaderRetryAfter, "60")
	}
	if forPrograms(c.Path()) {
		p.Type = "about:blank"
		c.Status(p.Status)
		return c.JSON(p, "application/problem+json; charset=utf-8")
	}
	return s.renderFailure(c, p)
}

// logPanic keeps where a handler broke; fail says that it did.
func (s *site) logPanic(c *fiber.Ctx, _ any) {
	s.Log.ErrorContext(c.UserContext(), "handler panicked", "route", c.Route().Path, "stack", string(debug.Stack()))
}

func forPrograms(path string) bool {
	for _, prefix := range []string{"/api/", "/webhook/", "/healthz", "/readyz", "/metrics"} {
		if strings.HasPrefix(path, prefix) {
			return true
		}
	}
	return false
}
