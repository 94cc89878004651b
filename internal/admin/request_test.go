package admin

import (
	"net/http"
	"net/url"
	"testing"

	"phatngon/internal/desk/request"
	"phatngon/internal/store"
	"phatngon/knowledge"
)

const answer = "Từ ngày 01/12/2026, các trạm y tế tiêm chủng vào thứ Tư hằng tuần."

// drafted is a request whose answer the officer has written.
func (o *office) drafted(question string) string {
	o.Helper()
	code := o.ask(question)
	b := o.signedIn("canbo@th.vn")
	b.get("/admin/requests/" + code)
	b.submit("/admin/requests/"+code+"/assign", nil)
	b.submit("/admin/requests/"+code+"/draft", url.Values{"text": {answer}})
	b.sees(http.StatusOK, "Đã lưu bản thảo", answer)
	return code
}

func TestAnAnswerGoesFromDraftToStatement(t *testing.T) {
	o := newOffice(t, nil)
	code := o.drafted("Khi nào có lịch tiêm chủng mới?")
	at := "/admin/requests/" + code
	b := o.signedIn("phatngon@th.vn")
	b.sees(http.StatusOK, code, "Chờ duyệt phát ngôn")
	b.get(at)
	b.sees(http.StatusOK, "Phê duyệt bản thảo lần 1", "Người canbo@th.vn")
	b.submit(at+"/approve", nil)
	b.sees(http.StatusUnprocessableEntity, "đánh dấu xác nhận")
	b.submit(at+"/approve", url.Values{"confirm": {"yes"}})
	b.sees(http.StatusOK, "Đã phê duyệt", "Chức vụ phatngon@th.vn", "Công bố thành phát ngôn")
	if waiting, err := o.flow.Outbox.Counts(t.Context()); err != nil || waiting[store.ItemPending] == 0 {
		t.Errorf("outbox holds %v (%v), want the answer on its way", waiting, err)
	}

	b.submit(at+"/publish", url.Values{"title": {""}, "audience": {"public"}, "questions": {"Khi nào tiêm?\nTiêm ở đâu?"}})
	b.sees(http.StatusUnprocessableEntity, "Khi nào tiêm?\nTiêm ở đâu?")
	b.submit(at+"/publish", url.Values{"title": {"Lịch tiêm chủng"}, "audience": {"public"}, "topics": {"y tế, tiêm chủng"}, "questions": {"Khi nào tiêm?\nTiêm ở đâu?"}})
	b.sees(http.StatusOK, "Đã công bố thành phát ngôn", "https://phatngon.example/s/"+o.request(code).Parts[0].Statement)
	s, err := o.flow.Store.Statement(t.Context(), o.request(code).Parts[0].Statement)
	if err != nil {
		t.Fatal(err)
	}
	if s.Body != answer || s.Status != knowledge.StatusPublished || len(s.Topics) != 2 || len(s.Questions) != 2 {
		t.Errorf("published %+v", s)
	}
}

func TestTheDrafterCannotApprove(t *testing.T) {
	o := newOffice(t, nil)
	code := o.drafted("Khi nào có lịch tiêm chủng mới?")
	b := o.signedIn("canbo@th.vn")
	b.get("/admin/requests/" + code)
	b.seesNot("approve-submit", "refuse-submit", "return-submit")
	values := b.hidden("/admin/requests/" + code + "/draft")
	values.Set("revision", "1")
	values.Set("confirm", "yes")
	b.post("/admin/requests/"+code+"/approve", values, nil)
	b.sees(http.StatusForbidden, "Không thực hiện được bước này", "người phát ngôn")
	if got := o.request(code).State; got != request.Drafted {
		t.Errorf("state is %s, want drafted", got)
	}
}

func TestALostRaceShowsTheOthersTextAndKeepsMine(t *testing.T) {
	o := newOffice(t, nil)
	code := o.drafted("Khi nào có lịch tiêm chủng mới?")
	at := "/admin/requests/" + code
	mine, theirs := o.signedIn("canbo@th.vn"), o.signedIn("phatngon@th.vn")
	mine.get(at)
	theirs.get(at)
	theirs.submit(at+"/draft", url.Values{"text": {"Bản của người khác"}})
	theirs.sees(http.StatusOK, "Đã lưu bản thảo")
	mine.submit(at+"/draft", url.Values{"text": {"Bản của tôi <b>đậm</b>"}})
	mine.sees(http.StatusConflict, "Bản của người khác", "Bản của tôi <b>đậm</b>", "chưa lưu")
	if got := o.request(code).Parts[0].Draft.Text; got != "Bản của người khác" {
		t.Errorf("stored draft is %q", got)
	}
	mine.submit(at+"/draft", url.Values{"text": {"Bản đã gộp"}})
	mine.sees(http.StatusOK, "Đã lưu bản thảo", "Bản đã gộp")
}

func TestApprovingADraftThatChangedIsRefusedWithTheNewOneShown(t *testing.T) {
	o := newOffice(t, nil)
	code := o.drafted("Khi nào có lịch tiêm chủng mới?")
	at := "/admin/requests/" + code
	signer, drafter := o.signedIn("phatngon@th.vn"), o.signedIn("canbo@th.vn")
	signer.get(at)
	drafter.get(at)
	drafter.submit(at+"/draft", url.Values{"text": {"Bản sửa phút chót"}})
	signer.submit(at+"/approve", url.Values{"confirm": {"yes"}})
	signer.sees(http.StatusConflict, "Phê duyệt bản thảo lần 2", "Bản sửa phút chót")
	if got := o.request(code).State; got != request.Drafted {
		t.Errorf("state is %s, want drafted", got)
	}
}

func TestAFormWithErrorsComesBackWithWhatWasTyped(t *testing.T) {
	o := newOffice(t, nil)
	code := o.drafted("Khi nào có lịch tiêm chủng mới?")
	at := "/admin/requests/" + code
	b := o.signedIn("phatngon@th.vn")
	b.get(at)
	b.submit(at+"/transfer", url.Values{"unit": {"Sở Không Có"}, "reason": {"Thuộc lĩnh vực khác"}})
	b.sees(http.StatusUnprocessableEntity, "chọn đơn vị", `value="Sở Không Có"`, "Thuộc lĩnh vực khác")
	b.submit(at+"/refuse", url.Values{"ground": {"BM"}, "reason": {""}})
	b.sees(http.StatusUnprocessableEntity, "lý do từ chối", `value="BM" required checked`)
	b.submit(at+"/refuse", url.Values{"reason": {"Không muốn trả lời"}})
	b.sees(http.StatusUnprocessableEntity, "căn cứ", "Không muốn trả lời")
	b.submit(at+"/return", url.Values{"reason": {" "}})
	b.sees(http.StatusUnprocessableEntity, "điều cần sửa")
	b.submit(at+"/return", url.Values{"reason": {"Thiếu địa điểm"}})
	b.sees(http.StatusOK, "Trả lại để sửa", "Thiếu địa điểm")
	drafter := o.signedIn("canbo@th.vn")
	drafter.get(at)
	drafter.sees(http.StatusOK, "Người phatngon@th.vn trả lại", `data-testid="return-note"`)
}

func TestAReasonTypedForAStepThatClosedIsGivenBack(t *testing.T) {
	o := newOffice(t, nil)
	code := o.drafted("Khi nào có lịch tiêm chủng mới?")
	at := "/admin/requests/" + code
	slow, fast := o.signedIn("phatngon@th.vn"), o.signedIn("phatngon@th.vn")
	slow.get(at)
	fast.get(at)
	fast.submit(at+"/approve", url.Values{"confirm": {"yes"}})
	slow.submit(at+"/return", url.Values{"reason": {"Thiếu địa điểm tiêm"}})
	slow.sees(http.StatusConflict, "chưa lưu", "Thiếu địa điểm tiêm")
}

func TestTransferMovesTheRequestToTheOtherUnitsQueue(t *testing.T) {
	o := newOffice(t, nil)
	code := o.ask("Khi nào sửa cầu?")
	b := o.signedIn("canbo@th.vn")
	b.get("/admin/requests/" + code)
	b.submit("/admin/requests/"+code+"/transfer", url.Values{"unit": {"TH-XD – Sở Xây dựng"}, "reason": {"Cầu thuộc ngành xây dựng"}})
	b.sees(http.StatusOK, "Đã chuyển yêu cầu tới Sở Xây dựng", "Không còn yêu cầu nào cần làm")
	other := o.signedIn("noikhac@th.vn")
	other.sees(http.StatusOK, code)
	other.get("/admin/requests/" + code)
	other.sees(http.StatusOK, "Sở Xây dựng: Cầu thuộc ngành xây dựng")
}

func TestTheAskerIsRoleAndNewsroomOnly(t *testing.T) {
	o := newOffice(t, nil)
	code := o.ask("Khi nào có lịch tiêm chủng mới?")
	b := o.signedIn("canbo@th.vn")
	for _, path := range []string{"/admin/", "/admin/requests/" + code} {
		b.get(path)
		b.sees(http.StatusOK, "Phóng viên (đã xác minh), Báo Thanh Hóa")
		b.seesNot("Lê Bí Mật", "1234567890")
	}
	b.sees(http.StatusOK, "3 ngày được tính", "Quy chế phát ngôn")
}

func TestARequestOfAnErasedPersonSaysSo(t *testing.T) {
	o := newOffice(t, nil)
	code := o.ask("Khi nào có lịch tiêm chủng mới?")
	if err := o.flow.Store.EraseRequester(t.Context(), "oa:1234567890", func(statement string) string { return statement }); err != nil {
		t.Fatal(err)
	}
	b := o.signedIn("canbo@th.vn")
	b.get("/admin/requests/" + code)
	b.sees(http.StatusOK, "Phóng viên (đã xác minh) – đã xóa dữ liệu, không nhận được câu trả lời")
}

func TestAQuestionWithMarkupStaysText(t *testing.T) {
	o := newOffice(t, nil)
	code := o.ask(hostile)
	b := o.signedIn("canbo@th.vn")
	b.get("/admin/requests/" + code)
	if bad := dangerous.FindString(values.ReplaceAllString(b.body, `=""`)); bad != "" {
		t.Errorf("unescaped: %q", bad)
	}
	b.sees(http.StatusOK, hostile)
}

func TestQueueIsFilteredAndSearched(t *testing.T) {
	o := newOffice(t, nil)
	first, second := o.ask("Khi nào có lịch tiêm chủng mới?"), o.drafted("Trạm y tế nào có bác sĩ?")
	b := o.signedIn("canbo@th.vn")
	b.sees(http.StatusOK, first, second)
	other := o.signedIn("noikhac@th.vn")
	other.sees(http.StatusOK, "Không còn yêu cầu nào cần làm", "/admin/statements/new")
	administrator := o.signedIn("quantri@th.vn")
	administrator.get("/admin/?unit=TH-XD")
	administrator.seesNot("/admin/statements/new") // drafts nothing
	other.get("/admin/?unit=TH-YT&code=" + first)
	other.sees(http.StatusOK, "Không thấy yêu cầu nào")
	other.seesNot("/admin/requests/" + first)
	b.get("/admin/?state=drafted")
	b.sees(http.StatusOK, second)
	b.seesNot("/admin/requests/" + first)
	b.get("/admin/?state=refused")
	b.sees(http.StatusOK, "Không có yêu cầu nào ở trạng thái")
	b.get("/admin/?code=" + url.QueryEscape("th 2026 "+first[len(first)-1:]))
	b.sees(http.StatusOK, "Yêu cầu "+first)
	b.get("/admin/?code=TH-2026-99999")
	b.sees(http.StatusOK, "Không thấy yêu cầu nào có mã “TH-2026-99999”")
	all := o.signedIn("quantri@th.vn")
	all.get("/admin/?unit=" + url.QueryEscape("Sở Xây dựng"))
	all.seesNot("/admin/requests/" + first)
	all.get("/admin/?unit=TH-YT")
	all.sees(http.StatusOK, first, "TH-YT – Sở Y tế")
}
