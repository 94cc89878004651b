package web

import (
	"strings"
	"testing"

	"phatngon/internal/desk/people"
	"phatngon/internal/desk/policy"
	"phatngon/internal/desk/request"
	"phatngon/knowledge/statement"
)

func TestARequestIsFiledOnceAndFollowed(t *testing.T) {
	h := newHouse(t, nil)
	hoa, lan := h.login("hoa"), h.login("lan")
	form, key := `{"question":" Bao giờ sửa cầu Đò Trạp? ","unit":"TH-XD"}`, []string{"Idempotency-Key", "9b2f0a63-1"}
	first := h.call("POST", "/api/v1/requests", form, append(key, hoa...)...).wantStatus(t, 201)
	golden(t, "request_filed", first.body)
	if again := h.call("POST", "/api/v1/requests", form, append(key, hoa...)...).wantStatus(t, 201); again.body != first.body {
		t.Errorf("the same key filed again: %s", again.body)
	}
	h.call("POST", "/api/v1/requests", strings.Replace(form, "cầu", "đường", 1), append(key, hoa...)...).wantStatus(t, 422)
	h.call("POST", "/api/v1/requests", form, append(key, lan...)...).wantStatus(t, 201).wantText(t, "TH-2026-00002")
	golden(t, "request", h.get("/api/v1/requests/TH-2026-00001", hoa...).wantStatus(t, 200).body)
	h.get("/api/v1/requests", hoa...).wantText(t, "TH-2026-00001")
	h.get("/api/v1/requests", hoa...).wantNoText(t, "TH-2026-00002")
	h.get("/api/v1/requests/TH-2026-00002", hoa...).wantStatus(t, 404) // another's
}

func TestAFaultyFilingNamesItsFields(t *testing.T) {
	h := newHouse(t, nil)
	hoa := h.login("hoa")
	key := append([]string{"Idempotency-Key", "9b2f0a63-1"}, hoa...)
	h.call("POST", "/api/v1/requests", `{"question":"a","unit":""}`, key...).wantStatus(t, 422).wantText(t, `"question":"`, `"unit":"`)
	h.call("POST", "/api/v1/requests", `{"question":"Bao giờ xong?","unit":"NO-SUCH"}`, key...).wantStatus(t, 422).wantText(t, `"unit":"`)
	h.call("POST", "/api/v1/requests", `{"question":"Bao giờ xong?","unit":"TH-XD"}`, hoa...).wantStatus(t, 422).wantText(t, "Idempotency-Key")
}

func TestAnAnswerIsShownOnlyOnceSent(t *testing.T) {
	h := newHouse(t, nil)
	hoa := h.login("hoa")
	h.call("POST", "/api/v1/requests", `{"question":"Bao giờ sửa cầu?","unit":"TH-XD"}`, append([]string{"Idempotency-Key", "9b2f0a63-1"}, hoa...)...).wantStatus(t, 201)
	drafter := people.Officer{ID: "d", Role: people.RoleOperator, Unit: "TH-XD"}
	signer := people.Officer{ID: "s", Role: people.RoleSpokesperson, Unit: "TH-XD", Name: "Vũ Thị Ký", Position: "Giám đốc Sở Xây dựng"}
	h.step(t, func(r request.Request) (request.Request, error) {
		return request.SaveDraft(r, 0, drafter, policy.Seed().At(today), request.Reply{Text: "Tháng 12."}, today)
	})
	h.get("/api/v1/requests/TH-2026-00001", hoa...).wantNoText(t, "Tháng 12.")
	h.step(t, func(r request.Request) (request.Request, error) { return request.Approve(r, 0, signer, 1, today) })
	h.get("/api/v1/requests/TH-2026-00001", hoa...).wantNoText(t, "Tháng 12.")
	h.step(t, func(r request.Request) (request.Request, error) { return request.MarkReached(r, 0, 1, today) })
	h.step(t, func(r request.Request) (request.Request, error) {
		return request.MarkPublished(r, 0, "PN-2026-00001", today)
	})
	golden(t, "request_answered", h.get("/api/v1/requests/TH-2026-00001", hoa...).wantStatus(t, 200).body)
}

func TestAWithdrawnAnswerIsNoLongerShown(t *testing.T) {
	h := newHouse(t, nil, said("PN-9", func(s *statement.Statement) {
		s.Status, s.WithdrawalReason = statement.StatusWithdrawn, "Sai ngày"
	}))
	hoa := h.login("hoa")
	h.call("POST", "/api/v1/requests", `{"question":"Bao giờ sửa cầu?","unit":"TH-XD"}`, append([]string{"Idempotency-Key", "9b2f0a63-1"}, hoa...)...).wantStatus(t, 201)
	drafter := people.Officer{ID: "d", Role: people.RoleOperator, Unit: "TH-XD"}
	signer := people.Officer{ID: "s", Role: people.RoleSpokesperson, Unit: "TH-XD", Name: "Vũ Thị Ký", Position: "Giám đốc Sở Xây dựng"}
	h.step(t, func(r request.Request) (request.Request, error) {
		return request.SaveDraft(r, 0, drafter, policy.Seed().At(today), request.Reply{Text: "Tháng 12."}, today)
	})
	h.step(t, func(r request.Request) (request.Request, error) { return request.Approve(r, 0, signer, 1, today) })
	h.step(t, func(r request.Request) (request.Request, error) { return request.MarkReached(r, 0, 1, today) })
	h.step(t, func(r request.Request) (request.Request, error) {
		return request.MarkPublished(r, 0, "PN-9", today)
	})
	a := h.get("/api/v1/requests/TH-2026-00001", hoa...).wantStatus(t, 200)
	a.wantText(t, "đã được thu hồi", "Sai ngày", "Vũ Thị Ký", "/s/PN-9")
	a.wantNoText(t, "Tháng 12.")
}

func TestARefusalNamesItsGround(t *testing.T) {
	h := newHouse(t, nil)
	hoa := h.login("hoa")
	h.call("POST", "/api/v1/requests", `{"question":"Bao giờ sửa cầu?","unit":"TH-XD"}`, append([]string{"Idempotency-Key", "9b2f0a63-1"}, hoa...)...).wantStatus(t, 201)
	signer := people.Officer{ID: "s", Role: people.RoleSpokesperson, Unit: "TH-XD", Name: "Vũ Thị Ký", Position: "Giám đốc"}
	drafter := people.Officer{ID: "d", Role: people.RoleOperator, Unit: "TH-XD", Name: "Lê Thị Thảo"}
	h.step(t, func(r request.Request) (request.Request, error) {
		return request.SaveDraft(r, 0, drafter, policy.Seed().At(today), request.Reply{Outcome: request.Denied, Ground: "DA_CONG_KHAI", Text: "Xem tại cổng thông tin.", Instead: "Bản đồ quy hoạch."}, today)
	})
	h.step(t, func(r request.Request) (request.Request, error) { return request.Approve(r, 0, signer, 1, today) })
	h.get("/api/v1/requests/TH-2026-00001", hoa...).wantText(t, "đã được công khai", "Điều 27", "Xem tại cổng thông tin.", "Bản đồ quy hoạch.", "Điều 13 Luật Tiếp cận thông tin")
}

// step changes the request filed first, as the panel would.
func (h *house) step(t *testing.T, do func(request.Request) (request.Request, error)) {
	t.Helper()
	r, err := h.store.Request(t.Context(), "TH-2026-00001")
	if err != nil {
		t.Fatal(err)
	}
	next, err := do(r)
	if err != nil {
		t.Fatal(err)
	}
	if err := h.store.ReplaceRequest(t.Context(), &next); err != nil {
		t.Fatal(err)
	}
}

func TestAPersonChoosesTheKindAndSaysWhatTheLawAsks(t *testing.T) {
	h := newHouse(t, nil)
	hoa := h.login("hoa")
	form := h.get("/api/v1/requests/form", hoa...).wantStatus(t, 200)
	form.wantText(t, `"press":false`, "tap-the", "Điều 10")
	form.wantNoText(t, "phong-van")
	key := func(k string) []string { return append([]string{"Idempotency-Key", k}, hoa...) }
	h.call("POST", "/api/v1/requests", `{"question":"Bao giờ công bố quy hoạch?","unit":"TH-XD","kind":"tap-the","residence":"Xã Hoằng Phú"}`, key("form-0001")...).
		wantStatus(t, 201).wantText(t, "Yêu cầu tập thể thông qua tổ chức")
	h.call("POST", "/api/v1/requests", `{"question":"Xin phỏng vấn giám đốc.","unit":"TH-XD","kind":"phong-van"}`, key("form-0002")...).
		wantStatus(t, 422).wantText(t, `"kind"`, "chọn loại yêu cầu")
	r, err := h.store.Request(t.Context(), "TH-2026-00001")
	if err != nil || r.Form.Residence != "Xã Hoằng Phú" {
		t.Errorf("filed %+v, %v", r.Form, err)
	}
}
