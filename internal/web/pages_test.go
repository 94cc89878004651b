package web

import (
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/gofiber/fiber/v2"

	"phatngon/internal/backup"
	"phatngon/internal/desk/people"
	"phatngon/internal/edge"
	"phatngon/knowledge/statement"
)

func TestStatementPage(t *testing.T) {
	h := newHouse(t, nil, said("PN-1", nil))
	a := h.get("/s/PN-1").wantStatus(t, 200)
	a.wantText(t, "<h1>Tiến độ giải phóng mặt bằng đường ven biển</h1>", "<strong>29,1 km</strong>", "Nguyễn Văn A", "Giám đốc Sở Nông nghiệp và Môi trường",
		"Sở Nông nghiệp và Môi trường", "20/11/2026", "123/TB-SNNMT", `href="https://thanhhoa.gov.vn/1"`, "Văn bản, thông cáo báo chí",
		`<link rel="canonical" href="https://phatngon.example/s/PN-1">`, `<meta property="og:type" content="article">`,
		`"@type":"Article"`, `"name":"Nguyễn Văn A"`, `"datePublished":"2026-11-20T09:00:00+07:00"`, `lang="vi"`)
	a.wantNoText(t, "noindex", "thu hồi", "hết hiệu lực", "Dữ liệu mẫu", "style=", "onclick")
	h.get("/s/pn-1").wantStatus(t, 200)
}

func TestStatementPageSaysWhatBecameOfIt(t *testing.T) {
	at := func(s string) *time.Time {
		v, err := time.Parse("2006-01-02", s)
		if err != nil {
			t.Fatal(err)
		}
		return &v
	}
	h := newHouse(t, nil,
		said("PN-1", func(s *statement.Statement) {
			s.Status, s.WithdrawalReason = statement.StatusWithdrawn, "Sai số liệu"
		}),
		said("PN-2", func(s *statement.Statement) { s.Status = statement.StatusSuperseded }),
		said("PN-3", func(s *statement.Statement) { s.ValidUntil = at("2026-11-01") }),
		said("PN-4", func(s *statement.Statement) { s.ValidFrom = at("2026-12-01") }),
		said("MAU-2026-0001", nil))
	h.get("/s/PN-1").wantText(t, "đã được thu hồi", "Sai số liệu", "noindex")
	h.get("/s/PN-1").wantNoText(t, "29,1 km")
	h.get("/api/v1/statements/PN-1").wantNoText(t, "29,1 km")
	h.get("/s/PN-2").wantText(t, "đã được thay thế", "29,1 km")
	h.get("/s/PN-3").wantText(t, "đã hết hiệu lực từ ngày 01/11/2026")
	h.get("/s/PN-4").wantText(t, "có hiệu lực từ ngày 01/12/2026")
	h.get("/s/MAU-2026-0001").wantText(t, "Dữ liệu mẫu", "noindex")
	h.get("/api/public/v1/statements").wantNoText(t, "PN-1", "PN-2")
}

func TestWhatIsNotPublicIsNotFound(t *testing.T) {
	h := newHouse(t, nil,
		said("PN-1", func(s *statement.Statement) { s.Audience = statement.AudiencePress }),
		said("PN-2", func(s *statement.Statement) { s.Status = statement.StatusDraft }),
		said("PN-3", func(s *statement.Statement) { s.EmbargoUntil = ptr(today.Add(time.Minute)) }))
	nowhere := h.get("/s/PN-9").wantStatus(t, 404)
	nowhere.wantText(t, "dành cho báo chí", "Mini App")
	for _, code := range []string{"PN-1", "PN-2", "PN-3"} {
		for _, path := range []string{"/s/", "/v/", "/api/v1/statements/"} {
			h.get(path+code).wantStatus(t, 404).wantNoText(t, "ven biển")
		}
		if a := h.get("/s/" + code); strings.ReplaceAll(a.body, code, "PN-9") != nowhere.body {
			t.Errorf("the page of %s differs from one that never was", code)
		}
	}
	for _, path := range []string{"/", "/feed.atom", "/api/public/v1/statements", "/api/v1/statements"} {
		h.get(path).wantNoText(t, "PN-1", "PN-2", "PN-3")
	}
}

func TestAStatementCannotCarryMarkup(t *testing.T) {
	h := newHouse(t, nil, said("PN-1", func(s *statement.Statement) {
		s.Title = `Tiêu đề <script>alert(1)</script></script>`
		s.SourceURL = "javascript:alert(2)"
		s.Body = "Lời <script>alert(3)</script> <img src=x onerror=alert(4)> [nút](javascript:alert(5))\n\n<iframe src=//evil.example></iframe>\n\nĐủ dài để trích dẫn."
	}))
	for _, path := range []string{"/s/PN-1", "/v/PN-1", "/", "/feed.atom", "/v/PN-1?q=" + url.QueryEscape(`"><script>alert(6)</script>`)} {
		h.get(path).wantStatus(t, 200).wantNoText(t, "<script>alert", "<iframe", "<img src=x", `href="javascript:`)
	}
	h.get("/s/PN-1").wantText(t, "Lời &lt;script&gt;alert(3)&lt;/script&gt; &lt;img src=x onerror=alert(4)&gt; [nút](javascript:alert(5))", "&lt;iframe src=//evil.example&gt;")
	h.get("/feed.atom").wantText(t, "&amp;lt;iframe src=//evil.example&amp;gt;")
	h.get("/api/v1/statements/PN-1").wantNoText(t, `\u003cscript\u003ealert(3)\u003c/script\u003e \u003cimg src=x onerror=alert(4)\u003e \u003ca`)
}

func TestVerifyPage(t *testing.T) {
	h := newHouse(t, nil, said("PN-1", nil), said("PN-2", func(s *statement.Statement) { s.Status = statement.StatusSuperseded }),
		said("PN-3", func(s *statement.Statement) { s.Status = statement.StatusWithdrawn }))
	check := func(code, quote string) response {
		return h.call("POST", "/v/"+code, url.Values{"q": {quote}}.Encode(), "Content-Type", "application/x-www-form-urlencoded").wantStatus(t, 200)
	}
	check("PN-1", "“đã bàn giao 29,1 km mặt bằng”").wantText(t, "Đúng nguyên văn", "có trong phát ngôn PN-1, phiên bản 1, đang có hiệu lực", "<mark>đã bàn giao 29,1 km mặt bằng</mark>")
	check("PN-1", "đã bàn giao 29,2 km mặt bằng").wantText(t, "Không có trong phát ngôn này")
	check("PN-1", "da ban giao 29,1 km mat bang").wantText(t, "Không đúng nguyên văn", "<mark>đã bàn giao 29,1 km mặt bằng</mark>")
	check("PN-1", "ngắn").wantText(t, "quá ngắn")
	check("PN-1", strings.Repeat("dài ", 2000)).wantText(t, "quá dài")
	check("PN-2", "đã bàn giao 29,1 km mặt bằng").wantText(t, "Đúng nguyên văn", "đã được thay thế")
	check("PN-2", "đã bàn giao 29,1 km mặt bằng").wantNoText(t, "đang có hiệu lực")
	check("PN-3", "đã bàn giao 29,1 km mặt bằng").wantText(t, "đã được thu hồi")
	h.get("/v/PN-1?q="+url.QueryEscape("đã bàn giao 29,1 km mặt bằng")).wantText(t, "Đúng nguyên văn", "Đường dẫn tới kết quả này")
	h.get("/v/PN-1").wantNoText(t, "Đúng nguyên văn", "verdict", "Môi trường Nguyễn Văn A, Sở")
	h.get("/v/PN-3").wantText(t, "đã được thu hồi") // before anyone asks
}

func TestHomeLeadsToTheDemoOnlyInTheDemo(t *testing.T) {
	demo := newHouse(t, func(d *Deps) { d.Demo = true }, said("MAU-1", nil)).get("/").wantStatus(t, 200)
	demo.wantText(t, `href="/dev/zalo/"`, `href="/admin/"`, `href="/miniapp/"`, `href="/s/MAU-1"`, "dữ liệu mẫu", "noindex")
	real := newHouse(t, nil, said("PN-1", nil))
	real.get("/").wantStatus(t, 200).wantNoText(t, "/dev/zalo", "/admin", "Bản dùng thử", "noindex")
	real.get("/").wantText(t, `href="/s/PN-1"`)
	real.get("/dev/zalo").wantStatus(t, 404)
	real.get("/dev/zalo/poll").wantStatus(t, 404)
	newHouse(t, nil).get("/").wantText(t, "Chưa có phát ngôn nào")
}

func TestHomeHasPages(t *testing.T) {
	var all []statement.Statement
	for i := range defaultLimit + 1 {
		all = append(all, said("PN-"+string(rune('A'+i)), func(s *statement.Statement) { s.IssuedAt = s.IssuedAt.Add(-time.Duration(i) * time.Hour) }))
	}
	h := newHouse(t, nil, all...)
	first := h.get("/").wantStatus(t, 200)
	_, rest, found := strings.Cut(first.body, `rel="next" href="`)
	if !found {
		t.Fatal("no way to older statements")
	}
	next, _, _ := strings.Cut(rest, `"`)
	h.get(next).wantText(t, `href="/s/PN-U"`, `href="/">Mới nhất`)
}

func TestAnswersAreHardened(t *testing.T) {
	h := newHouse(t, func(d *Deps) { d.PublicURL = "https://phatngon.example" }, said("PN-1", nil))
	for _, path := range []string{"/", "/s/PN-1", "/nowhere", "/api/v1/config", "/healthz", "/miniapp/", "/static/site.css"} {
		a := h.get(path)
		csp := a.header.Get("Content-Security-Policy")
		if !strings.HasPrefix(csp, "default-src 'none'") || strings.Contains(csp, "script-src 'unsafe") || !strings.Contains(csp, "frame-ancestors") {
			t.Errorf("%s: policy %q", path, csp)
		}
		if a.header.Get("X-Content-Type-Options") != "nosniff" || a.header.Get("Strict-Transport-Security") == "" || a.header.Get("Server") != "" {
			t.Errorf("%s: headers %v", path, a.header)
		}
	}
}

func TestErrorsTellNothing(t *testing.T) {
	h := newHouse(t, func(d *Deps) {
		d.MountAdmin = func(r fiber.Router) {
			r.Get("/admin/boom", func(*fiber.Ctx) error { panic("secret of the inside") })
		}
	})
	a := h.get("/admin/boom").wantStatus(t, 500)
	a.wantText(t, "Hệ thống gặp lỗi", "<!doctype html>")
	a.wantNoText(t, "secret")
	if !strings.Contains(h.log.String(), "secret of the inside") {
		t.Error("the panic is not in the log")
	}
	h.call("DELETE", "/s/PN-1", "").wantStatus(t, 405)
	h.get("/api/v1/nowhere").wantStatus(t, 404).wantText(t, `"detail":"Không tìm thấy`)
	h.get("/s/"+strings.Repeat("x", readBuffer)).wantStatus(t, 431)
}

func TestHomeSearchesAndListsOneUnit(t *testing.T) {
	h := newHouse(t, nil, said("PN-1", nil), said("PN-2", func(s *statement.Statement) {
		s.Unit, s.Title, s.Body, s.Questions, s.Topics = "TH-YT", "Lịch tiêm chủng", "Các trạm y tế tiêm chủng ngày 25 hằng tháng.", nil, nil
	}), said("PN-3", func(s *statement.Statement) {
		s.Audience, s.Title, s.Body = statement.AudiencePress, "Lịch tiêm chủng cho báo chí", "Các trạm y tế tiêm chủng."
	}))
	found := h.get("/?q=ti%C3%AAm+ch%E1%BB%A7ng").wantStatus(t, 200)
	found.wantText(t, `href="/s/PN-2"`, `value="tiêm chủng"`, "noindex")
	found.wantNoText(t, `href="/s/PN-1"`, "PN-3")
	unit := h.get("/?unit=TH-NNMT").wantStatus(t, 200)
	unit.wantText(t, `href="/s/PN-1"`, `<option value="TH-NNMT" selected>`)
	unit.wantNoText(t, `href="/s/PN-2"`, "PN-3")
	h.get("/?unit=NO-SUCH").wantStatus(t, 200).wantText(t, "Không có phát ngôn nào khớp.")
	h.get("/?q=%3Cscript%3E").wantNoText(t, "<script>")
	h.get("/").wantNoText(t, "noindex")
}

func TestTheMiniAppIsServed(t *testing.T) {
	h := newHouse(t, nil)
	if a := h.get("/miniapp").wantStatus(t, 308); a.header.Get("Location") != "/miniapp/" {
		t.Errorf("Location %s", a.header.Get("Location"))
	}
	for path, cache := range map[string]string{"/miniapp/": "no-cache", "/miniapp/requests/TH-2026-00001": "no-cache", "/miniapp/index.html": "no-cache", "/miniapp/assets/index-a1b2.js": edge.Forever} {
		if a := h.get(path).wantStatus(t, 200); a.header.Get("Cache-Control") != cache {
			t.Errorf("%s: Cache-Control %q, want %q", path, a.header.Get("Cache-Control"), cache)
		}
	}
	if got := h.get("/miniapp/assets/index-a1b2.js").header.Get("Content-Type"); got != "text/javascript; charset=utf-8" {
		t.Errorf("script is %s", got)
	}
	for _, path := range []string{"/miniapp/assets/gone.js", "/miniapp/..%2f..%2fgo.mod", "/miniapp/.keep", "/miniapp/.vite/manifest.json"} {
		h.get(path).wantStatus(t, 404)
	}
	bare := newHouse(t, func(d *Deps) { d.MiniAppFiles = nil })
	bare.get("/miniapp/").wantStatus(t, 404).wantText(t, "make run")
}

func TestTheMiniAppIsSentAsItWasPacked(t *testing.T) {
	h := newHouse(t, nil)
	for accepted, want := range map[string][2]string{
		"gzip, deflate, br": {"br", "as brotli"}, "gzip": {"gzip", string(gzipped("console.log(1)"))}, "identity": {"", "console.log(1)"}, "": {"", "console.log(1)"},
	} {
		a := h.get("/miniapp/assets/index-a1b2.js", "Accept-Encoding", accepted).wantStatus(t, 200)
		if a.header.Get("Content-Encoding") != want[0] || a.body != want[1] || a.header.Get("Cache-Control") != edge.Forever {
			t.Errorf("%q: %s %q, %s", accepted, a.header.Get("Content-Encoding"), a.body, a.header.Get("Cache-Control"))
		}
		if !strings.Contains(a.header.Get("Vary"), "Accept-Encoding") {
			t.Errorf("%q: Vary %q", accepted, a.header.Get("Vary"))
		}
	}
	h.get("/miniapp/assets/index-a1b2.js.br").wantStatus(t, 404)
}

func TestAnswersArePackedButNotThePanels(t *testing.T) {
	h := newHouse(t, func(d *Deps) {
		d.MountAdmin = func(r fiber.Router) {
			r.Get("/admin/page", func(c *fiber.Ctx) error { return c.Type("html").SendString(strings.Repeat("a secret ", 100)) })
		}
	}, said("PN-1", nil))
	for path, want := range map[string]string{"/api/v1/statements": "br", "/s/PN-1": "br", "/feed.atom": "br", "/static/site.css": "br", "/admin/page": ""} {
		if got := h.get(path, "Accept-Encoding", "br").wantStatus(t, 200).header.Get("Content-Encoding"); got != want {
			t.Errorf("%s is packed as %q, want %q", path, got, want)
		}
	}
}

func TestHealthReadyAndMetrics(t *testing.T) {
	h := newHouse(t, nil, said("PN-1", nil))
	h.get("/healthz").wantStatus(t, 200).wantText(t, `"status":"ok"`)
	h.get("/readyz").wantStatus(t, 200)
	body, mac := h.event("m1")
	h.call("POST", "/webhook/zalo", body, "X-ZEvent-Signature", mac).wantStatus(t, 200)
	h.get("/s/PN-1")
	h.get("/s/PN-2")
	h.get("/metrics").wantStatus(t, 200).wantText(t, `phatngon_http_requests_total{method="GET",route="/s/:code",status="200"} 1`,
		`phatngon_http_requests_total{method="GET",route="/s/:code",status="404"} 1`, `phatngon_queue_items{queue="inbox",state="pending"} 1`,
		`phatngon_knowledge_statements 1`, `phatngon_info{engine="sqlite",version="test"} 1`, `phatngon_http_request_seconds_count{route="/s/:code"} 2`)
	h.get("/metrics").wantNoText(t, "PN-1", "phatngon_backup_age_seconds")
	if err := backup.Note(h.flow.Store.Folder(), backup.State{At: h.flow.Now().Add(-time.Hour), Name: "x"}); err != nil {
		t.Fatal(err)
	}
	h.get("/metrics").wantStatus(t, 200).wantText(t, "phatngon_backup_age_seconds 3600")
}

func TestRobots(t *testing.T) {
	newHouse(t, nil).get("/robots.txt").wantText(t, "Allow: /\n", "Disallow: /admin/")
	newHouse(t, func(d *Deps) { d.Demo = true }).get("/robots.txt").wantText(t, "Disallow: /\n")
}

func TestAPublicPageCountsEditionsNotSavedVersions(t *testing.T) {
	h := newHouse(t, nil)
	ctx := t.Context()
	drafter := people.Officer{ID: "an", Role: people.RoleOperator, Unit: "TH-NNMT"}
	signer := people.Officer{ID: "binh", Role: people.RoleSpokesperson, Unit: "TH-NNMT", Name: "Nguyễn Văn A", Position: "Giám đốc"}
	st := said("", func(s *statement.Statement) { s.Status = "" })
	save := func(change func(*statement.Statement)) {
		t.Helper()
		change(&st)
		saved, err := h.flow.Statements.Save(ctx, drafter, st)
		if err != nil {
			t.Fatal(err)
		}
		st.Code, st.Version = saved.Code, saved.Version
	}
	publish := func() {
		t.Helper()
		if err := h.flow.Statements.Publish(ctx, signer, st.Code, st.Version); err != nil {
			t.Fatal(err)
		}
		st.Version++
	}
	pages := func() response {
		s, v := h.get("/s/"+st.Code).wantStatus(t, 200), h.get("/v/"+st.Code+"?q=bàn+giao+29,1+km+mặt+bằng").wantStatus(t, 200)
		return response{body: s.body + v.body}
	}
	save(func(s *statement.Statement) {})
	save(func(s *statement.Statement) { s.Title += " (2)" })
	save(func(s *statement.Statement) { s.Title += " (3)" })
	publish()
	pages().wantText(t, "phiên bản 1")
	save(func(s *statement.Statement) { s.Questions = append(s.Questions, "Bao giờ xong đường?") })
	publish()
	pages().wantNoText(t, "phiên bản 2", "sửa ngày") // only helps to find it
	save(func(s *statement.Statement) { s.Body += "\n\nĐính chính." })
	pages().wantNoText(t, "phiên bản 2", "sửa ngày") // not published
	publish()
	pages().wantText(t, "phiên bản 2, sửa ngày 23/11/2026")
	pages().wantNoText(t, "phiên bản 1")
}
