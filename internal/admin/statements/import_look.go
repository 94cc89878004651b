package statements

import (
	"phatngon/internal/admin/door"
	"phatngon/knowledge/importer"
)

// lookedAt is what a file holds, before any of it is confirmed. Several files are
// looked at one after another, and each of their statements is confirmed in its form,
// beside which stands what could not be taken over.
type lookedAt struct {
	File    string
	Refused string // why nothing could be read; "" when it could
	Items   []lookedItem
}

type lookedItem struct {
	Number          int // in its file, from 1
	Title, Document string
	Doubts          int    // places to look at again
	Duplicate       string // why it seems to be there already; "" when it does not
}

// look lists what a file holds.
func (p *Pages) look(v *door.Visit, file string, drafts []importer.Draft) (*lookedAt, error) {
	seen := &lookedAt{File: file}
	for i, d := range drafts {
		var from imported
		if err := p.markDuplicate(v, d.Statement, &from); err != nil {
			return nil, err
		}
		seen.Items = append(seen.Items, lookedItem{
			Number: i + 1, Title: d.Statement.Title, Document: d.Statement.DocumentNo, Doubts: len(d.Problems), Duplicate: from.Duplicate,
		})
	}
	return seen, nil
}
