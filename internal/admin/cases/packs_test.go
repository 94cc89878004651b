package cases_test

import (
	"net/http"
	"net/url"
	"os"
	"strings"
	"testing"
	"time"

	"phatngon/internal/desk/pack"
	"phatngon/internal/desk/people"
)

func packed(t *testing.T, body string) pack.Result {
	t.Helper()
	r, err := pack.Verify(strings.NewReader(body), int64(len(body)))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestAnEvidencePackIsMadeFromTheCasePageAndHandedOver(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	o, code := reported(t, rumour)
	d := deskOf(o, code)
	d.press.Submit(d.at+"/pack", url.Values{"to": {"Công an tỉnh"}, "why": {""}})
	d.press.Sees(http.StatusUnprocessableEntity, "lý do lập hồ sơ", "Công an tỉnh")
	d.press.Get(d.at)
	d.press.Submit(d.at+"/pack", why("to", "Công an tỉnh"))
	if r := packed(t, d.press.Body); d.press.Status != http.StatusOK || len(r.Problems) > 0 || r.Facts.Case != code || r.Identities {
		t.Fatalf("%d: %+v", d.press.Status, r)
	}
	left, err := os.ReadDir(os.Getenv("TMPDIR"))
	if err != nil || len(left) > 0 {
		t.Errorf("left in the folder of temporary files: %v, %v", left, err)
	}
	d.press.Get(d.at)
	d.press.Sees(http.StatusOK, "Cho Công an tỉnh", "SHA-256", "Lập hồ sơ chứng cứ")
	d.press.Submit(d.at+"/hand", url.Values{"to": {"Công an tỉnh"}, "note": {"Công văn 12/VP"}})
	d.press.Sees(http.StatusOK, "Đã ghi nhận giao hồ sơ.", "Công văn 12/VP")
}

func TestOnlyTheNamedMakeAPackOfClosedContent(t *testing.T) {
	o, code := reported(t, rumour)
	d := deskOf(o, code)
	closed := classes("Sở Y tế")
	closed.Set("access", "2a")
	closed.Set("readers", "canbo@th.vn")
	d.press.Submit(d.at+"/classify", closed)
	d.drafter.Get(d.at)
	d.drafter.Submit(d.at+"/pack", why("to", "Bộ Công an"))
	if r := packed(t, d.drafter.Body); len(r.Problems) > 0 || r.Facts.Access != "2a" {
		t.Errorf("%+v", r)
	}
	for _, email := range []string{"dieuphoi@th.vn", "phatngon@th.vn", "noikhac@th.vn", "quantri@th.vn"} {
		b := o.SignedIn(email)
		b.Get("/admin/account")
		for _, action := range []string{"pack", "identify", "hand"} {
			values := b.Hidden("/admin/logout")
			for name, v := range why("version", "3", "to", "Báo", "report", caseOf(o, code).Reports[0], "pack", "x") {
				values[name] = v
			}
			b.Post(d.at+"/"+action, values, nil)
			if b.Status != http.StatusForbidden && b.Status != http.StatusOK || strings.Contains(b.Body, "Cửa Đạt") || strings.HasPrefix(b.Body, "PK") {
				t.Errorf("%s by %s answered %d", action, email, b.Status)
			}
		}
	}
}

func TestWhoReportedIsShownOnAClickWithItsWhy(t *testing.T) {
	o, code := reported(t, rumour)
	who := people.Requester{ID: "oa:1", OAUserID: "zalo-1", DisplayName: "Nguyễn Thị Hoa", Kind: people.Citizen, CreatedAt: time.Now()}
	if err := o.Flow.Store.InsertRequester(o.Context(), &who); err != nil {
		t.Fatal(err)
	}
	d := deskOf(o, code)
	d.press.SeesNot(who.DisplayName, who.OAUserID)
	d.press.Submit(d.at+"/identify", url.Values{"why": {""}})
	d.press.Sees(http.StatusUnprocessableEntity, "vì sao cần biết")
	d.press.SeesNot(who.DisplayName, who.OAUserID)
	d.press.Submit(d.at+"/identify", why())
	d.press.Sees(http.StatusOK, "Ai đã báo tin", who.DisplayName, who.OAUserID, "Xem ai đã báo tin", "Lý do rõ ràng.")
	d.press.Get(d.at)
	d.press.SeesNot("Ai đã báo tin BT-", who.DisplayName, who.OAUserID)
}
