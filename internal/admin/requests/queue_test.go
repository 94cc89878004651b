package requests_test

import (
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"testing"
	"time"

	"phatngon/internal/admin/admintest"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/request"
)

// pick is what a ticked row of a request says.
func pick(o *admintest.Office, code string) string {
	return code + ":" + strconv.FormatInt(o.Request(code).Version, 10)
}

func TestEachViewListsWhatItSays(t *testing.T) {
	o := admintest.New(t, nil)
	fresh, drafted := o.Ask("Khi nào có lịch tiêm chủng mới?"), o.Drafted("Trạm y tế mở cửa lúc mấy giờ?")
	late := o.Ask("Xe khám lưu động đi đâu?")
	r := o.Request(late)
	r.Due = time.Now().Add(-time.Hour)
	r.Parts[0].Clock.Due = r.Due
	if err := o.Flow.Store.ReplaceRequest(t.Context(), &r); err != nil {
		t.Fatal(err)
	}
	b := o.SignedIn("canbo@th.vn")
	for view, want := range map[string][]string{
		"": {fresh, drafted, late}, "mine": {drafted}, "new": {fresh, late}, "late": {late}, "sign": {drafted},
		"today": nil, "asker": nil, "unsent": nil, "done": nil, "không có": {fresh, drafted, late},
	} {
		b.Get("/admin/?view=" + url.QueryEscape(view))
		b.Sees(http.StatusOK)
		for _, code := range []string{fresh, drafted, late} {
			listed, wanted := strings.Contains(b.Body, "/admin/requests/"+code), false
			for _, w := range want {
				wanted = wanted || w == code
			}
			if listed != wanted {
				t.Errorf("view %q lists %s: %t, want %t", view, code, listed, wanted)
			}
		}
	}
}

func TestTheQueueIsSearchedInWhatIsAskedWithinTheUnit(t *testing.T) {
	o := admintest.New(t, nil)
	hospital, fresh := o.Ask("Bệnh viện tỉnh bao giờ có khoa xạ trị?"), o.Ask("Khi nào có lịch tiêm chủng mới?")
	b, other := o.SignedIn("canbo@th.vn"), o.SignedIn("noikhac@th.vn")
	for query, want := range map[string]bool{
		"q=" + url.QueryEscape("xạ trị"): true, "q=XA+tri": true, "q=" + url.QueryEscape("xã trị"): false,
		"q=benh+vien&kind=reporter_verified": true, "q=benh+vien&kind=citizen": false, "q=benh&view=new": true, "q=benh&view=sign": false, "q=benh&view=late": false,
	} {
		b.Get("/admin/?" + query)
		if listed := strings.Contains(b.Body, "/admin/requests/"+hospital); listed != want || strings.Contains(b.Body, "/admin/requests/"+fresh) {
			t.Errorf("%s lists the hospital: %t, want %t", query, listed, want)
		}
		other.Get("/admin/?" + query)
		other.SeesNot("/admin/requests/"+hospital, "xạ trị?")
	}
}

func TestAViewSaysHowMuchItListsUntilWordsOrARoleNarrowIt(t *testing.T) {
	o := admintest.New(t, nil)
	o.Ask("Khi nào có lịch tiêm chủng mới?")
	o.Ask("Xe khám đi đâu?")
	b := o.SignedIn("canbo@th.vn")
	b.Get("/admin/")
	b.Sees(http.StatusOK, "Cần làm <b>2</b>")
	for _, query := range []string{"q=xe+kham", "kind=reporter_verified"} {
		b.Get("/admin/?" + query)
		b.Sees(http.StatusOK, "Cần làm</a>", "Chưa ai nhận</a>")
	}
}

func TestTickedRequestsAreTakenGivenAndTransferred(t *testing.T) {
	o := admintest.New(t, nil)
	o.Hire("dongnghiep@th.vn", people.RoleOperator, "TH-YT")
	first, second := o.Ask("Khi nào có lịch tiêm chủng mới?"), o.Ask("Trạm y tế mở cửa lúc mấy giờ?")
	b := o.SignedIn("canbo@th.vn")
	both := url.Values{"pick": {pick(o, first), pick(o, second)}, "do": {"take"}}
	b.Submit("/admin/bulk", both)
	b.Sees(http.StatusOK, "Đã thực hiện với 2 yêu cầu.", "Người canbo@th.vn")
	b.Submit("/admin/bulk", url.Values{"pick": {pick(o, first)}, "do": {"give"}, "officer": {"officer-dongnghiep@th.vn"}})
	if h := request.Handler(o.Request(first)); h != "officer-dongnghiep@th.vn" {
		t.Errorf("handled by %s", h)
	}
	colleague := o.SignedIn("dongnghiep@th.vn")
	colleague.Get("/admin/?view=mine")
	colleague.Sees(http.StatusOK, first)
	colleague.SeesNot(second)
	b.Get("/admin/")
	b.Submit("/admin/bulk", url.Values{"pick": {pick(o, second)}, "do": {"transfer"}, "unit": {"TH-XD"}, "reason": {"Thuộc ngành xây dựng"}})
	b.Sees(http.StatusOK, "Đã thực hiện với 1 yêu cầu.")
	if r := o.Request(second); r.Unit != "TH-XD" || request.Handler(r) != "" {
		t.Errorf("transferred to %s, handled by %q", r.Unit, request.Handler(r))
	}
}

func TestWhatCannotBeChangedTogetherStaysAndIsNamed(t *testing.T) {
	o := admintest.New(t, nil)
	stale, drafted, fresh := o.Ask("Khi nào có lịch tiêm chủng mới?"), o.Drafted("Trạm y tế mở cửa lúc mấy giờ?"), o.Ask("Xe khám đi đâu?")
	b := o.SignedIn("canbo@th.vn")
	b.Submit("/admin/bulk", url.Values{"pick": {stale + ":99", pick(o, drafted), pick(o, fresh), "TH-2026-99999:1", "x"}, "do": {"take"}})
	b.Sees(http.StatusOK, "Đã thực hiện với 1 yêu cầu. Giữ nguyên 4 yêu cầu", stale+" (đã có người thay đổi), "+drafted+" (bước này không áp dụng được khi", "TH-2026-99999 (không có yêu cầu này), x (không có yêu cầu này)")
	if r := o.Request(stale); r.State != request.Received {
		t.Errorf("changed at an old version: %s", r.State)
	}
	for name, form := range map[string]url.Values{
		"nothing ticked":  {"do": {"take"}},
		"nothing to do":   {"pick": {pick(o, stale)}, "do": {"vanish"}},
		"no ground":       {"pick": {pick(o, stale)}, "do": {"close"}, "text": {"Không thuộc phạm vi."}},
		"no words":        {"pick": {pick(o, stale)}, "do": {"close"}, "ground": {"BM"}},
		"no unit to go":   {"pick": {pick(o, stale)}, "do": {"transfer"}, "reason": {"vì"}},
		"without a cause": {"pick": {pick(o, stale)}, "do": {"transfer"}, "unit": {"TH-XD"}},
	} {
		b.Get("/admin/")
		b.Submit("/admin/bulk", form)
		if b.Status != http.StatusUnprocessableEntity {
			t.Errorf("%s: %d", name, b.Status)
		}
	}
	stranger := o.SignedIn("noikhac@th.vn")
	stranger.Get("/admin/account")
	token := stranger.Hidden("/admin/logout").Get("csrf")
	stranger.Post("/admin/bulk", url.Values{"csrf": {token}, "pick": {pick(o, stale)}, "do": {"take"}}, nil)
	b.Get("/admin/")
	b.Submit("/admin/bulk", url.Values{"pick": {pick(o, stale)}, "do": {"give"}, "officer": {"officer-noikhac@th.vn"}})
	if h := request.Handler(o.Request(stale)); h != "" {
		t.Errorf("a unit's request is with %s of another", h)
	}
}

func TestAShareInAnothersRequestStandsInEveryViewThatItBelongsTo(t *testing.T) {
	o := admintest.New(t, nil)
	code := o.Ask("Lịch tiêm chủng, và đường tới trạm y tế bao giờ sửa xong?")
	at := "/admin/requests/" + code
	lead := o.SignedIn("canbo@th.vn")
	lead.Get(at)
	lead.Submit(at+"/split", url.Values{"asks1": {"Lịch tiêm chủng?"}, "unit1": {"Sở Y tế"}, "asks2": {"Đường tới trạm bao giờ sửa xong?"}, "unit2": {"Sở Xây dựng"}})
	b := o.SignedIn("noikhac@th.vn")
	for view, listed := range map[string]bool{"": true, "new": true, "late": false, "mine": false, "done": false} {
		b.Get("/admin/?view=" + view)
		if listed {
			b.Sees(http.StatusOK, "Đường tới trạm bao giờ sửa xong?", "Cần làm <b>1</b>", "Chưa ai nhận <b>1</b>")
			b.SeesNot("Không còn yêu cầu nào cần làm", "Yêu cầu nào cũng đã có người nhận", "Yêu cầu khác")
		} else {
			b.SeesNot("Đường tới trạm bao giờ sửa xong?")
		}
	}
	b.Get(at)
	b.Submit(at+"/assign", nil)
	b.Get("/admin/?view=new")
	b.Sees(http.StatusOK, "Yêu cầu nào cũng đã có người nhận")
	b.Get("/admin/?view=mine")
	b.Sees(http.StatusOK, "Đường tới trạm bao giờ sửa xong?")
}

func TestTickedRequestsAreClosedByADraftedRefusalAndThatIsUndone(t *testing.T) {
	o := admintest.New(t, nil)
	first, second, drafted := o.Ask("Khi nào có lịch tiêm chủng mới?"), o.Ask("Trạm y tế mở cửa lúc mấy giờ?"), o.Drafted("Xe khám đi đâu tuần này?")
	b, signer := o.SignedIn("canbo@th.vn"), o.SignedIn("phatngon@th.vn")
	b.Get("/admin/")
	b.Submit("/admin/bulk", url.Values{"pick": {pick(o, first), pick(o, second), pick(o, drafted)}, "do": {"close"}, "ground": {"BM"}, "text": {"Thuộc bí mật nhà nước."}})
	b.Sees(http.StatusOK, "Đã thực hiện với 2 yêu cầu. Giữ nguyên 1 yêu cầu", drafted+" (đã có bản thảo", "chờ người phát ngôn ký, người hỏi chưa được báo", "Hoàn tác")
	for _, code := range []string{first, second} {
		if p := o.Request(code).Parts[0]; p.State != request.Drafted || !p.Draft.Refuses() {
			t.Fatalf("%s is %s", code, p.State)
		}
	}
	at := "/admin/requests/" + second
	signer.Get(at)
	signer.Submit(at+"/return", url.Values{"reason": {"Không phải bí mật."}}) // somebody has looked at it
	b.Submit("/admin/bulk/undo", url.Values{"pick": {first + ":0", second + ":0", drafted + ":0"}})
	b.Sees(http.StatusOK, "Đã hoàn tác 1 yêu cầu", "Không hoàn tác được 2 yêu cầu", second+" (")
	b.SeesNot("undo-do")
	if p := o.Request(first).Parts[0]; p.State != request.Assigned || p.Draft != nil {
		t.Errorf("undone: %s, %+v", p.State, p.Draft)
	}
	admin := o.SignedIn("quantri@th.vn")
	admin.Get("/admin/audit")
	admin.Sees(http.StatusOK, "Hoàn tác bản thảo vừa soạn", "Soạn câu trả lời")
	b.Get("/admin/?undo=" + first + ":0&until=1")
	b.SeesNot("undo-do") // long ago
}
