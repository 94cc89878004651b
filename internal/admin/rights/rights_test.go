package rights_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"phatngon/internal/admin/admintest"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/rights"
	"phatngon/internal/desk/routing"
)

// claimed is an office where somebody has just asked for a correction.
func claimed(t *testing.T) (*admintest.Office, rights.Claim) {
	t.Helper()
	o := admintest.New(t, nil)
	o.Hire("baochi@th.vn", people.RoleOperator, routing.ProvinceOffice)
	who := people.Requester{ID: "oa:1", OAUserID: "1", Kind: people.Citizen, DisplayName: "Lê Bí Mật"}
	if err := o.Flow.Store.InsertRequester(o.Context(), &who); err != nil {
		t.Fatal(err)
	}
	c, _, err := o.Flow.Rights.Claim(o.Context(), who, rights.Filing{Source: "s", Right: rights.Correct, Channel: rights.FromApp, Text: "Tôi là <Hòa>.", At: time.Now()})
	if err != nil {
		t.Fatal(err)
	}
	return o, c
}

func TestOnlyWhoLooksAfterDataSeesAndChangesClaims(t *testing.T) {
	o, c := claimed(t)
	at := "/admin/claims/" + c.ID
	for _, email := range []string{"canbo@th.vn", "phatngon@th.vn"} {
		b := o.SignedIn(email)
		if strings.Contains(b.Body, `href="/admin/claims"`) {
			t.Errorf("%s has the entry in the menu", email)
		}
		b.Get("/admin/claims")
		b.Sees(http.StatusForbidden)
		b.Get(at)
		b.Sees(http.StatusForbidden)
		b.SeesNot("Hòa")
		b.Post(at+"/done", url.Values{"csrf": {b.Value("csrf")}, "version": {"1"}, "what": {"Đã sửa tên."}}, nil)
		if got, err := o.Flow.Store.Claim(o.Context(), c.ID); err != nil || got.State != rights.Received {
			t.Errorf("%s changed it: %+v, %v", email, got, err)
		}
	}
	for _, email := range []string{"baochi@th.vn", "quantri@th.vn"} {
		b := o.SignedIn(email)
		b.Get("/admin/claims")
		b.Sees(http.StatusOK, c.ID, "Chỉnh sửa dữ liệu", `data-testid="nav-claims">1<`)
		b.SeesNot("Bí Mật")
		b.Get(at)
		b.Sees(http.StatusOK, "Tôi là <Hòa>.")
	}
}

func TestAClaimIsExtendedOnceThenDoneAndWhatWasTypedComesBack(t *testing.T) {
	o, c := claimed(t)
	desk, at := o.SignedIn("baochi@th.vn"), "/admin/claims/"+c.ID
	desk.Get(at)
	desk.Submit(at+"/refuse", url.Values{"ground": {""}, "why": {"Không giữ tên này."}})
	desk.Sees(http.StatusUnprocessableEntity, "chọn căn cứ", "Không giữ tên này.")
	desk.Submit(at+"/extend", url.Values{"amount": {"10"}, "reason": {"Cần đối chiếu giấy tờ."}})
	desk.Sees(http.StatusOK, "Đã gia hạn", "Cần đối chiếu giấy tờ.")
	desk.SeesNot(`data-testid="claim-extend"`)
	desk.Submit(at+"/done", url.Values{"what": {"Đã sửa tên hiển thị."}})
	desk.Sees(http.StatusOK, "Đã thực hiện", "Đã sửa tên hiển thị.")
	desk.SeesNot(`data-testid="claim-done"`, `data-testid="claim-refuse"`)
	desk.Get("/admin/claims?view=ended")
	desk.Sees(http.StatusOK, c.ID)
}

func TestWhatCameOnPaperIsEnteredAndAMistakeLosesNothing(t *testing.T) {
	o, _ := claimed(t)
	desk := o.SignedIn("baochi@th.vn")
	desk.Get("/admin/claims")
	desk.Submit("/admin/claims", url.Values{"right": {"delete"}, "reference": {"Đơn 12"}, "text": {"Xóa"}})
	desk.Sees(http.StatusUnprocessableEntity, "Chưa ghi.", "Đơn 12")
	desk.Submit("/admin/claims", url.Values{"right": {"delete"}, "reference": {"Đơn 12"}, "text": {"Xóa tên khỏi danh sách."}})
	desk.Sees(http.StatusOK, "Đã ghi vào sổ", "Xóa dữ liệu", "trên giấy, điện thoại")
	desk.Get("/admin/claims?view=overdue")
	desk.Sees(http.StatusOK, "Không có đề nghị nào quá hạn.")
}
