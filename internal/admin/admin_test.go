package admin_test

import (
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"phatngon/internal/admin"
	"phatngon/internal/admin/admintest"
)

func TestNobodyEntersWithoutLogin(t *testing.T) {
	o := admintest.New(t, nil)
	for _, route := range o.App.GetRoutes(true) {
		if route.Method != http.MethodGet || slices.Contains(open, "GET "+route.Path) {
			continue
		}
		b := o.Browser()
		b.Get(strings.NewReplacer(":code", "TH-2026-00001", "*", "x").Replace(route.Path))
		if b.Path != "/admin/login" {
			t.Errorf("GET %s without login ended at %s (%d)", route.Path, b.Path, b.Status)
		}
	}
}

func TestEveryFormWithoutItsTokenIsRefused(t *testing.T) {
	o := admintest.New(t, nil)
	b := o.SignedIn("quantri@th.vn")
	for _, route := range o.App.GetRoutes(true) {
		if route.Method != http.MethodPost {
			continue
		}
		path := strings.NewReplacer(":code", "TH-2026-00001", ":id", "x").Replace(route.Path)
		for name, token := range map[string]string{"no token": "", "a wrong token": "0123456789abcdef"} {
			b.Post(path, url.Values{"csrf": {token}, "part": {"0"}, "version": {"1"}}, nil)
			if b.Status != http.StatusForbidden || !strings.Contains(b.Body, "Biểu mẫu đã hết hạn") {
				t.Errorf("POST %s with %s answered %d", path, name, b.Status)
			}
		}
	}
}

func TestFormsOfOtherSitesAreRefused(t *testing.T) {
	o := admintest.New(t, nil)
	code := o.Ask("Khi nào có lịch tiêm chủng mới?")
	b := o.SignedIn("canbo@th.vn")
	b.Get("/admin/requests/" + code)
	values := b.Hidden("/admin/requests/" + code + "/assign")
	for name, headers := range map[string]map[string]string{
		"foreign origin":               {"Origin": "https://evil.example"},
		"opaque origin":                {"Origin": "null"},
		"cross-site by the browser":    {"Sec-Fetch-Site": "cross-site"},
		"sister host of the same site": {"Sec-Fetch-Site": "same-site"},
	} {
		t.Run(name, func(t *testing.T) {
			b.Post("/admin/requests/"+code+"/assign", values, headers)
			b.Sees(http.StatusForbidden, "Biểu mẫu đến từ trang khác")
		})
	}
	if got := o.Request(code).State; got != "received" {
		t.Errorf("state is %s, want received", got)
	}
	b.Post("/admin/requests/"+code+"/assign", values, map[string]string{"Origin": "https://phatngon.example"})
	b.Sees(http.StatusOK, "Anh/Chị đã nhận xử lý")
}

func TestPagesCarrySecurityHeaders(t *testing.T) {
	o := admintest.New(t, nil)
	response, err := http.Get(o.URL + "/admin/login")
	if err != nil {
		t.Fatal(err)
	}
	response.Body.Close()
	csp := response.Header.Get("Content-Security-Policy")
	if !strings.Contains(csp, "default-src 'none'") || strings.Contains(csp, "unsafe") {
		t.Errorf("Content-Security-Policy is %q", csp)
	}
	for name, want := range map[string]string{
		"X-Content-Type-Options": "nosniff", "X-Frame-Options": "DENY", "Referrer-Policy": "same-origin", "Cache-Control": "no-store",
	} {
		if got := response.Header.Get(name); got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
}

func TestSessionCookieIsLockedDown(t *testing.T) {
	for name, secure := range map[string]bool{"over http": false, "over https": true} {
		t.Run(name, func(t *testing.T) {
			o := admintest.New(t, func(d *admin.Deps) { d.Secure = secure })
			cookie := sessionCookieOf(t, o)
			if !cookie.HttpOnly || cookie.SameSite != http.SameSiteLaxMode || cookie.Path != "/" || cookie.Domain != "" {
				t.Errorf("cookie is %v", cookie)
			}
			if cookie.Secure != secure || strings.HasPrefix(cookie.Name, "__Host-") != secure {
				t.Errorf("secure is %v and name %q over %s", cookie.Secure, cookie.Name, name)
			}
		})
	}
}

// sessionCookieOf signs in without a jar, because a jar keeps no secure cookie
// of a plain http server.
func sessionCookieOf(t *testing.T, o *admintest.Office) *http.Cookie {
	t.Helper()
	client := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	page, err := client.Get(o.URL + "/admin/login")
	if err != nil {
		t.Fatal(err)
	}
	page.Body.Close()
	visitor := page.Cookies()[0]
	form := url.Values{"csrf": {visitor.Value}, "email": {"canbo@th.vn"}, "password": {admintest.Password}}
	request, err := http.NewRequest(http.MethodPost, o.URL+"/admin/login", strings.NewReader(form.Encode()))
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	request.AddCookie(visitor)
	response, err := client.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	response.Body.Close()
	for _, cookie := range response.Cookies() {
		if strings.HasSuffix(cookie.Name, "session") {
			return cookie
		}
	}
	t.Fatalf("no session cookie, status %d", response.StatusCode)
	return nil
}

func TestWhatWasTypedSurvivesTheEndOfASession(t *testing.T) {
	o := admintest.New(t, nil)
	code := o.Ask("Khi nào có lịch tiêm chủng mới?")
	b := o.SignedIn("canbo@th.vn")
	b.Get("/admin/requests/" + code)
	values := b.Hidden("/admin/requests/" + code + "/draft")
	values.Set("text", "Một câu trả lời đã viết rất lâu")
	b.Submit("/admin/logout", nil)
	b.Post("/admin/requests/"+code+"/draft", values, nil)
	b.Sees(http.StatusUnauthorized, "Phiên làm việc đã hết", "Một câu trả lời đã viết rất lâu",
		`href="/admin/login?next=%2Fadmin%2Frequests%2F`+code+`" target="_blank"`)
}

func TestRolesDecideWhatIsReached(t *testing.T) {
	o := admintest.New(t, nil)
	o.Hire("dieuphoi@th.vn", "officer", "TH-VPUB")
	code := o.Ask("Khi nào có lịch tiêm chủng mới?")
	for _, c := range []struct {
		who, path string
		want      int
	}{
		{"canbo@th.vn", "/admin/requests/" + code, 200},
		{"noikhac@th.vn", "/admin/requests/" + code, 403},
		{"dieuphoi@th.vn", "/admin/requests/" + code, 200},
		{"canbo@th.vn", "/admin/requests/TH-2026-99999", 404},
		{"canbo@th.vn", "/admin/failed", 200},
		{"canbo@th.vn", "/admin/handovers", 200},
		{"dieuphoi@th.vn", "/admin/handovers", 200},
		{"dieuphoi@th.vn", "/admin/policies", 403},
		{"quantri@th.vn", "/admin/policies", 200},
		{"dieuphoi@th.vn", "/admin/failed", 200},
		{"dieuphoi@th.vn", "/admin/officers", 403},
		{"phatngon@th.vn", "/admin/audit", 403},
		{"quantri@th.vn", "/admin/audit", 200},
		{"quantri@th.vn", "/admin/officers", 200},
		{"quantri@th.vn", "/admin/statements/new", 403},
		{"quantri@th.vn", "/admin/statements/import", 200},
		{"canbo@th.vn", "/admin/statements/import", 200},
		{"canbo@th.vn", "/admin/khong-co", 404},
		{"canbo@th.vn", "/admin", 200},
		{"canbo@th.vn", "/admin/requests/" + code + "/draft", 200},
		{"canbo@th.vn", "/admin/?after=bịa", 422},
	} {
		b := o.SignedIn(c.who)
		if b.Get(c.path); b.Status != c.want {
			t.Errorf("%s at %s got %d, want %d", c.who, c.path, b.Status, c.want)
		}
	}
}

func TestALinkCannotFillInAForm(t *testing.T) {
	o := admintest.New(t, nil)
	code := o.Drafted("Khi nào có lịch tiêm chủng mới?")
	b := o.SignedIn("phatngon@th.vn")
	b.Get("/admin/requests/" + code)
	b.Post("/admin/requests/"+code+"/approve?confirm=yes", b.Hidden("/admin/requests/"+code+"/approve"), nil)
	b.Sees(http.StatusUnprocessableEntity, "đánh dấu xác nhận")
}
