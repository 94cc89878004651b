package handovers_test

import (
	"net/http"
	"net/url"
	"testing"
	"time"

	"phatngon/internal/admin/admintest"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/handover"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/routing"
)

// waits enters a person who wants to talk to an officer of a unit since at.
func waits(o *admintest.Office, id, unit, said string, at time.Time) {
	o.Helper()
	who := people.Requester{ID: "oa:1234567890", Kind: people.ReporterVerified, Newsroom: "Báo Thanh Hóa"}
	h := handover.New(id, who, effect.HandOver{Context: []effect.Line{{At: at, From: "requester", Text: said}}}, unit, at)
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
	waits(o, "event:b/hand_over", routing.ProvinceOffice, "Tôi muốn hỏi về chợ", now.Add(-time.Hour))
	waits(o, "event:a/hand_over", "TH-YT", "Tôi muốn hỏi về trường", now.Add(-2*time.Hour))
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
	b.Post("/admin/handovers/close", first, nil)
	if b.Status != http.StatusConflict {
		t.Errorf("closed twice: %d", b.Status)
	}
}

func TestAnOfficerTakesTheTalkAnswersWithACannedLineAndEndsIt(t *testing.T) {
	o := admintest.New(t, nil)
	waits(o, "event:a/hand_over", "TH-YT", "Tôi muốn hỏi về trường", time.Now())
	b, other := o.SignedIn("canbo@th.vn"), o.SignedIn("phatngon@th.vn")
	other.Get("/admin/handovers")
	stale := other.Hidden("/admin/handovers/take")
	b.Get("/admin/handovers")
	b.Submit("/admin/handovers/take", nil)
	b.Sees(http.StatusOK, "Đang trao đổi", "trợ lý ảo tạm dừng")
	other.Post("/admin/handovers/take", stale, nil)
	if other.Status != http.StatusConflict {
		t.Errorf("another takes it too: %d", other.Status)
	}
	talk := "/admin/handovers/talk?" + url.Values{"id": {"event:a/hand_over"}}.Encode()
	b.Get(talk + "&canned=1")
	b.Sees(http.StatusOK, "Chào Anh/Chị, tôi là Người canbo@th.vn, Sở Y tế.")
	b.Submit("/admin/handovers/say", url.Values{"text": {" "}})
	b.Sees(http.StatusUnprocessableEntity, "Vui lòng nhập lời trao đổi")
	b.Submit("/admin/handovers/say", url.Values{"text": {"Mời Anh/Chị nói rõ trường nào."}})
	b.Sees(http.StatusOK, "Mời Anh/Chị nói rõ trường nào.", "Người canbo@th.vn")
	other.Get(talk)
	other.Sees(http.StatusOK, "Mời Anh/Chị nói rõ trường nào.")
	other.SeesNot("talk-say", "talk-end")
	b.Submit("/admin/handovers/end", nil)
	b.Sees(http.StatusOK, "trợ lý ảo trả lời trở lại")
	b.Get(talk)
	b.Sees(http.StatusOK, "Đã kết thúc", "cán bộ kết thúc")
}

func TestAnotherUnitNeitherSeesNorTakesWhoWaits(t *testing.T) {
	o := admintest.New(t, nil)
	waits(o, "event:a/hand_over", "TH-YT", "Tôi muốn hỏi về trường", time.Now())
	b := o.SignedIn("noikhac@th.vn")
	b.Get("/admin/handovers")
	b.SeesNot("Tôi muốn hỏi về trường")
	token := b.Hidden("/admin/logout").Get("csrf")
	for path, form := range map[string]url.Values{"take": {"version": {"1"}}, "close": {"version": {"1"}}, "say": {"text": {"Chào"}}} {
		form.Set("csrf", token)
		form.Set("id", "event:a/hand_over")
		if b.Post("/admin/handovers/"+path, form, nil); b.Status != http.StatusForbidden {
			t.Errorf("%s: %d", path, b.Status)
		}
	}
	b.Get("/admin/handovers/talk?id=event:a/hand_over")
	b.Sees(http.StatusForbidden)
	b.SeesNot("Tôi muốn hỏi về trường")
}
