package propose

import (
	"slices"
	"strings"

	"phatngon/knowledge/data"
	"phatngon/knowledge/lang"
)

// A wording is words of offices and what citizens say for them.
type wording struct {
	written []string // keys
	said    string
}

// wordings by the first key written, the longest first.
var wordings = readWordings(data.Sayings)

// mostReplaced is how many phrases of a question are put in citizens' words.
const mostReplaced = 1

func readWordings(table string) map[string][]wording {
	all := map[string][]wording{}
	seen := map[string]bool{}
	for line := range strings.Lines(table) {
		said, written, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		keys := lang.Keys(written)
		if len(keys) < 2 || strings.Contains(written, ";") || seen[strings.Join(keys, " ")] {
			continue
		}
		seen[strings.Join(keys, " ")] = true
		all[keys[0]] = append(all[keys[0]], wording{keys, said})
	}
	for _, same := range all {
		slices.SortStableFunc(same, func(a, b wording) int { return len(b.written) - len(a.written) })
	}
	return all
}

// everyday is a text with a few words of offices in those of citizens.
func everyday(text string) string {
	tokens := lang.Tokens(text)
	var out strings.Builder
	done, replaced := 0, 0
	for i := 0; i < len(tokens); {
		n := 1
		for _, w := range wordings[tokens[i].Key] {
			if replaced < mostReplaced && writtenAt(tokens[i:], w.written) {
				n = len(w.written)
				out.WriteString(text[done:tokens[i].Start] + w.said)
				done = tokens[i+n-1].End
				replaced++
				break
			}
		}
		i += n
	}
	return out.String() + text[done:]
}

func writtenAt(tokens []lang.Token, keys []string) bool {
	if len(tokens) < len(keys) {
		return false
	}
	for i, k := range keys {
		if tokens[i].Key != k {
			return false
		}
	}
	return true
}
