package answer

import (
	"crypto/sha256"
	"time"

	"phatngon/knowledge/statement"
)

// Hash names a passage: SHA-256 of its text.
type Hash = [sha256.Size]byte

// EmbeddedPassage is a piece of a statement as an embedding model reads it.
type EmbeddedPassage struct {
	Hash Hash
	Text string
}

// PublicPassages lists the passages of what anyone may read at now, each text
// once: nothing that is for the press only, embargoed, withdrawn or a draft.
func (b *known) PublicPassages(now time.Time) []EmbeddedPassage {
	snap := b.current.Load()
	var all []EmbeddedPassage
	seen := map[Hash]bool{}
	for _, code := range snap.docs {
		s := snap.all[code]
		if snap.standing(s, statement.AudiencePublic, now) == hidden {
			continue
		}
		for _, text := range passageTexts(s) {
			if hash := hashOf(text); !seen[hash] {
				seen[hash] = true
				all = append(all, EmbeddedPassage{hash, text})
			}
		}
	}
	return all
}

func hashOf(text string) Hash { return sha256.Sum256([]byte(text)) }

// passageTexts takes s apart: its curated questions, and its body below the
// title, which says what a paragraph is about.
func passageTexts(s statement.Statement) []string {
	var texts []string
	for _, q := range s.Questions {
		texts = append(texts, clip(q))
	}
	for _, b := range blocks(s.Body) {
		for _, piece := range pieces(s.Body, b) {
			texts = append(texts, clip(s.Title)+"\n"+clip(piece))
		}
	}
	return texts
}
