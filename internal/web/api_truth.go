package web

import (
	"strings"
	"time"

	"github.com/gofiber/fiber/v2"

	"phatngon/bot/check"
	"phatngon/bot/report"
	"phatngon/bot/words"
	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/cases"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/policy"
	"phatngon/internal/desk/same"
	"phatngon/internal/web/shape"
	"phatngon/knowledge/answer"
)

type truthForm struct {
	Text string `json:"text" validate:"required,min=5,max=10000"`
}

// Trim takes the spaces off around the text.
func (f *truthForm) Trim() { f.Text = strings.TrimSpace(f.Text) }

// truthView is what was found of a text, as the chat says it and taken apart.
type truthView struct {
	Outcome   check.Outcome   `json:"outcome"`
	Ground    check.Ground    `json:"ground"`
	Text      string          `json:"text"`
	Lead      string          `json:"lead"` // Text without the changes and the official words
	Statement *truthStatement `json:"statement"`
	Quotes    []quoteView     `json:"quotes"`
	Changes   []check.Change  `json:"changes"`
	Case      *caseView       `json:"case"`
	Channels  []channelView   `json:"channels"`
	Follow    followOffer     `json:"follow"`
}

// followOffer says whether the person may wish to hear the conclusion: where there is none
// yet, and what was checked can be recognised again.
type followOffer string

// The offers. Who is told is told in the chat, so that a person has written there first.
const (
	followNone   followOffer = "none"
	followChat   followOffer = "chat_first"
	followOpened followOffer = "offered"
)

func offerOf(who people.Requester, f check.Finding, text string) followOffer {
	open := f.Outcome == check.Unseen || f.Outcome == check.Changed
	switch {
	case !open || f.Case == nil && len(same.Traces(text)) == 0:
		return followNone
	case who.OAUserID == "":
		return followChat
	}
	return followOpened
}

type truthStatement struct {
	Code     string      `json:"code"`
	Title    string      `json:"title"`
	Unit     string      `json:"unit"`
	IssuedAt time.Time   `json:"issued_at"`
	URL      string      `json:"url"`
	Fate     answer.Fate `json:"fate"`
	FateText string      `json:"fate_text"`
}

type caseView struct {
	Code  string `json:"code"`
	State string `json:"state"`
	Text  string `json:"text"` // all that may be said of it
}

type channelView struct {
	Address string `json:"address"` // as it was given
	Listed  bool   `json:"listed"`
	Label   string `json:"label"`
	Unit    string `json:"unit"`
}

// postCheck says whether a pasted text, a document's number or a link is what was published.
func (s *site) postCheck(c *fiber.Ctx) error {
	in, err := shape.Read[truthForm](c.BodyRaw())
	if err != nil {
		return err
	}
	f, err := s.Flow.Inbound.Check(c.UserContext(), requester(c), in.Text)
	if err != nil {
		return err
	}
	v := s.checked(f)
	v.Follow = offerOf(requester(c), f, in.Text)
	return c.JSON(v)
}

// postCheckPicture says whether a picture is known from a case; it is compared and not kept.
func (s *site) postCheckPicture(c *fiber.Ctx) error {
	f, err := s.Flow.Inbound.CheckPicture(c.UserContext(), requester(c), c.BodyRaw())
	if err != nil {
		return err
	}
	v := s.checked(f)
	v.Follow = offerOf(requester(c), f, "")
	return c.JSON(v)
}

type followForm struct {
	Text string `json:"text" validate:"max=10000"`
	Case string `json:"case" validate:"max=40"`
}

type followView struct {
	Noted bool   `json:"noted"`
	Text  string `json:"text"`
}

// postFollow notes that the person wants to hear what becomes of what they checked.
func (s *site) postFollow(c *fiber.Ctx) error {
	in, err := shape.Read[followForm](c.BodyRaw())
	if err != nil {
		return err
	}
	noted, err := s.Flow.Cases.FollowInApp(c.UserContext(), requester(c), effect.Wish{Text: in.Text, Case: in.Case})
	if err != nil {
		return err
	}
	return c.JSON(followView{noted, report.FollowedInApp(noted, s.Flow.Rules.At(s.now()).KeptFor(policy.KeptWishes))})
}

func (s *site) checked(f check.Finding) truthView {
	v := truthView{Outcome: f.Outcome, Ground: f.Ground, Text: f.Text(s.Flow.Units.Office, s.PublicURL), Lead: f.Lead(s.Flow.Units.Office, s.PublicURL), Quotes: []quoteView{}, Changes: f.Changes(), Channels: []channelView{}}
	for _, q := range f.Quotes() {
		v.Quotes = append(v.Quotes, quoteOf(q))
	}
	if h := f.Held; h.Code != "" {
		v.Statement = &truthStatement{Code: h.Code, Title: h.Title, Unit: s.Flow.Units.Office(h.Unit), IssuedAt: h.IssuedAt.In(calendar.Zone),
			URL: s.statementURL(h.Code), Fate: h.Fate, FateText: words.Fate(h, f.Successor, s.PublicURL)}
	}
	if c := f.Case; c != nil {
		unit := c.Unit
		if c.Conclusion != nil {
			unit = c.Conclusion.Unit
		}
		v.Case = &caseView{Code: c.Code, State: cases.PublicState(*c), Text: report.Status(*c, s.now(), s.Flow.Units.Office(unit), s.PublicURL)}
	}
	for _, a := range f.Addresses {
		one := channelView{Address: a.Text}
		if ch := a.Channel; ch != nil {
			one.Listed, one.Label, one.Unit = true, ch.Label(), s.Flow.Units.Office(ch.Unit)
		}
		v.Channels = append(v.Channels, one)
	}
	return v
}
