package auditlog

import (
	"context"
	"slices"

	"phatngon/internal/desk"
	"phatngon/internal/store/engine"
)

// mostLinks is how many records about other things an extract names.
const mostLinks = 20_000

// Extract lists every record about a subject, chain by chain in the order of each, and
// between two of a chain the records about something else, as long as these are not too
// many.
func (l *Log) Extract(ctx context.Context, subject string) ([]desk.AuditRecord, error) {
	chains, last := map[string][]desk.AuditRecord{}, []string(nil)
	err := Records.Each(ctx, l.e, engine.Query{Index: "subject_at", Equal: []any{subject}}, func(r desk.AuditRecord) error {
		if chains[r.Chain] == nil {
			last = append(last, r.Chain)
		}
		chains[r.Chain] = append(chains[r.Chain], r)
		return nil
	})
	var all []desk.AuditRecord
	slices.Sort(last)
	links := 0
	for _, chain := range last {
		own := chains[chain]
		slices.SortFunc(own, func(a, b desk.AuditRecord) int { return int(a.Seq - b.Seq) })
		for i, r := range own {
			if i > 0 && err == nil {
				gap := int(r.Seq - own[i-1].Seq - 1)
				if links += gap; gap > 0 && links <= mostLinks {
					all, err = l.appendLinks(ctx, all, chain, own[i-1].Seq, r.Seq)
				}
			}
			all = append(all, r)
		}
	}
	return all, err
}

// appendLinks appends the records of a chain that stand between two.
func (l *Log) appendLinks(ctx context.Context, all []desk.AuditRecord, chain string, after, before int64) ([]desk.AuditRecord, error) {
	err := Records.Each(ctx, l.e, engine.Query{Index: "audit_number_taken", Equal: []any{chain}, From: after + 1, To: before}, func(r desk.AuditRecord) error {
		if r.Seq < before {
			all = append(all, r)
		}
		return nil
	})
	return all, err
}
