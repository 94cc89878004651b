package remind

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/request"
	"phatngon/internal/desk/rights"
)

// Digests are one letter for each officer who has something to hear this morning; none
// before the office opens and on days off.
func (o Office) Digests(open []request.Request, claims []rights.Claim) []Notice {
	opening, works := o.Calendar.Opening(o.Now)
	if !works || o.Now.Before(opening) {
		return nil
	}
	all := map[string]*digest{}
	add := func(to people.Officer, e entry) {
		if all[to.ID] == nil {
			all[to.ID] = &digest{to: to}
		}
		all[to.ID].entries = append(all[to.ID].entries, e)
	}
	for _, r := range open {
		for part := range r.Parts {
			o.digest(r, part, add)
		}
	}
	for _, c := range claims {
		if e, due := o.dueSoon(c.Clock); due {
			e.line = c.ID + " (dữ liệu cá nhân): " + e.line + " – " + o.PublicURL + "/admin/claims/" + c.ID
			for _, to := range o.PressDesk() {
				add(to, e)
			}
		}
	}
	var notices []Notice
	for _, d := range all {
		notices = append(notices, d.notice(o))
	}
	return notices
}

// entry is one thing to do: of what kind, and in which place that kind stands.
type entry struct {
	rank int
	kind string
	line string
}

type digest struct {
	to      people.Officer
	entries []entry
}

// notice says how much there is of each kind of work, a line each, then what it is.
func (d digest) notice(o Office) Notice {
	slices.SortStableFunc(d.entries, func(a, b entry) int { return cmp.Compare(a.rank, b.rank) })
	var kinds, lines []string
	for i, e := range d.entries {
		lines = append(lines, e.line)
		if i == 0 || d.entries[i-1].kind != e.kind {
			n := 0
			for _, other := range d.entries {
				if other.kind == e.kind {
					n++
				}
			}
			kinds = append(kinds, fmt.Sprintf("• %s: %d", e.kind, n))
		}
	}
	day, list := o.Now.In(calendar.Zone), "Mở danh sách: "+o.PublicURL+"/admin/"
	subject := fmt.Sprintf("Việc cần làm ngày %s: %d", day.Format("02/01/2006"), len(d.entries))
	return Notice{Key: fmt.Sprintf("mail:digest/%s/%s", day.Format(time.DateOnly), d.to.ID), To: d.to, Subject: subject,
		Text:  strings.Join(slices.Concat(kinds, []string{""}, lines, []string{"", list, "", footer}), "\n"),
		Short: strings.Join(slices.Concat([]string{subject}, kinds, []string{list}), "\n")}
}

// rankApproval comes behind all that is due.
const rankApproval = 1000

// digest lists what this morning says of a part, and to whom.
func (o Office) digest(r request.Request, part int, add func(people.Officer, entry)) {
	p := r.Parts[part]
	if !p.State.Open() {
		return
	}
	if e, due := o.dueSoon(p.Clock); due {
		e.line = r.Code + ": " + e.line + " – " + o.link(r.Code)
		for _, to := range o.Staff(p.Unit) {
			add(to, e)
		}
	}
	if p.State == request.Drafted {
		for _, to := range without(o.Leaders(p.Unit), writers(p)) {
			add(to, entry{rankApproval, "Chờ duyệt", r.Code + ": chờ duyệt – " + o.link(r.Code)})
		}
	}
}

// dueSoon says that a clock is due today, in a number of working days that the policy names, or
// overdue; false on other days and while it stands still.
func (o Office) dueSoon(k calendar.Clock) (entry, bool) {
	left := o.Calendar.WorkingDaysLeft(o.Now, k.Due)
	switch {
	case k.Paused():
		return entry{}, false
	case k.Late(o.Now):
		return entry{-1, "Quá hạn", "quá hạn từ " + o.due(k)}, true
	case !slices.Contains(o.Terms.DueDays, left):
		return entry{}, false
	case left == 0:
		return entry{0, "Đến hạn hôm nay", "đến hạn hôm nay, " + o.due(k)}, true
	}
	days := fmt.Sprintf("còn %d ngày làm việc", left)
	return entry{left, "C" + days[1:], days + ", hạn " + o.due(k)}, true
}
