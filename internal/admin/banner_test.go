package admin_test

import (
	"net/http"
	"testing"

	"phatngon/internal/admin"
	"phatngon/internal/admin/admintest"
	"phatngon/internal/queue/budget"
)

func TestEveryPageOfStaffTellsOfAnOutageWhileItLasts(t *testing.T) {
	pace := budget.New(budget.Options{})
	o := admintest.New(t, func(d *admin.Deps) { d.Flow.Pace = pace })
	b := o.SignedIn("quantri@th.vn")
	pages := []string{"/admin/", "/admin/statements", "/admin/failed", "/admin/handovers", "/admin/officers", "/admin/audit", "/admin/account", "/admin/khong-co"}
	for _, page := range pages {
		b.Get(page)
		b.SeesNot(`data-testid="banner"`)
	}
	pace.Observe(budget.Outcome{Sends: true, Outage: "Zalo chưa nhận tin; tin chờ."})
	for _, page := range pages {
		b.Get(page)
		b.Sees(b.Status, `data-testid="banner"`, "Zalo chưa nhận tin từ", "Lần thử kế tiếp")
	}
	stranger := o.Browser()
	stranger.Get("/admin/login")
	stranger.Sees(http.StatusOK, "Mật khẩu")
	stranger.SeesNot(`data-testid="banner"`)
}
