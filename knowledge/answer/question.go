package answer

import (
	"phatngon/knowledge/statement"
	"slices"
	"time"
)

// Question is what a person asked, in their own spelling.
type Question struct {
	Text     string
	Audience statement.Audience // who asks: AudiencePress sees press statements too
	Now      time.Time
	Unit     string    // only what this unit said, by its code; "" = any
	Pointed  *Pointed  // at passages for Text; nil = nothing points
	Vector   []float32 // of Text by the model of the Base's vectors; nil or of another size = none
}

// Pointed is what was pointed at for a question: spans of statements, or that none answers.
type Pointed struct {
	Question string // asked then; another one is not answered with it
	None     bool
	Spans    []PointedSpan
}

// PointedSpan is a sentence that was pointed at.
type PointedSpan struct {
	Statement  string
	Version    int64
	Start, End int
}

// at reports whether some of statements were pointed at.
func (p *Pointed) at(statements []string) bool {
	return slices.ContainsFunc(p.Spans, func(s PointedSpan) bool { return slices.Contains(statements, s.Statement) })
}
