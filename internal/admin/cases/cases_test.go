package cases_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"phatngon/internal/admin/admintest"
	"phatngon/internal/desk/cases"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/routing"
	flowcases "phatngon/internal/flow/cases"
)

// reported is an office with a case that was just reported, and its press desk.
func reported(t *testing.T, text string) (*admintest.Office, string) {
	t.Helper()
	o := admintest.New(t, nil)
	o.Hire("dieuphoi@th.vn", people.RoleOperator, routing.ProvinceOffice)
	return o, report(o, text)
}

func report(o *admintest.Office, text string) string {
	o.Helper()
	r, err := o.Flow.Cases.File(o.Context(), people.Requester{ID: "oa:1", Kind: people.Citizen}, flowcases.Filing{
		Report: effect.Report{Text: text, Category: "disaster", Consent: true}, Source: text, Channel: flowcases.ChannelChat, At: time.Now(),
		Place: "chợ Cửa Đạt", Spread: "nhóm 2.000 người", Harm: "người dân bỏ chạy", Right: "đập an toàn", SeenAt: time.Now().Add(-time.Hour),
	})
	if err != nil {
		o.Fatal(err)
	}
	o.Flow.Relay.Sweep(o.Context())
	return r.Case
}

func (d desk) classified() { d.press.Submit(d.at+"/classify", classes("Sở Y tế")) }

func classes(unit string) url.Values {
	return url.Values{"severity": {"1b"}, "access": {"2c"}, "unit": {unit}, "ground": {"field"}, "why": {"Thuộc lĩnh vực của Sở."}}
}

// desk is who works on a case, each in a browser of their own.
type desk struct {
	at                    string
	press, drafter, signs *admintest.Browser
}

func deskOf(o *admintest.Office, code string) desk {
	d := desk{at: "/admin/cases/" + code, press: o.SignedIn("dieuphoi@th.vn"), drafter: o.SignedIn("canbo@th.vn"), signs: o.SignedIn("phatngon@th.vn")}
	d.press.Get(d.at)
	return d
}

const rumour = "Trang Tin Nóng 36 đăng tin đập Cửa Đạt đã vỡ tối qua, người dân vùng hạ du phải chạy ngay trong đêm"

func TestACaseGoesFromTheBoardToAPublicConclusion(t *testing.T) {
	o, code := reported(t, rumour)
	d := deskOf(o, code)
	d.press.Get("/admin/cases")
	d.press.Sees(http.StatusOK, code, "đập Cửa Đạt đã vỡ", "Mới nhận", "báo lần đầu", "Lan truyền: nhóm 2.000 người", "1 trong 24 giờ qua")
	d.press.Get(d.at)
	d.press.Sees(http.StatusOK, "có dấu hiệu giả, sai sự thật", rumour, "Thấy lúc", "chợ Cửa Đạt", "nhóm 2.000 người", "người dân bỏ chạy", "đập an toàn")
	d.press.SeesNot("oa:1", "case-draft")
	d.classified()
	d.press.Sees(http.StatusOK, "Đã phân loại và giao đơn vị có thẩm quyền.")

	d.drafter.Get("/admin/cases?column=verifying")
	d.drafter.Sees(http.StatusOK, code)
	d.drafter.Get(d.at)
	d.drafter.Submit(d.at+"/verify", nil)
	d.drafter.Submit(d.at+"/draft", url.Values{"claim": {"Vỡ đập Cửa Đạt"}, "outcome": {"LA_TIN_GIA_SAI_SU_THAT"}, "text": {"Đập Cửa Đạt an toàn."}})
	d.drafter.Sees(http.StatusOK, "trình ký", "Dự thảo kết luận lần 1")
	d.drafter.SeesNot("case-conclude")

	d.signs.Get(d.at)
	d.signs.Sees(http.StatusOK, "Về tin có nội dung: Vỡ đập Cửa Đạt – kết luận: TIN GIẢ, TIN SAI SỰ THẬT.")
	d.signs.Submit(d.at+"/conclude", nil)
	d.signs.Sees(http.StatusOK, "Đã ký kết luận.", "Kết luận đã ký")
	d.signs.SeesNot("case-public")
	d.signs.Submit(d.at+"/label", nil)
	d.signs.Submit(d.at+"/publish", nil)
	d.signs.Sees(http.StatusOK, "Đã công bố", "https://phatngon.example/k/"+code)
}

func TestAForgedConclusionIsRefused(t *testing.T) {
	o, code := reported(t, rumour)
	d := deskOf(o, code)
	d.classified()
	d.drafter.Get(d.at)
	d.drafter.Submit(d.at+"/verify", nil)
	d.signs.Get(d.at)
	d.signs.Submit(d.at+"/draft", url.Values{"claim": {"Vỡ đập"}, "outcome": {"LA_TIN_GIA_SAI_SU_THAT"}, "text": {"Đập an toàn."}})
	d.signs.SeesNot("case-conclude")
	values := d.signs.Hidden(d.at + "/draft")
	values.Set("revision", "1")
	for _, b := range []*admintest.Browser{d.signs, d.drafter, d.press} {
		b.Get(d.at)
		forged := b.Hidden("/admin/logout")
		forged.Set("version", values.Get("version"))
		forged.Set("revision", "1")
		b.Post(d.at+"/conclude", forged, nil)
		if b.Status != http.StatusForbidden {
			t.Errorf("a forged conclusion answered %d", b.Status)
		}
	}
	if c, err := o.Flow.Store.Case(t.Context(), code); err != nil || c.State != cases.Drafted {
		t.Errorf("the case is %s (%v)", c.State, err)
	}
}

func TestAnotherUnitSeesNeitherTheCaseNorItsPictures(t *testing.T) {
	o, code := reported(t, rumour)
	d := deskOf(o, code)
	d.classified()
	b := o.SignedIn("noikhac@th.vn")
	for _, path := range []string{d.at, d.at + "/pictures/x"} {
		b.Get(path)
		if b.Status != http.StatusForbidden || strings.Contains(b.Body, "Cửa Đạt") {
			t.Errorf("%s answered %d", path, b.Status)
		}
	}
	b.Get("/admin/cases?column=verifying")
	b.SeesNot(code)
}

func TestWhatWasTypedSurvivesAMistakeAndAChangeMeanwhile(t *testing.T) {
	o, code := reported(t, rumour)
	d := deskOf(o, code)
	stale := d.press.Hidden(d.at + "/classify")
	d.press.Submit(d.at+"/classify", classes("Sở Không Có"))
	d.press.Sees(http.StatusUnprocessableEntity, "chọn đơn vị trong danh sách", "Thuộc lĩnh vực của Sở.", "Sở Không Có")
	d.press.Get(d.at)
	d.classified()
	for name, v := range classes("Sở Y tế") {
		stale[name] = v
	}
	d.press.Post(d.at+"/classify", stale, nil)
	d.press.Sees(http.StatusConflict, "Đã có người thay đổi vụ việc này", "Thuộc lĩnh vực của Sở.")
}

func TestASimilarReportIsSuggestedWithTheWordsBothHave(t *testing.T) {
	o, code := reported(t, rumour)
	other := report(o, "Trang Tin Nóng 36 vừa đăng tin đập Cửa Đạt đã vỡ tối qua, bà con vùng hạ du phải chạy ngay trong đêm, ai có người nhà báo gấp")
	d := deskOf(o, other)
	d.press.Get(d.at)
	if other != code {
		d.press.Sees(http.StatusOK, "Có thể cùng một tin", code, "<mark>")
	}
	d.press.Submit(d.at+"/merge", url.Values{"to": {"TG-2020-00009"}, "why": {"Cùng tin."}})
	d.press.Sees(http.StatusUnprocessableEntity, "Không có vụ việc", "TG-2020-00009")
	d.press.Get(d.at)
	d.press.Submit(d.at+"/merge", url.Values{"to": {code}, "why": {"Cùng tin."}})
	d.press.Sees(http.StatusOK, "Đã gộp vào vụ việc kia.", code)
}
