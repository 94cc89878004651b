package web

import (
	"errors"
	"html/template"
	"time"

	"github.com/gofiber/fiber/v2"

	"phatngon/bot/report"
	"phatngon/internal/desk"
	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/cases"
	"phatngon/internal/desk/routing"
	flowcases "phatngon/internal/flow/cases"
)

type proofPage struct {
	frame
	Report   cases.Report
	Category string
	Channel  string
	Receiver string // who takes reports in
	Evidence []evidenceView
	Address  template.URL // of this page, with its key

	Closed     bool   // what was reported is not for everybody
	Found      string // the words of the decree, and no others; "" of what ended unpublished
	Conclusion string // address of the published one, "" before
}

var channels = map[string]string{flowcases.ChannelChat: "Trò chuyện với tài khoản Zalo chính thức", flowcases.ChannelMiniApp: "Ứng dụng trong Zalo (Mini App)"}

// getProofPage proves to whoever holds its key that a report was received: what, when, by
// whom. It says nothing of who sent it.
func (s *site) getProofPage(c *fiber.Ctx) error {
	id := c.Params("code")
	if !s.Flow.Cases.Proves(id, c.Query("k")) {
		return desk.ErrNotFound
	}
	r, err := s.Store.Report(c.UserContext(), id)
	if err != nil {
		return err
	}
	k, err := s.Flow.Cases.CaseOf(c.UserContext(), r)
	if err != nil {
		return err
	}
	f := s.frame("Giấy xác nhận đã tiếp nhận báo tin "+r.Case, "", flowcases.ProofPath+r.ID)
	f.Hidden = true
	page := proofPage{frame: f, Report: r, Category: report.Category(string(r.Category)), Channel: channels[r.Channel],
		Receiver: s.Flow.Units.Office(routing.ProvinceOffice), Address: template.URL(s.Flow.Cases.Proof(r)),
		Found: s.report(k, r, s.now()).Found, Conclusion: s.conclusionURL(k)}
	if page.Evidence, err = s.evidenceOf(c, []cases.Report{r}); err != nil {
		return err
	}
	if k.Access == cases.Closed {
		page.Report.Text, page.Closed = "", true // the hash proves it
	}
	c.Set(fiber.HeaderReferrerPolicy, "no-referrer") // the address holds the key
	return s.render(c, fiber.StatusOK, "proof", page)
}

// evidenceOf are the pictures of reports: as received, or why there is none.
func (s *site) evidenceOf(c *fiber.Ctx, reports []cases.Report) ([]evidenceView, error) {
	all := []evidenceView{}
	for _, r := range reports {
		for _, id := range r.Pictures {
			e, err := s.Store.Evidence(c.UserContext(), id)
			if errors.Is(err, desk.ErrNotFound) {
				e, err = cases.Evidence{Problem: "Chưa tải được ảnh từ Zalo; hệ thống đang thử lại.", ReceivedAt: r.CreatedAt}, nil
			}
			if err != nil {
				return nil, err
			}
			all = append(all, evidenceView{e.SHA256, e.ReceivedAt.In(calendar.Zone), e.Problem})
		}
	}
	return all, nil
}

// second is a time to the second, as proofs have it.
func second(t time.Time) string { return t.In(calendar.Zone).Format("15:04:05 02/01/2006") }
