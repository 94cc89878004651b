package cases

import (
	"errors"
	"net/http"
	"strconv"

	"phatngon/internal/admin/door"
	"phatngon/internal/desk"
	"phatngon/internal/desk/cases"
	flowcases "phatngon/internal/flow/cases"
)

// postStep takes a step. The rules are asked again by the flow, whatever a page offered:
// a form that was made up is refused like any other.
func (p *Pages) postStep(v *door.Visit) error {
	version, err := v.Version()
	if err != nil {
		return err
	}
	at := flowcases.Ref{Code: v.Param("code"), Version: version}
	done, err := p.step(v, v.Param("action"), at)
	var invalid *desk.InvalidError
	switch {
	case err == nil:
		return v.Redirect(caseURL(at.Code), done)
	case errors.As(err, &invalid):
		return p.show(v, http.StatusUnprocessableEntity, invalid.Text, typedIn(v))
	case errors.Is(err, desk.ErrConflict):
		return p.show(v, http.StatusConflict, "Đã có người thay đổi vụ việc này trong lúc Anh/Chị thao tác, nên chưa lưu. Vui lòng xem lại rồi thực hiện lại nếu vẫn đúng; nội dung đã nhập vẫn được giữ.", typedIn(v))
	}
	return err
}

func typedIn(v *door.Visit) typed {
	return typed{v.Param("action"), v.Text("claim"), v.Text("text"), v.Text("why"), v.Text("outcome")}
}

// step is the switch from a form to what it does, and what is then said.
func (p *Pages) step(v *door.Visit, action string, at flowcases.Ref) (string, error) {
	f, by, why := p.Flow.Cases, v.Officer, v.Text("why")
	switch action {
	case cases.ActClassify:
		return "Đã phân loại và giao đơn vị.", p.classify(v, at)
	case cases.ActVerify:
		return "Đã bắt đầu kiểm chứng.", f.Verify(v.Ctx, by, at)
	case cases.ActDraft:
		finding := cases.Finding{Outcome: cases.Outcome(v.Text("outcome")), Claim: v.Text("claim"), Text: v.Text("text")}
		return "Đã lưu dự thảo kết luận, chờ người phát ngôn khác ký.", f.SaveDraft(v.Ctx, by, at, finding)
	case cases.ActReturn:
		return "Đã trả lại dự thảo để sửa.", f.ReturnDraft(v.Ctx, by, at, why)
	case cases.ActConclude:
		return "Đã ký kết luận. Kết luận chưa công bố.", p.conclude(v, at)
	case cases.ActLabel:
		return "Đã ghi nhận việc gắn nhãn. Nhãn chưa công bố.", f.Label(v.Ctx, by, at)
	case cases.ActPublish:
		return "Đã công bố. Người báo tin được báo ngay khi Zalo nhận.", f.Publish(v.Ctx, by, at)
	case cases.ActUnlabel:
		return "Đã gỡ nhãn; phát ngôn về kết luận này thôi hiệu lực.", f.Unlabel(v.Ctx, by, at, why)
	}
	return p.close(v, action, at, why)
}

// close takes the steps that end a case or give it away.
func (p *Pages) close(v *door.Visit, action string, at flowcases.Ref, why string) (string, error) {
	f, by, to := p.Flow.Cases, v.Officer, v.Text("to")
	switch action {
	case cases.ActForward:
		return "Đã ghi nhận việc chuyển.", f.SendOn(v.Ctx, by, at, to, why)
	case cases.ActFinish:
		return "Đã kết thúc vụ việc.", f.Finish(v.Ctx, by, at, why)
	case cases.ActReject:
		return "Đã ghi không thụ lý.", f.Reject(v.Ctx, by, at, cases.Ground(v.Text("ground")), why)
	case cases.ActRefer:
		return "Đã ghi nhận việc chuyển cơ quan khác.", f.Refer(v.Ctx, by, at, to, why)
	case cases.ActReopen:
		return "Đã mở lại vụ việc.", f.Reopen(v.Ctx, by, at, why)
	case cases.ActMerge:
		return "Đã gộp vụ việc.", f.Merge(v.Ctx, by, at, to, why)
	}
	return "", desk.ErrNotFound
}

func (p *Pages) classify(v *door.Visit, at flowcases.Ref) error {
	unit, ok := p.Units.Pick(v.Text("unit"))
	if !ok {
		return &desk.InvalidError{Field: "unit", Text: "Vui lòng chọn đơn vị trong danh sách gợi ý."}
	}
	class := cases.Class{Severity: cases.Severity(v.Text("severity")), Access: cases.Access(v.Text("access")), Readers: v.All("readers")}
	return p.Flow.Cases.Classify(v.Ctx, v.Officer, at, class, cases.Competence{Unit: unit, Ground: cases.Concern(v.Text("ground")), Why: v.Text("why")})
}

// conclude signs the revision that the page showed, only with the confirmation ticked.
func (p *Pages) conclude(v *door.Visit, at flowcases.Ref) error {
	revision, err := strconv.Atoi(v.Text("revision"))
	if err != nil {
		return &desk.InvalidError{Field: "revision", Text: "Biểu mẫu thiếu số lần soạn. Vui lòng mở lại trang."}
	}
	if v.Text("confirm") == "" {
		return &desk.InvalidError{Field: "confirm", Text: "Vui lòng đánh dấu xác nhận trước khi ký kết luận."}
	}
	return p.Flow.Cases.Conclude(v.Ctx, v.Officer, at, revision)
}
