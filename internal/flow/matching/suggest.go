package matching

import (
	"bytes"
	"context"
	"errors"
	"fmt"

	"phatngon/internal/desk"
	"phatngon/internal/desk/cases"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/same"
	"phatngon/internal/desk/same/text"
)

// Suggestion is another case that may be of the same matter, and by what: texts with the
// words that stand in both, pictures, or an address that a short link leads to. Of a case
// whose content the officer may not see, only the code.
type Suggestion struct {
	Case     cases.Case
	Own      cases.Report
	Theirs   cases.Report // of which it is alike; zero when it may not be seen
	Mine     []text.Span  // words of Own that stand in both
	Shared   []text.Span  // of Theirs
	Picture  string       // of Own, that is like
	Like     string       // a picture of Theirs
	Leads    string       // the address that both lead to
	Readable bool
}

// mostSuggestions bounds what an officer is shown.
const mostSuggestions = 5

// Suggest are the cases that reports of c may belong to, for the eyes of by.
func (q *Matching) Suggest(ctx context.Context, by people.Officer, c cases.Case) ([]Suggestion, error) {
	s := &suggesting{q: q, by: by, seen: map[string]bool{c.Code: true}}
	if err := s.ledTo(ctx, c); err != nil {
		return nil, err
	}
	for _, id := range c.Reports[:min(len(c.Reports), ownShown)] {
		if len(s.found) >= mostSuggestions {
			break
		}
		r, err := q.Store.Report(ctx, id)
		if err != nil {
			return nil, fmt.Errorf("load report: %w", err)
		}
		if err := s.alike(ctx, r); err != nil {
			return nil, err
		}
	}
	return s.found, nil
}

// suggesting is a search for what may be of the same matter.
type suggesting struct {
	q     *Matching
	by    people.Officer
	seen  map[string]bool // codes of cases
	found []Suggestion
}

// ledTo adds the cases of the addresses that short links of c lead to.
func (s *suggesting) ledTo(ctx context.Context, c cases.Case) error {
	for _, a := range c.Aliases {
		if a.Undone != nil {
			continue
		}
		t, err := s.q.Store.Trace(ctx, LinkTrace(a.Key))
		if errors.Is(err, desk.ErrNotFound) {
			continue
		}
		if err != nil {
			return fmt.Errorf("look for a trace: %w", err)
		}
		if err := s.add(ctx, t, Suggestion{Leads: a.Given}); err != nil {
			return err
		}
	}
	return nil
}

// alike adds the cases of what looks or reads like a report.
func (s *suggesting) alike(ctx context.Context, r cases.Report) error {
	traces, err := s.q.TracesOf(ctx, r)
	if err != nil {
		return err
	}
	if fp := text.Of(r.Text); len(fp) > 0 && len(same.OfText(r.Text)) == 0 {
		traces = append(traces, same.Print(cases.TraceText, fp)) // too short to join, long enough to suggest
	}
	for _, own := range traces {
		near, err := s.q.near(ctx, own, false)
		if err != nil {
			return err
		}
		for _, t := range near {
			found := Suggestion{Own: r}
			if found.Picture, err = s.q.pictureOf(ctx, r, own.Print); err != nil {
				return err
			}
			if err := s.add(ctx, t, found); err != nil {
				return err
			}
		}
	}
	return nil
}

// add adds the case that a trace leads to, unless it was found before or has nothing.
func (s *suggesting) add(ctx context.Context, t cases.Trace, found Suggestion) error {
	c, err := s.q.ByCode(ctx, t.Case)
	if err != nil || c == nil || s.seen[c.Code] || len(c.Reports) == 0 || len(s.found) >= mostSuggestions {
		return err
	}
	s.seen[c.Code] = true
	found.Case = *c
	if found.Readable = cases.MaySee(s.by, *c) && !cases.Logged(*c); found.Readable {
		if err := s.q.compare(ctx, t, &found); err != nil {
			return err
		}
	}
	s.found = append(s.found, found)
	return nil
}

// compare fills in what of the other case is like.
func (q *Matching) compare(ctx context.Context, t cases.Trace, found *Suggestion) error {
	for _, id := range found.Case.Reports[:min(len(found.Case.Reports), ownShown)] {
		r, err := q.Store.Report(ctx, id)
		if err != nil {
			return fmt.Errorf("load report: %w", err)
		}
		if found.Theirs.ID == "" {
			found.Theirs = r
		}
		picture, err := q.pictureOf(ctx, r, t.Print)
		if err != nil {
			return err
		}
		said := t.Kind == cases.TraceText && bytes.Equal(text.Of(r.Text), t.Print)
		if picture != "" || said {
			found.Theirs, found.Like = r, picture
			break
		}
	}
	if t.Kind == cases.TraceText {
		found.Mine, found.Shared = text.Shared(found.Own.Text, found.Theirs.Text)
	}
	return nil
}

// pictureOf is the picture of a report that looks so, "" when none does.
func (q *Matching) pictureOf(ctx context.Context, r cases.Report, hash []byte) (string, error) {
	for _, id := range r.Pictures {
		e, err := q.Store.Evidence(ctx, id)
		if err == nil && len(e.Hash) > 0 && bytes.Equal(e.Hash, hash) {
			return id, nil
		}
		if err != nil && !errors.Is(err, desk.ErrNotFound) {
			return "", fmt.Errorf("look at a picture: %w", err)
		}
	}
	return "", nil
}
