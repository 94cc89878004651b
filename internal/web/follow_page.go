package web

import (
	"html/template"
	"strings"

	"github.com/gofiber/fiber/v2"

	"phatngon/internal/desk"
	"phatngon/internal/flow/requests"
	"phatngon/knowledge/statement"
)

type followPage struct {
	frame
	Request requestView
	Parts   []followedPart
	Address template.URL // of this page, with its key
}

// followedPart is a part with its answer as it is shown.
type followedPart struct {
	partView
	Words template.HTML
}

// getFollowPage shows a request to whoever holds its key, as the person who asked sees it,
// but for what they can do. A code alone opens nothing.
func (s *site) getFollowPage(c *fiber.Ctx) error {
	r, err := s.Store.Request(c.UserContext(), strings.ToUpper(c.Params("code")))
	if err != nil {
		return err
	}
	if !s.Flow.Requests.Follows(r, c.Query("k")) || len(r.Parts) == 0 {
		return desk.ErrNotFound
	}
	v := s.requestDetail(r)
	if err := s.markFates(c.UserContext(), statement.AudiencePublic, &v, r); err != nil {
		return err
	}
	f := s.frame("Yêu cầu "+r.Code, "", requests.FollowPath+r.Code)
	f.Hidden = true
	page := followPage{frame: f, Request: v, Address: template.URL(v.FollowURL)}
	for _, p := range v.Parts {
		one := followedPart{partView: p}
		if p.Answer != nil {
			one.Words = template.HTML(p.Answer.TextHTML)
		}
		page.Parts = append(page.Parts, one)
	}
	c.Set(fiber.HeaderReferrerPolicy, "no-referrer") // the address holds the key
	return s.render(c, fiber.StatusOK, "follow", page)
}
