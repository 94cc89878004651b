package web

import (
	"html/template"

	"phatngon/knowledge/markdown"
)

// bodyHTML is a spokesperson's words for a page.
func bodyHTML(body string) template.HTML {
	return template.HTML(markdown.Read(body).HTML()) //nolint:gosec // no tag of the body is one of the page
}
