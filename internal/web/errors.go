package web

import (
	"errors"
	"fmt"
	"runtime/debug"
	"strings"

	"github.com/gofiber/fiber/v2"

	"phatngon/internal/desk"
	"phatngon/internal/edge"
	"phatngon/internal/zalo"
)

// Faults of this surface, beside the desk's.
var (
	errSignedOut = errors.New("no valid session")
	errTooMany   = errors.New("too many requests")
	errMalformed = errors.New("body is not the JSON that is expected")
)

// errNoPage is the same whether there is no statement, or one that not everybody
// may read.
var errNoPage = fmt.Errorf("%w: no public page", desk.ErrNotFound)

// fieldErrors are the faults of a form: field → Vietnamese sentence.
type fieldErrors map[string]string

func (fieldErrors) Error() string { return "fields are missing or wrong" }

// problem is a problem document (RFC 9457); Detail is for people.
type problem struct {
	Type   string      `json:"type"`
	Title  string      `json:"title"`
	Status int         `json:"status"`
	Detail string      `json:"detail"`
	Errors fieldErrors `json:"errors,omitempty"`
}

// explain words every error for this surface's readers. What it does not know
// is a 500 with a fixed sentence.
func explain(err error) problem {
	if p, own := explainOwn(err); own {
		return p
	}
	if kind := edge.KindOf(err); kind != edge.Broken {
		p := problemOfKind(kind, err)
		p.Status = kind.Status()
		return p
	}
	var refused *zalo.APIError
	var server *fiber.Error
	switch {
	case errors.As(err, &refused):
		return problemOfZalo(refused)
	case errors.As(err, &server):
		return problemOfStatus(server.Code)
	}
	return problem{Title: "Hệ thống gặp lỗi", Status: 500, Detail: "Hệ thống gặp lỗi và đã ghi nhận. Anh/Chị vui lòng thử lại sau ít phút."}
}

// explainOwn words the faults that only this surface knows.
func explainOwn(err error) (p problem, own bool) {
	var fields fieldErrors
	switch {
	case errors.Is(err, errNotStored):
		return problem{Title: "Chưa ghi được", Status: 503, Detail: "Chưa ghi nhận được. Vui lòng gửi lại."}, true
	case errors.As(err, &fields):
		return problem{Title: "Thông tin chưa hợp lệ", Status: 422, Detail: "Anh/Chị vui lòng kiểm tra lại thông tin đã nhập.", Errors: fields}, true
	case errors.Is(err, errMalformed):
		return problem{Title: "Yêu cầu không đọc được", Status: 400, Detail: "Nội dung gửi lên không đúng định dạng. Anh/Chị vui lòng tải lại trang rồi thử lại."}, true
	case errors.Is(err, errSignedOut):
		return problem{Title: "Chưa đăng nhập", Status: 401, Detail: "Phiên làm việc đã hết hạn hoặc chưa có. Anh/Chị vui lòng mở lại ứng dụng để đăng nhập."}, true
	case errors.Is(err, zalo.ErrSignature):
		return problem{Title: "Chữ ký không đúng", Status: 401, Detail: "Không xác minh được nguồn gửi."}, true
	case errors.Is(err, errTooMany):
		return problem{Title: "Quá nhiều yêu cầu", Status: 429, Detail: "Anh/Chị thao tác hơi nhanh. Vui lòng chờ một phút rồi thử lại."}, true
	case errors.Is(err, errBusy):
		return problem{Title: "Hệ thống đang bận", Status: 503, Detail: "Hệ thống đang nhận nhiều nội dung cùng lúc. Anh/Chị vui lòng gửi lại sau ít phút."}, true
	case errors.Is(err, errNoPage):
		return problem{Title: "Không tìm thấy", Status: 404, Detail: "Không tìm thấy phát ngôn này. Anh/Chị vui lòng kiểm tra lại đường dẫn hoặc mã. Phát ngôn dành cho báo chí chỉ mở được trong Mini App, bằng tài khoản phóng viên đã xác minh."}, true
	}
	return problem{}, false
}

// problemOfKind words what the desk refuses.
func problemOfKind(kind edge.Kind, err error) problem {
	text := edge.TextOf(err)
	switch kind {
	case edge.Invalid:
		var invalid *desk.InvalidError
		errors.As(err, &invalid)
		return problem{Title: "Thông tin chưa hợp lệ", Detail: text, Errors: fieldErrors{invalid.Field: text}}
	case edge.Ruled:
		return problem{Title: "Không thực hiện được", Detail: text}
	case edge.Forbidden:
		return problem{Title: "Không được phép", Detail: "Anh/Chị chưa được phép thực hiện việc này."}
	case edge.Conflict:
		return problem{Title: "Đã thay đổi", Detail: "Nội dung vừa được thay đổi. Anh/Chị vui lòng tải lại rồi thực hiện lại."}
	case edge.Late:
		return problem{Title: "Hệ thống đang bận", Detail: "Hệ thống đang bận. Anh/Chị vui lòng thử lại sau ít phút."}
	}
	return problem{Title: "Không tìm thấy", Detail: "Không tìm thấy nội dung này. Anh/Chị vui lòng kiểm tra lại đường dẫn hoặc mã."}
}

// problemOfZalo: a user token that Zalo refuses for good is a login to repeat;
// everything else is Zalo's trouble, not the person's.
func problemOfZalo(err *zalo.APIError) problem {
	if err.Retry == zalo.Never {
		return problem{Title: "Chưa đăng nhập được", Status: 401, Detail: "Zalo chưa xác nhận được tài khoản. Anh/Chị vui lòng mở lại ứng dụng từ Zalo."}
	}
	return problem{Title: "Zalo chưa phản hồi", Status: 503, Detail: "Chưa kết nối được với Zalo. Anh/Chị vui lòng thử lại sau ít phút."}
}

// problemOfStatus words the refusals of the HTTP server itself.
func problemOfStatus(status int) problem {
	p := problem{Title: "Yêu cầu không hợp lệ", Status: status, Detail: "Yêu cầu không hợp lệ. Anh/Chị vui lòng kiểm tra lại."}
	switch {
	case status == fiber.StatusNotFound:
		return explain(desk.ErrNotFound)
	case status == fiber.StatusMethodNotAllowed:
		p.Title, p.Detail = "Cách gọi không đúng", "Địa chỉ này không nhận cách gọi đó."
	case status == fiber.StatusRequestEntityTooLarge:
		p.Title, p.Detail = "Nội dung quá lớn", "Nội dung gửi lên vượt quá 1 MB. Anh/Chị vui lòng rút gọn."
	case status == fiber.StatusRequestHeaderFieldsTooLarge:
		p.Title, p.Detail = "Địa chỉ quá dài", "Địa chỉ quá dài. Anh/Chị vui lòng dán đoạn trích vào ô trên trang thay vì đưa vào đường dẫn."
	case status >= 500:
		return explain(errors.New("server error"))
	}
	return p
}

// fail answers err: a problem document to programs, a page to people. It is
// the only place of this package that logs.
func (s *site) fail(c *fiber.Ctx, err error) error {
	p := explain(err)
	if p.Status >= 500 {
		s.Log.ErrorContext(c.UserContext(), "request failed", "method", c.Method(), "route", c.Route().Path, "status", p.Status, "error", err)
	}
	if p.Status == fiber.StatusTooManyRequests || p.Status == fiber.StatusServiceUnavailable {
		c.Set(fiber.HeaderRetryAfter, "60")
	}
	if forPrograms(c.Path()) {
		p.Type = "about:blank"
		c.Status(p.Status)
		return c.JSON(p, "application/problem+json; charset=utf-8")
	}
	return s.renderFailure(c, p)
}

// logPanic keeps where a handler broke; fail says that it did.
func (s *site) logPanic(c *fiber.Ctx, _ any) {
	s.Log.ErrorContext(c.UserContext(), "handler panicked", "route", c.Route().Path, "stack", string(debug.Stack()))
}

func forPrograms(path string) bool {
	for _, prefix := range []string{"/api/", "/webhook/", "/healthz", "/readyz", "/metrics"} {
		if strings.HasPrefix(path, prefix) {
			return true
		}
	}
	return false
}
