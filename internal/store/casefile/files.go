// Package casefile keeps what belongs to a case of false content: the case, the reports,
// who sent them (apart from the reports), the pictures (also those that wait for their
// report), and what a report is recognised by.
package casefile

import "phatngon/internal/store/engine"

// The collections whose documents carry effects.
const (
	CaseName   = "cases"
	ReportName = "reports"
)

// Files are the case files of one database.
type Files struct{ e engine.Engine }

// New are the files that e keeps.
func New(e engine.Engine) *Files { return &Files{e} }

// Collections is what an engine makes for them.
func Collections() []*engine.Collection {
	return []*engine.Collection{&caseTable.Collection, &reportTable.Collection, &senders.Collection,
		&evidenceTable.Collection, &chunks.Collection, &traces.Collection, &uploads.Collection, &pieces.Collection, &alerts.Collection, &wishes.Collection}
}
