package document

import (
	"encoding/xml"
	"path"
	"strings"
)

// lookInside notes what a drawing holds that has words: text boxes, pictures,
// charts.
func (w *wordReader) lookInside(t xml.StartElement) {
	switch w.skipping {
	case "drawing", "pict", "object":
	default:
		return
	}
	switch t.Name.Local {
	case "txbxContent":
		w.boxed = w.skipped
		w.box.Reset()
	case "t":
		w.inText = true
	case "textpath":
		w.note(textBox, attribute(t, "string")) // a watermark
	case "blip", "imagedata":
		w.note(picture, "")
	case "chart", "relIds", "OLEObject":
		w.note(drawn, "")
	}
}

func (w *wordReader) endInside(name string) {
	switch {
	case name == "t":
		w.inText = false
	case name == "p" && w.boxed > 0:
		w.box.WriteByte(' ')
	case name == "txbxContent" && w.boxed > 0:
		w.boxed = 0
		if text := oneLine(w.box.String()); text != "" {
			w.note(textBox, text)
		}
	}
}

// chunk takes over a file within the document, as portals put a page into it.
func (w *wordReader) chunk(id string) error {
	name, data, err := w.file.once(id)
	if err != nil {
		return err
	}
	p := &paper{}
	switch kind := strings.ToLower(path.Ext(name)); {
	case data == nil:
	case kind == ".htm" || kind == ".html" || kind == ".xhtml":
		p, err = parseHTML(data)
	case kind == ".txt":
		p, err = parseHTML([]byte("<pre>" + strings.ReplaceAll(string(data), "<", "&lt;") + "</pre>"))
	}
	if err != nil {
		return err
	}
	if len(p.blocks) == 0 {
		w.note(attached, name)
		return nil
	}
	for _, b := range p.blocks {
		w.number++
		b.at = w.number
		w.rows += len(b.lines) + len(b.rows)
		w.blocks = append(w.blocks, b)
	}
	w.doubts.take(p.doubts, w.number)
	return nil
}
