package attachments

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"time"

	"phatngon/bot/words"
	"phatngon/internal/desk"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/request"
	"phatngon/internal/queue"
	"phatngon/internal/store"
	"phatngon/internal/zalo/photo"
)

// longestWait is between two tries.
const longestWait = 10 * time.Minute

// triedFor is how long a file that could not be had is tried again.
const triedFor = 24 * time.Hour

// FetchKind is an item of the inbox: a file to be had from Zalo. It stands there by itself,
// so that nothing else of the request waits for it.
const FetchKind = "request_file"

// SentID names the n-th file of what a person did.
func (q *Attachments) SentID(cause string, n int) string { return q.id("sent", cause, strconv.Itoa(n)) }

// QueueSent is the handler that queues what a person sent with their request to be fetched;
// what they uploaded is taken at once.
func (q *Attachments) QueueSent(ctx context.Context, _ string, e effect.Effect) error {
	if e.SentFile.Upload != "" {
		return q.fetchSent(ctx, e)
	}
	body, err := json.Marshal(e)
	if err != nil {
		return fmt.Errorf("encode a file: %w", err)
	}
	if _, err := q.Inbox.Put(ctx, queue.Item{ID: e.Key, Lane: "file:" + e.SentFile.ID, Kind: FetchKind, Body: body}); err != nil {
		return fmt.Errorf("queue a file: %w", err)
	}
	return nil
}

// FetchSent fetches what was queued and keeps it. What cannot be kept is said to the person
// and to the officer, with why.
func (q *Attachments) FetchSent(ctx context.Context, j *queue.Job) error {
	var e effect.Effect
	if err := json.Unmarshal(j.Body, &e); err != nil || e.SentFile == nil {
		return queue.Aside("Nội dung không đọc được.")
	}
	if err := q.fetchSent(ctx, e); err != nil {
		return err
	}
	j.Body = nil // the address leads to the person
	return nil
}

func (q *Attachments) fetchSent(ctx context.Context, e effect.Effect) error {
	r, err := q.Store.Request(ctx, e.SentFile.Request)
	if err != nil {
		return fmt.Errorf("load request %s: %w", e.SentFile.Request, err)
	}
	f, known := request.AnyFile(r, e.SentFile.ID)
	if !known || r.Requester == "" {
		return nil // erased since
	}
	if f.Problem == "" && (f.Size == 0 || e.SentFile.Upload != "") {
		if f, err = q.obtain(ctx, r, f, e); err != nil {
			return err
		}
		if err := q.note(ctx, r.Code, f); err != nil {
			return err
		}
	}
	if f.Problem == "" {
		return nil
	}
	who, err := q.Store.Requester(ctx, r.Requester)
	if err != nil {
		return fmt.Errorf("load requester: %w", err)
	}
	return q.Send(ctx, who, e.Key, words.FileNotKept(r, f.Problem))
}

func (q *Attachments) obtain(ctx context.Context, r request.Request, f request.File, e effect.Effect) (request.File, error) {
	if e.SentFile.Upload != "" {
		return q.takeUpload(ctx, r, f, e)
	}
	return q.fetch(ctx, r, f, e)
}

// fetch has the file from Zalo and keeps it, or says why there is none.
func (q *Attachments) fetch(ctx context.Context, r request.Request, f request.File, e effect.Effect) (request.File, error) {
	data, err := q.Fetch(ctx, e.SentFile.URL)
	switch {
	case errors.Is(err, photo.ErrHost) || errors.Is(err, photo.ErrPrivate):
		f.Problem = "địa chỉ tệp không phải của Zalo."
		return f, nil
	case errors.Is(err, photo.ErrGone):
		f.Problem = "Zalo không còn giữ tệp này."
		return f, nil
	case errors.Is(err, photo.ErrLarge):
		f.Problem = "tệp quá lớn."
		return f, nil
	case err != nil && q.Now().Sub(e.At) < triedFor:
		return f, queue.Retry(min(max(q.Now().Sub(e.At), time.Second), longestWait), "Chưa tải được tệp từ Zalo; đang thử lại.")
	case err != nil:
		f.Problem = "không tải được tệp trong 24 giờ."
		return f, nil
	}
	looked, err := q.look(f.Name, data)
	var invalid *desk.InvalidError
	if errors.As(err, &invalid) {
		f.Problem = "chỉ nhận ảnh, PDF, DOCX, XLSX còn đọc được, mỗi tệp tối đa 5 MB."
		return f, nil
	}
	if err != nil {
		return f, err
	}
	f.Name, f.Type, f.Size, f.SHA256 = looked.Name, looked.Type, len(data), sum(data)
	kept := store.Attachment{File: f, Request: r.Code, Sender: r.Requester, CreatedAt: e.At}
	return f, q.Store.KeepAttachment(ctx, &kept, data)
}

// note has the request know what came of a file. A lost race is tried again.
func (q *Attachments) note(ctx context.Context, code string, f request.File) error {
	for {
		r, err := q.Store.Request(ctx, code)
		if err != nil {
			return fmt.Errorf("load request %s: %w", code, err)
		}
		next, known := request.FileCame(r, f)
		if !known {
			return nil
		}
		next.Effects = nil
		err = q.Store.ReplaceRequest(ctx, &next)
		if !errors.Is(err, desk.ErrConflict) {
			return err
		}
	}
}
