package paper

import "strings"

// Dropped is the words of one paragraph that are left out, by why.
type Dropped struct {
	words map[DoubtKind]*strings.Builder
	last  DoubtKind // of the words just before
}

func (d *Dropped) Add(kind DoubtKind, text string) {
	if d.words == nil {
		d.words = map[DoubtKind]*strings.Builder{}
	}
	if d.words[kind] == nil {
		d.words[kind] = &strings.Builder{}
	} else if d.last != kind {
		d.words[kind].WriteString(" … ")
	}
	d.words[kind].WriteString(text)
	d.last = kind
}

// Apart is told of words that stay.
func (d *Dropped) Apart() { d.last = DoubtKind{} }

// Flush says what the paragraph at a place lost.
func (d *Dropped) Flush(to *Doubts, at int) {
	for _, kind := range []DoubtKind{StruckOut, HiddenWords, Placeholder} {
		if text := d.words[kind]; text != nil && strings.TrimSpace(text.String()) != "" {
			to.Note(kind, at, text.String())
		}
	}
	*d = Dropped{}
}
