package flow_test

import (
	"errors"
	"testing"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/policy"
	flowcases "phatngon/internal/flow/cases"
)

// fromApp lets somebody report in the app.
func (o *office) fromApp(who people.Requester, key, words string, pictures ...string) (string, error) {
	o.t.Helper()
	r, err := o.Cases.File(o.ctx, who, flowcases.Filing{Report: effect.Report{Text: words, Category: "disaster", Consent: true},
		Source: key, Channel: flowcases.ChannelMiniApp, At: o.clock.now(), Uploads: pictures})
	return r.Case, err
}

func TestAPictureOfTheAppIsTheSameCaseAsTheOneOfTheChatAndBothHearTheEndOnce(t *testing.T) {
	newsroom(t, func(t *testing.T, o *office, _ *album) {
		o.reports("hoa", "4", "1", func() { o.sim.SendImage("hoa", "http://f6.photo.talk.zdn.vn/dap.jpg", "") })
		c := o.theCase()
		o.sim.Say("lan", "xin chào")
		o.quiet()
		lan := must(o.Store.Requester(o.ctx, "oa:"+o.persona("lan").UserID))(t)
		small := must(o.Cases.Upload(o.ctx, lan, scene(320, 1)))(t)
		if code, err := o.fromApp(lan, "k1", "", small.SHA256); err != nil || code != c.Code {
			t.Errorf("case %s, %v; want %s", code, err, c.Code)
		}
		if err := o.Tidy(o.ctx); err != nil {
			t.Fatal(err)
		}
		o.clock.move(o.Rules.At(o.clock.now()).KeptFor(policy.KeptUploads) + time.Minute)
		if err := o.Tidy(o.ctx); err != nil {
			t.Fatal(err)
		}
		var invalid *desk.InvalidError
		if _, err := o.fromApp(lan, "k2", "", small.SHA256); !errors.As(err, &invalid) || invalid.Field != "pictures" {
			t.Errorf("a picture nobody has any more: %v", err)
		}
		if code, err := o.fromApp(lan, "k1", "", small.SHA256); err != nil || code != c.Code {
			t.Errorf("the same filing again: %s, %v", code, err)
		}
		now := o.theCase()
		if len(now.Reports) != 2 {
			t.Fatalf("reports %v", now.Reports)
		}
		for _, id := range now.Reports {
			e := must(o.Store.Evidence(o.ctx, id+"-1"))(t)
			if _, err := o.Store.EvidenceBytes(o.ctx, e); err != nil {
				t.Errorf("evidence of %s: %v", id, err)
			}
		}
		o.steps(c.Code, o.classified, o.verified, o.drafted, o.concluded, o.labelled, o.madePublic)
		o.quiet()
		for _, persona := range []string{"hoa", "lan"} {
			if n := countOf(o.sim.Messages(persona), truth); n != 1 {
				t.Errorf("%s heard it %d times", persona, n)
			}
		}
	})
}

func TestMoreOfAReportGoesToItsCaseOnlyForWhoSentIt(t *testing.T) {
	newsroom(t, func(t *testing.T, o *office, _ *album) {
		hoa, lan := people.Requester{ID: "app:hoa"}, people.Requester{ID: "app:lan"}
		code := must(o.fromApp(hoa, "k1", rumour))(t)
		own := must(o.Store.ReportsOf(o.ctx, hoa.ID, 1))(t)[0]
		more := flowcases.Filing{Report: effect.Report{Text: "https://youtu.be/dQw4w9WgXcQ"}, Source: "k2", Channel: flowcases.ChannelMiniApp, At: o.clock.now()}
		if _, err := o.Cases.Add(o.ctx, lan, own.ID, more); !errors.Is(err, desk.ErrNotFound) {
			t.Errorf("another adds to it: %v", err)
		}
		added := must(o.Cases.Add(o.ctx, hoa, own.ID, more))(t)
		more.Source = "k3"
		further := must(o.Cases.Add(o.ctx, hoa, added.ID, more))(t)
		if added.Case != code || further.Adds != own.ID || further.Case != code || len(o.theCase().Reports) != 3 {
			t.Errorf("added %+v, then %+v", added, further)
		}
		if moves := o.theCase().Moves; moves[0].Why != "Người đã báo gửi thêm." {
			t.Errorf("moves %+v", moves)
		}
	})
}
