package edge

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"mime"
	"path"

	"github.com/gofiber/fiber/v2"
)

// Forever tells browsers that a file never changes under its address.
const Forever = "public, max-age=31536000, immutable"

// Assets are the files that pages load, served below At. Their address changes
// with their content, so browsers keep them.
type Assets struct {
	Files fs.FS
	At    string // "/static/"
}

// URL is the address of a file. It panics when the file is missing, which
// every test of a page sees.
func (a Assets) URL(name string) string {
	data, err := fs.ReadFile(a.Files, name)
	if err != nil {
		panic(err)
	}
	sum := sha256.Sum256(data)
	return a.At + name + "?v=" + hex.EncodeToString(sum[:6])
}

// Serve answers the route At + ":name".
func (a Assets) Serve(c *fiber.Ctx) error {
	name := path.Base(c.Params("name"))
	data, err := fs.ReadFile(a.Files, name)
	if err != nil {
		return fiber.ErrNotFound
	}
	c.Set(fiber.HeaderContentType, ContentType(name))
	c.Set(fiber.HeaderXContentTypeOptions, "nosniff")
	c.Set(fiber.HeaderCacheControl, Forever)
	return c.Send(data)
}

// ContentType is the media type that a file's name promises.
func ContentType(name string) string {
	return cmp.Or(mime.TypeByExtension(path.Ext(name)), fiber.MIMEOctetStream)
}
