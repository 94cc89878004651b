package press

import (
	"net/http"
	"slices"
	"time"

	"phatngon/internal/admin/door"
	"phatngon/internal/desk/policy"
	"phatngon/internal/desk/request"
	"phatngon/internal/store"
)

// mostAsked is how many open requests are looked through for those of the press.
const mostAsked = 500

type questionsPage struct {
	door.Page
	Foreign bool
	Rows    []questionRow
	Cut     bool // not all were looked through
}

type questionRow struct {
	request.Request
	UnitName string
	Late     bool // the newsroom's own deadline has passed
}

// getQuestions lists what the press still waits for, what is urgent first, then by the newsrooms' own deadlines; foreign
// press has a list of its own.
func (p *Pages) getQuestions(v *door.Visit) error {
	page := questionsPage{Page: v.Page("Câu hỏi báo chí", "press"), Foreign: v.Query("foreign") != ""}
	open, next, err := p.Store.Requests(v.Ctx, store.RequestFilter{Open: true, Limit: mostAsked})
	if err != nil {
		return err
	}
	page.Cut = next != ""
	for _, r := range open {
		if policy.LawFor(r.RequesterKind) == policy.LawPress && r.Foreign == page.Foreign {
			page.Rows = append(page.Rows, questionRow{r, p.Units.Name(r.Unit), !r.Wanted.IsZero() && p.Now().After(r.Wanted)})
		}
	}
	slices.SortStableFunc(page.Rows, func(a, b questionRow) int {
		if a.Form.Urgent != b.Form.Urgent {
			return map[bool]int{true: -1, false: 1}[a.Form.Urgent]
		}
		return soonest(a.Wanted, a.Due).Compare(soonest(b.Wanted, b.Due))
	})
	return v.Render(http.StatusOK, "press_questions", page)
}

// soonest is the newsroom's own deadline where it comes before the office's.
func soonest(wanted, due time.Time) time.Time {
	if wanted.IsZero() || due.Before(wanted) {
		return due
	}
	return wanted
}
