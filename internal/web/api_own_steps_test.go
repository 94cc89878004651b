package web

import (
	"encoding/json"
	"strings"
	"testing"

	"phatngon/internal/desk/people"
	"phatngon/internal/desk/policy"
	"phatngon/internal/desk/request"
)

func (h *house) asked(t *testing.T, who []string) {
	t.Helper()
	h.call("POST", "/api/v1/requests", `{"question":"Bao giờ sửa cầu?","unit":"TH-XD"}`, append([]string{"Idempotency-Key", "9b2f0a63-1"}, who...)...).wantStatus(t, 201)
}

const ownSteps = "/api/v1/requests/TH-2026-00001/steps"

func TestAPersonAddsAnswersAndWithdraws(t *testing.T) {
	h := newHouse(t, nil)
	hoa, lan := h.login("hoa"), h.login("lan")
	h.asked(t, hoa)
	h.get("/api/v1/requests/TH-2026-00001", hoa...).wantText(t, `"may":["add","withdraw"]`, `"text":"Đã gửi yêu cầu."`)
	officer := people.Officer{ID: "d", Role: people.RoleOperator, Unit: "TH-XD", Name: "Lê Thị Thảo"}
	h.step(t, func(r request.Request) (request.Request, error) { return request.Assign(r, 0, officer, today) })
	h.step(t, func(r request.Request) (request.Request, error) {
		return request.Clarify(r, 0, officer, policy.Seed().At(today), "Cầu nào ạ?", today)
	})
	h.get("/api/v1/requests/TH-2026-00001", hoa...).wantText(t, `"asked_back":"Cầu nào ạ?"`, "Cầu nào ạ?")
	add := `{"action":"add","text":"Cầu Đò Trạp."}`
	key := append([]string{"Idempotency-Key", "step-0001"}, hoa...)
	h.call("POST", ownSteps, add, key...).wantStatus(t, 200).wantText(t, "Anh/Chị đã trả lời đơn vị.", `"asked_back":""`)
	again := h.call("POST", ownSteps, add, key...).wantStatus(t, 200)
	if n := strings.Count(again.body, "Anh/Chị đã trả lời đơn vị."); n != 1 {
		t.Errorf("a double tap answered %d times", n)
	}
	h.call("POST", ownSteps, add, append([]string{"Idempotency-Key", "step-0001"}, lan...)...).wantStatus(t, 404)
	h.call("POST", ownSteps, `{"action":"add"}`, append([]string{"Idempotency-Key", "step-0002"}, hoa...)...).wantStatus(t, 422)
	h.call("POST", ownSteps, `{"action":"withdraw"}`, hoa...).wantStatus(t, 422).wantText(t, "Idempotency-Key")
	h.call("POST", ownSteps, `{"action":"withdraw"}`, append([]string{"Idempotency-Key", "step-0003"}, hoa...)...).wantStatus(t, 200).wantText(t, `"state":"withdrawn"`, `"may":[]`)
	h.call("POST", ownSteps, add, append([]string{"Idempotency-Key", "step-0004"}, hoa...)...).wantStatus(t, 409)
}

func TestAPersonSaysThatItDoesNotAnswer(t *testing.T) {
	h := newHouse(t, nil)
	hoa := h.login("hoa")
	h.asked(t, hoa)
	drafter := people.Officer{ID: "d", Role: people.RoleOperator, Unit: "TH-XD"}
	signer := people.Officer{ID: "s", Role: people.RoleSpokesperson, Unit: "TH-XD", Name: "Vũ Thị Ký", Position: "Giám đốc Sở Xây dựng"}
	h.step(t, func(r request.Request) (request.Request, error) {
		return request.SaveDraft(r, 0, drafter, policy.Seed().At(today), request.Reply{Text: "Tháng 12."}, today)
	})
	h.get("/api/v1/requests/TH-2026-00001", hoa...).wantNoText(t, `"may_dispute":true`)
	h.step(t, func(r request.Request) (request.Request, error) { return request.Approve(r, 0, signer, 1, today) })
	h.step(t, func(r request.Request) (request.Request, error) { return request.MarkReached(r, 0, 1, today) })
	h.get("/api/v1/requests/TH-2026-00001", hoa...).wantText(t, `"may_dispute":true`, "Đã có trả lời.")
	h.get("/api/v1/requests/TH-2026-00001", hoa...).wantText(t, `"may_rate":true`)
	rate := append([]string{"Idempotency-Key", "step-0000"}, hoa...)
	for range 2 { // the same tap twice
		h.call("POST", ownSteps, `{"action":"rate","part":1,"rating":4}`, rate...).wantStatus(t, 200).wantText(t, `"rating":4`, `"may_rate":false`)
	}
	h.call("POST", ownSteps, `{"action":"rate","part":1,"rating":2}`, append([]string{"Idempotency-Key", "step-0005"}, hoa...)...).wantStatus(t, 409)
	key := append([]string{"Idempotency-Key", "step-0001"}, hoa...)
	h.call("POST", ownSteps, `{"action":"dispute","part":1,"text":"Tôi hỏi cầu khác."}`, key...).wantStatus(t, 200).
		wantText(t, "chưa trả lời đúng câu hỏi", `"number":2`)
	h.call("POST", ownSteps, `{"action":"dispute","part":9,"text":"Tôi hỏi cầu khác."}`, append([]string{"Idempotency-Key", "step-0002"}, hoa...)...).wantStatus(t, 404)
}

func TestWhoErasesTheirDataIsForgottenAndHasAProof(t *testing.T) {
	h := newHouse(t, nil)
	hoa := h.login("hoa")
	h.asked(t, hoa)
	a := h.call("POST", "/api/v1/erasure", "", append([]string{"Idempotency-Key", "erase-01"}, hoa...)...).wantStatus(t, 200)
	var erased erasureView
	if err := json.Unmarshal([]byte(a.body), &erased); err != nil {
		t.Fatal(err)
	}
	records, _, err := h.store.LatestAudit(t.Context(), "", 50)
	if err != nil {
		t.Fatal(err)
	}
	found := false
	for _, record := range records {
		found = found || record.ID == erased.Proof
	}
	if !found {
		t.Errorf("no record %q in the audit chain", erased.Proof)
	}
	h.get("/api/v1/requests", hoa...).wantStatus(t, 401)
	h.get("/api/v1/requests", h.login("hoa")...).wantStatus(t, 200).wantNoText(t, "TH-2026-00001")
}

func TestAUnitsCardNamesSpokespersonsAndNoOtherOfficer(t *testing.T) {
	h := newHouse(t, nil)
	for _, o := range []people.Officer{
		{ID: "s", Email: "s@x.vn", Role: people.RoleSpokesperson, Unit: "TH-XD", Name: "Vũ Thị Ký", Position: "Giám đốc Sở Xây dựng"},
		{ID: "d", Email: "d@x.vn", Role: people.RoleOperator, Unit: "TH-XD", Name: "Lê Thị Thảo"},
		{ID: "g", Email: "g@x.vn", Role: people.RoleSpokesperson, Unit: "TH-XD", Name: "Trần Văn Nghỉ", Disabled: true},
	} {
		if err := h.store.InsertOfficer(t.Context(), &o); err != nil {
			t.Fatal(err)
		}
	}
	a := h.get("/api/v1/units/th-xd").wantStatus(t, 200)
	a.wantText(t, "Sở Xây dựng", "Vũ Thị Ký")
	a.wantNoText(t, "Lê Thị Thảo", "Trần Văn Nghỉ", "x.vn")
}
