package statistics

import (
	"cmp"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"phatngon/internal/admin/door"
	"phatngon/internal/admin/labels"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/routing"
	"phatngon/internal/desk/statistics"
)

// period is what a page of figures is about.
type period struct {
	First, Last string // months, "2026-11"
	Unit        string // code; "" is every unit this officer may see
	Kind        people.RequesterKind
}

type figuresPage struct {
	door.Page
	period
	UnitText, UnitName string
	Units              []routing.Unit // whose figures may be chosen; nil: only their own
	Kinds              []labels.Choice
	Sum                statistics.Counts
	Chart              chart
	Months             []monthRow
	ByUnit             []unitRow
	Spans              []share
	Grounds            []share
	At                 time.Time // the oldest of the figures
	Query              string
	Wrong              string
	Pending            string // months that are still being counted
}

type monthRow struct {
	ID, Name string
	statistics.Counts
}

type unitRow struct {
	Name, URL string
	statistics.Counts
}

// share is a part of a whole with its words.
type share struct {
	Name    string
	N       int
	Percent string
}

func (p *Pages) getFigures(v *door.Visit) error {
	in, wrong := p.period(v)
	months, pending, err := p.Flow.Statistics.Months(v.Ctx, in.First, in.Last)
	if err != nil {
		return err
	}
	page := figuresPage{Pending: monthNames(pending), Page: v.Page("Thống kê", "statistics"), period: in, Wrong: wrong, Kinds: kinds(), UnitText: p.Units.Option(in.Unit), UnitName: p.Units.Name(in.Unit), Query: in.query()}
	if door.ScopeOf(v.Officer) == "" {
		page.Units = p.Units.All()
	}
	only := statistics.Only{Unit: in.Unit, Kind: in.Kind}
	page.Sum, page.At = statistics.Sum(months, only), oldest(months)
	page.Months, page.Chart = monthRows(months, only), chartOf(months, only)
	page.Spans, page.Grounds = spans(page.Sum), p.grounds(page.Sum)
	for _, row := range statistics.ByUnit(months, only) {
		narrow := in
		narrow.Unit = row.Unit
		page.ByUnit = append(page.ByUnit, unitRow{p.Units.Name(row.Unit), "/admin/statistics?" + narrow.query(), row.Counts})
	}
	return v.Render(http.StatusOK, "statistics", page)
}

// most is how many months a page may show.
const most = 36

// period reads what is asked for, by default the last twelve months, and keeps an officer
// of a unit to that unit.
func (p *Pages) period(v *door.Visit) (in period, wrong string) {
	now := p.Now()
	in = period{First: statistics.MonthID(now.AddDate(0, -11, 1-now.Day())), Last: statistics.MonthID(now), Unit: door.ScopeOf(v.Officer), Kind: people.RequesterKind(v.Query("kind"))}
	if !labels.Known(kinds(), string(in.Kind)) {
		in.Kind = ""
	}
	if in.Unit == "" && v.Query("unit") != "" {
		unit, ok := p.Units.Pick(v.Query("unit"))
		if in.Unit = unit; !ok {
			in.Unit, wrong = "", "Không có đơn vị “"+v.Query("unit")+"”. Dưới đây là số liệu của mọi đơn vị."
		}
	}
	first, last := cmp.Or(v.Query("first"), in.First), cmp.Or(v.Query("last"), in.Last)
	switch n := len(statistics.Months(first, last)); {
	case n == 0:
		wrong = "Tháng đầu phải trước hoặc bằng tháng cuối. Dưới đây là 12 tháng gần nhất."
	case n > most:
		wrong = "Xin chọn nhiều nhất 36 tháng. Dưới đây là 12 tháng gần nhất."
	default:
		in.First, in.Last = first, last
	}
	return in, wrong
}

func (in period) query() string {
	q := url.Values{"first": {in.First}, "last": {in.Last}}
	if in.Unit != "" {
		q.Set("unit", in.Unit)
	}
	if in.Kind != "" {
		q.Set("kind", string(in.Kind))
	}
	return q.Encode()
}

func kinds() []labels.Choice {
	var all []labels.Choice
	for _, k := range []people.RequesterKind{people.Citizen, people.ReporterVerified, people.ReporterUnverified} {
		all = append(all, labels.Choice{Value: string(k), Text: labels.Of(k)})
	}
	return all
}

func oldest(months []statistics.Month) time.Time {
	var at time.Time
	for _, m := range months {
		if at.IsZero() || m.At.Before(at) {
			at = m.At
		}
	}
	return at
}

// monthName is a month as people write it: 11/2026.
func monthName(id string) string { return id[5:] + "/" + id[:4] }

// monthNames lists months as people write them; "" of none.
func monthNames(ids []string) string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = monthName(id)
	}
	return strings.Join(names, ", ")
}

func monthRows(months []statistics.Month, only statistics.Only) []monthRow {
	var rows []monthRow
	for _, m := range months {
		rows = append(rows, monthRow{m.ID, monthName(m.ID), statistics.Sum([]statistics.Month{m}, only)})
	}
	return rows
}

func spans(c statistics.Counts) []share {
	var all []share
	for i, name := range statistics.SpanNames() {
		all = append(all, share{name, c.Took[i], statistics.Share(c.Took[i], c.Decided())})
	}
	return all
}

// grounds are the grounds of refusals and of what was left out, the most frequent first.
func (p *Pages) grounds(c statistics.Counts) []share {
	set := p.Flow.Rules.At(p.Now())
	var all []share
	for code, n := range c.Grounds {
		name := set.Ground(people.Citizen, code).Text
		if name == code {
			name = set.Ground(people.ReporterVerified, code).Text
		}
		all = append(all, share{name, n, statistics.Share(n, c.Refused+c.Partly)})
	}
	slices.SortFunc(all, func(a, b share) int { return cmp.Or(cmp.Compare(b.N, a.N), cmp.Compare(a.Name, b.Name)) })
	return all
}

// postRefresh counts the months shown anew: at once what is quickly counted, the others
// behind the pages.
func (p *Pages) postRefresh(v *door.Visit) error {
	pending, err := p.Flow.Statistics.Recount(v.Ctx, v.Text("first"), v.Text("last"))
	if err != nil {
		return err
	}
	said := "Đã tính lại số liệu."
	if len(pending) > 0 {
		said = "Đang tính lại số liệu tháng " + monthNames(pending) + ". Mời Anh/Chị tải lại trang này sau ít phút; đến lúc đó trang vẫn hiện số đã tính trước."
	}
	in := period{First: v.Text("first"), Last: v.Text("last"), Unit: v.Text("unit"), Kind: people.RequesterKind(v.Text("kind"))}
	return v.Redirect("/admin/statistics?"+in.query(), said)
}
