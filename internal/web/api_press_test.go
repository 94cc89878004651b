package web

import (
	"encoding/json"
	"testing"
	"time"

	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/press"
	"phatngon/internal/desk/routing"
	flowpress "phatngon/internal/flow/press"
	"phatngon/knowledge/statement"
)

var pressOfficer = people.Officer{ID: "baochi", Name: "Trần Báo Chí", Role: people.RoleOperator, Unit: routing.ProvinceOffice}

// registers sends a registration with one picture.
func (h *house) registers(t *testing.T, who []string, key string) (v pressView) {
	t.Helper()
	card := h.uploaded(t, who, scene(96))
	a := h.call("POST", "/api/v1/press", `{"newsroom":"Báo Mẫu","kind":"vn-card","pictures":["`+card+`"],"agreed":true}`, append([]string{"Idempotency-Key", key}, who...)...)
	if err := json.Unmarshal([]byte(a.wantStatus(t, 201).body), &v); err != nil {
		t.Fatal(err)
	}
	return v
}

// verified verifies the registration that waits, for a month.
func (h *house) verified(t *testing.T) {
	t.Helper()
	waiting, _, err := h.flow.Store.RegistrationsIn(t.Context(), press.Waiting, "", 10)
	if err != nil || len(waiting) != 1 {
		t.Fatalf("%d registrations wait, %v", len(waiting), err)
	}
	at := flowpress.Ref{ID: waiting[0].ID, Version: waiting[0].Version}
	if err := h.flow.Press.Verify(t.Context(), pressOfficer, at, "Lê Thị Phóng Viên", h.flow.Now().AddDate(0, 1, 0)); err != nil {
		t.Fatal(err)
	}
}

func TestAReporterOfTheAppIsVerifiedAndReadsWhatIsForThePress(t *testing.T) {
	h := newHouse(t, nil, said("PN-1", func(s *statement.Statement) { s.Audience = statement.AudiencePress }))
	hoa := h.login("hoa")
	h.get("/api/v1/statements/PN-1", hoa...).wantStatus(t, 404)
	first := h.registers(t, hoa, "9b2f0a63-press")
	if first.State != press.Waiting || first.Verified || !first.Open {
		t.Errorf("after registering: %+v", first)
	}
	if again := h.registers(t, hoa, "9b2f0a63-press"); again.ID != first.ID {
		t.Errorf("the same key registered twice: %s, %s", first.ID, again.ID)
	}
	h.verified(t)
	h.get("/api/v1/statements/PN-1", hoa...).wantStatus(t, 200)
	known := h.get("/api/v1/press", hoa...)
	known.wantText(t, `"verified":true`, "Báo Mẫu")
	known.wantNoText(t, "Lê Thị Phóng Viên")
	h.call("POST", "/api/v1/press/withdraw", "", hoa...).wantStatus(t, 200).wantText(t, "withdrawn")
	h.get("/api/v1/statements/PN-1", hoa...).wantStatus(t, 404)
}

func TestNoCardIsTakenWithoutConsentOrWithAnothersPicture(t *testing.T) {
	h := newHouse(t, nil)
	hoa, lan := h.login("hoa"), h.login("lan")
	card := h.uploaded(t, hoa, scene(96))
	form := func(agreed string) string {
		return `{"newsroom":"Báo Mẫu","kind":"vn-card","pictures":["` + card + `"],"agreed":` + agreed + `}`
	}
	key := func(who []string) []string { return append([]string{"Idempotency-Key", "9b2f0a63-none"}, who...) }
	h.call("POST", "/api/v1/press", form("false"), key(hoa)...).wantStatus(t, 422).wantText(t, "đồng ý")
	h.call("POST", "/api/v1/press", form("true"), key(lan)...).wantStatus(t, 422) // hoa's upload
	h.get("/api/v1/press", lan...).wantText(t, `"id":""`)
}

func TestThePressRoomIsOfVerifiedReportersAndTellsNoWordBeforeItsSecond(t *testing.T) {
	lifts := today.Add(time.Hour)
	h := newHouse(t, nil, said("PN-1", nil),
		said("PN-2", func(s *statement.Statement) {
			s.Audience, s.Title = statement.AudiencePress, "Chỉ dành cho báo chí"
		}),
		said("PN-3", func(s *statement.Statement) {
			s.EmbargoUntil, s.Audience, s.Title = &lifts, statement.AudiencePress, "Còn giữ kín"
		}))
	hoa := h.login("hoa")
	room := func() response { return h.get("/api/v1/press/room", hoa...) }
	h.get("/api/v1/press/room").wantStatus(t, 401)
	room().wantStatus(t, 403)
	h.registers(t, hoa, "9b2f0a63-press")
	room().wantStatus(t, 403)
	h.verified(t)
	a := room().wantStatus(t, 200)
	a.wantText(t, "Chỉ dành cho báo chí", `"unit":"TH-NNMT"`, lifts.In(calendar.Zone).Format(time.RFC3339))
	a.wantNoText(t, "PN-1", "PN-3", "Còn giữ kín")
	h.get("/api/v1/press/room", h.login("lan")...).wantStatus(t, 403).wantNoText(t, "Chỉ dành", "TH-NNMT")
	h.move(time.Hour - time.Second)
	room().wantNoText(t, "Còn giữ kín")
	h.move(time.Second)
	room().wantText(t, "Còn giữ kín", `"scheduled":[]`)
	h.call("POST", "/api/v1/press/withdraw", "", hoa...).wantStatus(t, 200)
	room().wantStatus(t, 403)
}
