package admin

import (
	"context"
	"net/http"
	"testing"

	"phatngon/internal/queue"
	"phatngon/internal/store"
)

// setAside puts a message of a person into the outbox and lets its sending
// fail for good.
func (o *office) setAside(id, text, reason string) {
	o.Helper()
	if _, err := o.flow.Outbox.Put(o.Context(), queue.Item{ID: id, Lane: "oa:1234567890", Kind: "text", Body: []byte(text)}); err != nil {
		o.Fatal(err)
	}
	ctx, done := context.WithCancel(o.Context())
	defer done()
	err := o.flow.Outbox.Run(ctx, func(context.Context, *queue.Job) error {
		done()
		return queue.Aside(reason)
	})
	if err != nil && ctx.Err() == nil {
		o.Fatal(err)
	}
}

func TestFailedMessagesShowKindAndReasonNotTheText(t *testing.T) {
	o := newOffice(t, nil)
	b := o.signedIn("quantri@th.vn")
	b.get("/admin/failed")
	b.sees(http.StatusOK, "Không có tin nào bị lỗi")

	o.setAside("m/1:a b", "Nội dung bí mật", "Người nhận đã chặn OA <b>")
	b.get("/admin/failed")
	b.sees(http.StatusOK, "Người nhận đã chặn OA <b>", "Gửi lại")
	b.seesNot("Nội dung bí mật", "1234567890")

	b.submit("/admin/failed/resend", nil)
	b.sees(http.StatusOK, "Đã đưa tin vào hàng đợi", "Không có tin nào bị lỗi")
	if item, err := o.flow.Outbox.Item(t.Context(), "m/1:a b"); err != nil || item.State != store.ItemPending {
		t.Errorf("item is %s (%v), want pending", item.State, err)
	}
}

func TestAllFailedMessagesAreSentAgainWithOneClick(t *testing.T) {
	o := newOffice(t, nil)
	o.setAside("m1", "một", "Zalo trả lỗi -248.")
	o.setAside("m2", "hai", "Zalo trả lỗi -248.")
	b := o.signedIn("quantri@th.vn")
	b.get("/admin/failed")
	b.submit("/admin/failed/resend-all", nil)
	b.sees(http.StatusOK, "Đã đưa 2 mục", "Không có tin nào bị lỗi")
}
