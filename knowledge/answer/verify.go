package answer

import "phatngon/knowledge/statement"

// Verify reports whether q is what s says, byte for byte, in that version.
func Verify(q Quote, s statement.Statement) bool {
	return q.Statement == s.Code && q.Version == s.Version && q.Quote != "" &&
		0 <= q.Start && q.Start <= q.End && q.End <= len(s.Body) && s.Body[q.Start:q.End] == q.Quote
}
