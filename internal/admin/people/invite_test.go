package people_test

import (
	"context"
	"html"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"phatngon/internal/admin/admintest"
	"phatngon/internal/mail"
	"phatngon/internal/mail/mailtest"
)

var shownLink = regexp.MustCompile(`https://phatngon\.example(/admin/login/password\?k=[0-9A-Za-z_.-]+)`)

// linkIn is the path of the link in a letter or on a page.
func linkIn(t *testing.T, text string) string {
	t.Helper()
	m := shownLink.FindStringSubmatch(html.UnescapeString(text))
	if m == nil {
		t.Fatalf("no link in %s", text)
	}
	return m[1]
}

var guest = url.Values{"email": {"moi@th.vn"}, "name": {"Người Mới"}, "unit": {"Sở Y tế"}, "role": {"officer"}}

func TestWithoutAMailServerTheLinkIsShownOnceToBeHandedOver(t *testing.T) {
	o := admintest.New(t, nil)
	b := o.SignedIn("quantri@th.vn")
	b.Get("/admin/officers")
	b.Sees(http.StatusOK, "Chưa cấu hình máy chủ thư")
	b.Submit("/admin/officers", guest)
	b.Sees(http.StatusOK, "tận tay", "Người Mới", "chỉ hiện lần này")
	link := linkIn(t, b.Body)
	b.Get("/admin/officers")
	b.Sees(http.StatusOK, "Chưa đặt mật khẩu")
	b.SeesNot(link)

	fresh := o.Browser()
	fresh.Get(link)
	fresh.Sees(http.StatusOK, "Người Mới", "moi@th.vn")
	fresh.Submit("/admin/login/password", url.Values{"password": {"mat-khau-tu-dat"}, "again": {"khac-han-roi"}})
	fresh.Sees(http.StatusUnprocessableEntity, "chưa giống nhau")
	fresh.Submit("/admin/login/password", url.Values{"password": {"ngan"}, "again": {"ngan"}})
	fresh.Sees(http.StatusUnprocessableEntity, "từ 12 đến 200")
	form := fresh.Hidden("/admin/login/password")
	fresh.Submit("/admin/login/password", url.Values{"password": {"mat-khau-tu-dat"}, "again": {"mat-khau-tu-dat"}})
	fresh.Sees(http.StatusOK, "Đã đặt mật khẩu", `value="moi@th.vn"`)
	fresh.Submit("/admin/login", url.Values{"email": {"moi@th.vn"}, "password": {"mat-khau-tu-dat"}})
	fresh.Sees(http.StatusOK, "Hôm nay")

	late := o.Browser()
	late.Get(link)
	late.Sees(http.StatusUnprocessableEntity, "không còn dùng được")
	form.Set("password", "mat-khau-ke-la")
	form.Set("again", "mat-khau-ke-la")
	fresh.Get("/admin/account")
	form.Set("csrf", fresh.Hidden("/admin/logout").Get("csrf"))
	fresh.Post("/admin/login/password", form, nil)
	fresh.Sees(http.StatusUnprocessableEntity, "không còn dùng được")

	b.Get("/admin/login/forgotten")
	b.Sees(http.StatusOK, "chưa gửi được thư", "nhờ quản trị viên")
	b.Get("/admin/audit")
	b.Sees(http.StatusOK, "Mời cán bộ, mở tài khoản", "Cán bộ soạn thảo, Sở Y tế", "Đặt mật khẩu bằng liên kết")
}

// withMail gives the office a mail server, and sends what waits until it has so many letters.
func withMail(o *admintest.Office) (sent func(n int) []mailtest.Letter) {
	o.Helper()
	s := mailtest.New(o.T)
	mailer, err := mail.New(s.URL, "phatngon@th.vn")
	if err != nil {
		o.Fatal(err)
	}
	o.Flow.Invitations.Mailer = mailer
	ctx, stop := context.WithCancel(o.Context())
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		_ = o.Flow.Inbox.Run(ctx, o.Flow.Inbound.Handle)
	}()
	o.Cleanup(func() { stop(); <-ended })
	return func(n int) []mailtest.Letter {
		all := s.Wait(ctx, n)
		if len(all) < n {
			o.Fatalf("%d letters, want %d", len(all), n)
		}
		return all
	}
}

func TestWithAMailServerLinksGoByLetterAndTheAnswerTellsNothing(t *testing.T) {
	o := admintest.New(t, nil)
	letters := withMail(o)
	b := o.SignedIn("quantri@th.vn")
	b.Get("/admin/officers")
	b.Submit("/admin/officers", guest)
	b.Sees(http.StatusOK, "đang được gửi tới moi@th.vn")
	b.SeesNot("/admin/login/password")
	if got := letters(1)[0]; got.To != "moi@th.vn" || strings.Contains(got.Text, admintest.Password) {
		t.Errorf("the letter is %+v", got)
	}
	b.Get("/admin/officers/officer-canbo@th.vn")
	b.Submit("/admin/officers/officer-canbo@th.vn/password-link", nil)
	b.Sees(http.StatusOK, "đang được gửi tới canbo@th.vn")
	renewed := letters(2)[1]

	stranger, pages := o.Browser(), []string{}
	for _, email := range []string{"phatngon@th.vn", "khongcoo@th.vn"} {
		stranger.Get("/admin/login")
		stranger.Sees(http.StatusOK, "Quên mật khẩu?")
		stranger.Get("/admin/login/forgotten")
		stranger.Submit("/admin/login/forgotten", url.Values{"email": {email}})
		stranger.Sees(http.StatusOK, "Nếu "+email+" là địa chỉ")
		pages = append(pages, strings.ReplaceAll(stranger.Body, email, ""))
	}
	if pages[0] != pages[1] {
		t.Error("the page tells whether there is such an account")
	}
	signedIn := o.SignedIn("canbo@th.vn")
	fresh := o.Browser()
	fresh.Get(linkIn(t, renewed.Text))
	fresh.Submit("/admin/login/password", url.Values{"password": {"mat-khau-tu-dat"}, "again": {"mat-khau-tu-dat"}})
	fresh.Sees(http.StatusOK, "Đã đặt mật khẩu")
	if signedIn.Get("/admin/account"); signedIn.Path != "/admin/login" {
		t.Errorf("a session from before goes on at %s", signedIn.Path)
	}
	if got := letters(3)[2]; got.To != "phatngon@th.vn" || !strings.Contains(got.Text, "hãy bỏ qua thư này") {
		t.Errorf("the letter is %+v", got)
	}
}
