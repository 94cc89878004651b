package corpus

import (
	"maps"
	"reflect"
	"slices"
	"time"

	"phatngon/knowledge/search"
	"phatngon/knowledge/statement"
)

// Snapshot is the knowledge at one moment; it never changes.
type Snapshot struct {
	All        map[string]statement.Statement // by code, of every status
	replacedBy map[string][]string            // code → codes of published statements that supersede it
	docs       []string                       // document of the index → code, "" for one that has changed since
	docOf      map[string]int
	Index      *search.Index
	vectors    docVectors
	Places     map[string][]string        // code → communes and roads named
	numbers    func() map[string][]string // number of a document → codes
	HintWords  hintWords
}

func newSnapshot(all map[string]statement.Statement) *Snapshot {
	snap := &Snapshot{All: all, replacedBy: replacements(all), numbers: numbersOf(all), docOf: map[string]int{}, HintWords: hintWordsOf(all)}
	var docs []search.Doc
	for _, code := range slices.Sorted(maps.Keys(all)) {
		if s := all[code]; indexed(s) {
			snap.docOf[code] = len(docs)
			snap.docs = append(snap.docs, code)
			docs = append(docs, Document(s))
		}
	}
	snap.Index = search.Build(docs)
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
func (snap *Snapshot) at(doc int) statement.Statement { return snap.All[snap.docs[doc]] }

// with is the knowledge after some changes: only what they touch is read anew,
// unless that is so much that all is better built anew.
func (snap *Snapshot) with(changed []statement.Statement) *Snapshot {
	all := latest(snap.All, changed)
	next := &Snapshot{All: all, replacedBy: replacements(all), numbers: numbersOf(all), docs: slices.Clone(snap.docs), docOf: maps.Clone(snap.docOf), HintWords: snap.HintWords}
	var more []search.Doc
	for _, code := range codesOf(changed) {
		was, is := snap.All[code], all[code]
		next.HintWords = next.HintWords.with(was, is)
		if !sameDocument(was, is) {
			more = next.replace(code, is, more)
		}
	}
	var ok bool
	if next.Index, ok = snap.Index.Add(more); !ok {
		return newSnapshot(all)
	}
	return next
}

// replace makes s what is found by its code; more gets what the index must add.
func (snap *Snapshot) replace(code string, s statement.Statement, more []search.Doc) []search.Doc {
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
func (snap *Snapshot) loose() int {
	return len(snap.docs) - len(snap.docOf) + snap.Index.Added()
}

// changesTo lists what is otherwise in a later snapshot.
func (snap *Snapshot) changesTo(later *Snapshot) []statement.Statement {
	var changed []statement.Statement
	for code, s := range later.All {
		old, held := snap.All[code]
		if !held || s.Version != old.Version || s.Status != old.Status || !s.UpdatedAt.Equal(old.UpdatedAt) {
			changed = append(changed, s)
		}
	}
	return changed
}

// Standing says whether a statement may be shown.
type Standing int

const (
	hidden     Standing = iota // not to be shown at all
	Historical                 // expired or superseded: with its banner, on questions about that time
	Current                    // says what holds now
)

// Standing judges s for a reader at a time (issue of embargo, audience,
// validity and what superseded it).
func (snap *Snapshot) Standing(s statement.Statement, a statement.Audience, now time.Time) Standing {
	switch {
	case s.Status != statement.StatusPublished && s.Status != statement.StatusSuperseded,
		s.Audience != statement.AudiencePublic && a != statement.AudiencePress,
		s.EmbargoUntil != nil && now.Before(*s.EmbargoUntil),
		s.ValidFrom != nil && now.Before(*s.ValidFrom):
		return hidden
	case s.Status == statement.StatusSuperseded,
		s.ValidUntil != nil && now.After(*s.ValidUntil),
		snap.replaced(s.Code, now):
		return Historical
	}
	return Current
}

// replaced reports whether a published statement that already holds supersedes
// the one with that code, whoever may see it.
func (snap *Snapshot) replaced(code string, now time.Time) bool {
	return slices.ContainsFunc(snap.replacedBy[code], func(by string) bool {
		s := snap.All[by]
		return s.Status == statement.StatusPublished && by != code &&
			(s.EmbargoUntil == nil || !now.Before(*s.EmbargoUntil)) &&
			(s.ValidFrom == nil || !now.Before(*s.ValidFrom))
	})
}
