package settings

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"net/url"
	"time"

	"phatngon/bot/words"
	"phatngon/internal/admin/door"
	"phatngon/internal/admin/labels"
	"phatngon/internal/desk"
	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/policy"
)

type policiesPage struct {
	door.Page
	On       bool // false: versions can be neither read nor saved yet
	Names    []policyName
	Name     string
	Versions []policyRow
	Form     policyForm

	Sentences []sentenceView // of the bot, as the form has them; of that table only
}

// sentenceView is a sentence as people hear it, and who they are.
type sentenceView struct{ When, Said string }

type policyName struct {
	labels.Choice
	Current bool
}

type policyRow struct {
	Number  int64
	From    time.Time // zero: from the beginning
	Author  string
	SavedAt time.Time
}

// policyForm is a new version as it was typed, and what is wrong with it.
type policyForm struct {
	From, Data  string
	Field, Text string
}

func (p *Pages) getPolicies(v *door.Visit) error {
	return p.showPolicies(v, http.StatusOK, policyNameOf(v.Query("name")), nil)
}

// postPolicy saves a new version; what was typed comes back when it is refused.
func (p *Pages) postPolicy(v *door.Visit) error {
	if p.SavePolicy == nil {
		return &desk.RuleError{Text: "Chưa bật việc sửa dữ liệu quy định trên hệ thống này."}
	}
	name, form := policyNameOf(v.Text("name")), policyForm{From: v.Text("from"), Data: v.Text("data")}
	if v.Text("preview") != "" && name == string(policy.KindSentences) {
		return p.previewSentences(v, form)
	}
	from, err := time.ParseInLocation(time.DateOnly, form.From, calendar.Zone)
	if err != nil {
		err = &desk.InvalidError{Field: "from", Text: "Vui lòng chọn ngày bắt đầu có hiệu lực."}
	} else {
		err = p.SavePolicy(v.Ctx, v.Officer, name, from, []byte(form.Data))
	}
	var invalid *desk.InvalidError
	switch {
	case err == nil:
		return v.Redirect(policiesURL(name), "Đã lưu bản mới, có hiệu lực từ "+from.Format("02/01/2006")+".")
	case errors.As(err, &invalid):
		form.Field, form.Text = invalid.Field, invalid.Text
		return p.showPolicies(v, http.StatusUnprocessableEntity, name, &form)
	case errors.Is(err, desk.ErrConflict):
		form.Text = "Đã có người lưu bản khác trong lúc Anh/Chị sửa, nên chưa lưu. Vui lòng xem bản mới nhất trong danh sách rồi gửi lại nếu vẫn đúng."
		return p.showPolicies(v, http.StatusConflict, name, &form)
	}
	return err
}

// showPolicies shows one table; the form starts with its latest version when nothing was
// typed.
func (p *Pages) showPolicies(v *door.Visit, status int, name string, typed *policyForm) error {
	page := policiesPage{Page: v.Page("Dữ liệu quy định", "policies"), On: p.Policies != nil && p.SavePolicy != nil, Name: name, Names: policyNames(name)}
	if !page.On {
		return v.Render(status, "policies", page)
	}
	var err error
	if page.Versions, page.Form.Data, err = p.versionsOf(v.Ctx, name); err != nil {
		return err
	}
	if typed != nil {
		page.Form = *typed
	}
	if name == string(policy.KindSentences) {
		page.Sentences = said(page.Form.Data)
	}
	return v.Render(status, "policies", page)
}

// previewSentences shows what was typed as people would hear it, and saves nothing.
func (p *Pages) previewSentences(v *door.Visit, form policyForm) error {
	_, err := policy.ReadSentences([]byte(form.Data))
	var invalid *desk.InvalidError
	if errors.As(err, &invalid) {
		form.Field, form.Text = invalid.Field, invalid.Text
		return p.showPolicies(v, http.StatusUnprocessableEntity, string(policy.KindSentences), &form)
	}
	return p.showPolicies(v, http.StatusOK, string(policy.KindSentences), &form)
}

// said are the sentences of a table as people hear them; nil when it cannot be read.
func said(data string) (all []sentenceView) {
	sentences, err := policy.ReadSentences([]byte(data))
	if err != nil {
		return nil
	}
	for _, s := range sentences.All() {
		all = append(all, sentenceView{s.When, words.Worded(s.Text)})
	}
	return all
}

// versionsOf lists the versions of a table, newest first, with the data of the newest.
func (p *Pages) versionsOf(ctx context.Context, name string) (rows []policyRow, latest string, err error) {
	versions, err := p.Policies(ctx, name)
	if err != nil {
		return nil, "", err
	}
	officers, err := p.Store.Officers(ctx)
	if err != nil {
		return nil, "", err
	}
	names, highest := labels.NamesOf(officers), int64(0)
	for _, version := range versions {
		row := policyRow{Number: version.Number, From: version.From, Author: "Kèm theo phần mềm", SavedAt: version.CreatedAt}
		if version.Author != "" {
			row.Author = names.Of(version.Author)
		}
		rows = append([]policyRow{row}, rows...)
		if version.Number > highest {
			highest, latest = version.Number, indented(version.Data)
		}
	}
	return rows, latest, nil
}

// indented is JSON as a person can read it, or as it is when it is none.
func indented(data []byte) string {
	var out bytes.Buffer
	if json.Indent(&out, bytes.TrimSpace(data), "", "  ") != nil {
		return string(data)
	}
	return out.String()
}

// policyNameOf is the table that was asked for, the first one when there is none such.
func policyNameOf(typed string) string {
	if labels.Known(labels.Policies(), typed) {
		return typed
	}
	return string(policy.Kinds()[0])
}

func policyNames(current string) []policyName {
	var all []policyName
	for _, c := range labels.Policies() {
		all = append(all, policyName{c, c.Value == current})
	}
	return all
}

func policiesURL(name string) string {
	return "/admin/policies?" + url.Values{"name": {name}}.Encode()
}
