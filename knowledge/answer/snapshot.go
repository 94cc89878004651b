package answer

import (
	"maps"
	"reflect"
	"slices"
	"time"

	"phatngon/knowledge/search"
	"phatngon/knowledge/statement"
)

// snapshot is the knowledge at one moment; it never changes.
type snapshot struct {
	all        map[string]statement.Statement // by code, of every status
	replacedBy map[string][]string            // code → codes of published statements that supersede it
	docs       []string                       // document of the index → code, "" for one that has changed since
	docOf      map[string]int
	index      *search.Index
	vectors    docVectors
	places     map[string][]string        // code → communes and roads named
	numbers    func() map[string][]string // number of a document → codes
	hintWords  hintWords
}

func newSnapshot(all map[string]statement.Statement) *snapshot {
	snap := &snapshot{all: all, replacedBy: replacements(all), numbers: numbersOf(all), docOf: map[string]int{}, hintWords: hintWordsOf(all)}
	var docs []search.Doc
	for _, code := range slices.Sorted(maps.Keys(all)) {
		if s := all[code]; indexed(s) {
			snap.docOf[code] = len(docs)
			snap.docs = append(snap.docs, code)
			docs = append(docs, Document(s))
		}
	}
	snap.index = search.Build(docs)
	return snap
}

func replacements(all map[string]statement.Statement) map[string][]string {
	by := map[string][]string{}
	for code, s := range all {
		if len(s.Supersedes) == 0 || !indexed(s) {
			continue
		}
		for _, old := range s.Supersedes {
			by[old] = append(by[old], code)
		}
	}
	for _, codes := range by {
		slices.Sort(codes)
	}
	return by
}

// indexed reports whether s may be found at some time.
func indexed(s statement.Statement) bool {
	return s.Status == statement.StatusPublished || s.Status == statement.StatusSuperseded
}

// Document is what the index reads of a statement.
func Document(s statement.Statement) search.Doc {
	heads := append([]string{s.Title}, s.Questions...)
	keywords := slices.Concat(s.Topics, s.Places)
	if s.DocumentNo != "" {
		keywords = append(keywords, s.DocumentNo)
	}
	return search.Doc{Heads: heads, Keywords: keywords, Body: s.Body}
}

// at is the statement that a document of the index was made of, an empty one
// when it has changed since.
func (snap *snapshot) at(doc int) statement.Statement { return snap.all[snap.docs[doc]] }

// with is the knowledge after some changes: only what they touch is read anew,
// unless that is so much that all is better built anew.
func (snap *snapshot) with(changed []statement.Statement) *snapshot {
	all := latest(snap.all, changed)
	next := &snapshot{all: all, replacedBy: replacements(all), numbers: numbersOf(all), docs: slices.Clone(snap.docs), docOf: maps.Clone(snap.docOf), hintWords: snap.hintWords}
	var more []search.Doc
	for _, code := range codesOf(changed) {
		was, is := snap.all[code], all[code]
		next.hintWords = next.hintWords.with(was, is)
		if !sameDocument(was, is) {
			more = next.replace(code, is, more)
		}
	}
	var ok bool
	if next.index, ok = snap.index.Add(more); !ok {
		return newSnapshot(all)
	}
	return next
}

// replace makes s what is found by its code; more gets what the index must add.
func (snap *snapshot) replace(code string, s statement.Statement, more []search.Doc) []search.Doc {
	if doc, held := snap.docOf[code]; held {
		snap.docs[doc] = ""
		delete(snap.docOf, code)
	}
	if !indexed(s) {
		return more
	}
	snap.docOf[code] = len(snap.docs)
	snap.docs = append(snap.docs, code)
	return append(more, Document(s))
}

// sameDocument reports whether the index need not tell two versions apart.
func sameDocument(a, b statement.Statement) bool {
	return indexed(a) == indexed(b) && (!indexed(a) || reflect.DeepEqual(Document(a), Document(b)))
}

// codesOf lists the codes of all, each once, in order.
func codesOf(all []statement.Statement) []string {
	codes := make([]string, len(all))
	for i, s := range all {
		codes[i] = s.Code
	}
	slices.Sort(codes)
	return slices.Compact(codes)
}

// loose is how many documents were added, or have changed, since all was built.
func (snap *snapshot) loose() int {
	return len(snap.docs) - len(snap.docOf) + snap.index.Added()
}

// changesTo lists what is otherwise in a later snapshot.
func (snap *snapshot) changesTo(later *snapshot) []statement.Statement {
	var changed []statement.Statement
	for code, s := range later.all {
		old, held := snap.all[code]
		if !held || s.Version != old.Version || s.Status != old.Status || !s.UpdatedAt.Equal(old.UpdatedAt) {
			changed = append(changed, s)
		}
	}
	return changed
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
func (snap *snapshot) standing(s statement.Statement, a statement.Audience, now time.Time) standing {
	switch {
	case s.Status != statement.StatusPublished && s.Status != statement.StatusSuperseded,
		s.Audience != statement.AudiencePublic && a != statement.AudiencePress,
		s.EmbargoUntil != nil && now.Before(*s.EmbargoUntil),
		s.ValidFrom != nil && now.Before(*s.ValidFrom):
		return hidden
	case s.Status == statement.StatusSuperseded,
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
		return s.Status == statement.StatusPublished && by != code &&
			(s.EmbargoUntil == nil || !now.Before(*s.EmbargoUntil)) &&
			(s.ValidFrom == nil || !now.Before(*s.ValidFrom))
	})
}
