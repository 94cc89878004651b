package web

import (
	"strings"

	"github.com/gofiber/fiber/v2"
)

// getHealth: the process lives.
func (s *site) getHealth(c *fiber.Ctx) error {
	return c.JSON(fiber.Map{"status": "ok", "version": s.Version})
}

// getReady: the program can serve. It names the part that cannot, and nothing
// of the reason: that is in the log.
func (s *site) getReady(c *fiber.Ctx) error {
	err := s.Flow.Ready(c.UserContext())
	if err == nil {
		return c.JSON(fiber.Map{"status": "ready"})
	}
	s.Log.WarnContext(c.UserContext(), "not ready", "error", err)
	part, _, _ := strings.Cut(err.Error(), ":")
	return c.Status(fiber.StatusServiceUnavailable).JSON(fiber.Map{"status": "unavailable", "part": part})
}
