// Package attachments is the path of files: what goes with an answer, looked through for what
// it tells beside that, and what people send with their requests.
package attachments

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"path"
	"strings"
	"sync"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/leak"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/request"
	"phatngon/internal/flow/requests"
	"phatngon/internal/queue"
	"phatngon/internal/store"
)

// Attachments keeps and gives files. All fields are set before use.
type Attachments struct {
	Store     *store.Store
	Requests  *requests.Requests
	Inbox     *queue.Queue
	Key       []byte // of addresses that open a file
	PublicURL string // no trailing slash
	Now       func() time.Time
	Fetch     func(ctx context.Context, address string) ([]byte, error) // what a person sent, from Zalo

	Send func(ctx context.Context, who people.Requester, cause string, messages ...effect.Message) error
}

// Path is where a file of an answer is read, by whoever has its address.
const Path = "/tep/"

// reading lets one file be looked through at a time: a large picture takes much memory.
var reading sync.Mutex

// Upload looks through a file for a part's answer. One that tells nothing else is attached at
// once; any other waits for Use. A *desk.InvalidError says what to send instead.
func (q *Attachments) Upload(ctx context.Context, by people.Officer, at requests.Ref, name string, data []byte) (found int, err error) {
	if err := q.may(ctx, by, at); err != nil {
		return 0, err
	}
	f, err := q.look(name, data)
	if err != nil {
		return 0, err
	}
	f.ID = q.id("answer", at.Code, fmt.Sprint(at.Part), sum(data))
	a := store.Attachment{File: f, Request: at.Code, Part: at.Part, By: by.ID, Undecided: true, CreatedAt: f.At}
	if err := q.Store.KeepAttachment(ctx, &a, data); err != nil {
		return 0, fmt.Errorf("keep a file: %w", err)
	}
	if len(f.Found) > 0 {
		return len(f.Found), nil
	}
	return 0, q.Use(ctx, by, at, f.ID, false)
}

// may says whether by could attach something to this part by now.
func (q *Attachments) may(ctx context.Context, by people.Officer, at requests.Ref) error {
	r, err := q.Store.Request(ctx, at.Code)
	if err != nil {
		return fmt.Errorf("load request %s: %w", at.Code, err)
	}
	if !request.MaySee(by, r) {
		return desk.ErrForbidden
	}
	_, err = request.Attach(r, at.Part, by, request.File{}, q.Now())
	return err
}

func (q *Attachments) look(name string, data []byte) (request.File, error) {
	reading.Lock()
	defer reading.Unlock()
	if len(data) > request.MaxFile {
		return request.File{}, &desk.InvalidError{Field: "file", Text: "Tệp lớn hơn 5 MB nên chưa nhận. Hãy giảm dung lượng, hoặc đăng trên cổng thông tin rồi dẫn đường dẫn."}
	}
	kind, err := leak.Sniff(data)
	var found []leak.Finding
	if err == nil {
		found, err = leak.Scan(data)
	}
	switch {
	case errors.Is(err, leak.ErrType):
		return request.File{}, &desk.InvalidError{Field: "file", Text: "Chỉ nhận ảnh, PDF, DOCX và XLSX (theo nội dung tệp, không theo tên)."}
	case err != nil:
		return request.File{}, &desk.InvalidError{Field: "file", Text: "Tệp hỏng, đặt mật khẩu hoặc nén bất thường nên không kiểm tra được. Hãy lưu lại rồi chọn lại."}
	}
	return request.File{Name: named(name, kind), Type: kind, Size: len(data), At: q.Now(), Found: found}, nil
}

// named is a file's own name without its path, with the ending that says what it is.
func named(name string, kind leak.Type) string {
	name = path.Base(strings.ReplaceAll(strings.TrimSpace(name), `\`, "/"))
	ending := map[leak.Type]string{leak.PDF: ".pdf", leak.DOCX: ".docx", leak.XLSX: ".xlsx", leak.Picture: ".jpg"}[kind]
	low := strings.ToLower(name)
	if kind == leak.Picture && (strings.HasSuffix(low, ".png") || strings.HasSuffix(low, ".gif") || strings.HasSuffix(low, ".webp") || strings.HasSuffix(low, ".jpeg")) {
		return name
	}
	if name == "." || name == "/" || name == "" {
		name = "tep"
	}
	if !strings.HasSuffix(low, ending) {
		name += ending
	}
	return name
}

// Use attaches a file that waits: its clean copy, or as it is, by somebody who has seen what
// was found in it.
func (q *Attachments) Use(ctx context.Context, by people.Officer, at requests.Ref, id string, clean bool) error {
	a, err := q.Store.Attachment(ctx, id)
	if err != nil || a.Request != at.Code || a.Part != at.Part || a.Sender != "" {
		return errors.Join(desk.ErrNotFound, err)
	}
	f := a.File
	f.ID = a.ID
	if clean {
		if f, err = q.clean(ctx, by, a); err != nil {
			return err
		}
	}
	if err := q.Requests.Attach(ctx, by, at, f); err != nil {
		return err
	}
	if a.Undecided {
		return q.Store.DecideAttachment(ctx, &a)
	}
	return nil
}

// clean keeps the copy of a file without what was found in it.
func (q *Attachments) clean(ctx context.Context, by people.Officer, a store.Attachment) (request.File, error) {
	data, err := q.Store.AttachmentBytes(ctx, a)
	if err != nil {
		return request.File{}, err
	}
	reading.Lock()
	copied, kind, err := leak.Clean(data)
	reading.Unlock()
	if err != nil {
		return request.File{}, &desk.InvalidError{Field: "file", Text: "Không tự tạo được bản sạch của tệp này. Hãy tự bỏ những điều đã nêu trong tệp gốc, xuất lại rồi chọn lại."}
	}
	f := a.File
	f.ID, f.Cleaned, f.Type, f.Size, f.SHA256 = q.id("clean", a.ID), true, kind, len(copied), sum(copied)
	if kind == leak.Picture {
		f.Name = strings.TrimSuffix(f.Name, path.Ext(f.Name)) + ".jpg"
	}
	kept := store.Attachment{File: f, Request: a.Request, Part: a.Part, By: by.ID, CreatedAt: q.Now()}
	return f, q.Store.KeepAttachment(ctx, &kept, copied)
}

// Forget takes a file away from the draft of a part, or drops one that waits.
func (q *Attachments) Forget(ctx context.Context, by people.Officer, at requests.Ref, id string) error {
	a, err := q.Store.Attachment(ctx, id)
	if err != nil || a.Request != at.Code {
		return errors.Join(desk.ErrNotFound, err)
	}
	if a.Undecided {
		if err := q.may(ctx, by, at); err != nil {
			return err
		}
		return q.Store.DecideAttachment(ctx, &a)
	}
	return q.Requests.Detach(ctx, by, at, id)
}

// Address is where a file of an answer is read; whoever has it reads the file, as long as
// the answer stands.
func (q *Attachments) Address(id string) string {
	return q.PublicURL + Path + id + "?k=" + q.key(id)
}

func (q *Attachments) key(id string) string { return q.id("address", id)[:32] }

// Signed is a file of a signed answer for whoever has its address.
func (q *Attachments) Signed(ctx context.Context, id, key string) (request.File, []byte, error) {
	if !hmac.Equal([]byte(q.key(id)), []byte(key)) {
		return request.File{}, nil, desk.ErrNotFound
	}
	return q.read(ctx, id, func(r request.Request) (request.File, bool) { return request.SignedFile(r, id) })
}

// Shown is any file of a request that by may see.
func (q *Attachments) Shown(ctx context.Context, by people.Officer, id string) (request.File, []byte, error) {
	return q.read(ctx, id, func(r request.Request) (request.File, bool) {
		f, ok := request.AnyFile(r, id)
		return f, ok && request.MaySee(by, r)
	})
}

func (q *Attachments) read(ctx context.Context, id string, find func(request.Request) (request.File, bool)) (request.File, []byte, error) {
	a, err := q.Store.Attachment(ctx, id)
	if err != nil {
		return request.File{}, nil, err
	}
	r, err := q.Store.Request(ctx, a.Request)
	if err != nil {
		return request.File{}, nil, err
	}
	f, ok := find(r)
	if !ok {
		return request.File{}, nil, desk.ErrNotFound
	}
	data, err := q.Store.AttachmentBytes(ctx, a)
	if err == nil && a.Sender != "" && f.Type == leak.Picture { // where it was taken is nobody's business
		reading.Lock()
		data, _, err = leak.Clean(data)
		reading.Unlock()
	}
	return f, data, err
}

func (q *Attachments) id(parts ...string) string {
	h := hmac.New(sha256.New, q.Key)
	_, _ = h.Write([]byte(strings.Join(parts, "\x00"))) // a hash takes all
	return hex.EncodeToString(h.Sum(nil))
}

func sum(data []byte) string {
	s := sha256.Sum256(data)
	return hex.EncodeToString(s[:])
}
