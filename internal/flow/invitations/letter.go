package invitations

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"phatngon/internal/desk"
	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/people"
	"phatngon/internal/flow/access"
	"phatngon/internal/mail"
	"phatngon/internal/queue"
)

// Send hands a letter to the mail server. One that a crash cut off goes again: it holds the
// same link. What came too late goes nowhere.
func (i *Invitations) Send(ctx context.Context, j *queue.Job) error {
	var l letter
	if err := json.Unmarshal(j.Body, &l); err != nil {
		return queue.Aside("Nội dung không đọc được.")
	}
	if i.Mailer == nil {
		return queue.Aside("Chưa cấu hình máy chủ thư.")
	}
	if l.Officer == "" || !i.Now().Before(l.Until) {
		return nil
	}
	o, err := i.Store.Officer(ctx, l.Officer)
	if errors.Is(err, desk.ErrNotFound) || err == nil && o.Disabled {
		return nil
	}
	if err != nil {
		return fmt.Errorf("load officer: %w", err)
	}
	if err := i.Mailer.Send(ctx, i.written(j.ID, o, l)); err != nil {
		return err
	}
	if l.Why != Forgotten {
		return nil // on record since an administrator did it
	}
	return i.Access.NoteOnce(ctx, j.ID, "", "officer.forgotten", o.ID)
}

// written is the letter in words. It holds neither a password nor anything of the work.
func (i *Invitations) written(item string, o people.Officer, l letter) mail.Letter {
	subject, why := "Đặt lại mật khẩu", "Có yêu cầu đặt lại mật khẩu cho tài khoản của Anh/Chị trong hệ thống phát ngôn."
	switch l.Why {
	case Invited:
		subject, why = "Mời đặt mật khẩu", "Quản trị viên đã mở cho Anh/Chị một tài khoản trong hệ thống phát ngôn, đăng nhập bằng địa chỉ thư này."
	case Renewed:
		why = "Quản trị viên gửi Anh/Chị liên kết đặt lại mật khẩu trong hệ thống phát ngôn."
	}
	lines := []string{
		"Kính gửi " + o.Name + ",", "", why, "",
		"Anh/Chị tự đặt mật khẩu tại:", i.link(o, l.Until), "",
		"Liên kết dùng được một lần, đến " + l.Until.In(calendar.Zone).Format("15:04 ngày 02/01/2006") + ". Đừng chuyển cho ai khác.",
	}
	if l.Why == Forgotten {
		lines = append(lines, "Nếu Anh/Chị không yêu cầu, hãy bỏ qua thư này: mật khẩu hiện tại vẫn giữ nguyên.")
	}
	return mail.Letter{ID: access.Hash(item)[:32] + "@phatngon", To: o.Email, Subject: subject, Text: strings.Join(lines, "\n")}
}
