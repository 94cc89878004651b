package words

import (
	"fmt"

	"phatngon/internal/desk/effect"
)

// What an officer hears who links this chat with their account of the panel.
const (
	textLinked    = "Đã nối tài khoản Zalo này với tài khoản cán bộ của %s. Tin báo việc (mã, loại việc, liên kết) được gửi tới đây trong giờ làm việc, khi Anh/Chị đã nhắn cho Official Account này chưa lâu; thư điện tử vẫn gửi như cũ. Bỏ nối: trang Tài khoản của trang quản lý."
	textNotLinked = "Mã này không đúng, đã dùng hoặc đã hết hạn, nên chưa nối. Anh/Chị lấy mã mới ở trang Tài khoản của trang quản lý rồi gửi lại."
)

// Linked says whether a code linked this chat with the account of an officer.
func Linked(officer string, linked bool) effect.Message {
	if !linked {
		return effect.Message{Text: textNotLinked}
	}
	return effect.Message{Text: fmt.Sprintf(textLinked, officer)}
}
