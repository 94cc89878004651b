package web

import (
	"encoding/json"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"testing"

	"phatngon/internal/flow"
	"phatngon/internal/store"
	"phatngon/internal/web/problem"
	"phatngon/knowledge/answer"
	"phatngon/knowledge/statement"
)

func TestConfigAndLists(t *testing.T) {
	h := newHouse(t, nil, said("PN-1", nil), said("PN-2", func(s *statement.Statement) {
		s.Title, s.IssuedAt = "Lịch họp báo quý IV", s.IssuedAt.AddDate(0, 0, 1)
		s.Unit, s.Questions = "TH-VPUB", nil
	}))
	golden(t, "config", h.get("/api/v1/config").wantStatus(t, 200).body)
	golden(t, "statements", h.get("/api/v1/statements").wantStatus(t, 200).body)
	golden(t, "statement", h.get("/api/v1/statements/pn-1").wantStatus(t, 200).body)
	golden(t, "public_statements", h.get("/api/public/v1/statements?unit=TH-NNMT").wantStatus(t, 200).body)
	golden(t, "units", h.get("/api/v1/units?q=gtvt").wantStatus(t, 200).body)
	golden(t, "not_found", h.get("/api/v1/statements/PN-9").wantStatus(t, 404).body)
	h.get("/api/v1/statements?unit=TH-VPUB").wantText(t, `"PN-2"`)
	h.get("/api/v1/statements?q=giai+phong+mat+bang+duong+ven+bien").wantText(t, `"PN-1"`)
	h.get("/api/v1/statements?q=giai+phong+mat+bang&unit=TH-YT").wantText(t, `"items":[]`)
	h.get("/api/v1/statements?q="+strings.Repeat("a", maxQuery+1)).wantStatus(t, 422)
	h.get("/api/v1/units").wantText(t, `"TH-UBND"`, `"16654"`)
}

func TestASearchWithinAUnitLooksBeyondTheFirstPage(t *testing.T) {
	var all []statement.Statement
	for i := range 9 {
		all = append(all, said("PN-"+strconv.Itoa(i), func(s *statement.Statement) { s.IssuedAt = s.IssuedAt.AddDate(0, 0, i) }))
	}
	all = append(all, said("PN-YT", func(s *statement.Statement) {
		s.Unit, s.Title, s.Questions = "TH-YT", "Sức khỏe khi giải phóng mặt bằng", nil
	}))
	h := newHouse(t, nil, all...)
	a := h.get("/api/v1/statements?q=giai+phong+mat+bang+duong+ven+bien&limit=2&unit=TH-YT").wantStatus(t, 200)
	a.wantText(t, `"PN-YT"`)
	a.wantNoText(t, `"PN-0"`, `"PN-8"`)
}

func TestAQuoteIsProvenAndShown(t *testing.T) {
	h := newHouse(t, nil, said("PN-1", nil))
	h.call("POST", "/api/v1/ask", `{"question":"Khi nào xong giải phóng mặt bằng đường ven biển?"}`, h.login("hoa")...).wantText(t,
		`đã bàn giao **29,1 km** mặt bằng`, `"quote_text":"Đến ngày 15/11/2026, tuyến đường ven biển đã bàn giao 29,1 km mặt bằng`, `\u003cstrong\u003e29,1 km\u003c/strong\u003e`)
}

func TestListsComeInPages(t *testing.T) {
	var all []statement.Statement
	for _, code := range []string{"PN-1", "PN-2", "PN-3", "PN-4", "PN-5"} {
		all = append(all, said(code, func(s *statement.Statement) {
			if code == "PN-3" {
				s.Audience = statement.AudiencePress
			}
		}))
	}
	h := newHouse(t, nil, all...)
	var seen []string
	for after, pages := "", 0; pages < 9; pages++ {
		a := h.get("/api/public/v1/statements?limit=2&after="+after).wantStatus(t, 200)
		var page struct {
			Items []struct{ Code string }
			Next  string
		}
		if err := json.Unmarshal([]byte(a.body), &page); err != nil {
			t.Fatal(err)
		}
		for _, i := range page.Items {
			seen = append(seen, i.Code)
		}
		if (page.Next == "") != (a.header.Get("Link") == "") {
			t.Errorf("next %q but Link %q", page.Next, a.header.Get("Link"))
		}
		if after = page.Next; after == "" {
			break
		}
	}
	slices.Sort(seen)
	if got := strings.Join(seen, " "); got != "PN-1 PN-2 PN-4 PN-5" {
		t.Errorf("pages hold %s", got)
	}
	h.get("/api/v1/statements?after=broken%00cursor").wantNoText(t, "cursor")
}

func TestSession(t *testing.T) {
	h := newHouse(t, nil)
	tests := []struct {
		name, body string
		status     int
		field      string
	}{
		{"neither way", `{}`, 422, "access_token"},
		{"both ways", `{"access_token":"x","persona":"hoa"}`, 422, "access_token"},
		{"a persona nobody knows", `{"persona":"nobody"}`, 422, "persona"},
		{"a token that Zalo refuses", `{"access_token":"made-up"}`, 401, ""},
		{"no JSON", `persona=hoa`, 400, ""},
		{"JSON of another shape", `[1]`, 400, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a := h.call("POST", "/api/v1/session", tt.body).wantStatus(t, tt.status)
			var p problem.Document
			if err := json.Unmarshal([]byte(a.body), &p); err != nil {
				t.Fatal(err)
			}
			if p.Detail == "" || p.Status != tt.status || a.header.Get("Content-Type") != "application/problem+json; charset=utf-8" {
				t.Errorf("problem %+v as %s", p, a.header.Get("Content-Type"))
			}
			if tt.field != "" && p.Errors[tt.field] == "" {
				t.Errorf("errors %v, want one for %s", p.Errors, tt.field)
			}
		})
	}
}

func TestDemoPersonasExistOnlyInTheDemo(t *testing.T) {
	h := newHouse(t, nil)
	h.flow.Access.DemoPersona = nil
	h.call("POST", "/api/v1/session", `{"persona":"hoa"}`).wantStatus(t, 422)
}

func TestAPersonaIsCalledByName(t *testing.T) {
	newHouse(t, nil).call("POST", "/api/v1/session", `{"persona":"hoa"}`).wantStatus(t, 200).wantText(t, `"name":"Bà Hoa"`, `"expires_at":"2026-11-23T21:00:00+07:00"`)
}

func TestAZaloTokenOpensASession(t *testing.T) {
	h := newHouse(t, nil)
	h.call("POST", "/api/v1/session", `{"access_token":"`+h.sim.MiniAppToken("hoa")+`"}`).wantStatus(t, 200).wantText(t, `"token":"`, `"kind":"citizen"`)
}

func TestPersonalCallsNeedASession(t *testing.T) {
	h := newHouse(t, nil)
	for _, call := range [][2]string{{"POST", "/api/v1/ask"}, {"POST", "/api/v1/check"}, {"POST", "/api/v1/requests"}, {"GET", "/api/v1/requests"}, {"GET", "/api/v1/requests/TH-2026-00001"},
		{"POST", "/api/v1/requests/files"}, {"POST", "/api/v1/pictures"}, {"POST", "/api/v1/reports"}, {"GET", "/api/v1/reports"}, {"GET", "/api/v1/reports/BT-0"}, {"POST", "/api/v1/reports/BT-0/more"}, {"POST", "/api/v1/reports/check"}} {
		h.call(call[0], call[1], "{}").wantStatus(t, 401)
		h.call(call[0], call[1], "{}", "Authorization", "Bearer x.y.z").wantStatus(t, 401)
	}
	h.get("/api/v1/statements", "Authorization", "Bearer x.y.z").wantStatus(t, 401)
}

func TestAskQuotesWordForWord(t *testing.T) {
	st := said("PN-1", nil)
	h := newHouse(t, nil, st)
	a := h.call("POST", "/api/v1/ask", `{"question":"khi nao xong giai phong mat bang duong ven bien","statement":"PN-1"}`, h.login("hoa")...).wantStatus(t, 200)
	var got answerView
	if err := json.Unmarshal([]byte(a.body), &got); err != nil {
		t.Fatal(err)
	}
	if got.Status != answer.Answered || len(got.Quotes) == 0 {
		t.Fatalf("answer %+v", got)
	}
	for _, q := range got.Quotes {
		if !strings.Contains(st.Body, q.Quote) || q.Spokesperson != st.Spokesperson || q.URL != publicURL+"/s/PN-1" || q.Title != st.Title {
			t.Errorf("quote %+v", q)
		}
	}
	h.call("POST", "/api/v1/ask", `{"question":"Khi nào xong giải phóng mặt bằng đường ven biển?"}`, h.login("hoa")...).wantStatus(t, 200).wantText(t, "PN-1")
}

func TestAskNamesWhoCouldAnswer(t *testing.T) {
	h := newHouse(t, nil)
	a := h.call("POST", "/api/v1/ask", `{"question":"Bao giờ hết dịch sốt xuất huyết?"}`, h.login("hoa")...).wantStatus(t, 200)
	a.wantText(t, `"status":"refused"`, `"quotes":[]`, `"suggested_unit":{"code":"TH-YT"`)
	h.call("POST", "/api/v1/ask", `{"question":" "}`, h.login("hoa")...).wantStatus(t, 422).wantText(t, `"question":`)
	h.call("POST", "/api/v1/ask", `{"question":"`+strings.Repeat("a", 2001)+`"}`, h.login("hoa")...).wantStatus(t, 422)
}

func TestAskNamesThePartsNobodySpokeAbout(t *testing.T) {
	h := newHouse(t, nil, said("PN-1", nil), said("PN-2", func(s *statement.Statement) {
		s.Title, s.Questions, s.Unit = "Lịch họp báo quý IV", []string{"Khi nào họp báo quý IV?"}, "TH-VPUB"
		s.Body = "Họp báo quý IV diễn ra ngày 18/12/2026."
	}))
	for question, want := range map[string][]string{
		"Khi nào xong giải phóng mặt bằng đường ven biển? Bệnh viện tỉnh bao giờ có khoa xạ trị?": {
			`"status":"partial"`, `"statement":"PN-1"`, `"uncovered":["Bệnh viện tỉnh bao giờ có khoa xạ trị"]`, `"suggested_unit":{"code":"TH-BVDK"`},
		"Khi nào xong giải phóng mặt bằng đường ven biển? Nộp ở đâu?": {
			`"status":"partial"`, `"statement":"PN-1"`, `"uncovered":["Nộp ở đâu"]`, `"suggested_unit":{"code":"TH-NNMT"`},
		"Khi nào xong giải phóng mặt bằng đường ven biển; khi nào họp báo quý IV": {
			`"status":"answered"`, `"statement":"PN-1"`, `"statement":"PN-2"`, `"uncovered":[]`, `"suggested_unit":null`},
	} {
		body := `{"question":"` + question + `"}`
		h.call("POST", "/api/v1/ask", body, h.login("hoa")...).wantStatus(t, 200).wantText(t, want...)
	}
}

func TestPressStatementsAreForVerifiedReporters(t *testing.T) {
	h := newHouse(t, nil, said("PN-1", func(s *statement.Statement) { s.Audience = statement.AudiencePress }))
	h.get("/api/v1/statements/PN-1").wantStatus(t, 404)
	h.get("/api/v1/statements/PN-1", h.login("hoa")...).wantStatus(t, 404)
	if err := h.flow.Access.KnowReporter(t.Context(), h.persona(t, "nam").UserID, "Báo Mẫu"); err != nil {
		t.Fatal(err)
	}
	reporter := h.login("nam")
	h.get("/api/v1/statements/PN-1", reporter...).wantStatus(t, 200)
	h.get("/api/v1/statements", reporter...).wantText(t, "PN-1")
	h.get("/api/v1/statements").wantNoText(t, "PN-1")
}

func TestCORSIsForTheMiniAppOnly(t *testing.T) {
	h := newHouse(t, nil)
	for origin, want := range map[string]string{
		"https://h5.zdn.vn": "https://h5.zdn.vn", "zbrowser://h5.zdn.vn": "zbrowser://h5.zdn.vn",
		"https://evil.example": "", "http://h5.zdn.vn": "", "https://h5.zdn.vn.evil.example": "", "null": "",
	} {
		for _, method := range []string{"GET", "OPTIONS"} {
			a := h.call(method, "/api/v1/config", "", "Origin", origin)
			if got := a.header.Get("Access-Control-Allow-Origin"); got != want || !strings.Contains(a.header.Get("Vary"), "Origin") {
				t.Errorf("%s from %s: allowed %q, Vary %q", method, origin, got, a.header.Get("Vary"))
			}
		}
	}
	a := h.call("OPTIONS", "/api/v1/requests", "", "Origin", "https://h5.zdn.vn").wantStatus(t, http.StatusNoContent)
	for _, name := range []string{"Authorization", "Content-Type", "Idempotency-Key"} {
		if !strings.Contains(a.header.Get("Access-Control-Allow-Headers"), name) {
			t.Errorf("preflight does not allow %s", name)
		}
	}
	if got := h.call("POST", "/api/v1/ask", "{}", "Origin", "https://h5.zdn.vn").header.Get("Access-Control-Allow-Origin"); got == "" {
		t.Error("an error answer carries no CORS header: the app could not read it")
	}
}

func TestFloodsAreStopped(t *testing.T) {
	h := newHouse(t, nil)
	hoa, lan := h.login("hoa"), h.login("lan")
	last := response{}
	for range 31 {
		last = h.call("POST", "/api/v1/ask", `{"question":"Xin chào"}`, hoa...)
	}
	last.wantStatus(t, 429).wantText(t, "chờ một phút")
	h.call("POST", "/api/v1/ask", `{"question":"Xin chào"}`, lan...).wantStatus(t, 200) // others are not affected
}

func TestOpenAPIDescribesEveryRoute(t *testing.T) {
	var doc struct {
		Paths map[string]map[string]struct {
			OperationID string `json:"operationId"`
		}
	}
	if err := json.Unmarshal(openAPI, &doc); err != nil {
		t.Fatal(err)
	}
	var described, routed []string
	for path, methods := range doc.Paths {
		for method := range methods {
			described = append(described, strings.ToUpper(method)+" "+path)
		}
	}
	for _, r := range New(Deps{Flow: flow.New(flow.Deps{}), Store: &store.Store{}}).GetRoutes(true) {
		path, ok := strings.CutPrefix(r.Path, "/api/v1")
		if ok && r.Method != "HEAD" {
			routed = append(routed, r.Method+" "+strings.ReplaceAll(path, ":code", "{code}"))
		}
	}
	slices.Sort(described)
	slices.Sort(routed)
	if !slices.Equal(described, routed) {
		t.Errorf("openapi.json describes\n%s\nthe routes are\n%s", strings.Join(described, "\n"), strings.Join(routed, "\n"))
	}
}
