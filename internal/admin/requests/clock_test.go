package requests_test

import (
	"net/http"
	"net/url"
	"testing"

	"phatngon/internal/admin/admintest"
	"phatngon/internal/desk/request"
)

func TestAUnitAsksBackAndGoesOn(t *testing.T) {
	o := admintest.New(t, nil)
	code := o.Ask("Khi nào có lịch tiêm chủng mới?")
	at := "/admin/requests/" + code
	b := o.SignedIn("canbo@th.vn")
	b.Get(at)
	b.Submit(at+"/clarify", url.Values{"reason": {""}})
	b.Sees(http.StatusUnprocessableEntity, "Vui lòng ghi điều cần người hỏi")
	b.Submit(at+"/clarify", url.Values{"reason": {"Anh/Chị hỏi trạm y tế nào?"}})
	b.Sees(http.StatusOK, "Chờ người hỏi bổ sung", "Anh/Chị hỏi trạm y tế nào?", "Chưa có trả lời", "Tạm dừng, còn lại 3 ngày làm việc", "đang tạm dừng (chờ người hỏi bổ sung)")
	b.SeesNot("draft-save")
	b.Get("/admin/")
	b.Sees(http.StatusOK, "Tạm dừng, còn lại 3 ngày làm việc")
	b.Get(at)
	b.Submit(at+"/resume", nil)
	b.Sees(http.StatusOK, "Yêu cầu được xử lý tiếp", "Đang xử lý")
	if p := o.Request(code).Parts[0]; p.State != request.Assigned || p.Clock.Paused() {
		t.Errorf("part %+v", p)
	}
}

func TestAPolicyTermWithoutAnExtensionOffersNone(t *testing.T) {
	o := admintest.New(t, nil)
	at := "/admin/requests/" + o.Ask("Khi nào có lịch tiêm chủng mới?")
	b := o.SignedIn("phatngon@th.vn")
	b.Get(at)
	b.SeesNot("extend-open")
	values := b.Hidden(at + "/assign")
	values.Set("amount", "12")
	values.Set("reason", "Cần thêm thời gian.")
	b.Post(at+"/extend", values, nil)
	b.Sees(http.StatusForbidden, "Hạn này không được gia hạn")
}
