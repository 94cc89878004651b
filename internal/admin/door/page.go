package door

import (
	"embed"
	"html/template"
	"io/fs"
	"slices"

	"github.com/gofiber/fiber/v2"

	"phatngon/internal/admin/labels"
	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/delivery"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/rights"
	"phatngon/internal/edge"
	"phatngon/internal/edge/style"
)

//go:embed templates/*.html
var templateFiles embed.FS

//go:embed static
var staticFiles embed.FS

// assets are the style sheet, the script and the icon.
var assets = edge.Assets{Files: style.With(below(staticFiles, "static")), At: "/admin/static/"}

func below(files fs.FS, dir string) fs.FS {
	sub, err := fs.Sub(files, dir)
	if err != nil {
		panic(err) // only when dir is no path
	}
	return sub
}

// ParseTemplates parses the pages of files within the panel's frame.
func ParseTemplates(files fs.FS) edge.Templates {
	t := edge.Templates{}
	t.Add(frame(), files)
	return t
}

// frame is the layout and the pieces that every page may use.
func frame() *template.Template {
	return template.Must(template.New("layout.html").Funcs(template.FuncMap{
		"asset":     assets.URL,
		"province":  func() string { return style.Province },
		"legend":    edge.Legend,
		"date":      edge.Date,
		"datetime":  edge.DateTime,
		"measure":   calendar.MeasureName,
		"label":     labels.Of,
		"excerpt":   edge.Excerpt,
		"field":     newField,
		"dict":      dict,
		"next":      labels.DeliveryNext,
		"resend":    newResend,
		"resendAll": func(queue, csrf string) resend { return resend{ID: queue, CSRF: csrf} },
	}).ParseFS(templateFiles, "templates/layout.html", "templates/shared.html"))
}

// dict is names and values for a template that needs several.
func dict(pairs ...any) map[string]any {
	all := map[string]any{}
	for pair := range slices.Chunk(pairs, 2) {
		all[pair[0].(string)] = pair[1]
	}
	return all
}

// PageSize is how many rows a list shows.
const PageSize = 50

// Page is what the frame of every page needs.
type Page struct {
	Title string
	Here  string // which entry of the menu this is
	CSRF  string
	Flash string
	Me    *Me // nil when nobody is signed in

	Banner *Banner // nil when messages go out as they should, and for who is not signed in
}

// Me is the officer as the frame shows them.
type Me struct {
	Name, Position, Unit     string
	Role                     people.Role
	Coordinates, Administers bool
	PressDesk                bool   // looks after reporters
	KeepsData                bool   // looks after what people want done with their data
	Claims                   string // that wait to be done
	Reporters                string // who wait to be verified
	Unreached, HandOvers     string // how many wait behind these entries; "" is none
	Speaks                   bool   // signs for their unit
	Alerts                   string // surges of reports and questions that nobody has seen
}

// Page is the frame of a page for this visitor.
func (v *Visit) Page(title, here string) Page {
	p := Page{Title: title, Here: here, CSRF: v.CSRF, Flash: v.takeFlash()}
	if o := v.Officer; o.ID != "" {
		p.Me = &Me{
			Name: o.Name, Position: o.Position, Unit: v.door.Units.Name(o.Unit), Role: o.Role,
			Coordinates: Coordinators(o), Administers: Administrators(o), PressDesk: people.AtPressDesk(o), Speaks: people.MayPublish(o, o.Unit) == nil, KeepsData: rights.MayKeep(o),
		}
		v.count(p.Me)
		p.Banner = v.banner()
	}
	return p
}

// Render answers with a page, whole or not at all.
func (v *Visit) Render(status int, name string, data any) error {
	return v.door.templates.Send(v.c, status, name, data)
}

// Piece answers a script with a piece of a page.
func (v *Visit) Piece(page, piece string, data any) error {
	html, err := v.door.templates.RenderPiece(page, piece, data)
	if err != nil {
		return err
	}
	v.c.Set(fiber.HeaderContentType, fiber.MIMETextHTMLCharsetUTF8)
	return v.c.Send(html)
}

// field is one input of a form with its mistake.
type field struct {
	Name, Label, Value, Type, Wrong string
	Required                        bool
}

func newField(name, label, value string, mistakes map[string]string, required, kind string) field {
	return field{name, label, value, kind, mistakes[name], required != ""}
}

// resend is the form that sends an answer again, or all that a queue has set aside. On
// is the page it comes back to: "request", or "" for the list.
type resend struct{ ID, Request, CSRF, On string }

func newResend(d delivery.Delivery, csrf, on string) resend { return resend{d.ID, d.Request, csrf, on} }
