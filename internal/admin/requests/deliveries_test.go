package requests_test

import (
	"net/http"
	"testing"
	"time"

	"phatngon/internal/admin/admintest"
	"phatngon/internal/desk/delivery"
)

func TestARequestTellsWhatWasTypedFromWhatTheProgramNoted(t *testing.T) {
	o := admintest.New(t, nil)
	code := o.Ask("Khi nào có lịch tiêm chủng mới?")
	b := o.SignedIn("canbo@th.vn")
	b.Get("/admin/requests/" + code)
	b.Sees(http.StatusOK, "Người hỏi viết")
	b.SeesNot("Hệ thống ghi chú")
	r := o.Request(code)
	r.Notes = []string{"Phần đã trả lời: lịch cũ"}
	if err := o.Flow.Store.ReplaceRequest(t.Context(), &r); err != nil {
		t.Fatal(err)
	}
	b.Get("/admin/requests/" + code)
	b.Sees(http.StatusOK, "Hệ thống ghi chú", "<li>Phần đã trả lời: lịch cũ</li>", `<blockquote class="asked">Khi nào có lịch tiêm chủng mới?</blockquote>`)
}

func TestARequestShowsHowFarItsAnswerGotAndWhatTheUnitCanDo(t *testing.T) {
	o := admintest.New(t, nil)
	code := o.Ask("Khi nào có lịch tiêm chủng mới?")
	b := o.SignedIn("canbo@th.vn")
	for name, c := range map[string]struct {
		d     delivery.Delivery
		sees  []string
		again bool // can be sent again
	}{
		"queued":              {delivery.Delivery{State: delivery.Queued, Revision: 1}, []string{"Chờ gửi", "bản thảo lần 1", "không cần làm gì"}, false},
		"accepted":            {delivery.Delivery{State: delivery.Accepted, Revision: 1}, []string{"Zalo đã nhận, chưa báo tới máy người hỏi"}, false},
		"waiting":             {delivery.Delivery{State: delivery.Waiting, Revision: 1, Reason: "Ngoài khung 7 ngày"}, []string{"Chờ người hỏi nhắn lại", "Ngoài khung 7 ngày", "Hệ thống tự gửi khi người hỏi nhắn lại"}, false},
		"failed":              {delivery.Delivery{State: delivery.Failed, Revision: 1, Reason: "Zalo trả lỗi -32"}, []string{"Gửi lỗi", "Zalo trả lỗi -32", "Bấm “Gửi lại”"}, true},
		"no way, but the app": {delivery.Delivery{State: delivery.Unreachable, InApp: true}, []string{"Không gửi được qua Zalo", "từ chối cung cấp", "Người hỏi đọc được trong ứng dụng"}, false},
		"no way at all":       {delivery.Delivery{State: delivery.Unreachable}, []string{"Nếu có địa chỉ thư hoặc số điện thoại"}, false},
	} {
		t.Run(name, func(t *testing.T) {
			d := c.d
			d.ID, d.Request, d.Unit, d.Pieces, d.CreatedAt, d.UpdatedAt = "request:"+code+"/0/"+name, code, "TH-YT", 1, time.Now(), time.Now()
			if err := o.Flow.Store.InsertDelivery(t.Context(), &d); err != nil {
				t.Fatal(err)
			}
			b.Get("/admin/requests/" + code)
			b.Sees(http.StatusOK, append(c.sees, "Tình trạng gửi")...)
			if c.again {
				b.Sees(http.StatusOK, `name="delivery" value="`+d.ID+`"`)
			} else {
				b.SeesNot(`name="delivery" value="` + d.ID + `"`)
			}
		})
	}
}

func TestWhatIsDecidedIsNotOverdueWhileItIsOnItsWay(t *testing.T) {
	o := admintest.New(t, nil)
	code, b := approved(o, "Khi nào có lịch tiêm chủng mới?")
	r := o.Request(code)
	r.Due = time.Now().Add(-48 * time.Hour)
	r.Parts[0].Clock.Due = r.Due
	if err := o.Flow.Store.ReplaceRequest(t.Context(), &r); err != nil {
		t.Fatal(err)
	}
	for _, page := range []string{"/admin/requests/" + code, "/admin/?view=unsent"} {
		b.Get(page)
		b.Sees(http.StatusOK, code, "Đã duyệt, chưa tới người hỏi")
		b.SeesNot("Quá hạn 2 ngày", "Đã xong</td>")
	}
}
