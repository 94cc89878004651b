package cases_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"phatngon/internal/admin/admintest"
	"phatngon/internal/desk/cases"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/routing"
	"phatngon/internal/edge/edgetest"
	flowcases "phatngon/internal/flow/cases"
)

// reported is an office with a case of one report, and people of three units.
func reported(t *testing.T) (*admintest.Office, string) {
	t.Helper()
	o := admintest.New(t, nil)
	o.Hire("dieuphoi@th.vn", people.RoleOperator, routing.ProvinceOffice)
	o.Hire("xm@yt.vn", people.RoleOperator, "TH-YT")
	o.Hire("ky@yt.vn", people.RoleSpokesperson, "TH-YT")
	o.Hire("la@gd.vn", people.RoleSpokesperson, "TH-GDDT")
	in := flowcases.Filing{Source: "e1", Channel: "zalo", At: o.Flow.Now()}
	in.Text, in.Category, in.Anonymous = edgetest.Hostile+" đập Cửa Đạt", "disaster", true
	r, err := o.Flow.Cases.File(t.Context(), people.Requester{}, in)
	if err != nil {
		t.Fatal(err)
	}
	return o, r.Case
}

func state(t *testing.T, o *admintest.Office, code string) cases.State {
	t.Helper()
	c, err := o.Flow.Store.Case(t.Context(), code)
	if err != nil {
		t.Fatal(err)
	}
	return c.State
}

func TestACaseGoesFromTheBoardToThePublicPage(t *testing.T) {
	o, code := reported(t)
	at := "/admin/cases/" + code
	desk := o.SignedIn("dieuphoi@th.vn")
	desk.Get("/admin/cases?column=new")
	desk.Sees(http.StatusOK, code, "Mới nhận")
	desk.Get(at)
	desk.Sees(http.StatusOK, "có dấu hiệu giả, sai sự thật", "đập Cửa Đạt", "Thiên tai, dịch bệnh")
	desk.SeesNot("TIN GIẢ, TIN SAI SỰ THẬT")
	if i := strings.Index(desk.Body, "<script>alert"); i >= 0 {
		t.Errorf("a text is a program: %q", desk.Body[max(0, i-200):i+60])
	}
	desk.Submit(at+"/classify", url.Values{"severity": {"1b"}, "access": {"2c"}, "unit": {"TH-YT"}, "ground": {"field"}, "why": {"Thuộc lĩnh vực."}})
	desk.Sees(http.StatusOK, "Đã phân loại")
	unit := o.SignedIn("xm@yt.vn")
	unit.Get(at)
	unit.Submit(at+"/verify", nil)
	unit.Submit(at+"/draft", url.Values{"outcome": {"LA_TIN_GIA_SAI_SU_THAT"}, "claim": {"Vỡ. Chạy ngay"}, "text": {"Đập an toàn."}})
	unit.Sees(http.StatusUnprocessableEntity, "một câu", "Vỡ. Chạy ngay", "Đập an toàn.")
	unit.Submit(at+"/draft", url.Values{"outcome": {"LA_TIN_GIA_SAI_SU_THAT"}, "claim": {"Đập Cửa Đạt bị vỡ"}, "text": {"Đập an toàn."}})
	unit.Sees(http.StatusOK, "Về tin có nội dung: Đập Cửa Đạt bị vỡ – kết luận: TIN GIẢ, TIN SAI SỰ THẬT.")
	unit.SeesNot(`action="` + at + `/conclude"`)
	signer := o.SignedIn("ky@yt.vn")
	signer.Get(at)
	signer.Submit(at+"/conclude", nil)
	signer.Sees(http.StatusUnprocessableEntity, "đánh dấu xác nhận")
	signer.Submit(at+"/conclude", url.Values{"confirm": {"yes"}})
	signer.Submit(at+"/label", nil)
	signer.Submit(at+"/publish", nil)
	signer.Sees(http.StatusOK, "Đã công bố", "TIN GIẢ, TIN SAI SỰ THẬT")
	if got := state(t, o, code); got != cases.Published {
		t.Errorf("the case is %s", got)
	}
	if _, err := o.Flow.Store.Statement(t.Context(), "KL-"+code); err != nil {
		t.Error(err)
	}
}

func TestFormsThatWereMadeUpAreRefusedAndAnotherUnitSeesNothing(t *testing.T) {
	o, code := reported(t)
	at := "/admin/cases/" + code
	desk := o.SignedIn("dieuphoi@th.vn")
	desk.Get(at)
	forged := desk.Hidden(at + "/classify")
	for name, value := range map[string]string{"severity": "1b", "access": "2c", "unit": "TH-GDDT", "ground": "field", "why": "x", "revision": "1", "confirm": "yes", "to": "TG-2026-00009", "outcome": "KHONG_PHAI", "claim": "Vỡ đập", "text": "x"} {
		forged.Set(name, value)
	}
	stranger := o.SignedIn("la@gd.vn")
	stranger.Get(at)
	stranger.Sees(http.StatusForbidden)
	stranger.SeesNot("đập Cửa Đạt")
	stranger.Get(at + "/pictures/BT-1-1")
	stranger.Sees(http.StatusForbidden)
	stranger.Get("/admin/cases?column=new")
	stranger.SeesNot(code)
	token := stranger.Value("csrf")
	for _, row := range cases.Life().Rows {
		forged.Set("csrf", token)
		stranger.Post(at+"/"+row.Action, forged, nil)
		if stranger.Status < 400 || state(t, o, code) != cases.Received {
			t.Errorf("%s by another unit: status %d, the case is %s", row.Action, stranger.Status, state(t, o, code))
		}
	}
	forged.Set("csrf", desk.Value("csrf"))
	desk.Post(at+"/conclude", forged, nil)
	if desk.Status < 400 || state(t, o, code) != cases.Received {
		t.Errorf("a forged conclusion: status %d, the case is %s", desk.Status, state(t, o, code))
	}
}
