package web

import (
	"bytes"
	"context"
	"fmt"
	"time"

	"github.com/gofiber/fiber/v2"

	"phatngon/internal/web/problem"
	"phatngon/internal/zalo/webhook"
)

// zaloPatience is a little less than the two seconds that Zalo waits for an
// answer (Zalo platform, webhook basics): later ones are not heard.
const zaloPatience = 1800 * time.Millisecond

// postZalo takes an event of the Official Account: 200 only when it is on
// disk, 503 so that Zalo sends it again, 401 when it is not proven to be
// Zalo's. The console's unsigned probe is answered 200 and means nothing.
func (s *site) postZalo(c *fiber.Ctx) error {
	body := bytes.Clone(c.BodyRaw())
	if webhook.IsProbe(body) {
		return c.SendStatus(fiber.StatusOK)
	}
	if err := s.Secrets.Verify(body, c.Get(webhook.SignatureHeader)); err != nil {
		return err
	}
	return s.receive(c, body, s.Flow.Inbound.Receive)
}

// postMiniApp takes an event of the Mini App; its signature differs.
func (s *site) postMiniApp(c *fiber.Ctx) error {
	body := bytes.Clone(c.BodyRaw())
	if webhook.IsProbe(body) {
		return c.SendStatus(fiber.StatusOK)
	}
	if err := webhook.VerifyMiniApp(body, c.Get(webhook.SignatureHeader), s.MiniAppKey); err != nil {
		return err
	}
	return s.receive(c, body, s.Flow.Inbound.ReceiveMiniApp)
}

// getMiniAppWebhook answers the console while the address is being set up.
func (s *site) getMiniAppWebhook(c *fiber.Ctx) error { return c.SendStatus(fiber.StatusOK) }

func (s *site) receive(c *fiber.Ctx, body []byte, store func(context.Context, []byte) error) error {
	if err := store(c.UserContext(), body); err != nil {
		return fmt.Errorf("%w: %w", problem.ErrNotStored, err)
	}
	return c.SendStatus(fiber.StatusOK)
}
