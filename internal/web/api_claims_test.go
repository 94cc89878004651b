package web

import (
	"encoding/json"
	"strings"
	"testing"

	"phatngon/internal/desk/people"
	"phatngon/internal/desk/policy"
	"phatngon/internal/desk/rights"
)

func TestWhatIsKeptIsSeenInTheAppAndACorrectionHasACodeAndATerm(t *testing.T) {
	h := newHouse(t, nil)
	hoa := h.login("hoa")
	h.asked(t, hoa)
	key := func(k string) []string { return append([]string{"Idempotency-Key", k}, hoa...) }
	h.call("POST", "/api/v1/claims", `{"right":"view"}`, key("view-0001")...).wantStatus(t, 201).wantText(t, `"kept":[`, "TH-2026-00001", `"open":false`, `"proof":"claim:DL-`)
	for range 2 { // a repetition is the same claim
		h.call("POST", "/api/v1/claims", `{"right":"correct","text":"Tên tôi là Hòa."}`, key("fix-00001")...).wantStatus(t, 201).wantText(t, `"code":"DL-`, `"open":true`, "DL-10")
	}
	h.get("/api/v1/claims", hoa...).wantStatus(t, 200).wantText(t, "Tên tôi là Hòa.")
	h.get("/api/v1/claims", h.login("lan")...).wantStatus(t, 200).wantNoText(t, "Tên tôi là Hòa.")
	h.call("POST", "/api/v1/claims", `{"right":"correct","text":""}`, key("fix-00002")...).wantStatus(t, 422).wantText(t, "cần sửa thành gì")
}

func TestConsentIsTakenBackInTheAppByItsOwnRight(t *testing.T) {
	h := newHouse(t, nil)
	hoa := h.login("hoa")
	h.call("POST", "/api/v1/erasure", `{"right":"praise"}`, append([]string{"Idempotency-Key", "erase-01"}, hoa...)...).wantStatus(t, 422)
	h.call("POST", "/api/v1/erasure", `{"right":"withdraw"}`, append([]string{"Idempotency-Key", "erase-01"}, hoa...)...).wantStatus(t, 200)
	found, _, err := h.store.EndedClaims(t.Context(), "", 10)
	if err != nil || len(found) != 1 || found[0].Right != rights.Withdraw || found[0].Channel != rights.FromApp || found[0].State != rights.Done {
		t.Errorf("claims %+v, %v", found, err)
	}
}

// The page prints the policy that the sweep follows.
func TestThePrivacyPagePrintsThePolicyInForce(t *testing.T) {
	h := newHouse(t, nil)
	page := h.get("/rieng-tu").wantStatus(t, 200)
	for _, class := range h.flow.Rules.At(h.flow.Now()).Kept() {
		page.wantText(t, class.Name)
	}
	page.wantText(t, "10 ngày, gia hạn một lần tối đa 10 ngày", "Nghị định 356/2025/NĐ-CP")
	data := h.flow.Rules.Book().Versions(policy.KindRetention)[0].Data
	longer := strings.Replace(string(data), `"from": "kể từ tin nhắn cuối", "days": 90`, `"from": "kể từ tin nhắn cuối", "days": 33`, 1)
	if !json.Valid([]byte(longer)) || longer == string(data) {
		t.Fatal("the table is not what this test takes it for")
	}
	if err := h.flow.Rules.Save(t.Context(), people.Officer{ID: "admin", Role: people.RoleAdmin, Unit: "TH-VPUB"}, string(policy.KindRetention), h.flow.Now(), []byte(longer)); err != nil {
		t.Fatal(err)
	}
	h.get("/rieng-tu").wantText(t, "33 ngày kể từ tin nhắn cuối")
}
