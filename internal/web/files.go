package web

import (
	"errors"
	"io/fs"
	"path"
	"strings"

	"github.com/gofiber/fiber/v2"

	"phatngon/internal/desk"
	"phatngon/internal/edge"
)

// getMiniAppRoot gives relative addresses their folder.
func (s *site) getMiniAppRoot(c *fiber.Ctx) error {
	if !strings.HasSuffix(c.Path(), "/") {
		return c.Redirect("/miniapp/", fiber.StatusPermanentRedirect)
	}
	return s.getMiniAppFile(c)
}

// getMiniAppFile serves the built Mini App. Addresses that are no files are
// screens of the app: they get index.html, which is never kept.
func (s *site) getMiniAppFile(c *fiber.Ctx) error {
	name := path.Clean("/" + c.Params("*"))[1:]
	c.Set(fiber.HeaderContentSecurityPolicy, appCSP)
	if data, err := s.appFile(name); err == nil && name != "index.html" {
		c.Set(fiber.HeaderCacheControl, cacheFor(name))
		c.Set(fiber.HeaderContentType, edge.ContentType(name))
		return c.Send(s.packed(c, name, data))
	}
	if path.Ext(name) != "" && name != "index.html" {
		return desk.ErrNotFound
	}
	data, err := s.appFile("index.html")
	if err != nil {
		return s.renderUnbuilt(c)
	}
	c.Set(fiber.HeaderCacheControl, "no-cache")
	c.Set(fiber.HeaderContentType, fiber.MIMETextHTMLCharsetUTF8)
	return c.Send(s.packed(c, "index.html", data))
}

// appFile reads a file of the build; folders and oddities are not there.
func (s *site) appFile(name string) ([]byte, error) {
	if s.MiniAppFiles == nil || name == "" || strings.HasPrefix(path.Base(name), ".") || path.Ext(name) == ".br" || path.Ext(name) == ".gz" {
		return nil, fs.ErrNotExist
	}
	data, err := fs.ReadFile(s.MiniAppFiles, name)
	if err != nil {
		return nil, errors.Join(fs.ErrNotExist, err)
	}
	return data, nil
}

// cacheFor: Vite puts a hash of the content into the names under assets/.
func cacheFor(name string) string {
	if strings.HasPrefix(name, "assets/") {
		return edge.Forever
	}
	return "public, max-age=300"
}
