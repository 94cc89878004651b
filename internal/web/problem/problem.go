// Package problem words every error for the readers of the public surface, as a
// problem document (RFC 9457). It promises a Vietnamese sentence that says what
// to do next, and that no error tells more than what stands here.
package problem

import (
	"errors"
	"fmt"

	"github.com/gofiber/fiber/v2"

	"phatngon/internal/desk"
	"phatngon/internal/edge"
	"phatngon/internal/zalo"
	"phatngon/internal/zalo/webhook"
)

// Faults of this surface, beside the desk's.
var (
	ErrSignedOut = errors.New("no valid session")
	ErrTooMany   = errors.New("too many requests")
	ErrMalformed = errors.New("body is not the JSON that is expected")
	ErrNotStored = errors.New("event not stored")        // makes the sender try again, whatever the reason was
	ErrBusy      = errors.New("too many bodies at once") // asks to send again later
	ErrManyFiles = errors.New("too many pictures within a day")
	ErrPicture   = errors.New("a picture of too many bytes")
	ErrFile      = errors.New("a file of too many bytes")
)

// ErrNoPage is the same whether there is no statement, or one that not everybody
// may read.
var ErrNoPage = fmt.Errorf("%w: no public page", desk.ErrNotFound)

// Fields are the faults of a form: field → Vietnamese sentence.
type Fields map[string]string

func (Fields) Error() string { return "fields are missing or wrong" }

// Document is a problem document (RFC 9457); Detail is for people.
type Document struct {
	Type   string `json:"type"`
	Title  string `json:"title"`
	Status int    `json:"status"`
	Detail string `json:"detail"`
	Errors Fields `json:"errors,omitempty"`
}

// Explain words every error for this surface's readers. What it does not know
// is a 500 with a fixed sentence.
func Explain(err error) Document {
	if p, own := explainOwn(err); own {
		return p
	}
	if kind := edge.KindOf(err); kind != edge.Broken {
		p := problemOfKind(kind, err)
		p.Status = kind.Status()
		if kind == edge.Ruled { // allowed to this person, but not as things stand
			p.Status = fiber.StatusConflict
		}
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
	return Document{Title: "Hệ thống gặp lỗi", Status: 500, Detail: "Hệ thống gặp lỗi và đã ghi nhận. Anh/Chị vui lòng thử lại sau ít phút."}
}

// explainOwn words the faults that only this surface knows.
func explainOwn(err error) (p Document, own bool) {
	var fields Fields
	switch {
	case errors.Is(err, ErrNotStored):
		return Document{Title: "Chưa ghi được", Status: 503, Detail: "Chưa ghi nhận được. Vui lòng gửi lại."}, true
	case errors.As(err, &fields):
		return Document{Title: "Thông tin chưa hợp lệ", Status: 422, Detail: "Anh/Chị vui lòng kiểm tra lại thông tin đã nhập.", Errors: fields}, true
	case errors.Is(err, ErrMalformed):
		return Document{Title: "Yêu cầu không đọc được", Status: 400, Detail: "Nội dung gửi lên không đúng định dạng. Anh/Chị vui lòng tải lại trang rồi thử lại."}, true
	case errors.Is(err, ErrSignedOut):
		return Document{Title: "Chưa đăng nhập", Status: 401, Detail: "Phiên làm việc đã hết hạn hoặc chưa có. Anh/Chị vui lòng mở lại ứng dụng để đăng nhập."}, true
	case errors.Is(err, webhook.ErrSignature):
		return Document{Title: "Chữ ký không đúng", Status: 401, Detail: "Không xác minh được nguồn gửi."}, true
	case errors.Is(err, ErrTooMany):
		return Document{Title: "Quá nhiều yêu cầu", Status: 429, Detail: "Anh/Chị thao tác hơi nhanh. Vui lòng chờ một phút rồi thử lại."}, true
	case errors.Is(err, ErrBusy):
		return Document{Title: "Hệ thống đang bận", Status: 503, Detail: "Hệ thống đang nhận nhiều nội dung cùng lúc. Anh/Chị vui lòng gửi lại sau ít phút."}, true
	case errors.Is(err, ErrManyFiles):
		return Document{Title: "Quá nhiều tệp", Status: 429, Detail: "Anh/Chị đã tải lên nhiều tệp trong 24 giờ qua. Vui lòng gửi với các tệp đã tải; tệp khác gửi thêm vào ngày mai, hoặc trong cuộc trò chuyện Zalo."}, true
	case errors.Is(err, ErrPicture):
		return Document{Title: "Ảnh quá lớn", Status: 413, Detail: "Ảnh lớn hơn 8 MB nên chưa nhận. Anh/Chị chụp màn hình ảnh đó rồi gửi ảnh chụp."}, true
	case errors.Is(err, ErrFile):
		return Document{Title: "Tệp quá lớn", Status: 413, Detail: "Tệp lớn hơn 5 MB nên chưa nhận. Anh/Chị giảm dung lượng, hoặc chụp màn hình phần cần gửi rồi gửi ảnh."}, true
	case errors.Is(err, ErrNoPage):
		return Document{Title: "Không tìm thấy", Status: 404, Detail: "Không tìm thấy phát ngôn này. Anh/Chị vui lòng kiểm tra lại đường dẫn hoặc mã. Phát ngôn dành cho báo chí chỉ mở được trong Mini App, bằng tài khoản phóng viên đã xác minh."}, true
	}
	return Document{}, false
}

// problemOfKind words what the desk refuses.
func problemOfKind(kind edge.Kind, err error) Document {
	text := edge.TextOf(err)
	switch kind {
	case edge.Invalid:
		var invalid *desk.InvalidError
		errors.As(err, &invalid)
		return Document{Title: "Thông tin chưa hợp lệ", Detail: text, Errors: Fields{invalid.Field: text}}
	case edge.Ruled:
		return Document{Title: "Không thực hiện được", Detail: text}
	case edge.Forbidden:
		return Document{Title: "Không được phép", Detail: "Anh/Chị chưa được phép thực hiện việc này."}
	case edge.Conflict:
		return Document{Title: "Đã thay đổi", Detail: "Nội dung vừa được thay đổi. Anh/Chị vui lòng tải lại rồi thực hiện lại."}
	case edge.Late:
		return Document{Title: "Hệ thống đang bận", Detail: "Hệ thống đang bận. Anh/Chị vui lòng thử lại sau ít phút."}
	}
	return Document{Title: "Không tìm thấy", Detail: "Không tìm thấy nội dung này. Anh/Chị vui lòng kiểm tra lại đường dẫn hoặc mã."}
}

// problemOfZalo: a user token that Zalo refuses for good is a login to repeat;
// everything else is Zalo's trouble, not the person's.
func problemOfZalo(err *zalo.APIError) Document {
	if err.Retry == zalo.Never {
		return Document{Title: "Chưa đăng nhập được", Status: 401, Detail: "Zalo chưa xác nhận được tài khoản. Anh/Chị vui lòng mở lại ứng dụng từ Zalo."}
	}
	return Document{Title: "Zalo chưa phản hồi", Status: 503, Detail: "Chưa kết nối được với Zalo. Anh/Chị vui lòng thử lại sau ít phút."}
}

// problemOfStatus words the refusals of the HTTP server itself.
func problemOfStatus(status int) Document {
	p := Document{Title: "Yêu cầu không hợp lệ", Status: status, Detail: "Yêu cầu không hợp lệ. Anh/Chị vui lòng kiểm tra lại."}
	switch {
	case status == fiber.StatusNotFound:
		return Explain(desk.ErrNotFound)
	case status == fiber.StatusMethodNotAllowed:
		p.Title, p.Detail = "Cách gọi không đúng", "Địa chỉ này không nhận cách gọi đó."
	case status == fiber.StatusRequestEntityTooLarge:
		p.Title, p.Detail = "Nội dung quá lớn", "Nội dung gửi lên vượt quá 1 MB. Anh/Chị vui lòng rút gọn."
	case status == fiber.StatusRequestHeaderFieldsTooLarge:
		p.Title, p.Detail = "Địa chỉ quá dài", "Địa chỉ quá dài. Anh/Chị vui lòng dán đoạn trích vào ô trên trang thay vì đưa vào đường dẫn."
	case status >= 500:
		return Explain(errors.New("server error"))
	}
	return p
}
