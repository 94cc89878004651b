package flow_test

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

var waitTold = regexp.MustCompile(`dự kiến được gửi sau khoảng (\d+) phút|phải chờ khoảng (\d+) (phút|giờ) mới gửi được`)

// toldOnce checks that everybody whose answer took over 30 seconds was told once, and
// nobody else: before it, in time and truly, or below it. It returns how many of each.
func (o *office) toldOnce(n int) (early, below int) {
	o.t.Helper()
	for i := range n {
		e, b := o.told(fmt.Sprintf("p%d", i))
		early, below = early+e, below+b
	}
	return early, below
}

// inTurn checks that nobody was answered over a second before somebody who wrote in an
// earlier second.
func (o *office) inTurn(n int) {
	o.t.Helper()
	type turn struct{ wrote, answered time.Time }
	var before, now turn // the last answer to who wrote before this second, and up to it
	for i := range n {
		all := o.sim.Messages(fmt.Sprintf("p%d", i))
		if all[0].At.After(now.wrote) {
			before, now.wrote = now, all[0].At
		}
		for _, m := range all {
			if !strings.Contains(m.Text, "312 ca") {
				continue
			}
			if m.At.Before(before.answered.Add(-time.Second)) {
				o.t.Fatalf("person %d was answered at %v, somebody who wrote before at %v", i, m.At, before.answered)
			}
			if m.At.After(now.answered) {
				now.answered = m.At
			}
		}
	}
}

func (o *office) told(id string) (early, below int) {
	o.t.Helper()
	all := o.sim.Messages(id)
	wrote, answered := all[0].At, time.Time{}
	var estimate time.Time
	for _, m := range all {
		found := waitTold.FindStringSubmatch(m.Text)
		isAnswer := strings.Contains(m.Text, "312 ca")
		switch {
		case isAnswer && found != nil:
			below++
		case found != nil:
			minutes, _ := strconv.Atoi(found[1])
			estimate = m.At.Add(time.Duration(minutes) * time.Minute)
			early++
		}
		if isAnswer {
			answered = m.At
		}
	}
	waited := answered.Sub(wrote)
	if late := waited > 30*time.Second; late != (early+below == 1) || early+below > 1 {
		o.t.Errorf("%s waited %v and was told %d times before and %d times with the answer: %v", id, waited, early, below, texts(all))
	}
	if early > 0 && answered.After(estimate.Add(10*time.Second)) {
		o.t.Errorf("%s was told an answer by %v, it came at %v", id, estimate, answered)
	}
	return early, below
}
