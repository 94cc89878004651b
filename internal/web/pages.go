package web

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"html/template"
	"path"

	"github.com/gofiber/fiber/v2"

	"phatngon/bot"
)

//go:embed templates/*.html
var templateFiles embed.FS

//go:embed static/*
var staticFiles embed.FS

// pages are the parsed templates by name, each within the layout.
type pages map[string]*template.Template

func parsePages() pages {
	layout := template.Must(template.New("layout.html").Funcs(template.FuncMap{"day": day, "styleURL": styleURL, "names": bot.NamesUnit}).
		ParseFS(templateFiles, "templates/layout.html"))
	out := pages{}
	for _, name := range []string{"home", "statement", "verify", "failure", "unbuilt"} {
		out[name] = template.Must(template.Must(layout.Clone()).ParseFS(templateFiles, "templates/"+name+".html"))
	}
	return out
}

// frame is what the layout of every page needs.
type frame struct {
	Site        string // name of the service
	Title       string
	Description string
	Canonical   string
	Article     bool // Open Graph type
	Hidden      bool // not for search engines
	Demo        bool
}

func (s *site) frame(title, description, path string) frame {
	return frame{Site: s.OAName, Title: title, Description: description, Canonical: s.PublicURL + path, Hidden: s.Demo, Demo: s.Demo}
}

// render sends a page whole or not at all.
func (s *site) render(c *fiber.Ctx, status int, name string, data any) error {
	var out bytes.Buffer
	if err := s.pages[name].ExecuteTemplate(&out, "layout.html", data); err != nil {
		return fmt.Errorf("render %s: %w", name, err)
	}
	c.Set(fiber.HeaderContentType, fiber.MIMETextHTMLCharsetUTF8)
	c.Set(fiber.HeaderContentSecurityPolicy, pageCSP)
	c.Set(fiber.HeaderCacheControl, "no-cache") // a withdrawal must be seen at once
	return c.Status(status).Send(out.Bytes())
}

type failurePage struct {
	frame
	Text string
}

// renderFailure shows an error to a person. When even that fails, a bare
// sentence goes out.
func (s *site) renderFailure(c *fiber.Ctx, p problem) error {
	f := s.frame(p.Title, p.Detail, c.Path())
	f.Hidden = true
	if err := s.render(c, p.Status, "failure", failurePage{f, p.Detail}); err != nil {
		return c.Status(p.Status).SendString(p.Detail)
	}
	return nil
}

// renderUnbuilt stands where the Mini App would be when it was not built.
func (s *site) renderUnbuilt(c *fiber.Ctx) error {
	f := s.frame("Mini App chưa được dựng", "", "/miniapp/")
	f.Hidden = true
	return s.render(c, fiber.StatusNotFound, "unbuilt", failurePage{frame: f})
}

// getStatic serves the style sheet; its address changes with its content.
func getStatic(c *fiber.Ctx) error {
	name := path.Base(c.Params("name"))
	data, err := staticFiles.ReadFile("static/" + name)
	if err != nil {
		return fiber.ErrNotFound
	}
	c.Set(fiber.HeaderContentType, contentType(name))
	c.Set(fiber.HeaderCacheControl, forever)
	return c.Send(data)
}

// styleURL panics when the file is missing, which every test sees.
func styleURL() string {
	data, err := staticFiles.ReadFile("static/site.css")
	if err != nil {
		panic(err)
	}
	sum := sha256.Sum256(data)
	return "/static/site.css?v=" + hex.EncodeToString(sum[:6])
}

// getRobots: statements are for everyone to find; samples are for nobody.
func (s *site) getRobots(c *fiber.Ctx) error {
	c.Set(fiber.HeaderContentType, fiber.MIMETextPlainCharsetUTF8)
	if s.Demo {
		return c.SendString("User-agent: *\nDisallow: /\n")
	}
	return c.SendString("User-agent: *\nDisallow: /admin/\nDisallow: /api/\nDisallow: /webhook/\nDisallow: /miniapp/\nDisallow: /metrics\nAllow: /\n")
}
