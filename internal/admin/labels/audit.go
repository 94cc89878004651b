package labels

import (
	"time"

	"phatngon/internal/desk"
)

// AuditLine is a record of the audit chain as people read it.
type AuditLine struct {
	Seq                         int64
	At                          time.Time
	By, Action, Subject, Detail string
}

// Audit says records of the audit chain, with names for ids.
func Audit(records []desk.AuditRecord, names OfficerNames) []AuditLine {
	var lines []AuditLine
	for _, r := range records {
		subject := r.Subject
		if name, person := names[subject]; person {
			subject = name
		}
		lines = append(lines, AuditLine{r.Seq, r.At, names.Of(r.Officer), Of(r.Action), subject, r.Detail})
	}
	return lines
}
