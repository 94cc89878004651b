package flow_test

import (
	"encoding/json"
	"errors"
	"testing"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/cases"
	"phatngon/internal/desk/chat"
	"phatngon/internal/desk/handover"
	"phatngon/internal/desk/policy"
	"phatngon/internal/desk/request"
	"phatngon/internal/desk/rights"
	"phatngon/internal/queue"
	"phatngon/internal/store"
	"phatngon/internal/zalo"
)

// kept plants one document of each class that the sweep follows, and says whether it is still
// there.
func kept(o *office) map[string]func() bool {
	o.t.Helper()
	now := o.clock.now()
	there := func(err error) bool {
		o.t.Helper()
		if err != nil && !errors.Is(err, desk.ErrNotFound) {
			o.t.Fatal(err)
		}
		return err == nil
	}
	plant := func(err error) {
		o.t.Helper()
		if err != nil {
			o.t.Fatal(err)
		}
	}
	plant(o.Store.SaveConversation(o.ctx, &chat.Conversation{ID: "oa:x", UpdatedAt: now}))
	_, err := o.Inbox.Put(o.ctx, queue.Item{ID: "old", Lane: "old", Kind: "old"})
	plant(err)
	o.quiet()
	plant(o.Store.InsertHandOver(o.ctx, &handover.HandOver{ID: "talk", State: handover.Ended, CreatedAt: now, ClosedAt: now, Lines: []handover.Line{{Text: "x"}}}))
	plant(o.Store.InsertHandOver(o.ctx, &handover.HandOver{ID: "grave", State: handover.Ended, Grave: true, CreatedAt: now.AddDate(1, 0, 0), ClosedAt: now, Lines: []handover.Line{{Text: "x"}}}))
	plant(o.Store.InsertClaim(o.ctx, &rights.Claim{ID: "DL-1", Source: "s", State: rights.Done, UpdatedAt: now}))
	plant(o.Store.InsertReminder(o.ctx, &store.Reminder{ID: "r", At: now}))
	a := store.Attachment{File: request.File{ID: "file"}, Undecided: true, CreatedAt: now}
	plant(o.Store.KeepAttachment(o.ctx, &a, []byte("x")))
	o.sim.Say("lan", hoax)
	o.quiet()
	o.follows("lan", hoax)
	day := time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, time.UTC)
	plant(o.Store.AddAsking(o.ctx, store.Asking{ID: "a", Statement: fever().Code, How: store.AskingPicked, Asker: "x", Text: "bao nhiêu ca?", Day: day}))
	return map[string]func() bool{
		policy.KeptChat:     func() bool { _, err := o.Store.Conversation(o.ctx, "oa:x"); return there(err) },
		policy.KeptMessages: func() bool { _, err := o.Inbox.Item(o.ctx, "old"); return there(err) },
		policy.KeptTalks:    func() bool { _, err := o.Store.HandOver(o.ctx, "talk"); return there(err) },
		policy.KeptDenunciations: func() bool {
			return len(must(o.Store.HandOver(o.ctx, "grave"))(o.t).Lines) > 0
		},
		policy.KeptClaims:    func() bool { _, err := o.Store.Claim(o.ctx, "DL-1"); return there(err) },
		policy.KeptReminders: func() bool { _, err := o.Store.Reminder(o.ctx, "r"); return there(err) },
		policy.KeptUploads:   func() bool { _, err := o.Store.Attachment(o.ctx, "file"); return there(err) },
		policy.KeptWishes: func() bool {
			found, err := o.Store.NewestWishes(o.ctx, cases.TraceLink, 10)
			plant(err)
			return len(found) > 0
		},
		policy.KeptAskings: func() bool {
			found, err := o.Store.AskingsOf(o.ctx, fever().Code)
			plant(err)
			return len(found) > 0
		},
	}
}

// Every class of the policy is swept when its own term ends, not before and not after.
func TestTheSweepFollowsThePolicyOfEachClass(t *testing.T) {
	o := newOffice(t, fever())
	var table map[string]any
	if err := json.Unmarshal(o.Rules.Book().Versions(policy.KindRetention)[0].Data, &table); err != nil {
		t.Fatal(err)
	}
	terms := map[string]time.Duration{}
	for i, c := range table["classes"].([]any) {
		class := c.(map[string]any)
		if class["days"].(float64) == 0 {
			continue // for good
		}
		class["days"] = 100 + 2*i // each another one than is shipped
		terms[class["code"].(string)] = time.Duration(100+2*i) * 24 * time.Hour
	}
	if err := o.Rules.Save(o.ctx, chief, string(policy.KindRetention), o.clock.now(), must(json.Marshal(table))(t)); err != nil {
		t.Fatal(err)
	}
	began := o.clock.now()
	all := kept(o)
	for class := range terms {
		if all[class] == nil {
			t.Errorf("nothing of the class %q was planted", class)
		}
	}
	for class, there := range all {
		if !there() {
			t.Errorf("nothing of %s is there at the beginning", class)
		}
	}
	const day = 24 * time.Hour
	for at := 99 * day; at < 121*day; at += day {
		o.clock.move(began.Add(at + 12*time.Hour).Sub(o.clock.now()))
		if err := o.Tidy(o.ctx); err != nil && !errors.Is(err, zalo.ErrConsentNeeded) { // the simulator's token is old by then
			t.Fatal(err)
		}
		for class, there := range all {
			switch age := o.clock.now().Sub(began); {
			case age < terms[class]-day && !there():
				t.Errorf("%s is gone after %d days; its term is %d", class, age/day, terms[class]/day)
			case age > terms[class]+day && there():
				t.Errorf("%s is there after %d days; its term is %d", class, age/day, terms[class]/day)
			}
		}
	}
}
