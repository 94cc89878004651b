package flow_test

import (
	"fmt"
	"strings"
	"time"

	"phatngon/internal/desk/effect"
	"phatngon/internal/zalo/zalotest"
)

// Somebody asks when no call is left for a minute: they are told of the wait once,
// before the answer or below it.
func storyOfAStorm() story {
	s := storyOfAsking()
	return story{name: "a question in a storm", storm: true, begin: s.begin, steps: s.steps, check: func(r *run) {
		told, waited := 0, r.replyWaited("312 ca")
		for _, m := range r.sim.Messages(r.name) {
			told += len(waitTold.FindAllString(m.Text, -1))
		}
		if told > 1 || told == 0 && waited > 30*time.Second {
			r.wrong("waited %v and was told of it %d times: %v", waited, told, texts(r.sim.Messages(r.name)))
		}
	}}
}

// replyWaited is how long a reply with these words stood in the outbox.
func (r *run) replyWaited(words string) time.Duration {
	var put, sent time.Time
	items, err := r.w.base.Queue("outbox").RecentItems(r.ctx, r.user(), 10)
	if err != nil {
		r.t.Fatal(err)
	}
	for _, i := range items {
		if strings.Contains(string(i.Body), words) {
			put = i.CreatedAt
		}
	}
	for _, m := range r.sim.Messages(r.name) {
		if m.From == zalotest.FromBot && strings.Contains(m.Text, words) {
			sent = m.At
		}
	}
	return sent.Sub(put)
}

// Three notices wait for one person: they are one message.
func storyOfNotices() story {
	notice := func(r *run, n int) string { return fmt.Sprintf("Tin số %d cho %s.", n, r.name) }
	cause := func(r *run, n int) string { return fmt.Sprintf("notice:%s/%d", r.name, n) }
	queued := func(r *run) bool {
		for n := range 3 {
			if _, err := r.w.base.Queue("outbox").Item(r.ctx, cause(r, n)+"/0/0"); err != nil {
				return false
			}
		}
		return true
	}
	return story{name: "three notices", hold: true, begin: func(r *run) {
		r.met()
		r.once = []string{notice(r, 0), notice(r, 1), notice(r, 2), "Tin 1/3"}
	}, steps: []step{{do: func(r *run) error {
		who := must(r.w.base.Requester(r.ctx, r.user()))(r.t)
		for n := range 3 {
			if err := r.Delivery.Notice(r.ctx, who, cause(r, n), effect.Message{Text: notice(r, n)}); err != nil {
				return err
			}
		}
		return nil
	}, done: queued}}, check: func(r *run) {
		var id string
		for _, m := range r.sim.Messages(r.name) {
			if m.From == zalotest.FromBot {
				id = m.ID
			}
		}
		for n := range 3 {
			if item := must(r.w.base.Queue("outbox").Item(r.ctx, cause(r, n)+"/0/0"))(r.t); item.State != "done" || item.Ref != id {
				r.wrong("notice %d is %s as message %q; want done as %q", n, item.State, item.Ref, id)
			}
		}
	}}
}
