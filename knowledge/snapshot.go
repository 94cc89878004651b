package knowledge

import (
	"maps"
	"slices"
	"time"

	"phatngon/knowledge/index"
)

// snapshot is the knowledge at one moment; it never changes.
type snapshot struct {
	all        map[string]Statement // by code, of every status
	replacedBy map[string][]string  // code → codes of published statements that supersede it
	docs       []string             // document of the index → code
	docOf      map[string]int
	index      *index.Index
	vectors    docVectors
	places     map[string][]string // code → communes named; nil without Options.Places
}

func newSnapshot(all map[string]Statement) *snapshot {
	snap := &snapshot{all: all, replacedBy: map[string][]string{}, docOf: map[string]int{}}
	var docs []index.Doc
	for _, code := range slices.Sorted(maps.Keys(all)) {
		s := all[code]
		if s.Status != StatusPublished && s.Status != StatusSuperseded {
			continue
		}
		snap.docOf[code] = len(docs)
		snap.docs = append(snap.docs, code)
		docs = append(docs, Document(s))
		for _, old := range s.Supersedes {
			snap.replacedBy[old] = append(snap.replacedBy[old], code)
		}
	}
	snap.index = index.Build(docs)
	return snap
}

// Document is what the index reads of a statement.
func Document(s Statement) index.Doc {
	heads := append([]string{s.Title}, s.Questions...)
	keywords := slices.Concat(s.Topics, s.Places)
	if s.DocumentNo != "" {
		keywords = append(keywords, s.DocumentNo)
	}
	return index.Doc{Heads: heads, Keywords: keywords, Body: s.Body}
}

// with is the knowledge after some changes.
func (snap *snapshot) with(changed []Statement) *snapshot {
	return newSnapshot(latest(snap.all, changed))
}

// standing says whether a statement may be shown.
type standing int

const (
	hidden     standing = iota // not to be shown at all
	historical                 // expired or superseded: with its banner, on questions about that time
	current                    // says what holds now
)

// standing judges s for a reader at a time (issue of embargo, audience,
// validity and what superseded it).
func (snap *snapshot) standing(s Statement, a Audience, now time.Time) standing {
	switch {
	case s.Status != StatusPublished && s.Status != StatusSuperseded,
		s.Audience != AudiencePublic && a != AudiencePress,
		s.EmbargoUntil != nil && now.Before(*s.EmbargoUntil),
		s.ValidFrom != nil && now.Before(*s.ValidFrom):
		return hidden
	case s.Status == StatusSuperseded,
		s.ValidUntil != nil && now.After(*s.ValidUntil),
		snap.replaced(s.Code, now):
		return historical
	}
	return current
}

// replaced reports whether a published statement that already holds supersedes
// the one with that code, whoever may see it.
func (snap *snapshot) replaced(code string, now time.Time) bool {
	return slices.ContainsFunc(snap.replacedBy[code], func(by string) bool {
		s := snap.all[by]
		return s.Status == StatusPublished && by != code &&
			(s.EmbargoUntil == nil || !now.Before(*s.EmbargoUntil)) &&
			(s.ValidFrom == nil || !now.Before(*s.ValidFrom))
	})
}
