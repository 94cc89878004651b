package web

import (
	"strings"
	"time"

	"github.com/gofiber/fiber/v2"

	"phatngon/bot/words"
	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/rights"
	"phatngon/internal/web/shape"
)

// claimForm is what a person wants done with the data kept of them: to see it, or to have
// something corrected, in their words.
type claimForm struct {
	Right string `json:"right" validate:"required,oneof=view correct"`
	Text  string `json:"text" validate:"max=1000"`
}

// Trim takes the spaces off around the text.
func (f *claimForm) Trim() { f.Text = strings.TrimSpace(f.Text) }

// claimView is a claim as the person reads it.
type claimView struct {
	Code      string          `json:"code"`
	Right     string          `json:"right"`
	Name      string          `json:"name"`
	State     string          `json:"state"`
	Open      bool            `json:"open"`
	Text      string          `json:"text,omitempty"`
	Clock     calendar.Clock  `json:"clock"`
	Explained []calendar.Line `json:"explanation"`
	News      []event         `json:"news"`
	Proof     string          `json:"proof,omitempty"`
	CreatedAt time.Time       `json:"created_at"`
}

type claimAnswer struct {
	Claim claimView    `json:"claim"`
	Kept  []words.Kept `json:"kept,omitempty"`
}

func (s *site) claimView(c rights.Claim) claimView {
	set := s.Flow.Rules.At(s.now())
	v := claimView{Code: c.ID, Right: c.Right, Name: set.Right(c.Right).Name, State: c.State.Label(), Open: c.Open, Text: c.Text, Clock: localClock(c.Clock), Explained: c.Clock.Explain(), News: []event{}, CreatedAt: c.CreatedAt.In(calendar.Zone)}
	if c.State == rights.Done {
		v.Proof = c.Proof
	}
	for i, step := range c.Steps {
		if m := words.ClaimNews(c, i, v.Name, set.RightGrounds()); m.Text != "" {
			v.News = append(v.News, event{step.At.In(calendar.Zone), m.Text})
		}
	}
	return v
}

// getClaims lists what the person wanted done with their data, the newest first.
func (s *site) getClaims(c *fiber.Ctx) error {
	found, err := s.Store.ClaimsOf(c.UserContext(), requester(c).ID)
	if err != nil {
		return err
	}
	items := make([]claimView, 0, len(found))
	for _, claim := range found {
		items = append(items, s.claimView(claim))
	}
	return c.JSON(fiber.Map{"items": items})
}

// postClaim enters what the person wants; the same Idempotency-Key enters it once. Seeing is
// done at once.
func (s *site) postClaim(c *fiber.Ctx) error {
	in, err := shape.Read[claimForm](c.BodyRaw())
	if err != nil {
		return err
	}
	source, err := filingSource(c)
	if err != nil {
		return err
	}
	filing := rights.Filing{Source: source, Right: in.Right, Channel: rights.FromApp, Text: in.Text, At: s.now()}
	claim, kept, err := s.Flow.Rights.Claim(c.UserContext(), requester(c), filing)
	if err != nil {
		return err
	}
	return c.Status(fiber.StatusCreated).JSON(claimAnswer{s.claimView(claim), kept})
}
