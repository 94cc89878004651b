package answers

import (
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"

	"phatngon/internal/admin/door"
	"phatngon/internal/admin/labels"
	"phatngon/internal/desk/gap"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/routing"
	"phatngon/internal/flow/askings"
)

// gapsPage is what people asked and nothing answers: what an office has not spoken of.
type gapsPage struct {
	door.Page
	Unit, Text string
	Days       int
	Choices    []labels.Choice // of days
	Units      []routing.Unit  // nil for who sees their own unit only
	Within     string
	Rows       []gapRow
	Closed     int  // gaps that the assistant answers by now
	Cut, More  bool // not all of it was looked at, or is listed
	Most       int
}

type gapRow struct {
	gap.Gap
	UnitNames []string
	Trend     string
	Draft     string // the statement editor with these questions; "" for who does not draft
	Why, Find string
}

const (
	gapsShown   = 50
	gapsWeighed = 100
)

// periods are what may be looked at, the first where nothing is said.
var periods = [...]int{7, 30, 90}

func (p *Pages) getGaps(v *door.Visit) error {
	page := gapsPage{Page: v.Page("Điều chưa trả lời được", "statements"), Days: daysOf(v.Query("days")), Text: clip(v.Query("q")), Most: gapsShown}
	for _, days := range periods {
		page.Choices = append(page.Choices, labels.Choice{Value: strconv.Itoa(days), Text: fmt.Sprintf("%d ngày qua", days)})
	}
	unit := door.ScopeOf(v.Officer)
	if unit == "" {
		page.Units = p.Units.All()
		unit, _ = p.Units.Pick(v.Query("unit"))
		page.Unit = p.Units.Option(unit)
	} else {
		page.Within = p.Units.Name(unit)
	}
	gaps, cut, err := p.Flow.Askings.Gaps(v.Ctx, askings.Period{Unit: unit, Days: page.Days, Text: page.Text})
	if err != nil {
		return err
	}
	page.Cut = cut
	p.open(v, &page, gaps)
	return v.Render(http.StatusOK, "gaps", page)
}

func daysOf(typed string) int {
	if n, err := strconv.Atoi(typed); err == nil && slices.Contains(periods[:], n) {
		return n
	}
	return periods[0]
}

// open lists the gaps that are still open, and counts those that somebody has closed since.
func (p *Pages) open(v *door.Visit, page *gapsPage, gaps []gap.Gap) {
	drafts := people.MayDraft(v.Officer, v.Officer.Unit) == nil
	for i, g := range gaps {
		if page.More = i == gapsWeighed || len(page.Rows) == gapsShown; page.More {
			return
		}
		if p.Flow.Askings.Closed(g) {
			page.Closed++
			continue
		}
		page.Rows = append(page.Rows, p.gapRow(g, page.Days, drafts))
	}
}

func (p *Pages) gapRow(g gap.Gap, days int, drafts bool) gapRow {
	row := gapRow{Gap: g, Why: "/admin/why?" + url.Values{"q": {g.Text}}.Encode(), Find: "/admin/?" + url.Values{"q": {g.Text}}.Encode()}
	row.Trend = trend(g.People, g.Before, days)
	for _, unit := range g.Units {
		row.UnitNames = append(row.UnitNames, p.Units.Name(unit))
	}
	if drafts {
		row.Draft = "/admin/statements/new?" + url.Values{"gap": {g.ID}}.Encode()
	}
	return row
}

// trend is a number of people beside that of the period before.
func trend(now, before, days int) string {
	switch {
	case before == 0:
		return fmt.Sprintf("▲ mới; %d ngày trước đó không ai hỏi", days)
	case now > before:
		return fmt.Sprintf("▲ tăng, %d ngày trước đó %d người", days, before)
	case now < before:
		return fmt.Sprintf("▼ giảm, %d ngày trước đó %d người", days, before)
	}
	return fmt.Sprintf("＝ như %d ngày trước đó", days)
}
