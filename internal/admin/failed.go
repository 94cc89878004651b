package admin

import (
	"context"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/gofiber/fiber/v2"

	"phatngon/internal/queue"
)

type failedPage struct {
	page
	Queues []failedQueue
}

// failedQueue is what one queue has set aside.
type failedQueue struct {
	Name string // "inbox" or "outbox"
	Rows []failedRow
	More string
}

// failedRow says what failed and why. What the message says, and to whom, is
// not shown: who mends the sending need not know it.
type failedRow struct {
	ID, Kind, Reason string
	Attempts         int
	At               time.Time
}

func (p *panel) getFailed(v *visit) error {
	inbox, err := p.failedQueue(v.ctx, p.Inbox, "inbox", v.query("inbox"))
	if err != nil {
		return err
	}
	outbox, err := p.failedQueue(v.ctx, p.Outbox, "outbox", v.query("outbox"))
	if err != nil {
		return err
	}
	return v.render(fiber.StatusOK, "failed", failedPage{v.page("Tin gửi lỗi", "failed"), []failedQueue{outbox, inbox}})
}

func (p *panel) failedQueue(ctx context.Context, q *queue.Queue, name, after string) (failedQueue, error) {
	items, next, err := q.SetAside(ctx, after, pageSize)
	if err != nil {
		return failedQueue{}, err
	}
	out := failedQueue{Name: name}
	for _, i := range items {
		out.Rows = append(out.Rows, failedRow{i.ID, kindLabel(i.Kind), i.Reason, i.Attempts, i.UpdatedAt})
	}
	if next != "" {
		out.More = "/admin/failed?" + url.Values{name: {next}}.Encode()
	}
	return out, nil
}

func (p *panel) postResend(v *visit) error {
	if err := p.Flow.Resend(v.ctx, v.officer, v.text("queue"), v.text("id")); err != nil {
		return err
	}
	return v.redirect("/admin/failed", "Đã đưa tin vào hàng đợi để gửi lại.")
}

func (p *panel) postResendAll(v *visit) error {
	n, err := p.Flow.ResendAll(v.ctx, v.officer, v.text("queue"))
	if err != nil {
		return err
	}
	return v.redirect("/admin/failed", "Đã đưa "+strconv.Itoa(n)+" mục vào hàng đợi để gửi lại. Tin ngoài khung 7 ngày hoặc hết hạn mức vẫn chờ người hỏi nhắn lại.")
}

// kindLabel says what an item is; Zalo's names of what people send are one.
func kindLabel(kind string) string {
	if strings.HasPrefix(kind, "user_send_") {
		return "Tin nhắn của người hỏi"
	}
	return label(kind)
}
