package people_test

import (
	"net/http"
	"regexp"
	"testing"

	"phatngon/internal/admin/admintest"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
)

var shownCode = regexp.MustCompile(`CB-[2-9A-Z]{5}-[2-9A-Z]{5}`)

func TestAnOfficerLinksAZaloAccountWithACodeThatWorksOnceAndUnlinksIt(t *testing.T) {
	o := admintest.New(t, nil)
	who := people.Requester{ID: "oa:7", OAUserID: "7", Kind: people.Citizen}
	if err := o.Flow.Store.InsertRequester(t.Context(), &who); err != nil {
		t.Fatal(err)
	}
	b := o.SignedIn("canbo@th.vn")
	b.Get("/admin/account")
	b.Sees(http.StatusOK, "Chưa nối tài khoản Zalo nào")
	b.Submit("/admin/account/zalo", nil)
	code := shownCode.FindString(b.Body)
	if b.Status != http.StatusOK || code == "" {
		t.Fatalf("no code is shown: %d", b.Status)
	}
	b.Get("/admin/account")
	b.SeesNot(code)
	link := effect.Effect{Key: "e1/0", Kind: effect.DoLink, At: o.Flow.Now(), Link: &effect.Link{Code: code}}
	if err := o.Flow.Access.Link(t.Context(), who.ID, link); err != nil {
		t.Fatal(err)
	}
	b.Get("/admin/account")
	b.Sees(http.StatusOK, "Đã nối một tài khoản Zalo")
	b.Submit("/admin/account/zalo/end", nil)
	b.Sees(http.StatusOK, "Đã bỏ nối", "Chưa nối tài khoản Zalo nào")
	link.Key = "e2/0"
	if err := o.Flow.Access.Link(t.Context(), who.ID, link); err != nil {
		t.Fatal(err)
	}
	if off, err := o.Flow.Store.OfficerByEmail(t.Context(), "canbo@th.vn"); err != nil || off.Zalo != "" {
		t.Errorf("a used code linked again: %+v, %v", off, err)
	}
}
