package people_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"phatngon/internal/admin/admintest"
)

func TestAnAdministratorEditsAnAccountAndFreesItsAddress(t *testing.T) {
	o := admintest.New(t, nil)
	b := o.SignedIn("quantri@th.vn")
	at := "/admin/officers/officer-canbo@th.vn"
	b.Get(at)
	b.Sees(http.StatusOK, "Sửa tài khoản Người canbo@th.vn")
	typed := url.Values{"email": {"phatngon@th.vn"}, "name": {"Nguyễn Thị Mới"}, "position": {"Chuyên viên"}, "unit": {"Sở Y tế"}, "role": {"officer"}}
	b.Submit(at, typed)
	b.Sees(http.StatusUnprocessableEntity, "Email này đã có tài khoản", "Nguyễn Thị Mới")
	b.Get(at)
	stale := b.Hidden(at)
	typed.Set("email", "canbo2@th.vn")
	b.Submit(at, typed)
	b.Sees(http.StatusOK, "Đã sửa tài khoản canbo2@th.vn", "Nguyễn Thị Mới")
	for name := range typed {
		stale.Set(name, typed.Get(name))
	}
	b.Post(at, stale, nil)
	b.Sees(http.StatusConflict, "Đã có người sửa tài khoản này trước")
	b.Get("/admin/officers")
	b.Submit("/admin/officers", url.Values{"email": {"canbo@th.vn"}, "name": {"Người Sau"}, "unit": {"Sở Y tế"}, "role": {"officer"}, "password": {admintest.Password}})
	b.Sees(http.StatusOK, "Đã thêm tài khoản canbo@th.vn")
	if got := o.SignedIn("canbo2@th.vn"); got.Status != http.StatusOK {
		t.Errorf("the account under its new address: %d", got.Status)
	}
	own := "/admin/officers/officer-quantri@th.vn"
	b.Get(own)
	b.SeesNot("officer-reset")
	b.Submit(own, url.Values{"email": {"quantri@th.vn"}, "name": {"A"}, "unit": {"TH-VPUB"}, "role": {"officer"}})
	b.Sees(http.StatusUnprocessableEntity, "tự bỏ quyền quản trị")
}

func TestAResetPasswordWorksAndEndsTheSessions(t *testing.T) {
	o := admintest.New(t, nil)
	lost := o.SignedIn("canbo@th.vn")
	b := o.SignedIn("quantri@th.vn")
	at := "/admin/officers/officer-canbo@th.vn"
	b.Get(at)
	b.Submit(at+"/password", url.Values{"password": {"ngan"}})
	b.Sees(http.StatusUnprocessableEntity, "từ 12 đến 200", `value="canbo@th.vn"`)
	b.Submit(at+"/password", url.Values{"password": {"mot-mat-khau-khac"}})
	b.Sees(http.StatusOK, "Đã đặt mật khẩu mới")
	if lost.Get("/admin/account"); lost.Path != "/admin/login" {
		t.Errorf("the session goes on at %s", lost.Path)
	}
	lost.Submit("/admin/login", url.Values{"email": {"canbo@th.vn"}, "password": {admintest.Password}})
	lost.Sees(http.StatusUnprocessableEntity, "chưa đúng")
	lost.Submit("/admin/login", url.Values{"email": {"canbo@th.vn"}, "password": {"mot-mat-khau-khac"}})
	lost.Sees(http.StatusOK)
	b.Get("/admin/audit")
	b.Sees(http.StatusOK, "Đặt lại mật khẩu")
	b.SeesNot("mot-mat-khau-khac")
}

func TestOnesSessionsAreListedAndEndedFromElsewhere(t *testing.T) {
	o := admintest.New(t, nil)
	desk, phone, tablet := o.SignedIn("canbo@th.vn"), o.SignedIn("canbo@th.vn"), o.SignedIn("canbo@th.vn")
	desk.Get("/admin/account")
	desk.Sees(http.StatusOK, "Nơi đang đăng nhập", "(phiên này)")
	if n := strings.Count(desk.Body, "session-end\""); n != 2 {
		t.Errorf("%d other sessions can be ended, want 2", n)
	}
	desk.Submit("/admin/account/sessions/end", nil)
	desk.Sees(http.StatusOK, "Đã đăng xuất phiên đó")
	ended := 0
	for _, b := range []*admintest.Browser{phone, tablet} {
		if b.Get("/admin/account"); b.Path == "/admin/login" {
			ended++
		}
	}
	if ended != 1 {
		t.Errorf("%d sessions ended, want one", ended)
	}
	o.SignedIn("canbo@th.vn")
	desk.Submit("/admin/account/sessions/end-others", nil)
	desk.Sees(http.StatusOK, "Đã đăng xuất mọi phiên khác", "(phiên này)")
	desk.SeesNot("session-end\"")
}
