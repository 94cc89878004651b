package door

import (
	"html/template"
	"slices"
	"strings"

	"phatngon/internal/edge"
	"phatngon/knowledge/markdown"
)

// Preview is what people will read of a text that waits for its signature, and
// what it changes.
type Preview struct {
	Chat    string
	Page    template.HTML // "" when the page shows the same as the chat
	Against string        // what it is compared with; "" when there is nothing before it
	Changes []edge.Change // nil when the words are the same
}

// NewPreview shows text as the chat and the public page will, and its changes
// against before, which against names; "" when there was nothing before.
func NewPreview(text, before, against string) *Preview {
	doc := markdown.Read(text)
	p := &Preview{Chat: doc.Text()}
	if !slices.Equal(strings.Fields(doc.Words()), strings.Fields(text)) {
		p.Page = edge.HTML(text)
	}
	if before != "" {
		p.Against, p.Changes = against, edge.Diff(markdown.Read(before).Text(), p.Chat)
	}
	return p
}
