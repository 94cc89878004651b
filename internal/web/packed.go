package web

import (
	"io/fs"
	"strings"

	"github.com/gofiber/fiber/v2"
	"github.com/gofiber/fiber/v2/middleware/compress"
)

// packings are how the build packs its files, the smallest first: the name of the
// encoding and what it adds to the file's name.
var packings = [...][2]string{{"br", ".br"}, {"gzip", ".gz"}}

// packed is a file as the build packed it, when the client takes it so, else whole.
func (s *site) packed(c *fiber.Ctx, name string, whole []byte) []byte {
	for _, p := range packings {
		if !c.Request().Header.HasAcceptEncoding(p[0]) {
			continue
		}
		if data, err := fs.ReadFile(s.MiniAppFiles, name+p[1]); err == nil {
			c.Set(fiber.HeaderContentEncoding, p[0])
			return data
		}
	}
	return whole
}

// compressed packs what is made for each request, as small as a moment allows. The
// panel is left as it is: its pages hold a secret beside what somebody typed, and the
// length of a packed page would tell of both.
func compressed() fiber.Handler {
	pack := compress.New(compress.Config{Level: compress.LevelBestSpeed})
	return func(c *fiber.Ctx) error {
		for _, own := range [...]string{"/admin", "/dev/", "/webhook/"} {
			if strings.HasPrefix(c.Path(), own) {
				return c.Next()
			}
		}
		c.Vary(fiber.HeaderAcceptEncoding)
		return pack(c)
	}
}
