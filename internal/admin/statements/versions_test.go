package statements_test

import (
	"net/http"
	"net/url"
	"testing"

	"phatngon/internal/admin/admintest"
	"phatngon/internal/desk/people"
)

func TestAnyTwoVersionsAreComparedWordByWord(t *testing.T) {
	o := admintest.New(t, nil)
	at, drafter, signer := published(o)
	for _, body := range []string{"Xe khám lưu động tới bản Ón ngày 06/12/2026.", "Xe khám lưu động tới bản Ón sáng 06/12/2026."} {
		drafter.Get(at + "/edit")
		fields := statementFields()
		fields.Set("body", body)
		drafter.Submit(at+"/edit", fields)
		signer.Get(at)
		signer.Submit(at+"/publish", url.Values{"confirm": {"yes"}})
		signer.Sees(http.StatusOK, "Đã công bố")
	}
	drafter.Get(at)
	drafter.Sees(http.StatusOK, at+"/versions", "Được trích dẫn")
	drafter.Get(at + "/versions")
	drafter.Sees(http.StatusOK, "Từ phiên bản 2 tới phiên bản 3", "05/12/2026", "<del><span class=\"hide\">bỏ: </span>ngày </del>")
	drafter.Get(at + "/versions?from=1&to=3")
	drafter.Sees(http.StatusOK, "Từ phiên bản 1 tới phiên bản 3", "sáng 06/12/2026")
	drafter.Get(at + "/versions?from=9&to=x")
	drafter.Sees(http.StatusOK, "Từ phiên bản 2 tới phiên bản 3")
}

func TestAStatementSaysHowOftenItWasToldAndToHowMany(t *testing.T) {
	o := admintest.New(t, nil)
	at, drafter, _ := published(o)
	drafter.Get(at)
	drafter.Sees(http.StatusOK, "Chưa gửi cho ai")
	for _, id := range []string{"app:1", "app:2", "app:2"} {
		who := people.Requester{ID: id, Kind: people.Citizen}
		if _, err := o.Flow.Inbound.Ask(o.Context(), who, "Khi nào xe khám tới bản Ón?"); err != nil {
			t.Fatal(err)
		}
	}
	drafter.Get(at)
	drafter.Sees(http.StatusOK, "2 lần, cho 2 người") // the same answer on a day is told once
	drafter.Get("/admin/statements/new")
	drafter.Submit("/admin/statements", statementFields())
	drafter.SeesNot("Được trích dẫn")
	drafter.Get(drafter.Path + "/versions")
	drafter.Sees(http.StatusOK, "chưa được công bố")
}
