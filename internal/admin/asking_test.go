package admin

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"phatngon/internal/desk/people"
)

// asked lets people pick the statement at the address for a question.
func (o *office) asked(at, question string, ids ...string) {
	o.Helper()
	for _, id := range ids {
		who := people.Requester{ID: id, Kind: people.Citizen}
		if _, err := o.flow.AskAbout(o.Context(), who, strings.TrimPrefix(at, "/admin/statements/"), question); err != nil {
			o.Fatal(err)
		}
	}
}

const (
	clinicAsk = "Bác sĩ về bản Ón hôm nào?"
	clinicRaw = "bac si ve ban On hom nao a"
)

func TestAnAskingBecomesAQuestionThatAnotherPublishes(t *testing.T) {
	o := newOffice(t, nil)
	at, drafter, signer := o.published()
	drafter.get(at)
	drafter.sees(http.StatusOK, "Người dân đã hỏi", "Không có cách hỏi nào cần thêm")
	o.asked(at, clinicRaw, "app:1", "app:2")
	o.asked(at, clinicAsk, "app:2", "app:3")
	drafter.get(at)
	drafter.sees(http.StatusOK, clinicAsk, "3 người hỏi, gần nhất "+date(o.flow.Now()), "chưa trả lời ngay được", "đã chọn phát ngôn này")
	drafter.seesNot(clinicRaw, "app:1")
	drafter.submit(at+"/askings/add", nil)
	drafter.sees(http.StatusOK, "Đã thêm câu hỏi vào bản sửa", "Lời phát ngôn giữ nguyên", "Thêm câu hỏi", "Chờ người phát ngôn công bố: “"+clinicAsk+"”")
	drafter.seesNot("3 người hỏi")

	signer.get(at)
	signer.submit(at+"/publish", url.Values{"confirm": {"yes"}})
	signer.sees(http.StatusOK, "Đã công bố phát ngôn", clinicAsk)
	signer.seesNot("Chờ người phát ngôn công bố")
	drafter.get(at + "/edit")
	drafter.sees(http.StatusOK, "Khi nào xe khám tới bản Ón?\n"+clinicAsk, at+"#askings")
}

func TestTheSpokespersonWhoAddedAnAskingDoesNotPublishIt(t *testing.T) {
	o := newOffice(t, nil)
	at, _, signer := o.published()
	o.asked(at, clinicAsk, "app:1")
	signer.get(at)
	signer.submit(at+"/askings/add", nil)
	signer.sees(http.StatusOK, "Đã thêm câu hỏi", "không tự công bố được")
}

func TestAnAskingIsHiddenForGood(t *testing.T) {
	o := newOffice(t, nil)
	at, drafter, _ := o.published()
	drafter.get("/admin/statements/new")
	drafter.submit("/admin/statements", statementFields())
	drafter.seesNot("Người dân đã hỏi") // of a draft nobody can ask
	drafter.get(drafter.path + "/edit")
	drafter.seesNot("#askings")
	o.asked(at, clinicAsk, "app:1")
	o.asked(at, "Vùng cao có bác sĩ nào không?", "app:1")
	drafter.get(at)
	drafter.sees(http.StatusOK, clinicAsk, "Vùng cao có bác sĩ nào không?")
	drafter.submit(at+"/askings/hide", nil) // the first of the list
	drafter.sees(http.StatusOK, "Đã bỏ qua", "Vùng cao có bác sĩ nào không?", "Bỏ qua một lượt hỏi")
	drafter.seesNot(clinicAsk)
	o.asked(at, clinicRaw, "app:2")
	drafter.get(at)
	drafter.seesNot(clinicAsk, clinicRaw)
}

func TestAskingsStayWithTheUnit(t *testing.T) {
	o := newOffice(t, nil)
	at, drafter, signer := o.published()
	o.asked(at, clinicAsk, "app:1")
	drafter.get(at)
	add, hide := drafter.hidden(at+"/askings/add"), drafter.hidden(at+"/askings/hide")
	for _, email := range []string{"noikhac@th.vn", "quantri@th.vn"} {
		other := o.signedIn(email)
		other.get(at)
		other.sees(http.StatusOK, "Lịch khám lưu động")
		other.seesNot("Người dân đã hỏi", clinicAsk)
		other.get("/admin/account")
		csrf := other.hidden("/admin/account/password").Get("csrf")
		for path, form := range map[string]url.Values{"add": add, "hide": hide} {
			form.Set("csrf", csrf)
			other.post(at+"/askings/"+path, form, nil)
			other.sees(http.StatusForbidden, "chỉ soạn được phát ngôn của đơn vị mình")
			other.seesNot(clinicAsk)
		}
	}
	signer.get(at)
	signer.sees(http.StatusOK, "1 người hỏi", clinicAsk)
}

func TestAnAskingOverAStalePageIsRefused(t *testing.T) {
	o := newOffice(t, nil)
	at, drafter, signer := o.published()
	o.asked(at, clinicAsk, "app:1")
	drafter.get(at)
	stale := drafter.hidden(at + "/askings/add")
	signer.get(at + "/edit")
	fields := statementFields()
	fields.Set("body", "Bản của người khác.")
	signer.submit(at+"/edit", fields)
	drafter.post(at+"/askings/add", stale, nil)
	drafter.sees(http.StatusConflict, "Đã có người thay đổi", "Bản của người khác.", clinicAsk)
	drafter.submit(at+"/askings/hide", nil)
	drafter.post(at+"/askings/hide", stale, nil)
	drafter.sees(http.StatusUnprocessableEntity, "không còn trong danh sách")
}

func TestAnAskingWithMarkupStaysTextAndAMaskedOneIsNotAdded(t *testing.T) {
	o := newOffice(t, nil)
	at, drafter, signer := o.published()
	o.asked(at, "Bác sĩ nào về bản, gọi số 0912345678? "+hostile, "app:1")
	drafter.get(at)
	drafter.sees(http.StatusOK, "gọi số [số]? "+hostile, "Có phần đã che")
	drafter.seesNot("0912345678", "askings/add")
	if bad := dangerous.FindString(values.ReplaceAllString(drafter.body, `=""`)); bad != "" {
		t.Errorf("unescaped: %q", bad)
	}
	signer.submit(at+"/withdraw", url.Values{"reason": {"Số liệu sai"}})
	signer.seesNot("Người dân đã hỏi")
}
