package help_test

import (
	"net/http"
	"testing"

	"phatngon/internal/admin/admintest"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/routing"
)

func TestEachRoleSeesItsOwnHelpFirstAndMayReadTheOthers(t *testing.T) {
	o := admintest.New(t, nil)
	o.Hire("baochi@th.vn", people.RoleOperator, routing.ProvinceOffice)
	for email, want := range map[string]string{"canbo@th.vn": "Trả lời một yêu cầu", "phatngon@th.vn": "Duyệt câu trả lời", "baochi@th.vn": "Xác minh phóng viên", "quantri@th.vn": "Tài khoản cán bộ"} {
		b := o.SignedIn(email)
		b.Sees(http.StatusOK, `href="/admin/help"`)
		b.Get("/admin/help")
		b.Sees(http.StatusOK, want, `aria-current="page"`)
		b.Get("/admin/help?role=spokesperson")
		b.Sees(http.StatusOK, "Duyệt câu trả lời")
		b.Get("/admin/help?role=nobody")
		b.Sees(http.StatusOK, want)
	}
}

func TestAPictureThatIsNotThereIsNotFound(t *testing.T) {
	o := admintest.New(t, nil)
	b := o.SignedIn("canbo@th.vn")
	for _, name := range []string{"khong-co", "..%2f..%2fhelp", ".keep"} {
		if b.Get("/admin/help/pictures/" + name); b.Status != http.StatusNotFound {
			t.Errorf("%s: %d", name, b.Status)
		}
	}
}
