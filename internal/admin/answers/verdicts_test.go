package answers_test

import (
	"archive/zip"
	"bytes"
	"context"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"phatngon/internal/admin/admintest"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/verdict"
	"phatngon/knowledge/golden"
	"phatngon/knowledge/statement"
)

const clinicBody = "Trạm khám vào ngày 5 hằng tháng.\n\nNgười đến khám mang theo thẻ."

// judged is an office with a statement of the health department, and what people say of it.
func judged(t *testing.T, said ...effect.Verdict) *admintest.Office {
	o := admintest.New(t, nil)
	s := statement.Statement{Code: "PN-2026-0011", Version: 1, Status: statement.StatusPublished, Audience: statement.AudiencePublic, Unit: "TH-YT",
		Title: "Lịch khám", Body: clinicBody, IssuedAt: time.Now().AddDate(0, 0, -2), UpdatedAt: time.Now()}
	o.Flow.Base.Replace([]statement.Statement{s})
	who := people.Requester{ID: "oa:1", Kind: people.Citizen}
	if err := o.Flow.Store.InsertRequester(context.Background(), &who); err != nil {
		t.Fatal(err)
	}
	for _, one := range said {
		one.Outcome, one.Shown = "related", []effect.Shown{{Statement: s.Code, Version: 1, Quote: clinicBody}}
		o.Flow.Askings.Judge(context.Background(), who, one)
	}
	return o
}

func verdictOf(o *admintest.Office, state verdict.State) verdict.Verdict {
	o.Helper()
	all, err := o.Flow.Store.AllVerdictsIn(context.Background(), "", state)
	if err != nil || len(all) != 1 {
		o.Fatalf("%d are %s: %v", len(all), state, err)
	}
	return all[0]
}

func TestAnOfficerMakesALabelOfAVerdictInOneTap(t *testing.T) {
	o := judged(t, effect.Verdict{Question: "bao gio tram kham cho ba con", Right: true})
	b := o.SignedIn("canbo@th.vn")
	b.Get("/admin/statements")
	b.Sees(http.StatusOK, `href="/admin/verdicts"`)
	b.Get("/admin/verdicts")
	b.Sees(http.StatusOK, "bao gio tram kham cho ba con", "Người hỏi: đúng điều tôi hỏi", "Được hiểu là", "Đưa phát ngôn gần nhất", "Trạm khám vào ngày 5", "phiên bản 1", "Vì sao trả lời như vậy")
	b.Submit("/admin/verdicts/take", url.Values{"quote": {strings.ReplaceAll(clinicBody, "\n", "\r\n")}}) // the one that is chosen
	b.Sees(http.StatusOK, "Đã nhận làm nhãn.", "Không có ý kiến nào chờ xem")
	if v := verdictOf(o, verdict.Taken); v.Expect != clinicBody {
		t.Errorf("label %q", v.Expect)
	}
	b.Get("/admin/verdicts?state=taken")
	b.Sees(http.StatusOK, "Đoạn trả lời", "Xuất 1 nhãn")
	b.SeesNot("verdict-take")
	b.Submit("/admin/verdicts/throw", nil)
	b.Sees(http.StatusOK, "Đã bỏ")
	admin := o.SignedIn("quantri@th.vn")
	admin.Get("/admin/audit")
	admin.Sees(http.StatusOK, "Nhận ý kiến của người hỏi làm nhãn", "Bỏ ý kiến của người hỏi")
}

func TestWhatWasTypedStaysWhereItIsNoneOfTheWordsShown(t *testing.T) {
	o := judged(t, effect.Verdict{Question: "bao giờ trạm khám cho bà con", Right: true})
	b := o.SignedIn("canbo@th.vn")
	b.Get("/admin/verdicts")
	b.Submit("/admin/verdicts/take", url.Values{"expect": {"Trạm khám vào ngày 6"}})
	b.Sees(http.StatusUnprocessableEntity, "phải chép nguyên văn", "Trạm khám vào ngày 6</textarea>")
	b.Submit("/admin/verdicts/take", url.Values{"expect": {"ngày 5 hằng tháng"}})
	if v := verdictOf(o, verdict.Taken); v.Expect != "ngày 5 hằng tháng" {
		t.Errorf("label %q", v.Expect)
	}
}

func TestWhatDoesNotAnswerBecomesANearQuestionAndTheExportIsReadAsGolden(t *testing.T) {
	o := judged(t, effect.Verdict{Question: "trạm khám có mất tiền không"}, effect.Verdict{Question: "bao giờ trạm khám cho bà con", Right: true},
		effect.Verdict{Question: "ở đâu", Before: "bao giờ trạm khám cho bà con", Right: true})
	b := o.SignedIn("phatngon@th.vn")
	b.Get("/admin/verdicts")
	b.Sees(http.StatusOK, "Hỏi tiếp sau câu", "Câu hỏi nối tiếp không đứng một mình được")
	for _, v := range must(o.Flow.Store.AllVerdictsIn(context.Background(), "TH-YT", verdict.Open))(t) {
		if v.Before == "" {
			b.Get("/admin/verdicts")
			form := b.Hidden("/admin/logout")
			b.Post("/admin/verdicts/take", url.Values{"csrf": form["csrf"], "id": {v.ID}, "version": {"1"}, "why": {"amount"}, "expect": {"ngày 5"}}, nil)
		}
	}
	b.Get("/admin/verdicts?state=taken")
	b.Sees(http.StatusOK, "Hỏi con số không có", "Xuất 2 nhãn")
	b.Submit("/admin/verdicts/export", nil)
	file := []byte(b.Body)
	dir, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatalf("status %d: %v", b.Status, err)
	}
	set, err := golden.ReadEveryday(dir)
	if err != nil || len(set.Answerable) != 1 || len(set.Near) != 1 || len(set.Texts) != 1 {
		t.Fatalf("%+v, %v", set, err)
	}
	if q := set.Answerable[0]; q.Statement != "PN-2026-0011" || q.Expect != "ngày 5" || q.Text != "bao giờ trạm khám cho bà con" || q.As != "citizen" {
		t.Errorf("answerable %+v", q)
	}
	if q := set.Near[0]; q.Near != "PN-2026-0011" || q.Why != "amount" || q.Statement != "" {
		t.Errorf("near %+v", q)
	}
	if set.Texts[0].Body != clinicBody {
		t.Errorf("text %q", set.Texts[0].Body)
	}
	o.Flow.Base.Replace(nil) // withdrawn meanwhile
	b.Get("/admin/verdicts?state=taken")
	b.Submit("/admin/verdicts/export", nil)
	file = []byte(b.Body)
	dir, _ = zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if set, err = golden.ReadEveryday(dir); err != nil || len(set.Answerable)+len(set.Near)+len(set.Texts) != 0 {
		t.Errorf("of a withdrawn statement: %+v, %v", set, err)
	}
}

func TestAnotherUnitNeitherSeesNorTakesWhatIsSaidOfAStatement(t *testing.T) {
	o := judged(t, effect.Verdict{Question: "bao giờ trạm khám cho bà con", Right: true})
	b := o.SignedIn("noikhac@th.vn")
	b.Get("/admin/verdicts")
	b.SeesNot("bao giờ trạm khám")
	form := url.Values{"csrf": b.Hidden("/admin/logout")["csrf"], "id": {verdictOf(o, verdict.Open).ID}, "version": {"1"}, "expect": {"ngày 5"}}
	for _, step := range []string{"take", "throw"} {
		if b.Post("/admin/verdicts/"+step, form, nil); b.Status != http.StatusForbidden {
			t.Errorf("%s: %d", step, b.Status)
		}
	}
	form.Del("csrf")
	own := o.SignedIn("canbo@th.vn")
	if own.Post("/admin/verdicts/take", form, nil); own.Status != http.StatusForbidden {
		t.Errorf("without a token: %d", own.Status)
	}
	verdictOf(o, verdict.Open)
}

func must[T any](value T, err error) func(t *testing.T) T {
	return func(t *testing.T) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return value
	}
}
