package casefile

import (
	"context"
	"errors"

	"phatngon/internal/desk"
	"phatngon/internal/desk/cases"
	"phatngon/internal/store/engine"
)

// ForgetSender removes who sent a report; of who was erased there is nothing.
func (s *Files) ForgetSender(ctx context.Context, report string) error {
	return senders.Remove(ctx, s.e, report)
}

// EmptyReport removes what a report says; that there was one stays, with its day and
// category.
func (s *Files) EmptyReport(ctx context.Context, id string) error {
	for {
		r, err := reportTable.Get(ctx, s.e, id)
		if err != nil {
			return err
		}
		r.Text, r.Links, r.Place, r.Spread, r.Harm, r.Right = "", nil, "", "", "", ""
		if err = reportTable.Replace(ctx, s.e, &r); !errors.Is(err, desk.ErrConflict) {
			return err
		}
	}
}

// RemoveEvidence removes the bytes of a picture, unless another report shows the same;
// why, when it was received and its SHA-256 stay. Twice is once.
func (s *Files) RemoveEvidence(ctx context.Context, id, why string) error {
	e, err := evidenceTable.Get(ctx, s.e, id)
	if errors.Is(err, desk.ErrNotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	size := e.Size
	if e.Problem == "" {
		e.Problem, e.Hash = why, nil
		if err := evidenceTable.Replace(ctx, s.e, &e); err != nil {
			return err
		}
	}
	return s.removeBytes(ctx, e.SHA256, size)
}

// removeBytes removes the bytes with this SHA-256 that nobody shows any more. Who keeps
// the same picture meanwhile writes it again once it is named (KeepEvidence); what is named
// by the time that the bytes are gone is put back.
func (s *Files) removeBytes(ctx context.Context, sum string, size int) error {
	shown, err := s.shows(ctx, sum)
	if err != nil || shown || size == 0 {
		return err
	}
	data, err := s.EvidenceBytes(ctx, cases.Evidence{SHA256: sum, Size: size})
	if err != nil && !errors.Is(err, desk.ErrNotFound) {
		return err
	}
	for n := range (size + chunkSize - 1) / chunkSize {
		if err := chunks.Remove(ctx, s.e, chunkID(sum, n)); err != nil {
			return err
		}
	}
	if shown, err = s.shows(ctx, sum); err != nil || !shown {
		return err
	}
	return s.keepBytes(ctx, sum, data)
}

// shows reports whether a picture with these bytes is shown by a report.
func (s *Files) shows(ctx context.Context, sum string) (shown bool, err error) {
	err = evidenceTable.Each(ctx, s.e, engine.Query{Index: "sha256_received", Equal: []any{sum}}, func(e cases.Evidence) error {
		shown = shown || e.Problem == ""
		return nil
	})
	return shown, err
}

// FillSums gives the evidence of a release before the field by which the same picture is
// found.
func FillSums(ctx context.Context, e engine.Engine) error {
	return e.Fill(ctx, &evidenceTable.Collection, "sha256", "")
}
