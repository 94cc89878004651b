package flow_test

import (
	"errors"
	"fmt"
	"slices"

	"phatngon/internal/desk"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/handover"
	"phatngon/internal/desk/verdict"
	"phatngon/internal/flow/handovers"
	"phatngon/knowledge/statement"
)

// askedBefore has one statement in force that answers feverAsk.
func askedBefore(r *run) {
	if _, err := r.w.base.Statement(r.ctx, "PN-2026-0001"); errors.Is(err, desk.ErrNotFound) {
		if _, err := r.Statements.Import(r.ctx, []statement.Statement{fever()}); err != nil {
			r.t.Fatal(err)
		}
	}
}

func storyOfAsking() story {
	return story{name: "a question", begin: func(r *run) {
		askedBefore(r)
		r.once = []string{"312 ca mắc sốt xuất huyết"}
		r.told = []effect.Told{{Statement: "PN-2026-0001", Version: 1}}
	}, steps: []step{says(func(*run) string { return feverAsk })}, check: func(*run) {}}
}

func storyOfAVerdict() story {
	one := func(r *run, state verdict.State) []verdict.Verdict {
		all := must(r.w.base.AllVerdictsIn(r.ctx, "", state))(r.t)
		return slices.DeleteFunc(all, func(v verdict.Verdict) bool { return v.Asker != r.Askings.Asker("PN-2026-0001", r.user()) })
	}
	return story{name: "a verdict", every: 3, begin: func(r *run) {
		askedBefore(r)
		r.told = []effect.Told{{Statement: "PN-2026-0001", Version: 1}}
		r.once = []string{"Cảm ơn Anh/Chị đã cho biết"}
	}, steps: []step{says(func(*run) string { return feverAsk }), taps("Đúng điều tôi hỏi"), {
		do: func(r *run) error {
			open := one(r, verdict.Open)
			if len(open) != 1 {
				return fmt.Errorf("%d verdicts are open", len(open))
			}
			return r.Askings.TakeVerdict(r.ctx, drafter, open[0].ID, open[0].Version, open[0].Shown[0].Quote, "")
		},
		done: func(r *run) bool { return len(one(r, verdict.Taken)) == 1 },
	}}, check: func(r *run) {
		lines := 0
		for _, record := range must(r.w.base.AuditOf(r.ctx, "PN-2026-0001", 500))(r.t) {
			if record.Action == "verdict.take" && record.Detail == one(r, verdict.Taken)[0].ID {
				lines++
			}
		}
		if lines != 1 {
			r.wrong("%d audit lines of the label", lines)
		}
	}}
}

func storyOfFiling() story {
	question := func(r *run) string { return "bao giờ trạm y tế khám răng cho nhà " + r.name + "?" }
	return story{name: "a request in the chat", begin: func(*run) {}, steps: []step{says(question), taps("Gửi tới")}, check: func(r *run) {
		all, err := r.w.base.RequestsOf(r.ctx, r.user(), 10)
		if err != nil || len(all) != 1 {
			r.wrong("%d requests were filed, %v; the chat: %v", len(all), err, texts(r.sim.Messages(r.name)))
			return
		}
		if n := countOf(r.sim.Messages(r.name), all[0].Code); n != 1 {
			r.wrong("%d receipts name %s: %v", n, all[0].Code, texts(r.sim.Messages(r.name)))
		}
		if got := r.audited(all[0].Code); len(got) != 1 || got["request.file"] != 1 {
			r.wrong("audit of the filing: %v", got)
		}
	}}
}

func storyOfAHandOver() story {
	one := func(r *run) handover.HandOver {
		all, err := r.w.base.HandOversOf(r.ctx, r.user(), 10)
		if err != nil || len(all) != 1 {
			return handover.HandOver{}
		}
		return all[0]
	}
	at := func(r *run) handovers.Ref { return handovers.Ref{ID: one(r).ID, Version: one(r).Version} }
	const greeting = "Chào Anh/Chị, tôi nghe đây."
	return story{name: "a hand-over", begin: func(r *run) {
		r.once = []string{"danh sách chờ gặp cán bộ", "đã vào trao đổi", greeting, "đã kết thúc cuộc trao đổi"}
	}, steps: []step{says(func(*run) string { return "gặp cán bộ" }), {
		do:   func(r *run) error { return r.HandOvers.Take(r.ctx, chief, at(r)) },
		done: func(r *run) bool { return one(r).State == handover.Talking },
	}, {
		do:   func(r *run) error { return r.HandOvers.Say(r.ctx, chief, one(r).ID, greeting) },
		done: func(r *run) bool { return len(one(r).Lines) > 0 },
	}, {
		do:   func(r *run) error { return r.HandOvers.End(r.ctx, chief, at(r)) },
		done: func(r *run) bool { return one(r).State == handover.Ended },
	}}, check: func(r *run) {
		all, _ := r.w.base.HandOversOf(r.ctx, r.user(), 10)
		if len(all) != 1 {
			r.wrong("%d hand-overs; want one", len(all))
			return
		}
		if got := r.audited(all[0].ID); len(got) != 3 || got["handover.take"] != 1 || got["handover.say"] != 1 || got["handover.end"] != 1 {
			r.wrong("audit of the hand-over: %v", got)
		}
	}}
}

func storyOfAnErasure() story {
	return story{name: "an erasure", begin: func(r *run) {
		askedBefore(r)
		r.sim.Say(r.name, feverAsk)
		r.w.settle(r.process)
		r.asks(r.met())
		r.once = []string{"xóa dữ liệu của Anh/Chị khỏi hệ thống này"}
	}, steps: []step{says(func(*run) string { return "xóa dữ liệu của tôi" }), taps("Xóa")}, check: func(r *run) {
		r.w.erased++
		if n := r.audited("requester")["requester.erase"]; n != r.w.erased {
			r.wrong("%d proofs of %d erasures", n, r.w.erased)
			r.w.erased = n
		}
		if who := must(r.w.base.Requester(r.ctx, r.user()))(r.t); !who.Erased || who.OAUserID != "" {
			r.wrong("the person is still known: %+v", who)
		}
		if _, err := r.w.base.Conversation(r.ctx, r.user()); !errors.Is(err, desk.ErrNotFound) {
			r.wrong("the conversation: %v; want it gone", err)
		}
		if q := must(r.w.base.Request(r.ctx, r.request))(r.t); q.Requester != "" {
			r.wrong("the request is still of %s", q.Requester)
		}
	}}
}

// Somebody asks in the Mini App, and is answered before they ever write in the chat.
func storyOfTheApp() story {
	return story{name: "from the app to the chat", begin: func(r *run) {
		_, who, err := r.Access.MiniAppLogin(r.ctx, r.sim.MiniAppToken(r.name))
		if err != nil {
			r.t.Fatal(err)
		}
		r.asks(who)
		r.answered(r.request, r.text(1))
		r.once = []string{r.text(1)}
	}, steps: []step{says(func(*run) string { return "xin chào" })}, check: func(r *run) {
		if q := must(r.w.base.Request(r.ctx, r.request))(r.t); q.Requester != r.user() {
			r.wrong("the request is of %s; want %s", q.Requester, r.user())
		}
	}}
}
