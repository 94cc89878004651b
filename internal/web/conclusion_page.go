package web

import (
	"errors"
	"html/template"
	"time"

	"github.com/gofiber/fiber/v2"

	"phatngon/bot/report"
	"phatngon/internal/desk"
	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/cases"
	"phatngon/internal/web/problem"
	"phatngon/knowledge/markdown"
	"phatngon/knowledge/statement"
)

type conclusionPage struct {
	frame
	Code, UnitName string
	Conclusion     cases.Conclusion
	Found          string        // the words of the decree, and no others
	Paragraphs     template.HTML // what is right, as it was signed
	Statement      string        // address of the statement that it became; "" when that is not in force
	LinkedAs       *claimReview
	Before         string // what was found before the label was taken back; "" while it stands
	FirstSeen      time.Time
	Quotes         []quotedWords
	CutCaptures    bool // there may be more
}

// quotedWords is a span of a statement that the conclusion rests on. Title and URL are
// empty where the statement is not to be seen any more.
type quotedWords struct {
	Words           template.HTML
	Title, Who, URL string
	Code            string
	InForce         bool
}

// claimReview describes a conclusion to search engines (schema.org/ClaimReview).
type claimReview struct {
	Context   string       `json:"@context"`
	Type      string       `json:"@type"`
	URL       string       `json:"url"`
	Claim     string       `json:"claimReviewed"`
	Published time.Time    `json:"datePublished"`
	Language  string       `json:"inLanguage"`
	Author    linkedOffice `json:"author"`
	Rating    claimRating  `json:"reviewRating"`
	Item      linkedClaim  `json:"itemReviewed"`
}

type claimRating struct {
	Type  string `json:"@type"`
	Name  string `json:"alternateName"`
	Value int    `json:"ratingValue,omitempty"`
	Best  int    `json:"bestRating,omitempty"`
	Worst int    `json:"worstRating,omitempty"`
}

type linkedClaim struct {
	Type string    `json:"@type"`
	Name string    `json:"name"`
	Seen time.Time `json:"datePublished"` // when it was first reported here
}

// getConclusionPage is the public page of a conclusion. Before it is published there is no
// page, whoever asks; what circulated is named in one sentence, without a link to it.
func (s *site) getConclusionPage(c *fiber.Ctx) error {
	k, err := s.Store.CaseNow(c.UserContext(), c.Params("code"))
	if errors.Is(err, desk.ErrNotFound) || err == nil && !cases.Public(k) {
		return problem.ErrNoPage
	}
	if err != nil {
		return err
	}
	found := cases.PublicWords(k)
	f := s.frame("Kết luận về tin “"+k.Conclusion.Claim+"”", "Kết luận: "+found+". "+excerpt(k.Conclusion.Text), "/k/"+k.Code)
	f.Article = true
	page := conclusionPage{frame: f, Code: k.Code, UnitName: s.unitName(k.Conclusion.Unit), Conclusion: *k.Conclusion, Found: found,
		Paragraphs: template.HTML(markdown.Read(k.Conclusion.Text).HTML()), FirstSeen: k.CreatedAt, Quotes: s.quotedWords(k.Conclusion.Quotes),
		CutCaptures: len(k.Conclusion.Captures) == cases.MostCaptures}
	if k.Conclusion.Unlabelled != nil {
		page.Before = cases.WordsBefore(k)
	}
	if k.Conclusion.Unlabelled == nil {
		page.Statement, page.LinkedAs = s.statementURL(report.Statement(k.Code)), s.claimReview(k)
	}
	return s.render(c, fiber.StatusOK, "conclusion", page)
}

func (s *site) quotedWords(quotes []cases.Quote) (all []quotedWords) {
	for _, q := range quotes {
		words := quotedWords{Words: template.HTML(markdown.Read(q.Text).HTML()), Code: q.Statement}
		if st, ok := s.Flow.Base.Statement(q.Statement, statement.AudiencePublic, s.Flow.Now()); ok {
			_, words.InForce = s.Flow.Base.InForce(q.Statement, statement.AudiencePublic, s.Flow.Now())
			words.Title, words.Who, words.URL = st.Title, st.Spokesperson+", "+st.Position, s.statementURL(st.Code)
		}
		all = append(all, words)
	}
	return all
}

func (s *site) claimReview(c cases.Case) *claimReview {
	k := c.Conclusion
	rating := claimRating{Type: "Rating", Name: cases.PublicWords(c)}
	switch {
	case k.Outcome == cases.NotFalse:
		rating.Value, rating.Best, rating.Worst = 5, 5, 1
	case k.Outcome == cases.IsFalse && !k.LabelledAt.IsZero():
		rating.Value, rating.Best, rating.Worst = 1, 5, 1
	}
	return &claimReview{Context: "https://schema.org", Type: "ClaimReview", URL: report.Page(s.PublicURL, c.Code), Claim: k.Claim,
		Published: k.PublishedAt.In(calendar.Zone), Language: "vi", Author: linkedOffice{"Organization", s.unitName(k.Unit)},
		Rating: rating, Item: linkedClaim{"Claim", k.Claim, c.CreatedAt.In(calendar.Zone)}}
}
