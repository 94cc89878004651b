package flow_test

import (
	"flag"
	"testing"

	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/policy"
	"phatngon/internal/desk/publication"
	"phatngon/internal/desk/request"
	"phatngon/internal/store"
	"phatngon/internal/store/storetest"
	"phatngon/knowledge/statement"
)

// Whatever write of a story a process dies at, before or after it was done, everything is
// as if it had not: audited, sent, told and indexed once, in the words that were approved.
func TestFaultsAtEveryWriteOnSQLite(t *testing.T) {
	for _, s := range stories() {
		t.Run(s.name, func(t *testing.T) {
			t.Parallel()
			survives(t, func(t *testing.T) *store.Store { return storetest.Embedded(t, t.TempDir()) }, s, sparseOf(s))
		})
	}
}

// sparseOf is how many writes of a story lie between two that fail.
func sparseOf(s story) int {
	if *thorough || s.every == 0 {
		return 1
	}
	return s.every
}

// thorough is for `make test-thorough`: the stand-in of MongoDB is slow.
var thorough = flag.Bool("thorough", false, "on MongoDB too, a fault at every write and all steps of the model")

// Unless thorough, each story has every 41st of its writes fail, from the first one on.
func TestFaultsAtManyWritesOnMongoDB(t *testing.T) {
	sparse := 41
	if *thorough {
		sparse = 1
	}
	for _, s := range stories() {
		t.Run(s.name, func(t *testing.T) {
			t.Parallel()
			survives(t, func(t *testing.T) *store.Store { return storetest.Mongo(t) }, s, sparse)
		})
	}
}

func survives(t *testing.T, open func(*testing.T) *store.Store, s story, sparse int) {
	runs, problems := everyFault(t, open, s, sparse, nil)
	for _, p := range problems {
		t.Error(p)
	}
	t.Logf("%s: %d runs", s.name, runs)
}

func stories() []story {
	return []story{
		storyOfAsking(), storyOfAVerdict(), storyOfFiling(), storyOfAFile(), storyOfAFollower(), storyOfAnAnswer(), storyOfASecondWording(), storyOfARefusal(), storyOfAPublication(),
		storyOfACorrection(), storyOfAWithdrawal(), storyOfASuccessor(), storyOfAHandOver(), storyOfAnErasure(), storyOfAClaim(), storyOfALink(), storyOfAnOfficersNotice(), storyOfTheApp(),
		storyOfAStorm(), storyOfNotices(), storyOfAReport(), storyOfMore(), storyOfAWishInTheApp(), storyOfAConclusion(), storyOfASplit(),
	}
}

func filedBefore(r *run) { r.asks(r.met()) }

func assigned() step {
	return step{
		do:   func(r *run) error { return r.Requests.Assign(r.ctx, drafter, r.at(r.request)) },
		done: func(r *run) bool { return r.part().State != request.Received },
	}
}

func drafted(n int) step {
	return step{
		do: func(r *run) error {
			return r.Requests.SaveDraft(r.ctx, drafter, r.at(r.request), request.Reply{Text: r.text(n)})
		},
		done: func(r *run) bool { d := r.part().Draft; return d != nil && d.Text == r.text(n) },
	}
}

func approved(n int) step {
	return step{
		do: func(r *run) error {
			return r.Requests.Approve(r.ctx, signer, r.at(r.request), r.part().Draft.Revision)
		},
		done: func(r *run) bool { a := r.part().Approval; return a != nil && a.Text == r.text(n) },
	}
}

func published(i int) step {
	return step{
		do: func(r *run) error {
			s := r.statement(i)
			return r.Statements.Publish(r.ctx, signer, s.Code, s.Version)
		},
		done: func(r *run) bool {
			s := r.statement(i)
			return s.Status == statement.StatusPublished && s.Proposal == nil
		},
	}
}

func storyOfAnAnswer() story {
	return story{name: "an answer", begin: func(r *run) {
		filedBefore(r)
		r.once = []string{r.text(1)}
	}, steps: []step{assigned(), drafted(1), approved(1)}, check: func(*run) {}}
}

func storyOfASecondWording() story {
	return story{name: "a second wording", hold: true, begin: func(r *run) {
		who := r.met()
		who.AppUserID = "" // else the answer counts as read in the Mini App at once
		if err := r.w.base.ReplaceRequester(r.ctx, &who); err != nil {
			r.t.Fatal(err)
		}
		r.asks(who)
		r.once, r.never = []string{r.text(2)}, []string{r.text(1)}
	}, steps: []step{assigned(), drafted(1), approved(1), drafted(2), approved(2)}, check: func(*run) {}}
}

// denied drafts a refusal, once so many were taken back.
func denied(after int) step {
	return step{
		do: func(r *run) error {
			q := must(r.w.base.Request(r.ctx, r.request))(r.t)
			no := request.Reply{Outcome: request.Denied, Ground: policy.Grounds(q.RequesterKind)[0].Code, Text: "Đây là bí mật nhà nước của " + r.name}
			return r.Requests.SaveDraft(r.ctx, drafter, r.at(r.request), no)
		},
		done: func(r *run) bool { return r.part().Draft != nil && takenBack(r) == after },
	}
}

// takenBack counts how often a draft was taken back.
func takenBack(r *run) (n int) {
	for _, s := range r.part().Steps {
		if s.Action == request.ActTakeBack {
			n++
		}
	}
	return n
}

func storyOfARefusal() story {
	return story{name: "a refusal", begin: func(r *run) {
		filedBefore(r)
		r.once = []string{"bí mật nhà nước của " + r.name}
	}, steps: []step{assigned(), denied(0), {
		do:   func(r *run) error { return r.Requests.TakeBack(r.ctx, drafter, r.at(r.request)) },
		done: func(r *run) bool { return takenBack(r) > 0 },
	}, denied(1), {
		do:   func(r *run) error { return r.Requests.Approve(r.ctx, signer, r.at(r.request), 1) },
		done: func(r *run) bool { return r.part().Refusal != nil },
	}}, check: func(*run) {}}
}

func storyOfAPublication() story {
	return story{name: "a publication", begin: func(r *run) {
		filedBefore(r)
		r.answered(r.request, r.text(1))
		r.once = []string{r.text(1)}
		r.told = []effect.Told{{Statement: publication.CodeOfAnswer(r.request, 0), Version: 2}}
	}, steps: publicationSteps(), check: func(r *run) {
		if p := r.part(); p.Statement != r.statements[0] {
			r.wrong("the part names %q as its statement", p.Statement)
		}
	}}
}

func publicationSteps() []step {
	return []step{{
		do: func(r *run) error {
			at := r.at(r.request)
			in := publication.Publication{Title: "Lịch xe khám của nhà " + r.name, Audience: statement.AudiencePublic}
			_, err := r.Statements.PublishAnswer(r.ctx, drafter, at.Code, at.Part, at.Version, in)
			r.statements = []string{publication.CodeOfAnswer(r.request, 0)}
			return err
		},
		done: func(r *run) bool {
			_, err := r.w.base.Statement(r.ctx, publication.CodeOfAnswer(r.request, 0))
			return err == nil
		},
	}, published(0)}
}

func storyOfACorrection() story {
	return story{name: "a correction", begin: func(r *run) {
		r.said()
		r.once, r.never = []string{"đã được sửa"}, []string{r.text(1) + "\n"}
	}, steps: []step{{
		do: func(r *run) error {
			s := r.statement(0)
			s.Body = r.text(2)
			_, err := r.Statements.Save(r.ctx, drafter, s)
			return err
		},
		done: func(r *run) bool { return r.statement(0).Proposal != nil },
	}, published(0)}, check: func(r *run) {
		if s := r.statement(0); s.Body != r.text(2) {
			r.wrong("in force: %q", s.Body)
		}
	}}
}

func storyOfAWithdrawal() story {
	return story{name: "a withdrawal", begin: func(r *run) {
		r.said()
		r.once = []string{"đã được thu hồi"}
	}, steps: []step{{
		do: func(r *run) error {
			return r.Statements.Withdraw(r.ctx, signer, r.statements[0], r.statement(0).Version, "Số liệu cần rà soát")
		},
		done: func(r *run) bool { return r.statement(0).Status == statement.StatusWithdrawn },
	}}, check: func(*run) {}}
}

func storyOfASuccessor() story {
	return story{name: "a successor", begin: func(r *run) {
		r.said()
		s := statementOf("PN-MOI-"+r.name, "Lịch khám mới nhà "+r.name, r.text(3))
		s.Supersedes = []string{r.statements[0]}
		r.statements = append(r.statements, must(r.Statements.Save(r.ctx, drafter, s))(r.t).Code)
		r.once = []string{"thay thế"}
	}, steps: []step{published(1)}, check: func(r *run) {
		if s := r.statement(0); s.Status != statement.StatusSuperseded || s.SupersededBy != r.statements[1] {
			r.wrong("the old one is %s by %q", s.Status, s.SupersededBy)
		}
	}}
}
