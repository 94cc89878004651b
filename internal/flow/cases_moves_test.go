package flow_test

import (
	"testing"

	"phatngon/internal/desk/cases"
	"phatngon/internal/desk/people"
	flowcases "phatngon/internal/flow/cases"
)

const (
	linkOne = "https://www.facebook.com/mot/posts/1001"
	linkTwo = "https://www.facebook.com/hai/posts/2002"
	short   = "https://www.facebook.com/share/p/1AbCdEfGhi/"
)

func (o *office) reportsOf(code string) int {
	o.t.Helper()
	return len(must(o.Store.Case(o.ctx, code))(o.t).Reports)
}

// asks is what a persona hears of the case that they reported.
func (o *office) asksFor(persona, code, want string) {
	o.t.Helper()
	o.sim.Say(persona, code)
	o.hears(persona, "Vụ việc "+want)
}

func TestAReportThatIsSplitOffLeadsToItsOwnCaseUntilThatIsUndone(t *testing.T) {
	newsroom(t, func(t *testing.T, o *office, _ *album) {
		o.reports("hoa", "4", "1", o.says("hoa", linkOne))
		o.reports("lan", "4", "1", o.says("lan", linkOne+" "+linkTwo))
		first := o.theCase()
		lan := first.Reports[0]
		if must(o.Store.Report(o.ctx, lan))(t).Text == linkOne {
			lan = first.Reports[1]
		}
		var fresh string
		o.steps(first.Code, func(at flowcases.Ref) (err error) {
			fresh, err = o.Cases.Split(o.ctx, pressDesk, at, []string{lan}, "Bài khác.")
			return err
		})
		o.asksFor("lan", fresh, fresh)
		o.reports("mai", "4", "1", o.says("mai", linkTwo)) // only the split off showed it
		o.reports("tuan", "4", "1", o.says("tuan", linkOne))
		if o.reportsOf(first.Code) != 2 || o.reportsOf(fresh) != 2 {
			t.Fatalf("%d and %d reports", o.reportsOf(first.Code), o.reportsOf(fresh))
		}
		c := must(o.Store.Case(o.ctx, fresh))(t)
		o.steps(fresh, func(at flowcases.Ref) error { // what came since goes first
			_, err := o.Cases.Unjoin(o.ctx, pressDesk, at, joinedOf(c), "Cũng bài khác.")
			return err
		})
		o.steps(first.Code, func(at flowcases.Ref) error { return o.Cases.Unsplit(o.ctx, pressDesk, at, fresh, "Nhầm.") })
		if o.reportsOf(first.Code) != 3 || o.reportsOf(fresh) != 0 {
			t.Errorf("%d and %d reports after the undoing", o.reportsOf(first.Code), o.reportsOf(fresh))
		}
		o.asksFor("lan", fresh, first.Code)
		o.steps(first.Code, o.classified, o.verified, o.drafted, o.concluded, o.labelled, o.madePublic)
		for _, persona := range []string{"hoa", "lan", "tuan"} {
			if n := countOf(o.sim.Messages(persona), truth); n != 1 {
				t.Errorf("%s heard it %d times", persona, n)
			}
		}
		if n := countOf(o.sim.Messages("mai"), truth); n != 0 {
			t.Errorf("whose report was taken out heard it %d times", n)
		}
	})
}

// joinedOf is the report that joined a case last.
func joinedOf(c cases.Case) string {
	m := c.Moves[len(c.Moves)-1]
	return m.Reports[0]
}

func TestAMergeIsUndoneFromEitherCase(t *testing.T) {
	newsroom(t, func(t *testing.T, o *office, _ *album) {
		o.reports("hoa", "4", "1", o.says("hoa", linkOne))
		o.reports("lan", "4", "1", o.says("lan", linkTwo))
		const gone, whole = "TG-2026-00001", "TG-2026-00002"
		for _, from := range []string{gone, whole} {
			o.steps(gone, func(at flowcases.Ref) error { return o.Cases.Merge(o.ctx, pressDesk, at, whole, "Cùng một tin.") })
			if o.reportsOf(whole) != 2 {
				t.Fatalf("%d reports", o.reportsOf(whole))
			}
			o.steps(from, func(at flowcases.Ref) error { return o.Cases.Unmerge(o.ctx, pressDesk, at, gone, "Nhầm.") })
			c := must(o.Store.Case(o.ctx, gone))(t)
			if o.reportsOf(whole) != 1 || len(c.Reports) != 1 || c.Into != "" || c.State != cases.Received {
				t.Errorf("undone from %s: %d reports, and %+v", from, o.reportsOf(whole), c)
			}
			o.asksFor("hoa", gone, gone)
		}
		stale := flowcases.Ref{Code: whole, Version: 1}
		if err := o.Cases.Unmerge(o.ctx, pressDesk, stale, gone, "Nhầm."); err == nil {
			t.Error("a form from before was taken")
		}
	})
}

func TestWhatAShortLinkLeadsToIsSaidAndTakenBack(t *testing.T) {
	newsroom(t, func(t *testing.T, o *office, _ *album) {
		o.reports("hoa", "4", "1", o.says("hoa", short))
		c := o.theCase()
		key := must(o.Store.Report(o.ctx, c.Reports[0]))(t).Links[0]
		if !key.Opaque {
			t.Fatalf("%+v is no short link", key)
		}
		o.steps(c.Code, func(at flowcases.Ref) error {
			return o.Cases.LeadTo(o.ctx, pressDesk, at, key.Key, linkOne, "Đã mở trên máy riêng.")
		})
		o.reports("lan", "4", "1", o.says("lan", "https://m.facebook.com/mot/posts/1001?fbclid=x"))
		if o.reportsOf(c.Code) != 2 {
			t.Fatalf("%d reports", o.reportsOf(c.Code))
		}
		if err := o.Cases.LeadTo(o.ctx, pressDesk, o.caseAt(c.Code), key.Key, linkTwo, "Lại mở."); err == nil {
			t.Error("it leads to two addresses")
		}
		o.reports("mai", "4", "1", o.says("mai", linkTwo)) // a case of its own
		unlead := func(at flowcases.Ref) error { return o.Cases.Unlead(o.ctx, pressDesk, at, key.Key, "Nhầm.") }
		o.steps(c.Code, unlead)
		if _, err := o.Store.Trace(o.ctx, "link:"+must(o.Store.Report(o.ctx, joinedOf(must(o.Store.Case(o.ctx, c.Code))(t))))(t).Links[0].Key); err != nil {
			t.Error("a link that a report shows leads nowhere any more")
		}
		o.steps(c.Code, func(at flowcases.Ref) error { return o.Cases.LeadTo(o.ctx, pressDesk, at, key.Key, linkTwo, "Lại mở.") })
		found := must(o.Cases.Suggest(o.ctx, pressDesk, must(o.Store.Case(o.ctx, c.Code))(t)))(t)
		if len(found) != 1 || found[0].Leads != linkTwo {
			t.Errorf("suggested: %+v", found)
		}
		o.steps(c.Code, unlead)
	})
}

func TestClosedContentIsShownToTheNamedAndEachLookIsLogged(t *testing.T) {
	newsroom(t, func(t *testing.T, o *office, _ *album) {
		o.reports("hoa", "4", "1", o.says("hoa", linkOne))
		c := o.theCase()
		o.steps(c.Code, func(at flowcases.Ref) error {
			return o.Cases.Classify(o.ctx, pressDesk, at, cases.Class{Severity: cases.Grave, Access: cases.Closed, Readers: []string{drafter.ID}}, cases.Competence{Unit: "TH-YT", Ground: cases.OfField, Why: "Lĩnh vực."})
		})
		for _, by := range []people.Officer{pressDesk, signer} {
			if _, err := o.Cases.Look(o.ctx, by, c.Code, ""); err == nil {
				t.Errorf("%s looks", by.ID)
			}
		}
		before := o.caseAt(c.Code)
		for range 2 {
			if _, err := o.Cases.Look(o.ctx, drafter, c.Code, ""); err != nil {
				t.Fatal(err)
			}
		}
		if o.caseAt(c.Code) != before {
			t.Error("a look voids the forms of others")
		}
		looks := 0
		for _, r := range must(o.Store.AuditOf(o.ctx, c.Code, 50))(t) {
			if r.Action == "case.look" && r.Officer == drafter.ID {
				looks++
			}
		}
		if looks != 2 {
			t.Errorf("%d looks are logged", looks)
		}
	})
}
