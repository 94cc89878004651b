package remind

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/request"
)

// dueDays are how many working days before its end a part is in the morning's digest.
var dueDays = []int{5, 1, 0}

// Digests are one letter for each officer who has something to hear this morning; none
// before the office opens and on days off.
func (o Office) Digests(open []request.Request) []Notice {
	opening, works := o.Calendar.Opening(o.Now)
	if !works || o.Now.Before(opening) {
		return nil
	}
	lines := map[string][]string{}
	who := map[string]people.Officer{}
	for _, r := range open {
		for part := range r.Parts {
			o.digest(r, part, func(to people.Officer, line string) {
				lines[to.ID], who[to.ID] = append(lines[to.ID], line), to
			})
		}
	}
	var all []Notice
	day := o.Now.In(calendar.Zone)
	for id, own := range lines {
		all = append(all, Notice{Key: fmt.Sprintf("mail:digest/%s/%s", day.Format(time.DateOnly), id), To: who[id],
			Subject: fmt.Sprintf("Việc cần làm ngày %s: %d", day.Format("02/01/2006"), len(own)),
			Text:    strings.Join(append(own, "", "Mở danh sách: "+o.PublicURL+"/admin/", "", footer), "\n")})
	}
	return all
}

// digest lists what this morning says of a part, and to whom.
func (o Office) digest(r request.Request, part int, add func(people.Officer, string)) {
	p := r.Parts[part]
	if !p.State.Open() {
		return
	}
	if what := o.dueSoon(p); what != "" {
		for _, to := range o.Staff(p.Unit) {
			add(to, r.Code+": "+what+" – "+o.link(r.Code))
		}
	}
	if p.State == request.Drafted {
		for _, to := range without(o.Leaders(p.Unit), writers(p)) {
			add(to, r.Code+": chờ duyệt – "+o.link(r.Code))
		}
	}
}

// dueSoon says that a part is due today, tomorrow or in five working days, or overdue;
// "" on other days and while its clock stands still.
func (o Office) dueSoon(p request.Part) string {
	k := p.Clock
	left := o.Calendar.WorkingDaysLeft(o.Now, k.Due)
	switch {
	case k.Paused():
		return ""
	case k.Late(o.Now):
		return "quá hạn từ " + o.due(k)
	case !slices.Contains(dueDays, left):
		return ""
	case left == 0:
		return "đến hạn hôm nay, " + o.due(k)
	}
	return fmt.Sprintf("còn %d ngày làm việc, hạn %s", left, o.due(k))
}
