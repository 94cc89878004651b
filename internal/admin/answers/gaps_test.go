package answers_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"phatngon/internal/admin/admintest"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
)

// missed has so many people ask what nothing answers.
func missed(o *admintest.Office, question, unit string, ids ...string) {
	o.Helper()
	for _, id := range ids {
		who := people.Requester{ID: id, AppUserID: id, Kind: people.Citizen}
		if _, err := o.Flow.Store.Requester(o.Context(), id); err != nil {
			if err := o.Flow.Store.InsertRequester(o.Context(), &who); err != nil {
				o.Fatal(err)
			}
		}
		o.Flow.Askings.CountMissed(o.Context(), who, effect.Asking{Question: question, Unit: unit})
	}
}

const (
	vaccineAsk = "Khi nào trạm y tế bản Ón tiêm vắc xin uốn ván?"
	vaccineRaw = "bao gio tram y te ban on tiem vac xin uon van a"
)

func TestAGapBecomesADraftWithItsQuestionsInTwoClicks(t *testing.T) {
	o := admintest.New(t, nil)
	missed(o, vaccineAsk, "TH-YT", "app:1", "app:2")
	missed(o, vaccineRaw, "TH-YT", "app:3")
	missed(o, "Bao giờ sửa xong cầu Đò Trạp gọi 0912345678?", "TH-XD", "app:4")
	b := o.SignedIn("canbo@th.vn")
	b.Get("/admin/home")
	b.Sees(http.StatusOK, `<a href="/admin/gaps"><b>3</b>`)
	b.Get("/admin/gaps")
	b.Sees(http.StatusOK, vaccineAsk, "3 người hỏi", "▲ mới", "Sở Y tế", vaccineRaw, "Vì sao chưa trả lời được")
	b.SeesNot("Đò Trạp", "app:1", "0912345678")
	_, rest, _ := strings.Cut(b.Body, "/admin/statements/new?gap=")
	id, _, _ := strings.Cut(rest, `"`)
	b.Get("/admin/statements/new?gap=" + id)
	b.Sees(http.StatusOK, "Soạn để trả lời", `name="take" value="`+vaccineAsk+`" checked`, `name="offer" value="`+vaccineRaw+`"`)

	form := statementForm()
	form.Del("body")
	form["offer"], form["take"] = []string{vaccineAsk, vaccineRaw}, []string{vaccineAsk}
	b.Submit("/admin/statements", form)
	b.Sees(http.StatusUnprocessableEntity, `name="take" value="`+vaccineAsk+`" checked`, `name="take" value="`+vaccineRaw+`">`) // nothing chosen is lost
	form.Set("body", "Trạm y tế bản Ón tiêm vắc xin uốn ván ngày 05/12/2026.")
	b.Submit("/admin/statements", form)
	b.Sees(http.StatusOK, "Đã lưu", vaccineAsk)
	if s := o.Statement(strings.TrimPrefix(b.Path, "/admin/statements/")); len(s.Questions) != 1 || s.Questions[0] != vaccineAsk {
		t.Errorf("questions %q", s.Questions)
	}
	signer := o.SignedIn("phatngon@th.vn")
	signer.Get(b.Path)
	signer.Submit(b.Path+"/publish", url.Values{"confirm": {"yes"}})
	signer.Sees(http.StatusOK, "Đã công bố")
	b.Get("/admin/gaps")
	b.SeesNot(vaccineAsk)
	b.Sees(http.StatusOK, "nay trợ lý đã trả lời được")
}

func TestAGapIsSeenByItsUnitAndTheCoordinatorsAndFiltered(t *testing.T) {
	o := admintest.New(t, nil)
	missed(o, vaccineAsk, "TH-YT", "app:1")
	missed(o, "Bao giờ sửa xong cầu Đò Trạp gọi 0912345678?", "TH-XD", "app:4", "app:5")
	other, admin := o.SignedIn("noikhac@th.vn"), o.SignedIn("quantri@th.vn")
	other.Get("/admin/gaps?unit=TH-YT")
	other.SeesNot("uốn ván")
	other.Sees(http.StatusOK, "gọi [số]", "2 người hỏi")
	admin.Get("/admin/gaps")
	admin.Sees(http.StatusOK, "uốn ván", "Đò Trạp")
	admin.SeesNot("gap-draft") // runs the system, writes nothing
	_, rest, _ := strings.Cut(admin.Body, `id="gap-0"`)
	if text, _, _ := strings.Cut(rest, "<"); !strings.Contains(text, "Đò Trạp") {
		t.Errorf("first stands %q, not what most people ask", text)
	}
	for query, want := range map[string]string{"unit=TH-YT": "uốn ván", "q=" + url.QueryEscape("cau do trap"): "Đò Trạp", "q=khong+co&days=90": "theo bộ lọc này"} {
		admin.Get("/admin/gaps?" + query)
		admin.Sees(http.StatusOK, want)
		if strings.Contains(admin.Body, "uốn ván") && strings.Contains(admin.Body, "Đò Trạp") {
			t.Errorf("%s filters nothing", query)
		}
	}
	other.Get("/admin/statements/new?gap=" + gapID(o))
	other.SeesNot("Soạn để trả lời")
}

// gapID is that of the vaccine's gap.
func gapID(o *admintest.Office) string {
	o.Helper()
	unit := o.SignedIn("canbo@th.vn")
	unit.Get("/admin/gaps")
	_, rest, found := strings.Cut(unit.Body, "/admin/statements/new?gap=")
	if !found {
		o.Fatal("no gap")
	}
	id, _, _ := strings.Cut(rest, `"`)
	return id
}

func statementForm() url.Values {
	return url.Values{"title": {"Lịch tiêm uốn ván"}, "body": {""}, "unit": {"Sở Y tế"}, "spokesperson": {"Hoàng Văn Ký"}, "position": {"Giám đốc Sở Y tế"},
		"spokesperson_kind": {"A"}, "form": {"VAN_BAN"}, "issued_at": {"2026-11-20T09:00"}, "audience": {"public"}}
}
