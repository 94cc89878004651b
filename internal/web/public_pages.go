package web

import (
	"errors"
	"html/template"
	"net/url"
	"strconv"
	"time"

	"github.com/gofiber/fiber/v2"

	"phatngon/internal/desk"
	"phatngon/internal/desk/calendar"
	"phatngon/internal/store"
	"phatngon/internal/web/problem"
	"phatngon/knowledge/statement"
)

type statementPage struct {
	frame
	Statement statementView
	FormName  string
	Body      template.HTML
	Withdrawn bool
	LinkedAs  linkedData

	ValidFrom, ValidUntil *time.Time
	Replaces              []replacedView
}

// linkedData describes a statement to search engines (schema.org).
type linkedData struct {
	Context   string       `json:"@context"`
	Type      string       `json:"@type"`
	Headline  string       `json:"headline"`
	Published time.Time    `json:"datePublished"`
	Language  string       `json:"inLanguage"`
	URL       string       `json:"url"`
	ID        string       `json:"identifier"`
	BasedOn   string       `json:"isBasedOn,omitempty"`
	Author    linkedPerson `json:"author"`
	Publisher linkedOffice `json:"publisher"`
}

type linkedPerson struct {
	Type     string `json:"@type"`
	Name     string `json:"name"`
	JobTitle string `json:"jobTitle"`
}

type linkedOffice struct {
	Type string `json:"@type"`
	Name string `json:"name"`
}

// getStatementPage is the public page of a statement.
func (s *site) getStatementPage(c *fiber.Ctx) error {
	st, err := s.statement(c.UserContext(), c.Params("code"), statement.AudiencePublic)
	if errors.Is(err, desk.ErrNotFound) {
		return problem.ErrNoPage
	}
	if err != nil {
		return err
	}
	d, err := s.detail(c.UserContext(), st, statement.AudiencePublic)
	if err != nil {
		return err
	}
	v := d.statementView
	f := s.frame(st.Title, excerpt(st.Body), "/s/"+v.toRead())
	f.Article, f.Hidden = true, f.Hidden || v.hidden()
	return s.render(c, fiber.StatusOK, "statement", statementPage{frame: f, Statement: v, ValidFrom: st.ValidFrom, ValidUntil: st.ValidUntil, Replaces: d.Replaces, FormName: formName(st.Form),
		Body: template.HTML(v.BodyHTML), Withdrawn: st.Status == statement.StatusWithdrawn, LinkedAs: linked(v)})
}

// toRead is the code of the statement that search engines are to keep.
func (v statementView) toRead() string {
	if v.ReplacedBy != nil {
		return v.ReplacedBy.Code
	}
	return v.Code
}

// hidden keeps from search engines what is no official text: samples, and what
// was withdrawn or replaced with nothing to read instead.
func (v statementView) hidden() bool {
	return v.Sample || v.Status != statement.StatusPublished && v.ReplacedBy == nil
}

func linked(v statementView) linkedData {
	return linkedData{Context: "https://schema.org", Type: "Article", Headline: v.Title, Published: v.IssuedAt, Language: "vi",
		URL: v.URL, ID: v.Code, BasedOn: v.SourceURL,
		Author:    linkedPerson{"Person", v.Spokesperson, v.Position},
		Publisher: linkedOffice{"GovernmentOrganization", v.UnitName}}
}

// formName is the Vietnamese name of a form (NĐ 244/2026, Art. 5).
func formName(f statement.Form) string {
	switch f {
	case statement.FormPressConference:
		return "Họp báo"
	case statement.FormPosting:
		return "Đăng trên cổng, trang thông tin chính thức"
	case statement.FormDirect:
		return "Phát ngôn trực tiếp, trả lời phỏng vấn"
	case statement.FormDocument:
		return "Văn bản, thông cáo báo chí"
	case statement.FormExchange:
		return "Trao đổi, giao ban báo chí"
	}
	return string(f)
}

// publicStatement is a statement as programs outside read it.
type publicStatement struct {
	statementView
	UpdatedAt time.Time `json:"updated_at"`
}

func (s *site) getPublicStatements(c *fiber.Ctx) error {
	found, next, err := s.list(c.UserContext(), store.StatementFilter{Unit: c.Query("unit"), After: c.Query("after"),
		Limit: c.QueryInt("limit")}, statement.AudiencePublic)
	if err != nil {
		return err
	}
	items := make([]publicStatement, 0, len(found))
	for _, st := range found {
		items = append(items, publicStatement{s.view(st, statement.AudiencePublic), st.UpdatedAt.In(calendar.Zone)})
	}
	c.Set(fiber.HeaderCacheControl, "no-cache")
	if next != "" {
		c.Set(fiber.HeaderLink, "<"+s.PublicURL+"/api/public/v1/statements?"+nextQuery(c, next)+`>; rel="next"`)
	}
	return c.JSON(pageOf[publicStatement]{Items: items, Next: next})
}

// nextQuery is the query of the following page, with the filters of this one.
func nextQuery(c *fiber.Ctx, next string) string {
	q := url.Values{"after": {next}}
	if unit := c.Query("unit"); unit != "" {
		q.Set("unit", unit)
	}
	if limit := c.QueryInt("limit"); limit > 0 {
		q.Set("limit", strconv.Itoa(limit))
	}
	return q.Encode()
}
