package flow_test

import (
	"maps"
	"strings"

	"phatngon/internal/desk/delivery"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/request"
	"phatngon/internal/flow/index"
	"phatngon/internal/zalo/zalotest"
	"phatngon/knowledge/answer"
	"phatngon/knowledge/statement"
)

// check is what holds after every story, whatever befell the program.
func (r *run) check() {
	r.checkWords()
	r.checkLedger()
	if r.request != "" {
		r.checkRequest()
	}
	fresh := r.loaded()
	for _, code := range r.statements {
		r.checkStatement(code, fresh)
	}
	left, err := r.w.base.Outstanding(r.ctx, 10)
	if err != nil || len(left) > 0 {
		r.wrong("left to do: %+v, %v", left, err)
	}
	if _, err := r.w.base.VerifyAudit(r.ctx); err != nil {
		r.wrong("audit: %v", err)
	}
	for _, q := range []string{"inbox", "outbox"} {
		items, _, err := r.w.base.Queue(q).ItemsIn(r.ctx, "aside", "", 10)
		if err != nil || len(items) > 0 {
			r.wrong("set aside: %+v, %v", items, err)
		}
	}
}

// checkWords: nothing is said twice, and what is to be said is.
func (r *run) checkWords() {
	heard := map[string]int{}
	all := r.sim.Messages(r.name)
	for _, m := range all {
		if m.From == zalotest.FromBot {
			heard[m.Text]++
		}
	}
	for text, n := range heard {
		if n > 1 {
			r.wrong("said %d times: %q", n, text)
		}
	}
	for _, text := range r.once {
		if n := countOf(all, text); n != 1 {
			r.wrong("%q was said %d times; want once; the chat: %v", text, n, texts(all))
		}
	}
	for _, text := range r.never {
		if n := countOf(all, text); n != 0 {
			r.wrong("%q was said though it was not approved", text)
		}
	}
}

// checkLedger: it holds what the person was told, each once.
func (r *run) checkLedger() {
	entries, err := r.w.base.LedgerOfRequester(r.ctx, r.user(), 100)
	if err != nil {
		r.wrong("ledger: %v", err)
	}
	want, got := map[effect.Told]int{}, map[effect.Told]int{}
	for _, t := range r.told {
		want[t]++
	}
	for _, e := range entries {
		got[effect.Told{Statement: e.Statement, Version: e.StatementVersion}]++
	}
	if !maps.Equal(got, want) {
		r.wrong("ledger %v; want %v", got, want)
	}
}

// checkRequest: every step has one line in the audit chain, and a decision that stands
// one delivery, which reached the person.
func (r *run) checkRequest() {
	life, want := request.Life(), map[string]int{"request.file": 1}
	p := r.part()
	for _, s := range p.Steps {
		if row, ok := life.Find(s.Action); ok {
			want[row.Audit]++
		}
	}
	if got := r.audited(r.request); !maps.Equal(got, want) {
		r.wrong("audit of the request: %v; want %v", got, want)
	}
	all, err := r.w.base.DeliveriesOf(r.ctx, r.request)
	if err != nil {
		r.wrong("deliveries: %v", err)
	}
	reached := map[int]int{}
	for _, d := range all {
		if d.State.Reached() {
			reached[d.Revision]++
		} else if d.State != delivery.Void {
			r.wrong("a delivery of revision %d is %s", d.Revision, d.State)
		}
	}
	switch {
	case p.Approval != nil && (p.State != request.Sent || reached[p.Approval.Revision] != 1 || len(reached) != 1):
		r.wrong("approved revision %d, part %s, reached %v", p.Approval.Revision, p.State, reached)
	case p.Refusal != nil && (p.State != request.Refused || reached[0] != 1):
		r.wrong("refused, part %s, reached %v", p.State, reached)
	}
}

// checkStatement: each version has one line in the audit chain, and both the index of
// this process and one built anew quote what is in force.
func (r *run) checkStatement(code string, fresh *answer.Base) {
	s, err := r.w.base.Statement(r.ctx, code)
	if err != nil {
		r.wrong("statement %s: %v", code, err)
		return
	}
	lines := 0
	for _, n := range r.audited(code) {
		lines += n
	}
	if int64(lines) != s.Version {
		r.wrong("%s has %d lines in the audit for %d versions: %v", code, lines, s.Version, r.audited(code))
	}
	for name, base := range map[string]*answer.Base{"running": r.Base, "built anew": fresh} {
		a := base.AskAbout(code, answer.Question{Text: s.Title, Audience: statement.AudiencePublic, Now: r.clock.now()})
		inForce := s.Status == statement.StatusPublished
		if (len(a.Quotes) > 0) != inForce {
			r.wrong("the %s index quotes %d times from %s, which is %s", name, len(a.Quotes), code, s.Status)
		}
		for _, q := range a.Quotes {
			if q.Version != s.Version || !strings.Contains(s.Body, q.Quote) {
				r.wrong("the %s index quotes version %d of %s: %q; in force is %d: %q", name, q.Version, code, q.Quote, s.Version, s.Body)
			}
		}
	}
}

// loaded is an index built anew from the store.
func (r *run) loaded() *answer.Base {
	x := &index.Index{Store: r.w.base, Now: r.clock.now, Log: r.w.logger,
		Base: answer.NewBase(answer.Options{UnitName: r.Units.Name, Places: r.Units.PlacesNamed, PlacesToday: r.Units.PlacesToday})}
	if err := x.Load(r.ctx); err != nil {
		r.wrong("load the index: %v", err)
	}
	return x.Base
}

// audited counts the lines about a subject by action.
func (r *run) audited(subject string) map[string]int {
	records, err := r.w.base.AuditOf(r.ctx, subject, 100)
	if err != nil {
		r.wrong("audit of %s: %v", subject, err)
	}
	got := map[string]int{}
	for _, a := range records {
		got[a.Action]++
	}
	return got
}
