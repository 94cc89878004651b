package door

import (
	"errors"
	"net/url"
	"strings"

	"github.com/gofiber/fiber/v2"

	"phatngon/internal/edge"
)

// failurePage tells what went wrong, what to do next, and gives back what was
// typed.
type failurePage struct {
	Page
	Status int
	Text   string
	Next   Link
	Typed  []typedField
}

// Link leads on to a page.
type Link struct{ URL, Text string }

// typedField is free text of a form that was not accepted.
type typedField struct{ Label, Text string }

// explain words every error for officers.
func explain(err error) failurePage {
	home := Link{"/admin/", "Về danh sách yêu cầu"}
	switch {
	case errors.Is(err, errSignedOut):
		return failure(401, "Phiên làm việc đã hết", "Anh/Chị vui lòng đăng nhập lại. Nội dung vừa nhập được giữ ở dưới để sao chép.", Link{"", "Đăng nhập"})
	case errors.Is(err, errForged):
		return failure(403, "Biểu mẫu đã hết hạn", "Anh/Chị vui lòng mở lại trang rồi gửi lại. Nội dung vừa nhập được giữ ở dưới để sao chép.", home)
	case errors.Is(err, errForeign):
		return failure(403, "Biểu mẫu đến từ trang khác", "Vì an toàn, hệ thống chỉ nhận biểu mẫu gửi từ chính trang này. Anh/Chị vui lòng mở trang từ địa chỉ chính thức.", home)
	case errors.Is(err, errUnenroled):
		return failure(403, "Cần bật xác thực hai bước trước", "Vai trò của Anh/Chị bắt buộc xác thực hai bước. Anh/Chị vui lòng bật rồi gửi lại. Nội dung vừa nhập được giữ ở dưới để sao chép.", Link{SecondFactorPath, "Bật xác thực hai bước"})
	}
	kind := edge.KindOf(err)
	title, text := words(kind)
	if own := edge.TextOf(err); own != "" {
		text = own
	}
	if kind == edge.Invalid {
		home = Link{} // the form is one step back
	}
	return failure(kind.Status(), title, text, home)
}

// words are the panel's for what went wrong.
func words(kind edge.Kind) (title, text string) {
	switch kind {
	case edge.Ruled:
		return "Không thực hiện được bước này", ""
	case edge.Invalid:
		return "Thông tin chưa hợp lệ", ""
	case edge.Forbidden:
		return "Anh/Chị không có quyền vào mục này", "Nếu cần quyền này, Anh/Chị vui lòng liên hệ quản trị viên của hệ thống."
	case edge.Missing:
		return "Không tìm thấy", "Mục này không có hoặc đã được đổi. Anh/Chị vui lòng kiểm tra lại đường dẫn hoặc mã."
	case edge.Conflict:
		return "Đã có người thay đổi trước Anh/Chị", "Anh/Chị vui lòng mở lại trang để xem bản mới nhất rồi thực hiện lại."
	case edge.Late:
		return "Hệ thống đang bận", "Anh/Chị vui lòng thử lại sau ít phút. Thao tác có thể đã hoặc chưa được ghi; hãy mở lại trang để kiểm tra."
	}
	return "Hệ thống gặp lỗi", "Lỗi đã được ghi lại. Anh/Chị vui lòng thử lại sau ít phút; nếu vẫn lỗi, hãy báo quản trị viên."
}

func failure(status int, title, text string, next Link) failurePage {
	return failurePage{Page: Page{Title: title}, Status: status, Text: text, Next: next}
}

// fail answers with the page of err, and is where what broke a page is logged.
func (v *Visit) fail(err error) error {
	f := explain(err)
	if f.Status >= 500 {
		v.door.Log.ErrorContext(v.Ctx, "panel page failed", "method", v.c.Method(), "route", v.c.Route().Path, "error", err)
	}
	if !errors.Is(err, errForeign) {
		f.Typed = v.typed()
	}
	if errors.Is(err, errSignedOut) && len(f.Typed) == 0 {
		return v.c.Redirect(v.loginURL(), fiber.StatusSeeOther)
	}
	if errors.Is(err, errUnenroled) && v.c.Method() == fiber.MethodGet {
		return v.c.Redirect(SecondFactorPath, fiber.StatusSeeOther)
	}
	if errors.Is(err, errSignedOut) {
		f.Next.URL = v.loginURL()
	}
	if back := v.formPage(); back != "" && !errors.Is(err, errSignedOut) && !errors.Is(err, errUnenroled) {
		f.Next = Link{back, "Mở lại trang để xem bản mới nhất"}
	}
	f.Page = v.Page(f.Title, "")
	return v.Render(f.Status, "failure", f)
}

// loginURL comes back to the page asked for, or to the page that the form
// sent stands on.
func (v *Visit) loginURL() string {
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
func (v *Visit) formPage() string {
	code := v.Param("code")
	if v.c.Method() != fiber.MethodPost || code == "" {
		return ""
	}
	if strings.HasPrefix(v.c.Path(), "/admin/statements/") {
		return StatementURL(code)
	}
	return RequestURL(code)
}

// freeText names the fields worth giving back when a form's page cannot be
// shown again.
var freeText = [...]struct{ name, label string }{
	{"title", "Tiêu đề"}, {"text", "Nội dung trả lời"}, {"body", "Nguyên văn"}, {"reason", "Lý do"},
	{"remark", "Ghi chú"}, {"data", "Dữ liệu"}, {"topics", "Chủ đề"}, {"places", "Địa bàn"}, {"questions", "Câu hỏi gợi ý"},
}

func (v *Visit) typed() []typedField {
	if v.c.Method() != fiber.MethodPost {
		return nil
	}
	var out []typedField
	for _, f := range freeText {
		if text := v.Text(f.name); text != "" {
			out = append(out, typedField{f.label, text})
		}
	}
	return out
}

// RequestURL is the page of a request.
func RequestURL(code string) string { return "/admin/requests/" + url.PathEscape(code) }

// StatementURL is the page of a statement.
func StatementURL(code string) string { return "/admin/statements/" + url.PathEscape(code) }
