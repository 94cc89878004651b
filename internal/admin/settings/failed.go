package settings

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"phatngon/internal/admin/door"
	"phatngon/internal/admin/labels"
	"phatngon/internal/desk"
	"phatngon/internal/desk/request"
	"phatngon/internal/queue"
)

type failedPage struct {
	door.Page
	Groups      []unreachedGroup
	Queues      []failedQueue // for those who coordinate
	Coordinates bool
}

// failedQueue is what one queue has set aside and the groups do not list.
type failedQueue struct {
	Name string // "inbox" or "outbox"
	Rows []failedRow
	More string
}

// failedRow says what failed and why. What the message says, and to whom, is
// not shown: who mends the sending need not know it.
type failedRow struct {
	ID, Code, Unit string // Code is the request's, "" when it is about none
	What, Reason   string
	Attempts       int
	Since          time.Time
}

func (p *Pages) getFailed(v *door.Visit) error {
	page := failedPage{Page: v.Page("Tin chưa tới người hỏi", "failed"), Coordinates: door.Coordinators(v.Officer)}
	var err error
	if page.Groups, err = p.unreachedGroups(v); err != nil {
		return err
	}
	if page.Coordinates {
		if page.Queues, err = p.failedQueues(v); err != nil {
			return err
		}
	}
	return v.Render(http.StatusOK, "failed", page)
}

func (p *Pages) failedQueues(v *door.Visit) ([]failedQueue, error) {
	inbox, err := p.failedQueue(v.Ctx, p.Inbox, "inbox", v.Query("inbox"))
	if err != nil {
		return nil, err
	}
	outbox, err := p.failedQueue(v.Ctx, p.Outbox, "outbox", v.Query("outbox"))
	return []failedQueue{outbox, inbox}, err
}

func (p *Pages) failedQueue(ctx context.Context, q *queue.Queue, name, after string) (failedQueue, error) {
	items, next, err := q.SetAside(ctx, after, door.PageSize)
	if err != nil {
		return failedQueue{}, err
	}
	out := failedQueue{Name: name}
	for _, i := range items {
		listed, err := p.listed(ctx, i.Subject)
		if err != nil {
			return failedQueue{}, err
		}
		if listed {
			continue
		}
		row := failedRow{ID: i.ID, What: kindLabel(i.Kind), Reason: i.Reason, Attempts: i.Attempts, Since: i.UpdatedAt}
		if row.Code, row.Unit, err = p.requestOf(ctx, i.ID); err != nil {
			return failedQueue{}, err
		}
		out.Rows = append(out.Rows, row)
	}
	if next != "" {
		out.More = "/admin/failed?" + url.Values{name: {next}}.Encode()
	}
	return out, nil
}

// listed reports whether a message is of an answer that the page lists with its request.
// Whatever else was set aside is shown as it is, so that nothing is out of sight.
func (p *Pages) listed(ctx context.Context, subject string) (bool, error) {
	if subject == "" {
		return false, nil
	}
	d, err := p.Store.Delivery(ctx, subject)
	if errors.Is(err, desk.ErrNotFound) {
		return false, nil
	}
	return slices.Contains(door.Unreached(), d.State), err
}

// requestOf is the request that an item's id names, with its unit; "" when it
// names none, or one that is gone.
func (p *Pages) requestOf(ctx context.Context, id string) (code, unit string, err error) {
	code, ok := request.FindCode(id)
	if !ok {
		return "", "", nil
	}
	r, err := p.Store.Request(ctx, code)
	if errors.Is(err, desk.ErrNotFound) {
		return "", "", nil
	}
	return code, p.Units.Name(r.Unit), err
}

func (p *Pages) postResend(v *door.Visit) error {
	if err := p.Flow.Delivery.Resend(v.Ctx, v.Officer, v.Text("queue"), v.Text("id")); err != nil {
		return err
	}
	return v.Redirect("/admin/failed", "Đã đưa tin vào hàng đợi để gửi lại.")
}

func (p *Pages) postResendAll(v *door.Visit) error {
	n, err := p.Flow.Delivery.ResendAll(v.Ctx, v.Officer, v.Text("queue"))
	if err != nil {
		return err
	}
	return v.Redirect("/admin/failed", "Đã đưa "+strconv.Itoa(n)+" mục vào hàng đợi để gửi lại. Tin ngoài khung 7 ngày hoặc hết hạn mức vẫn chờ người hỏi nhắn lại.")
}

// kindLabel says what an item is; Zalo's names of what people send are one.
func kindLabel(kind string) string {
	if strings.HasPrefix(kind, "user_send_") {
		return "Tin nhắn của người hỏi"
	}
	return labels.Of(kind)
}
