package flow_test

import (
	"errors"
	"fmt"
	"slices"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/gap"
	"phatngon/internal/desk/handover"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/rights"
	"phatngon/internal/desk/verdict"
	"phatngon/internal/flow/handovers"
	"phatngon/internal/flow/requests"
	flowrights "phatngon/internal/flow/rights"
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
		if own := slices.DeleteFunc(must(r.w.base.MissesIn(r.ctx, "", time.Time{}, r.clock.now().Add(24*time.Hour), 0))(r.t), func(m gap.Miss) bool { return m.Asker != r.Askings.Asker("", r.user()) }); len(own) > 1 {
			r.wrong("one question is %d that nothing answered", len(own))
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
		do:   func(r *run) error { return r.HandOvers.Take(r.ctx, deskOfficer, at(r)) },
		done: func(r *run) bool { return one(r).State == handover.Talking },
	}, {
		do:   func(r *run) error { return r.HandOvers.Say(r.ctx, deskOfficer, one(r).ID, greeting) },
		done: func(r *run) bool { return len(one(r).Lines) > 0 },
	}, {
		do:   func(r *run) error { return r.HandOvers.End(r.ctx, deskOfficer, at(r)) },
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
		newest, _, err := r.w.base.EndedClaims(r.ctx, "", 1)
		if err != nil || len(newest) == 0 {
			r.wrong("no claim ended: %v", err)
			return
		}
		open, _, errOpen := r.w.base.OpenClaims(r.ctx, time.Time{}, "", 1)
		known, err := r.w.base.Audited(r.ctx, newest[0].Proof)
		if c := newest[0]; c.Right != rights.Delete || c.State != rights.Done || !known || err != nil || len(open) > 0 || errOpen != nil {
			r.wrong("claim %+v, proven %t, %v; open: %v, %v", c, known, err, open, errOpen)
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

func storyOfAClaim() story {
	one := func(r *run) rights.Claim {
		all, err := r.w.base.ClaimsOf(r.ctx, r.user())
		if err != nil || len(all) != 1 {
			return rights.Claim{}
		}
		return all[0]
	}
	return story{name: "a correction of data", begin: func(r *run) {
		r.once = []string{"cần sửa thành gì?", "Đã ghi đề nghị DL-", "đã được thực hiện: Đã sửa tên."}
	}, steps: []step{says(func(*run) string { return "sửa dữ liệu của tôi" }), says(func(r *run) string { return "tên tôi là " + r.name }), {
		do: func(r *run) error {
			return r.Rights.Finish(r.ctx, chief, flowrights.Ref{ID: one(r).ID, Version: one(r).Version}, "Đã sửa tên.")
		},
		done: func(r *run) bool { return one(r).State == rights.Done },
	}}, check: func(r *run) {
		c := one(r)
		if got := r.audited(c.ID); len(got) != 2 || got["rights.file"] != 1 || got["rights.done"] != 1 {
			r.wrong("audit of claim %+v: %v", c, got)
		}
	}}
}

// An officer links the own Zalo account with the code of the panel.
func storyOfALink() story {
	code := ""
	return story{name: "an officer links an account", begin: func(r *run) {
		o := people.Officer{ID: "lien-" + r.name, Email: r.name + "@th.vn", Name: r.name, Role: people.RoleOperator, Unit: "TH-YT"}
		if err := r.w.base.InsertOfficer(r.ctx, &o); err != nil {
			r.t.Fatal(err)
		}
		var err error
		if code, _, err = r.Access.NewLinkCode(r.ctx, o, time.Hour); err != nil {
			r.t.Fatal(err)
		}
		r.once, r.never = []string{"Đã nối tài khoản Zalo này với tài khoản cán bộ của " + r.name}, []string{"nên chưa nối"}
	}, steps: []step{says(func(*run) string { return code })}, check: func(r *run) {
		o := must(r.w.base.Officer(r.ctx, "lien-"+r.name))(r.t)
		if o.Zalo != r.user() || o.LinkHash != "" {
			r.wrong("the officer is %+v", o)
		}
		if got := r.audited(o.ID); got["officer.link"] != 1 {
			r.wrong("audit of the link: %v", got)
		}
	}}
}

// An officer hears in their chat of a request that comes to their unit, during office hours.
func storyOfAnOfficersNotice() story {
	return story{name: "a notice to an officer", begin: func(r *run) {
		soon := r.clock.now().Add(10 * time.Minute)
		r.clock.move(r.Rules.At(soon).Calendar.OpenAt(soon).Sub(r.clock.now()))
		who := r.met()
		o := people.Officer{ID: "bao-" + r.name, Email: r.name + "@th.vn", Name: r.name, Role: people.RoleOperator, Unit: "TH-YT", Zalo: who.ID}
		if err := r.w.base.InsertOfficer(r.ctx, &o); err != nil {
			r.t.Fatal(err)
		}
		r.once = []string{"yêu cầu mới"}
	}, steps: []step{{
		do: func(r *run) error {
			_, err := r.Requests.File(r.ctx, people.Requester{ID: "app:x" + r.name}, requests.Filing{Filing: effect.Filing{Question: "Xe khám tới bản Ón ngày nào?", Unit: "TH-YT"}, Source: "of:" + r.name, Channel: requests.ChannelMiniApp, At: r.clock.now()})
			return err
		},
		done: func(r *run) bool { _, err := r.w.base.RequestBySource(r.ctx, "of:"+r.name); return err == nil },
	}}, check: func(r *run) {
		o := must(r.w.base.Officer(r.ctx, "bao-"+r.name))(r.t)
		o.Disabled = true // of the next telling they hear nothing
		if err := r.w.base.ReplaceOfficer(r.ctx, &o); err != nil {
			r.t.Fatal(err)
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
