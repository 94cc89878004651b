package markdown

import (
	"html"
	"slices"
	"strings"
)

// runs writes words with their styles; neighbours of one style share its tags.
func (w *htmlWriter) runs(runs []run) {
	var open []string
	for _, r := range runs {
		if r.style&address != 0 {
			continue // it is where the words before it lead
		}
		want := tagsOf(r)
		same := 0
		for same < min(len(open), len(want)) && open[same] == want[same] {
			same++
		}
		w.end(open[same:])
		for _, tag := range want[same:] {
			w.WriteString("<" + tag + ">")
		}
		open = want
		w.WriteString(html.EscapeString(r.of(w.body)))
	}
	w.end(open)
}

func tagsOf(r run) (tags []string) {
	if r.link != "" {
		tags = append(tags, `a href="`+html.EscapeString(r.link)+`" rel="noopener"`)
	}
	if r.style&strong != 0 {
		tags = append(tags, "strong")
	}
	if r.style&emphasis != 0 {
		tags = append(tags, "em")
	}
	if r.style&code != 0 {
		tags = append(tags, "code")
	}
	return tags
}

func (w *htmlWriter) end(tags []string) {
	for _, tag := range slices.Backward(tags) {
		name, _, _ := strings.Cut(tag, " ")
		w.WriteString("</" + name + ">")
	}
}
