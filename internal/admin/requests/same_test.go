package requests_test

import (
	"net/http"
	"net/url"
	"strconv"
	"testing"

	"phatngon/internal/admin/admintest"
)

func TestRequestsThatAskTheSameAreAnsweredOnce(t *testing.T) {
	o := admintest.New(t, nil)
	first := o.Ask("Lịch tiêm sởi mũi hai tại trạm y tế xã Quý Lộc tháng 12?")
	second := o.Ask("cho hoi lich tiem soi mui hai tai tram y te xa Quy Loc thang 12")
	o.Ask("Lịch tiêm sởi mũi hai tại trạm y tế xã Yên Ninh tháng 12?")
	b := o.SignedIn("canbo@th.vn")
	b.Get("/admin/same")
	b.Sees(http.StatusOK, "Nhóm của "+first, "Có vẻ hỏi cùng việc", second)
	b.SeesNot("Yên Ninh")
	version := o.Request(second).Version
	b.Submit("/admin/same", nil)
	b.Sees(http.StatusUnprocessableEntity, "chọn ít nhất một yêu cầu")
	b.Submit("/admin/same", url.Values{"join": {second + "/99"}})
	b.Sees(http.StatusConflict, "vừa được người khác thay đổi")
	b.Submit("/admin/same", url.Values{"topic": {"Gửi bà Lê Thị Mật, 0912345678"}})
	b.Sees(http.StatusUnprocessableEntity, "giống dữ liệu cá nhân")
	b.Submit("/admin/same", url.Values{"join": {second + "/" + strconv.FormatInt(version, 10)}, "topic": {"Lịch tiêm sởi ở Quý Lộc"}})
	b.Sees(http.StatusOK, "Đã ghép", "Đã ghép, trả lời cùng", "Lịch tiêm sởi ở Quý Lộc")
	b.Get("/admin/requests/" + first)
	b.Sees(http.StatusOK, "1 người khác hỏi cùng việc nhận cùng câu trả lời này")
	b.Get("/admin/requests/" + second)
	b.Sees(http.StatusOK, "Ghép với")
	b.SeesNot("draft-save", "transfer-submit")

	other := o.SignedIn("noikhac@th.vn")
	other.Get("/admin/same")
	other.SeesNot(first, second)
	values := b.Hidden("/admin/logout")
	values.Set("lead", first+"/1")
	values.Set("join", second+"/1")
	values.Set("csrf", other.Hidden("/admin/logout").Get("csrf"))
	other.Post("/admin/same", values, nil)
	other.Sees(http.StatusForbidden, "")

	b.Get("/admin/same")
	b.Submit("/admin/requests/"+second+"/leave", nil)
	b.Sees(http.StatusOK, "Đã tách")
	b.Get("/admin/requests/" + second)
	b.Sees(http.StatusOK, "draft-save")
}
