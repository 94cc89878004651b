package settings_test

import (
	"context"
	"net/http"
	"net/url"
	"testing"
	"time"

	"phatngon/internal/admin/admintest"
	"phatngon/internal/desk/delivery"
	"phatngon/internal/queue"
	"phatngon/internal/store"
)

// owed is an answer of a unit that has not come to the person, with its message in the
// outbox set aside when it failed.
func owed(o *admintest.Office, code, unit string, state delivery.State, reason string) string {
	o.Helper()
	d := delivery.Delivery{ID: "request:" + code + "/0/3/answer", Request: code, Unit: unit, Revision: 1, State: state, Reason: reason,
		Pieces: 1, Requester: "oa:1234567890", CreatedAt: time.Now(), UpdatedAt: time.Now()}
	if err := o.Flow.Store.InsertDelivery(o.Context(), &d); err != nil {
		o.Fatal(err)
	}
	if state != delivery.Failed {
		return d.ID
	}
	if _, err := o.Flow.Outbox.Put(o.Context(), queue.Item{ID: d.ID + "/0", Lane: d.Requester, Kind: "message", Subject: d.ID, Body: []byte("Nội dung bí mật")}); err != nil {
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
	return d.ID
}

func TestAUnitSeesItsAnswersThatDidNotArriveAndSendsThemAgain(t *testing.T) {
	o := admintest.New(t, nil)
	b := o.SignedIn("canbo@th.vn")
	b.SeesNot("nav-unreached")
	failed := owed(o, "TH-2026-00001", "TH-YT", delivery.Failed, "Zalo trả lỗi -32")
	owed(o, "TH-2026-00002", "TH-YT", delivery.Waiting, "Ngoài khung 7 ngày")
	owed(o, "TH-2026-00003", "TH-YT", delivery.Unreachable, "Người hỏi chỉ dùng ứng dụng")
	owed(o, "TH-2026-00004", "TH-YT", delivery.Accepted, "")
	owed(o, "TH-2026-00005", "TH-XD", delivery.Waiting, "Của đơn vị khác")
	b.Get("/admin/failed")
	b.Sees(http.StatusOK, "Tin chưa tới người hỏi", `<b data-testid="nav-unreached">3</b>`,
		`href="/admin/requests/TH-2026-00001"`, "Zalo trả lỗi -32", "Gửi lỗi",
		"TH-2026-00002", "Ngoài khung 7 ngày", "Chờ người hỏi nhắn lại",
		"TH-2026-00003", "Người hỏi chỉ dùng ứng dụng", "Không gửi được qua Zalo")
	b.SeesNot("TH-2026-00004", "TH-2026-00005", "Của đơn vị khác", "Nội dung bí mật", "1234567890", "resend-all", "Tin gửi đi bị giữ lại")

	b.Submit("/admin/failed/resend-delivery", nil)
	b.Sees(http.StatusOK, "Đã đưa câu trả lời của TH-2026-00001 vào hàng đợi", `<b data-testid="nav-unreached">2</b>`)
	b.SeesNot("Zalo trả lỗi -32")
	if item, err := o.Flow.Outbox.Item(t.Context(), failed+"/0"); err != nil || item.State != store.ItemPending {
		t.Errorf("the message is %s (%v), want pending", item.State, err)
	}
	if d, err := o.Flow.Store.Delivery(t.Context(), failed); err != nil || d.State != delivery.Queued {
		t.Errorf("the delivery is %s (%v), want queued", d.State, err)
	}
}

func TestAnAnswerIsSentAgainFromItsRequest(t *testing.T) {
	o := admintest.New(t, nil)
	code := o.Ask("Khi nào có lịch tiêm chủng mới?")
	owed(o, code, "TH-YT", delivery.Failed, "Zalo trả lỗi -32")
	b := o.SignedIn("canbo@th.vn")
	b.Get("/admin/requests/" + code)
	b.Submit("/admin/failed/resend-delivery", nil)
	b.Sees(http.StatusOK, "Yêu cầu "+code, "vào hàng đợi để gửi lại", "Chờ gửi")
	b.SeesNot("Gửi lỗi")
}

func TestAnAnswerThatIsOnItsWayIsNotSentAgain(t *testing.T) {
	o := admintest.New(t, nil)
	owed(o, "TH-2026-00001", "TH-YT", delivery.Failed, "Zalo trả lỗi -32")
	b := o.SignedIn("canbo@th.vn")
	b.Get("/admin/failed")
	form := b.Hidden("/admin/failed/resend-delivery")
	b.Post("/admin/failed/resend-delivery", form, nil)
	b.Post("/admin/failed/resend-delivery", form, nil)
	b.Sees(http.StatusForbidden, "không còn ở trạng thái gửi lỗi")
	form.Set("delivery", "khong-co")
	b.Post("/admin/failed/resend-delivery", form, nil)
	b.Sees(http.StatusNotFound)
}

func TestOnlyTheOwnUnitAndCoordinatorsSendAnAnswerAgain(t *testing.T) {
	o := admintest.New(t, nil)
	failed := owed(o, "TH-2026-00001", "TH-YT", delivery.Failed, "Zalo trả lỗi -32")
	other := o.SignedIn("noikhac@th.vn")
	other.Get("/admin/failed")
	other.Sees(http.StatusOK, "Mọi câu trả lời đã duyệt đều đã tới người hỏi")
	form := url.Values{"csrf": {other.Hidden("/admin/logout").Get("csrf")}, "delivery": {failed}}
	other.Post("/admin/failed/resend-delivery", form, nil)
	other.Sees(http.StatusForbidden)
	if d, err := o.Flow.Store.Delivery(t.Context(), failed); err != nil || d.State != delivery.Failed {
		t.Errorf("the delivery is %s (%v), want failed", d.State, err)
	}
	admin := o.SignedIn("quantri@th.vn")
	admin.Get("/admin/failed")
	admin.Sees(http.StatusOK, "TH-2026-00001", `data-label="Đơn vị">Sở Y tế`, "resend-all")
	admin.SeesNot("Tin gửi đi bị giữ lại") // it is listed once, with its request
	admin.Submit("/admin/failed/resend-delivery", nil)
	admin.Sees(http.StatusOK, "vào hàng đợi để gửi lại")
}

func TestNothingThatWasSetAsideIsOutOfSight(t *testing.T) {
	o := admintest.New(t, nil)
	id := owed(o, "TH-2026-00001", "TH-YT", delivery.Failed, "Zalo trả lỗi -32")
	d, err := o.Flow.Store.Delivery(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	d.State = delivery.Sending // its message is set aside all the same
	if err := o.Flow.Store.ReplaceDelivery(t.Context(), &d); err != nil {
		t.Fatal(err)
	}
	b := o.SignedIn("quantri@th.vn")
	b.Get("/admin/failed")
	b.Sees(http.StatusOK, "Tin gửi đi bị giữ lại", "Zalo trả lỗi -32", "failed-row")
}
