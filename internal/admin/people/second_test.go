package people_test

import (
	"context"
	"html"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"phatngon/internal/admin/admintest"
	"phatngon/internal/desk/people"
)

const secondPath = "/admin/account/second"

var (
	shownSecret   = regexp.MustCompile(`data-testid="second-secret">([A-Z2-7 ]+)<`)
	shownRecovery = regexp.MustCompile(`<li><code>([2-9A-Z]{5}-[2-9A-Z]{5})</code>`)
)

// stored is the secret that waits, as the database would let its owner compute codes.
func stored(o *admintest.Office, email string) []byte {
	o.Helper()
	secret, err := o.Flow.Access.Second.Proposed(o.Context(), o.Officer(email).ID)
	if err != nil {
		o.Fatal(err)
	}
	return secret
}

// enrol turns it on in a browser; the recovery codes that were shown.
func enrol(b *admintest.Browser, email string) (recovery []string) {
	b.Helper()
	b.Get(secondPath)
	b.Submit(secondPath, nil)
	b.Sees(http.StatusOK, "<svg class=\"qr\"", "Không quét được?")
	secret := stored(b.Office, email)
	if m := shownSecret.FindStringSubmatch(b.Body); m == nil || m[1] != people.SecretText(secret) {
		b.Fatalf("the page shows %v, want %s", m, people.SecretText(secret))
	}
	b.Submit(secondPath+"/confirm", url.Values{"code": {"000000"}})
	b.Sees(http.StatusUnprocessableEntity, "Mã chưa đúng", people.SecretText(secret))
	b.Submit(secondPath+"/confirm", url.Values{"code": {people.Code(secret, people.CodeStep(time.Now())+1)}})
	b.Sees(http.StatusOK, "Xác thực hai bước đang bật", "Mã dự phòng")
	b.SeesNot(people.SecretText(secret))
	for _, m := range shownRecovery.FindAllStringSubmatch(b.Body, -1) {
		recovery = append(recovery, html.UnescapeString(m[1]))
	}
	if len(recovery) != people.RecoveryCodes {
		b.Fatalf("%d recovery codes are shown", len(recovery))
	}
	return recovery
}

func signIn(b *admintest.Browser, email string) {
	b.Helper()
	b.Get("/admin/login?next=%2Fadmin%2Fstatements")
	b.Submit("/admin/login", url.Values{"email": {email}, "password": {admintest.Password}})
}

func TestOnceItIsOnSignInAsksForACodeAndRecoveryCodesWorkOnce(t *testing.T) {
	o := admintest.New(t, nil)
	b, elsewhere := o.SignedIn("canbo@th.vn"), o.SignedIn("canbo@th.vn")
	b.Get("/admin/account")
	b.Sees(http.StatusOK, "Đang tắt: ai biết mật khẩu")
	recovery := enrol(b, "canbo@th.vn")
	b.Get(secondPath)
	b.Sees(http.StatusOK, "Đang bật", "Còn 10 mã dự phòng")
	b.SeesNot(recovery[0])
	if elsewhere.Get("/admin/account"); elsewhere.Path != "/admin/login" {
		t.Errorf("a session from before goes on at %s", elsewhere.Path)
	}

	fresh := o.Browser()
	if fresh.Get("/admin/login/code"); fresh.Path != "/admin/login" {
		t.Errorf("the code is asked for before a password, at %s", fresh.Path)
	}
	signIn(fresh, "canbo@th.vn")
	fresh.Sees(http.StatusOK, "Bước đầu đã đúng", "mã 6 số")
	if fresh.Get("/admin/statements"); fresh.Path != "/admin/login" {
		t.Errorf("the password alone opened %s", fresh.Path)
	}
	fresh.Get("/admin/login/code?next=%2Fadmin%2Fstatements")
	fresh.Submit("/admin/login/code", url.Values{"code": {"111111"}})
	fresh.Sees(http.StatusUnprocessableEntity, "Mã chưa đúng")
	fresh.Submit("/admin/login/code", url.Values{"code": {strings.ToLower(recovery[0])}})
	fresh.Sees(http.StatusOK, "Phát ngôn")
	if fresh.Path != "/admin/statements" {
		t.Errorf("the code led to %s", fresh.Path)
	}
	again := o.Browser()
	signIn(again, "canbo@th.vn")
	again.Submit("/admin/login/code", url.Values{"code": {recovery[0]}})
	again.Sees(http.StatusUnprocessableEntity, "đã dùng")

	fresh.Get(secondPath)
	fresh.Sees(http.StatusOK, "Còn 9 mã dự phòng")
	fresh.Submit(secondPath+"/recovery", url.Values{"code": {"222222"}})
	fresh.Sees(http.StatusUnprocessableEntity, `id="renew-wrong"`)
	fresh.Submit(secondPath+"/recovery", url.Values{"code": {recovery[1]}})
	fresh.Sees(http.StatusOK, "mã cũ, nếu có, không dùng được nữa")
	renewed := shownRecovery.FindStringSubmatch(fresh.Body)[1]
	fresh.Get(secondPath)
	fresh.Submit(secondPath+"/end", url.Values{"code": {recovery[2]}})
	fresh.Sees(http.StatusUnprocessableEntity, `id="end-wrong"`)
	fresh.Submit(secondPath+"/end", url.Values{"code": {renewed}})
	fresh.Sees(http.StatusOK, "Đã tắt xác thực hai bước")
	o.SignedIn("canbo@th.vn")

	chief := o.SignedIn("quantri@th.vn")
	chief.Get("/admin/audit")
	chief.Sees(http.StatusOK, "Bật xác thực hai bước", "Dùng một mã dự phòng", "Còn 9 mã dự phòng", "Tắt xác thực hai bước")
}

func TestAnAdministratorResetsItForWhoLostThePhone(t *testing.T) {
	o := admintest.New(t, nil)
	lost := o.SignedIn("canbo@th.vn")
	enrol(lost, "canbo@th.vn")
	b := o.SignedIn("quantri@th.vn")
	b.Get("/admin/officers/officer-canbo@th.vn")
	b.Submit("/admin/officers/officer-canbo@th.vn/second", nil)
	b.Sees(http.StatusOK, "Đã đặt lại xác thực hai bước")
	b.Get("/admin/officers/officer-canbo@th.vn")
	b.Sees(http.StatusOK, "Cán bộ chưa bật xác thực hai bước")
	if lost.Get("/admin/account"); lost.Path != "/admin/login" {
		t.Errorf("the session goes on at %s", lost.Path)
	}
	o.SignedIn("canbo@th.vn")
	b.Get("/admin/audit")
	b.Sees(http.StatusOK, "Đặt lại xác thực hai bước")
}

func TestARoleThatIsToHaveItDoesNothingElseFirst(t *testing.T) {
	o := admintest.New(t, nil)
	code := o.Ask("Khi nào có lịch tiêm chủng mới?")
	b := o.SignedIn("canbo@th.vn")
	b.Get("/admin/requests/" + code)
	form := b.Hidden("/admin/requests/" + code + "/assign")
	if err := o.Flow.Rules.Save(context.Background(), o.Officer("quantri@th.vn"), "signin", time.Now().Add(-time.Minute), []byte(`{"note":"","certainty":"U","second_factor":["officer"],"invite_hours":72,"reset_minutes":60}`)); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{"/admin/", "/admin/requests/" + code, "/admin/statistics/export.csv", "/admin/account"} {
		if b.Get(path); b.Path != secondPath {
			t.Errorf("%s is open without it: %d at %s", path, b.Status, b.Path)
		}
	}
	b.Sees(http.StatusOK, "bắt buộc xác thực hai bước")
	form.Set("reason", "Chữ đã gõ")
	b.Post("/admin/requests/"+code+"/assign", form, nil)
	b.Sees(http.StatusForbidden, "Bật xác thực hai bước", "Chữ đã gõ")
	if got := o.Request(code).Parts[0].State; got != "received" {
		t.Errorf("the step was taken all the same: %s", got)
	}
	enrol(b, "canbo@th.vn")
	b.Get("/admin/requests/" + code)
	b.Sees(http.StatusOK, code)
	b.Get(secondPath)
	b.Sees(http.StatusOK, "không tắt được")
	o.SignedIn("quantri@th.vn")
}
