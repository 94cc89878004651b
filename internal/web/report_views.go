package web

import (
	"time"

	"github.com/gofiber/fiber/v2"

	"phatngon/bot/report"
	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/cases"
)

type formView struct {
	Categories   []categoryView `json:"categories"`
	How          string         `json:"how"`
	Danger       string         `json:"danger"`
	Victim       string         `json:"victim"`
	Scam         string         `json:"scam"`
	Honest       string         `json:"honest"`
	Who          string         `json:"who"`
	MostPictures int            `json:"most_pictures"`
	MostBytes    int            `json:"most_bytes"` // of a picture
}

type categoryView struct {
	Code string `json:"code"`
	Name string `json:"name"`
}

type checkView struct {
	report.Check
	Known string
}

func (v checkView) view() fiber.Map {
	return fiber.Map{"advice": v.Advice, "known": v.Known, "summary": v.Summary, "missing": v.Missing, "honest": v.Honest, "who": v.Who,
		"named": v.Named, "unnamed": v.Unnamed, "unnamed_first": v.UnnamedFirst}
}

type pictureView struct {
	SHA256     string    `json:"sha256"`
	Size       int       `json:"size"`
	ReceivedAt time.Time `json:"received_at"`
}

type reportItem struct {
	ID         string    `json:"id"`
	Code       string    `json:"code"` // of the case
	StateLabel string    `json:"state_label"`
	Ended      bool      `json:"ended"` // whoever reported it was told the end
	Found      string    `json:"found"` // the words of the decree, and no others
	Category   string    `json:"category"`
	Text       string    `json:"text"`
	Pictures   int       `json:"pictures"`
	CreatedAt  time.Time `json:"created_at"`
}

type receiptView struct {
	reportItem
	Receipt  string `json:"receipt"`
	ProofURL string `json:"proof_url"`
}

type reportView struct {
	reportItem
	Known    string         `json:"known"` // what may be said of the matter now
	PageURL  string         `json:"page_url"`
	ProofURL string         `json:"proof_url"`
	Evidence []evidenceView `json:"evidence"`
	Timeline []momentView   `json:"timeline"`
	More     []reportItem   `json:"more"`
}

type evidenceView struct {
	SHA256     string    `json:"sha256"`
	ReceivedAt time.Time `json:"received_at"`
	Problem    string    `json:"problem"`
}

type momentView struct {
	At   time.Time `json:"at"`
	Text string    `json:"text"`
}

func (s *site) report(k cases.Case, r cases.Report, at time.Time) reportItem {
	found, ended := cases.PublicWords(cases.Case{}), report.Ended(k, at)
	switch {
	case ended && cases.Public(k):
		found = cases.PublicWords(k)
	case ended:
		found = "" // rejected, or not to be published: nothing is said of it any more
	}
	return reportItem{ID: r.ID, Code: k.Code, StateLabel: report.State(k, at), Ended: ended, Found: found, Category: report.Category(string(r.Category)),
		Text: r.Text, Pictures: len(r.Pictures), CreatedAt: r.CreatedAt.In(calendar.Zone)}
}

// conclusionURL is the page of a published conclusion, "" before there is one.
func (s *site) conclusionURL(k cases.Case) string {
	if !cases.Public(k) {
		return ""
	}
	return report.Page(s.PublicURL, k.Code)
}

// reportsShown is how many of a person's reports are listed, those that add to others
// among them.
const reportsShown = 50

// getReports lists a person's own reports, newest first. What adds to one stands with it.
func (s *site) getReports(c *fiber.Ctx) error {
	found, err := s.Store.ReportsOf(c.UserContext(), requester(c).ID, reportsShown)
	if err != nil {
		return err
	}
	items := []reportItem{}
	for _, r := range found {
		if r.Adds != "" {
			continue
		}
		k, err := s.Flow.Cases.CaseOf(c.UserContext(), r)
		if err != nil {
			return err
		}
		items = append(items, s.report(k, r, s.now()))
	}
	return c.JSON(fiber.Map{"items": items})
}

// getReport shows a person's own report with what became of it; another's is not found.
func (s *site) getReport(c *fiber.Ctx) error {
	r, err := s.Store.OwnReport(c.UserContext(), requester(c).ID, c.Params("code"))
	if err != nil {
		return err
	}
	k, err := s.Flow.Cases.CaseOf(c.UserContext(), r)
	if err != nil {
		return err
	}
	more, err := s.moreOf(c, r)
	if err != nil {
		return err
	}
	v := reportView{reportItem: s.report(k, r, s.now()), Known: report.Known(k, s.now(), s.Flow.Cases.UnitOf(k), s.PublicURL),
		PageURL: s.conclusionURL(k), ProofURL: s.Flow.Cases.Proof(r), Timeline: []momentView{}, More: []reportItem{}}
	for _, m := range report.Timeline(k, r, more) {
		v.Timeline = append(v.Timeline, momentView{m.At.In(calendar.Zone), m.Text})
	}
	for _, m := range more {
		v.More = append(v.More, s.report(k, m, s.now()))
	}
	if v.Evidence, err = s.evidenceOf(c, append([]cases.Report{r}, more...)); err != nil {
		return err
	}
	return c.JSON(v)
}

// moreOf are the reports of the person that add to r, the oldest first.
func (s *site) moreOf(c *fiber.Ctx, r cases.Report) ([]cases.Report, error) {
	all, err := s.Store.ReportsOf(c.UserContext(), requester(c).ID, reportsShown)
	var more []cases.Report
	for i := len(all) - 1; i >= 0; i-- {
		if all[i].Adds == r.ID {
			more = append(more, all[i])
		}
	}
	return more, err
}
