package web

import (
	"net/http/httptest"
	"testing"

	"github.com/gofiber/fiber/v2"
)

func TestWhoSentManyPicturesIsToldToComeBackTheNextDay(t *testing.T) {
	s := &site{}
	app := fiber.New(fiber.Config{ErrorHandler: s.fail})
	app.Get("/api/picture", s.filesADay(1), func(c *fiber.Ctx) error { return c.SendStatus(fiber.StatusNoContent) })
	for i, want := range []struct {
		status int
		retry  string
	}{{204, ""}, {429, "86400"}} {
		answer, err := app.Test(httptest.NewRequest("GET", "/api/picture", nil))
		if err != nil {
			t.Fatal(err)
		}
		_ = answer.Body.Close()
		if got := answer.Header.Get("Retry-After"); answer.StatusCode != want.status || got != want.retry {
			t.Errorf("%d: status %d, again after %q", i, answer.StatusCode, got)
		}
	}
}
