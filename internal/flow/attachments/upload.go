package attachments

import (
	"context"
	"errors"
	"fmt"

	"phatngon/internal/desk"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/request"
	"phatngon/internal/store"
)

// Receive keeps a file that who uploads for a request of theirs, until they name it in one;
// as long as the policy "retention" says of uploads. Only who sent it can name it. The same
// file again is kept once. A *desk.InvalidError says what to send instead.
func (q *Attachments) Receive(ctx context.Context, who people.Requester, data []byte) (request.File, error) {
	f, err := q.look("", data)
	var invalid *desk.InvalidError
	if errors.As(err, &invalid) {
		return f, &desk.InvalidError{Field: "file", Text: "Chưa nhận tệp này: chỉ nhận ảnh, PDF, DOCX, XLSX còn mở được và không đặt mật khẩu, mỗi tệp tối đa 5 MB. Anh/Chị chọn tệp khác, hoặc chụp màn hình rồi gửi ảnh."}
	}
	if err != nil {
		return f, err
	}
	f.ID, f.Found = q.uploadID(who, sum(data)), nil
	a := store.Attachment{File: f, Sender: who.ID, Undecided: true, CreatedAt: f.At}
	if err := q.Store.KeepAttachment(ctx, &a, data); err != nil {
		return f, fmt.Errorf("keep an upload: %w", err)
	}
	return a.File, nil
}

func (q *Attachments) uploadID(who people.Requester, sum string) string {
	return q.id("upload", who.ID, sum)
}

// Uploaded is a file that who uploaded and that is still kept; a *desk.InvalidError when none is.
func (q *Attachments) Uploaded(ctx context.Context, who people.Requester, sum string) (request.File, error) {
	a, err := q.Store.Attachment(ctx, q.uploadID(who, sum))
	if errors.Is(err, desk.ErrNotFound) {
		return request.File{}, &desk.InvalidError{Field: "files", Text: "Máy chủ không còn giữ một tệp đã tải lên (tệp chờ gửi chỉ được giữ có hạn). Anh/Chị bỏ tệp đó rồi chọn lại."}
	}
	if err != nil {
		return request.File{}, fmt.Errorf("look for an upload: %w", err)
	}
	return a.File, nil
}

// takeUpload makes what the person uploaded a file of their request, which names it already.
func (q *Attachments) takeUpload(ctx context.Context, r request.Request, f request.File, e effect.Effect) (request.File, error) {
	if _, err := q.Store.Attachment(ctx, f.ID); !errors.Is(err, desk.ErrNotFound) {
		return f, err
	}
	waits, err := q.Store.Attachment(ctx, q.uploadID(people.Requester{ID: r.Requester}, e.SentFile.Upload))
	if errors.Is(err, desk.ErrNotFound) {
		f.Problem = "máy chủ không còn giữ tệp đã tải lên."
		return f, nil
	}
	if err != nil {
		return f, fmt.Errorf("look for an upload: %w", err)
	}
	data, err := q.Store.AttachmentBytes(ctx, waits)
	if err != nil {
		return f, fmt.Errorf("read an upload: %w", err)
	}
	kept := store.Attachment{File: f, Request: r.Code, Sender: r.Requester, CreatedAt: e.At}
	return f, q.Store.KeepAttachment(ctx, &kept, data)
}
