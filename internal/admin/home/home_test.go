package home_test

import (
	"net/http"
	"net/url"
	"regexp"
	"testing"

	"phatngon/internal/admin/admintest"
)

// number is what stands before a text on the page.
func number(b *admintest.Browser, text string) string {
	m := regexp.MustCompile(`<b>([^<]*)</b><span[^>]*>` + regexp.QuoteMeta(text) + `<`).FindStringSubmatch(b.Body)
	if m == nil {
		return "no such number"
	}
	return m[1]
}

func TestEachRoleSeesWhatWaitsForIt(t *testing.T) {
	o := admintest.New(t, nil)
	o.Ask("Khi nào có lịch tiêm chủng mới?")
	o.Drafted("Trạm y tế mở cửa lúc mấy giờ?")
	for email, want := range map[string]map[string]string{
		"canbo@th.vn":    {"Quá hạn": "0", "Chưa ai nhận": "1", "Tôi đang xử lý": "1", "Chờ người phát ngôn duyệt": "1", "Người chờ gặp cán bộ": "no such number"},
		"phatngon@th.vn": {"Chưa ai nhận": "1", "Tôi đang xử lý": "0", "Chờ duyệt": "1"},
		"noikhac@th.vn":  {"Chưa ai nhận": "0", "Chờ người phát ngôn duyệt": "0"},
		"quantri@th.vn":  {"Chưa ai nhận": "1", "Chờ người phát ngôn duyệt": "1", "Tôi đang xử lý": "no such number", "Người chờ gặp cán bộ": "0"},
	} {
		b := o.SignedIn(email)
		b.Get("/admin/home")
		b.Sees(http.StatusOK, "Hôm nay")
		for text, n := range want {
			if got := number(b, text); got != n {
				t.Errorf("%s: %q is %s, want %s", email, text, got, n)
			}
		}
	}
}

func TestEachNumberLeadsToTheListItCounts(t *testing.T) {
	o := admintest.New(t, nil)
	code := o.Drafted("Trạm y tế mở cửa lúc mấy giờ?")
	b := o.SignedIn("phatngon@th.vn")
	b.Get("/admin/home")
	var links []string
	for _, m := range regexp.MustCompile(`<li><a href="([^"]+)"`).FindAllStringSubmatch(b.Body, -1) {
		links = append(links, m[1])
	}
	if len(links) < 6 {
		t.Fatalf("%d numbers", len(links))
	}
	for _, link := range links {
		b.Get(link)
		b.Sees(http.StatusOK)
		if at, _ := url.Parse(link); at.Path == "/admin/approvals" {
			b.Sees(http.StatusOK, code)
		}
	}
}
