package cases

import (
	"errors"
	"net/http"
	"strconv"

	"phatngon/internal/admin/door"
	"phatngon/internal/desk"
	"phatngon/internal/desk/cases"
	"phatngon/internal/edge"
	flowcases "phatngon/internal/flow/cases"
)

// fields are what the forms of a case's steps have.
var fields = []string{"severity", "access", "readers", "unit", "ground", "why", "text", "claim", "outcome", "revision", "to", "urgent"}

// done says what a step did.
var done = map[string]string{
	cases.ActClassify: "Đã phân loại và giao đơn vị có thẩm quyền.",
	cases.ActTransfer: "Đã chuyển đơn vị có thẩm quyền.", cases.ActVerify: "Đã bắt đầu kiểm chứng.",
	cases.ActAsk: "Đã ghi câu hỏi. Vui lòng báo đơn vị được hỏi mã vụ việc; cán bộ đơn vị đó mở bằng mã để trả lời.", cases.ActReply: "Đã trả lời.",
	cases.ActDraft: "Đã lưu dự thảo kết luận và trình ký.", cases.ActReturn: "Đã trả lại dự thảo để sửa.",
	cases.ActConclude: "Đã ký kết luận.", cases.ActLabel: "Đã ghi nhận gắn nhãn.",
	cases.ActPublish: "Đã công bố. Người báo tin được báo kết quả ngay khi Zalo nhận; trợ lý trả lời bằng kết luận này.",
	cases.ActForward: "Đã ghi nhận chuyển cơ quan khác.", cases.ActTakeDown: "Đã ghi nhận đề nghị gỡ bỏ.",
	cases.ActFinish: "Đã kết thúc xử lý.", cases.ActUnlabel: "Đã gỡ nhãn; kết luận cũ không còn được dùng để trả lời.",
	cases.ActReject: "Đã ghi nhận không thụ lý. Người báo tin được báo ngay khi Zalo nhận.",
	cases.ActRefer:  "Đã chuyển cơ quan khác. Người báo tin được báo ngay khi Zalo nhận.", cases.ActReopen: "Đã mở lại.",
	cases.ActMerge: "Đã gộp vào vụ việc kia.",
}

func (p *Pages) postStep(v *door.Visit) error {
	c, err := p.visible(v)
	if err != nil {
		return err
	}
	version, err := v.Version()
	if err != nil {
		return err
	}
	action := v.Param("action")
	step, known := p.steps(v, flowcases.Ref{Code: c.Code, Version: version})[action]
	if !known {
		return desk.ErrNotFound
	}
	if err := step(); err != nil {
		return p.failed(v, c, action, err)
	}
	return v.Redirect(p.after(v, c.Code), done[action])
}

// steps are what the forms of a case do; whether the officer may is the table's to say.
func (p *Pages) steps(v *door.Visit, at flowcases.Ref) map[string]func() error {
	q, ctx, by, why := p.Flow.Cases, v.Ctx, v.Officer, v.Text("why")
	return map[string]func() error{
		cases.ActClassify: func() error {
			class, err := p.class(v)
			if err != nil {
				return err
			}
			competence, err := p.competence(v)
			if err != nil {
				return err
			}
			return q.Classify(ctx, by, at, class, competence)
		},
		cases.ActTransfer: func() error {
			to, err := p.competence(v)
			if err != nil {
				return err
			}
			return q.Transfer(ctx, by, at, to)
		},
		cases.ActAsk: func() error {
			unit, err := p.unit(v)
			if err != nil {
				return err
			}
			return q.Ask(ctx, by, at, unit, v.Text("text"))
		},
		cases.ActVerify: func() error { return q.Verify(ctx, by, at) },
		cases.ActReply:  func() error { return q.Reply(ctx, by, at, v.Text("text")) },
		cases.ActDraft: func() error {
			return q.SaveDraft(ctx, by, at, cases.Finding{Outcome: cases.Outcome(v.Text("outcome")), Claim: v.Text("claim"), Text: v.Text("text")})
		},
		cases.ActReturn:   func() error { return q.ReturnDraft(ctx, by, at, why) },
		cases.ActConclude: func() error { return q.Conclude(ctx, by, at, revision(v)) },
		cases.ActLabel:    func() error { return q.Label(ctx, by, at) },
		cases.ActPublish:  func() error { return q.Publish(ctx, by, at) },
		cases.ActForward:  func() error { return q.SendOn(ctx, by, at, v.Text("to"), why) },
		cases.ActTakeDown: func() error { return q.AskTakeDown(ctx, by, at, v.Text("to"), why, v.Text("urgent") != "") },
		cases.ActFinish:   func() error { return q.Finish(ctx, by, at, why) },
		cases.ActUnlabel:  func() error { return q.Unlabel(ctx, by, at, why) },
		cases.ActReject:   func() error { return q.Reject(ctx, by, at, cases.Ground(v.Text("ground")), why) },
		cases.ActRefer:    func() error { return q.Refer(ctx, by, at, v.Text("to"), why) },
		cases.ActReopen:   func() error { return q.Reopen(ctx, by, at, why) },
		cases.ActMerge:    func() error { return q.Merge(ctx, by, at, v.Text("to"), why) },
	}
}

// after is the case, or the board where it is no longer the officer's to see.
func (p *Pages) after(v *door.Visit, code string) string {
	if c, err := p.Store.Case(v.Ctx, code); err != nil || !cases.MaySee(v.Officer, c) {
		return "/admin/cases"
	}
	return caseURL(code)
}

// failed shows the case again with why, and loses nothing that was typed.
func (p *Pages) failed(v *door.Visit, c cases.Case, action string, err error) error {
	typed := map[string]string{}
	for _, name := range fields {
		typed[name] = v.Text(name)
	}
	var invalid *desk.InvalidError
	var rule *desk.RuleError
	switch {
	case errors.Is(err, desk.ErrConflict):
		now, lost := p.visible(v)
		if lost != nil {
			return errors.Join(err, lost)
		}
		return p.show(v, http.StatusConflict, now, action, "Đã có người thay đổi vụ việc này trong lúc Anh/Chị thao tác, nên chưa lưu. Vui lòng xem bản mới nhất rồi thực hiện lại nếu vẫn đúng; nội dung đã nhập vẫn được giữ.", typed)
	case errors.As(err, &invalid):
		return p.show(v, http.StatusUnprocessableEntity, c, action, invalid.Text, typed)
	case errors.As(err, &rule):
		return p.show(v, http.StatusForbidden, c, action, rule.Text, typed)
	}
	return err
}

// unit is the unit that was named, as people name it.
func (p *Pages) unit(v *door.Visit) (string, error) {
	code, ok := p.Units.Pick(v.Text("unit"))
	if !ok {
		return "", &desk.InvalidError{Field: "unit", Text: "Vui lòng chọn đơn vị trong danh sách gợi ý."}
	}
	return code, nil
}

func (p *Pages) competence(v *door.Visit) (cases.Competence, error) {
	unit, err := p.unit(v)
	return cases.Competence{Unit: unit, Ground: cases.Concern(v.Text("ground")), Why: v.Text("why")}, err
}

func (p *Pages) class(v *door.Visit) (cases.Class, error) {
	readers, err := p.readers(v)
	return cases.Class{Severity: cases.Severity(v.Text("severity")), Access: cases.Access(v.Text("access")), Readers: readers}, err
}

// revision is the one that the page showed; 0, which there is none of, when it is missing.
func revision(v *door.Visit) int {
	n, err := strconv.Atoi(v.Text("revision"))
	if err != nil {
		return 0
	}
	return n
}

// readers are the officers whose addresses were typed, one on a line.
func (p *Pages) readers(v *door.Visit) ([]string, error) {
	var ids []string
	for _, email := range edge.List(v.Text("readers")) {
		o, err := p.Store.OfficerByEmail(v.Ctx, email)
		if errors.Is(err, desk.ErrNotFound) {
			return nil, &desk.InvalidError{Field: "readers", Text: "Không có tài khoản cán bộ " + email + ". Vui lòng kiểm tra lại địa chỉ."}
		}
		if err != nil {
			return nil, err
		}
		ids = append(ids, o.ID)
	}
	return ids, nil
}
