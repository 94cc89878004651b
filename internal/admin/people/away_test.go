package people_test

import (
	"net/http"
	"net/url"
	"testing"

	"phatngon/internal/admin/admintest"
)

func TestAnOfficerSaysWhoStandsIn(t *testing.T) {
	o := admintest.New(t, nil)
	b := o.SignedIn("canbo@th.vn")
	b.Get("/admin/account")
	b.Sees(http.StatusOK, "Người phatngon@th.vn", "Hiện Anh/Chị đang có mặt")
	b.SeesNot("Người noikhac@th.vn")
	other, err := o.Flow.Store.OfficerByEmail(t.Context(), "noikhac@th.vn")
	if err != nil {
		t.Fatal(err)
	}
	near, err := o.Flow.Store.OfficerByEmail(t.Context(), "phatngon@th.vn")
	if err != nil {
		t.Fatal(err)
	}
	day := o.Flow.Now().AddDate(0, 0, 5)
	until := day.Format("2006-01-02")
	for _, wrong := range []url.Values{{"until": {until}}, {"until": {until}, "substitute": {other.ID}}, {"until": {"2020-01-01"}, "substitute": {near.ID}}, {"until": {"mai"}, "substitute": {near.ID}}} {
		b.Submit("/admin/account/away", wrong)
		b.Sees(http.StatusUnprocessableEntity, "Vui lòng chọn")
	}
	b.Submit("/admin/account/away", url.Values{"until": {until}, "substitute": {near.ID}})
	b.Sees(http.StatusOK, "hết ngày "+day.Format("02/01/2006"), `value="`+until+`"`)
	b.Submit("/admin/account/away", url.Values{"until": {""}})
	b.Sees(http.StatusOK, "Anh/Chị đã có mặt")
}

func TestAnAdministratorSaysWhoStandsInForSomebodyWhoIsIll(t *testing.T) {
	o := admintest.New(t, nil)
	b, at := o.SignedIn("quantri@th.vn"), "/admin/officers/officer-canbo@th.vn"
	b.Get(at)
	b.Sees(http.StatusOK, "Hiện cán bộ đang có mặt", "Người phatngon@th.vn")
	b.SeesNot("Người noikhac@th.vn")
	day := o.Flow.Now().AddDate(0, 0, 5)
	b.Submit(at+"/away", url.Values{"until": {day.Format("2006-01-02")}})
	b.Sees(http.StatusUnprocessableEntity, "Vui lòng chọn người làm thay", `value="canbo@th.vn"`)
	b.Submit(at+"/away", url.Values{"until": {day.Format("2006-01-02")}, "substitute": {"officer-phatngon@th.vn"}})
	b.Sees(http.StatusOK, "hết ngày "+day.Format("02/01/2006"), `value="`+day.Format("2006-01-02")+`"`)
	if got := o.Officer("canbo@th.vn"); got.Substitute != "officer-phatngon@th.vn" || !got.AwayUntil.After(o.Flow.Now()) {
		t.Errorf("noted: until %v, %q stands in", got.AwayUntil, got.Substitute)
	}
	b.Submit(at+"/away", url.Values{"until": {""}})
	b.Sees(http.StatusOK, "cán bộ đã có mặt")
}
