package web

import (
	"time"

	"phatngon/internal/desk/calendar"
	"phatngon/internal/edge"
	"phatngon/knowledge/markdown"
	"phatngon/knowledge/statement"
)

// statementItem is a statement in a list.
type statementItem struct {
	Code         string    `json:"code"`
	Title        string    `json:"title"`
	Unit         string    `json:"unit"`
	UnitName     string    `json:"unit_name"`
	Spokesperson string    `json:"spokesperson"`
	Position     string    `json:"position"`
	IssuedAt     time.Time `json:"issued_at"`
	Excerpt      string    `json:"excerpt"`
	Sample       bool      `json:"sample"`
}

// statementView is a statement in full.
type statementView struct {
	Code         string           `json:"code"`
	Version      int64            `json:"version"`
	Title        string           `json:"title"`
	Unit         string           `json:"unit"`
	UnitName     string           `json:"unit_name"`
	Spokesperson string           `json:"spokesperson"`
	Position     string           `json:"position"`
	Form         statement.Form   `json:"form"`
	IssuedAt     time.Time        `json:"issued_at"`
	DocumentNo   string           `json:"document_no"`
	SourceURL    string           `json:"source_url"`
	URL          string           `json:"url"`
	Status       statement.Status `json:"status"`
	Banner       string           `json:"banner"`
	BodyHTML     string           `json:"body_html"`
	Body         string           `json:"body"`
	BodyText     string           `json:"body_text"`
	Topics       []string         `json:"topics"`
	Places       []string         `json:"places"`
	ReplacedBy   *replacement     `json:"replaced_by"` // the statement to read instead
	Sample       bool             `json:"sample"`
	Edition      int              `json:"-"`
	ChangedAt    time.Time        `json:"-"`
}

// replacement is the statement that replaced another.
type replacement struct {
	Code     string    `json:"code"`
	Title    string    `json:"title"`
	IssuedAt time.Time `json:"issued_at"`
}

func (s *site) item(st statement.Statement) statementItem {
	return statementItem{Code: st.Code, Title: st.Title, Unit: st.Unit, UnitName: s.unitName(st.Unit),
		Spokesperson: st.Spokesperson, Position: st.Position, IssuedAt: st.IssuedAt.In(calendar.Zone),
		Excerpt: excerpt(st.Body), Sample: st.Sample()}
}

func (s *site) view(st statement.Statement, a statement.Audience) statementView {
	shown := markdown.Read(st.Body)
	v := statementView{Code: st.Code, Version: st.Version, Title: st.Title, Unit: st.Unit, UnitName: s.unitName(st.Unit),
		Spokesperson: st.Spokesperson, Position: st.Position, Form: st.Form, IssuedAt: st.IssuedAt.In(calendar.Zone),
		DocumentNo: st.DocumentNo, SourceURL: st.SourceURL, URL: s.statementURL(st.Code), Status: st.Status,
		BodyHTML: shown.HTML(), Body: st.Body, BodyText: shown.Text(), Topics: listed(st.Topics), Places: listed(st.Places),
		Sample: st.Sample(), Edition: st.Edition(), ChangedAt: st.ChangedAt()}
	by, replaced := s.Flow.Base.Successor(st.Code, a, s.now())
	v.Banner = banner(st, by, s.now())
	if replaced && st.Status != statement.StatusWithdrawn {
		v.ReplacedBy = &replacement{by.Code, by.Title, by.IssuedAt.In(calendar.Zone)}
	}
	return v
}

// listed is never null in JSON.
func listed(in []string) []string {
	if in == nil {
		return []string{}
	}
	return in
}

func (s *site) statementURL(code string) string { return s.PublicURL + "/s/" + code }

// unitName falls back to the code, which is better than nothing.
func (s *site) unitName(code string) string {
	if name := s.Flow.Units.Office(code); name != "" {
		return name
	}
	return code
}

const excerptLength = 220 // runes

// excerpt is the beginning of the prose without its markup.
func excerpt(body string) string {
	return edge.Excerpt(excerptLength, markdown.Read(body).Prose().Words())
}
