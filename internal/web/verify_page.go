package web

import (
	"net/url"

	"github.com/gofiber/fiber/v2"

	"phatngon/knowledge/statement"
	"phatngon/knowledge/verify"
)

type verifyPage struct {
	frame
	Statement statementView
	InForce   bool
	Quote     string // as it was pasted
	Check     verify.QuoteCheck
	Share     string // address that shows this check again, "" when too long
	LinkedAs  linkedCheck
}

// longestShare is the longest quote that is put into an address.
const longestShare = 600

// getVerifyPage asks for a quote, or checks the one in ?q=.
func (s *site) getVerifyPage(c *fiber.Ctx) error { return s.verify(c, c.Query("q")) }

// postVerifyPage checks a pasted quote of any length. It changes nothing, so it
// needs no token.
func (s *site) postVerifyPage(c *fiber.Ctx) error { return s.verify(c, c.FormValue("q")) }

func (s *site) verify(c *fiber.Ctx, quote string) error {
	st, err := s.statement(c.UserContext(), c.Params("code"), statement.AudiencePublic)
	if err != nil {
		return err
	}
	v := s.view(st, statement.AudiencePublic)
	p := verifyPage{frame: s.frame("Kiểm tra trích dẫn: "+st.Title, "Dán một đoạn trích để biết đoạn đó có đúng nguyên văn phát ngôn hay không.", "/v/"+st.Code),
		Statement: v, InForce: v.Status == statement.StatusPublished && v.Banner == "", Quote: quote}
	p.LinkedAs = linkedCheckOf(v, p.Title, p.Canonical)
	p.Hidden = p.Hidden || v.hidden() || v.ReplacedBy != nil
	if quote != "" {
		p.Check = verify.CheckQuote(quote, st.Body)
	}
	if quote != "" && len([]rune(quote)) <= longestShare {
		p.Share = s.PublicURL + "/v/" + st.Code + "?q=" + url.QueryEscape(quote)
	}
	return s.render(c, fiber.StatusOK, "verify", p)
}
