package edge

import (
	"bytes"
	"fmt"
	"html/template"
	"io/fs"
	"path"
	"strings"

	"github.com/gofiber/fiber/v2"
)

// Templates are parsed pages by name: "queue" is templates/queue.html within
// the frame's layout.html.
type Templates map[string]*template.Template

// Add parses every page in templates/ of files within frame; a file that is
// part of the frame is no page, and one called *.part.html is a piece that every page
// of files may use. It panics on a broken template and on a name
// given twice, so that either is found at start.
func (t Templates) Add(frame *template.Template, files fs.FS) {
	names, err := fs.Glob(files, "templates/*.html")
	if err != nil {
		panic(err)
	}
	frame = template.Must(frame.Clone())
	if parts, _ := fs.Glob(files, "templates/*.part.html"); len(parts) > 0 {
		template.Must(frame.ParseFS(files, parts...))
	}
	for _, file := range names {
		name := strings.TrimSuffix(path.Base(file), ".html")
		if frame.Lookup(name+".html") != nil {
			continue
		}
		if t[name] != nil {
			panic("two pages are called " + name)
		}
		t[name] = template.Must(template.Must(frame.Clone()).ParseFS(files, file))
	}
}

// Render gives a page whole or not at all.
func (t Templates) Render(name string, data any) ([]byte, error) {
	return t.RenderPiece(name, "layout.html", data)
}

// RenderPiece gives a piece of a page alone, as the page has it.
func (t Templates) RenderPiece(name, piece string, data any) ([]byte, error) {
	page, ok := t[name]
	if !ok {
		return nil, fmt.Errorf("render %s: no such page", name)
	}
	var out bytes.Buffer
	if err := page.ExecuteTemplate(&out, piece, data); err != nil {
		return nil, fmt.Errorf("render %s of %s: %w", piece, name, err)
	}
	return out.Bytes(), nil
}

// Send answers with a page.
func (t Templates) Send(c *fiber.Ctx, status int, name string, data any) error {
	html, err := t.Render(name, data)
	if err != nil {
		return err
	}
	c.Set(fiber.HeaderContentType, fiber.MIMETextHTMLCharsetUTF8)
	return c.Status(status).Send(html)
}
