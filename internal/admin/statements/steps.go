package statements

import (
	"phatngon/internal/admin/door"
	"phatngon/internal/desk"
	"phatngon/internal/edge"
)

// postStatementPublish puts what is pending into force, on the confirmation
// of a spokesperson who did not write it.
func (p *Pages) postStatementPublish(v *door.Visit) error {
	version, err := v.Version()
	switch {
	case err != nil:
	case v.Text("confirm") == "":
		err = &desk.InvalidError{Field: "confirm", Text: "Vui lòng đánh dấu xác nhận đây là phát ngôn chính thức trước khi công bố."}
	default:
		err = p.Flow.Statements.Publish(v.Ctx, v.Officer, v.Param("code"), version, v.All("confirmed")...)
	}
	return p.statementStepped(v, "publish", err, "Đã công bố phát ngôn. Từ giờ trợ lý trả lời bằng phát ngôn này.")
}

// postWithdraw stops a statement from being quoted; who was told it is told.
func (p *Pages) postWithdraw(v *door.Visit) error {
	version, err := v.Version()
	if err == nil {
		err = p.Flow.Statements.Withdraw(v.Ctx, v.Officer, v.Param("code"), version, v.Text("reason"))
	}
	return p.statementStepped(v, "withdraw", err, "Đã thu hồi phát ngôn. Trợ lý không còn trích phát ngôn này.")
}

func (p *Pages) statementStepped(v *door.Visit, action string, err error, done string) error {
	if err == nil {
		return v.Redirect(door.StatementURL(v.Param("code")), done)
	}
	text, status := mistakeOf(err)
	if text == "" {
		return err
	}
	return p.showStatement(v, status, statementPage{Failed: action, Error: text, Reason: v.Text("reason"), Confirmed: v.All("confirmed")})
}

// mistakeOf is the sentence to show beside a form, for the failures that are
// answered with the form itself: what was typed, or someone was faster. It is
// empty for all others.
func mistakeOf(err error) (text string, status int) {
	switch kind := edge.KindOf(err); kind {
	case edge.Invalid:
		return edge.TextOf(err), kind.Status()
	case edge.Conflict:
		return "Đã có người thay đổi trong lúc Anh/Chị thao tác, nên chưa lưu. Vui lòng xem bản mới nhất; nội dung Anh/Chị nhập vẫn còn trong ô.", kind.Status()
	}
	return "", 0
}
