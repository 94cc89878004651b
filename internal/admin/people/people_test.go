package people_test

import (
	"net/http"
	"net/url"
	"testing"

	"phatngon/internal/admin"
	"phatngon/internal/admin/admintest"
	"phatngon/internal/desk/people"
)

func TestLoginKeepsTheAddressWhenThePasswordIsWrong(t *testing.T) {
	o := admintest.New(t, nil)
	b := o.Browser()
	b.Get("/admin/login?next=/admin/statements")
	b.Submit("/admin/login", url.Values{"email": {"canbo@th.vn"}, "password": {"khong-dung-dau"}})
	b.Sees(http.StatusUnprocessableEntity, `value="canbo@th.vn"`, "chưa đúng")
	b.SeesNot("khong-dung-dau")
	b.Submit("/admin/login", url.Values{"email": {"canbo@th.vn"}, "password": {admintest.Password}})
	b.Sees(http.StatusOK, "Soạn phát ngôn mới")
	if b.Path != "/admin/statements" {
		t.Errorf("login ended at %s, want the page asked for", b.Path)
	}
}

func TestLoginSaysWhenThereWereTooManyAttempts(t *testing.T) {
	o := admintest.New(t, nil)
	b := o.Browser()
	b.Get("/admin/login")
	for range 9 {
		b.Submit("/admin/login", url.Values{"email": {"canbo@th.vn"}, "password": {"sai"}})
	}
	b.Sees(http.StatusUnprocessableEntity, "10 phút")
}

func TestLogoutEndsTheSession(t *testing.T) {
	o := admintest.New(t, nil)
	b := o.SignedIn("canbo@th.vn")
	b.Submit("/admin/logout", nil)
	b.Sees(http.StatusOK, "Anh/Chị đã đăng xuất.")
	if b.Get("/admin/"); b.Path != "/admin/login" {
		t.Errorf("after logout the queue is at %s", b.Path)
	}
}

func TestDemoAccountsAreListedInTheDemoOnly(t *testing.T) {
	accounts := func(demo bool) func(*admin.Deps) {
		return func(d *admin.Deps) {
			d.Demo, d.Password = demo, "phatngon-demo"
			d.Accounts = []people.Officer{{Email: "demo@th.vn", Role: people.RoleOperator, Unit: "TH-YT"}}
		}
	}
	b := admintest.New(t, accounts(true)).Browser()
	b.Get("/admin/login")
	b.Sees(http.StatusOK, "demo@th.vn", "phatngon-demo", "Sở Y tế")
	b = admintest.New(t, accounts(false)).Browser()
	b.Get("/admin/login")
	b.SeesNot("demo@th.vn", "phatngon-demo")
}

func TestPasswordChangeAsksForTheOldOneAndEndsSessions(t *testing.T) {
	o := admintest.New(t, nil)
	b, other := o.SignedIn("canbo@th.vn"), o.SignedIn("canbo@th.vn")
	b.Get("/admin/account")
	change := func(old, fresh, again string) {
		b.Submit("/admin/account/password", url.Values{"old": {old}, "password": {fresh}, "again": {again}})
	}
	change(admintest.Password, "mat-khau-moi-hon", "mat-khau-khac")
	b.Sees(http.StatusUnprocessableEntity, "chưa giống nhau")
	change("khong-dung-dau", "mat-khau-moi-hon", "mat-khau-moi-hon")
	b.Sees(http.StatusUnprocessableEntity, "Mật khẩu hiện tại chưa đúng")
	change(admintest.Password, "ngắn", "ngắn")
	b.Sees(http.StatusUnprocessableEntity, "từ 12")
	change(admintest.Password, "mat-khau-moi-hon", "mat-khau-moi-hon")
	b.Sees(http.StatusOK, "Đã đổi mật khẩu")
	if other.Get("/admin/"); other.Path != "/admin/login" {
		t.Errorf("the other session lives on at %s", other.Path)
	}
}

func TestAdministratorAddsAndLocksAccounts(t *testing.T) {
	o := admintest.New(t, nil)
	admin := o.SignedIn("quantri@th.vn")
	admin.Get("/admin/officers")
	form := url.Values{"name": {"Lê Thị <b>Mới</b>"}, "email": {"canbo@th.vn"}, "unit": {"Sở Y tế"}, "role": {"officer"}, "password": {admintest.Password}}
	admin.Submit("/admin/officers", form)
	admin.Sees(http.StatusUnprocessableEntity, "đã có tài khoản", `value="Lê Thị <b>Mới</b>"`)
	form.Set("email", "moi@th.vn")
	admin.Submit("/admin/officers", form)
	admin.Sees(http.StatusOK, "Đã thêm tài khoản moi@th.vn")

	fresh := o.SignedIn("moi@th.vn")
	officer, err := o.Flow.Store.OfficerByEmail(t.Context(), "moi@th.vn")
	if err != nil {
		t.Fatal(err)
	}
	admin.Submit("/admin/officers/"+officer.ID+"/disabled", nil)
	admin.Sees(http.StatusOK, "Đã khóa tài khoản")
	if fresh.Get("/admin/"); fresh.Path != "/admin/login" {
		t.Errorf("a locked account still sees %s", fresh.Path)
	}
	admin.Get("/admin/audit")
	admin.Sees(http.StatusOK, "Thêm tài khoản", "Khóa hoặc mở tài khoản")
}

func TestAttemptsAreCountedByTheAddressBehindTheProxy(t *testing.T) {
	o := admintest.New(t, nil)
	b := o.Browser()
	b.Get("/admin/login")
	attempt := func(email, password, address string) {
		form := b.Hidden("/admin/login")
		form.Set("email", email)
		form.Set("password", password)
		b.Post("/admin/login", form, map[string]string{"X-Forwarded-For": "1.2.3.4, " + address})
	}
	for range 80 {
		attempt("ai-do@th.vn", "sai", "203.0.113.7")
	}
	attempt("canbo@th.vn", admintest.Password, "203.0.113.7")
	b.Sees(http.StatusUnprocessableEntity, "10 phút")
	attempt("canbo@th.vn", admintest.Password, "203.0.113.8")
	b.Sees(http.StatusOK, "Hôm nay")
}
