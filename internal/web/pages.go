package web

import (
	"embed"
	"html/template"
	"io/fs"

	"github.com/gofiber/fiber/v2"

	"phatngon/bot/words"
	"phatngon/internal/desk/policy"
	"phatngon/internal/edge"
	"phatngon/internal/edge/style"
	"phatngon/internal/web/problem"
)

//go:embed templates/*.html
var templateFiles embed.FS

//go:embed static/*
var staticFiles embed.FS

// assets are what the pages load.
var assets = edge.Assets{Files: style.With(sub(staticFiles, "static")), At: "/static/"}

func sub(files fs.FS, dir string) fs.FS {
	below, err := fs.Sub(files, dir)
	if err != nil {
		panic(err) // only when dir is no path
	}
	return below
}

func parsePages() edge.Templates {
	funcs := template.FuncMap{"day": edge.Date, "moment": edge.DateTime, "asset": assets.URL, "names": words.NamesUnit, "second": second, "number": func(i int) int { return i + 1 }}
	pages := edge.Templates{}
	pages.Add(template.Must(template.New("layout.html").Funcs(funcs).ParseFS(templateFiles, "templates/layout.html")), templateFiles)
	return pages
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
	Picture     string // of a card that leads here
	Contact     policy.Contact
}

func (s *site) frame(title, description, path string) frame {
	return frame{Site: s.OAName, Title: title, Description: description, Canonical: s.PublicURL + path, Hidden: s.Demo, Demo: s.Demo,
		Picture: s.PublicURL + assets.URL("share.png"), Contact: s.Flow.Rules.At(s.now()).Contact()}
}

// render sends a page whole or not at all.
func (s *site) render(c *fiber.Ctx, status int, name string, data any) error {
	c.Set(fiber.HeaderContentSecurityPolicy, pageCSP)
	c.Set(fiber.HeaderCacheControl, "no-cache") // a withdrawal must be seen at once
	return s.pages.Send(c, status, name, data)
}

type failurePage struct {
	frame
	Text string
}

// renderFailure shows an error to a person. When even that fails, a bare
// sentence goes out.
func (s *site) renderFailure(c *fiber.Ctx, p problem.Document) error {
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

// getRobots: statements are for everyone to find; samples are for nobody.
func (s *site) getRobots(c *fiber.Ctx) error {
	c.Set(fiber.HeaderContentType, fiber.MIMETextPlainCharsetUTF8)
	if s.Demo {
		return c.SendString("User-agent: *\nDisallow: /\n")
	}
	return c.SendString("User-agent: *\nDisallow: /admin/\nDisallow: /api/\nDisallow: /webhook/\nDisallow: /miniapp/\nDisallow: /metrics\nDisallow: /bt/\nDisallow: /yc/\nAllow: /\n")
}
