package casefile

import (
	"context"
	"errors"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/cases"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/privacy"
	"phatngon/internal/store/engine"
	"phatngon/internal/store/table"
)

// InsertReport stores a new report with what must follow. A *TakenError with the key
// "report_taken_already" says that its source has brought one before.
func (s *Files) InsertReport(ctx context.Context, r *cases.Report, effects ...effect.Effect) error {
	who := sender{ID: r.ID, Requester: r.Requester, CreatedAt: r.CreatedAt}
	if r.Requester != "" { // first: a report without its sender would be anonymous
		if _, err := senders.InsertMany(ctx, s.e, []*sender{&who}); err != nil {
			return err
		}
	}
	doc := *r
	doc.Requester = ""
	err := reportTable.Insert(ctx, s.e, &doc, effects...)
	r.Version = doc.Version
	return err
}

// Report returns the report with this id, without who sent it: see Sender.
func (s *Files) Report(ctx context.Context, id string) (cases.Report, error) {
	return reportTable.Get(ctx, s.e, id)
}

// ReportBySource returns the report that an event brought.
func (s *Files) ReportBySource(ctx context.Context, source string) (cases.Report, error) {
	return reportTable.First(ctx, s.e, engine.Query{Index: "report_taken_already", Equal: []any{source}})
}

// Sender is who sent a report, kept apart from it; desk.ErrNotFound of an anonymous one
// and of a person who was erased.
func (s *Files) Sender(ctx context.Context, report string) (string, error) {
	who, err := senders.Get(ctx, s.e, report)
	return who.Requester, err
}

// OwnReport returns a report of this person; another's, and an anonymous one, is
// desk.ErrNotFound.
func (s *Files) OwnReport(ctx context.Context, requester, id string) (cases.Report, error) {
	who, err := s.Sender(ctx, id)
	if err == nil && who != requester {
		err = desk.ErrNotFound
	}
	if err != nil {
		return cases.Report{}, err
	}
	return s.Report(ctx, id)
}

// ReportsOf lists a person's own reports, newest first.
func (s *Files) ReportsOf(ctx context.Context, requester string, limit int) ([]cases.Report, error) {
	found, err := senders.Find(ctx, s.e, engine.Query{Index: "requester_created", Equal: []any{requester}, Desc: true, Limit: table.PageSize(limit)})
	var all []cases.Report
	for _, who := range found {
		r, err := s.Report(ctx, who.ID)
		if errors.Is(err, desk.ErrNotFound) {
			continue // died before it was kept: nobody has reported that
		}
		if err != nil {
			return all, err
		}
		all = append(all, r)
	}
	return all, err
}

// JoinSenders gives the reports of one person to another, who is the same.
func (s *Files) JoinSenders(ctx context.Context, from, to string) error {
	return senders.Change(ctx, s.e, engine.Query{Index: "requester_created", Equal: []any{from}}, func(w *sender) { w.Requester = to })
}

// Erase leaves a person's reports as nobody's: what they say of the matter stays,
// what is personal in it is taken out, and nobody is told. Their wishes go.
func (s *Files) Erase(ctx context.Context, id string) error {
	if err := s.eraseWishes(ctx, id); err != nil {
		return err
	}
	found, err := senders.All(ctx, s.e, engine.Query{Index: "requester_created", Equal: []any{id}})
	if err != nil {
		return err
	}
	for _, who := range found {
		if err := s.unname(ctx, who.ID); err != nil && !errors.Is(err, desk.ErrNotFound) {
			return err
		}
		if err := senders.Remove(ctx, s.e, who.ID); err != nil {
			return err
		}
	}
	return nil
}

// unname takes what is personal out of a report.
func (s *Files) unname(ctx context.Context, id string) error {
	r, err := s.Report(ctx, id)
	if err != nil {
		return err
	}
	r.Anonymous, r.Consent, r.TextHash = true, false, ""
	for _, text := range []*string{&r.Text, &r.Place, &r.Spread, &r.Harm, &r.Right} {
		*text = privacy.Erase(*text)
	}
	return reportTable.Replace(ctx, s.e, &r)
}

// sender is who sent a report.
type sender struct {
	ID        string    `bson:"_id"` // of the report
	Version   int64     `bson:"version"`
	Requester string    `bson:"requester"`
	CreatedAt time.Time `bson:"created_at"`
}

var senders = table.Table[sender]{
	Collection: engine.Collection{Name: "senders", Indexes: []engine.Index{
		{Name: "requester_created", Fields: []string{"requester", "created_at"}},
	}},
	Key: func(r *sender) (string, *int64) { return r.ID, &r.Version },
}

var reportTable = table.Table[cases.Report]{
	Collection: engine.Carrier(ReportName, []engine.Index{
		{Name: "report_taken_already", Fields: []string{"source"}, Unique: true},
		{Name: "case_created", Fields: []string{"case", "created_at"}},
	}),
	Key: func(r *cases.Report) (string, *int64) { return r.ID, &r.Version },
}
