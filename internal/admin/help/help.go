// Package help is the panel's pages of help, one for each role: short, and each button named as it
// stands on its page, which a test holds. Pictures are made by the browser tests (make screens); a
// page is complete without them.
package help

import (
	"embed"
	"io/fs"
	"net/http"
	"path"
	"slices"

	"phatngon/internal/admin/door"
	"phatngon/internal/desk"
	"phatngon/internal/desk/people"
)

//go:embed templates/*.html
var templateFiles embed.FS

//go:embed all:pictures
var pictureFiles embed.FS

// Pages is the group.
type Pages struct{}

// Mount opens the group's pages.
func (p *Pages) Mount(d *door.Door) {
	d.AddPages(templateFiles)
	d.Get("/help", door.Officers, p.getHelp)
	d.Get("/help/pictures/:name", door.Officers, p.getPicture)
}

type helpPage struct {
	door.Page
	Roles    []tab
	Sections []shown
}

type tab struct {
	Text, URL string
	Here      bool
}

// shown is a section and whether there is a picture of it.
type shown struct {
	section
	URL string // of the picture, "" for none
}

// getHelp shows the help of a role: the officer's own, or the one that the address names.
func (p *Pages) getHelp(v *door.Visit) error {
	role := roleOf(v.Officer)
	if i := slices.IndexFunc(roles, func(r roleHelp) bool { return r.key == v.Query("role") }); i >= 0 {
		role = roles[i].key
	}
	page := helpPage{Page: v.Page("Trợ giúp", "help")}
	for _, r := range roles {
		page.Roles = append(page.Roles, tab{r.name, "/admin/help?role=" + r.key, r.key == role})
		if r.key == role {
			page.Sections = withPictures(r.sections)
		}
	}
	return v.Render(http.StatusOK, "help", page)
}

func roleOf(o people.Officer) string {
	switch {
	case o.Role == people.RoleAdmin:
		return "admin"
	case people.AtPressDesk(o) && o.Role == people.RoleOperator:
		return "press"
	case o.Role == people.RoleSpokesperson:
		return "spokesperson"
	}
	return "officer"
}

func withPictures(sections []section) (all []shown) {
	for _, s := range sections {
		one := shown{section: s}
		if _, err := fs.Stat(pictureFiles, pictureFile(s.Picture)); err == nil && s.Picture != "" {
			one.URL = "/admin/help/pictures/" + s.Picture
		}
		all = append(all, one)
	}
	return all
}

func pictureFile(name string) string { return path.Join("pictures", name+".jpg") }

func (p *Pages) getPicture(v *door.Visit) error {
	data, err := pictureFiles.ReadFile(pictureFile(path.Base(v.Param("name"))))
	if err != nil {
		return desk.ErrNotFound
	}
	return v.Picture(data)
}
