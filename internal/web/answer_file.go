package web

import (
	"github.com/gofiber/fiber/v2"
)

// getAnswerFile gives a file of a signed answer to whoever has its address. It is a file to
// keep, never a page: nothing in it runs here.
func (s *site) getAnswerFile(c *fiber.Ctx) error {
	f, data, err := s.Flow.Attachments.Signed(c.UserContext(), c.Params("id"), c.Query("k"))
	if err != nil {
		return err
	}
	c.Attachment(f.Name)
	c.Set(fiber.HeaderContentType, fiber.MIMEOctetStream)
	c.Set(fiber.HeaderCacheControl, "private, no-store")
	c.Set(fiber.HeaderContentSecurityPolicy, "default-src 'none'; sandbox")
	c.Set(fiber.HeaderReferrerPolicy, "no-referrer") // the address holds the key
	c.Set("X-Robots-Tag", "noindex")
	return c.Send(data)
}
