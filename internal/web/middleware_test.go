package web

import (
	"context"
	"errors"
	"testing"

	"github.com/gofiber/fiber/v2"
)

func TestADeadlineIsSet(t *testing.T) {
	h := newHouse(t, func(d *Deps) {
		d.MountAdmin = func(r fiber.Router) {
			r.Get("/admin/late", func(c *fiber.Ctx) error {
				if _, ok := c.UserContext().Deadline(); !ok {
					return errors.New("no deadline")
				}
				return context.DeadlineExceeded
			})
		}
	})
	if a := h.get("/admin/late").wantStatus(t, 503); a.header.Get("Retry-After") == "" {
		t.Error("no Retry-After")
	}
}
