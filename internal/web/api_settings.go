package web

import (
	"time"

	"github.com/gofiber/fiber/v2"

	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/people"
	"phatngon/internal/web/problem"
	"phatngon/internal/web/shape"
)

// settingsForm is which messages a person wants. News of their own requests, and of a change
// of what they were told, always come.
type settingsForm struct {
	Conclusions *bool `json:"conclusions"`
}

type settingsView struct {
	Chat        bool       `json:"chat"`        // they have written to the account: messages can reach them
	Conclusions bool       `json:"conclusions"` // on what they reported, or asked to hear of
	QuietSince  *time.Time `json:"quiet_since"` // none on what was reported or asked until then
	Press       bool       `json:"press"`       // a verified reporter: what they follow is among /press
}

func (s *site) settingsOf(who people.Requester) settingsView {
	v := settingsView{Chat: who.OAUserID != "", Conclusions: who.QuietSince.IsZero(), Press: who.KindAt(s.now()) == people.ReporterVerified}
	if !v.Conclusions {
		at := who.QuietSince.In(calendar.Zone)
		v.QuietSince = &at
	}
	return v
}

func (s *site) getSettings(c *fiber.Ctx) error { return c.JSON(s.settingsOf(requester(c))) }

// postSettings notes which messages the person wants; the same again changes nothing.
func (s *site) postSettings(c *fiber.Ctx) error {
	in, err := shape.Read[settingsForm](c.BodyRaw())
	if err != nil {
		return err
	}
	if in.Conclusions == nil {
		return problem.Fields{"conclusions": "Xin chọn có nhận kết luận hay không."}
	}
	who, err := s.Flow.Access.HearConclusions(c.UserContext(), requester(c).ID, *in.Conclusions)
	if err != nil {
		return err
	}
	return c.JSON(s.settingsOf(who))
}
