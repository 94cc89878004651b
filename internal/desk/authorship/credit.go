package authorship

import "strings"

// creditRun is how many words in a row, typed by a colleague, are theirs where they stand in
// somebody's text; fewer are chance. A text of fewer words counts as a whole.
const creditRun = 8

// Credit is the authorship of a text of which by has taken words from what a colleague
// typed, and submitted them: those stay the colleague's, who may not sign them.
func Credit(authorship, text, by, colleague, typed string) string {
	words, theirs := strings.Fields(text), strings.Fields(typed)
	authors := decode(authorship, len(words))
	for i := 0; i < len(words); {
		n := 0
		for j := range theirs {
			n = max(n, run(words[i:], theirs[j:]))
		}
		if n >= min(creditRun, len(words)) {
			for k := range authors[i : i+n] {
				if authors[i+k] == by {
					authors[i+k] = colleague
				}
			}
		}
		i += max(n, 1)
	}
	return encode(authors)
}

// run is how many words a and b begin with alike.
func run(a, b []string) int {
	n := min(len(a), len(b))
	for i := range n {
		if a[i] != b[i] {
			return i
		}
	}
	return n
}
