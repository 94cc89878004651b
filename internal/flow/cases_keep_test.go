package flow_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/cases"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/policy"
	"phatngon/internal/desk/routing"
	flowcases "phatngon/internal/flow/cases"
	"phatngon/internal/store"
)

// alertAt lowers the bounds of a surge: fewer reports are a cheaper test.
func (o *counter) alertAt(t *testing.T, n int) {
	t.Helper()
	shipped := string(policy.Seed().Versions(policy.KindCases)[0].Data)
	data := strings.NewReplacer(`"reports": 10`, fmt.Sprintf(`"reports": %d`, n), `"questions_a_day": 50`, fmt.Sprintf(`"questions_a_day": %d`, n)).Replace(shipped)
	admin := people.Officer{ID: "admin", Role: people.RoleAdmin, Unit: routing.ProvinceOffice}
	if err := o.Rules.Save(o.ctx, admin, string(policy.KindCases), o.clock.now().Add(-time.Hour), []byte(data)); err != nil {
		t.Fatal(err)
	}
}

func TestASurgeOfReportsIsAlertedOnceAndSeen(t *testing.T) {
	counters(t, func(t *testing.T, o *counter) {
		var code string
		o.alertAt(t, 3)
		for i := range 5 {
			code = o.filed(fmt.Sprint("nguoi", i), linkOne)
		}
		open := must(o.Cases.Alerts(o.ctx, pressDesk, 10))(t)
		if len(open) != 1 || open[0].Case != code || open[0].Count != 3 || open[0].Minutes != 60 {
			t.Fatalf("alerts %+v", open)
		}
		for _, by := range []people.Officer{drafter, {ID: "la", Role: people.RoleOperator, Unit: "TH-GDDT"}} {
			if other := must(o.Cases.Alerts(o.ctx, by, 10))(t); len(other) != 0 {
				t.Errorf("%s of another unit sees %+v", by.ID, other)
			}
			if err := o.Cases.See(o.ctx, by, open[0].ID); !errors.Is(err, desk.ErrForbidden) {
				t.Errorf("%s closes it: %v", by.ID, err)
			}
		}
		for range 2 {
			if err := o.Cases.See(o.ctx, pressDesk, open[0].ID); err != nil {
				t.Fatal(err)
			}
		}
		if open := must(o.Cases.Alerts(o.ctx, pressDesk, 10))(t); len(open) != 0 {
			t.Errorf("still open: %+v", open)
		}
		o.clock.move(13 * time.Hour)
		for i := range 3 {
			o.filed(fmt.Sprint("sau", i), linkOne)
		}
		if open := must(o.Cases.Alerts(o.ctx, pressDesk, 10))(t); len(open) != 1 {
			t.Errorf("the next surge: %+v", open)
		}
	})
}

func TestManyQuestionsOfADayAreAlertedOnce(t *testing.T) {
	counters(t, func(t *testing.T, o *counter) {
		day := time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)
		o.alertAt(t, 3)
		for i := range 5 {
			a := store.Asking{ID: fmt.Sprint("a", i), Statement: "PN-1", How: store.AskingAnswered, Asker: fmt.Sprint(i), Text: "Vỡ đập à", Day: day}
			if err := o.Store.AddAsking(o.ctx, a); err != nil {
				t.Fatal(err)
			}
			if err := o.Cases.WatchQuestions(o.ctx, "PN-1", "TH-YT", day); err != nil {
				t.Fatal(err)
			}
		}
		open := must(o.Cases.Alerts(o.ctx, drafter, 10))(t)
		if len(open) != 1 || open[0].Statement != "PN-1" || open[0].Count != 3 {
			t.Errorf("alerts %+v", open)
		}
	})
}

func TestWhatAnEndedCaseKeptLongEnoughIsRemovedAndOnlyThat(t *testing.T) {
	counters(t, func(t *testing.T, o *counter) {
		const photo, other = "http://f6.photo.talk.zdn.vn/dap.jpg", "http://f6.photo.talk.zdn.vn/khac.jpg"
		ended, under := o.filed("hoa", linkOne, photo, other), o.filed("lan", linkTwo)
		lan := must(o.Store.ReportsOf(o.ctx, "oa:lan", 1))(t)[0]
		e := must(o.Store.Evidence(o.ctx, must(o.Store.ReportsOf(o.ctx, "oa:hoa", 1))(t)[0].Pictures[0]))(t)
		same := cases.Evidence{ID: lan.ID + "-9", Report: lan.ID, ReceivedAt: o.clock.now()} // the same picture, of a case under way
		if err := o.Store.KeepEvidence(o.ctx, &same, must(o.Store.EvidenceBytes(o.ctx, e))(t)); err != nil {
			t.Fatal(err)
		}
		o.step(ended, func(at flowcases.Ref) error {
			return o.Cases.Reject(o.ctx, pressDesk, at, cases.Grounds()[0].Ground, "Công an đang điều tra.")
		})
		hoa := must(o.Store.Case(o.ctx, ended))(t).Reports[0]
		expire := func(days int) {
			o.clock.move(time.Duration(days) * 24 * time.Hour)
			if err := o.Cases.ExpireOld(o.ctx); err != nil {
				t.Fatal(err)
			}
		}
		expire(91) // of a rejected case: who reported 90 days, the rest a year
		if _, err := o.Store.Sender(o.ctx, hoa); !errors.Is(err, desk.ErrNotFound) {
			t.Errorf("who reported is still known: %v", err)
		}
		if r := must(o.Store.Report(o.ctx, hoa))(t); r.Text == "" {
			t.Error("the report went with its sender")
		}
		expire(300)
		r := must(o.Store.Report(o.ctx, hoa))(t)
		if r.Text != "" || len(r.Links) > 0 || r.Category == "" {
			t.Errorf("left of the report: %+v", r)
		}
		for _, id := range r.Pictures {
			e := must(o.Store.Evidence(o.ctx, id))(t)
			if _, err := o.Cases.Picture(o.ctx, pressDesk, ended, id); e.Problem == "" || e.SHA256 == "" || err == nil {
				t.Errorf("left of the picture: %+v, %v", e, err)
			}
		}
		gone := must(o.Store.Evidence(o.ctx, r.Pictures[1]))(t)
		if _, err := o.Store.EvidenceBytes(o.ctx, gone); err == nil {
			t.Error("the bytes of a picture that nobody else shows are there")
		}
		if _, err := o.Store.EvidenceBytes(o.ctx, same); err != nil {
			t.Errorf("the bytes that a case under way shows are gone: %v", err)
		}
		if who, err := o.Store.Sender(o.ctx, lan.ID); err != nil || who != "oa:lan" {
			t.Errorf("of the case under way: %q, %v", who, err)
		}
		before := o.caseAt(ended)
		expire(1)
		if o.caseAt(ended) != before || o.caseAt(under).Version == 0 {
			t.Error("what is gone goes again")
		}
		lines := 0
		for _, a := range must(o.Store.AuditOf(o.ctx, ended, 50))(t) {
			if a.Action == "case.expire" {
				lines++
			}
		}
		if lines != 2 {
			t.Errorf("%d lines in the audit", lines)
		}
	})
}
