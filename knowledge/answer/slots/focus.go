package slots

import "strings"

// fewestAsking words make a sentence that asks; fewer are thanks.
const fewestAsking = 4

// references point from what is asked back to what was told before.
var references = phrases("ở đó|bên đó|chỗ đó|nơi đó|trên đó|ngoài đó|trong đó|ở nớ|bên nớ|nơi ấy")

// focus is the words [from, to) of the question that ask: the last sentence
// with a question mark, else the last one. What stands before is a story, unless
// they point back to it.
func (j *judge) focus() (from, to int) {
	to = len(j.words)
	if at, ok := j.marked(); ok {
		from, to = at, j.sentenceEnd(at)
	} else if at := j.sentenceStart(to); to-at >= fewestAsking {
		from = at
	}
	if has(j.words[from:to], references) {
		from = 0
	}
	return from, to
}

// marked is where the last sentence with a question mark begins.
func (j *judge) marked() (at int, ok bool) {
	for i := len(j.words); i > 0; i-- {
		if strings.Contains(j.gap(i), "?") {
			return j.sentenceStart(i), true
		}
	}
	return 0, false
}

// gap is what stands before word i, after the last what follows it.
func (j *judge) gap(i int) string {
	switch {
	case len(j.words) == 0:
		return ""
	case i == 0:
		return j.Text[:j.words[0].start]
	case i == len(j.words):
		return j.Text[j.words[i-1].end:]
	}
	return j.Text[j.words[i-1].end:max(j.words[i].start, j.words[i-1].end)]
}

// opens reports whether a sentence begins with word i.
func (j *judge) opens(i int) bool {
	gap := j.gap(i)
	return i == 0 || strings.ContainsAny(gap, "?!;\n…") || strings.Contains(gap, ".") && len(gap) > 1
}

func (j *judge) sentenceStart(end int) int {
	for i := end - 1; i > 0; i-- {
		if j.opens(i) {
			return i
		}
	}
	return 0
}

func (j *judge) sentenceEnd(start int) int {
	for i := start + 1; i < len(j.words); i++ {
		if j.opens(i) {
			return i
		}
	}
	return len(j.words)
}
