package web

import (
	"bytes"
	"html/template"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// markdown reads statements: tables, and no raw HTML (goldmark leaves it out
// and cuts javascript: links unless told otherwise).
var markdown = goldmark.New(goldmark.WithExtensions(extension.Table),
	goldmark.WithRendererOptions(renderer.WithNodeRenderers(util.Prioritized(linkedPictures{}, 100))))

// bodyHTML renders a spokesperson's words. What cannot be rendered is shown as
// it was written.
func bodyHTML(body string) template.HTML {
	var out bytes.Buffer
	if err := markdown.Convert([]byte(body), &out); err != nil {
		return template.HTML("<pre>" + template.HTMLEscapeString(body) + "</pre>") //nolint:gosec // escaped
	}
	return template.HTML(out.String()) //nolint:gosec // goldmark without raw HTML
}

// plainText is what a reader sees of a body: its words without markup, blocks
// apart by line ends.
func plainText(body string) string { return wordsOf(body, false) }

// proseText is plainText without tables, whose cells make no sentences.
func proseText(body string) string { return wordsOf(body, true) }

func wordsOf(body string, skipTables bool) string {
	source := []byte(body)
	var out bytes.Buffer
	_ = ast.Walk(markdown.Parser().Parse(text.NewReader(source)), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			if n.Type() == ast.TypeBlock {
				out.WriteByte('\n')
			}
			return ast.WalkContinue, nil
		}
		switch t := n.(type) {
		case *east.Table:
			if skipTables {
				return ast.WalkSkipChildren, nil
			}
		case *ast.Text:
			out.Write(t.Segment.Value(source))
			if t.SoftLineBreak() || t.HardLineBreak() {
				out.WriteByte('\n')
			}
		case *ast.String:
			out.Write(t.Value)
		case *ast.AutoLink:
			out.Write(t.URL(source))
		case *ast.CodeBlock, *ast.FencedCodeBlock:
			for i := range n.Lines().Len() {
				line := n.Lines().At(i)
				out.Write(line.Value(source))
			}
		}
		return ast.WalkContinue, nil
	}) // the walker never fails
	return out.String()
}
