package cases_test

import (
	"fmt"
	"net/http"
	"testing"
)

func TestASurgeStandsOnTheBoardUntilItIsSeen(t *testing.T) {
	o, code := reported(t, post)
	for i := range 9 { // the shipped bound is ten within an hour
		report(o, fmt.Sprintf("%s lần %d", post, i))
	}
	for _, email := range []string{"noikhac@th.vn", "canbo@th.vn"} {
		b := o.SignedIn(email)
		b.Get("/admin/cases")
		b.SeesNot("Dồn dập", "nav-alerts")
		b.Get("/admin/account")
		values := b.Hidden("/admin/logout")
		values.Set("id", "case:"+code+"/3/alert")
		b.Post("/admin/alerts/seen", values, nil)
		if b.Status != http.StatusForbidden {
			t.Errorf("%s answered %d", email, b.Status)
		}
	}
	press := o.SignedIn("dieuphoi@th.vn")
	press.Get("/admin/cases?column=done")
	press.Sees(http.StatusOK, "Dồn dập", "10 báo tin trong 60 phút", code, "nav-alerts")
	press.Submit("/admin/alerts/seen", nil)
	press.Sees(http.StatusOK, "đã xem cảnh báo")
	press.SeesNot("Dồn dập", "nav-alerts")
	press.Get("/admin/cases/" + code)
	press.Sees(http.StatusOK, "Cảnh báo dồn dập", "10 báo tin trong 60 phút.")
}
