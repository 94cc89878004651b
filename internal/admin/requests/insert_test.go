package requests_test

import (
	"html"
	"net/http"
	"regexp"
	"strings"
	"testing"
	"time"

	"phatngon/internal/admin/admintest"
	"phatngon/knowledge/statement"
)

func TestAStatementAndACannedLineArePutIntoADraftByOneClick(t *testing.T) {
	o := admintest.New(t, nil)
	said := statement.Statement{Title: "Lịch khám lưu động ở bản Ón", Body: "Xe khám lưu động tới bản Ón ngày 05/12/2026.", Unit: "TH-YT", Spokesperson: "Hoàng Văn Ký", Position: "Giám đốc Sở Y tế",
		SpokespersonKind: "A", Form: "VAN_BAN", IssuedAt: time.Now().Add(-time.Hour), Audience: statement.AudiencePublic}
	s, err := o.Flow.Statements.Save(t.Context(), o.Officer("canbo@th.vn"), said)
	if err == nil {
		err = o.Flow.Statements.Publish(t.Context(), o.Officer("phatngon@th.vn"), s.Code, s.Version)
	}
	if err != nil {
		t.Fatal(err)
	}
	code := o.Ask("Xe khám lưu động tới bản Ón ngày nào?")
	b := o.SignedIn("canbo@th.vn")
	b.Get("/admin/requests/" + code)
	b.Sees(http.StatusOK, said.Title, "Sở Y tế trả lời yêu cầu "+code+" như sau:")
	for i, want := range map[int]string{0: said.Body, 1: "Sở Y tế trả lời yêu cầu " + code + " như sau:"} {
		b.Get("/admin/requests/" + code)
		links := regexp.MustCompile(`<a href="([^"]+)" data-insert=`).FindAllStringSubmatch(b.Body, -1)
		if len(links) < 4 {
			t.Fatalf("%d things to put in", len(links))
		}
		address, _, _ := strings.Cut(html.UnescapeString(links[i][1]), "#")
		b.Get(address)
		b.Sees(http.StatusOK, want+"</textarea>")
	}
	if p := o.Request(code).Parts[0]; p.Draft != nil {
		t.Errorf("looking made a draft: %+v", p.Draft)
	}
	admin := o.SignedIn("quantri@th.vn")
	admin.Get("/admin/requests/" + code)
	admin.SeesNot("data-insert")
}
