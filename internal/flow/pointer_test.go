package flow_test

import (
	"testing"
	"time"

	"phatngon/internal/desk/people"
	"phatngon/internal/flow"
	"phatngon/internal/flow/pointer"
	"phatngon/internal/llm"
	"phatngon/internal/llm/llmtest"
	"phatngon/knowledge/answer"
)

// withModel is an office with a model that says reply.
func withModel(t *testing.T, reply string) (*office, *llmtest.Server) {
	t.Helper()
	server := llmtest.New(nil)
	t.Cleanup(server.Close)
	server.Reply = func(string, string) string { return reply }
	client := llm.New(llm.Config{BaseURL: server.URL, Model: "m", Backoff: func(int) time.Duration { return 0 }})
	return newOfficeWith(t, func(d *flow.Deps) {
		d.Pointer = &pointer.Pointer{Client: client, Base: d.Base, Now: d.Now, Log: d.Log}
	}, fever(), bus()), server
}

func TestWhatAModelSaysAnswersNothingIsOnlyShownAsNear(t *testing.T) {
	question := fever().Title
	plain := newOffice(t, fever(), bus())
	if a := must(plain.Inbound.Ask(plain.ctx, people.Requester{Kind: people.Citizen}, question))(t); !a.Status.Asserts() {
		t.Fatalf("without a model: %s", a.Status)
	}
	o, server := withModel(t, `{"none":true,"picks":[]}`)
	a := must(o.Inbound.Ask(o.ctx, people.Requester{Kind: people.Citizen}, question))(t)
	if a.Status != answer.Related || server.Calls() != 1 || o.Pointer.Counts().Tokens != llmtest.ReplyTokens {
		t.Errorf("%s after %d calls, %+v", a.Status, server.Calls(), o.Pointer.Counts())
	}
	o.sim.Say("lan", question)
	o.hears("lan", "có thể chưa trả lời đúng")
}

func TestWhatAModelProposesWaitsForAnOfficer(t *testing.T) {
	o, server := withModel(t, `{"questions":["Muỗi đốt nhiều thì báo trạm xá nào vậy?","<b>x</b>"]}`)
	s := must(o.Store.Statement(o.ctx, fever().Code))(t)
	if must(o.Askings.Propose(o.ctx, drafter, s, false))(t); server.Calls() != 0 {
		t.Error("asked without anybody's wish")
	}
	found := false
	for _, p := range must(o.Askings.Propose(o.ctx, drafter, s, true))(t) {
		found = found || p.Text == "Muỗi đốt nhiều thì báo trạm xá nào vậy?"
		if p.Text == "<b>x</b>" {
			t.Error("proposed what is no question")
		}
	}
	if s = must(o.Store.Statement(o.ctx, s.Code))(t); !found || len(s.Hints) > 0 {
		t.Errorf("proposed %v, hints %q: want it proposed and not taken", found, s.Hints)
	}
}
