package settings_test

import (
	"net/http"
	"net/url"
	"testing"
	"time"

	"phatngon/internal/admin/admintest"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/request"
)

// waits enters a person who wants to talk to an officer since at.
func waits(o *admintest.Office, id, said string, at time.Time) {
	o.Helper()
	h := request.HandOver{ID: id, Requester: "oa:1234567890", Kind: people.ReporterVerified, Newsroom: "Báo Thanh Hóa", Open: true, CreatedAt: at,
		Context: []request.Line{{At: at, From: "requester", Text: said}}}
	if err := o.Flow.Store.InsertHandOver(o.Context(), &h); err != nil {
		o.Fatal(err)
	}
}

func TestWhoWaitsForAnOfficerIsListedLongestFirstUntilSomebodyHasTalked(t *testing.T) {
	o := admintest.New(t, nil)
	o.Hire("dieuphoi@th.vn", people.RoleOperator, "TH-VPUB")
	b := o.SignedIn("dieuphoi@th.vn")
	b.SeesNot("nav-handovers")
	b.Get("/admin/handovers")
	b.Sees(http.StatusOK, "Không có ai đang chờ gặp cán bộ")
	now := time.Now()
	waits(o, "event:b/hand_over", "Tôi muốn hỏi về chợ", now.Add(-time.Hour))
	waits(o, "event:a/hand_over", "Tôi muốn hỏi về trường", now.Add(-2*time.Hour))
	b.Get("/admin/handovers")
	b.Sees(http.StatusOK, `<b data-testid="nav-handovers">2</b>`, "Phóng viên (đã xác minh), Báo Thanh Hóa", "Tôi muốn hỏi về chợ", "Tôi muốn hỏi về trường")
	b.SeesNot("1234567890")
	first := b.Hidden("/admin/handovers/close")
	if first.Get("id") != "event:a/hand_over" {
		t.Errorf("first is %s, want who waits longest", first.Get("id"))
	}
	b.Submit("/admin/handovers/close", nil)
	b.Sees(http.StatusOK, "Đã ghi nhận là đã liên hệ", `<b data-testid="nav-handovers">1</b>`, "Tôi muốn hỏi về chợ")
	b.SeesNot("Tôi muốn hỏi về trường")
	if h, err := o.Flow.Store.HandOver(t.Context(), "event:a/hand_over"); err != nil || h.Open || h.ClosedBy != "officer-dieuphoi@th.vn" {
		t.Errorf("it is open %v, closed by %q (%v)", h.Open, h.ClosedBy, err)
	}
	b.Post("/admin/handovers/close", first, nil)
	b.Sees(http.StatusForbidden, "đã được đánh dấu xong")
}

func TestAUnitNeitherSeesNorClosesWhoWaits(t *testing.T) {
	o := admintest.New(t, nil)
	waits(o, "event:a/hand_over", "Tôi muốn hỏi về trường", time.Now())
	b := o.SignedIn("canbo@th.vn")
	b.SeesNot("/admin/handovers")
	b.Post("/admin/handovers/close", url.Values{"csrf": {b.Hidden("/admin/logout").Get("csrf")}, "id": {"event:a/hand_over"}}, nil)
	b.Sees(http.StatusForbidden)
	if h, err := o.Flow.Store.HandOver(t.Context(), "event:a/hand_over"); err != nil || !h.Open {
		t.Errorf("it is open %v (%v)", h.Open, err)
	}
}
