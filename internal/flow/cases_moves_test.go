package flow_test

import (
	"bytes"
	"context"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"phatngon/internal/desk/cases"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/same/picture"
	"phatngon/internal/flow"
	flowcases "phatngon/internal/flow/cases"
	"phatngon/internal/store"
	"phatngon/internal/store/storetest"
	"phatngon/internal/zalo/zalotest"
)

const (
	linkOne = "https://www.facebook.com/mot/posts/1001"
	linkTwo = "https://www.facebook.com/hai/posts/2002"
	short   = "https://www.facebook.com/share/p/1AbCdEfGhi/"
)

// counter is an office with people who report without a chat, and how often each was told.
type counter struct {
	*office
	told map[string]int
}

func counters(t *testing.T, test func(t *testing.T, o *counter)) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		o := &counter{newOfficeOn(t, s, zalotest.Options{}, func(d *flow.Deps) { d.Fetch = pictures().fetch }), map[string]int{}}
		o.Cases.Notice = func(_ context.Context, who people.Requester, _ string, _ ...effect.Message) error {
			o.told[who.OAUserID]++
			return nil
		}
		test(t, o)
	})
}

// filed is the case that somebody's report came to.
func (o *counter) filed(name, text string, pictures ...string) string {
	o.t.Helper()
	who := people.Requester{ID: "oa:" + name, OAUserID: name, CreatedAt: o.clock.now()}
	if err := o.Store.InsertRequester(o.ctx, &who); err != nil {
		o.t.Fatal(err)
	}
	in := flowcases.Filing{Source: name, Channel: flowcases.ChannelChat, At: o.clock.now()}
	in.Text, in.Pictures, in.Category, in.Consent = text, pictures, "disaster", true
	return must(o.Cases.File(o.ctx, who, in))(o.t).Case
}

func (o *counter) reportsOf(code string) int {
	o.t.Helper()
	return len(must(o.Store.Case(o.ctx, code))(o.t).Reports)
}

// leads fails unless the case that somebody reported is this one now.
func (o *counter) leads(name, code string) {
	o.t.Helper()
	own := must(o.Cases.Own(o.ctx, "oa:"+name))(o.t)
	if len(own) != 1 || own[0].Code != code {
		o.t.Errorf("%s is led to %v, want %s", name, own, code)
	}
}

func (o *counter) step(code string, do func(flowcases.Ref) error) {
	o.t.Helper()
	o.clock.move(time.Minute)
	if err := do(o.caseAt(code)); err != nil {
		o.t.Fatal(err)
	}
}

func TestAReportThatIsSplitOffLeadsToItsOwnCaseUntilThatIsUndone(t *testing.T) {
	counters(t, func(t *testing.T, o *counter) {
		first := o.filed("hoa", linkOne)
		o.filed("lan", linkOne+" "+linkTwo)
		lan := must(o.Store.ReportsOf(o.ctx, "oa:lan", 1))(t)[0].ID
		var fresh string
		o.step(first, func(at flowcases.Ref) (err error) {
			fresh, err = o.Cases.Split(o.ctx, pressDesk, at, []string{lan}, "Bài khác.")
			return err
		})
		o.leads("lan", fresh)
		o.filed("mai", linkTwo) // only the split off showed it
		o.filed("tuan", linkOne)
		if o.reportsOf(first) != 2 || o.reportsOf(fresh) != 2 {
			t.Fatalf("%d and %d reports", o.reportsOf(first), o.reportsOf(fresh))
		}
		c := must(o.Store.Case(o.ctx, fresh))(t)
		o.step(fresh, func(at flowcases.Ref) error { // what came since goes first
			_, err := o.Cases.Unjoin(o.ctx, pressDesk, at, joinedOf(c), "Cũng bài khác.")
			return err
		})
		o.step(first, func(at flowcases.Ref) error { return o.Cases.Unsplit(o.ctx, pressDesk, at, fresh, "Nhầm.") })
		if o.reportsOf(first) != 3 || o.reportsOf(fresh) != 0 {
			t.Errorf("%d and %d reports after the undoing", o.reportsOf(first), o.reportsOf(fresh))
		}
		o.leads("lan", first)
		o.steps(first, o.classified, o.verified, o.drafted, o.concluded, o.labelled, o.madePublic)
		if diff := cmp.Diff(map[string]int{"hoa": 1, "lan": 1, "tuan": 1}, o.told); diff != "" {
			t.Errorf("who was told how often\n%s", diff)
		}
	})
}

// joinedOf is the report that joined a case last.
func joinedOf(c cases.Case) string {
	m := c.Moves[len(c.Moves)-1]
	return m.Reports[0]
}

func TestAMergeIsUndoneFromEitherCase(t *testing.T) {
	counters(t, func(t *testing.T, o *counter) {
		gone, whole := o.filed("hoa", linkOne), o.filed("lan", linkTwo)
		for _, from := range []string{gone, whole} {
			o.step(gone, func(at flowcases.Ref) error { return o.Cases.Merge(o.ctx, pressDesk, at, whole, "Cùng một tin.") })
			if o.reportsOf(whole) != 2 {
				t.Fatalf("%d reports", o.reportsOf(whole))
			}
			o.step(from, func(at flowcases.Ref) error { return o.Cases.Unmerge(o.ctx, pressDesk, at, gone, "Nhầm.") })
			c := must(o.Store.Case(o.ctx, gone))(t)
			if o.reportsOf(whole) != 1 || len(c.Reports) != 1 || c.Into != "" || c.State != cases.Received {
				t.Errorf("undone from %s: %d reports, and %+v", from, o.reportsOf(whole), c)
			}
			o.leads("hoa", gone)
		}
		stale := flowcases.Ref{Code: whole, Version: 1}
		if err := o.Cases.Unmerge(o.ctx, pressDesk, stale, gone, "Nhầm."); err == nil {
			t.Error("a form from before was taken")
		}
	})
}

func TestWhatAShortLinkLeadsToIsSaidAndTakenBack(t *testing.T) {
	counters(t, func(t *testing.T, o *counter) {
		code := o.filed("hoa", short)
		key := must(o.Store.ReportsOf(o.ctx, "oa:hoa", 1))(t)[0].Links[0].Key
		leadTo := func(address string) func(flowcases.Ref) error {
			return func(at flowcases.Ref) error {
				return o.Cases.LeadTo(o.ctx, pressDesk, at, key, address, "Đã mở trên máy riêng.")
			}
		}
		unlead := func(at flowcases.Ref) error { return o.Cases.Unlead(o.ctx, pressDesk, at, key, "Nhầm.") }
		o.step(code, leadTo(linkOne))
		o.filed("lan", "https://m.facebook.com/mot/posts/1001?fbclid=x")
		other := o.filed("mai", linkTwo)
		if o.reportsOf(code) != 2 || other == code {
			t.Fatalf("%d reports, and %s", o.reportsOf(code), other)
		}
		if leadTo(linkTwo)(o.caseAt(code)) == nil {
			t.Error("it leads to two addresses")
		}
		o.step(code, unlead)
		if o.filed("tuan", linkOne) != code {
			t.Error("a link that a report shows leads nowhere any more")
		}
		o.step(code, leadTo(linkTwo))
		found := must(o.Cases.Suggest(o.ctx, pressDesk, must(o.Store.Case(o.ctx, code))(t)))(t)
		if len(found) != 1 || found[0].Leads != linkTwo || found[0].Case.Code != other {
			t.Errorf("suggested: %+v", found)
		}
		o.step(code, unlead)
		const third = "https://www.facebook.com/ba/posts/3003"
		o.step(code, leadTo(third))
		o.step(code, unlead)
		if o.filed("binh", third) == code {
			t.Error("what was taken back still leads here")
		}
	})
}

func TestClosedContentIsShownToTheNamedAndEachLookIsLogged(t *testing.T) {
	counters(t, func(t *testing.T, o *counter) {
		code := o.filed("hoa", linkOne)
		o.step(code, func(at flowcases.Ref) error {
			return o.Cases.Classify(o.ctx, pressDesk, at, cases.Class{Severity: cases.Grave, Access: cases.Closed, Readers: []string{drafter.ID}}, cases.Competence{Unit: "TH-YT", Ground: cases.OfField, Why: "Lĩnh vực."})
		})
		for _, by := range []people.Officer{pressDesk, signer} {
			if _, err := o.Cases.Look(o.ctx, by, code, ""); err == nil {
				t.Errorf("%s looks", by.ID)
			}
		}
		before := o.caseAt(code)
		for range 2 {
			if _, err := o.Cases.Look(o.ctx, drafter, code, ""); err != nil {
				t.Fatal(err)
			}
		}
		if o.caseAt(code) != before {
			t.Error("a look voids the forms of others")
		}
		looks := 0
		for _, r := range must(o.Store.AuditOf(o.ctx, code, 50))(t) {
			if r.Action == "case.look" && r.Officer == drafter.ID {
				looks++
			}
		}
		if looks != 2 {
			t.Errorf("%d looks are logged", looks)
		}
	})
}

// nearly is a hash so like this one that an officer is shown both, and no more.
func nearly(t *testing.T, hash []byte) []byte {
	t.Helper()
	other := bytes.Clone(hash)
	for i := range other {
		for bit := range 8 {
			other[i] ^= 1 << bit
			if picture.Judge(hash, other) == picture.Suggested {
				return other
			}
		}
	}
	t.Fatal("no hash is nearly like this one")
	return nil
}

func TestPicturesThatAreNearlyAlikeAreSuggestedSideBySide(t *testing.T) {
	counters(t, func(t *testing.T, o *counter) {
		code := o.filed("hoa", linkOne, "http://f6.photo.talk.zdn.vn/dap.jpg")
		mine := must(o.Store.ReportsOf(o.ctx, "oa:hoa", 1))(t)[0].Pictures[0]
		other := o.filed("lan", linkTwo)
		lan := must(o.Store.ReportsOf(o.ctx, "oa:lan", 1))(t)[0]
		hash := nearly(t, must(o.Store.Evidence(o.ctx, mine))(t).Hash)
		like := cases.Evidence{ID: "BT-like-1", Report: "BT-like", ReceivedAt: o.clock.now(), Hash: hash}
		if err := o.Store.KeepEvidence(o.ctx, &like, []byte("một ảnh gần giống")); err != nil {
			t.Fatal(err)
		}
		r := cases.Report{ID: "BT-like", Source: "like", Case: other, Pictures: []string{like.ID}, Category: lan.Category, CreatedAt: o.clock.now()}
		if err := o.Store.InsertReport(o.ctx, &r); err != nil {
			t.Fatal(err)
		}
		if _, err := o.Store.ClaimTrace(o.ctx, cases.Trace{ID: "picture:like", Kind: cases.TracePicture, Case: other, Print: hash, At: o.clock.now()}); err != nil {
			t.Fatal(err)
		}
		c := must(o.Store.Case(o.ctx, other))(t)
		c.Reports = append(c.Reports, r.ID)
		if err := o.Store.ReplaceCase(o.ctx, &c); err != nil {
			t.Fatal(err)
		}
		found := must(o.Cases.Suggest(o.ctx, pressDesk, must(o.Store.Case(o.ctx, code))(t)))(t)
		if len(found) != 1 || found[0].Case.Code != other || found[0].Picture != mine || found[0].Like != like.ID || !found[0].Readable {
			t.Errorf("suggested: %+v", found)
		}
		stranger := people.Officer{ID: "la", Role: people.RoleOperator, Unit: "TH-GDDT"}
		if found := must(o.Cases.Suggest(o.ctx, stranger, must(o.Store.Case(o.ctx, code))(t)))(t); len(found) != 1 || found[0].Readable || found[0].Like != "" || found[0].Theirs.ID != "" {
			t.Errorf("who may not see the other case is shown %+v", found)
		}
	})
}
