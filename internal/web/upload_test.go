package web

import (
	"strings"
	"testing"

	"github.com/gofiber/fiber/v2"
)

func TestOnlyTheFormThatBringsAFileMayBeLarge(t *testing.T) {
	h := newHouse(t, func(d *Deps) {
		d.MountAdmin = func(r fiber.Router) {
			r.Post("/admin/*", func(c *fiber.Ctx) error { return c.SendStatus(fiber.StatusNoContent) })
		}
	})
	large := strings.Repeat("x", bodyLimit+1)
	h.call("POST", uploadPath, large).wantStatus(t, 204)
	h.call("POST", uploadPath+"?large", large).wantStatus(t, 413)
	h.call("POST", "/admin/statements", large).wantStatus(t, 413)
}
