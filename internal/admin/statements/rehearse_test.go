package statements_test

import (
	"net/http"
	"strings"
	"testing"

	"phatngon/internal/admin/admintest"
	"phatngon/internal/edge/edgetest"
	"phatngon/internal/store"
)

func TestAStatementIsRehearsedWithoutBeingStored(t *testing.T) {
	o := admintest.New(t, nil)
	b := o.SignedIn("canbo@th.vn")
	b.Get("/admin/statements/new")
	fields := statementFields()
	fields.Set("try", "bao giờ xe khám về bản Ón")
	fields["csrf"] = b.Hidden("/admin/statements")["csrf"]
	b.Post("/admin/statements/rehearse", fields, nil)
	b.Sees(http.StatusOK, "Không thấy lỗi nào. Chưa lưu.", "bao giờ xe khám về bản Ón", "Hoàng Văn Ký", "“Xe khám lưu động tới bản Ón ngày 05/12/2026.”", "Lịch khám lưu động", `value="Giám đốc Sở Y tế"`)
	fields.Set("live", "yes")
	b.Post("/admin/statements/rehearse", fields, nil)
	if b.Status != http.StatusOK || strings.Contains(b.Body, "<html") || !strings.Contains(b.Body, "Trong Mini App") {
		t.Errorf("a script gets %d: %.200s", b.Status, b.Body)
	}
	if all, _, err := o.Flow.Store.Statements(t.Context(), store.StatementFilter{}); err != nil || len(all) > 0 {
		t.Errorf("stored %d statements (%v), want none", len(all), err)
	}
}

func TestARehearsalNamesWhatIsWrongAndShowsMarkupAsText(t *testing.T) {
	o := admintest.New(t, nil)
	b := o.SignedIn("canbo@th.vn")
	b.Get("/admin/statements/new")
	fields := statementFields()
	fields["csrf"] = b.Hidden("/admin/statements")["csrf"]
	fields.Set("title", "")
	fields.Set("body", "Xe khám tới bản Ón ngày 05/12/2026. "+edgetest.Hostile)
	fields.Set("try", edgetest.Hostile)
	b.Post("/admin/statements/rehearse", fields, nil)
	b.Sees(http.StatusOK, "Còn 1 chỗ cần sửa", `href="#title"`, "05/12/2026")
	if bad := edgetest.Unescaped(b.Body); bad != "" {
		t.Errorf("unescaped: %q", bad)
	}
	fields.Set("body", "")
	b.Post("/admin/statements/rehearse", fields, nil)
	b.Sees(http.StatusOK, "Khi có nguyên văn")
}

func TestARehearsalOfAChangeComparesItWithWhatIsInForce(t *testing.T) {
	o := admintest.New(t, nil)
	at, drafter, _ := published(o)
	drafter.Get(at + "/edit")
	fields := statementFields()
	hidden := drafter.Hidden(at + "/edit")
	fields["csrf"], fields["version"], fields["of"] = hidden["csrf"], hidden["version"], hidden["of"]
	fields.Set("body", "Xe khám lưu động tới bản Ón ngày 06/12/2026.")
	drafter.Post("/admin/statements/rehearse", fields, nil)
	drafter.Sees(http.StatusOK, "So với bản đang hiệu lực", "06/12/2026", "<del>", `action="`+at+`/edit"`)
	other := o.SignedIn("noikhac@th.vn")
	other.Get("/admin/statements/new")
	fields["csrf"] = other.Hidden("/admin/statements")["csrf"]
	other.Post("/admin/statements/rehearse", fields, nil)
	other.Sees(http.StatusForbidden, "chỉ soạn được phát ngôn của đơn vị mình")
	if strings.Contains(other.Body, "05/12/2026") {
		t.Error("another unit reads what is in force through a rehearsal")
	}
}
