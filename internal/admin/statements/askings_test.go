package statements_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"phatngon/internal/admin/admintest"
	"phatngon/internal/desk/people"
	"phatngon/internal/edge"
	"phatngon/internal/edge/edgetest"
)

// asked lets people pick the statement at the address for a question.
func asked(o *admintest.Office, at, question string, ids ...string) {
	o.Helper()
	for _, id := range ids {
		who := people.Requester{ID: id, Kind: people.Citizen}
		if _, err := o.Flow.Inbound.AskAbout(o.Context(), who, strings.TrimPrefix(at, "/admin/statements/"), question); err != nil {
			o.Fatal(err)
		}
	}
}

const (
	clinicAsk = "Bác sĩ về bản Ón hôm nào?"
	clinicRaw = "bac si ve ban On hom nao a"
)

func TestAnAskingBecomesAQuestionThatAnotherPublishes(t *testing.T) {
	o := admintest.New(t, nil)
	at, drafter, signer := published(o)
	drafter.Get(at)
	drafter.Sees(http.StatusOK, "Người dân đã hỏi", "Không có cách hỏi nào cần thêm")
	asked(o, at, clinicRaw, "app:1", "app:2")
	asked(o, at, clinicAsk, "app:2", "app:3")
	drafter.Get(at)
	drafter.Sees(http.StatusOK, clinicAsk, "3 người hỏi, gần nhất "+edge.Date(o.Flow.Now()), "chưa trả lời ngay được", "đã chọn phát ngôn này")
	drafter.SeesNot(clinicRaw, "app:1")
	drafter.Submit(at+"/askings/add", nil)
	drafter.Sees(http.StatusOK, "Đã thêm câu hỏi vào bản sửa", "Lời phát ngôn giữ nguyên", "Thêm câu hỏi", "Chờ người phát ngôn công bố: “"+clinicAsk+"”")
	drafter.SeesNot("3 người hỏi")

	signer.Get(at)
	signer.Submit(at+"/publish", url.Values{"confirm": {"yes"}})
	signer.Sees(http.StatusOK, "Đã công bố phát ngôn", clinicAsk)
	signer.SeesNot("Chờ người phát ngôn công bố")
	drafter.Get(at + "/edit")
	drafter.Sees(http.StatusOK, "Khi nào xe khám tới bản Ón?\n"+clinicAsk, at+"#askings")
}

func TestAddingAnAskingMakesNobodyTheAuthorOfTheWords(t *testing.T) {
	o := admintest.New(t, nil)
	at, drafter, signer := published(o)
	asked(o, at, clinicAsk, "app:1")
	signer.Get(at)
	signer.Submit(at+"/askings/add", nil)
	signer.Sees(http.StatusOK, "Đã thêm câu hỏi", "statement-publish") // the words stay the drafter's

	asked(o, at, "Vùng cao có bác sĩ nào không?", "app:1")
	signer.Get(at + "/edit")
	fields := statementFields()
	fields.Set("body", "Xe khám tới bản Ón sáng 07/12/2026.")
	signer.Submit(at+"/edit", fields)
	drafter.Get(at)
	drafter.Submit(at+"/askings/add", nil)
	drafter.Sees(http.StatusOK, "Đã thêm câu hỏi")
	signer.Get(at)
	signer.Sees(http.StatusOK, "không tự công bố được") // the drafter's question does not make the words theirs
	signer.SeesNot("statement-publish")
}

func TestAnAskingIsHiddenForGood(t *testing.T) {
	o := admintest.New(t, nil)
	at, drafter, _ := published(o)
	drafter.Get("/admin/statements/new")
	drafter.Submit("/admin/statements", statementFields())
	drafter.SeesNot("Người dân đã hỏi") // of a draft nobody can ask
	drafter.Get(drafter.Path + "/edit")
	drafter.SeesNot("#askings")
	asked(o, at, clinicAsk, "app:1")
	asked(o, at, "Vùng cao có bác sĩ nào không?", "app:1")
	drafter.Get(at)
	drafter.Sees(http.StatusOK, clinicAsk, "Vùng cao có bác sĩ nào không?")
	drafter.Submit(at+"/askings/hide", nil) // the first of the list
	drafter.Sees(http.StatusOK, "Đã bỏ qua", "Vùng cao có bác sĩ nào không?", "Bỏ qua một lượt hỏi")
	drafter.SeesNot(clinicAsk)
	asked(o, at, clinicRaw, "app:2")
	drafter.Get(at)
	drafter.SeesNot(clinicAsk, clinicRaw)
}

func TestAskingsStayWithTheUnit(t *testing.T) {
	o := admintest.New(t, nil)
	at, drafter, signer := published(o)
	asked(o, at, clinicAsk, "app:1")
	drafter.Get(at)
	add, hide := drafter.Hidden(at+"/askings/add"), drafter.Hidden(at+"/askings/hide")
	for _, email := range []string{"noikhac@th.vn", "quantri@th.vn"} {
		other := o.SignedIn(email)
		other.Get(at)
		other.Sees(http.StatusOK, "Lịch khám lưu động")
		other.SeesNot("Người dân đã hỏi", clinicAsk)
		other.Get("/admin/account")
		csrf := other.Hidden("/admin/account/password").Get("csrf")
		for path, form := range map[string]url.Values{"add": add, "hide": hide} {
			form.Set("csrf", csrf)
			other.Post(at+"/askings/"+path, form, nil)
			other.Sees(http.StatusForbidden, "chỉ soạn được phát ngôn của đơn vị mình")
			other.SeesNot(clinicAsk)
		}
	}
	signer.Get(at)
	signer.Sees(http.StatusOK, "1 người hỏi", clinicAsk)
}

func TestAnAskingOverAStalePageIsRefused(t *testing.T) {
	o := admintest.New(t, nil)
	at, drafter, signer := published(o)
	asked(o, at, clinicAsk, "app:1")
	drafter.Get(at)
	stale := drafter.Hidden(at + "/askings/add")
	signer.Get(at + "/edit")
	fields := statementFields()
	fields.Set("body", "Bản của người khác.")
	signer.Submit(at+"/edit", fields)
	drafter.Post(at+"/askings/add", stale, nil)
	drafter.Sees(http.StatusConflict, "Đã có người thay đổi", "Bản của người khác.", clinicAsk)
	drafter.Submit(at+"/askings/hide", nil)
	drafter.Post(at+"/askings/hide", stale, nil)
	drafter.Sees(http.StatusUnprocessableEntity, "không còn trong danh sách")
}

func TestAnAskingWithMarkupStaysTextAndAMaskedOneIsNotAdded(t *testing.T) {
	o := admintest.New(t, nil)
	at, drafter, signer := published(o)
	asked(o, at, "Bác sĩ nào về bản, gọi số 0912345678? "+edgetest.Hostile, "app:1")
	drafter.Get(at)
	drafter.Sees(http.StatusOK, "gọi số [số]? "+edgetest.Hostile, "Có phần đã che")
	drafter.SeesNot("0912345678", "askings/add")
	if bad := edgetest.Unescaped(drafter.Body); bad != "" {
		t.Errorf("unescaped: %q", bad)
	}
	signer.Submit(at+"/withdraw", url.Values{"reason": {"Số liệu sai"}})
	signer.SeesNot("Người dân đã hỏi")
}
