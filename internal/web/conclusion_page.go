package web

import (
	"errors"
	"html/template"
	"time"

	"github.com/gofiber/fiber/v2"

	"phatngon/internal/desk"
	"phatngon/internal/desk/cases"
	flowcases "phatngon/internal/flow/cases"
	"phatngon/internal/web/problem"
	"phatngon/knowledge/markdown"
)

type conclusionPage struct {
	frame
	Case         cases.Case
	Words        string // all that may be said of the content
	State        string
	UnitName     string
	Public       bool
	Body         template.HTML
	StatementURL string
	LinkedAs     *claimReview
}

// claimReview tells search engines of a conclusion (schema.org/ClaimReview).
type claimReview struct {
	Context   string         `json:"@context"`
	Type      string         `json:"@type"`
	URL       string         `json:"url"`
	Published time.Time      `json:"datePublished"`
	Language  string         `json:"inLanguage"`
	Claim     string         `json:"claimReviewed"`
	Author    linkedOffice   `json:"author"`
	Rating    linkedRating   `json:"reviewRating"`
	Reviewed  linkedReviewed `json:"itemReviewed"`
}

// linkedRating is from 1, false, to 5, not false; what cannot be verified has no number.
type linkedRating struct {
	Type      string `json:"@type"`
	Name      string `json:"alternateName"`
	Value     int    `json:"ratingValue,omitempty"`
	Worst     int    `json:"worstRating,omitempty"`
	Best      int    `json:"bestRating,omitempty"`
	Explained string `json:"ratingExplanation,omitempty"`
}

// linkedReviewed is the claim; where it stands is not told, for a link would spread it.
type linkedReviewed struct {
	Type       string    `json:"@type"`
	Appearance time.Time `json:"datePublished"`
}

// getConclusionPage is the public page of a case: its conclusion, and before that only
// where it stands.
func (s *site) getConclusionPage(c *fiber.Ctx) error {
	code, ok := cases.FindCode(c.Params("code"))
	if !ok {
		return problem.ErrNoPage
	}
	of, err := s.Store.CaseNow(c.UserContext(), code)
	if errors.Is(err, desk.ErrNotFound) {
		return problem.ErrNoPage
	}
	if err != nil {
		return err
	}
	page := conclusionPage{frame: s.frame("Vụ việc "+of.Code, cases.PublicState(of), "/k/"+of.Code), Case: of, Words: cases.PublicWords(of),
		State: cases.PublicState(of), UnitName: s.unitName(of.Unit)}
	page.Hidden = true
	if cases.Public(of) {
		s.concluded(of, &page)
	}
	return s.render(c, fiber.StatusOK, "conclusion", page)
}

func (s *site) concluded(of cases.Case, page *conclusionPage) {
	k := of.Conclusion
	page.Public, page.Title, page.Description = true, k.Claim+": "+page.Words, excerpt(k.Text)
	page.Article, page.Hidden = true, s.Demo
	page.StatementURL = s.statementURL(flowcases.StatementCode(of.Code))
	page.Body = template.HTML(markdown.Read(k.Text).HTML())
	page.LinkedAs = &claimReview{Context: "https://schema.org", Type: "ClaimReview", URL: s.PublicURL + "/k/" + of.Code, Published: k.PublishedAt,
		Language: "vi", Claim: k.Claim, Author: linkedOffice{"GovernmentOrganization", page.UnitName}, Rating: rating(of),
		Reviewed: linkedReviewed{"Claim", of.CreatedAt}}
}

func rating(of cases.Case) linkedRating {
	r := linkedRating{Type: "Rating", Name: cases.PublicWords(of), Explained: of.Conclusion.Text}
	switch {
	case of.Conclusion.Unlabelled != nil:
	case of.Conclusion.Outcome == cases.IsFalse:
		r.Value, r.Worst, r.Best = 1, 1, 5
	case of.Conclusion.Outcome == cases.NotFalse:
		r.Value, r.Worst, r.Best = 5, 1, 5
	}
	return r
}
