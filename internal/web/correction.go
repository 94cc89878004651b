package web

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"phatngon/internal/desk"
	"phatngon/internal/edge"
	"phatngon/knowledge"
)

// auditRead is how much of a statement's history is looked at.
const auditRead = 100

// correction tells readers that the words were corrected since they were first
// published, "" when they were not. A document's version is no such count: it
// grows with everything that is saved.
func (s *site) correction(ctx context.Context, st knowledge.Statement) (string, error) {
	records, err := s.Store.AuditOf(ctx, st.Code, auditRead)
	if err != nil {
		return "", fmt.Errorf("read what was published of %s: %w", st.Code, err)
	}
	return correctionOf(st, records), nil
}

// correctionOf reads records newest first. Of one publication after the first it
// is known that it changed the words, for the words are those since SaidSince; of
// several, some may only have made the statement easier to find. Then it says
// the day and no number.
func correctionOf(st knowledge.Statement, records []desk.AuditRecord) string {
	var changes []desk.AuditRecord
	imported := false
	for _, r := range records {
		version, err := strconv.ParseInt(strings.TrimPrefix(r.Detail, "version "), 10, 64)
		switch {
		case r.Action == "statement.import":
			imported = true
		case r.Action == "statement.publish" && (err != nil || version <= st.SaidSince):
			changes = append(changes, r)
		}
	}
	first := len(changes) - 1
	if !imported && st.Request == "" && first >= 0 && len(records) < auditRead {
		changes = changes[:first] // the first publication of a draft corrects nothing
	}
	switch len(changes) {
	case 0:
		return ""
	case 1:
		return "Bản sửa lần 1, ngày " + edge.Date(changes[0].At)
	}
	return "Bản sửa ngày " + edge.Date(changes[0].At)
}
