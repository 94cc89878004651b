package handovers

import (
	"context"
	"errors"
	"net/http"

	"phatngon/internal/admin/door"
	"phatngon/internal/desk"
	"phatngon/internal/desk/people"
	"phatngon/internal/flow/handovers"
)

// oneStep is a form of one button: what it does, what is said then, and whether the page of
// the talk is shown after it.
type oneStep struct {
	path, done string
	stays      bool
	do         func(*handovers.HandOvers, context.Context, people.Officer, handovers.Ref, string) error
}

func steps() []oneStep {
	plain := func(do func(*handovers.HandOvers, context.Context, people.Officer, handovers.Ref) error) func(*handovers.HandOvers, context.Context, people.Officer, handovers.Ref, string) error {
		return func(q *handovers.HandOvers, ctx context.Context, by people.Officer, at handovers.Ref, _ string) error {
			return do(q, ctx, by, at)
		}
	}
	return []oneStep{
		{"take", "Anh/Chị đang trao đổi với người này; trợ lý ảo tạm dừng trả lời họ.", true, plain((*handovers.HandOvers).Take)},
		{"give-back", "Đã trả người này về hàng chờ.", false, plain((*handovers.HandOvers).GiveBack)},
		{"pass", "Đã chuyển người này sang đơn vị khác.", false, (*handovers.HandOvers).Pass},
		{"end", "Đã kết thúc cuộc trao đổi; trợ lý ảo trả lời trở lại.", false, plain((*handovers.HandOvers).End)},
		{"close", "Đã ghi nhận là đã liên hệ.", false, plain((*handovers.HandOvers).Close)},
	}
}

func (p *Pages) post(s oneStep) door.Handler {
	return func(v *door.Visit) error {
		version, err := v.Version()
		if err != nil {
			return err
		}
		at := handovers.Ref{ID: v.Text("id"), Version: version}
		unit, known := p.Units.Pick(v.Text("unit"))
		if s.path == "pass" && !known {
			return p.show(v, http.StatusUnprocessableEntity, at.ID, "", "Vui lòng chọn đơn vị trong danh sách.")
		}
		err = s.do(p.Flow.HandOvers, v.Ctx, v.Officer, at, unit)
		var invalid *desk.InvalidError
		if errors.As(err, &invalid) {
			return p.show(v, http.StatusUnprocessableEntity, at.ID, "", invalid.Text)
		}
		if err != nil {
			return err
		}
		to := "/admin/handovers"
		if s.stays {
			to = talkURL(at.ID)
		}
		return v.Redirect(to, s.done)
	}
}
