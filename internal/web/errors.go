package web

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"strings"

	"github.com/gofiber/fiber/v2"

	"phatngon/internal/desk"
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

// explain is the only table from errors to HTTP. What it does not know is a
// 500 with a fixed sentence.
func explain(err error) problem {
	var fields fieldErrors
	var invalid *desk.InvalidError
	var rule *desk.RuleError
	var refused *zalo.APIError
	var own *fiber.Error
	switch {
	case errors.Is(err, errNotStored):
		return problem{Title: "Chưa ghi được", Status: 503, Detail: "Chưa ghi nhận được. Vui lòng gửi lại."}
	case errors.As(err, &fields):
		return problem{Title: "Thông tin chưa hợp lệ", Status: 422, Detail: "Anh/Chị vui lòng kiểm tra lại thông tin đã nhập.", Errors: fields}
	case errors.As(err, &invalid):
		return problem{Title: "Thông tin chưa hợp lệ", Status: 422, Detail: invalid.Text, Errors: fieldErrors{invalid.Field: invalid.Text}}
	case errors.Is(err, errMalformed):
		return problem{Title: "Yêu cầu không đọc được", Status: 400, Detail: "Nội dung gửi lên không đúng định dạng. Anh/Chị vui lòng tải lại trang rồi thử lại."}
	case errors.Is(err, errSignedOut):
		return problem{Title: "Chưa đăng nhập", Status: 401, Detail: "Phiên làm việc đã hết hạn hoặc chưa có. Anh/Chị vui lòng mở lại ứng dụng để đăng nhập."}
	case errors.Is(err, zalo.ErrSignature):
		return problem{Title: "Chữ ký không đúng", Status: 401, Detail: "Không xác minh được nguồn gửi."}
	case errors.Is(err, errTooMany):
		return problem{Title: "Quá nhiều yêu cầu", Status: 429, Detail: "Anh/Chị thao tác hơi nhanh. Vui lòng chờ một phút rồi thử lại."}
	case errors.Is(err, errBusy):
		return problem{Title: "Hệ thống đang bận", Status: 503, Detail: "Hệ thống đang nhận nhiều nội dung cùng lúc. Anh/Chị vui lòng gửi lại sau ít phút."}
	case errors.As(err, &rule):
		return problem{Title: "Không thực hiện được", Status: 403, Detail: rule.Text}
	case errors.Is(err, desk.ErrForbidden):
		return problem{Title: "Không được phép", Status: 403, Detail: "Anh/Chị chưa được phép thực hiện việc này."}
	case errors.Is(err, errNoPage):
		return problem{Title: "Không tìm thấy", Status: 404, Detail: "Không tìm thấy phát ngôn này. Anh/Chị vui lòng kiểm tra lại đường dẫn hoặc mã. Phát ngôn dành cho báo chí chỉ mở được trong Mini App, bằng tài khoản phóng viên đã xác minh."}
	case errors.Is(err, desk.ErrNotFound):
		return problem{Title: "Không tìm thấy", Status: 404, Detail: "Không tìm thấy nội dung này. Anh/Chị vui lòng kiểm tra lại đường dẫn hoặc mã."}
	case errors.Is(err, desk.ErrConflict):
		return problem{Title: "Đã thay đổi", Status: 409, Detail: "Nội dung vừa được thay đổi. Anh/Chị vui lòng tải lại rồi thực hiện lại."}
	case errors.Is(err, context.DeadlineExceeded):
		return problem{Title: "Hệ thống đang bận", Status: 503, Detail: "Hệ thống đang bận. Anh/Chị vui lòng thử lại sau ít phút."}
	case errors.As(err, &refused):
		return problemOfZalo(refused)
	case errors.As(err, &own):
		return problemOfStatus(own.Code)
	}
	return problem{Title: "Hệ thống gặp lỗi", Status: 500, Detail: "Hệ thống gặp lỗi và đã ghi nhận. Anh/Chị vui lòng thử lại sau ít phút."}
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
		p.Title, p.Detail = "Nội dung quá lớn", "Nội dung gửi lên quá lớn. Anh/Chị vui lòng rút gọn."
	case status == fiber.StatusRequestTimeout:
		p.Title, p.Detail = "Gửi quá chậm", "Chưa nhận đủ nội dung trong thời gian cho phép. Anh/Chị vui lòng kiểm tra đường truyền rồi gửi lại."
	case status == fiber.StatusUnsupportedMediaType:
		p.Title, p.Detail = "Định dạng không nhận", "Nội dung gửi lên ở định dạng nén không được nhận. Anh/Chị vui lòng gửi nội dung không nén."
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
