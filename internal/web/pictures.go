package web

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/util"
)

// linkedPictures shows a picture of a statement as a link to it: a page of ours
// loads nothing from others, who would learn who reads it.
type linkedPictures struct{}

// RegisterFuncs implements renderer.NodeRenderer.
func (linkedPictures) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(ast.KindImage, func(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
		address := n.(*ast.Image).Destination
		if html.IsDangerousURL(address) {
			return ast.WalkContinue, nil // its description alone
		}
		if !entering {
			_, _ = w.WriteString("</a>") // errors come with Flush
			return ast.WalkContinue, nil
		}
		_, _ = w.WriteString(`<a rel="nofollow" href="`)
		_, _ = w.Write(util.EscapeHTML(util.URLEscape(address, true)))
		_, _ = w.WriteString(`">`)
		return ast.WalkContinue, nil
	})
}
