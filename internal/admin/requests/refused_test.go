package requests_test

import (
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"testing"

	"phatngon/internal/admin/admintest"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/request"
	flowrequests "phatngon/internal/flow/requests"
)

// forms are what a forger fills in: every step of the panel with all that it asks for.
var forms = map[string]url.Values{
	"assign": nil, "resume": nil, "hear": {"what": {"Đã đồng ý."}},
	"draft":    {"text": {"Lời của người khác."}},
	"return":   {"reason": {"Sửa lại giúp."}},
	"approve":  {"revision": {"1"}, "confirm": {"yes"}},
	"clarify":  {"reason": {"Ở bản nào?"}},
	"extend":   {"amount": {"1"}, "reason": {"Cần thêm thời gian."}},
	"transfer": {"unit": {"TH-XD"}, "reason": {"Không thuộc trách nhiệm."}},
	"kind":     {"kind": {"phong-van"}, "reason": {"Là phỏng vấn."}},
	"consult":  {"officer": {"officer-phatngon@th.vn"}},
	"split":    {"asks": {"Phần một", "Phần hai"}, "unit": {"TH-YT", "TH-XD"}},
	"publish":  {"title": {"Lịch tiêm chủng"}, "audience": {"public"}},
	"leave":    nil,
}

// forge sends every form against a part, with a token of the forger's own, and says which were
// not refused. want is the request as it was.
func forge(t *testing.T, o *admintest.Office, b *admintest.Browser, code string, part int) {
	t.Helper()
	want := o.Request(code)
	for step, typed := range forms {
		values := url.Values{"csrf": {b.Value("csrf")}, "version": {strconv.FormatInt(want.Version, 10)}, "part": {strconv.Itoa(part)}}
		for k, v := range typed {
			values[k] = v
		}
		path := "/admin/requests/" + code + "/" + step
		b.Post(path, values, nil)
		if b.Status < http.StatusBadRequest {
			t.Errorf("%s of part %d is answered %d: %s", step, part, b.Status, b.Path)
		}
		if got := o.Request(code); got.Version != want.Version {
			t.Fatalf("%s of part %d changed the request: %+v", step, part, got.Parts)
		}
		b.Get("/admin/account") // a token for the next
	}
}

func TestNoFormOfAnotherUnitsRequestIsTaken(t *testing.T) {
	o := admintest.New(t, nil)
	o.Hire("ky.noikhac@th.vn", people.RoleSpokesperson, "TH-XD")
	code := o.Drafted("Khi nào có lịch tiêm chủng mới?")
	for _, email := range []string{"noikhac@th.vn", "ky.noikhac@th.vn"} {
		b := o.SignedIn(email)
		b.Get("/admin/requests/" + code)
		b.Sees(http.StatusForbidden)
		b.Get("/admin/account")
		forge(t, o, b, code, 0)
	}
	own := o.SignedIn("canbo@th.vn") // the same form of who may is taken
	own.Get("/admin/account")
	own.Post("/admin/requests/"+code+"/draft", url.Values{"csrf": {own.Value("csrf")}, "version": {fmt.Sprint(o.Request(code).Version)}, "part": {"0"}, "text": {"Lịch mới."}}, nil)
	own.Sees(http.StatusOK, "Lịch mới.")
}

func TestNoFormOfAnotherUnitsPartIsTakenThoughTheRequestIsShared(t *testing.T) {
	o := admintest.New(t, nil)
	code := o.Ask("Khi nào có lịch tiêm chủng và bao giờ sửa cầu?")
	r := o.Request(code)
	err := o.Flow.Requests.Split(t.Context(), o.Officer("canbo@th.vn"), flowrequests.Ref{Code: code, Version: r.Version},
		[]request.Piece{{Asks: "Khi nào có lịch tiêm chủng?", Unit: "TH-YT"}, {Asks: "Bao giờ sửa cầu?", Unit: "TH-XD"}})
	if err != nil {
		t.Fatal(err)
	}
	b := o.SignedIn("noikhac@th.vn")
	b.Get("/admin/requests/" + code)
	b.Sees(http.StatusOK, "Bao giờ sửa cầu?")
	forge(t, o, b, code, 0)
}

func TestAnApprovalIsRefusedThatWasForgedBySomebodyWhoMayNotSign(t *testing.T) {
	o := admintest.New(t, nil)
	o.Hire("nguoisoan2@th.vn", people.RoleOperator, "TH-YT")
	code := o.Drafted("Khi nào có lịch tiêm chủng mới?")
	for email, revision := range map[string]int{"canbo@th.vn": 1, "nguoisoan2@th.vn": 1, "quantri@th.vn": 1, "noikhac@th.vn": 1, "phatngon@th.vn": 2} {
		b := o.SignedIn(email)
		b.Get("/admin/account")
		values := url.Values{"csrf": {b.Value("csrf")}, "version": {fmt.Sprint(o.Request(code).Version)}, "part": {"0"}, "revision": {fmt.Sprint(revision)}, "confirm": {"yes"}}
		b.Post("/admin/requests/"+code+"/approve", values, nil)
		if got := o.Request(code); b.Status < http.StatusBadRequest || got.State != request.Drafted {
			t.Errorf("%s signs revision %d: %d, the request is %s", email, revision, b.Status, got.State)
		}
	}
}
