package web

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"phatngon/bot/report"
	"phatngon/internal/desk/cases"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
	flowcases "phatngon/internal/flow/cases"
)

const aRumour = `{"link":"https://www.facebook.com/groups/123456/posts/987654321","text":"Họ đăng Sở Y tế thu 500 nghìn đồng tiền tiêm vắc xin.","category":"health"}`

// reported files a report and returns its receipt.
func (h *house) reported(t *testing.T, who []string, key, body string) (v receiptView) {
	t.Helper()
	a := h.call("POST", "/api/v1/reports", body, append([]string{"Idempotency-Key", key}, who...)...).wantStatus(t, 201)
	if err := json.Unmarshal([]byte(a.body), &v); err != nil {
		t.Fatal(err)
	}
	return v
}

func TestAReportOfTheAppIsFiledOnceAndFollowed(t *testing.T) {
	h := newHouse(t, nil)
	hoa, lan := h.login("hoa"), h.login("lan")
	first := h.reported(t, hoa, "9b2f0a63-1", aRumour)
	if again := h.reported(t, hoa, "9b2f0a63-1", aRumour); again.ID != first.ID {
		t.Errorf("the same key filed again: %+v", again)
	}
	other := strings.Replace(aRumour, "500", "900", 1)
	h.call("POST", "/api/v1/reports", other, append([]string{"Idempotency-Key", "9b2f0a63-1"}, hoa...)...).wantStatus(t, 422).wantText(t, "Khóa chống gửi trùng")
	h.call("POST", "/api/v1/reports", aRumour, hoa...).wantStatus(t, 422).wantText(t, "Idempotency-Key")
	golden(t, "report", h.get("/api/v1/reports/"+first.ID, hoa...).wantStatus(t, 200).body)
	h.get("/api/v1/reports", hoa...).wantText(t, first.ID)
	h.get("/api/v1/reports", lan...).wantNoText(t, first.ID)
	h.get("/api/v1/reports/"+first.ID, lan...).wantStatus(t, 404) // another's
	h.call("POST", "/api/v1/reports/"+first.ID+"/more", `{"text":"Thêm"}`, append([]string{"Idempotency-Key", "9b2f0a63-1"}, lan...)...).wantStatus(t, 404)
}

func TestTheSecondReporterHearsTheStateAtOnceAndAConcludedOneTheConclusion(t *testing.T) {
	h := newHouse(t, nil)
	first := h.reported(t, h.login("hoa"), "9b2f0a63-1", aRumour)
	second := h.reported(t, h.login("lan"), "9b2f0a63-1", `{"link":"https://m.facebook.com/groups/123456/permalink/987654321/?mibextid=Nif5oz","category":"health"}`)
	if second.Code != first.Code || !strings.Contains(second.Receipt, "Nội dung này đã có người báo") || strings.Contains(first.Receipt, "đã có người báo") {
		t.Errorf("receipts %q and %q", first.Receipt, second.Receipt)
	}
	h.conclude(t, first.Code)
	third := h.reported(t, h.login("nam"), "9b2f0a63-1", aRumour)
	if third.Code != first.Code || !third.Ended || third.Found != "TIN GIẢ, TIN SAI SỰ THẬT" || !strings.Contains(third.Receipt, "Sở Y tế không thu tiền") {
		t.Errorf("receipt %+v", third)
	}
	seen := h.get("/api/v1/reports/"+first.ID, h.login("hoa")...)
	proof := h.get(strings.TrimPrefix(first.ProofURL, publicURL)).wantStatus(t, 200)
	proof.wantText(t, "TIN GIẢ, TIN SAI SỰ THẬT", "/k/"+first.Code)
	proof.wantNoText(t, "có dấu hiệu giả")
	seen.wantText(t, "Đã công bố kết luận.", `"page_url":"`+publicURL+"/k/"+first.Code, "Sở Y tế không thu tiền")
}

// conclude brings a case to its published end, as the panel would.
func (h *house) conclude(t *testing.T, code string) {
	t.Helper()
	h.move(time.Minute)
	desk := people.Officer{ID: "dp", Name: "Lê Điều Phối", Role: people.RoleOperator, Unit: "TH-VPUB", Position: "Chuyên viên"}
	staff := people.Officer{ID: "d", Name: "Lê Soạn", Role: people.RoleOperator, Unit: "TH-YT", Position: "Chuyên viên"}
	signer := people.Officer{ID: "s", Name: "Vũ Thị Ký", Role: people.RoleSpokesperson, Unit: "TH-YT", Position: "Giám đốc Sở Y tế"}
	for _, step := range []func(flowcases.Ref) error{
		func(at flowcases.Ref) error {
			return h.flow.Cases.Classify(t.Context(), desk, at, cases.Class{Severity: cases.Harmful, Access: cases.Open}, cases.Competence{Unit: "TH-YT", Ground: cases.OfField, Why: "Y tế."})
		},
		func(at flowcases.Ref) error { return h.flow.Cases.Verify(t.Context(), staff, at) },
		func(at flowcases.Ref) error {
			return h.flow.Cases.SaveDraft(t.Context(), staff, at, cases.Finding{Outcome: cases.IsFalse, Claim: "Sở Y tế thu tiền tiêm vắc xin", Text: "Sở Y tế không thu tiền tiêm vắc xin."})
		},
		func(at flowcases.Ref) error { return h.flow.Cases.Conclude(t.Context(), signer, at, 1) },
		func(at flowcases.Ref) error { return h.flow.Cases.Label(t.Context(), signer, at) },
		func(at flowcases.Ref) error { return h.flow.Cases.Publish(t.Context(), signer, at) },
	} {
		c, err := h.store.Case(t.Context(), code)
		if err == nil {
			err = step(flowcases.Ref{Code: code, Version: c.Version})
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	h.move(time.Minute)
}

func TestAFaultyReportNamesItsFields(t *testing.T) {
	h := newHouse(t, nil)
	key := append([]string{"Idempotency-Key", "9b2f0a63-1"}, h.login("hoa")...)
	for body, field := range map[string]string{
		`{"category":"health"}`:                                                  "text",
		`{"text":"Vỡ đập"}`:                                                      "category",
		`{"link":"không có","category":"health"}`:                                "link",
		`{"text":"Vỡ đập","category":"health","pictures":["` + "1" + `"]}`:       "pictures[0]",
		`{"text":"Vỡ đập","category":"health","seen_at":"2027-01-01T00:00:00Z"}`: "seen_at",
		`{"text":"` + strings.Repeat("a", 10_001) + `","category":"health"}`:     "text",
		`{"text":"Vỡ đập","category":"health","pictures":[` + strings.Repeat(`"`+strings.Repeat("0", 64)+`",`, 5) + `"` + strings.Repeat("0", 64) + `"]}`: "pictures",
	} {
		h.call("POST", "/api/v1/reports", body, key...).wantStatus(t, 422).wantText(t, `"`+field+`":"`)
	}
}

func TestMoreGoesToTheSameCaseAndStandsWithTheReport(t *testing.T) {
	h := newHouse(t, nil)
	hoa := h.login("hoa")
	first := h.reported(t, hoa, "9b2f0a63-1", aRumour)
	h.move(time.Minute)
	key := append([]string{"Idempotency-Key", "9b2f0a63-2"}, hoa...)
	more := `{"link":"https://youtu.be/dQw4w9WgXcQ","pictures":["` + h.uploaded(t, hoa, scene(320)) + `"]}`
	for range 2 {
		h.call("POST", "/api/v1/reports/"+first.ID+"/more", more, key...).wantStatus(t, 201).wantText(t, first.Code)
	}
	c, err := h.store.Case(t.Context(), first.Code)
	if err != nil || len(c.Reports) != 2 {
		t.Fatalf("%d reports, %v", len(c.Reports), err)
	}
	h.get("/api/v1/reports/"+first.ID, hoa...).wantText(t, "youtu.be/dQw4w9WgXcQ", "Anh/Chị gửi thêm nội dung.")
	if list := h.get("/api/v1/reports", hoa...); strings.Count(list.body, `"id":`) != 1 {
		t.Errorf("more stands by itself: %s", list.body)
	}
	second := h.reported(t, h.login("lan"), "9b2f0a63-1", `{"link":"https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=10","category":"health"}`)
	if second.Code != first.Code {
		t.Errorf("what was added leads to %s, not to %s", second.Code, first.Code)
	}
}

func TestAnAnonymousReportIsNobodysAndItsProofIsTheOnlyWayBack(t *testing.T) {
	h := newHouse(t, nil)
	hoa := h.login("hoa")
	v := h.reported(t, hoa, "9b2f0a63-1", strings.Replace(aRumour, `"link"`, `"anonymous":true,"link"`, 1))
	h.get("/api/v1/reports", hoa...).wantText(t, `"items":[]`)
	h.get("/api/v1/reports/"+v.ID, hoa...).wantStatus(t, 404)
	if _, err := h.store.Sender(t.Context(), v.ID); err == nil {
		t.Error("the sender is kept")
	}
	proof := strings.TrimPrefix(v.ProofURL, publicURL)
	page := h.get(proof).wantStatus(t, 200)
	page.wantText(t, v.Code, v.ID, "09:00:00 23/11/2026", "có dấu hiệu giả, sai sự thật", "tiền tiêm vắc xin", `content="noindex"`, "không phải phát ngôn")
	page.wantNoText(t, "nguyên văn phát ngôn")
	r, err := h.store.Report(t.Context(), v.ID)
	if err != nil {
		t.Fatal(err)
	}
	page.wantText(t, r.TextHash)
	if page.header.Get("Referrer-Policy") != "no-referrer" {
		t.Error("the key goes to who is linked to")
	}
	h.get(proof+"0").wantStatus(t, 404)
	h.get("/bt/"+v.ID).wantStatus(t, 404)
}

func TestTheFormAndTheCheckSpeakAsTheChat(t *testing.T) {
	h := newHouse(t, nil)
	var form formView
	if err := json.Unmarshal([]byte(h.get("/api/v1/reports/form").body), &form); err != nil {
		t.Fatal(err)
	}
	said := report.Next(effect.Report{Text: "Tôi bị lừa chuyển tiền mất 20 triệu, có người bị thương", Category: ""}, "").Text
	for _, words := range []string{form.Danger, form.Victim} {
		if !strings.HasPrefix(said, form.Danger) || !strings.Contains(said, words) {
			t.Errorf("the chat says %q, the form %q", said, words)
		}
	}
	if len(form.Categories) != 8 || form.Categories[0].Name != "Chính sách, pháp luật" {
		t.Errorf("categories %v", form.Categories)
	}
	hoa := h.login("hoa")
	check := h.call("POST", "/api/v1/reports/check", `{"text":"Tôi bị lừa chuyển tiền mất 20 triệu","category":"scam"}`, hoa...).wantStatus(t, 200)
	check.wantText(t, form.Victim, form.Honest, form.Who, "Báo tin sẽ gửi: Tôi bị lừa chuyển tiền mất 20 triệu – Đường link lừa đảo.", `"known":""`)
	if all, err := h.store.ReportsOf(t.Context(), "oa:"+h.persona(t, "hoa").UserID, 5); err != nil || len(all) != 0 {
		t.Errorf("a check files %v, %v", all, err)
	}
	first := h.reported(t, hoa, "9b2f0a63-1", aRumour)
	h.call("POST", "/api/v1/reports/check", aRumour, h.login("lan")...).wantText(t, first.Code, "Đang xử lý")
}
