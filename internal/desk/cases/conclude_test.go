package cases

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"phatngon/internal/desk"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/policy"
)

// refusal says why a step was refused; "" is that it was not.
func refusal(err error) string {
	var rule *desk.RuleError
	var field *desk.InvalidError
	switch {
	case err == nil:
		return ""
	case errors.As(err, &rule):
		return rule.Text
	case errors.As(err, &field):
		return field.Field
	}
	return err.Error()
}

func TestAForgedConclusionIsRefused(t *testing.T) {
	nameless := signer
	nameless.ID, nameless.Position = "nameless", ""
	closed := Class{Severity: Harmful, Access: Closed, Readers: []string{"author"}}
	drafted := to(received(1, "r1"), Drafted, open, IsFalse)
	for name, c := range map[string]struct {
		c    Case
		by   people.Officer
		want string
	}{
		"its drafter signs":                  {drafted, author, "không được tự ký"},
		"an officer signs":                   {drafted, staff, "Chỉ người phát ngôn"},
		"another unit signs":                 {drafted, stranger, "không phải người phát ngôn của đơn vị này"},
		"the asked unit signs":               {drafted, officer("xd", people.RoleSpokesperson, "TH-XD"), "không phải người phát ngôn của đơn vị này"},
		"the press desk signs":               {drafted, deskSigner, "không phải người phát ngôn của đơn vị này"},
		"an administrator signs":             {drafted, admin, "Chỉ người phát ngôn"},
		"the unit's administrator signs":     {drafted, unitAdmin, "Chỉ người phát ngôn"},
		"the program signs":                  {drafted, people.Officer{}, "Chỉ người phát ngôn"},
		"no position to sign with":           {drafted, nameless, "chưa có họ tên hoặc chức vụ"},
		"nothing is drafted":                 {to(received(1, "r1"), Verifying, open, IsFalse), signer, "Đang kiểm chứng"},
		"closed content, not named":          {to(received(1, "r1"), Drafted, closed, IsFalse), signer, "cán bộ được chỉ định"},
		"it was transferred, the former":     {former(drafted), signer, "không phải người phát ngôn của đơn vị này"},
		"one added word makes it theirs too": {ok(SaveDraft(drafted, Finding{IsFalse, "Sập cầu", "Không có dịch nào.", nil}, signer, noon)), signer, "không được tự ký"},
		"so does a quote":                    {ok(SaveDraft(drafted, Finding{IsFalse, "Sập cầu", "Không có dịch.", []Quote{{"PN-2026-00001", "Không."}}}, signer, noon)), signer, "không được tự ký"},
		"so does another outcome":            {ok(SaveDraft(drafted, Finding{NotFalse, "Sập cầu", "Không có dịch.", nil}, signer, noon)), signer, "không được tự ký"},
	} {
		t.Run(name, func(t *testing.T) {
			if got, err := Conclude(c.c, 1, rules, c.by, noon); !strings.Contains(refusal(err), c.want) || err == nil || got.Conclusion != nil {
				t.Errorf("got %q, want %q", refusal(err), c.want)
			}
		})
	}
	if _, err := Conclude(drafted, 2, rules, signer, noon); !errors.Is(err, desk.ErrConflict) {
		t.Errorf("a revision that was not read: %v", err)
	}
	if _, err := Conclude(drafted, 1, policy.Set{}, signer, noon); !strings.Contains(refusal(err), "TG-NHAN24") {
		t.Errorf("no rule of the label: %v", err)
	}
}

// former is the draft of a unit whose case went to another.
func former(drafted Case) Case {
	c := ok(Transfer(ok(ReturnDraft(drafted, "Không thuộc đơn vị.", signer, noon)), Competence{"TH-XD", OfField, "Về cầu."}, pressDesk, noon))
	return ok(SaveDraft(c, Finding{IsFalse, "Sập cầu", "Không sập cầu.", nil}, asked, noon))
}

func TestAConclusionHasWhoDraftedAndWhoSigned(t *testing.T) {
	quotes := []Quote{{Statement: "PN-2026-00001", Text: "Không có ổ dịch."}}
	c := ok(SaveDraft(to(received(1, "r1"), Drafted, open, IsFalse), Finding{IsFalse, "Sập cầu", "Không có dịch nào.", quotes}, staff, noon))
	got := ok(Conclude(c, 2, rules, signer, noon)).Conclusion
	want := &Conclusion{Outcome: IsFalse, Claim: "Sập cầu", Text: "Không có dịch nào.", Quotes: quotes, Unit: "TH-YT", DraftedBy: []string{"author", "officer"},
		SignedBy: "signer", Spokesperson: "Người signer", Position: "Chức vụ", At: noon, Kind: people.Assigned}
	slices.Sort(got.DraftedBy)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// What may follow a conclusion, by access and outcome (NĐ 328/2026, Art. 10, 11).
func TestWhatFollowsAConclusion(t *testing.T) {
	for _, c := range []struct {
		access  Access
		outcome Outcome
		want    string
	}{
		{Open, IsFalse, "label"},
		{Open, NotFalse, "publish finish"},
		{Open, Unverifiable, "publish"},
		{Conditional, IsFalse, "label publish"},
		{Conditional, NotFalse, "publish finish"},
		{Conditional, Unverifiable, "publish"},
		{Closed, IsFalse, "forward take_down finish"},
		{Closed, NotFalse, "forward finish"},
		{Closed, Unverifiable, "forward finish"},
	} {
		class := Class{Severity: Harmful, Access: c.access, Readers: []string{"author", "signer"}}
		w := at{c: to(received(1, "r1"), Concluded, class, c.outcome)}
		var may []string
		for _, action := range Actions(signer, w.c) {
			if slices.Contains([]string{ActLabel, ActPublish, ActForward, ActTakeDown, ActFinish}, action) {
				may = append(may, action)
			}
		}
		if got := strings.Join(may, " "); got != c.want {
			t.Errorf("%s %s: %q, want %q", c.access, c.outcome, got, c.want)
		}
		for _, action := range []string{ActLabel, ActPublish, ActForward, ActTakeDown, ActFinish} {
			if _, err := try(action, w, signer); (err == nil) != slices.Contains(may, action) {
				t.Errorf("%s %s: %s: %v", c.access, c.outcome, action, err)
			}
		}
	}
	warned := ok(Publish(to(received(1, "r1"), Concluded, Class{Severity: Harmful, Access: Conditional}, IsFalse), signer, noon))
	if _, err := Unlabel(warned, "Bản án.", signer, noon); err == nil {
		t.Error("a label that was never put on is taken off")
	}
	notFalse := ok(Publish(to(received(1, "r1"), Concluded, open, NotFalse), signer, noon))
	if _, err := AskTakeDown(notFalse, "Nền tảng", "Gỡ.", false, rules, signer, noon); err == nil {
		t.Error("what is not false is taken down")
	}
}

func TestUnlabellingKeepsHistory(t *testing.T) {
	before := in(Done).c
	after := ok(Unlabel(before, "Bản án số 1.", signer, noon))
	if before.Conclusion.Unlabelled != nil || len(after.Steps) != len(before.Steps)+1 || after.Steps[len(before.Steps)].Note != "Bản án số 1." {
		t.Errorf("before %+v, steps %+v", before.Conclusion, after.Steps)
	}
	after.Conclusion.Unlabelled = nil
	if diff := cmp.Diff(before.Conclusion, after.Conclusion); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(before.Steps, after.Steps[:len(before.Steps)]); diff != "" {
		t.Error(diff)
	}
}

func TestClosedContentIsForTheNamedAndEachLookIsLogged(t *testing.T) {
	class := Class{Severity: Grave, Access: Closed, Readers: []string{"signer", "officer"}}
	c := to(received(1, "r1"), Verifying, class, IsFalse)
	for _, by := range roles() {
		err := Look(c, by)
		named := by.ID == "signer" || by.ID == "officer"
		if (err == nil) != named {
			t.Errorf("%q looks: %v", by.ID, err)
		}
	}
	if !Logged(c) || Logged(in(Verifying).c) {
		t.Error("the looks that are logged are not those at closed content")
	}
	admitted := ok(Admit(c, []string{"author"}, "Thay người.", pressDesk, noon))
	if MaySee(signer, admitted) || !MaySee(author, admitted) || !MaySee(signer, c) {
		t.Error("the list did not change")
	}
	if _, err := Reclassify(c, open, "Mở.", author, noon); err == nil {
		t.Error("who is not named opens the content to themselves")
	}
	if _, err := Classify(to(received(1, "r1"), Classified, class, IsFalse), open, yt, pressDesk, noon); err == nil {
		t.Error("the press desk opens the content to itself")
	}
	for name, err := range map[string]error{
		"nobody is named":    refused(Admit(c, nil, "Thay người.", pressDesk, noon)),
		"classified, nobody": refused(Reclassify(c, Class{Severity: Harmful, Access: Closed}, "Lý do.", staff, noon)),
	} {
		if refusal(err) != "readers" {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func refused(_ Case, err error) error { return err }
