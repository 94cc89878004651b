package settings

import (
	"context"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"time"

	"phatngon/internal/admin/door"
	"phatngon/internal/admin/labels"
	"phatngon/internal/desk"
	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/people"
	"phatngon/internal/flow"
	"phatngon/internal/store"
)

type auditPage struct {
	door.Page
	Rows     []labels.AuditLine
	More     string
	Form     auditForm
	Wrong    string // with the period
	Officers []labels.Choice
	Actions  []labels.ActionGroup
	Filtered bool
	Check    flow.AuditCheck
	Backup   backupLine
}

// auditForm is what the list is narrowed by, as it was typed. By is an officer's id, or system.
type auditForm struct{ By, Action, Subject, First, Last string }

// system stands for the program among those who acted.
const system = "-"

func formOf(value func(string) string) auditForm {
	return auditForm{value("by"), value("action"), value("subject"), value("first"), value("last")}
}

// query is the form in an address.
func (f auditForm) query() url.Values {
	q := url.Values{}
	for name, value := range map[string]string{"by": f.By, "action": f.Action, "subject": f.Subject, "first": f.First, "last": f.Last} {
		if value != "" {
			q.Set(name, value)
		}
	}
	return q
}

// code is what a request, statement, case or claim is called.
var code = regexp.MustCompile(`(?i)^[a-z]{2}-[0-9]{4}-[0-9]+$`)

// filter reads the form. A subject is a code, or the e-mail of an officer.
func (f auditForm) filter(officers []people.Officer) (store.AuditFilter, error) {
	found := store.AuditFilter{Officer: f.By, Action: f.Action, Subject: f.Subject}
	if f.By == system {
		found.Officer, found.System = "", true
	}
	if i := slices.IndexFunc(officers, func(o people.Officer) bool { return strings.EqualFold(o.Email, f.Subject) }); i >= 0 {
		found.Subject = officers[i].ID
	} else if code.MatchString(f.Subject) {
		found.Subject = strings.ToUpper(f.Subject)
	}
	var err error
	if found.From, err = day(f.First, 0); err == nil {
		found.To, err = day(f.Last, 1)
	}
	if err == nil && !found.From.IsZero() && !found.To.IsZero() && !found.From.Before(found.To) {
		err = errPeriod
	}
	return found, err
}

var errPeriod = &desk.InvalidError{Field: "first", Text: "Ngày đầu phải trước hoặc trùng ngày cuối, dạng ngày/tháng/năm trong lịch."}

// day is the beginning of a day that was picked, so many days later; zero when none was.
func day(picked string, later int) (time.Time, error) {
	if picked == "" {
		return time.Time{}, nil
	}
	t, err := time.ParseInLocation(time.DateOnly, picked, calendar.Zone)
	if err != nil {
		return t, errPeriod
	}
	return t.AddDate(0, 0, later), nil
}

func (p *Pages) getAudit(v *door.Visit) error { return p.showAudit(v, formOf(v.Query)) }

func (p *Pages) showAudit(v *door.Visit, form auditForm) error {
	officers, err := p.Store.Officers(v.Ctx)
	if err != nil {
		return err
	}
	page := auditPage{Page: v.Page("Nhật ký", "audit"), Form: form, Officers: actorsOf(officers), Actions: labels.AuditActions(), Filtered: form != auditForm{}, Backup: p.backups()}
	if page.Check, err = p.Flow.LastAuditCheck(v.Ctx); err != nil {
		return err
	}
	filter, err := form.filter(officers)
	if err != nil {
		page.Wrong = errPeriod.Text
		return v.Render(http.StatusUnprocessableEntity, "audit", page)
	}
	filter.After, filter.Limit = v.Query("after"), door.PageSize
	records, next, err := p.Store.FindAudit(v.Ctx, filter)
	if err != nil {
		return err
	}
	page.Rows = p.auditWords(officers).Lines(records)
	if next != "" {
		q := form.query()
		q.Set("after", next)
		page.More = "/admin/audit?" + q.Encode()
	}
	return v.Render(http.StatusOK, "audit", page)
}

func (p *Pages) auditWords(officers []people.Officer) labels.Audit {
	return labels.Audit{Names: labels.NamesOf(officers), Units: p.Units}
}

// actorsOf are who can be picked as having acted.
func actorsOf(officers []people.Officer) []labels.Choice {
	all := []labels.Choice{{Value: system, Text: "Hệ thống"}}
	for _, o := range officers {
		all = append(all, labels.Choice{Value: o.ID, Text: o.Name + " (" + o.Email + ")"})
	}
	return all
}

// checkPatience leaves the page time to be made.
const checkPatience = 12 * time.Second

// postAuditCheck reads all chains now. A long audit takes longer than a page may: the daily
// reading goes on until it is done.
func (p *Pages) postAuditCheck(v *door.Visit) error {
	ctx, cancel := context.WithTimeout(v.Ctx, checkPatience)
	defer cancel()
	check, err := p.Flow.CheckAudit(ctx)
	if err != nil && ctx.Err() != nil {
		return &desk.RuleError{Text: "Nhật ký dài, chưa đọc hết trong 12 giây nên chưa có kết quả mới. Hệ thống tự kiểm tra mỗi ngày; muốn có ngay: lệnh phatngon audit verify trên máy chủ."}
	}
	if err != nil {
		return err
	}
	if check.Wrong != "" {
		return v.Redirect("/admin/audit", "")
	}
	return v.Redirect("/admin/audit", "Đã đọc lại toàn bộ nhật ký: chuỗi nguyên vẹn.")
}
