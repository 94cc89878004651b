package web

import (
	"net/url"
	"strings"

	"github.com/gofiber/fiber/v2"

	"phatngon/internal/desk/routing"
	"phatngon/internal/store"
	"phatngon/knowledge/statement"
)

type homePage struct {
	frame
	Items []statementItem
	Next  string // address of older statements, "" at the end
	Later bool   // not the first page
	Query string // what was searched
	Unit  string // code of the unit whose statements are listed; "" for all
	Units []unitView

	LinkedAs linkedSite
	Crisis   *statementItem // above all else; on the first page
}

// getHome lists public statements, of one unit if wished, or the best finds for q; in the
// demo it also leads to the chat, the panel and the Mini App.
func (s *site) getHome(c *fiber.Ctx) error {
	p := homePage{frame: s.frame("Phát ngôn, thông tin chính thức", "Phát ngôn và thông tin chính thức của các cơ quan tỉnh Thanh Hóa, nguyên văn, có người phát ngôn và nguồn.", "/"),
		Later: c.Query("after") != "", Query: strings.TrimSpace(c.Query("q")), Unit: c.Query("unit"), Units: s.unitChoices()}
	if !p.Later {
		p.Crisis = s.crisis()
	}
	p.LinkedAs = s.linkedSite(s.Flow.Units.Office(routing.ProvinceOffice))
	p.Hidden = p.Hidden || p.Query != "" || p.Unit != "" || p.Later // lists of a moment are no pages to keep
	var err error
	if p.Query != "" && len(p.Query) <= maxQuery {
		p.Items = s.search(c, p.Query, p.Unit)
	} else {
		p.Items, p.Next, err = s.latest(c, p.Unit)
	}
	if err != nil {
		return err
	}
	return s.render(c, fiber.StatusOK, "home", p)
}

// latest is one page of what is in force, and the address of the next.
func (s *site) latest(c *fiber.Ctx, unit string) (items []statementItem, next string, err error) {
	found, after, err := s.list(c.UserContext(), store.StatementFilter{Unit: unit, After: c.Query("after")}, statement.AudiencePublic)
	if err != nil {
		return nil, "", err
	}
	for _, st := range found {
		items = append(items, s.item(st))
	}
	if after == "" {
		return items, "", nil
	}
	query := url.Values{"after": {after}}
	if unit != "" {
		query.Set("unit", unit)
	}
	return items, "/?" + query.Encode(), nil
}

// unitChoices are the units to choose from, as they are called.
func (s *site) unitChoices() []unitView {
	all := []unitView{}
	for _, u := range s.Flow.Units.Units() {
		all = append(all, unitView{Code: u.Code, Name: s.unitName(u.Code), Level: u.Level})
	}
	return all
}
