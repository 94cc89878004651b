package settings

import (
	"net/http"
	"net/url"
	"time"

	"phatngon/internal/admin/door"
	"phatngon/internal/admin/labels"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/request"
)

// lastLines is how much of a chat says what a person wants.
const lastLines = 6

type handOversPage struct {
	door.Page
	Rows []handOverRow
	More string
}

// handOverRow is a person who waits: role and newsroom only, and what was said last.
type handOverRow struct {
	ID, Who string
	Since   time.Time
	Talk    []request.Line
}

func (p *Pages) getHandOvers(v *door.Visit) error {
	open, next, err := p.Store.HandOversOpen(v.Ctx, v.Query("after"), door.PageSize)
	if err != nil {
		return err
	}
	page := handOversPage{Page: v.Page("Người chờ gặp cán bộ", "handovers")}
	for _, h := range open {
		page.Rows = append(page.Rows, handOverRow{h.ID, asker(h.Kind, h.Newsroom), h.CreatedAt, h.Context[max(0, len(h.Context)-lastLines):]})
	}
	if next != "" {
		page.More = "/admin/handovers?" + url.Values{"after": {next}}.Encode()
	}
	return v.Render(http.StatusOK, "handovers", page)
}

func asker(kind people.RequesterKind, newsroom string) string {
	if newsroom == "" {
		return labels.Of(kind)
	}
	return labels.Of(kind) + ", " + newsroom
}

func (p *Pages) postHandOverClose(v *door.Visit) error {
	if err := p.Flow.Requests.CloseHandOver(v.Ctx, v.Officer, v.Text("id")); err != nil {
		return err
	}
	return v.Redirect("/admin/handovers", "Đã ghi nhận là đã liên hệ.")
}
