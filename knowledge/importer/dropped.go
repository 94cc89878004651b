package importer

import "strings"

// dropped is the words of one paragraph that are left out, by why.
type dropped struct {
	words map[doubtKind]*strings.Builder
	last  doubtKind // of the words just before
}

func (d *dropped) add(kind doubtKind, text string) {
	if d.words == nil {
		d.words = map[doubtKind]*strings.Builder{}
	}
	if d.words[kind] == nil {
		d.words[kind] = &strings.Builder{}
	} else if d.last != kind {
		d.words[kind].WriteString(" … ")
	}
	d.words[kind].WriteString(text)
	d.last = kind
}

// apart is told of words that stay.
func (d *dropped) apart() { d.last = doubtKind{} }

// flush says what the paragraph at a place lost.
func (d *dropped) flush(to *doubts, at int) {
	for _, kind := range []doubtKind{struckOut, hiddenWords, placeholder} {
		if text := d.words[kind]; text != nil && strings.TrimSpace(text.String()) != "" {
			to.note(kind, at, text.String())
		}
	}
	*d = dropped{}
}
