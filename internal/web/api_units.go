package web

import (
	"strings"

	"github.com/gofiber/fiber/v2"

	"phatngon/internal/desk/routing"
	"phatngon/internal/web/problem"
	"phatngon/knowledge/lang"
)

type unitView struct {
	Code  string `json:"code"`
	Name  string `json:"name"`
	Level string `json:"level"`
}

// getUnits lists the units whose name, present or former, holds q, with or
// without marks; all of them without q. What a former name or a topic leads to
// comes first.
func (s *site) getUnits(c *fiber.Ctx) error {
	q := strings.TrimSpace(c.Query("q"))
	if len(q) > maxQuery {
		return problem.Fields{"q": "Nội dung tìm kiếm quá dài. Anh/Chị vui lòng rút gọn."}
	}
	items := []unitView{}
	seen := map[string]bool{}
	add := func(u routing.Unit) {
		if !seen[u.Code] {
			seen[u.Code] = true
			items = append(items, unitView{Code: u.Code, Name: s.unitName(u.Code), Level: u.Level})
		}
	}
	if route := s.Flow.Units.Route(q); q != "" && route.Known {
		for _, code := range append([]string{route.Unit}, route.Others...) {
			if u, ok := s.Flow.Units.Unit(code); ok {
				add(u)
			}
		}
	}
	needle := lang.Fold(q)
	for _, u := range s.Flow.Units.Units() {
		if strings.Contains(unitNames(u), needle) {
			add(u)
		}
	}
	return c.JSON(fiber.Map{"items": items})
}

// unitNames is all that a unit is called, folded.
func unitNames(u routing.Unit) string {
	names := append([]string{u.Name, u.ShortName}, u.Aliases...)
	for _, f := range u.FormerNames {
		names = append(append(names, f.Name), f.Aliases...)
	}
	for _, f := range u.FormerCommunes {
		names = append(names, f.Name)
	}
	return lang.Fold(strings.Join(names, "\n"))
}
