package pack

import (
	"bytes"
	_ "embed"
	"html/template"
	"time"

	"phatngon/internal/desk/calendar"
)

//go:embed cover.html
var coverText string

var coverPage = template.Must(template.New("cover").Funcs(template.FuncMap{
	"at": func(t time.Time) string { return t.In(calendar.Zone).Format("15:04:05 02/01/2006") },
}).Parse(coverText))

// cover writes the page by which people read a pack.
func (b *builder) cover(p Pack) {
	var out bytes.Buffer
	if err := coverPage.Execute(&out, struct {
		Pack
		Files []fileLine
	}{p, b.lines}); err != nil && b.err == nil {
		b.err = err
	}
	b.add(coverFile, out.Bytes())
}
