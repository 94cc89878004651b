package admin

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"html/template"
	"io/fs"
	"path"
	"strings"

	"github.com/gofiber/fiber/v2"

	"phatngon/internal/desk/people"
)

//go:embed templates/*.html
var templateFiles embed.FS

//go:embed static/*
var staticFiles embed.FS

// looks are the parsed pages by name: "queue" is templates/queue.html within
// templates/layout.html and with templates/shared.html.
type looks map[string]*template.Template

// parseLooks parses every page, and panics on a broken one.
func parseLooks() looks {
	frame := template.Must(template.New("layout.html").Funcs(formats()).
		ParseFS(templateFiles, "templates/layout.html", "templates/shared.html"))
	files, err := fs.Glob(templateFiles, "templates/*.html")
	if err != nil {
		panic(err)
	}
	out := looks{}
	for _, file := range files {
		name := strings.TrimSuffix(path.Base(file), ".html")
		if name == "layout" || name == "shared" {
			continue
		}
		out[name] = template.Must(template.Must(frame.Clone()).ParseFS(templateFiles, file))
	}
	return out
}

// page is what the frame of every page needs.
type page struct {
	Title string
	Here  string // which entry of the menu this is
	CSRF  string
	Flash string
	Me    *me // nil when nobody is signed in
}

// me is the officer as the frame shows them.
type me struct {
	Name, Position, Unit     string
	Role                     people.Role
	Coordinates, Administers bool
}

func (v *visit) page(title, here string) page {
	p := page{Title: title, Here: here, CSRF: v.csrf, Flash: v.takeFlash()}
	if o := v.officer; o.ID != "" {
		p.Me = &me{
			Name: o.Name, Position: o.Position, Unit: v.panel.unitName(o.Unit), Role: o.Role,
			Coordinates: coordinators(o), Administers: administrators(o),
		}
	}
	return p
}

// render sends a page whole or not at all.
func (v *visit) render(status int, name string, data any) error {
	var out bytes.Buffer
	if err := v.panel.looks.write(&out, name, data); err != nil {
		return err
	}
	v.c.Set(fiber.HeaderContentType, fiber.MIMETextHTMLCharsetUTF8)
	return v.c.Status(status).Send(out.Bytes())
}

func (l looks) write(out *bytes.Buffer, name string, data any) error {
	t, ok := l[name]
	if !ok {
		return fmt.Errorf("render %s: no such page", name)
	}
	if err := t.ExecuteTemplate(out, "layout.html", data); err != nil {
		return fmt.Errorf("render %s: %w", name, err)
	}
	return nil
}

// getStatic serves the style sheet and the script; their address changes with
// their content (see assetURL), so browsers keep them.
func getStatic(c *fiber.Ctx) error {
	name := path.Base(c.Params("name"))
	data, err := staticFiles.ReadFile("static/" + name)
	if err != nil {
		return fiber.ErrNotFound
	}
	c.Type(strings.TrimPrefix(path.Ext(name), "."), "utf-8")
	c.Set(fiber.HeaderXContentTypeOptions, "nosniff")
	c.Set(fiber.HeaderCacheControl, "public, max-age=31536000, immutable")
	return c.Send(data)
}

// assetURL panics when the file is missing, which a test sees at once.
func assetURL(name string) string {
	data, err := staticFiles.ReadFile("static/" + name)
	if err != nil {
		panic(err)
	}
	sum := sha256.Sum256(data)
	return "/admin/static/" + name + "?v=" + hex.EncodeToString(sum[:6])
}
