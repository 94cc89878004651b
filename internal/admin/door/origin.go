package door

import (
	"net/url"

	"github.com/gofiber/fiber/v2"
)

// sameOrigin follows net/http.CrossOriginProtection: the browser's own word
// first, then Origin against the host asked for or the public address (a proxy
// may have changed the host). A client that sends neither is no browser; the
// token still stands in its way.
func (v *Visit) sameOrigin() bool {
	switch v.c.Get("Sec-Fetch-Site") {
	case "same-origin", "none":
		return true
	case "":
	default:
		return false
	}
	origin := v.c.Get(fiber.HeaderOrigin)
	if origin == "" {
		return true
	}
	from, err := url.Parse(origin)
	if err != nil || from.Host == "" {
		return false
	}
	public, err := url.Parse(v.door.PublicURL)
	return from.Host == string(v.c.Request().Host()) || err == nil && from.Host == public.Host
}

// secureHeaders keep a page from running anything of others, being framed, or
// staying in a shared computer's cache. Referrer-Policy must not be
// no-referrer: browsers would then send "Origin: null" with our own forms.
func secureHeaders(c *fiber.Ctx) {
	c.Set(fiber.HeaderContentSecurityPolicy, "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "+
		"form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
	c.Set(fiber.HeaderXContentTypeOptions, "nosniff")
	c.Set(fiber.HeaderXFrameOptions, "DENY")
	c.Set(fiber.HeaderReferrerPolicy, "same-origin")
	c.Set("Cross-Origin-Opener-Policy", "same-origin")
	c.Set(fiber.HeaderCacheControl, "no-store")
}
