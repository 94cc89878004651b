package knowledge

import "time"

// Ask answers q from what is published, valid and allowed at q.Now.
func (b *Base) Ask(q Question) Answer { return Answer{Status: Refused} }

// AskAbout answers q from the one statement the person picked.
func (b *Base) AskAbout(code string, q Question) Answer { return Answer{Status: Refused} }

// Verify reports whether q is what s says, byte for byte, in that version.
func Verify(q Quote, s Statement) bool {
	return q.Statement == s.Code && q.Version == s.Version && q.Quote != "" &&
		0 <= q.Start && q.Start <= q.End && q.End <= len(s.Body) && s.Body[q.Start:q.End] == q.Quote
}

// Hit is a statement found by Search.
type Hit struct {
	Statement string
	Title     string
	Unit      string // the unit's name
	IssuedAt  time.Time
	Excerpt   string // verbatim
	Score     float64
}

// Search returns the k best statements for text, best first.
func (b *Base) Search(text string, a Audience, now time.Time, k int) []Hit { return nil }
