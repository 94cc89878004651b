package web

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/gofiber/fiber/v2"

	"phatngon/bot/words"
	"phatngon/internal/desk"
	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/request"
	"phatngon/internal/web/shape"
)

// stepForm is what a person wants done with their own request. Part, from 1, is the one
// that does not answer, or is rated.
type stepForm struct {
	Action string `json:"action" validate:"required,oneof=add withdraw dispute rate together apart"`
	Text   string `json:"text" validate:"max=2000"`
	Part   int    `json:"part" validate:"min=0,max=50"`
	Rating int    `json:"rating" validate:"min=0,max=5"`

	Files []string `json:"files" validate:"max=5,dive,len=64,hexadecimal"` // of add: SHA-256 of uploads
}

// Trim takes the spaces off around the text.
func (f *stepForm) Trim() { f.Text = strings.TrimSpace(f.Text) }

// postStep takes a step of the person who asked; the same Idempotency-Key takes it once.
func (s *site) postStep(c *fiber.Ctx) error {
	in, err := shape.Read[stepForm](c.BodyRaw())
	if err != nil {
		return err
	}
	key, err := filingSource(c)
	if err != nil {
		return err
	}
	r, err := s.ownRequest(c)
	if err != nil {
		return err
	}
	step := effect.OwnStep{Request: r.Code, Part: max(0, in.Part-1), Action: in.Action, Text: in.Text, Rating: in.Rating, Uploads: in.Files}
	if step.Part >= len(r.Parts) {
		return desk.ErrNotFound
	}
	if r, err = s.Flow.Requests.TakeStep(c.UserContext(), requester(c), key, step, s.now()); err != nil {
		return err
	}
	return s.sendRequest(c, r)
}

// mayDo are the steps that the person may take now.
func mayDo(r request.Request) []string {
	may := []string{}
	if !request.Undecided(r) {
		return may
	}
	may = append(may, request.ActAdd, request.ActWithdraw)
	if len(r.Parts) < 2 {
		return may
	}
	if r.Together {
		return append(may, request.ActApart)
	}
	return append(may, request.ActTogether)
}

// event is a step of a request as the person may read it.
type event struct {
	At   time.Time `json:"at"`
	Text string    `json:"text"`
}

// plain are the steps that one sentence tells; what is drafted and signed is the office's.
var plain = map[string]string{
	request.ActReceive: "Đã tiếp nhận.", request.ActAssign: "Có cán bộ phụ trách.", request.ActReach: "Đã có trả lời.", request.ActReachAnew: "Đã có trả lời mới, thay cho trả lời trước.",
	request.ActSupply: "Anh/Chị đã trả lời đơn vị.", request.ActAdd: "Anh/Chị đã bổ sung.", request.ActWithdraw: "Anh/Chị đã rút yêu cầu.",
	request.ActDispute: "Anh/Chị báo chưa trả lời đúng câu hỏi.", request.ActPublished: "Câu trả lời đã được công bố.",
	request.ActRate: "Anh/Chị đã đánh giá câu trả lời.",
}

// toldSteps are the steps of which the person is sent word.
var toldSteps = []string{request.ActClarify, request.ActResume, request.ActExtend, request.ActReclock, request.ActKind, request.ActSplit, request.ActTransfer}

// timeline is what happened to a request, oldest first.
func (s *site) timeline(r request.Request) []event {
	all := []event{{r.CreatedAt.In(calendar.Zone), "Đã gửi yêu cầu."}}
	r.English, r.Foreign = false, false // the app speaks Vietnamese
	for i, p := range r.Parts {
		for n, step := range p.Steps {
			text := plain[step.Action]
			switch {
			case slices.Contains(toldSteps, step.Action):
				text = words.RequestNews(r, i, n, s.Flow.Units.Office).Text
			case text != "" && len(r.Parts) > 1:
				text = "Phần " + strconv.Itoa(request.Number(i)) + ": " + text
			}
			if text != "" {
				all = append(all, event{step.At.In(calendar.Zone), text})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b event) int { return a.At.Compare(b.At) })
	return all
}
