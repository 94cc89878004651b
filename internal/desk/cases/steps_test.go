package cases

import (
	"slices"
	"strings"
	"testing"

	"phatngon/internal/desk/people"
	"phatngon/internal/desk/routing"
)

func TestAStepAsksForWhatItNeeds(t *testing.T) {
	received, classified, verifying, published := in(Received).c, in(Classified).c, in(Verifying).c, in(Published).c
	at := func(unit string, ground Concern, why string) Competence { return Competence{unit, ground, why} }
	for name, c := range map[string]struct {
		err  error
		want string
	}{
		"no severity":                {refused(Classify(received, Class{Access: Open}, yt, pressDesk, noon)), "severity"},
		"no access":                  {refused(Classify(received, Class{Severity: Grave}, yt, pressDesk, noon)), "access"},
		"no competent unit":          {refused(Classify(received, open, at("", OfArea, "a"), pressDesk, noon)), "unit"},
		"the coordinating office":    {refused(Classify(received, open, at(routing.ProvinceOffice, OfArea, "a"), pressDesk, noon)), "điều phối, không kết luận"},
		"no ground of competence":    {refused(Classify(received, open, at("TH-YT", "", "a"), pressDesk, noon)), "ground"},
		"no why of competence":       {refused(Classify(received, open, at("TH-YT", OfArea, " "), pressDesk, noon)), "why"},
		"no why to reclassify":       {refused(Reclassify(verifying, open, "", staff, noon)), "why"},
		"transferred where it is":    {refused(Transfer(classified, yt, pressDesk, noon)), "unit"},
		"asks itself":                {refused(Ask(verifying, "TH-YT", "Đúng không?", staff, noon)), "unit"},
		"asks nothing":               {refused(Ask(verifying, "TH-CT", "", staff, noon)), "text"},
		"replies nothing":            {refused(Reply(verifying, "", asked, noon)), "text"},
		"replies twice":              {refused(Reply(ok(Reply(verifying, "Không.", asked, noon)), "Có.", asked, noon)), "Không có câu hỏi nào"},
		"no outcome":                 {refused(SaveDraft(verifying, Finding{"SAI", "Sập cầu", "a", nil}, staff, noon)), "outcome"},
		"no text":                    {refused(SaveDraft(verifying, Finding{IsFalse, "Sập cầu", "\r\n", nil}, staff, noon)), "text"},
		"too long a text":            {refused(SaveDraft(verifying, Finding{IsFalse, "Sập cầu", strings.Repeat("ă", 20_001), nil}, staff, noon)), "text"},
		"returned without why":       {refused(ReturnDraft(in(Drafted).c, "", signer, noon)), "why"},
		"unlabelled without why":     {refused(Unlabel(published, "", signer, noon)), "grounds"},
		"sent on to nobody":          {refused(SendOn(published, " ", "Xử lý.", staff, noon)), "to"},
		"taken down without why":     {refused(AskTakeDown(published, "Nền tảng", "", false, rules, signer, noon)), "why"},
		"finished without note":      {refused(Finish(published, "", staff, noon)), "note"},
		"rejected on another ground": {refused(Reject(received, "BAN", "Bận.", pressDesk, noon)), "ground"},
		"rejected without why":       {refused(Reject(received, Grounds()[0].Ground, "", pressDesk, noon)), "why"},
		"referred to nobody":         {refused(Refer(received, "", "Ngoài tỉnh.", pressDesk, noon)), "body"},
		"referred without why":       {refused(Refer(received, "Bộ Công an", "", pressDesk, noon)), "why"},
		"reopened without why":       {refused(Reopen(in(Rejected).c, "", pressDesk, noon)), "why"},
	} {
		if c.err == nil || !strings.Contains(refusal(c.err), c.want) {
			t.Errorf("%s: %v, want %q", name, c.err, c.want)
		}
	}
}

func TestWhyACaseWasClosedStaysWhenItIsReopened(t *testing.T) {
	rejected := in(Rejected).c
	c := ok(Reopen(rejected, "Vụ án đình chỉ.", pressDesk, noon))
	told := func(s Step) bool { return s.Note == "DANG_TO_TUNG: Công an đang điều tra." && s.Officer == "desk" }
	if c.Unit != routing.ProvinceOffice || c.Closing != nil || rejected.Closing == nil || !slices.ContainsFunc(c.Steps, told) {
		t.Errorf("reopened: %+v", c)
	}
}

func TestAnAnswerStandsBesideItsQuestion(t *testing.T) {
	before := in(Verifying).c
	after := ok(Reply(before, " Cầu không sập. ", asked, noon))
	q := after.Questions[0]
	if q.Answer != "Cầu không sập." || q.AnsweredBy != "asked" || q.Unit != "TH-XD" || before.Questions[0].Answer != "" || after.Unit != "TH-YT" {
		t.Errorf("asked %+v, the case asked with %+v", q, before.Questions[0])
	}
}

func TestOnlyWhatWasDoneIsOfferedToBeUndone(t *testing.T) {
	offered := Actions(pressDesk, received(1, "r1"))
	for _, action := range []string{ActSplit, ActUnjoin, ActUnsplit, ActRelease} {
		if slices.Contains(offered, action) {
			t.Errorf("%s is offered for a case of one report", action)
		}
	}
	offered = Actions(pressDesk, ok(Join(received(1, "r1"), "r2", "Cùng tin.", pressDesk, noon)))
	if !slices.Contains(offered, ActUnjoin) || slices.Contains(offered, ActUnsplit) || slices.Contains(offered, ActRelease) {
		t.Errorf("of a case that was joined %q is offered", offered)
	}
	if got := strings.Join(Actions(people.Officer{}, received(1, "r1")), " "); got != strings.Join([]string{ActSurge, ActReclock, ActJoin, ActSettle}, " ") {
		t.Errorf("the program may %q", got)
	}
}

func TestClosedContentStaysClosedWhereItIsSplitOff(t *testing.T) {
	class := Class{Severity: Grave, Access: Closed, Readers: []string{"officer"}}
	c := ok(Join(to(received(1, "r1"), Verifying, class, IsFalse), "r2", "Cùng tin.", pressDesk, noon))
	_, fresh := two(Split(c, "TG-2026-00010", []string{"r2"}, "Khác.", pressDesk, noon))
	if MaySee(pressDesk, fresh) || !MaySee(staff, fresh) {
		t.Errorf("split off: %+v", fresh)
	}
}
