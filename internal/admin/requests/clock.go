package requests

import (
	"strconv"

	"phatngon/internal/admin/door"
)

func (p *Pages) postClarify(v *door.Visit) error {
	at, err := requestRef(v)
	if err != nil {
		return err
	}
	err = p.Flow.Requests.Clarify(v.Ctx, v.Officer, at, v.Text("reason"))
	return p.stepped(v, at, "clarify", err, "Câu hỏi được gửi ngay khi Zalo nhận; người chỉ dùng Mini App thấy câu hỏi trong ứng dụng. Khi người hỏi trả lời, yêu cầu tự quay lại xử lý.")
}

func (p *Pages) postResume(v *door.Visit) error {
	at, err := requestRef(v)
	if err != nil {
		return err
	}
	err = p.Flow.Requests.Resume(v.Ctx, v.Officer, at)
	return p.stepped(v, at, "resume", err, "Yêu cầu được xử lý tiếp; hạn lại chạy.")
}

func (p *Pages) postExtend(v *door.Visit) error {
	at, err := requestRef(v)
	if err != nil {
		return err
	}
	amount, _ := strconv.Atoi(v.Text("amount")) // 0 is refused with the choice there is
	err = p.Flow.Requests.Extend(v.Ctx, v.Officer, at, amount, v.Text("reason"))
	return p.stepped(v, at, "extend", err, "Đã gia hạn. Thông báo gia hạn được gửi cho người hỏi ngay khi Zalo nhận; hạn mới có trong Mini App.")
}
