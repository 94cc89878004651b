package answers_test

import (
	"net/http"
	"net/url"
	"testing"

	"phatngon/internal/admin/admintest"
	"phatngon/internal/desk/people"
)

func why(q, before string) string {
	return "/admin/why?" + url.Values{"q": {q}, "before": {before}}.Encode()
}

func TestAnOfficerSeesWhyAQuestionIsAnsweredAsItIs(t *testing.T) {
	o := admintest.New(t, nil)
	o.Hire("an@x.vn", people.RoleOperator, "TH-YT")
	b := o.SignedIn("an@x.vn")
	b.Get("/admin/why")
	b.Sees(http.StatusOK, "Vì sao trả lời như vậy")
	b.SeesNot("Những phát ngôn được cân nhắc")
	b.Get(why("khi nao cat dien o cam thuy", ""))
	b.Sees(http.StatusOK, "Được hiểu là", "Độ chắc", "0.765", "Những phát ngôn được cân nhắc")
	b.Get(why("còn ở đâu", "cắt điện khi nào"))
	b.Sees(http.StatusOK, "Chủ đề")
}

func TestNobodyElseSeesIt(t *testing.T) {
	o := admintest.New(t, nil)
	b := o.Browser()
	b.Get(why("cắt điện ở đâu", ""))
	b.SeesNot("Vì sao trả lời như vậy", "Những phát ngôn được cân nhắc")
}
