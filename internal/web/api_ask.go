package web

import (
	"strconv"
	"strings"
	"time"

	"github.com/gofiber/fiber/v2"

	"phatngon/internal/desk/calendar"
	"phatngon/internal/web/shape"
	"phatngon/knowledge/answer"
	"phatngon/knowledge/statement"
)

type askForm struct {
	Question  string `json:"question" validate:"required,min=2,max=2000"`
	Statement string `json:"statement" validate:"max=100"`
}

// Trim takes the spaces off around the question.
func (f *askForm) Trim() { f.Question = strings.TrimSpace(f.Question) }

type quoteView struct {
	Statement    string    `json:"statement"`
	Version      int64     `json:"version"`
	Quote        string    `json:"quote"`
	QuoteText    string    `json:"quote_text"` // what is shown of it
	QuoteHTML    string    `json:"quote_html"`
	Unit         string    `json:"unit"`
	Spokesperson string    `json:"spokesperson"`
	Position     string    `json:"position"`
	IssuedAt     time.Time `json:"issued_at"`
	URL          string    `json:"url"`
	Title        string    `json:"title"`
	Banner       string    `json:"banner"`
	Sample       bool      `json:"sample"`
}

type answerView struct {
	ID            string             `json:"id"`
	Status        answer.Outcome     `json:"status"`
	Text          string             `json:"text"`
	Lead          string             `json:"lead"`
	Quotes        []quoteView        `json:"quotes"`
	Candidates    []answer.Candidate `json:"candidates"`
	Notes         []string           `json:"notes"`
	Uncovered     []string           `json:"uncovered"`
	SuggestedUnit *unitView          `json:"suggested_unit"`
	Confidence    float64            `json:"confidence"`
}

// postAsk answers a question, or answers it from the statement that was
// picked among candidates.
func (s *site) postAsk(c *fiber.Ctx) error {
	in, err := shape.Read[askForm](c.BodyRaw())
	if err != nil {
		return err
	}
	var a answer.Answer
	if in.Statement == "" {
		a, err = s.Flow.Inbound.Ask(c.UserContext(), requester(c), in.Question)
	} else {
		a, err = s.Flow.Inbound.AskAbout(c.UserContext(), requester(c), in.Statement, in.Question)
	}
	if err != nil {
		return err
	}
	return c.JSON(s.answer(a))
}

func (s *site) answer(a answer.Answer) answerView {
	v := answerView{ID: a.ID, Status: a.Status, Text: a.Text, Lead: a.Lead(), Quotes: []quoteView{}, Candidates: a.Candidates,
		Notes: listed(a.Notes), Uncovered: listed(a.Uncovered), Confidence: a.Confidence}
	if v.Candidates == nil {
		v.Candidates = []answer.Candidate{}
	}
	for _, q := range a.Quotes {
		v.Quotes = append(v.Quotes, quoteOf(q))
	}
	if u, ok := s.Flow.Units.Unit(a.SuggestedUnit); ok {
		v.SuggestedUnit = &unitView{Code: u.Code, Name: u.Name, Level: u.Level}
	}
	return v
}

func quoteOf(q answer.Quote) quoteView {
	v := quoteView{Statement: q.Statement, Version: q.Version, Quote: q.Quote, QuoteText: q.Text, QuoteHTML: q.HTML, Unit: q.Unit, Spokesperson: q.Spokesperson,
		Position: q.Position, IssuedAt: q.IssuedAt.In(calendar.Zone), URL: q.URL, Title: q.Title,
		Sample: statement.Statement{Code: q.Statement}.Sample()}
	if q.Historical {
		v.Banner = "Thông tin theo văn bản năm " + strconv.Itoa(q.Year) + "; có thể đã thay đổi."
	}
	return v
}
