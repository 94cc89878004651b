package web

import (
	"cmp"
	"time"

	"github.com/gofiber/fiber/v2"

	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/rights"
	"phatngon/internal/flow/delivery"
	"phatngon/internal/web/shape"
)

const noticesShown = 100

type noticeView struct {
	At   time.Time     `json:"at"`
	Text string        `json:"text"`
	Fate delivery.Fate `json:"fate"`
}

// getNotices lists what the person was told, and what Zalo did not bring them.
func (s *site) getNotices(c *fiber.Ctx) error {
	told, err := s.Flow.Delivery.ToldTo(c.UserContext(), requester(c), noticesShown)
	if err != nil {
		return err
	}
	items := make([]noticeView, 0, len(told))
	for _, t := range told {
		items = append(items, noticeView{t.At.In(calendar.Zone), t.Text, t.Fate})
	}
	return c.JSON(fiber.Map{"items": items})
}

// erasureView proves an erasure: the record with this id is in the audit chain.
type erasureView struct {
	Proof    string    `json:"proof"`
	ProofURL string    `json:"proof_url"` // where anybody looks it up
	ErasedAt time.Time `json:"erased_at"`
}

// erasureForm says by which right the person wants it; without a body to be deleted.
type erasureForm struct {
	Right string `json:"right" validate:"omitempty,oneof=delete withdraw"`
}

// postErasure removes what is known of the person, in the chat too. Their session ends
// with it.
func (s *site) postErasure(c *fiber.Ctx) error {
	in := erasureForm{}
	if body := c.BodyRaw(); len(body) > 0 {
		var err error
		if in, err = shape.Read[erasureForm](body); err != nil {
			return err
		}
	}
	cause, err := filingSource(c)
	if err != nil {
		return err
	}
	if err := s.Flow.Delivery.EraseNow(c.UserContext(), requester(c).ID, cause, cmp.Or(in.Right, rights.Delete), rights.FromApp); err != nil {
		return err
	}
	proof := rights.ErasureProof(cause)
	return c.JSON(erasureView{Proof: proof, ProofURL: rights.ErasureURL(s.PublicURL, proof), ErasedAt: s.now().In(calendar.Zone)})
}
