package cases

import (
	"fmt"
	"time"

	"phatngon/internal/admin/door"
	"phatngon/internal/desk"
)

// alertView is a surge of reports or questions that nobody has seen yet.
type alertView struct {
	ID, Text, Code, URL string
	At                  time.Time
}

// mostAlerts is how many a page shows.
const mostAlerts = 20

func (p *Pages) alerts(v *door.Visit) (all []alertView, err error) {
	open, err := p.Flow.Cases.Alerts(v.Ctx, v.Officer, mostAlerts)
	for _, a := range open {
		view := alertView{ID: a.ID, At: a.At, Code: a.Case, URL: caseURL(a.Case), Text: fmt.Sprintf("%d báo tin trong %d phút về vụ việc", a.Count, a.Minutes)}
		if a.Statement != "" {
			view.Code, view.URL, view.Text = a.Statement, door.StatementURL(a.Statement), fmt.Sprintf("từ %d lượt hỏi trong ngày về phát ngôn", a.Count)
		}
		all = append(all, view)
	}
	return all, err
}

// postSeen notes that an alert was seen; it goes from every officer's board.
func (p *Pages) postSeen(v *door.Visit) error {
	id := v.Text("id")
	if id == "" {
		return desk.ErrNotFound
	}
	if err := p.Flow.Cases.See(v.Ctx, v.Officer, id); err != nil {
		return err
	}
	return v.Redirect("/admin/cases", "Đã ghi nhận Anh/Chị đã xem cảnh báo.")
}
