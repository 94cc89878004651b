package request_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/policy"
	"phatngon/internal/desk/request"
)

var (
	fileAt     = time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)
	fileRules  = policy.Seed().At(fileAt)
	fileWriter = people.Officer{ID: "w", Role: people.RoleOperator, Unit: "TH-YT"}
	fileAdder  = people.Officer{ID: "a", Name: "A", Position: "P", Role: people.RoleSpokesperson, Unit: "TH-YT"}
	fileSigner = people.Officer{ID: "s", Name: "S", Position: "P", Role: people.RoleSpokesperson, Unit: "TH-YT"}
)

func draftedWithFile(t *testing.T) request.Request {
	t.Helper()
	rule := fileRules.RuleFor(people.Citizen)
	r := request.NewRequest(request.NewRequestInput{Code: "TH-2026-00001", Requester: people.Requester{ID: "oa:1", Kind: people.Citizen}, Question: "Chợ nào bán cá?", Unit: "TH-YT", Clock: fileRules.Start(rule, fileAt), At: fileAt})
	for _, step := range []func(request.Request) (request.Request, error){
		func(r request.Request) (request.Request, error) {
			return request.SaveDraft(r, 0, fileWriter, fileRules, request.Reply{Text: "Chợ Vườn Hoa."}, fileAt)
		},
		func(r request.Request) (request.Request, error) {
			return request.Attach(r, 0, fileAdder, request.File{ID: "f1", Name: "bang-gia.xlsx"}, fileAt)
		},
	} {
		next, err := step(r)
		if err != nil {
			t.Fatal(err)
		}
		r = next
	}
	return r
}

func TestAFileIsPartOfWhatIsSignedAndAnEditOfItVoidsTheApproval(t *testing.T) {
	r := draftedWithFile(t)
	if r.Parts[0].Draft.Revision != 2 {
		t.Errorf("the draft is at revision %d, want a new one", r.Parts[0].Draft.Revision)
	}
	if _, err := request.Approve(r, 0, fileAdder, 2, fileAt); err == nil {
		t.Error("who attached the file signs it")
	}
	signed, err := request.Approve(r, 0, fileSigner, 2, fileAt)
	if err != nil {
		t.Fatal(err)
	}
	if f, ok := request.SignedFile(signed, "f1"); !ok || f.Name != "bang-gia.xlsx" {
		t.Errorf("the signed answer has %v, %v", f, ok)
	}
	for name, step := range map[string]func() (request.Request, error){
		"another file": func() (request.Request, error) {
			return request.Attach(signed, 0, fileWriter, request.File{ID: "f2"}, fileAt)
		},
		"one less": func() (request.Request, error) { return request.Detach(signed, 0, fileWriter, "f1", fileAt) },
	} {
		next, err := step()
		annuls := slices.ContainsFunc(next.Effects, func(e effect.Effect) bool { return e.Kind == effect.DoAnnul })
		if _, still := request.SignedFile(next, "f1"); err != nil || next.Parts[0].Approval != nil || still || !annuls {
			t.Errorf("%s: approval %v, annulled %v, %v", name, next.Parts[0].Approval, annuls, err)
		}
	}
	kept, err := request.SaveDraft(r, 0, fileWriter, fileRules, request.Reply{Text: "Chợ Vườn Hoa, sáng sớm."}, fileAt)
	if err != nil || len(kept.Parts[0].Draft.Files) != 1 {
		t.Errorf("an edit of the words lost the file: %v, %v", kept.Parts[0].Draft, err)
	}
}

func TestFilesHaveBounds(t *testing.T) {
	r := draftedWithFile(t)
	for i := 2; i <= request.MaxFiles; i++ {
		next, err := request.Attach(r, 0, fileWriter, request.File{ID: fmt.Sprint("f", i)}, fileAt)
		if err != nil {
			t.Fatal(err)
		}
		r = next
	}
	var invalid *desk.InvalidError
	if _, err := request.Attach(r, 0, fileWriter, request.File{ID: "f6"}, fileAt); !errors.As(err, &invalid) {
		t.Errorf("a sixth file: %v", err)
	}
	who := people.Requester{ID: "oa:1"}
	rules := func(request.Part) policy.Set { return fileRules }
	r = draftedWithFile(t)
	sent := make([]request.File, request.MaxFiles)
	r, err := request.AddFiles(r, who, rules, "", sent, fileAt)
	if err != nil || r.Additions[0].Text == "" {
		t.Fatalf("files without words: %v, %v", r.Additions, err)
	}
	var rule *desk.RuleError
	if _, err := request.AddFiles(r, who, rules, "nữa", sent[:1], fileAt); !errors.As(err, &rule) {
		t.Errorf("a sixth file of the person: %v", err)
	}
	if _, err := request.AddFiles(r, people.Requester{ID: "oa:2"}, rules, "nữa", sent[:1], fileAt); err == nil {
		t.Error("somebody else adds to it")
	}
}
