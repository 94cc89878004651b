package web

import (
	"testing"
	"time"

	"phatngon/knowledge/statement"
)

func TestBeforeARequestIsFiledItIsSaidWhatIsKnown(t *testing.T) {
	secret := statement.Statement{Code: "PN-2026-0990", Status: statement.StatusPublished, UpdatedAt: today, Title: "Lịch đóng cầu Hàm Rồng", Unit: "TH-XD", Spokesperson: "Vũ Thị Ký", Position: "Giám đốc Sở Xây dựng", SpokespersonKind: "A",
		Form: statement.FormDocument, Audience: statement.AudiencePublic, IssuedAt: today, Body: "Cầu Hàm Rồng đóng để sửa chữa từ ngày 07/12/2026 đến ngày 10/12/2026.",
		Questions: []string{"Cầu Hàm Rồng đóng để sửa chữa từ ngày nào?"}}
	lifts := today.Add(48 * time.Hour)
	secret.EmbargoUntil = &lifts
	h := newHouse(t, nil, secret)
	hoa, lan := h.login("hoa"), h.login("lan")
	asked := `{"question":"Bao giờ sửa xong mặt cầu Đò Trạp tại xã Quý Lộc?","unit":"TH-XD"}`
	same := `{"question":"khi nao sua xong mat cau Do Trap tai xa Quy Loc a","unit":"TH-XD"}`
	h.call("POST", "/api/v1/requests/guard", asked, hoa...).wantStatus(t, 200).wantText(t, `{"statement":null,"alike":null,"scheduled":null}`)
	h.call("POST", "/api/v1/requests", asked, append([]string{"Idempotency-Key", "9b2f0a63-1"}, hoa...)...).wantStatus(t, 201)
	h.call("POST", "/api/v1/requests/guard", asked, hoa...).wantStatus(t, 200).wantText(t, `"alike":null`) // their own
	other := h.call("POST", "/api/v1/requests/guard", same, lan...).wantStatus(t, 200)
	other.wantText(t, `"alike":{"unit_name":"Sở Xây dựng","topic":""}`)
	other.wantNoText(t, "TH-2026", "Bao giờ")
	follow := same[:len(same)-1] + `,"follow":true}`
	h.call("POST", "/api/v1/requests", follow, append([]string{"Idempotency-Key", "9b2f0a63-2"}, lan...)...).wantStatus(t, 201).wantText(t, "TH-2026-00002")
	if r, err := h.store.Request(t.Context(), "TH-2026-00002"); err != nil || r.Joined != "TH-2026-00001" {
		t.Errorf("joined %q, %v", r.Joined, err)
	}
	h.get("/api/v1/requests/TH-2026-00002", lan...).wantStatus(t, 200).wantNoText(t, "TH-2026-00001")

	release := h.call("POST", "/api/v1/requests/guard", `{"question":"Cầu Hàm Rồng đóng để sửa chữa từ ngày nào?","unit":"TH-XD"}`, lan...).wantStatus(t, 200)
	release.wantText(t, `"statement":null`, `"scheduled":{"at":"`, `"unit_name":"Sở Xây dựng"`)
	release.wantNoText(t, "07/12", "Lịch đóng", "PN-2026-0990")
	h.call("POST", "/api/v1/requests/guard", asked).wantStatus(t, 401)
	h.call("POST", "/api/v1/requests/guard", `{"question":"a","unit":""}`, hoa...).wantStatus(t, 422)
}
