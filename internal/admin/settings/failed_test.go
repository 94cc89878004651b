package settings_test

import (
	"context"
	"net/http"
	"testing"

	"phatngon/internal/admin/admintest"
	"phatngon/internal/queue"
	"phatngon/internal/store"
)

// setAside puts a message of a person into the outbox and lets its sending
// fail for good.
func setAside(o *admintest.Office, id, text, reason string) {
	o.Helper()
	if _, err := o.Flow.Outbox.Put(o.Context(), queue.Item{ID: id, Lane: "oa:1234567890", Kind: "text", Body: []byte(text)}); err != nil {
		o.Fatal(err)
	}
	ctx, done := context.WithCancel(o.Context())
	defer done()
	err := o.Flow.Outbox.Run(ctx, func(context.Context, *queue.Job) error {
		done()
		return queue.Aside(reason)
	})
	if err != nil && ctx.Err() == nil {
		o.Fatal(err)
	}
}

func TestFailedMessagesShowKindAndReasonNotTheText(t *testing.T) {
	o := admintest.New(t, nil)
	b := o.SignedIn("quantri@th.vn")
	b.Get("/admin/failed")
	b.Sees(http.StatusOK, "Mọi câu trả lời đã duyệt đều đã tới người hỏi")

	setAside(o, "m/1:a b", "Nội dung bí mật", "Người nhận đã chặn OA <b>")
	b.Get("/admin/failed")
	b.Sees(http.StatusOK, "Người nhận đã chặn OA <b>", "Gửi lại")
	b.SeesNot("Nội dung bí mật", "1234567890")

	b.Submit("/admin/failed/resend", nil)
	b.Sees(http.StatusOK, "Đã đưa tin vào hàng đợi", "Mọi câu trả lời đã duyệt đều đã tới người hỏi")
	if item, err := o.Flow.Outbox.Item(t.Context(), "m/1:a b"); err != nil || item.State != store.ItemPending {
		t.Errorf("item is %s (%v), want pending", item.State, err)
	}
}

func TestAFailedAnswerNamesItsRequestAndUnit(t *testing.T) {
	o := admintest.New(t, nil)
	code := o.Drafted("Khi nào có lịch tiêm chủng mới?")
	setAside(o, "answer:"+code+"/0/0/0", "Nội dung bí mật", "Người nhận đã chặn OA")
	setAside(o, "event:xyz/0/0", "Câu chào", "Zalo trả lỗi")
	b := o.SignedIn("quantri@th.vn")
	b.Get("/admin/failed")
	b.Sees(http.StatusOK, `href="/admin/requests/`+code+`"`, `data-label="Đơn vị">Sở Y tế`, `data-label="Từ lúc"`, "Người nhận đã chặn OA",
		`data-label="Mã">Không gắn với yêu cầu nào`)
}

func TestAllFailedMessagesAreSentAgainWithOneClick(t *testing.T) {
	o := admintest.New(t, nil)
	setAside(o, "m1", "một", "Zalo trả lỗi -248.")
	setAside(o, "m2", "hai", "Zalo trả lỗi -248.")
	b := o.SignedIn("quantri@th.vn")
	b.Get("/admin/failed")
	b.Submit("/admin/failed/resend-all", nil)
	b.Sees(http.StatusOK, "Đã đưa 2 mục", "Mọi câu trả lời đã duyệt đều đã tới người hỏi")
}
