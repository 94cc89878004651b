package web

import (
	"github.com/gofiber/fiber/v2"

	"phatngon/internal/store"
	"phatngon/internal/web/feed"
	"phatngon/knowledge/statement"
)

const feedLength = 50

// getFeed is the newest public statements as an Atom feed.
func (s *site) getFeed(c *fiber.Ctx) error {
	found, _, err := s.list(c.UserContext(), store.StatementFilter{Limit: feedLength}, statement.AudiencePublic)
	if err != nil {
		return err
	}
	said := make([]feed.Statement, 0, len(found))
	for _, st := range found {
		said = append(said, feed.Statement{Statement: st, URL: s.statementURL(st.Code), UnitName: s.unitName(st.Unit)})
	}
	out, err := feed.Of(s.OAName, s.PublicURL, said).XML()
	if err != nil {
		return err
	}
	c.Set(fiber.HeaderContentType, "application/atom+xml; charset=utf-8")
	c.Set(fiber.HeaderCacheControl, "no-cache")
	return c.Send(out)
}
