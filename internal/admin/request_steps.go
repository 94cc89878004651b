package admin

import (
	"errors"
	"strconv"

	"github.com/gofiber/fiber/v2"

	"phatngon/internal/desk"
	"phatngon/internal/desk/request"
	"phatngon/internal/flow"
	"phatngon/knowledge"
)

func (p *panel) postAssign(v *visit) error {
	at, err := v.requestRef()
	if err != nil {
		return err
	}
	err = p.Flow.Assign(v.ctx, v.officer, at)
	return p.stepped(v, at, "assign", err, "Anh/Chị đã nhận xử lý yêu cầu này.")
}

func (p *panel) postTransfer(v *visit) error {
	at, err := v.requestRef()
	if err != nil {
		return err
	}
	unit, ok := p.pickUnit(v.text("unit"))
	if !ok {
		err = &desk.InvalidError{Field: "unit", Text: "Vui lòng chọn đơn vị nhận trong danh sách gợi ý."}
	} else {
		err = p.Flow.Transfer(v.ctx, v.officer, at, unit, v.text("reason"))
	}
	return p.stepped(v, at, "transfer", err, "Đã chuyển yêu cầu tới "+p.unitName(unit)+".")
}

func (p *panel) postDraft(v *visit) error {
	at, err := v.requestRef()
	if err != nil {
		return err
	}
	err = p.Flow.SaveDraft(v.ctx, v.officer, at, v.text("text"))
	return p.stepped(v, at, "draft", err, "Đã lưu bản thảo và trình người phát ngôn duyệt.")
}

func (p *panel) postReturn(v *visit) error {
	at, err := v.requestRef()
	if err != nil {
		return err
	}
	err = p.Flow.ReturnDraft(v.ctx, v.officer, at, v.text("reason"))
	return p.stepped(v, at, "return", err, "Đã trả lại bản thảo để sửa.")
}

// postApprove signs the revision that the page showed, and only with the
// confirmation ticked.
func (p *panel) postApprove(v *visit) error {
	at, err := v.requestRef()
	if err != nil {
		return err
	}
	revision, err := strconv.Atoi(v.text("revision"))
	if err != nil {
		return &desk.InvalidError{Field: "revision", Text: "Biểu mẫu thiếu số lần soạn. Vui lòng mở lại trang."}
	}
	if v.text("confirm") == "" {
		err = &desk.InvalidError{Field: "confirm", Text: "Vui lòng đánh dấu xác nhận đây là phát ngôn chính thức trước khi phê duyệt."}
	} else {
		err = p.Flow.Approve(v.ctx, v.officer, at, revision)
	}
	return p.stepped(v, at, "approve", err, "Đã phê duyệt. Câu trả lời đang được gửi tới người hỏi.")
}

func (p *panel) postRefuse(v *visit) error {
	at, err := v.requestRef()
	if err != nil {
		return err
	}
	err = p.Flow.Refuse(v.ctx, v.officer, at, v.text("ground"), v.text("reason"))
	return p.stepped(v, at, "refuse", err, "Đã từ chối cung cấp; căn cứ và lý do đang được gửi tới người hỏi.")
}

func (p *panel) postPublish(v *visit) error {
	at, err := v.requestRef()
	if err != nil {
		return err
	}
	code, err := p.Flow.PublishAnswer(v.ctx, v.officer, at, flow.PublishInput{
		Title: v.text("title"), Audience: knowledge.Audience(v.text("audience")),
		Topics: v.list("topics"), Questions: v.lines("questions"),
	})
	return p.stepped(v, at, "publish", err, "Đã công bố thành phát ngôn "+code+". Từ giờ trợ lý trả lời bằng phát ngôn này.")
}

// requestRef reads which request, in which version, a form is about.
func (v *visit) requestRef() (flow.RequestRef, error) {
	part, err := strconv.Atoi(v.text("part"))
	if err != nil || part < 0 {
		return flow.RequestRef{}, desk.ErrNotFound
	}
	version, err := v.version()
	if err != nil {
		return flow.RequestRef{}, err
	}
	return flow.RequestRef{Code: v.param("code"), Version: version, Part: part}, nil
}

// stepped answers a step. One that failed on what was typed, or because
// someone was faster, shows the request as it now is with the forms as they
// were typed; any other failure is a page of its own.
func (p *panel) stepped(v *visit, at flow.RequestRef, action string, err error, done string) error {
	if err == nil {
		return v.redirect(p.afterStep(v, at.Code), done)
	}
	var invalid *desk.InvalidError
	stale := errors.Is(err, desk.ErrConflict)
	if !stale && !errors.As(err, &invalid) {
		return err
	}
	r, lost := p.visibleRequest(v)
	if lost != nil || at.Part >= len(r.Parts) {
		return errors.Join(err, lost)
	}
	form := v.stepForm(action, r, r.Parts[at.Part])
	if stale {
		form.Stale, form.Error = true, "Đã có người thay đổi yêu cầu này trong lúc Anh/Chị thao tác, nên chưa lưu. Vui lòng xem bản mới nhất rồi thực hiện lại nếu vẫn đúng; nội dung Anh/Chị đã nhập vẫn được giữ ở đây."
		if action == "draft" {
			form.Theirs = r.Parts[at.Part].Draft
		}
		return p.showRequest(v, fiber.StatusConflict, r, at.Part, form)
	}
	form.Error, form.Field = invalid.Text, invalid.Field
	return p.showRequest(v, fiber.StatusUnprocessableEntity, r, at.Part, form)
}

// afterStep is the request's page, or the queue for whom the step took the
// request away from.
func (p *panel) afterStep(v *visit, code string) string {
	if _, err := p.visibleRequest(v); err != nil {
		return "/admin/"
	}
	return requestURL(code)
}

// stepForm keeps what was typed into the form of action; the other forms start
// afresh.
func (v *visit) stepForm(action string, r request.Request, part request.Part) stepForm {
	f := freshForm(r, part)
	f.Failed = action
	switch action {
	case "draft":
		f.Draft = v.text("text")
	case "publish":
		f.Title, f.Topics, f.Questions, f.Audience = v.text("title"), v.text("topics"), v.text("questions"), v.text("audience")
	default:
		f.Reason, f.Unit, f.Ground = v.text("reason"), v.text("unit"), v.text("ground")
	}
	return f
}
