package bot

import (
	"fmt"

	"phatngon/internal/desk"
	"phatngon/knowledge"
)

// RequestAnswered is what the requester hears of a part that was signed or
// refused. The signed words stand as they were signed.
func RequestAnswered(r desk.Request, part int, unit, publicURL string) Reply {
	p := r.Parts[part]
	if p.Refusal != nil && p.Approval == nil {
		ground := groundText(r.RequesterKind, p.Refusal.Ground)
		return Reply{Text: fmt.Sprintf("Yêu cầu %s: %s chưa cung cấp thông tin vì: %s. Lý do: %s\n\nAnh/Chị có thể gửi yêu cầu khác hoặc gõ “gặp cán bộ” để được hướng dẫn.",
			r.Code, unit, ground, p.Refusal.Reason)}
	}
	a := p.Approval
	return Reply{Text: fmt.Sprintf("Yêu cầu %s của Anh/Chị đã có trả lời chính thức.\n\n“%s”\n\n— %s, %s, %s, ngày %s.",
		r.Code, a.Text, a.Spokesperson, a.Position, unit, a.At.In(desk.Zone).Format("02/01/2006"))}
}

// StatementChanged tells who was quoted a statement what became of it.
func StatementChanged(s knowledge.Statement, unit, publicURL string) Reply {
	link := publicURL + "/s/" + s.Code
	head := fmt.Sprintf("Thông tin Anh/Chị đã nhận từ phát ngôn “%s” (%s) ", s.Title, unit)
	switch s.Status {
	case knowledge.StatusWithdrawn:
		return Reply{Text: head + fmt.Sprintf("đã được rút lại. Lý do: %s. Xin không tiếp tục trích dẫn.\nXem: %s", s.WithdrawalReason, link)}
	case knowledge.StatusSuperseded:
		return Reply{Text: head + "đã được thay thế bằng phát ngôn mới. Xin dùng bản mới khi trích dẫn.\nXem: " + link}
	}
	return Reply{Text: head + "đã được đính chính. Xin dùng bản hiện hành khi trích dẫn.\nXem: " + link}
}

// groundText names a legal ground of refusal with its basis.
func groundText(kind desk.RequesterKind, code string) string {
	for _, g := range desk.Grounds(kind) {
		if g.Code == code {
			return g.Text + " (" + g.Basis + ")"
		}
	}
	return code
}
