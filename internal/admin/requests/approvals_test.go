package requests_test

import (
	"net/http"
	"net/url"
	"testing"

	"phatngon/internal/admin/admintest"
	"phatngon/internal/desk/request"
)

func TestDraftsAreApprovedOneAfterAnother(t *testing.T) {
	o := admintest.New(t, nil)
	first, second := o.Drafted("Khi nào có lịch tiêm chủng mới?"), o.Drafted("Trạm y tế mở cửa lúc mấy giờ?")
	b := o.Browser()
	b.Get("/admin/login")
	b.Submit("/admin/login", url.Values{"email": {"phatngon@th.vn"}, "password": {admintest.Password}})
	b.Sees(http.StatusOK, "Chờ tôi duyệt", "(2)", "Khi nào có lịch tiêm chủng mới?", admintest.Answer, "Trạm y tế mở cửa", "Trả lại người soạn")
	b.Submit("/admin/requests/"+first+"/approve", url.Values{"confirm": {"yes"}})
	b.Sees(http.StatusOK, "Đã phê duyệt", "Trạm y tế mở cửa lúc mấy giờ?", "(1)")
	b.Submit("/admin/requests/"+second+"/return", url.Values{"reason": {"Ghi rõ cả ngày nghỉ."}})
	b.Sees(http.StatusOK, "Đã trả lại bản thảo", "Không có bản thảo nào chờ Anh/Chị duyệt")
	if b.Path != "/admin/approvals" {
		t.Errorf("it ended at %s", b.Path)
	}
	if got := o.Request(first).Parts[0].State; got != request.Approved {
		t.Errorf("the first is %s", got)
	}

	drafter := o.SignedIn("canbo@th.vn")
	drafter.Get("/admin/requests/" + second)
	drafter.Submit("/admin/requests/"+second+"/draft", url.Values{"text": {admintest.Answer + " Ngày nghỉ đóng cửa."}})
	b.Get("/admin/approvals")
	b.Sees(http.StatusOK, "So với bản đã duyệt hoặc đã trả lại lần trước", `<ins><span class="hide">thêm: </span>`, "Ngày nghỉ đóng cửa.")
}

func TestNobodyIsShownTheirOwnWordsOrAnothersUnitToApprove(t *testing.T) {
	o := admintest.New(t, nil)
	o.Drafted("Khi nào có lịch tiêm chủng mới?")
	own := o.Ask("Trạm y tế mở cửa lúc mấy giờ?")
	b := o.SignedIn("phatngon@th.vn")
	b.Get("/admin/requests/" + own)
	b.Submit("/admin/requests/"+own+"/draft", url.Values{"text": {"Bảy giờ."}})
	b.Get("/admin/approvals?at=" + own + "/0")
	b.Sees(http.StatusOK, "(1)", "Khi nào có lịch tiêm chủng mới?")
	b.SeesNot("Bảy giờ.")
	for _, email := range []string{"canbo@th.vn", "noikhac@th.vn", "quantri@th.vn"} {
		other := o.SignedIn(email)
		other.Get("/admin/approvals")
		other.Sees(http.StatusOK, "Không có bản thảo nào")
	}
}

func TestARefusalIsSignedInTheSameList(t *testing.T) {
	o := admintest.New(t, nil)
	code := o.Ask("Khi nào có lịch tiêm chủng mới?")
	b := o.SignedIn("canbo@th.vn")
	b.Get("/admin/requests/" + code)
	b.Submit("/admin/requests/"+code+"/draft", url.Values{"text": {"Thuộc bí mật nhà nước."}, "outcome": {"refused"}, "ground": {"BM"}})
	boss := o.SignedIn("phatngon@th.vn")
	boss.Get("/admin/approvals")
	boss.Sees(http.StatusOK, "Ký từ chối cung cấp", "Thuộc bí mật nhà nước.")
	boss.Submit("/admin/requests/"+code+"/approve", url.Values{"confirm": {"yes"}})
	boss.Sees(http.StatusOK, "Đã ký từ chối", "Không có bản thảo nào")
}

func TestSignInLeadsToWhereOneWantedToGo(t *testing.T) {
	o := admintest.New(t, nil)
	code := o.Drafted("Khi nào có lịch tiêm chủng mới?")
	for _, c := range []struct{ email, wanted, to string }{
		{"canbo@th.vn", "/admin/", "/admin/home"},
		{"phatngon@th.vn", "/admin/home", "/admin/home"},
		{"phatngon@th.vn", "/admin/", "/admin/approvals"},
		{"quantri@th.vn", "/admin/", "/admin/home"},
		{"canbo@th.vn", "/admin/requests/" + code, "/admin/requests/" + code},
	} {
		b := o.Browser()
		b.Get(c.wanted)
		b.Submit("/admin/login", url.Values{"email": {c.email}, "password": {admintest.Password}})
		if b.Path != c.to {
			t.Errorf("%s, who wanted %s, comes to %s; want %s", c.email, c.wanted, b.Path, c.to)
		}
	}
}
