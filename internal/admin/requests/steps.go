package requests

import (
	"errors"
	"net/http"
	"strconv"

	"phatngon/internal/admin/door"
	"phatngon/internal/desk"
	"phatngon/internal/desk/publication"
	"phatngon/internal/desk/request"
	"phatngon/internal/edge"
	"phatngon/internal/flow/requests"
	"phatngon/knowledge/statement"
)

func (p *Pages) postAssign(v *door.Visit) error {
	at, err := requestRef(v)
	if err != nil {
		return err
	}
	err = p.Flow.Requests.Assign(v.Ctx, v.Officer, at)
	return p.stepped(v, at, "assign", err, "Anh/Chị đã nhận xử lý yêu cầu này.")
}

func (p *Pages) postTransfer(v *door.Visit) error {
	at, err := requestRef(v)
	if err != nil {
		return err
	}
	unit, ok := p.Units.Pick(v.Text("unit"))
	if !ok {
		err = &desk.InvalidError{Field: "unit", Text: "Vui lòng chọn đơn vị nhận trong danh sách gợi ý."}
	} else {
		err = p.Flow.Requests.Transfer(v.Ctx, v.Officer, at, unit, v.Text("reason"))
	}
	return p.stepped(v, at, "transfer", err, "Đã chuyển yêu cầu tới "+p.Units.Name(unit)+".")
}

func (p *Pages) postDraft(v *door.Visit) error {
	at, err := requestRef(v)
	if err != nil {
		return err
	}
	err = p.Flow.Requests.SaveDraft(v.Ctx, v.Officer, at, reply(v))
	action := "draft"
	if v.Text("outcome") == string(request.Denied) {
		action = "deny"
	}
	if err == nil {
		err = p.submitted(v)
	}
	return p.stepped(v, at, action, err, "Đã lưu bản thảo và trình người phát ngôn duyệt.")
}

// reply is what was typed of an answer or a refusal.
// submitted forgets the words that have become the draft; what another page has typed since
// stays.
func (p *Pages) submitted(v *door.Visit) error {
	typed, err := typedScratch(v)
	if err == nil && typed.ID != "" {
		err = p.Flow.Requests.DropScratch(v.Ctx, v.Officer, typed)
	}
	if errors.Is(err, desk.ErrConflict) {
		return nil
	}
	return err
}

func reply(v *door.Visit) request.Reply {
	return request.Reply{Text: v.Text("text"), Outcome: request.Outcome(v.Text("outcome")), Ground: v.Text("ground"), Masked: v.Text("masked"), Instead: v.Text("instead")}
}

func (p *Pages) postReturn(v *door.Visit) error {
	at, err := requestRef(v)
	if err != nil {
		return err
	}
	err = p.Flow.Requests.ReturnDraft(v.Ctx, v.Officer, at, v.Text("reason"))
	return p.stepped(v, at, "return", err, "Đã trả lại bản thảo để sửa.")
}

// postApprove signs the revision that the page showed, and only with the
// confirmation ticked.
func (p *Pages) postApprove(v *door.Visit) error {
	at, err := requestRef(v)
	if err != nil {
		return err
	}
	revision, err := strconv.Atoi(v.Text("revision"))
	if err != nil {
		return &desk.InvalidError{Field: "revision", Text: "Biểu mẫu thiếu số lần soạn. Vui lòng mở lại trang."}
	}
	if v.Text("confirm") == "" {
		err = &desk.InvalidError{Field: "confirm", Text: "Vui lòng đánh dấu xác nhận đây là phát ngôn chính thức trước khi phê duyệt."}
	} else {
		err = p.Flow.Requests.Approve(v.Ctx, v.Officer, at, revision)
	}
	return p.stepped(v, at, "approve", err, p.approved(v, at))
}

// approved says what follows from a signature.
func (p *Pages) approved(v *door.Visit, at requests.Ref) string {
	r, err := p.Store.Request(v.Ctx, at.Code)
	switch {
	case err == nil && r.Parts[at.Part].Held:
		return "Đã phê duyệt. Người hỏi chọn nhận chung một lần nên kết quả được gửi khi mọi phần đã xong."
	case err == nil && r.Parts[at.Part].Refusal != nil:
		return "Đã ký từ chối cung cấp. Căn cứ và lý do được gửi ngay khi Zalo nhận; tình trạng gửi hiện ở trang của yêu cầu."
	}
	return "Đã phê duyệt. Câu trả lời được gửi ngay khi Zalo nhận; tình trạng gửi hiện ở trang của yêu cầu."
}

func (p *Pages) postPublish(v *door.Visit) error {
	at, err := requestRef(v)
	if err != nil {
		return err
	}
	s, err := p.Flow.Statements.PublishAnswer(v.Ctx, v.Officer, at.Code, at.Part, at.Version, publication.Publication{
		Title: v.Text("title"), Audience: statement.Audience(v.Text("audience")),
		Topics: edge.List(v.Text("topics")), Questions: edge.Lines(v.Text("questions")),
		Confirmed: v.All("confirmed"),
	})
	done := "Đã công bố thành phát ngôn " + s.Code + ". Từ giờ trợ lý trả lời bằng phát ngôn này."
	if s.Status == statement.StatusDraft {
		done = "Đã lưu bản nháp " + s.Code + ", chưa công bố. Người phát ngôn không viết lời nào trong đó mở phát ngôn này và công bố."
	}
	return p.stepped(v, at, "publish", err, done)
}

// requestRef reads which request, in which version, a form is about.
func requestRef(v *door.Visit) (requests.Ref, error) {
	part, err := strconv.Atoi(v.Text("part"))
	if err != nil || part < 0 {
		return requests.Ref{}, desk.ErrNotFound
	}
	version, err := v.Version()
	if err != nil {
		return requests.Ref{}, err
	}
	return requests.Ref{Code: v.Param("code"), Version: version, Part: part}, nil
}

// stepped answers a step. One that failed on what was typed, or because
// someone was faster, shows the request as it now is with the forms as they
// were typed; any other failure is a page of its own.
func (p *Pages) stepped(v *door.Visit, at requests.Ref, action string, err error, done string) error {
	if err == nil {
		return v.Redirect(p.afterStep(v, at.Code), done)
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
	form := typedStep(v, action, r.Parts[at.Part])
	if stale {
		form.Stale, form.Error = true, "Đã có người thay đổi yêu cầu này trong lúc Anh/Chị thao tác, nên chưa lưu. Vui lòng xem bản mới nhất rồi thực hiện lại nếu vẫn đúng; nội dung Anh/Chị đã nhập vẫn được giữ ở đây."
		if action == "draft" || action == "deny" {
			form.Theirs = r.Parts[at.Part].Draft
		}
		return p.showRequest(v, http.StatusConflict, r, at.Part, form)
	}
	form.Error, form.Field = invalid.Text, invalid.Field
	return p.showRequest(v, http.StatusUnprocessableEntity, r, at.Part, form)
}

// afterStep is the request's page, or the queue for whom the step took the
// request away from.
func (p *Pages) afterStep(v *door.Visit, code string) string {
	if _, err := p.visibleRequest(v); err != nil {
		return "/admin/"
	}
	return then(v, code)
}

// typedStep keeps what was typed into the form of action; the other forms start
// afresh.
func typedStep(v *door.Visit, action string, part request.Part) stepForm {
	f := freshForm(part)
	f.Failed = action
	switch action {
	case "draft":
		f.Draft, f.Scratch = v.Text("text"), typedScratchRef(v)
		f.Outcome, f.Ground, f.Masked = v.Text("outcome"), v.Text("ground"), v.Text("masked")
	case "deny":
		f.Reason, f.Ground, f.Instead = v.Text("text"), v.Text("ground"), v.Text("instead")
	case "split":
		f.Pieces = typedPieces(v)
	case "publish":
		f.Title, f.Topics, f.Questions, f.Audience = v.Text("title"), v.Text("topics"), v.Text("questions"), v.Text("audience")
		f.Confirmed = v.All("confirmed")
	default:
		f.Reason, f.Unit, f.Ground, f.Amount = v.Text("reason"), v.Text("unit"), v.Text("ground"), v.Text("amount")
	}
	return f
}
