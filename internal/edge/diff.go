package edge

import (
	"slices"
	"strings"
	"unicode"
)

// Change is a run of words that two texts share, or that one of them has alone.
type Change struct {
	Kind string // Same, Added or Removed
	Text string
}

// The kinds of a Change.
const (
	Same    = "same"
	Added   = "added"
	Removed = "removed"
)

// mostCells bounds the comparison of what differs; beyond it all of it is
// removed and added.
const mostCells = 4 << 20

// Diff is how before becomes after, word by word: all but what was removed is
// after, byte for byte. It is nil when their words are the same.
func Diff(before, after string) []Change {
	old, fresh := cutWords(before), cutWords(after)
	if slices.EqualFunc(old, fresh, sameWord) {
		return nil
	}
	head, tail := 0, 0
	for head < min(len(old), len(fresh)) && sameWord(old[head], fresh[head]) {
		head++
	}
	for tail < min(len(old), len(fresh))-head && sameWord(old[len(old)-1-tail], fresh[len(fresh)-1-tail]) {
		tail++
	}
	var d diff
	d.add(Same, fresh[:head]...)
	d.middle(old[head:len(old)-tail], fresh[head:len(fresh)-tail])
	d.add(Same, fresh[len(fresh)-tail:]...)
	return joinReplaced(d.changes)
}

// joinReplaced keeps what was replaced and what replaces it on one line.
func joinReplaced(changes []Change) []Change {
	for i := range len(changes) - 1 {
		if c := &changes[i]; c.Kind == Removed && changes[i+1].Kind == Added {
			c.Text = strings.TrimRightFunc(c.Text, unicode.IsSpace) + " "
		}
	}
	return changes
}

// cutWords cuts before each word, so that a word keeps the space behind it.
func cutWords(text string) []string {
	var words []string
	start, space := 0, false
	for i, r := range text {
		if space && !unicode.IsSpace(r) {
			words, start = append(words, text[start:i]), i
		}
		space = unicode.IsSpace(r)
	}
	if start < len(text) {
		words = append(words, text[start:])
	}
	return words
}

func sameWord(a, b string) bool { return strings.TrimSpace(a) == strings.TrimSpace(b) }

type diff struct{ changes []Change }

// add joins words to the run before, when it is of the same kind.
func (d *diff) add(kind string, words ...string) {
	text := strings.Join(words, "")
	if last := len(d.changes) - 1; last >= 0 && d.changes[last].Kind == kind {
		d.changes[last].Text += text
	} else if text != "" {
		d.changes = append(d.changes, Change{kind, text})
	}
}

// middle goes along a longest common subsequence.
func (d *diff) middle(old, fresh []string) {
	i, j := 0, 0
	if len(old)*len(fresh) <= mostCells {
		for rest := commonLengths(old, fresh); i < len(old) && j < len(fresh); {
			switch {
			case sameWord(old[i], fresh[j]):
				d.add(Same, fresh[j])
				i, j = i+1, j+1
			case rest[i+1][j] >= rest[i][j+1]:
				d.add(Removed, old[i])
				i++
			default:
				d.add(Added, fresh[j])
				j++
			}
		}
	}
	d.add(Removed, old[i:]...)
	d.add(Added, fresh[j:]...)
}

// commonLengths are the lengths of the longest common subsequence of all pairs
// of endings.
func commonLengths(a, b []string) [][]uint16 {
	table := make([][]uint16, len(a)+1)
	for i := range table {
		table[i] = make([]uint16, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if table[i][j] = max(table[i+1][j], table[i][j+1]); sameWord(a[i], b[j]) {
				table[i][j] = table[i+1][j+1] + 1
			}
		}
	}
	return table
}
