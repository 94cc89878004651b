package flow_test

import (
	"errors"
	"fmt"
	"maps"
	"time"

	"phatngon/internal/desk/cases"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
	flowcases "phatngon/internal/flow/cases"
)

// linkOf is a link that only this run's rumour has.
func (r *run) linkOf() string { return "https://www.facebook.com/" + r.name + "/posts/1001" }

// reported is the case that the run's person reported.
func (r *run) reported() (cases.Case, error) {
	all, err := r.w.base.ReportsOf(r.ctx, r.user(), 5)
	if err != nil || len(all) != 1 {
		return cases.Case{}, errors.Join(errors.New("not one report"), err)
	}
	return r.w.base.Case(r.ctx, all[0].Case)
}

// checkCase: one report is in it, its receipt was said once, and each step has one line in
// the audit chain.
func (r *run) checkCase() {
	c, err := r.reported()
	if err != nil || len(c.Reports) != 1 {
		r.wrong("case %s has the reports %v, %v; the chat: %v", c.Code, c.Reports, err, texts(r.sim.Messages(r.name)))
		return
	}
	if n := countOf(r.sim.Messages(r.name), "Đã tiếp nhận báo tin "+c.Code); n != 1 {
		r.wrong("%d receipts of %s", n, c.Code)
	}
	want := map[string]int{"case.file": 1}
	for _, s := range c.Steps {
		if row, ok := cases.Life().Find(s.Action); ok {
			want[row.Audit]++
		}
	}
	if got := r.audited(c.Code); !maps.Equal(got, want) {
		r.wrong("audit of the case: %v; want %v", got, want)
	}
}

func reportSteps() []step {
	return []step{says(func(r *run) string { return r.linkOf() }), taps("Báo tin giả"), says(func(*run) string { return "4" }), taps("Gửi, báo kết quả")}
}

func storyOfAReport() story {
	return story{name: "a report of false content", begin: func(*run) {}, steps: reportSteps(), check: func(r *run) { r.checkCase() }}
}

// storyOfMore adds in the chat to what was reported there.
func storyOfMore() story {
	more := []step{taps("Gửi thêm cho báo tin"), says(func(r *run) string { return "Họ đăng lại ở nhóm " + r.name }), taps("Gửi vào báo tin")}
	return story{name: "more of a report", every: 5, begin: func(*run) {}, steps: append(reportSteps(), more...), check: func(r *run) {
		all, err := r.w.base.ReportsOf(r.ctx, r.user(), 5)
		if err != nil || len(all) != 2 || all[0].Case != all[1].Case || all[0].Adds != all[1].ID {
			r.wrong("reports %+v, %v; the chat: %v", all, err, texts(r.sim.Messages(r.name)))
			return
		}
		if c, err := r.w.base.Case(r.ctx, all[0].Case); err != nil || len(c.Reports) != 2 {
			r.wrong("the case has the reports %v, %v", c.Reports, err)
		}
		r.once = append(r.once, "Đã ghép nội dung gửi thêm vào báo tin "+all[0].Case)
		r.checkWords()
	}}
}

// storyOfAWishInTheApp wishes in the app to hear of a case that is public by then.
func storyOfAWishInTheApp() story {
	wish := step{
		do: func(r *run) error {
			who, err := r.Store.Requester(r.ctx, r.user())
			if err == nil {
				_, err = r.Cases.FollowInApp(r.ctx, who, effect.Wish{Case: r.filed})
			}
			return err
		},
		done: func(r *run) bool { return countOf(r.sim.Messages(r.name), "Tin về nhà "+r.name) == 1 },
	}
	return story{name: "a wish in the app", begin: func(r *run) {
		r.met()
		in := flowcases.Filing{Report: effect.Report{Text: r.linkOf(), Category: "other"}, Source: "setup:" + r.name, Channel: flowcases.ChannelMiniApp, At: r.clock.now()}
		r.filed = must(r.Cases.File(r.ctx, people.Requester{ID: "app:" + r.name}, in))(r.t).Case
		r.w.settle(r.process)
		r.clock.move(time.Minute)
		for _, do := range []func(flowcases.Ref) error{r.classified, r.verified, r.draftedOf, r.concluded, r.labelled, r.madePublic} {
			c := must(r.w.base.Case(r.ctx, r.filed))(r.t)
			if err := do(flowcases.Ref{Code: c.Code, Version: c.Version}); err != nil {
				r.t.Fatal(err)
			}
		}
	}, steps: []step{wish}, check: func(r *run) {
		r.once = append(r.once, "Tin về nhà "+r.name)
		r.checkWords()
		found, _, err := r.w.base.WishesAbout(r.ctx, cases.OfCase(r.filed), "", 5)
		if err != nil || len(found) != 1 {
			r.wrong("%d wishes, %v", len(found), err)
		}
	}}
}

// draftedOf drafts the conclusion of a run's case.
func (r *run) draftedOf(at flowcases.Ref) error {
	return r.Cases.SaveDraft(r.ctx, drafter, at, cases.Finding{Outcome: cases.IsFalse, Claim: "Tin về nhà " + r.name, Text: r.text(1)})
}

// caseStep is a step of an officer; to is where it leads.
func caseStep(to cases.State, do func(*run, flowcases.Ref) error) step {
	return step{
		do: func(r *run) error {
			c, err := r.reported()
			if err != nil {
				return err
			}
			return do(r, flowcases.Ref{Code: c.Code, Version: c.Version})
		},
		done: func(r *run) bool {
			c, err := r.reported()
			return err == nil && c.State == to
		},
	}
}

func storyOfAConclusion() story {
	steps := []step{
		caseStep(cases.Classified, func(r *run, at flowcases.Ref) error { return r.classified(at) }),
		caseStep(cases.Verifying, func(r *run, at flowcases.Ref) error { return r.verified(at) }),
		caseStep(cases.Drafted, func(r *run, at flowcases.Ref) error { return r.draftedOf(at) }),
		caseStep(cases.Concluded, func(r *run, at flowcases.Ref) error { return r.concluded(at) }),
		caseStep(cases.Labelled, func(r *run, at flowcases.Ref) error { return r.labelled(at) }),
		caseStep(cases.Published, func(r *run, at flowcases.Ref) error { return r.madePublic(at) }),
	}
	return story{name: "a conclusion", begin: func(r *run) {
		who := r.met()
		in := flowcases.Filing{Source: "setup:" + r.name, Channel: flowcases.ChannelChat, At: r.clock.now()}
		in.Report = effect.Report{Text: r.linkOf(), Category: "disaster", Consent: true}
		filed := must(r.Cases.File(r.ctx, who, in))(r.t)
		r.clock.move(1e9)
		r.statements = []string{"KL-" + filed.Case}
		r.once = []string{r.text(1)}
	}, steps: steps, check: func(r *run) {
		c, err := r.reported()
		if err != nil || c.State != cases.Published {
			r.wrong("the case is %s, %v", c.State, err)
		}
	}}
}

// splitOff is the case of the run's first report, and the case that its second one was
// split off into, "" before.
func (r *run) splitOff() (c cases.Case, made string, undone bool, err error) {
	c, err = r.w.base.Case(r.ctx, r.filed)
	for _, m := range c.Moves {
		if m.Kind == cases.SplitOff {
			made, undone = m.Other, m.Undone != nil
		}
	}
	return c, made, undone, err
}

func storyOfASplit() story {
	split := step{
		do: func(r *run) error {
			c, _, _, err := r.splitOff()
			if err != nil {
				return err
			}
			_, err = r.Cases.Split(r.ctx, pressDesk, flowcases.Ref{Code: c.Code, Version: c.Version}, c.Reports[1:], "Bài khác.")
			return err
		},
		done: func(r *run) bool { _, made, _, err := r.splitOff(); return err == nil && made != "" },
	}
	unsplit := step{
		do: func(r *run) error {
			c, made, _, err := r.splitOff()
			if err != nil {
				return err
			}
			return r.Cases.Unsplit(r.ctx, pressDesk, flowcases.Ref{Code: c.Code, Version: c.Version}, made, "Nhầm.")
		},
		done: func(r *run) bool { _, _, undone, err := r.splitOff(); return err == nil && undone },
	}
	return story{name: "a split and its undoing", every: 5, begin: func(r *run) {
		who := r.met()
		for i := range 2 {
			in := flowcases.Filing{Source: fmt.Sprint("setup:", r.name, i), Channel: flowcases.ChannelChat, At: r.clock.now()}
			in.Report = effect.Report{Text: fmt.Sprintf("%s https://www.facebook.com/%s/posts/200%d", r.linkOf(), r.name, i), Category: "disaster", Consent: true}
			r.filed = must(r.Cases.File(r.ctx, who, in))(r.t).Case
		}
	}, steps: []step{split, unsplit}, check: func(r *run) {
		c, made, undone, err := r.splitOff()
		gone, errGone := r.w.base.Case(r.ctx, made)
		if err != nil || errGone != nil || !undone || len(c.Reports) != 2 || len(gone.Reports) != 0 || gone.Into != c.Code {
			r.wrong("the case has %v, what was split off %+v; %v, %v", c.Reports, gone, err, errGone)
			return
		}
		for _, id := range c.Reports {
			if report, err := r.w.base.Report(r.ctx, id); err != nil || report.Case != c.Code {
				r.wrong("a report leads to %s, %v", report.Case, err)
			}
		}
	}}
}
