package admin

import (
	"net/http"
	"net/url"
	"testing"

	"phatngon/internal/desk/people"
)

func TestLoginKeepsTheAddressWhenThePasswordIsWrong(t *testing.T) {
	o := newOffice(t, nil)
	b := o.browser()
	b.get("/admin/login?next=/admin/statements")
	b.submit("/admin/login", url.Values{"email": {"canbo@th.vn"}, "password": {"khong-dung-dau"}})
	b.sees(http.StatusUnprocessableEntity, `value="canbo@th.vn"`, "chưa đúng")
	b.seesNot("khong-dung-dau")
	b.submit("/admin/login", url.Values{"email": {"canbo@th.vn"}, "password": {password}})
	b.sees(http.StatusOK, "Soạn phát ngôn mới")
	if b.path != "/admin/statements" {
		t.Errorf("login ended at %s, want the page asked for", b.path)
	}
}

func TestLoginSaysWhenThereWereTooManyAttempts(t *testing.T) {
	o := newOffice(t, nil)
	b := o.browser()
	b.get("/admin/login")
	for range 9 {
		b.submit("/admin/login", url.Values{"email": {"canbo@th.vn"}, "password": {"sai"}})
	}
	b.sees(http.StatusUnprocessableEntity, "10 phút")
}

func TestLogoutEndsTheSession(t *testing.T) {
	o := newOffice(t, nil)
	b := o.signedIn("canbo@th.vn")
	b.submit("/admin/logout", nil)
	b.sees(http.StatusOK, "Anh/Chị đã đăng xuất.")
	if b.get("/admin/"); b.path != "/admin/login" {
		t.Errorf("after logout the queue is at %s", b.path)
	}
}

func TestDemoAccountsAreListedInTheDemoOnly(t *testing.T) {
	accounts := func(demo bool) func(*Deps) {
		return func(d *Deps) {
			d.Demo, d.Password = demo, "phatngon-demo"
			d.Accounts = []people.Officer{{Email: "demo@th.vn", Role: people.RoleOperator, Unit: "TH-YT"}}
		}
	}
	b := newOffice(t, accounts(true)).browser()
	b.get("/admin/login")
	b.sees(http.StatusOK, "demo@th.vn", "phatngon-demo", "Sở Y tế")
	b = newOffice(t, accounts(false)).browser()
	b.get("/admin/login")
	b.seesNot("demo@th.vn", "phatngon-demo")
}

func TestPasswordChangeAsksForTheOldOneAndEndsSessions(t *testing.T) {
	o := newOffice(t, nil)
	b, other := o.signedIn("canbo@th.vn"), o.signedIn("canbo@th.vn")
	b.get("/admin/account")
	change := func(old, fresh, again string) {
		b.submit("/admin/account/password", url.Values{"old": {old}, "password": {fresh}, "again": {again}})
	}
	change(password, "mat-khau-moi-hon", "mat-khau-khac")
	b.sees(http.StatusUnprocessableEntity, "chưa giống nhau")
	change("khong-dung-dau", "mat-khau-moi-hon", "mat-khau-moi-hon")
	b.sees(http.StatusUnprocessableEntity, "Mật khẩu hiện tại chưa đúng")
	change(password, "ngắn", "ngắn")
	b.sees(http.StatusUnprocessableEntity, "từ 12")
	change(password, "mat-khau-moi-hon", "mat-khau-moi-hon")
	b.sees(http.StatusOK, "Đã đổi mật khẩu")
	if other.get("/admin/"); other.path != "/admin/login" {
		t.Errorf("the other session lives on at %s", other.path)
	}
}

func TestAdministratorAddsAndLocksAccounts(t *testing.T) {
	o := newOffice(t, nil)
	admin := o.signedIn("quantri@th.vn")
	admin.get("/admin/officers")
	form := url.Values{"name": {"Lê Thị <b>Mới</b>"}, "email": {"canbo@th.vn"}, "unit": {"Sở Y tế"}, "role": {"officer"}, "password": {password}}
	admin.submit("/admin/officers", form)
	admin.sees(http.StatusUnprocessableEntity, "đã có tài khoản", `value="Lê Thị <b>Mới</b>"`)
	form.Set("email", "moi@th.vn")
	admin.submit("/admin/officers", form)
	admin.sees(http.StatusOK, "Đã thêm tài khoản moi@th.vn")

	fresh := o.signedIn("moi@th.vn")
	officer, err := o.flow.Store.OfficerByEmail(t.Context(), "moi@th.vn")
	if err != nil {
		t.Fatal(err)
	}
	admin.submit("/admin/officers/"+officer.ID+"/disabled", nil)
	admin.sees(http.StatusOK, "Đã khóa tài khoản")
	if fresh.get("/admin/"); fresh.path != "/admin/login" {
		t.Errorf("a locked account still sees %s", fresh.path)
	}
	admin.get("/admin/audit")
	admin.sees(http.StatusOK, "Thêm tài khoản", "Khóa hoặc mở tài khoản")
}

func TestAttemptsAreCountedByTheAddressBehindTheProxy(t *testing.T) {
	o := newOffice(t, nil)
	b := o.browser()
	b.get("/admin/login")
	attempt := func(email, password, address string) {
		form := b.hidden("/admin/login")
		form.Set("email", email)
		form.Set("password", password)
		b.post("/admin/login", form, map[string]string{"X-Forwarded-For": "1.2.3.4, " + address})
	}
	for range 80 {
		attempt("ai-do@th.vn", "sai", "203.0.113.7")
	}
	attempt("canbo@th.vn", password, "203.0.113.7")
	b.sees(http.StatusUnprocessableEntity, "10 phút")
	attempt("canbo@th.vn", password, "203.0.113.8")
	b.sees(http.StatusOK, "Yêu cầu cung cấp thông tin")
}
