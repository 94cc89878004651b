package requests_test

import (
	"net/http"
	"net/url"
	"testing"
	"time"

	"phatngon/internal/admin/admintest"
	"phatngon/internal/desk/request"
	"phatngon/internal/edge/edgetest"
	"phatngon/internal/store"
	"phatngon/knowledge/statement"
)

func TestAnAnswerGoesFromDraftToStatement(t *testing.T) {
	o := admintest.New(t, nil)
	code := o.Drafted("Khi nào có lịch tiêm chủng mới?")
	at := "/admin/requests/" + code
	b := o.SignedIn("phatngon@th.vn")
	b.Sees(http.StatusOK, code, "Chờ duyệt phát ngôn")
	b.Get(at)
	b.Sees(http.StatusOK, "Phê duyệt bản thảo lần 1", "Người canbo@th.vn")
	b.Submit(at+"/approve", nil)
	b.Sees(http.StatusUnprocessableEntity, "đánh dấu xác nhận")
	b.Submit(at+"/approve", url.Values{"confirm": {"yes"}})
	b.Sees(http.StatusOK, "Đã phê duyệt. Câu trả lời được gửi ngay khi Zalo nhận", "Chức vụ phatngon@th.vn",
		"Đã duyệt, chưa tới người hỏi", "Tình trạng gửi", "Chờ gửi", "Công bố thành phát ngôn")
	b.SeesNot("Đã trả lời")
	if waiting, err := o.Flow.Outbox.Counts(t.Context()); err != nil || waiting[store.ItemPending] == 0 {
		t.Errorf("outbox holds %v (%v), want the answer on its way", waiting, err)
	}

	title := b.Value("title")
	b.Submit(at+"/publish", url.Values{"title": {""}, "audience": {"public"}, "questions": {"Khi nào tiêm?\nTiêm ở đâu?"}})
	b.Sees(http.StatusUnprocessableEntity, "Khi nào tiêm?\nTiêm ở đâu?")
	b.Submit(at+"/publish", url.Values{"title": {title}, "audience": {"public"}, "topics": {"y tế, tiêm chủng"}, "questions": {"Khi nào tiêm?\nTiêm ở đâu?"}})
	b.Sees(http.StatusOK, "Đã công bố thành phát ngôn", "https://phatngon.example/s/"+o.Request(code).Parts[0].Statement)
	s, err := o.Flow.Store.Statement(t.Context(), o.Request(code).Parts[0].Statement)
	if err != nil {
		t.Fatal(err)
	}
	if s.Body != admintest.Answer || s.Title != title || s.Status != statement.StatusPublished || len(s.Topics) != 2 || len(s.Questions) != 2 {
		t.Errorf("published %+v", s)
	}
}

func TestTheDrafterCannotApprove(t *testing.T) {
	o := admintest.New(t, nil)
	code := o.Drafted("Khi nào có lịch tiêm chủng mới?")
	b := o.SignedIn("canbo@th.vn")
	b.Get("/admin/requests/" + code)
	b.SeesNot("approve-submit", "Ký từ chối", "return-submit")
	values := b.Hidden("/admin/requests/" + code + "/draft")
	values.Set("revision", "1")
	values.Set("confirm", "yes")
	b.Post("/admin/requests/"+code+"/approve", values, nil)
	b.Sees(http.StatusForbidden, "Không thực hiện được bước này", "người phát ngôn")
	if got := o.Request(code).State; got != request.Drafted {
		t.Errorf("state is %s, want drafted", got)
	}
}

func TestALostRaceShowsTheOthersTextAndKeepsMine(t *testing.T) {
	o := admintest.New(t, nil)
	code := o.Drafted("Khi nào có lịch tiêm chủng mới?")
	at := "/admin/requests/" + code
	mine, theirs := o.SignedIn("canbo@th.vn"), o.SignedIn("phatngon@th.vn")
	mine.Get(at)
	theirs.Get(at)
	theirs.Submit(at+"/draft", url.Values{"text": {"Bản của người khác"}})
	theirs.Sees(http.StatusOK, "Đã lưu bản thảo")
	mine.Submit(at+"/draft", url.Values{"text": {"Bản của tôi <b>đậm</b>"}})
	mine.Sees(http.StatusConflict, "Bản của người khác", "Bản của tôi <b>đậm</b>", "chưa lưu")
	if got := o.Request(code).Parts[0].Draft.Text; got != "Bản của người khác" {
		t.Errorf("stored draft is %q", got)
	}
	mine.Submit(at+"/draft", url.Values{"text": {"Bản đã gộp"}})
	mine.Sees(http.StatusOK, "Đã lưu bản thảo", "Bản đã gộp")
}

func TestApprovingADraftThatChangedIsRefusedWithTheNewOneShown(t *testing.T) {
	o := admintest.New(t, nil)
	code := o.Drafted("Khi nào có lịch tiêm chủng mới?")
	at := "/admin/requests/" + code
	signer, drafter := o.SignedIn("phatngon@th.vn"), o.SignedIn("canbo@th.vn")
	signer.Get(at)
	drafter.Get(at)
	drafter.Submit(at+"/draft", url.Values{"text": {"Bản sửa phút chót"}})
	signer.Submit(at+"/approve", url.Values{"confirm": {"yes"}})
	signer.Sees(http.StatusConflict, "Phê duyệt bản thảo lần 2", "Bản sửa phút chót")
	if got := o.Request(code).State; got != request.Drafted {
		t.Errorf("state is %s, want drafted", got)
	}
}

func TestAFormWithErrorsComesBackWithWhatWasTyped(t *testing.T) {
	o := admintest.New(t, nil)
	code := o.Drafted("Khi nào có lịch tiêm chủng mới?")
	at := "/admin/requests/" + code
	b := o.SignedIn("phatngon@th.vn")
	b.Get(at)
	b.Submit(at+"/transfer", url.Values{"unit": {"Sở Không Có"}, "reason": {"Thuộc lĩnh vực khác"}})
	b.Sees(http.StatusUnprocessableEntity, "chọn đơn vị", `value="Sở Không Có"`, "Thuộc lĩnh vực khác")
	b.Submit(at+"/draft", url.Values{"outcome": {"refused"}, "ground": {"BM"}, "text": {""}})
	b.Sees(http.StatusUnprocessableEntity, "lý do từ chối", `value="BM" required checked`)
	b.Submit(at+"/draft", url.Values{"outcome": {"refused"}, "text": {"Không muốn trả lời"}})
	b.Sees(http.StatusUnprocessableEntity, "căn cứ", "Không muốn trả lời")
	b.Submit(at+"/return", url.Values{"reason": {" "}})
	b.Sees(http.StatusUnprocessableEntity, "điều cần sửa")
	b.Submit(at+"/return", url.Values{"reason": {"Thiếu địa điểm"}})
	b.Sees(http.StatusOK, "Trả lại để sửa", "Thiếu địa điểm")
	drafter := o.SignedIn("canbo@th.vn")
	drafter.Get(at)
	drafter.Sees(http.StatusOK, "Người phatngon@th.vn trả lại", `data-testid="return-note"`)
}

func TestAReasonTypedForAStepThatClosedIsGivenBack(t *testing.T) {
	o := admintest.New(t, nil)
	code := o.Drafted("Khi nào có lịch tiêm chủng mới?")
	at := "/admin/requests/" + code
	slow, fast := o.SignedIn("phatngon@th.vn"), o.SignedIn("phatngon@th.vn")
	slow.Get(at)
	fast.Get(at)
	fast.Submit(at+"/approve", url.Values{"confirm": {"yes"}})
	slow.Submit(at+"/return", url.Values{"reason": {"Thiếu địa điểm tiêm"}})
	slow.Sees(http.StatusConflict, "chưa lưu", "Thiếu địa điểm tiêm")
}

func TestTransferMovesTheRequestToTheOtherUnitsQueue(t *testing.T) {
	o := admintest.New(t, nil)
	code := o.Ask("Khi nào sửa cầu?")
	b := o.SignedIn("canbo@th.vn")
	b.Get("/admin/requests/" + code)
	b.Submit("/admin/requests/"+code+"/transfer", url.Values{"unit": {"TH-XD – Sở Xây dựng"}, "reason": {"Cầu thuộc ngành xây dựng"}})
	b.Sees(http.StatusOK, "Đã chuyển yêu cầu tới Sở Xây dựng", "Không còn yêu cầu nào cần làm")
	other := o.SignedIn("noikhac@th.vn")
	other.Sees(http.StatusOK, code)
	other.Get("/admin/requests/" + code)
	other.Sees(http.StatusOK, "Sở Xây dựng: Cầu thuộc ngành xây dựng")
}

func TestTheAskerIsRoleAndNewsroomOnly(t *testing.T) {
	o := admintest.New(t, nil)
	code := o.Ask("Khi nào có lịch tiêm chủng mới?")
	b := o.SignedIn("canbo@th.vn")
	for _, path := range []string{"/admin/", "/admin/requests/" + code} {
		b.Get(path)
		b.Sees(http.StatusOK, "Phóng viên (đã xác minh), Báo Thanh Hóa")
		b.SeesNot("Lê Bí Mật", "1234567890")
	}
	b.Sees(http.StatusOK, "bắt đầu tính hạn 3 ngày làm việc", "Quy chế phát ngôn")
}

func TestARequestOfAnErasedPersonSaysSo(t *testing.T) {
	o := admintest.New(t, nil)
	code := o.Ask("Khi nào có lịch tiêm chủng mới?")
	if err := o.Flow.Store.EraseRequester(t.Context(), "oa:1234567890", "wish", time.Now(), func(statement string) string { return statement }); err != nil {
		t.Fatal(err)
	}
	b := o.SignedIn("canbo@th.vn")
	b.Get("/admin/requests/" + code)
	b.Sees(http.StatusOK, "Phóng viên (đã xác minh) – đã xóa dữ liệu, không nhận được câu trả lời")
}

func TestAQuestionWithMarkupStaysText(t *testing.T) {
	o := admintest.New(t, nil)
	code := o.Ask(edgetest.Hostile)
	b := o.SignedIn("canbo@th.vn")
	b.Get("/admin/requests/" + code)
	if bad := edgetest.Unescaped(b.Body); bad != "" {
		t.Errorf("unescaped: %q", bad)
	}
	b.Sees(http.StatusOK, edgetest.Hostile)
}

func TestQueueIsFilteredAndSearched(t *testing.T) {
	o := admintest.New(t, nil)
	first, second := o.Ask("Khi nào có lịch tiêm chủng mới?"), o.Drafted("Trạm y tế nào có bác sĩ?")
	b := o.SignedIn("canbo@th.vn")
	b.Sees(http.StatusOK, first, second)
	other := o.SignedIn("noikhac@th.vn")
	other.Sees(http.StatusOK, "Không còn yêu cầu nào cần làm", "/admin/statements/new")
	administrator := o.SignedIn("quantri@th.vn")
	administrator.Get("/admin/?unit=TH-XD")
	administrator.SeesNot("/admin/statements/new") // drafts nothing
	other.Get("/admin/?unit=TH-YT&q=" + first)
	other.Sees(http.StatusOK, "Không thấy yêu cầu nào")
	other.SeesNot("/admin/requests/" + first)
	b.Get("/admin/?view=sign")
	b.Sees(http.StatusOK, second)
	b.SeesNot("/admin/requests/" + first)
	b.Get("/admin/?view=done")
	b.Sees(http.StatusOK, "Chưa có yêu cầu nào xong")
	b.Get("/admin/?q=" + url.QueryEscape("th 2026 "+first[len(first)-1:]))
	b.Sees(http.StatusOK, "Yêu cầu "+first)
	b.Get("/admin/?q=TH-2026-99999")
	b.Sees(http.StatusOK, "Không thấy yêu cầu nào có mã “TH-2026-99999”")
	all := o.SignedIn("quantri@th.vn")
	all.Get("/admin/?unit=" + url.QueryEscape("Sở Xây dựng"))
	all.SeesNot("/admin/requests/" + first)
	all.Get("/admin/?unit=TH-YT")
	all.Sees(http.StatusOK, first, "TH-YT – Sở Y tế")
}

func TestTheSpokespersonSeesWhatWillBeSaidAndWhatChanged(t *testing.T) {
	o := admintest.New(t, nil)
	code := o.Ask("Xe khám tới bản Ón ngày nào?")
	at := "/admin/requests/" + code
	drafter, signer := o.SignedIn("canbo@th.vn"), o.SignedIn("phatngon@th.vn")
	drafter.Get(at)
	drafter.Submit(at+"/draft", url.Values{"text": {"Khám tại **bản Ón** ngày 05/12/2026.\n\n- Mang thẻ <LOD>"}})
	signer.Get(at)
	signer.Sees(http.StatusOK, "Trong chat Zalo", "Khám tại bản Ón ngày 05/12/2026.\n\n- Mang thẻ <LOD>",
		"Trên trang công khai", "Khám tại <strong>bản Ón</strong> ngày 05/12/2026.", "Mang thẻ <LOD></li>")
	signer.SeesNot("<ins>", "<del>") // nothing was judged before
	signer.Submit(at+"/return", url.Values{"reason": {"Sai ngày"}})
	drafter.Get(at)
	drafter.Submit(at+"/draft", url.Values{"text": {"Khám tại **bản Ón** ngày 06/12/2026, cả ngày.\n\n- Mang thẻ <LOD>"}})
	signer.Get(at)
	signer.Sees(http.StatusOK, `<del><span class="hide">bỏ: </span>05/12/2026.`, `<ins><span class="hide">thêm: </span>06/12/2026, cả ngày.`)
	signer.Submit(at+"/return", url.Values{"reason": {"Bỏ chữ đậm"}})
	drafter.Get(at)
	drafter.Submit(at+"/draft", url.Values{"text": {"Khám tại bản Ón ngày 06/12/2026, cả ngày.\n\n- Mang thẻ <LOD>"}})
	signer.Get(at)
	signer.Sees(http.StatusOK, "Lời không đổi")
}

func TestADeadlineNamesItsRuleInWords(t *testing.T) {
	o := admintest.New(t, nil)
	b := o.SignedIn("canbo@th.vn")
	b.Get("/admin/requests/" + o.Ask("Khi nào có lịch tiêm chủng mới?"))
	b.Sees(http.StatusOK, "Câu hỏi thường xuyên của phóng viên")
	b.SeesNot("BC-TTN")
}

func TestAPlainAnswerIsShownOnce(t *testing.T) {
	o := admintest.New(t, nil)
	code := o.Drafted("Khi nào có lịch tiêm chủng mới?")
	signer := o.SignedIn("phatngon@th.vn")
	signer.Get("/admin/requests/" + code)
	signer.Sees(http.StatusOK, "Trong chat Zalo và trên trang công khai")
	signer.SeesNot("preview-page")
	author := o.SignedIn("canbo@th.vn")
	author.Get("/admin/requests/" + code)
	author.Sees(http.StatusOK, "draft-preview", "Trong chat Zalo và trên trang công khai")
	signer.SeesNot("draft-preview")
}

func TestAnAdministratorsPageOfARequestIsNotHalfEmpty(t *testing.T) {
	o := admintest.New(t, nil)
	fresh, drafted := o.Ask("Khi nào có lịch tiêm chủng mới?"), o.Drafted("Trạm y tế mở cửa lúc mấy giờ?")
	b := o.SignedIn("quantri@th.vn")
	b.Get("/admin/requests/" + fresh)
	b.Sees(http.StatusOK, "Sở Y tế xử lý phần việc này; chưa có bản thảo")
	b.Get("/admin/requests/" + drafted)
	b.Sees(http.StatusOK, admintest.Answer)
	b.SeesNot("chưa có bản thảo")
}
