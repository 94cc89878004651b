package flow_test

import (
	"bytes"
	"strings"
	"testing"

	"phatngon/internal/desk/cases"
	"phatngon/internal/desk/pack"
	"phatngon/internal/desk/people"
	flowcases "phatngon/internal/flow/cases"
)

func said(action string) string { return "Bước " + action }

func TestAnEvidencePackOfACaseProvesItselfAndIsLogged(t *testing.T) {
	counters(t, func(t *testing.T, o *counter) {
		code := o.filed("hoa", linkOne, "http://f6.photo.talk.zdn.vn/dap.jpg", "http://f6.photo.talk.zdn.vn/trang.svg")
		o.filed("lan", linkOne, "http://f6.photo.talk.zdn.vn/dap.jpg")
		o.filed("mai", linkOne) // in a row: one step of the case
		o.step(code, o.classified)
		o.filed("tuan", linkTwo) // another case: its records stand between in the chain
		o.step(code, o.verified)
		in := flowcases.Packing{For: "Công an tỉnh", Why: "Có dấu hiệu tội phạm.", Say: said}
		at := o.caseAt(code)
		stranger := people.Officer{ID: "la", Role: people.RoleSpokesperson, Unit: "TH-GDDT"}
		if _, err := o.Cases.Pack(o.ctx, stranger, at, in, &bytes.Buffer{}); err == nil {
			t.Error("another unit made a pack")
		}
		var out, named bytes.Buffer
		made := must(o.Cases.Pack(o.ctx, drafter, at, in, &out))(t)
		r := must(pack.Verify(bytes.NewReader(out.Bytes()), int64(out.Len())))(t)
		if len(r.Problems) > 0 || r.Reports != 3 || r.Captures != 1 || r.Records != 5 || r.Gaps != 0 || r.SHA256 != made.SHA256 || r.Identities {
			t.Errorf("%+v", r)
		}
		if !bytes.Contains(out.Bytes(), pictures().pictures["http://f6.photo.talk.zdn.vn/dap.jpg"]) || bytes.Contains(out.Bytes(), []byte(`"hoa"`)) {
			t.Error("the picture as it was received is not in it, or who sent it is")
		}
		logged := must(o.Store.AuditOf(o.ctx, code, 1))(t)[0]
		if logged.Action != "case.pack" || logged.Detail != made.SHA256 || logged.Officer != drafter.ID {
			t.Errorf("logged: %+v", logged)
		}
		if _, err := o.Cases.Pack(o.ctx, drafter, at, in, &out); err == nil {
			t.Error("a form from before made a pack")
		}
		in.Identities = true
		must(o.Cases.Pack(o.ctx, drafter, o.caseAt(code), in, &named))(t)
		if r := must(pack.Verify(bytes.NewReader(named.Bytes()), int64(named.Len())))(t); len(r.Problems) > 0 || !r.Identities || !bytes.Contains(named.Bytes(), []byte(`"zalo_oa_user_id": "hoa"`)) {
			t.Errorf("with identities: %+v", r)
		}
		o.step(code, func(at flowcases.Ref) error {
			return o.Cases.HandOver(o.ctx, drafter, at, made.SHA256, cases.Handing{To: "Công an tỉnh", Note: "Công văn 12"})
		})
		if c := must(o.Store.Case(o.ctx, code))(t); len(c.Packs) != 2 || len(c.Packs[0].Hands) != 1 {
			t.Errorf("packs %+v", c.Packs)
		}
	})
}

// The first run wrote a pack and could not note it: the second gives the same bytes.
func TestTheSameCaseGivesTheSamePack(t *testing.T) {
	counters(t, func(t *testing.T, o *counter) {
		code := o.filed("hoa", linkOne, "http://f6.photo.talk.zdn.vn/dap.jpg")
		in := flowcases.Packing{For: "Công an tỉnh", Why: "Xác minh.", Say: said}
		var first, second bytes.Buffer
		at := o.caseAt(code)
		if _, err := o.Cases.Pack(o.ctx, pressDesk, at, in, failing{&first}); err == nil {
			t.Fatal("the disk was not full")
		}
		must(o.Cases.Pack(o.ctx, pressDesk, at, in, &second))(t)
		if first.Len() == 0 || !bytes.HasPrefix(second.Bytes(), first.Bytes()) {
			t.Errorf("%d bytes, then %d others", first.Len(), second.Len())
		}
	})
}

// failing is a disk that is full after a while.
type failing struct{ *bytes.Buffer }

func (f failing) Write(b []byte) (int, error) {
	if f.Len() > 1000 {
		return 0, bytes.ErrTooLarge
	}
	return f.Buffer.Write(b)
}

func TestWhoReportedIsShownOnceItIsLogged(t *testing.T) {
	counters(t, func(t *testing.T, o *counter) {
		code := o.filed("hoa", linkOne)
		report := must(o.Store.ReportsOf(o.ctx, "oa:hoa", 1))(t)[0].ID
		if _, _, err := o.Cases.Identify(o.ctx, pressDesk, o.caseAt(code), report, " "); err == nil {
			t.Error("without a reason")
		}
		if _, _, err := o.Cases.Identify(o.ctx, drafter, o.caseAt(code), report, "Muốn biết."); err == nil {
			t.Error("another unit was told")
		}
		who, known, err := o.Cases.Identify(o.ctx, pressDesk, o.caseAt(code), report, "Công an yêu cầu.")
		if err != nil || !known || who.OAUserID != "hoa" {
			t.Errorf("%+v, %t, %v", who, known, err)
		}
		logged := must(o.Store.AuditOf(o.ctx, code, 1))(t)[0]
		if logged.Action != "case.identify" || logged.Detail != report || strings.Contains(logged.Detail, "hoa") {
			t.Errorf("logged: %+v", logged)
		}
		if err := o.Store.EraseRequester(o.ctx, "oa:hoa", "e9", o.clock.now(), func(string) string { return "" }); err != nil {
			t.Fatal(err)
		}
		if _, known, err := o.Cases.Identify(o.ctx, pressDesk, o.caseAt(code), report, "Lại hỏi."); err != nil || known {
			t.Errorf("an erased person is known: %v", err)
		}
	})
}
