package admin

import (
	"context"
	"errors"
	"net/url"
	"strings"

	"github.com/gofiber/fiber/v2"

	"phatngon/internal/desk"
)

// failurePage tells what went wrong, what to do next, and gives back what was
// typed.
type failurePage struct {
	page
	Status  int
	Text    string
	Next    link
	Typed   []typedField
	Refused bool // a rule forbade the step
}

type link struct{ URL, Text string }

// typedField is free text of a form that was not accepted.
type typedField struct{ Label, Text string }

// explain is the panel's only table from errors to pages.
func explain(err error) failurePage {
	home := link{"/admin/", "Về danh sách yêu cầu"}
	var invalid *desk.InvalidError
	var rule *desk.RuleError
	switch {
	case errors.As(err, &rule):
		return failure(403, "Không thực hiện được bước này", rule.Text, home)
	case errors.As(err, &invalid):
		return failure(422, "Thông tin chưa hợp lệ", invalid.Text, link{})
	case errors.Is(err, errSignedOut):
		return failure(401, "Phiên làm việc đã hết", "Anh/Chị vui lòng đăng nhập lại. Nội dung vừa nhập được giữ ở dưới để sao chép.", link{"", "Đăng nhập"})
	case errors.Is(err, errForged):
		return failure(403, "Biểu mẫu đã hết hạn", "Anh/Chị vui lòng mở lại trang rồi gửi lại. Nội dung vừa nhập được giữ ở dưới để sao chép.", home)
	case errors.Is(err, errForeign):
		return failure(403, "Biểu mẫu đến từ trang khác", "Vì an toàn, hệ thống chỉ nhận biểu mẫu gửi từ chính trang này. Anh/Chị vui lòng mở trang từ địa chỉ chính thức.", home)
	case errors.Is(err, desk.ErrForbidden):
		return failure(403, "Anh/Chị không có quyền vào mục này", "Nếu cần quyền này, Anh/Chị vui lòng liên hệ quản trị viên của hệ thống.", home)
	case errors.Is(err, desk.ErrNotFound):
		return failure(404, "Không tìm thấy", "Mục này không có hoặc đã được đổi. Anh/Chị vui lòng kiểm tra lại đường dẫn hoặc mã.", home)
	case errors.Is(err, desk.ErrConflict):
		return failure(409, "Đã có người thay đổi trước Anh/Chị", "Anh/Chị vui lòng mở lại trang để xem bản mới nhất rồi thực hiện lại.", home)
	case errors.Is(err, context.DeadlineExceeded):
		return failure(503, "Hệ thống đang bận", "Anh/Chị vui lòng thử lại sau ít phút. Thao tác có thể đã hoặc chưa được ghi; hãy mở lại trang để kiểm tra.", home)
	}
	return failure(500, "Hệ thống gặp lỗi", "Lỗi đã được ghi lại. Anh/Chị vui lòng thử lại sau ít phút; nếu vẫn lỗi, hãy báo quản trị viên.", home)
}

func failure(status int, title, text string, next link) failurePage {
	return failurePage{page: page{Title: title}, Status: status, Text: text, Next: next}
}

// fail answers with the page of err. It is the only place that logs.
func (v *visit) fail(err error) error {
	f := explain(err)
	if f.Status >= 500 {
		v.panel.Log.ErrorContext(v.ctx, "panel page failed", "method", v.c.Method(), "route", v.c.Route().Path, "error", err)
	}
	if !errors.Is(err, errForeign) {
		f.Typed = v.typed()
	}
	if errors.Is(err, errSignedOut) && len(f.Typed) == 0 {
		return v.c.Redirect(v.loginURL(), fiber.StatusSeeOther)
	}
	if errors.Is(err, errSignedOut) {
		f.Next.URL = v.loginURL()
	}
	if back := v.formPage(); back != "" && !errors.Is(err, errSignedOut) {
		f.Next = link{back, "Mở lại trang để xem bản mới nhất"}
	}
	f.page = v.page(f.Title, "")
	return v.render(f.Status, "failure", f)
}

// loginURL comes back to the page asked for, or to the page that the form
// sent stands on.
func (v *visit) loginURL() string {
	next := v.formPage()
	if v.c.Method() == fiber.MethodGet {
		next = v.c.OriginalURL()
	}
	if next == "" || next == "/admin/" {
		return "/admin/login"
	}
	return "/admin/login?next=" + url.QueryEscape(next)
}

// formPage is the page that a form about a request or a statement stands on.
func (v *visit) formPage() string {
	code := v.param("code")
	if v.c.Method() != fiber.MethodPost || code == "" {
		return ""
	}
	if strings.HasPrefix(v.c.Path(), "/admin/statements/") {
		return statementURL(code)
	}
	return requestURL(code)
}

// freeText names the fields worth giving back when a form's page cannot be
// shown again.
var freeText = [...]struct{ name, label string }{
	{"title", "Tiêu đề"}, {"text", "Nội dung trả lời"}, {"body", "Nguyên văn"}, {"reason", "Lý do"},
	{"topics", "Chủ đề"}, {"places", "Địa bàn"}, {"questions", "Câu hỏi gợi ý"},
}

func (v *visit) typed() []typedField {
	if v.c.Method() != fiber.MethodPost {
		return nil
	}
	var out []typedField
	for _, f := range freeText {
		if text := v.text(f.name); text != "" {
			out = append(out, typedField{f.label, text})
		}
	}
	return out
}

// getNothing answers addresses the panel does not have.
func (p *panel) getNothing(*visit) error { return desk.ErrNotFound }

// getRequestAgain and getStatementAgain answer the address of a form that was
// opened as a page, say from a browser's history.
func (p *panel) getRequestAgain(v *visit) error { return v.redirect(requestURL(v.param("code")), "") }
func (p *panel) getStatementAgain(v *visit) error {
	return v.redirect(statementURL(v.param("code")), "")
}

// mistakeOf is the sentence to show beside a form, for the failures that are
// answered with the form itself: what was typed, or someone was faster. It is
// empty for all others.
func mistakeOf(err error) (text string, status int) {
	var invalid *desk.InvalidError
	switch {
	case errors.As(err, &invalid):
		return invalid.Text, fiber.StatusUnprocessableEntity
	case errors.Is(err, desk.ErrConflict):
		return "Đã có người thay đổi trong lúc Anh/Chị thao tác, nên chưa lưu. Vui lòng xem bản mới nhất; nội dung Anh/Chị nhập vẫn còn trong ô.", fiber.StatusConflict
	}
	return "", 0
}
