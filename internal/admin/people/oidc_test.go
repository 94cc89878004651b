package people_test

import (
	"bytes"
	"context"
	"log/slog"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"phatngon/internal/admin/admintest"
	"phatngon/internal/desk/people"
	"phatngon/internal/flow/oidc"
)

const (
	agencyPath   = "/admin/login/oidc"
	agencyButton = "Đăng nhập bằng tài khoản cơ quan"
)

// withAgency is an office whose officers sign in by a provider, which knows who has this address.
func withAgency(t *testing.T, email string) (*admintest.Office, *agency) {
	t.Helper()
	o, a := admintest.New(t, nil), newAgency(t, email)
	o.Flow.Agency.Provider = oidc.New(oidc.Config{Issuer: a.URL, ClientID: clientID, ClientSecret: clientSecret, Redirect: o.URL + agencyPath + "/callback"})
	return o, a
}

func TestWithoutAProviderThereIsNoSuchWayIn(t *testing.T) {
	b := admintest.New(t, nil).Browser()
	b.Get("/admin/login")
	b.SeesNot(agencyButton)
	for _, path := range []string{agencyPath, agencyPath + "/callback?state=a&code=b"} {
		b.Get(path)
		b.Sees(http.StatusNotFound)
	}
}

func TestTheAgencysAccountOpensTheAccountOfItsVerifiedAddress(t *testing.T) {
	o, _ := withAgency(t, "CanBo@th.vn")
	b := o.Browser()
	b.Get("/admin/login?next=%2Fadmin%2Fstatements")
	b.Sees(http.StatusOK, agencyButton, agencyPath+"?next=%2fadmin%2fstatements")
	b.Get(agencyPath + "?next=%2Fadmin%2Fstatements")
	b.Sees(http.StatusOK, "Phát ngôn")
	if b.Path != "/admin/statements" {
		t.Errorf("it led to %s", b.Path)
	}
	all, err := o.Flow.Access.Sessions(context.Background(), o.Officer("canbo@th.vn").ID)
	if err != nil || len(all) != 1 || all[0].Second || all[0].ExpiresAt.Sub(all[0].CreatedAt) != 12*time.Hour {
		t.Errorf("it opened %+v, %v", all, err)
	}
	chief := o.SignedIn("quantri@th.vn")
	chief.Get("/admin/audit?action=officer.login")
	chief.Sees(http.StatusOK, "Người canbo@th.vn")
	if b.Get(agencyPath); b.Path != "/admin/home" {
		t.Errorf("who is signed in is led to %s", b.Path)
	}
}

func TestItLeadsToPagesOfThePanelOnly(t *testing.T) {
	o, _ := withAgency(t, "canbo@th.vn")
	for _, next := range []string{"https://evil.example/", "//evil.example/admin/", "/admin/logout", "/admin/" + strings.Repeat("x", 4000)} {
		b := o.Browser()
		b.Get(agencyPath + "?next=" + url.QueryEscape(next[:min(len(next), 3000)]))
		if b.Status != http.StatusOK || b.Path != "/admin/home" {
			t.Errorf("next=%.30q leads to %d at %.60s", next, b.Status, b.Path)
		}
	}
}

func TestWhatTheProviderDoesNotVouchForOpensNothing(t *testing.T) {
	const known = "canbo@th.vn"
	cases := map[string]struct {
		email  string
		change func(*admintest.Office, *agency)
		says   string
	}{
		"a token for another sign-in":         {known, func(_ *admintest.Office, a *agency) { a.claims["nonce"] = "khac" }, "Chưa xác nhận được"},
		"a token for another program":         {known, func(_ *admintest.Office, a *agency) { a.claims["aud"] = "khac" }, "Chưa xác nhận được"},
		"a token made for another program":    {known, func(_ *admintest.Office, a *agency) { a.claims["azp"] = "khac" }, "Chưa xác nhận được"},
		"a token of another provider":         {known, func(_ *admintest.Office, a *agency) { a.claims["iss"] = "https://khac.example" }, "Chưa xác nhận được"},
		"a token that has expired":            {known, func(_ *admintest.Office, a *agency) { a.claims["exp"] = time.Now().Add(-time.Hour).Unix() }, "Chưa xác nhận được"},
		"another state":                       {known, func(_ *admintest.Office, a *agency) { a.back = url.Values{"state": {"khac"}} }, "đã cũ hoặc không khớp"},
		"a code of nobody":                    {known, func(_ *admintest.Office, a *agency) { a.back = url.Values{"code": {"khac"}} }, "Chưa xác nhận được"},
		"a refusal at the provider":           {known, func(_ *admintest.Office, a *agency) { a.back = url.Values{"code": nil, "error": {"access_denied"}} }, "không cho đăng nhập"},
		"an address that is not verified":     {known, func(_ *admintest.Office, a *agency) { a.claims["email_verified"] = false }, "chưa xác nhận địa chỉ e-mail"},
		"an address verified in words only":   {known, func(_ *admintest.Office, a *agency) { a.claims["email_verified"] = "true" }, "chưa xác nhận địa chỉ e-mail"},
		"an address of which nothing is said": {known, func(_ *admintest.Office, a *agency) { delete(a.claims, "email_verified") }, "chưa xác nhận địa chỉ e-mail"},
		"no address":                          {known, func(_ *admintest.Office, a *agency) { a.claims = nil }, "chưa xác nhận địa chỉ e-mail"},
		"an address without account":          {"nguoila@th.vn", nil, "không có tài khoản nào đang dùng"},
		"an address that only looks like one": {"\u212aanbo@th.vn", func(o *admintest.Office, _ *agency) { o.Hire("kanbo@th.vn", people.RoleOperator, "TH-YT") }, "không có tài khoản nào đang dùng"},
		"a locked account":                    {known, lock, "không có tài khoản nào đang dùng"},
		"userinfo of somebody else": {known, func(_ *admintest.Office, a *agency) {
			a.claims, a.info = nil, map[string]any{"sub": "8", "email": known, "email_verified": true}
		}, "Chưa xác nhận được"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			o, a := withAgency(t, c.email)
			if c.change != nil {
				a.now(func() { c.change(o, a) })
			}
			before := officers(o)
			b := o.Browser()
			b.Get(agencyPath + "?next=%2Fadmin%2Fstatements")
			b.Sees(http.StatusUnprocessableEntity, c.says, agencyButton, `name="password"`)
			if b.Get("/admin/statements"); b.Path != "/admin/login" {
				t.Errorf("it opened %s", b.Path)
			}
			if officers(o) != before {
				t.Error("an account was made")
			}
		})
	}
}

func lock(o *admintest.Office, _ *agency) {
	if err := o.Flow.Access.SetOfficerDisabled(context.Background(), o.Officer("quantri@th.vn"), o.Officer("canbo@th.vn").ID, true); err != nil {
		o.Fatal(err)
	}
}

func officers(o *admintest.Office) int {
	all, err := o.Flow.Store.Officers(context.Background())
	if err != nil {
		o.Fatal(err)
	}
	return len(all)
}

func TestAnAddressThatOnlyTheUserinfoNamesCountsToo(t *testing.T) {
	o, a := withAgency(t, "")
	a.now(func() {
		a.claims, a.info = nil, map[string]any{"sub": "7", "email": "canbo@th.vn", "email_verified": true}
	})
	b := o.Browser()
	if b.Get(agencyPath); b.Path != "/admin/home" {
		t.Errorf("it led to %d at %s", b.Status, b.Path)
	}
}

func TestWhoIsRefusedIsCountedInTheAuditAndNamedNowhereElse(t *testing.T) {
	o, a := withAgency(t, "canbo@th.vn")
	var log bytes.Buffer
	o.Flow.Agency.Log = slog.New(slog.NewTextHandler(&log, &slog.HandlerOptions{Level: slog.LevelDebug}))
	lock(o, a)
	o.Browser().Get(agencyPath)
	a.now(func() { a.claims["email"] = "nguoila@th.vn" })
	o.Browser().Get(agencyPath)
	a.now(func() { a.claims["nonce"] = "khac" })
	o.Browser().Get(agencyPath)
	if err := o.Flow.Access.AuditLoginFailures(context.Background(), time.Now()); err != nil {
		t.Fatal(err)
	}
	b := o.SignedIn("quantri@th.vn")
	b.Get("/admin/audit?action=officer.login_failed")
	b.Sees(http.StatusOK, "1 lần từ chối tài khoản cơ quan (tài khoản ở đây đã khóa", "1 lần từ chối tài khoản cơ quan không có tài khoản ở đây")
	if got := log.String(); !strings.Contains(got, "not for this sign-in") || strings.Contains(got, "@") || strings.Contains(got, "vao-cua") || strings.Contains(got, "code=") {
		t.Errorf("the log says %s", got)
	}
}

func TestWithoutTheProviderThePasswordOpensThePanel(t *testing.T) {
	o, a := withAgency(t, "canbo@th.vn")
	a.now(func() { a.away = true })
	b := o.Browser()
	b.Get("/admin/login")
	b.Sees(http.StatusOK, agencyButton)
	b.Get(agencyPath + "?next=%2Fadmin%2Fstatements")
	b.Sees(http.StatusServiceUnavailable, "Chưa liên lạc được", "đăng nhập bằng mật khẩu")
	b.Submit("/admin/login", url.Values{"email": {"canbo@th.vn"}, "password": {admintest.Password}})
	if b.Path != "/admin/statements" {
		t.Errorf("the password led to %d at %s", b.Status, b.Path)
	}
	a.now(func() { a.away = false })
	again := o.Browser()
	if again.Get(agencyPath); again.Path != "/admin/home" {
		t.Errorf("once it is back it leads to %d at %s", again.Status, again.Path)
	}
	a.Close()
	gone := o.Browser()
	gone.Get(agencyPath + "/callback?state=a&code=b")
	gone.Sees(http.StatusUnprocessableEntity, "đã cũ hoặc không khớp")
}

func TestTheSecondFactorIsAskedForAfterIt(t *testing.T) {
	o, _ := withAgency(t, "canbo@th.vn")
	recovery := enrol(o.SignedIn("canbo@th.vn"), "canbo@th.vn")
	b := o.Browser()
	b.Get(agencyPath + "?next=%2Fadmin%2Fstatements")
	b.Sees(http.StatusOK, "Bước đầu đã đúng", "mã 6 số")
	if b.Get("/admin/statements"); b.Path != "/admin/login" {
		t.Errorf("the provider alone opened %s", b.Path)
	}
	b.Get("/admin/login/code?next=%2Fadmin%2Fstatements")
	b.Submit("/admin/login/code", url.Values{"code": {recovery[0]}})
	if b.Path != "/admin/statements" {
		t.Errorf("the code led to %s", b.Path)
	}
}

func TestARoleThatIsToHaveASecondFactorIsLedToIt(t *testing.T) {
	o, _ := withAgency(t, "canbo@th.vn")
	if err := o.Flow.Rules.Save(context.Background(), o.Officer("quantri@th.vn"), "signin", time.Now().Add(-time.Minute), []byte(`{"note":"","certainty":"U","second_factor":["officer"],"invite_hours":72,"reset_minutes":60}`)); err != nil {
		t.Fatal(err)
	}
	b := o.Browser()
	b.Get(agencyPath + "?next=%2Fadmin%2Fstatements")
	b.Sees(http.StatusOK, "bắt buộc xác thực hai bước")
	if b.Path != secondPath {
		t.Errorf("it led to %s", b.Path)
	}
}

// begun is a sign-in up to where the provider sends the person back.
type begun struct {
	cookies []*http.Cookie
	back    string
}

func begin(o *admintest.Office) begun {
	o.Helper()
	start := once(o, o.URL+agencyPath, nil)
	cookies := start.Cookies()
	return begun{cookies, once(o, start.Header.Get("Location"), nil).Header.Get("Location")}
}

// once asks for a page and follows nowhere.
func once(o *admintest.Office, address string, cookies []*http.Cookie) *http.Response {
	o.Helper()
	request, err := http.NewRequest(http.MethodGet, address, nil)
	if err != nil {
		o.Fatal(err)
	}
	for _, c := range cookies {
		request.AddCookie(c)
	}
	client := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	response, err := client.Do(request)
	if err != nil {
		o.Fatal(err)
	}
	_ = response.Body.Close()
	return response
}

func (b begun) finish(o *admintest.Office, cookies []*http.Cookie) (status int, session bool) {
	o.Helper()
	response := once(o, b.back, cookies)
	for _, c := range response.Cookies() {
		session = session || strings.HasSuffix(c.Name, "session") && c.Value != ""
	}
	return response.StatusCode, session
}

func TestAReturnCountsOnceInItsBrowserAndInTime(t *testing.T) {
	o, _ := withAgency(t, "canbo@th.vn")
	expect := func(what string, b begun, cookies []*http.Cookie, status int, opens bool) {
		t.Helper()
		if got, session := b.finish(o, cookies); got != status || session != opens {
			t.Errorf("%s: %d, session %v; want %d, %v", what, got, session, status, opens)
		}
	}
	first, other := begin(o), begin(o)
	expect("without what the browser kept", first, nil, 422, false)
	expect("in another's browser", first, other.cookies, 422, false)
	expect("in its own", first, first.cookies, 303, true)
	expect("again, by who has all of it", first, first.cookies, 422, false)
	late := begin(o)
	o.Flow.Agency.Now = func() time.Time { return time.Now().Add(oidc.Life) }
	expect("too late", late, late.cookies, 422, false)
}
