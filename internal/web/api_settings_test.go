package web

import (
	"testing"

	"phatngon/internal/desk/press"
)

func TestWhichMessagesAPersonWantsIsKept(t *testing.T) {
	h := newHouse(t, nil)
	hoa := h.login("hoa")
	h.get("/api/v1/settings", hoa...).wantStatus(t, 200).wantText(t, `"conclusions":true`, `"quiet_since":null`, `"press":false`)
	h.call("POST", "/api/v1/settings", `{}`, hoa...).wantStatus(t, 422)
	h.get("/api/v1/settings").wantStatus(t, 401)
	off := h.call("POST", "/api/v1/settings", `{"conclusions":false}`, hoa...).wantStatus(t, 200)
	off.wantText(t, `"conclusions":false`, `"quiet_since":"20`)
	if again := h.call("POST", "/api/v1/settings", `{"conclusions":false}`, hoa...); again.body != off.body {
		t.Errorf("the same again changes %s to %s", off.body, again.body)
	}
	h.get("/api/v1/settings", h.login("lan")...).wantText(t, `"conclusions":true`)
	h.call("POST", "/api/v1/settings", `{"conclusions":true}`, hoa...).wantText(t, `"conclusions":true`, `"quiet_since":null`)
}

func TestOneOfWhatIsFollowedIsTakenAwayAndTheRestStays(t *testing.T) {
	h := newHouse(t, nil)
	hoa := h.login("hoa")
	h.registers(t, hoa, "9b2f0a63-press")
	h.verified(t)
	h.call("POST", "/api/v1/press/follows", `{"units":["TH-YT","TH-XD"],"topics":["đất đai"],"daily":true}`, hoa...).wantStatus(t, 200).wantText(t, `"daily":true`, "sau 8 giờ sáng")
	left := h.call("POST", "/api/v1/press/follows", `{"units":["TH-XD"],"topics":["đất đai"],"daily":true}`, hoa...).wantStatus(t, 200)
	left.wantText(t, `"units":["TH-XD"],"unit_names":["Sở Xây dựng"],"topics":["đất đai"],"daily":true`)
	waiting, _, err := h.flow.Store.RegistrationsIn(t.Context(), press.Verified, "", 10)
	if err != nil || len(waiting) != 1 || len(waiting[0].Follows.Units) != 1 || !waiting[0].Follows.Daily {
		t.Errorf("kept: %+v, %v", waiting, err)
	}
}
